/** A page's table with fewer columns goes on from the one before only where it is as wide. */
import { expect, it } from 'vitest'
import { sameColumns } from '../../src/grid/pages/join.ts'
import type { Grid } from '../../src/grid/types.ts'

const grid = (...xs: number[]): Grid => ({ xs, pages: [1], box: [0, 0, 0, 0], rows: [], cells: [], ruled: true })

it('two of five columns, at the shares of the width where edges of the whole table are, are no continuation', () => {
  const whole = grid(50, 150, 250, 350, 450, 550)
  expect(sameColumns(whole, grid(50, 250, 550))).toBe(true)
  expect(sameColumns(whole, grid(250, 370, 550))).toBe(false)
  // A page that is scaled keeps its columns.
  expect(sameColumns(whole, grid(25, 75, 125, 175, 225, 275))).toBe(true)
})
