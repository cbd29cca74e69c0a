/** How lines of one text of a header lie to each other. */
import type { Glyph } from '../../page/types.ts'
import type { Piece } from '../pieces.ts'
import type { Block } from './bands.ts'

/** Lines of one wrapped header are closer than this share of the text size. */
export const WRAP = 0.75
/** The distances between lines of one text differ by so many points. */
export const SAME_LEADING = 0.3
/** Baselines of one line of texts, none of which is wrapped, differ by less than this share of their size. */
export const SAME_LINE = 0.1
/** Lines of a wrapped text are set in its middle, give or take this share of their size, or from one side. */
export const CENTRE = 1.5

/** Whether a text stands below another as the next line of a cell does. */
export function isUnder(lower: Piece, { box, glyphs }: Piece): boolean {
  const { size } = glyphs[0]!
  const off = (lower.box[0] + lower.box[2] - box[0] - box[2]) / 2
  return Math.abs(off) < CENTRE * size || isFlush({ x0: box[0], x1: box[2], size }, lower)
}

/** Lines of a text that is set at the left begin at one place, those of one at the right end at one, and no further off than by rounding. */
export function isFlush({ x0, x1, size }: Pick<Block, 'x0' | 'x1' | 'size'>, { box }: Piece): boolean {
  return Math.abs(x0 - box[0]) < size / 2 || Math.abs(x1 - box[2]) < SAME_LINE * size
}

/** Whether a text stands as close below another as the next line of a cell does. */
export function isNextBelow(lower: Piece, upper: Piece): boolean {
  const gap = (lower.box[1] - upper.box[3]) / lower.glyphs[0]!.size
  return Math.abs(gap) < WRAP && isUnder(lower, upper)
}

/** Baselines of one line may differ a little. */
export function sameLine(a: Piece, b: Piece): boolean {
  return Math.abs(a.box[3] - b.box[3]) < a.glyphs[0]!.size / 2
}

export function linesOf({ glyphs }: Pick<Block, 'glyphs'>): Glyph[][] {
  const lines: Glyph[][] = []
  for (const g of glyphs) {
    const line = lines.at(-1)
    if (line && Math.abs(line[0]!.box[3] - g.box[3]) < g.size / 2) line.push(g)
    else lines.push([g])
  }
  return lines
}
