/** The grid of an unruled table from its header, its rows and the edges of its columns. */
import { blockText } from '../../page/lines.ts'
import { byColumn, cellAt } from '../columns/column-of.ts'
import type { Grid, GridCell } from '../types.ts'
import { extent } from './header.ts'
import type { Laid, Span } from './spanning.ts'
import type { HeadCell } from './spread.ts'

export function assemble(levels: readonly HeadCell[][], { rows, spans }: Laid, xs: number[], page: number): Grid {
  const grid: Grid = { pages: [page], box: [0, 0, 0, 0], xs, rows: [], cells: [], ruled: false }
  putHeader(grid, levels, page)
  const first = grid.rows.length
  for (const [i, group] of rows.entries()) {
    const over = spans.filter((s) => s.from <= i && i < s.to)
    const { y0, y1 } = extent(group.flatMap((r) => r.line.glyphs))
    const pieces = group.flatMap((r) => r.pieces)
    const own = byColumn(pieces, xs)
    const row = grid.rows.length
    for (let col = 0; col < xs.length - 1; ) {
      const taken = over.find(({ cols }) => cols[0] <= col && col < cols[1])
      if (taken) {
        col = taken.cols[1]
        continue
      }
      const { end, glyphs } = cellAt(own, col, xs)
      grid.cells.push(toCell(grid, { row, rowSpan: 1, col, colSpan: end - col, glyphs, y0, y1 }, page))
      col = end
    }
    grid.rows.push({ page, y0, y1 })
  }
  for (const span of spans) putSpan(grid, { ...span, first }, page)
  grid.box = [xs[0]!, grid.rows[0]!.y0, xs.at(-1)!, grid.rows.at(-1)!.y1]
  return grid
}

/** The cells that reach over some rows. */
function putSpan(grid: Grid, { from, to, cols, pieces, first }: Span & { first: number }, page: number): void {
  const own = byColumn(pieces, grid.xs)
  const [y0, y1] = [grid.rows[first + from]!.y0, grid.rows[first + to - 1]!.y1]
  for (let col = cols[0]; col < cols[1]; col++) {
    const glyphs = own[col]!.flatMap((p) => p.glyphs)
    grid.cells.push(toCell(grid, { row: first + from, rowSpan: to - from, col, colSpan: 1, glyphs, y0, y1 }, page))
  }
}

/** A column's own header reaches up to the header above it, or to the top where there is none. */
function putHeader(grid: Grid, levels: readonly HeadCell[][], page: number): void {
  const count = grid.xs.length - 1
  const heads = levels.map((level) => (col: number) => level.find((c) => c.col <= col && col < c.col + c.colSpan))
  const bottom = levels.length - 1
  const isAboveOwn = (row: number, col: number) =>
    heads[bottom]!(col) !== undefined && heads.slice(row, bottom).every((head) => head(col) === undefined)
  for (const [row, level] of levels.entries()) {
    const [y0, y1] = [Math.min(...level.map((c) => c.y0)), Math.max(...level.map((c) => c.y1))]
    for (let col = 0; col < count; ) {
      const own = heads[row]!(col)
      const { colSpan, glyphs } = own ?? { colSpan: 1, glyphs: [] }
      let top = row
      if (row === bottom) while (top > 0 && own && isAboveOwn(top - 1, col)) top--
      if (own || !isAboveOwn(row, col))
        grid.cells.push(toCell(grid, { row: top, rowSpan: row - top + 1, col, colSpan, glyphs, y0, y1 }, page))
      col += colSpan
    }
    grid.rows.push({ page, y0, y1 })
  }
}

type Placed = HeadCell & Pick<GridCell, 'row' | 'rowSpan'>

function toCell({ xs }: Grid, { row, rowSpan, col, colSpan, glyphs, y0, y1 }: Placed, page: number): GridCell {
  const box = [xs[col]!, y0, xs[col + colSpan]!, y1] as const
  return { row, col, rowSpan, colSpan, page, box, glyphs, text: blockText(glyphs) }
}
