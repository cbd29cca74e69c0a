/** Rows of cells by hand, as they are before they are divided. */
import type { Grid, GridCell } from '../../src/grid/types.ts'
import type { Glyph } from '../../src/page/types.ts'

export const text = (word: string, x: number, y: number): Glyph[] =>
  [...word].map((c, i) => ({ text: c, size: 9, box: [x + i * 9, y, x + i * 9 + 9, y + 9], source: 'text' }))

/** One row whose cells are 200 points wide and hold some glyphs each. */
export function rowOf(height: number, ...texts: Glyph[][]): Grid {
  const xs = Array.from({ length: texts.length + 1 }, (_, i) => 200 * i)
  const cells = texts.map((glyphs, col): GridCell => {
    const box: GridCell['box'] = [xs[col]!, 0, xs[col + 1]!, height]
    return { page: 1, row: 0, col, rowSpan: 1, colSpan: 1, box, glyphs, text: glyphs.map((g) => g.text).join('') }
  })
  return { pages: [1], box: [0, 0, xs.at(-1)!, height], xs, ruled: true, rows: [{ page: 1, y0: 0, y1: height }], cells }
}

export const textsOf = (grid: Grid) =>
  grid.rows.map((_, row) => grid.cells.filter((c) => c.row === row).map((c) => c.text))
