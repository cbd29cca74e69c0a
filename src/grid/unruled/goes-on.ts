/** Whether lines without a header of their own stand in the columns of a grid: the one above them, or of the page before. */
import { around } from '../../page/lines.ts'
import { isTotal, isWithin } from '../columns/column-of.ts'
import { isTitleWord, type Piece, type TextRow } from '../pieces.ts'
import type { Grid } from '../types.ts'
import { DIGITS } from '../words.ts'
import { countsOn } from './counted.ts'

/** Whether lines are the next of a grid: their amounts stand in its columns, or they count on where it ends. */
export function goesOnFrom(rows: readonly TextRow[], grid: Grid): boolean {
  // — may be 一 at the head of the prose behind a table, and a scan parts its words.
  if (grid.ruled && rows.some(goesOnBehindComma)) return false
  return fitsGrid(rows, grid) || (!grid.ruled && countsOn(rows, grid))
}

/** 减少3,815.79万元，| 减少: no cell ends so with another one beside it. */
function goesOnBehindComma({ pieces }: TextRow): boolean {
  return pieces.slice(0, -1).some((p) => /[，,]$/.test(p.text.trim()))
}

/** An amount may run over the edge of its column by this share of its length: no program cuts digits off. */
const OVER = 0.1

/** Whether there are amounts, and each of them stands within one column. */
export function fitsGrid(rows: readonly TextRow[], grid: Grid): boolean {
  const amounts = rows.flatMap((r) => r.pieces.filter((p, at) => p.amount || isWholeAmount(r, at)))
  const columns = grid.xs.slice(1).map((_, col) => reachOf(grid, col))
  const fits = (p: Piece) => {
    const over = OVER * (p.box[2] - p.box[0])
    return columns.some((edges) => isWithin(p, edges) || isWithin(p, edges, over))
  }
  return amounts.length > 0 && amounts.every(fits)
}

/** So many numbers that are alone in their row are amounts. */
const NUMBERS = 3

/** Whether numbers stand alone in a row, which are amounts then: 1 beside 171.01. */
export function areFigures({ pieces }: Pick<TextRow, 'pieces'>): boolean {
  return pieces.length >= NUMBERS && pieces.every((p) => p.amount || DIGITS.test(p.text.trim()))
}

const figureOf = ({ text }: Piece) => text.normalize('NFKC').trim()

/** 6486204 behind the name of its row, or with other numbers alone, and no text behind it: no code is there. */
export function isWholeAmount({ pieces }: TextRow, at: number): boolean {
  const isName = (p: Piece) => /\p{Script=Han}/u.test(p.text)
  const isNamed = pieces.slice(0, at).some(isName) && !pieces.slice(at).some(isName)
  return /^\d{5,7}$/.test(figureOf(pieces[at]!)) && (isNamed || areFigures({ pieces }))
}

/**
 * How far a column may reach where no rulings show its edges: as far as the texts of those beside it, and into the half
 * of one that is blank.
 */
function reachOf({ xs, cells, ruled }: Grid, col: number): [number, number] {
  const [x0, x1] = [xs[col]!, xs[col + 1]!]
  if (ruled) return [x0, x1]
  const glyphsIn = (at: number) => cells.flatMap((c) => (c.col === at && c.colSpan === 1 ? c.glyphs : []))
  const [left, right] = [glyphsIn(col - 1), glyphsIn(col + 1)]
  const leftEnd = left.length > 0 ? around(left)[2] : (x0 + (xs[col - 1] ?? x0)) / 2
  const rightBegin = right.length > 0 ? around(right)[0] : (x1 + (xs[col + 2] ?? x1)) / 2
  return [Math.min(x0, leftEnd), Math.max(x1, rightBegin)]
}

/** Lines of a label begin at one place, give or take so many points. */
const FLUSH = 1

/** Whether a line is one text that begins where the numbered labels of others do: the rest of one. */
export function isRestOfLabel({ pieces: [text, ...others] }: TextRow, rows: readonly TextRow[]): boolean {
  if (!text || others.length > 0 || text.amount) return false
  return rows.some((r) => r.pieces.some((p) => p.anchor && !p.amount && Math.abs(p.box[0] - text.box[0]) < FLUSH))
}

/** Lines of a form without a figure: each begins with a code or its number in the count, or goes on with one, and stands in its column. */
export function isListed(data: readonly TextRow[], pieces: readonly Piece[], xs: readonly number[]): boolean {
  const isTitle = (r: TextRow) => r.pieces.length === 1 && isTitleWord(r.line.text)
  const isListRow = (r: TextRow) =>
    r.anchor || (r.pieces.length > 1 && isTotal(r.pieces[0]!.text)) || isRestOfLabel(r, data)
  return data.every((r) => isListRow(r) && !isTitle(r)) && pieces.every((p) => isWithin(p, xs))
}
