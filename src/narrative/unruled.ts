/** Prose that looks like a table: lines set in columns by chance, which no form claims. */
import type { Grid } from '../grid/types.ts'
import { toLines } from '../page/lines.ts'
import type { ProsePage } from './prose.ts'

interface Sheet extends ProsePage {
  grids: readonly Grid[]
}

/** A stop within a cell: tables without rulings hold names and figures, and no sentences. */
const SENTENCE = /[。；]|，\D/

/** The pages with the lines of such tables given back to the prose. */
export function withProse(sheets: readonly Sheet[], claimed: ReadonlySet<Grid>): ProsePage[] {
  return sheets.map((sheet) => {
    const prose = sheet.grids.filter((grid) => !grid.ruled && !claimed.has(grid) && isProse(grid))
    if (prose.length === 0) return sheet
    const glyphs = [...sheet.lines, ...prose.flatMap((grid) => grid.cells)].flatMap((part) => part.glyphs)
    return { ...sheet, lines: toLines(glyphs), grids: sheet.grids.filter((grid) => !prose.includes(grid)) }
  })
}

function isProse(grid: Grid): boolean {
  return SENTENCE.test(grid.cells.map((cell) => cell.text).join(''))
}
