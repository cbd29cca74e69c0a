/** A corner that a slanted line parts: the text below it names the rows, the one above it the columns. */
import { isWrittenAmount } from '../../amount.ts'
import { blockText, toLines } from '../../page/lines.ts'
import { NO_HEADER } from '../data.ts'
import { isTitleWord } from '../pieces.ts'
import { beginnings, type Grid, type GridCell } from '../types.ts'

/** Between the two texts of a corner. */
export const CORNER = '＼'

/** Lines of one text stand below each other; those of a corner begin so many letters apart, … */
const SHIFT = 1
/** … and the upper one leaves so much of its cell free, 0–1; the first line of a paragraph is indented less. */
const FREE = 0.4
/** Its texts begin and end no further from the sides of the cell than so many letters. */
const AT_SIDE = 2
/** So many rows may be a header. */
const HEADER_ROWS = 6

/** What a column is named by, beside a corner: words or a year. Beside 156 alone stands the name of a line. */
const HEADER = /\p{L}|^\s*20\d\d\s*$/u

/** Of a header no cells but years are numbers; so many in a row are amounts without places. */
const NUMBER = /^\s*(?!20\d\d\s*$)\d+\s*$/
const NUMBERS = 2

/** Sets the texts of corners apart, that of the rows first. */
export function nameCorners(grid: Grid): void {
  let head = HEADER_ROWS
  for (const [row, cells] of beginnings(grid).entries()) {
    const isData = cells.some((c) => isWrittenAmount(c.text) || NO_HEADER.test(c.text))
    if (isData || cells.filter((c) => NUMBER.test(c.text)).length >= NUMBERS) head = 0
    // Another table of the frame begins.
    else if (cells.some((c) => c.colSpan > 1 && isTitleWord(c.text))) head = row + HEADER_ROWS
    if (row >= head) continue
    for (const cell of cells) {
      const isNamed = cells.some((c) => c !== cell && HEADER.test(c.text))
      const corner = isNamed && cell.glyphs.length >= 4 && /^[^\d０-９:：]+$/.test(cell.text) ? cornerText(cell) : null
      if (corner) cell.text = corner
    }
  }
}

/** The texts of a corner, that of the rows first; null of any other cell. */
export function cornerText({ glyphs, box }: Pick<GridCell, 'glyphs' | 'box'>): string | null {
  const [upper, lower, ...others] = toLines(glyphs)
  if (!upper || !lower || others.length > 0 || upper.box[3] > lower.box[1] + upper.size / 2) return null
  if (upper.box[0] - box[0] < FREE * (box[2] - box[0])) return null
  if (Math.max(lower.box[0] - box[0], box[2] - upper.box[2]) > AT_SIDE * upper.size) return null
  if ([lower, upper].some((l) => / .*\S\S|\S\S.* /.test(l.text))) return null
  if (upper.box[0] - lower.box[0] < SHIFT * upper.size) return null
  return `${blockText(lower.glyphs)}${CORNER}${blockText(upper.glyphs)}`
}
