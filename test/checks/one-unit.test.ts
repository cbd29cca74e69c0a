/** Tables of several units in one file, of which nothing says whose they are. */
import { expect, it } from 'vitest'
import { picks } from '../../src/checks/identities/one-unit.ts'
import type { Table } from '../../src/model.ts'

const tables = (id: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ id, state: 'data', title: `${id}${n}` }) as unknown as Table)

it('each kind is picked once, the first ones first', () => {
  const [a, b, other] = [tables('a', 2), tables('b', 2), tables('c', 1)]
  const titles = picks([...a, ...b, ...other], new Set(['a', 'b']))?.map((own) => own.map((t) => t.title).join(' '))
  expect(titles).toEqual(['c0 a0 b0', 'c0 a1 b0', 'c0 a0 b1', 'c0 a1 b1'])
})

it('of very many ways few are made', () => {
  const kinds = ['a', 'b', 'c', 'd', 'e']
  expect(
    picks(
      kinds.flatMap((id) => tables(id, 60)),
      new Set(kinds),
    ),
  ).toHaveLength(16)
})

it('where each kind is there once there is nothing to pick', () => {
  expect(picks([...tables('a', 1), ...tables('b', 1)], new Set(['a', 'b']))).toBe(null)
})
