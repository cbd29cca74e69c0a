/** Folds and dust among the rulings of a scan. */
import { expect, it } from 'vitest'
import type { SeenLine } from '../../src/page/picture/seen-line.ts'
import { streaksOf } from '../../src/page/picture/streaks.ts'

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
  return [...streaksOf([...TABLE, ...more], PAPER, 1)]
}

it('a fold that is seen in part is no ruling, though it ends at one: it stands out over the table', () => {
  const fold = line('v', 250, 90, 499)
  expect(streaks(fold)).toEqual([fold])
})

it('a column that goes on to the row above or below the last ruling across is one', () => {
  expect(streaks(line('v', 250, 160, 500), line('v', 400, 200, 540))).toEqual([])
})
