/** Rulings that a row lacks in part, where a figure stands across: so is a cell over two columns above one that is not. */
import { isWrittenAmount } from '../../amount.ts'
import { blockText } from '../../page/lines.ts'
import type { Box, Glyph } from '../../page/types.ts'
import { toLevelLines, toTextRow } from '../pieces.ts'
import { coverage, type Edge } from './edges.ts'
import { DRAWN, type Lattice, type Sides } from './lattice.ts'

/** No letter stands in a gap of fewer points: strokes may end that much before a crossing. */
const LETTER = 3
/** A figure across a ruling lies on both its sides by so many points. */
const ACROSS = 1

/** Takes a side of a row for none where a figure stands across it in a stretch that is not drawn. */
export function openCrossed({ xs, ys, v }: Lattice, sides: Sides, glyphs: readonly Glyph[]): void {
  for (const [col, edge] of v.entries()) {
    if (!edge || col === 0 || col === v.length - 1) continue
    for (const [row, drawn] of sides.v[col]!.entries()) {
      const [y0, y1] = [ys[row]!, ys[row + 1]!]
      if (!drawn || !isPartly(edge, y0, y1)) continue
      const near: Box = [xs[col - 1]!, y0, xs[col + 1]!, y1]
      if (isCrossed(edge, near, glyphs)) sides.v[col]![row] = false
    }
  }
}

function isPartly(edge: Edge, from: number, to: number): boolean {
  const share = coverage(edge, from, to)
  return share >= DRAWN && (1 - share) * (to - from) >= LETTER
}

function isCrossed(edge: Edge, [x0, y0, x1, y1]: Box, glyphs: readonly Glyph[]): boolean {
  const own = glyphs.filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    return x > x0 && x < x1 && y > y0 && y < y1 && coverage(edge, box[1], box[3]) === 0
  })
  if (!own.some((g) => g.box[2] > edge.at) || !own.some((g) => g.box[0] < edge.at)) return false
  return toLevelLines(own).some((line) =>
    toTextRow(line).pieces.some(
      ({ box, glyphs: letters }) =>
        box[0] < edge.at - ACROSS && box[2] > edge.at + ACROSS && isWrittenAmount(blockText(letters)),
    ),
  )
}
