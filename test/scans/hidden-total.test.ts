/** Headers of totals of which a scan left one letter. */
import { expect, it } from 'vitest'
import type { Leaf } from '../../src/template/columns/header.ts'
import { orTotal } from '../../src/template/columns/hidden-total.ts'

const NONE = { id: '', fit: 0 }
const IDS: Record<string, string> = {
  '上年结转/小计': 'carried_over',
  '上年结转/合计': 'carried_over',
  合计: 'total',
  小计: 'current_year',
}

function leaf(path: string, unsure?: true): Leaf {
  const words = path.split('/')
  const rest = { ordinal: null, amounts: 2, texts: 0, wordy: false, coded: false, parts: null }
  return { ...{ c0: 0, c1: 1, path: words, words }, ...rest, ...(unsure ? { unsure } : {}) }
}

function named(header: Leaf, ...others: Leaf[]): string {
  const fitOf = ({ words }: Leaf) => {
    const id = IDS[words.join('/')]
    return id === undefined ? NONE : { id, fit: 2 }
  }
  return orTotal(NONE, header, [header, ...others], fitOf).id
}

it('what is left of 小计 or 合计 is the column that both name', () => {
  expect(named(leaf('上年结转/个计', true))).toBe('carried_over')
  expect(named(leaf('上年结转/合', true), leaf('上年结转/资金'))).toBe('carried_over')
})

it('it is none where they name two, where one stands beside it, and where it was read for certain', () => {
  expect(named(leaf('个计', true))).toBe('')
  expect(named(leaf('上年结转/个计', true), leaf('上年结转/小计'))).toBe('')
  expect(named(leaf('上年结转/审计'))).toBe('')
  expect(named(leaf('上年结转/项目支出', true))).toBe('')
})
