/** In which of the columns a text stands. */
import type { Piece } from './pieces.ts'

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

/** Whether a piece stands within one of the columns, but for a little. */
export function isWithin({ box, glyphs }: Piece, xs: readonly number[]): boolean {
  const slack = glyphs[0]!.size * SLACK
  return xs.some((x, i) => i + 1 < xs.length && box[0] >= x - slack && box[2] <= xs[i + 1]! + slack)
}
