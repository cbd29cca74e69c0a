/** Two texts that meet without room between them, since one of them is wider than its cell. */
import type { Glyph } from '../../page/types.ts'
import type { GridCell } from '../types.ts'

/** A text that was set in the middle of its cell is no further from it than this share of its size. */
const MIDDLE = 0.1

interface Text {
  cell: GridCell
  glyphs: Glyph[]
}

/**
 * 公务用车购置费 | 公务用车运行维护费: a run over the edge of two cells that is one text in the middle of the first and
 * one in the middle of the second, which runs over its edges. One long text is so only where it ends beyond both cells.
 */
export function inTheirMiddles(run: readonly Glyph[], cellOf: (glyph: Glyph) => GridCell | undefined): Text[] | null {
  // The last letter of the second may stand beyond its cell.
  const [left, right, beyond, ...others] = new Set(run.map(cellOf).filter((cell) => cell !== undefined))
  if (!left || !right || others.length > 0 || left.row !== right.row || left.col > right.col) return null
  if (beyond && beyond !== cellOf(run.at(-1)!)) return null
  for (let count = 1; count < run.length; count++) {
    const texts = [
      { cell: left, glyphs: run.slice(0, count) },
      { cell: right, glyphs: run.slice(count) },
    ]
    if (texts.every(isInMiddle)) return texts
  }
  return null
}

function isInMiddle({ cell, glyphs }: Text): boolean {
  const [first, last] = [glyphs[0]!, glyphs.at(-1)!]
  const aside = first.box[0] + last.box[2] - cell.box[0] - cell.box[2]
  return Math.abs(aside) < 2 * MIDDLE * first.size
}
