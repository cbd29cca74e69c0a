/** Signs that stand apart from their amounts: spreadsheets set the minus of an account at the left of its cell. */
import { isWrittenAmount } from '../../amount.ts'
import type { Grid, GridCell } from '../types.ts'
import type { Gap } from './cell-gaps.ts'

/** A minus, or what is printed for one. */
const MINUS = /^[-－−–‐]$/

/**
 * Gaps that are none, for what stands before them is the sign of what stands behind. A column of dashes has one in
 * every line: where nothing but dashes stands before the amounts of a column, and others stand alone in one of these
 * columns, a dash is a sign.
 */
export function withoutSigns(gaps: readonly Gap[], grid: Grid): Gap[] {
  if (!gaps.some(isSign)) return [...gaps]
  const parted = new Set(gaps.map((g) => g.cell))
  const columnOf = ({ col, colSpan }: GridCell) => `${col} ${colSpan}`
  const others = new Set(gaps.filter((g) => !isSign(g)).map((g) => columnOf(g.cell)))
  const signs = gaps.filter((g) => !others.has(columnOf(g.cell)))
  const columns = new Set(signs.map((g) => columnOf(g.cell)))
  const isAlone = (c: GridCell) => columns.has(columnOf(c)) && isWrittenAmount(c.text) && !parted.has(c)
  return grid.cells.some(isAlone) ? gaps.filter((g) => !signs.includes(g)) : [...gaps]
}

function isSign({ before }: Gap): boolean {
  return before !== undefined && MINUS.test(before)
}
