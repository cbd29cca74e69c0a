/** Cells parted at an edge of columns, and headers of several columns that stand in one cell over them. */
import { around, blockText } from '../../page/lines.ts'
import type { Piece } from '../pieces.ts'
import type { GridCell } from '../types.ts'
import { headPiecesOf, isSpread, partsOf, piecesOf, reachesOver } from './cell-gaps.ts'

/** Headers of columns in one cell over them: each is in the middle of its own, whatever stands below. */
export function headsOf(cell: GridCell, xs: readonly number[]): GridCell[] {
  for (let col = cell.col + 1; col < cell.col + cell.colSpan; col++) {
    if (reachesOver(cell, xs[col]!, headPiecesOf) || isSpread(cell)) continue
    const parts = inTwo(cell, col, xs, headPiecesOf)
    if (parts.every((part) => part.text !== '' && isInMiddle(part))) return parts.flatMap((part) => headsOf(part, xs))
  }
  const at = betweenTwo(cell, xs)
  return at < 0 ? [cell] : inTwo(cell, at, xs, headPiecesOf)
}

/** Two headers in one cell are further apart than so many letters. */
const APART = 3
/** An edge lies no further from where it would have a header in the middle than this share of the columns beside it. */
const NEAR = 0.25

/** The edge that has each of two headers in one cell in the middle of its columns, or nearly so; -1 if none does. */
function betweenTwo(cell: GridCell, xs: readonly number[]): number {
  const [a, b, ...others] = headPiecesOf(cell).flat()
  if (!a || !b || others.length > 0 || [a, b].some((p) => p.glyphs.length < 2)) return -1
  if (b.box[0] - a.box[2] < APART * cell.glyphs[0]!.size) return -1
  const [left, right] = [a.box[0] + a.box[2] - cell.box[0], b.box[0] + b.box[2] - cell.box[2]]
  return xs.findIndex((x, col) => {
    if (col <= cell.col || col >= cell.col + cell.colSpan || x < a.box[2] || x > b.box[0]) return false
    const near = NEAR * Math.min(x - xs[col - 1]!, xs[col + 1]! - x)
    return Math.abs(left - x) < near && Math.abs(right - x) < near
  })
}

/** Share of its size by which a text in the middle of its cell may stand beside it. */
const MIDDLE = 0.3

function isInMiddle({ box, glyphs }: GridCell): boolean {
  const own = around(glyphs)
  return Math.abs(own[0] + own[2] - box[0] - box[2]) / 2 < MIDDLE * glyphs[0]!.size
}

/** The parts of a cell at the sides of an edge. */
export function inTwo(cell: GridCell, col: number, xs: readonly number[], pieced = piecesOf): [GridCell, GridCell] {
  const part = (c0: number, c1: number, pieces: readonly Piece[]): GridCell => {
    const glyphs = pieces.flatMap((p) => p.glyphs)
    const box: GridCell['box'] = [xs[c0]!, cell.box[1], xs[c1]!, cell.box[3]]
    return { ...cell, col: c0, colSpan: c1 - c0, box, glyphs, text: blockText(glyphs) }
  }
  const [left, right] = partsOf(cell, xs[col]!, pieced)
  return [part(cell.col, col, left), part(col, cell.col + cell.colSpan, right)]
}
