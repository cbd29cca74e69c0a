/**
 * A row that the end of a page cuts between its cells: programs that write pages put the texts that still fit, of one
 * line, on the page, and those of more lines on the next one.
 */
import { dataFrom } from '../data.ts'
import { beginnings, type Grid, type GridCell } from '../types.ts'

/** A column that so many of the other rows (0–1) fill is one that every row has, but totals. */
const USUAL = 0.8
/** … of at least so many. */
const ROWS = 6

const HAN = /\p{Script=Han}/u

/** Makes one row of two at a page end of which each has what the other lacks, in a table whose rows have both. */
export function mendCutRows(grid: Grid): void {
  const data = dataFrom(grid)
  if (data === null || !grid.ruled || grid.rows.length - data < ROWS) return
  const ends = grid.rows.flatMap((row, i) => (i > data && row.leaf !== grid.rows[i - 1]!.leaf ? [i] : []))
  if (ends.length === 0) return
  const rows = beginnings(grid)
  const usual = usualColumns(rows.slice(data), grid.xs.length - 1)
  for (const at of ends.toReversed()) if (areParts(rows[at - 1]!, rows[at]!, usual)) joinRows(grid, at)
}

/** The columns that nearly all rows fill. */
function usualColumns(rows: readonly GridCell[][], columns: number): number[] {
  const filled = Array<number>(columns).fill(0)
  for (const cell of rows.flat()) if (cell.text !== '') filled[cell.col]!++
  return filled.flatMap((n, col) => (n >= USUAL * rows.length ? [col] : []))
}

function areParts(upper: readonly GridCell[], lower: readonly GridCell[], usual: readonly number[]): boolean {
  const all = [...upper, ...lower]
  // One cell a column in both: none is merged with others.
  if (upper.length !== lower.length || all.some((c) => c.rowSpan > 1 || c.colSpan > 1)) return false
  const [above, below] = [columnsOf(upper), columnsOf(lower)]
  // An amount alone may as well be of a line whose name is lost.
  if (above.some((col) => below.includes(col)) || !lower.some((c) => HAN.test(c.text))) return false
  const lacks = (columns: readonly number[]) => usual.some((col) => !columns.includes(col))
  return lacks(above) && lacks(below) && !lacks([...above, ...below])
}

function columnsOf(cells: readonly GridCell[]): number[] {
  return cells.flatMap((c) => (c.text !== '' ? [c.col] : []))
}

/** Gives the texts of a row to the blank cells above them; what stands below moves up. */
function joinRows(grid: Grid, at: number): void {
  const filled = new Set(columnsOf(grid.cells.filter((c) => c.row === at)))
  grid.cells = grid.cells.filter((c) => (c.row === at ? filled.has(c.col) : !(c.row === at - 1 && filled.has(c.col))))
  for (const cell of grid.cells) if (cell.row >= at) cell.row--
  grid.rows.splice(at, 1)
}
