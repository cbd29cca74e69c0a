/** Figures of scans misread alike: the sums among them hold. */
import { Decimal } from 'decimal.js'
import { expect, it } from 'vitest'
import type { Trial } from '../../src/checks/identities/terms.ts'
import { doubtAlike } from '../../src/checks/scans/alike.ts'
import type { Cell } from '../../src/model.ts'
import type { Seen } from '../../src/template/seen.ts'

const CENT = new Decimal('0.01')

/** A figure as it was read, and how far the reader believes in it (0–1). */
function figure(raw: string, share: number): { cell: Cell; seen: Seen } {
  const cell: Cell = {
    ...{ value: raw, raw, mark: 'amount', yuan: raw, page: 1, bbox: [0, 0, 1, 1] },
    ...{ source: 'ocr', confidence: share, status: 'proved' },
  }
  return { cell, seen: { readings: [{ text: raw, share }], unit: '元', glyphs: [] } }
}

/** total = parts, as they were read. */
function sum(total: Cell, ...parts: Cell[]): Trial {
  const places = [total, ...parts].map((cell, i) => ({
    ...{ table: 't', row: `${i}`, column: 'total', cell },
    ...{ value: new Decimal(cell.value!), ulp: CENT },
  }))
  const difference = places.slice(1).reduce((d, p) => d.plus(p.value), places[0]!.value.negated())
  const check = { strength: parts.length > 1 ? 'sum' : 'repeat' } as unknown as Trial['check']
  return {
    ...{ check, places, signs: [-1, ...parts.map(() => 1 as const)], difference },
    ...{ tolerance: CENT.times(places.length).div(2), blanks: [], exceeds: false, isPartOnly: false },
  }
}

/** Statuses of two totals that repeat each other, believed so much, over parts read well. */
function totals(share: number, parts: readonly string[]): string[] {
  const [income, spending] = [figure('1684.30', 0.5), figure('1684.30', share)]
  const lines = parts.map((raw) => figure(raw, 0.99))
  const all = [income, spending, ...lines]
  const trials = [sum(income.cell, spending.cell), sum(spending.cell, ...lines.map((l) => l.cell))]
  doubtAlike(trials, new Map(all.map((f) => [f.cell, f.seen])))
  return all.map((f) => f.cell.status)
}

it('doubts totals that only repeat each other where one digit more in both would mend the sum over the parts', () => {
  expect(totals(0.75, ['3000.00', '1684.30'])).toEqual(['suspect', 'suspect', 'proved', 'proved'])
  // A line of 20.00 was lost.
  expect(totals(0.75, ['3000.00', '1664.30'])).toEqual(['suspect', 'suspect', 'proved', 'proved'])
})

it('doubts none of them where no digit does, where one of them is believed, and where the sum holds', () => {
  expect(totals(0.75, ['1400.00', '1684.30'])).not.toContain('suspect')
  expect(totals(0.99, ['3000.00', '1684.30'])).not.toContain('suspect')
  expect(totals(0.75, ['1000.00', '684.30'])).not.toContain('suspect')
})
