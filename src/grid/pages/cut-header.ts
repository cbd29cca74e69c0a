/**
 * A header that the end of a page cuts: below it stand the rests of its merged cells, blank or with the rest of their
 * text, beside the rows that go on.
 */
import { toLines } from '../../page/lines.ts'
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
  const headOf = (rest: GridCell) => ends(rest.row).find((c) => c.col === rest.col && c.colSpan === rest.colSpan)
  const printed = grid.cells.filter((c) => c.row === cut && c.text !== '')
  const torn = printed.filter((rest) => isWords(rest) && isFilled(headOf(rest)))
  const isTorn = torn.length > 0 && torn.length === printed.length
  if (!isTorn && !ends(cut).some((head) => isDivided(head, grid, cut, data))) return
  const rests = new Set<GridCell>()
  for (const rest of torn) {
    const head = headOf(rest)!
    head.text += rest.text
    head.rowSpan += rest.rowSpan
  }
  grid.cells = grid.cells.filter((c) => !torn.includes(c))
  for (let row = cut; row < data; row++) {
    for (const rest of grid.cells.filter((c) => c.row === row && c.text === '' && c.row + c.rowSpan <= data)) {
      const head = headOf(rest)
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
  return [...rows.values()].some((own) => own.length > 1 && own.every(isWords))
}

function isWords({ text }: GridCell): boolean {
  return WORDS.test(text.replace(/\s+/g, ''))
}

/** A header is wrapped where less than so many letters more have room: margins, and those that are kept together. */
const ROOM = 2

function isFilled(head: GridCell | undefined): boolean {
  const last = head && toLines(head.glyphs).at(-1)
  return last !== undefined && head!.box[2] - head!.box[0] - (last.box[2] - last.box[0]) < ROOM * last.size
}

function inRange(cell: GridCell, col: number, colSpan: number): boolean {
  return cell.col >= col && cell.col + cell.colSpan <= col + colSpan
}
