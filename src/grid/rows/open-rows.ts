/** Totals that stand below a ruled table without rulings of their own: they are its last rows. */
import { blockText } from '../../page/lines.ts'
import type { Glyph, Page } from '../../page/types.ts'
import { isBlank, removeColumn } from '../columns/blank-columns.ts'
import { byColumn, cellAt, fits, isTotal, isWithin } from '../columns/column-of.ts'
import { dataFrom } from '../data.ts'
import { type Piece, type TextRow, toLevelLines, toPiece, toTextRow } from '../pieces.ts'
import { type Grid, type GridCell, glyphsOf } from '../types.ts'

/** A line is the next row if its middle is no further below the last ruling than so many rows are high. */
const NEXT_ROW = 1.2
/** What stands further beside its table, letters, is of the page beside it on the same sheet. */
const ASIDE = 2

export function takeOpenTotals(page: Page, grids: readonly Grid[]): void {
  for (const grid of grids)
    for (let row = totalBelow(grid, page.glyphs, grids); row; row = totalBelow(grid, page.glyphs, grids)) {
      for (const col of reachedBlanks(row.pieces, grid).sort((a, b) => b - a)) removeColumn(grid, col, true)
      append(grid, row)
    }
}

/** Blank columns that amounts reach into from the left, as they do where rows merge the two. */
function reachedBlanks(pieces: readonly Piece[], grid: Grid): number[] {
  const { xs } = grid
  const wide = pieces.filter((p) => p.amount && !isWithin(p, xs))
  const crossed = wide.map(({ box }) => xs.findIndex((x, i) => i > 0 && box[0] < x && x < box[2]))
  return [...new Set(crossed)].filter((col) => col > 0 && col + 1 < xs.length && isBlank(grid, col, true))
}

function totalBelow(grid: Grid, glyphs: readonly Glyph[], grids: readonly Grid[]): TextRow | null {
  const bottom = grid.box[3]
  const heights = grid.rows.map((r) => r.y1 - r.y0).sort((a, b) => a - b)
  const reach = bottom + NEXT_ROW * heights[heights.length >> 1]!
  const [left, , right] = grid.box
  const near = glyphs.filter(({ box: [x0, y0, x1, y1], size }) => {
    const y = (y0 + y1) / 2
    return y > bottom && y < reach && x1 > left - ASIDE * size && x0 < right + ASIDE * size
  })
  // Below a header alone all rows are without rulings.
  if (!near.some((g) => g.text === '计') || !hasData(grid)) return null
  const taken = glyphsOf(grids)
  const line = toLevelLines(near.filter((g) => !taken.has(g)))[0]
  if (!line) return null
  const row = withWholeAmounts(withWholeTotals(toTextRow(line, grid.xs)))
  const hasTotal = row.pieces.some((p) => isTotal(p.text))
  const blanks = reachedBlanks(row.pieces, grid)
  const room = grid.xs.filter((_, col) => !blanks.includes(col))
  return hasTotal && row.pieces.every(isPlain) && fits(row.pieces, room) ? row : null
}

/** Beside a total long numbers are amounts without places. */
function withWholeAmounts(row: TextRow): TextRow {
  const isAmount = (p: Piece) => p.amount || /^[\d０-９]{3,}$/.test(p.text.trim())
  return { ...row, pieces: row.pieces.map((p) => ({ ...p, amount: isAmount(p) })) }
}

/** Subject codes and amounts without places are data, too. */
function hasData(grid: Grid): boolean {
  return dataFrom(grid) !== null || grid.cells.some((c) => /^[\d０-９]{3,}$/.test(c.text))
}

/** 总　　计, its letters spread over its cell, is one text. */
function withWholeTotals(row: TextRow): TextRow {
  const pieces: Piece[] = []
  for (let i = 0; i < row.pieces.length; ) {
    const from = row.pieces.slice(i)
    const end = from.findIndex((p) => !/^\p{Script=Han}$/u.test(p.text.trim()))
    const letters = from.slice(0, end < 0 ? from.length : end)
    const count =
      letters.findIndex(
        (_, k) =>
          k > 0 &&
          isTotal(
            letters
              .slice(0, k + 1)
              .map((p) => p.text)
              .join(''),
          ),
      ) + 1
    if (count > 0) pieces.push({ ...toPiece(letters.slice(0, count).flatMap((p) => p.glyphs)) })
    else pieces.push(from[0]!)
    i += Math.max(1, count)
  }
  return { ...row, pieces }
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
  const own = byColumn(pieces, xs)
  for (let col = 0; col < own.length; ) {
    const { end, glyphs } = cellAt(own, col, xs)
    const box: GridCell['box'] = [xs[col]!, y0, xs[end]!, y1]
    grid.cells.push({ row, rowSpan: 1, col, colSpan: end - col, page, box, glyphs, text: blockText(glyphs) })
    col = end
  }
  grid.rows.push({ page, y0, y1 })
  grid.box = [grid.box[0], grid.box[1], grid.box[2], y1]
}
