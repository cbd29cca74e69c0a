/** Frames around tables of which the header alone is ruled: below it the texts show the cells, as where no frame is. */
import { toLines } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { isProse, type TextRow, toTextRow } from '../pieces.ts'
import { coverage, type Edge } from './edges.ts'
import type { Lattice } from './lattice.ts'

/** So many lines of figures below each other, and no ruling between them or their columns, are rows of their own. */
const ROWS = 2
/** Uprights of two pieces of a table stand at one place, give or take so many points. */
const SAME_PLACE = 1
/** An upright ruling that reaches into the frame by no more than this share of it ends with the header. */
const REACH = 0.1

/**
 * The lattices without those of one row in which a whole table stands, or a piece of one between the same uprights:
 * these show its columns, and nothing shows its rows. Below a header that is ruled they are pieces of that; where a line
 * of figures stands first, its header is on the page before.
 */
export function withoutOneRows(lattices: readonly Lattice[], glyphs: readonly Glyph[]): Lattice[] {
  const isRow = ({ xs, ys }: Lattice) => ys.length === 2 && xs.length > 2
  const isWhole = (lattice: Lattice) => {
    const rows = rowsIn(glyphs, lattice.xs, [lattice.ys[0]!, lattice.ys[1]!])
    const least = hasHeader(lattice) ? 1 : ROWS
    return rows.filter(isOfFigures).length >= least && !isOfFigures(rows[0]!)
  }
  const whole = lattices.filter((l) => isRow(l) && isWhole(l))
  const isSame = (a: Lattice, b: Lattice) =>
    a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - b.xs[i]!) < SAME_PLACE)
  const isHeaded = (l: Lattice) => lattices.some((o) => !isRow(o) && isSame(o, l))
  return lattices.filter((l) => !isRow(l) || isHeaded(l) || !whole.some((o) => isSame(o, l)))
}

/** Whether uprights within a frame begin below a header of several columns, and go on to its foot. */
function hasHeader({ xs, ys, v }: Lattice): boolean {
  const [head, foot] = [ys[0]!, ys.at(-1)!]
  const isLower = (edge: Edge | undefined) =>
    coverage(edge, head, foot) < 1 - REACH && coverage(edge, (head + foot) / 2, foot) > 1 - REACH
  return v.slice(1, xs.length - 1).some(isLower)
}

/** The lattice without its last row if that holds the whole body of a table. */
export function withoutOpenBody(lattice: Lattice, glyphs: readonly Glyph[]): Lattice {
  const { xs, ys, h, v } = lattice
  const [y0, y1] = [ys.at(-2)!, ys.at(-1)!]
  if (ys.length < 3 || v.slice(1, -1).some((edge) => coverage(edge, y0, y1) > REACH)) return lattice
  return rowsOfFigures(glyphs, xs, [y0, y1]) < ROWS ? lattice : { xs, ys: ys.slice(0, -1), h: h.slice(0, -1), v }
}

/** How many lines of figures stand below each other between two heights. */
export function rowsOfFigures(
  glyphs: readonly Glyph[],
  xs: readonly number[],
  heights: readonly [number, number],
): number {
  return rowsIn(glyphs, xs, heights).filter(isOfFigures).length
}

function rowsIn(glyphs: readonly Glyph[], xs: readonly number[], [y0, y1]: readonly [number, number]): TextRow[] {
  const [x0, x1] = [xs[0]!, xs.at(-1)!]
  const inside = glyphs.filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    return x > x0 && x < x1 && y > y0 && y < y1
  })
  return toLines(inside).map((line) => toTextRow(line))
}

function isOfFigures(row: TextRow): boolean {
  return row.pieces.length > 1 && row.pieces.some((p) => p.amount) && !isProse(row)
}
