/** Texts of several columns in one cell: the pieces of its lines, and the room between two headers. */
import { isFigure, isWrittenAmount } from '../../amount.ts'
import { around } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'
import { CORNER } from '../cells/corners.ts'
import { type Piece, toHeadRow, toLevelLines, toPiece, toTextRow } from '../pieces.ts'
import type { Grid, GridCell } from '../types.ts'

/** Texts reach over an edge if they lie on both sides of it by more than so many points. */
export const SLACK = 1
/** Two headers in one cell are further apart than this many letters; words of one are not. */
const APART = 1.2
/** … and one beside all lines of another by this many, on none of their levels by this share of a letter. */
const BESIDE_LINES = 0.5
const STAGGERED = 0.3

export interface Gap {
  cell: GridCell
  x0: number
  x1: number
  /** What stands before it in its line. */
  before?: string
  /** By how much a ruling may cut the text before it, points. */
  cut?: number
  /** Its width as a share of the text size, if what stands at its sides may be groups of one amount's digits. */
  blank?: number
}

/** The room between two headers in the one cell over a column of figures. */
export function headGap(cell: GridCell, grid: Grid): Gap[] {
  if (cell.colSpan > 1 || /[\d０-９]|(?<!其中)[:：]|^.{0,3}$/.test(cell.text) || cell.text.includes(CORNER)) return []
  const below = grid.cells.filter((c) => c.row > cell.row && c.col === cell.col && c.colSpan === 1)
  const isOverColumns = (gap: Gap) => below.some((c) => isWrittenAmount(c.text)) || areParted(below, gap)
  const lines = headPiecesOf(cell)
  const pairs = lines.filter((l) => l.length === 2)
  const isWord = (p: Piece | undefined): p is Piece => p !== undefined && p.glyphs.length > 1
  const gapOf = (a: Piece, b: Piece): Gap => ({ cell, x0: a.box[2], x1: b.box[0] })
  const isWideGap = ({ x0, x1 }: Gap) => x1 - x0 >= APART * cell.glyphs[0]!.size
  if (pairs.length > 0) {
    const gaps = pairs.map((l) => gapOf(l[0]!, l[1]!))
    const clear = { cell, x0: Math.max(...gaps.map((g) => g.x0)), x1: Math.min(...gaps.map((g) => g.x1)) }
    const isClear = lines.every((l) => l.length === 2 || (l.length === 1 && !reaches(l[0]!, (clear.x0 + clear.x1) / 2)))
    // 附属单位 over 上缴收入, and 其他收入 beside the middle of both.
    const [left, right] = pairs[0]!
    const isBesideLines =
      lines.length > 1 &&
      Math.abs(left!.box[1] - right!.box[1]) > STAGGERED * cell.glyphs[0]!.size &&
      clear.x1 - clear.x0 >= BESIDE_LINES * cell.glyphs[0]!.size
    const isTold = pairs.length > 1 || ((isBesideLines || gaps.every(isWideGap)) && pairs[0]!.every(isWord))
    if (!isClear || !isTold || clear.x0 >= clear.x1) return []
    if (isOverColumns(clear)) return [clear]
    const edge = edgeByNames(below, clear)
    if (edge !== null) return [{ cell, x0: edge - 1, x1: edge + 1 }]
    // Below them a column of names and a blank one: the headers alone tell, each in the middle of its own.
    const at = below.some(isMiddle) ? null : middleOf(cell, lines)
    return at !== null && at > clear.x0 && at < clear.x1 ? [{ cell, x0: at - 1, x1: at + 1 }] : []
  }
  // Lines of one header stand below each other, and the two texts of a corner that a slanted line parts do so aside.
  const [a, b, ...others] = besideEachOther(lines.flat())
  if (!isWord(a) || !isWord(b) || others.length > 0) return []
  const gap = gapOf(a, b)
  if (!isWideGap(gap)) return []
  if (a.box[3] > b.box[1] && b.box[3] > a.box[1]) return [gap]
  const at = edgeByMiddles(cell, a, b)
  return at !== null && at > gap.x0 && at < gap.x1 ? [{ cell, x0: at - 1, x1: at + 1 }] : []
}

/** So many cells with a text on both sides of one strip are of two columns. */
const PARTED = 3

/** Whether most cells have a text on both sides of the room between two headers, and none over it. */
export function areParted(cells: readonly GridCell[], { x0, x1 }: Pick<Gap, 'x0' | 'x1'>): boolean {
  const printed = cells.filter((c) => c.text !== '')
  const at = clipped(x0, x1, printed.flatMap(piecesOf).flat())
  if (printed.some((c) => reachesOver(c, at))) return false
  const both = printed.filter((c) => partsOf(c, at).every((pieces) => pieces.length > 0)).length
  return both >= PARTED && both > printed.length / 2
}

/** Texts of two columns stand alike in them, give or take so many points. */
export const ALIKE = 1

/** Whether texts at the sides of an edge stand as far from the left, the right or the middle of the two cells that it makes. */
export function areSetAlike(cell: GridCell, x: number): boolean {
  const [left, right] = partsOf(cell, x, piecesBeside(x))
  if (left.length === 0 || right.length === 0 || isSpread(cell)) return false
  const asideIn = ([x0, , x1]: Box, from: number, to: number) => [x0 - from, to - x1, (x0 + x1 - from - to) / 2]
  const other = asideIn(around(right), x, cell.box[2])
  return asideIn(around(left), cell.box[0], x).some((aside, i) => Math.abs(aside - other[i]!) < ALIKE)
}

/** Room between letters is seen if it is wider by this share of their size than it mostly is. */
const VISIBLE = 0.1

/** Where letters stand behind some room. */
function beginsIn({ glyphs }: GridCell): number[] {
  return toLevelLines(glyphs).flatMap((line) => {
    const gaps = line.glyphs.slice(1).map((g, i) => g.box[0] - line.glyphs[i]!.box[2])
    const usual = Math.max(0, gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0)
    return gaps.flatMap((gap, i) => (gap - usual > VISIBLE * line.size ? line.glyphs[i + 1]!.box[0] : []))
  })
}

/**
 * The edge between two columns of names that nearly touch: behind some room those of the second all begin at one place,
 * as far from their edge as those of the first are.
 */
function edgeByNames(cells: readonly GridCell[], { x0, x1 }: Pick<Gap, 'x0' | 'x1'>): number | null {
  const printed = cells.filter((c) => c.text !== '')
  const own = printed.map((c) => beginsIn(c).filter((x) => x > x0 && x < x1))
  for (const place of own.flat()) {
    const both = printed.filter((_, i) => own[i]!.some((x) => Math.abs(x - place) < ALIKE))
    if (both.length < PARTED || both.length <= printed.length / 2) continue
    const edge = place - Math.min(...both.map((c) => around(c.glyphs)[0] - c.box[0]))
    if (!printed.some((c) => reachesOver(c, edge, piecesFor(c, edge)))) return edge
  }
  return null
}

/** The two texts of a corner stand no further from the sides of their cell than so many letters. */
const AT_SIDE = 2

/** Where an edge would have each of two texts in the middle of its side; null where there is no such place. */
export function edgeByMiddles({ box, glyphs }: GridCell, a: Piece, b: Piece): number | null {
  const { size } = glyphs[0]!
  const [left, right] = [a.box[0] + a.box[2] - box[0], b.box[0] + b.box[2] - box[2]]
  // Letters that are squeezed stand a little beside the middle.
  const slack = a.box[0] - box[0] > AT_SIDE * size ? size : size / 2
  return Math.abs(left - right) < slack ? (left + right) / 2 : null
}

/** The edge that has the one text of a cell, which stands in the middle of one half, in the middle of it; null if it is in that of the cell. */
export function edgeByMiddle(cell: GridCell): number | null {
  if (cell.glyphs.length === 0 || isMiddle(cell)) return null
  const { box } = cell
  const [x0, , x1] = around(cell.glyphs)
  return x0 + x1 > box[0] + box[2] ? x0 + x1 - box[2] : x0 + x1 - box[0]
}

/** Whether a text stands in the middle of its cell: none below does where the cell holds two columns. */
export function isMiddle({ box, glyphs }: GridCell): boolean {
  if (glyphs.length === 0) return false
  const own = around(glyphs)
  return Math.abs(own[0] + own[2] - box[0] - box[2]) < glyphs[0]!.size / 2
}

/** … of two headers that have lines beside each other. */
function middleOf(cell: GridCell, lines: readonly Piece[][]): number | null {
  const [a, b, ...others] = besideEachOther(lines.flat())
  return a && b && others.length === 0 ? edgeByMiddles(cell, a, b) : null
}

/** Texts that stand over each other in part are lines of one. */
function besideEachOther(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of [...pieces].sort((p, q) => p.box[0] - q.box[0])) {
    const last = out.at(-1)
    if (last && last.box[2] > piece.box[0]) out[out.length - 1] = toPiece([...last.glyphs, ...piece.glyphs])
    else out.push(piece)
  }
  return out
}

/** 决　算　数 over the width of its cell is one header. */
export function isSpread(cell: GridCell): boolean {
  const pieces = headPiecesOf(cell).flat()
  return pieces.length > 1 && pieces.every((p) => p.glyphs.length === 1) && !/^[类款项\s]+$/.test(cell.text)
}

export function headPiecesOf(cell: GridCell): Piece[][] {
  return toLevelLines(cell.glyphs).map((line) => toHeadRow(toTextRow(line)).pieces)
}

export function piecesOf(cell: GridCell): Piece[][] {
  return toLevelLines(cell.glyphs).map((line) => toTextRow(line).pieces)
}

/** The pieces of a cell, parted at `x` by any room between letters. */
export function piecesBeside(x: number): (cell: GridCell) => Piece[][] {
  return (cell) => toLevelLines(cell.glyphs).map((line) => toTextRow(line, [x]).pieces)
}

/**
 * The pieces of a cell where columns are parted at `x`: 0 close before 二、外交支出 is one with it for the eye, and two
 * if an edge lies in the room between them.
 */
export function piecesAt(x: number): (cell: GridCell) => Piece[][] {
  const parted = (piece: Piece): Piece[] => {
    const left = piece.glyphs.filter((g) => g.box[2] <= x + SLACK)
    const right = piece.glyphs.filter((g) => g.box[0] >= x - SLACK)
    if (left.length === 0 || right.length === 0 || left.length + right.length < piece.glyphs.length) return [piece]
    const parts = [toPiece(left), toPiece(right)]
    const isBeside = parts.some((p) => isFigure(p.text)) && parts.some((p) => /\p{Script=Han}/u.test(p.text))
    return isBeside ? parts : [piece]
  }
  return (cell) => piecesOf(cell).map((line) => line.flatMap(parted))
}

/** The pieces of a cell that an edge at `x` parts: where texts at its sides are set alike, any room between them does. */
export function piecesFor(cell: GridCell, x: number): (cell: GridCell) => Piece[][] {
  return areSetAlike(cell, x) ? piecesBeside(x) : piecesAt(x)
}

/** A letter of which the edge cuts this share of its size off stands on the side of the others. */
export const CUT = 0.67

export function reaches({ box, glyphs }: Piece, x: number): boolean {
  const slack = glyphs.length === 1 ? SLACK : Math.max(SLACK, CUT * glyphs[0]!.size)
  return box[0] < x - slack && box[2] > x + slack
}

/** Whether a text of the cell lies on both sides of the edge. */
export function reachesOver(cell: GridCell, x: number, pieced = piecesOf): boolean {
  return pieced(cell).some((line) => line.some((p) => reaches(p, x)))
}

/** The middle of what texts at the sides of the stretch leave of it. */
export function clipped(from: number, to: number, pieces: readonly Piece[]): number {
  let [x0, x1] = [from, to]
  for (const { box } of pieces) {
    const isLeft = box[0] + box[2] < x0 + x1
    if (isLeft && box[2] < x1) x0 = Math.max(x0, box[2])
    if (!isLeft && box[0] > x0) x1 = Math.min(x1, box[0])
  }
  return (x0 + x1) / 2
}

export function partsOf(cell: GridCell, x: number, pieced = piecesOf): [Piece[], Piece[]] {
  const pieces = pieced(cell).flat()
  const isLeft = (p: Piece) => (p.box[0] + p.box[2]) / 2 < x
  return [pieces.filter(isLeft), pieces.filter((p) => !isLeft(p))]
}
