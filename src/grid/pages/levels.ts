/** Where the lines of a strip stand, and what of it is printed again: strips of one table have rows as high as each other. */
import { isWrittenAmount } from '../../amount.ts'
import { dataFrom } from '../data.ts'
import { type Grid, places } from '../types.ts'
import { NUMBERED } from '../words.ts'

/** Edges of two strips are at one place but for so many points. */
export const LEVEL = 1.5

/** Each strip that has been found, and the part whose further columns it holds. */
export type Strips = ReadonlyMap<Grid, Grid>

/** A subject code, 205 or 20508: a year has four digits. */
const CODE = /^\s*(\d{3}|\d{5,})\s*$/

/** The first row of a figure, of a code or of a numbered name: the first lines of a page may have no figure. */
function linesFrom(grid: Grid): number | null {
  const isOfLine = ({ text }: Grid['cells'][number]) => NUMBERED.test(text) || CODE.test(text)
  const named = grid.cells.find(isOfLine)?.row ?? Number.POSITIVE_INFINITY
  const from = Math.min(dataFrom(grid) ?? Number.POSITIVE_INFINITY, named)
  return Number.isFinite(from) ? from : null
}

/** The first row of lines: of a strip that shows none, the row as high as that of another one. */
export function dataRow(grid: Grid, other: Grid): number {
  const own = linesFrom(grid)
  const there = linesFrom(other)
  if (own !== null || there === null) return own ?? 0
  const top = other.rows[there]!.y0
  const row = grid.rows.findIndex(({ y0 }) => y0 > top - LEVEL)
  return row < 0 ? grid.rows.length : row
}

/** How many columns of a strip, the first ones, say the same in each row as those of the first strip: its names again. */
export function namesAgain(first: Grid, grid: Grid): number {
  const count = grid.rows.length - dataRow(grid, first)
  const [own, again] = [first, grid].map((g) => places(g).slice(-count))
  const width = Math.min(first.xs.length, grid.xs.length) - 1
  let columns = 0
  while (columns < width && areLevel(first.xs[columns]! - first.xs[0]!, grid.xs[columns]! - grid.xs[0]!)) {
    if (!own!.every((row, r) => row[columns]?.text === again![r]![columns]?.text)) break
    // In one line alone, without a name, two amounts may be the same.
    if (count === 1 && columns === 0 && isWrittenAmount(own![0]![columns]?.text ?? '')) break
    columns++
  }
  // Of a table that is printed twice nothing is left.
  return columns === grid.xs.length - 1 ? 0 : columns
}

export function areLevel(a: number, b: number): boolean {
  return Math.abs(a - b) <= LEVEL
}

/** Whether two strips have the same columns, as those of rows further down do. */
export function sameEdges(a: Grid, b: Grid): boolean {
  return a.xs.length === b.xs.length && a.xs.every((x, i) => areLevel(x, b.xs[i]!))
}
