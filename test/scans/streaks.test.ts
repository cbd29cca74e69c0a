/** Folds and dust among the rulings of a scan. */
import { expect, it } from 'vitest'
import type { SeenLine } from '../../src/page/picture/seen-line.ts'
import { rulingsOf } from '../../src/page/picture/streaks.ts'

const PAPER = { width: 600, height: 800, data: new Uint8Array() }

const line = (axis: 'h' | 'v', at: number, from: number, to: number): SeenLine => ({
  ...{ axis, from, to, at0: at, at1: at, thickness: 1, shut: [] },
})

/** A table of three rows and two columns, from 200 down to 500. */
const TABLE = [
  ...[200, 300, 400, 500].map((y) => line('h', y, 50, 550)),
  ...[50, 300, 550].map((x) => line('v', x, 200, 500)),
]

function streaks(...more: SeenLine[]): SeenLine[] {
  const rulings = rulingsOf([...TABLE, ...more], PAPER, 1)
  return more.filter((line) => !rulings.includes(line))
}

it('a fold that is seen in part is no ruling, though it ends at one: it stands out over the table', () => {
  const fold = line('v', 250, 90, 499)
  expect(streaks(fold)).toEqual([fold])
})

it('a column that goes on to the row above or below the last ruling across is one', () => {
  expect(streaks(line('v', 250, 160, 500), line('v', 400, 200, 540))).toEqual([])
})

it('a fold along a ruling makes it no longer than its table; rulings that mostly end at the paper are cut with it', () => {
  const spans = (lines: readonly SeenLine[]) => rulingsOf(lines, PAPER, 1).map(({ from, to }) => [from, to])
  const folded = TABLE.map((l) => (l.axis === 'h' && l.at0 === 300 ? { ...l, from: 2 } : l))
  expect(spans(folded)).toEqual(spans(TABLE))
  const torn = TABLE.map((l) => (l.axis === 'h' ? { ...l, from: 2 } : l))
  expect(spans(torn).filter(([from]) => from === 2)).toHaveLength(4)
})

it('where cells of many rows have no ruling below them, the lines beside them end where those of the rows do', () => {
  const rows = [
    ...[200, 240].map((y) => line('h', y, 50, 550)),
    ...[280, 320, 360, 400, 440, 480].map((y) => line('h', y, 300, 550)),
  ]
  const [whole, narrow, fold] = [line('v', 50, 200, 500), line('v', 250, 240, 499), line('v', 150, 200, 760)]
  const kept = rulingsOf(
    [...rows, ...[300, 400, 475, 550].map((x) => line('v', x, 200, 500)), whole, narrow, fold],
    PAPER,
    1,
  )
  expect([whole, narrow, fold].map((l) => kept.includes(l))).toEqual([true, true, false])
})
