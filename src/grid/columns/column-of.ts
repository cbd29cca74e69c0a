/** In which of the columns a text stands. */
import type { Glyph } from '../../page/types.ts'
import type { Piece } from '../pieces.ts'

/** Share of its size that a text may reach out of its column. */
const SLACK = 0.6

/** The column a piece stands in: the one it overlaps most. */
export function columnOf(xs: readonly number[], piece: Piece): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i + 1 < xs.length; i++) {
    const shared = Math.min(xs[i + 1]!, piece.box[2]) - Math.max(xs[i]!, piece.box[0])
    if (shared > most) [best, most] = [i, shared]
  }
  return best
}

/** Whether there are amounts, and each of them stands within one column. */
export function fits(pieces: readonly Piece[], xs: readonly number[]): boolean {
  return pieces.some((p) => p.amount) && pieces.every((p) => !p.amount || isWithin(p, xs))
}

/** Whether a piece stands within one of the columns, but for so many points. */
export function isWithin({ box, glyphs }: Piece, xs: readonly number[], slack = SLACK * glyphs[0]!.size): boolean {
  return xs.some((x, i) => i + 1 < xs.length && box[0] >= x - slack && box[2] <= xs[i + 1]! + slack)
}

/** The pieces that stand in each column. */
export function byColumn(pieces: readonly Piece[], xs: readonly number[]): Piece[][] {
  const out = xs.slice(1).map((): Piece[] => [])
  for (const piece of pieces) out[columnOf(xs, piece)]!.push(piece)
  for (const [col, own] of out.entries()) {
    const [amount, label, ...more] = own
    const next = out[col + 1]
    // No cell holds an amount and a label behind it: that is set at the left of a cell whose other labels are in its middle.
    const isBehind = amount?.amount && label && /^\p{Script=Han}{2}/u.test(label.text) && label.box[0] >= amount.box[2]
    if (isBehind && more.length === 0 && next?.length === 0 && label.box[2] > xs[col + 1]!) next.push(own.pop()!)
  }
  return out
}

/** Labels of totals are set in the middle of several columns. */
export function isTotal(text: string): boolean {
  return /^[^\d]*[合总小]计$/.test(text.replace(/\s+/g, ''))
}

/** A block beside others has so many columns at least. */
const BLOCK = 2

/**
 * 人员经费合计 1.20 公用经费合计 … 3.40: of blocks side by side, the total of several has its amount in the last of them. Its
 * label reaches up to there, wherever it is set.
 */
function isOfBlocks(line: readonly Piece[][], label: number, after: number): boolean {
  const isAmount = (pieces: readonly Piece[] | undefined) => pieces?.some((p) => p.amount) ?? false
  return after - label > BLOCK && isAmount(line[after]) && line.slice(0, label).some(isAmount)
}

/** A label that stands in the middle one of blank columns is so many letters from where their edges have their middle, at most. */
const SYMMETRIC = 2

/** The cell that begins at a column of a line without rulings, and the column behind it. */
export function cellAt(line: readonly Piece[][], col: number, xs: readonly number[]): { end: number; glyphs: Glyph[] } {
  const next = line.findIndex((pieces, c) => c >= col && pieces.length > 0)
  const [label, ...others] = line[next] ?? []
  if (label && others.length === 0 && isTotal(label.text)) {
    const after = line.findIndex((pieces, c) => c > next && pieces.length > 0)
    const end = after < 0 ? line.length : after
    if (isOfBlocks(line, next, after)) return { end: after, glyphs: label.glyphs }
    // The amount of the last column, which may be blank, is none of the label's.
    for (const to of [end, end - 1]) {
      const middle = (label.box[0] + label.box[2] - xs[col]! - xs[to]!) / 2
      // As many columns at either side of its own say so, too, where their texts show edges less well.
      const slack = next - col === to - 1 - next ? SYMMETRIC : 1
      if (to > col + 1 && to > next && Math.abs(middle) < slack * label.glyphs[0]!.size)
        return { end: to, glyphs: label.glyphs }
    }
  }
  return { end: col + 1, glyphs: line[col]!.flatMap((p) => p.glyphs) }
}
