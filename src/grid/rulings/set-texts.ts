/** How a text stands in its cell: in the middle, in line with others of its column, as high as others of its row. */
import { isFigure } from '../../amount.ts'
import { around, blockText } from '../../page/lines.ts'
import type { Box, Glyph } from '../../page/types.ts'
import { type Lattice, range, type Sides } from './lattice.ts'
import { boxOf, glyphsIn, type Region, type Texts } from './regions.ts'

/** Texts of one column begin or end at one place, give or take so many points. */
export const ALIGNED = 1
/** A text in the middle stands no further from it than this share of its size. */
export const CENTRED = 0.3

export interface Table extends Pick<Lattice, 'xs' | 'ys'> {
  sides: Sides
  texts: Texts
}

export function areFigure(glyphs: readonly Glyph[]): boolean {
  return isFigure(blockText(glyphs))
}

/** Whether the rulings of a line beside make a column as wide as a region is. */
export function isColumn(
  { col, colEnd }: Pick<Region, 'col' | 'colEnd'>,
  v: readonly (readonly boolean[])[],
  row: number,
): boolean {
  const isDrawn = (c: number) => v[c]?.[row] === true
  if (!isDrawn(col) || !isDrawn(colEnd)) return false
  for (let c = col + 1; c < colEnd; c++) if (isDrawn(c)) return false
  return true
}

/** Whether a region has no text, or one in the middle of its width, or one in the middle of each of its columns. */
export function isMiddle(region: Region, table: Table): boolean {
  if (isBetween(region, table, 0)) return true
  const columns = range(region.colEnd - region.col, (i) => ({
    ...region,
    col: region.col + i,
    colEnd: region.col + i + 1,
  }))
  return columns.length > 1 && columns.every((r) => glyphsIn(table.texts, r).length > 0 && isBetween(r, table, 0))
}

/** … or of its height. */
export function isCentre(region: Region, table: Table): boolean {
  return isBetween(region, table, 1)
}

function isBetween(region: Region, table: Table, axis: 0 | 1): boolean {
  const glyphs = glyphsIn(table.texts, region)
  if (glyphs.length === 0) return true
  const [own, cell] = [around(glyphs), boxOf(region, table)]
  const [from, to] = axis === 0 ? [cell[0], cell[2]] : [cell[1], cell[3]]
  const text: Pick<Box, 0 | 2> = axis === 0 ? own : { 0: own[1], 2: own[3] }
  return isCentred(text, [from, to], glyphs[0]!.size)
}

export function isCentred(text: Pick<Box, 0 | 2>, [from, to]: readonly [number, number], size: number): boolean {
  return Math.abs(text[0] + text[2] - from - to) / 2 < CENTRED * size
}

/** A text that stands in the middle of two cells is in a column with so many others all the same. */
export const BY_CHANCE = 3

/** Whether the text begins, ends or has its middle where some others of its kind do that stand in the same column. */
export function isAligned(region: Region, table: Table, count = 1): boolean {
  const glyphs = glyphsIn(table.texts, region)
  if (glyphs.length === 0) return true
  const own = around(glyphs)
  const kind = areFigure(glyphs)
  // Texts that begin at one place have their middles anywhere.
  const isCentral = isMiddle(region, table)
  const others = table.texts.filter((_, row) => {
    if ((row >= region.row && row < region.rowEnd) || !isColumn(region, table.sides.v, row)) return false
    const other = glyphsIn(table.texts, { ...region, row, rowEnd: row + 1 })
    if (other.length === 0 || areFigure(other) !== kind) return false
    const box = around(other)
    const [from, to] = [box[0] - own[0], box[2] - own[2]]
    return [from, to, isCentral ? (from + to) / 2 : from].some((aside) => Math.abs(aside) < ALIGNED)
  })
  return others.length >= count
}

/** Whether the text stands in the middle of its row, or as high as another one in a cell of that row alone. */
export function isLevel(region: Region, table: Table): boolean {
  if (isCentre(region, table)) return true
  const glyphs = glyphsIn(table.texts, region)
  const own = around(glyphs)
  const { row, rowEnd } = region
  return table.texts[row]!.some((_, col) => {
    if (col >= region.col && col < region.colEnd) return false
    // The first lines of two headers over both rows stand level, too.
    if (!table.sides.h[row]![col] || !table.sides.h[rowEnd]![col]) return false
    const other = glyphsIn(table.texts, { row, rowEnd, col, colEnd: col + 1, count: 1 })
    if (other.length === 0) return false
    const box = around(other)
    return Math.abs(box[1] + box[3] - own[1] - own[3]) / 2 < CENTRED * glyphs[0]!.size
  })
}
