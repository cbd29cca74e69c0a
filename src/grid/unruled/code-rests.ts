/** The last digits of codes that their column is too narrow for: alone in their lines, they are no page numbers. */
import type { Piece, TextRow } from '../pieces.ts'

/** Lines of a cell are no further apart than this many times their size. */
const NEXT = 2
/** Digits of one code begin, end or have their middle at one place, give or take so many points. */
const SAME_PLACE = 0.7
/** So many codes show that their column is too narrow. */
const SHOWN = 2
/** What is printed of a code, in both lines: of subjects it is 7 digits at most. */
const SUBJECT = 7

/** Lines with nothing but the last digits of the code above them. */
export function restsOfCodes(rows: readonly TextRow[]): Set<TextRow> {
  const found = rows.filter((_, i) => isRestOfCode(rows, i))
  return new Set(found.length < SHOWN ? [] : found)
}

function isRestOfCode(rows: readonly TextRow[], at: number): boolean {
  const [digits, ...others] = rows[at]!.pieces
  if (!digits || others.length > 0 || !/^\d{1,3}$/.test(digits.text)) return false
  const isUpper = (p: Piece) =>
    /^\d{3,6}$/.test(p.text) && p.text.length + digits.text.length <= SUBJECT && isNextBelow(digits, p)
  return rows.slice(Math.max(0, at - 2), at).some((row) => row.pieces.length > 1 && row.pieces.some(isUpper))
}

function isNextBelow({ box }: Piece, { box: upper, glyphs }: Piece): boolean {
  const off = [box[0] - upper[0], box[2] - upper[2], (box[0] + box[2] - upper[0] - upper[2]) / 2]
  return off.some((d) => Math.abs(d) < SAME_PLACE) && box[3] - upper[3] < NEXT * glyphs[0]!.size
}
