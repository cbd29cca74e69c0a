/** Totals that stand below a ruled table without rulings of their own: they are its last rows. */
import { blockText, toLines } from '../page/lines.ts'
import type { Glyph, Page } from '../page/types.ts'
import { columnOf, fits } from './columns.ts'
import { dataFrom } from './join.ts'
import { type Piece, type TextRow, toTextRow } from './pieces.ts'
import type { Grid, GridCell } from './types.ts'

/** A line is the next row if its middle is no further below the last ruling than so many rows are high. */
const NEXT_ROW = 1.2

const TOTAL = /[合总小]计$/

export function takeOpenTotals(page: Page, grids: readonly Grid[]): void {
  const taken = new Set(grids.flatMap((g) => g.cells.flatMap((c) => c.glyphs)))
  const free = page.glyphs.filter((g) => !taken.has(g))
  if (free.length === 0) return
  // Below a header alone all rows are without rulings.
  for (const grid of grids.filter((g) => dataFrom(g) !== null))
    for (let row = totalBelow(grid, free); row; row = totalBelow(grid, free)) {
      append(grid, row)
      for (const glyph of row.line.glyphs) free.splice(free.indexOf(glyph), 1)
    }
}

function totalBelow(grid: Grid, free: readonly Glyph[]): TextRow | null {
  const bottom = grid.box[3]
  const heights = grid.rows.map((r) => r.y1 - r.y0).sort((a, b) => a - b)
  const reach = bottom + NEXT_ROW * heights[heights.length >> 1]!
  const near = free.filter((g) => {
    const y = (g.box[1] + g.box[3]) / 2
    return y > bottom && y < reach
  })
  const line = near.length > 0 ? toLines(near)[0] : undefined
  if (!line) return null
  const row = toTextRow(line, grid.xs)
  const isTotal = row.pieces.some((p) => TOTAL.test(p.text.replace(/\s+/g, '')))
  return isTotal && row.pieces.every(isPlain) && fits(row.pieces, grid.xs) ? row : null
}

/** A sentence may name a total and an amount, too. */
function isPlain({ text, amount }: Piece): boolean {
  return amount || !/[：:，。；]/.test(text)
}

function append(grid: Grid, { line, pieces }: TextRow): void {
  const { xs } = grid
  const [y0, y1] = [grid.box[3], line.box[3]]
  const row = grid.rows.length
  const page = grid.pages[0]!
  const own = xs.slice(1).map((_, col) => pieces.filter((p) => columnOf(xs, p) === col))
  for (let col = 0; col < own.length; ) {
    const { at, end } = reach(own, col, xs)
    const glyphs = at.flatMap((p) => p.glyphs)
    const box: GridCell['box'] = [xs[col]!, y0, xs[end]!, y1]
    grid.cells.push({ row, rowSpan: 1, col, colSpan: end - col, page, box, glyphs, text: blockText(glyphs) })
    col = end
  }
  grid.rows.push({ page, y0, y1 })
  grid.box = [grid.box[0], grid.box[1], grid.box[2], y1]
}

/** The texts of the cell that begins at a column, and where it ends: a label may stand in the middle of several columns. */
function reach(own: readonly Piece[][], col: number, xs: readonly number[]): { at: Piece[]; end: number } {
  const next = own.findIndex((pieces, c) => c >= col && pieces.length > 0)
  const [label] = own[next] ?? []
  const after = own.findIndex((pieces, c) => c > next && pieces.length > 0)
  const end = after < 0 ? own.length : after
  const middle = label && (label.box[0] + label.box[2] - xs[col]! - xs[end]!) / 2
  const isMerged = label && !label.amount && Math.abs(middle!) < label.glyphs[0]!.size
  return isMerged ? { at: own[next]!, end } : { at: own[col]!, end: col + 1 }
}
