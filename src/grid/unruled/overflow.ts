/**
 * Lines of labels that fill their cells, where rows are as close to each other as lines: what stands below a text with no
 * room for another letter, set as that is, goes on with it.
 */
import { isTotal } from '../columns/column-of.ts'
import { isNumbered, type Piece, type TextRow } from '../pieces.ts'

/** Texts of one column begin at one place, or have their middle there, give or take so many points. */
const SAME_PLACE = 0.7
/** Lines of a label are no further apart than so many times their size, as programs set one and a half lines, and than rows with figures are by so many points. */
const WITHIN = 2
const CLOSER = 0.3
/** So many labels with their figures beside the second line show that cells are set from the foot. */
const SHOWN = 3

/** Lines without a figure that are parts of labels; `pitch`: how far rows with figures are from each other. */
export function overflowing(lines: readonly TextRow[], pitch: number): Set<TextRow> {
  const texts = lines.flatMap((r) => r.pieces.filter(isText))
  const fills = (p: Piece) => texts.every((o) => !isAligned(p, o) || width(o) - width(p) < p.glyphs[0]!.size)
  /** Whether all texts of one of two lines have one of the other above or below them, and the upper ones fill their cells. */
  const goesOn = (upper: TextRow | undefined, lower: TextRow | undefined, own: TextRow) => {
    if (!upper || !lower) return false
    const other = own === upper ? lower : upper
    const pairs = own.pieces.map((p) => [p, other.pieces.find((o) => isText(o) && isAligned(p, o))] as const)
    const isClose = stepOf(upper, lower) < Math.min(WITHIN * upper.line.size, pitch - CLOSER)
    return isClose && pairs.every(([p, o]) => o !== undefined && fills(own === upper ? p : o))
  }
  const found = new Set<TextRow>()
  const isPart = (r: TextRow | undefined) => r !== undefined && (hasFigure(r) || found.has(r))
  const areTexts = (r: TextRow) => r.pieces.every((p) => isText(p) && !isNumbered(p))
  // From the lines beside figures on to those beside them.
  for (let count = -1; count < found.size; ) {
    count = found.size
    for (const [i, r] of lines.entries()) {
      const [above, below] = [lines[i - 1], lines[i + 1]]
      if (!areTexts(r)) continue
      if ((isPart(below) && goesOn(r, below, r)) || (isPart(above) && goesOn(above, r, r))) found.add(r)
    }
  }
  const isFirst = (r: TextRow, i: number) => {
    const next = lines[i + 1]
    return r.pieces.every((p) => isText(p) && isNumbered(p)) && next && hasFigure(next) && goesOn(r, next, r)
  }
  const firsts = lines.filter(isFirst)
  return firsts.length < SHOWN ? found : new Set([...found, ...firsts])
}

/** A text that begins no row but as 一、 does. */
function isText(p: Piece): boolean {
  return /\p{Script=Han}/u.test(p.text) && !p.amount && !isTotal(p.text)
}

/** 1061700 without places may be an amount or a code: either is of a row. */
function hasFigure({ pieces, anchor }: TextRow): boolean {
  return pieces.length > 1 && anchor
}

function isAligned(a: Piece, b: Piece): boolean {
  const off = (a.box[0] + a.box[2] - b.box[0] - b.box[2]) / 2
  return Math.min(Math.abs(a.box[0] - b.box[0]), Math.abs(off)) < SAME_PLACE
}

function width({ box }: Piece): number {
  return box[2] - box[0]
}

function stepOf(upper: TextRow, lower: TextRow): number {
  return lower.line.box[3] - upper.line.box[3]
}
