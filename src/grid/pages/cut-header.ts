/** A header that the end of a page cuts: below it stand the rests of its merged cells, blank, beside the rows that go on. */
import type { Grid, GridCell } from '../types.ts'

/** Header words, and no line of data: 类, 科目编码. */
const WORDS = /^\p{Script=Han}+$/u

/**
 * Gives the blank cells to the header cells that they go on below. `cut` is the first row of the next page, `data` the
 * first one with a figure; that the header is cut there, and no line without figures begins, shows a row that divides
 * a header of the page before.
 */
export function mendCutHeader(grid: Grid, cut: number, data: number | null): void {
  if (data === null || data <= cut) return
  const ends = (row: number) => grid.cells.filter((c) => c.row + c.rowSpan === row && c.text !== '')
  if (!ends(cut).some((head) => isDivided(head, grid, cut, data))) return
  const rests = new Set<GridCell>()
  for (let row = cut; row < data; row++) {
    for (const rest of grid.cells.filter((c) => c.row === row && c.text === '' && c.row + c.rowSpan <= data)) {
      const head = ends(row).find((c) => c.col === rest.col && c.colSpan === rest.colSpan)
      if (!head) continue
      head.rowSpan += rest.rowSpan
      rests.add(rest)
    }
  }
  grid.cells = grid.cells.filter((c) => !rests.has(c))
}

function isDivided({ col, colSpan }: GridCell, { cells }: Grid, from: number, to: number): boolean {
  const within = cells.filter((c) => c.text !== '' && c.row >= from && c.row < to && inRange(c, col, colSpan))
  const rows = Map.groupBy(within, (c) => c.row)
  return [...rows.values()].some((own) => own.length > 1 && own.every((c) => WORDS.test(c.text.replace(/\s+/g, ''))))
}

function inRange(cell: GridCell, col: number, colSpan: number): boolean {
  return cell.col >= col && cell.col + cell.colSpan <= col + colSpan
}
