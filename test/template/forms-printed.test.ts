/**
 * Forms printed otherwise: of every case in test/forms/cases each table parted by a page end (its header, or title and
 * header, printed again or not), numbered anew, or with 项目 over its codes and names. Nothing of it changes a cell.
 * A third of it in each case; `JUESUAN_CHANGED=1` tries all.
 */
import { expect, it } from 'vitest'
import type { Document } from '../../src/model.ts'
import { Dice } from '../drawn/dice.ts'
import { printed } from '../forms/amounts.ts'
import { allCases } from '../forms/cases.ts'
import { amountsOf, type Parts, putTogether, type Rows, takeApart, withOwnAmounts } from '../forms/change.ts'
import { read } from '../forms/run.ts'

type Change = (parts: Parts, at: number) => Parts | null

/** The first row of data: the first with an amount, a subject code or an enumerator. */
function headsOf(rows: Rows): number {
  return rows.findIndex(
    (row) => amountsOf([row]).length > 0 || /^([23]\d\d|一、)/.test(row.find((t) => t !== '') ?? ''),
  )
}

/** Two halves of a table; null where it has none, or a cell of it reaches over both. */
function halves(rows: Rows): { head: Rows; upper: Rows; lower: Rows } | null {
  const heads = headsOf(rows)
  const middle = heads + Math.floor((rows.length - heads) / 2)
  if (heads < 1 || middle === heads || rows[middle]!.includes('^')) return null
  return { head: rows.slice(0, heads), upper: rows.slice(0, middle), lower: rows.slice(middle) }
}

/** The table over two pages, `again` what is printed on the second before the rest of it. */
function parted(parts: Parts, at: number, again: (head: Rows) => Parts | null): Parts | null {
  const half = halves(parts[at] as Rows)
  const before = half && again(half.head)
  if (!half || !before) return null
  const [head] = before.filter((p) => typeof p !== 'string')
  const captions = before.filter((p) => typeof p === 'string')
  const second = [...captions, [...((head as Rows | undefined) ?? []), ...half.lower]]
  return [...parts.slice(0, at), half.upper, '%%%', ...second, ...parts.slice(at + 1)]
}

/** The lines right above the table on its page: title and unit, where both stand there. */
function captionsOf(parts: Parts, at: number): string[] | null {
  const [title, unit] = parts.slice(Math.max(0, at - 2), at)
  const isText = (p: Parts[number] | undefined): p is string => typeof p === 'string' && p !== '' && p !== '%%%'
  return isText(title) && isText(unit) && title.endsWith('表') && unit.includes('单位') ? [title, unit] : null
}

function retitled(parts: Parts, at: number, title: (bare: string) => string): Parts | null {
  const captions = captionsOf(parts, at)
  const bare = captions?.[0]?.replace(/^(表|附表|附件|预算|公开)*[\d一二三四五六七八九十-]+表?[:：、 ]+/, '')
  return bare === undefined || bare.includes('|') ? null : parts.with(at - 2, title(bare))
}

const CHANGES: Record<string, Change> = {
  'goes on over the page end': (parts, at) => parted(parts, at, () => []),
  'its header again on the next page': (parts, at) => parted(parts, at, (head) => [head]),
  'title and header again on the next page': (parts, at) =>
    parted(parts, at, (head) => {
      const captions = captionsOf(parts, at)
      return captions && [...captions, head]
    }),
  'title with another number': (parts, at) => retitled(parts, at, (title) => `（七）${title}`),
  'title with a number behind': (parts, at) => retitled(parts, at, (title) => `${title}（表7）`),
  'lines without anything below': (parts, at) => {
    const rows = parts[at] as Rows
    return parts.with(at, [...rows, rows[0]!.map(() => ''), rows[0]!.map(() => '')])
  },
}

interface Place {
  table: string
  row: string
  column: string
}

/** Amount as printed → where it came out. */
function placesOf({ tables }: Document): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { id, rows } of tables)
    for (const { key, cells } of rows)
      for (const [column, cell] of Object.entries(cells)) places.set(cell.raw, { table: id, row: key, column })
  return places
}

it.each(allCases().map((c) => [`${c.file}: ${c.name}`, c] as const))('%s', (name, { form }) => {
  const parts = withOwnAmounts(takeApart(form))
  const plain = putTogether(parts)
  const own = new Set(printed(plain))
  const before = [...placesOf(read(plain))].filter(([amount]) => own.has(amount))
  const tables = parts.flatMap((p, i) => (Array.isArray(p) && amountsOf(p).length > 0 ? [i] : []))
  const dice = new Dice(1, name)
  const kinds = Object.entries(CHANGES).filter(
    () => process.env.JUESUAN_CHANGED !== undefined || dice.pick([true, false, false]),
  )
  for (const [kind, change] of kinds) {
    if (tables.length === 0) return
    const changed = change(parts, dice.pick(tables))
    if (!changed) continue
    const after = placesOf(read(putTogether(changed)))
    const moved = before.filter(([amount, place]) => JSON.stringify(after.get(amount)) !== JSON.stringify(place))
    expect(moved.map(([amount, place]) => ({ kind, amount, place, now: after.get(amount) }))).toEqual([])
  }
})
