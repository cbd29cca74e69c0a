/** A box with one column of cells: when it is a table, or a column of one that its page was too narrow for. */
import { isFigure, isWrittenAmount } from '../../amount.ts'
import { blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { toLevelLines, toTextRow } from '../pieces.ts'
import type { Grid } from '../types.ts'
import type { Lattice } from './lattice.ts'
import { textsOf } from './regions.ts'

/** So many rows make a table of a box around figures, but for all that is ruled on a page; and a column of names of a box around words. */
const FEWEST_ROWS = 3

/** `isAlone`: whether nothing else is ruled on the page. */
export function isTableOfOneColumn(lattice: Lattice, glyphs: readonly Glyph[], isAlone: boolean): boolean {
  const cells = textsOf(lattice, glyphs).map(([own]) => own!)
  const texts = cells.map(blockText)
  if (isColumnOfFigures(texts, isAlone ? 1 : FEWEST_ROWS) || isList(cells)) return true
  return isAlone && isColumnOfNames(cells)
}

/** Points that a column may stand elsewhere on the next page. */
const SAME_PLACE = 1

/** Whether a box of one row is as wide as the one column of the page before. */
export function isLastRow({ xs, ys }: Lattice, before: Grid): boolean {
  const isSame = (x: number, i: number) => Math.abs(x - before.xs[i]!) < SAME_PLACE
  return (
    before.ruled &&
    before.rows.length > 1 &&
    ys.length === 2 &&
    xs.length === 2 &&
    before.xs.length === 2 &&
    xs.every(isSame)
  )
}

/** The names or codes of a table whose figures are on the next page; what else may be so, src/grid/pages/names-alone.ts tells apart. */
function isColumnOfNames(cells: readonly (readonly Glyph[])[]): boolean {
  const printed = cells.filter((own) => blockText(own) !== '')
  return printed.length >= FEWEST_ROWS && !printed.some((own) => holdsAmount(own) || SENTENCE.test(blockText(own)))
}

/** Whether an amount stands in a cell, alone or beside a name: rows of a frame that has no uprights inside. */
function holdsAmount(own: readonly Glyph[]): boolean {
  return toLevelLines(own).some((line) => toTextRow(line).pieces.some((p) => p.amount))
}

/** What stands in prose and in no name. */
const SENTENCE = /[。；！？]/

export function isColumnOfNamesAlone({ cells, xs, ruled }: Grid): boolean {
  return ruled && xs.length === 2 && isColumnOfNames(cells.map((c) => c.glyphs))
}

/** The last column of a table that its page was too narrow for: a header, and figures alone; or blank cells, as many as make one. */
function isColumnOfFigures(texts: readonly string[], fewest: number): boolean {
  const from = texts.findIndex(isWrittenAmount)
  const isBlank = (some: readonly string[]) => some.every((text) => text === '')
  if (from < 0) return fewest < FEWEST_ROWS && !isBlank(texts) && isBlank(texts.slice(-FEWEST_ROWS))
  return texts.length - from >= fewest && texts.slice(from).every((text) => text === '' || isFigure(text))
}

/** A table of two columns without the ruling between them: two headers in one cell, and below them names with their amounts. */
function isList(cells: readonly (readonly Glyph[])[]): boolean {
  const rows = cells.map((own) => toLevelLines(own).map((line) => toTextRow(line).pieces))
  const isLine = ([pieces, ...others]: (typeof rows)[number]) =>
    others.length === 0 && pieces?.length === 2 && pieces[1]!.amount && !pieces[0]!.amount
  const from = rows.findIndex(isLine)
  const head = rows[from - 1]?.flat() ?? []
  if (head.length < 2 || head.some((p) => p.amount)) return false
  return rows.slice(from).every((own) => own.length === 0 || isLine(own))
}
