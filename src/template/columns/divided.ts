/** Whether a column of a header is one below it. */
import type { Grid, Places } from '../../grid/types.ts'

/** A column is divided below its header if at least this share of the rows has an edge there. */
const SPLITS = 0.3

/** Whether nothing stands below the header in a column: a streak in a scan makes two of one, or the header beside was lost. */
export function isBare(grid: Grid, from: number, col: number): boolean {
  return grid.cells.every((c) => c.row < from || c.col > col || c.col + c.colSpan <= col || c.text.trim() === '')
}

export function dataSplits(grid: Grid, at: Places, from: number, c: number): boolean {
  let split = 0
  for (let r = from; r < grid.rows.length; r++) if (at[r]![c] !== at[r]![c - 1]) split++
  return split > SPLITS * (grid.rows.length - from)
}
