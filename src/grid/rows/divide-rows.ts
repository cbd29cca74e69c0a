/** A row of a grid made into several, its cells with it. */
import { around, blockText, type Line, middle } from '../../page/lines.ts'
import type { Box, Glyph, Ruling } from '../../page/types.ts'
import { toLevelLines, toTextRow } from '../pieces.ts'
import type { Grid, GridCell } from '../types.ts'

/** A cell of the row, or one that ends there, with its lines, top to bottom. */
export interface Text {
  cell: GridCell
  lines: Line[]
}

/** Which lines of a cell stand in which of its rows; null for a cell that is merged over all of them. */
export type Parts = Map<GridCell, Line[][] | null>

/** A text reaches over the edge of its column by no more than so many points. */
const OVER = 1
/** A ruling stands aside of an edge by no more than so many points: it may be one of two, the sides of frames. */
const ASIDE = 2
/** A ruling divides a row if it reaches over this share of its height. */
const DRAWN = 0.6
/** A text in the middle of its rows stands no further from it than this share of its size; rows are at least twice as high. */
const CENTRED = 0.3

export function divide(grid: Grid, row: number, parts: Parts, rulings: readonly Ruling[]): void {
  const dealtOut = [...parts.values()].filter((own) => own !== null)
  const count = dealtOut[0]!.length
  const { page, y0, y1 } = grid.rows[row]!
  const edges = [y0]
  for (let n = 1; n < count; n++) {
    const above = dealtOut.flatMap((own) => own[n - 1]!.map((l) => l.box[3]))
    const below = dealtOut.flatMap((own) => own[n]!.map((l) => l.box[1]))
    const [foot, top] = [Math.max(...above), Math.min(...below)]
    const shown = n === 1 ? footsOf(parts).filter((y) => y > foot && y < top) : []
    // What is merged over rows above may end there.
    edges.push(Math.max(y0, shown.length > 0 ? shown[shown.length >> 1]! : (foot + top) / 2))
  }
  edges.push(y1)
  const rows = edges.slice(1).map((foot, n) => ({ page, y0: edges[n]!, y1: foot }))
  grid.rows.splice(row, 1, ...rows)
  const starts = range(row + 1, row + count - 1)
  const begun: GridCell[] = []
  const whole: GridCell[] = []
  grid.cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + count - 1 }]
    const last = cell.row + cell.rowSpan - 1
    if (last < row) return [cell]
    const own = last === row ? (parts.get(cell) ?? blank(cell, count)) : null
    if (own) return partsOf(cell, own, edges, { xs: grid.xs, rulings })
    const merged = { ...cell, rowSpan: cell.rowSpan + count - 1 }
    if (cell.rowSpan === 1) return [merged]
    const apart = overRows(merged, starts, grid.rows)
    if (apart.length === 1) whole.push(merged)
    else begun.push(...apart.slice(1))
    return apart
  })
  const beside = whole.filter((cell) => begun.some((b) => isFoot(b, cell)))
  grid.cells = grid.cells.flatMap((cell) => (beside.includes(cell) ? besideParted(cell, begun, grid.rows) : [cell]))
  grid.cells = grid.cells.flatMap((cell) => withinCode(cell, { starts, begun, rulings }, grid.rows))
}

/**
 * A cell over rows between which a ruling is left out may be two, one below the other: each text stands in the
 * middle of its own rows, or two codes of one level stand in the first of theirs. `starts`: the rows below such
 * rulings.
 */
function overRows(cell: GridCell, starts: readonly number[], rows: Grid['rows']): GridCell[] {
  for (const start of starts) {
    const [above, below] = halves(cell, start, rows)
    if (![above, below].every(isCentred) && !areCodesOnTop([above, below], rows)) continue
    const rest = starts.filter((s) => s > start)
    return [toCell(above), ...overRows(toCell(below), rest, rows)]
  }
  return [cell]
}

/** Where the first of the rows ends if the text of each cell stands in the middle of it, and of the rows above; sorted. */
function footsOf(parts: Parts): number[] {
  const foots = [...parts].flatMap(([cell, own]) => {
    const lines = own?.[0] ?? []
    return lines.length > 0 ? [2 * middle({ box: around(lines) }) - cell.box[1]] : []
  })
  return foots.sort((a, b) => a - b)
}

/** Whether a cell ends where another one does that begins above it. */
function isFoot(foot: GridCell, cell: GridCell): boolean {
  return foot.row > cell.row && foot.row + foot.rowSpan === cell.row + cell.rowSpan
}

/** A cell beside one as high that is parted: its text stands in the middle of one part, and the other is blank. */
function besideParted(cell: GridCell, begun: readonly GridCell[], rows: Grid['rows']): GridCell[] {
  const starts = begun.filter((b) => isFoot(b, cell)).map((b) => b.row)
  for (const start of starts) {
    const parts = halves(cell, start, rows)
    const filled = parts.filter(({ lines }) => lines.length > 0)
    if (filled.length === 1 && isCentred(filled[0]!, 0, filled)) return parts.map(toCell)
  }
  return [cell]
}

/** Rows below rulings that are left out, cells that begin there, and what is drawn. */
interface Divided {
  starts: readonly number[]
  begun: readonly GridCell[]
  rulings: readonly Ruling[]
}

/**
 * A code stands beside one of the level above and not beside two: where that one begins, rows without a code begin or
 * end. So they do where the ruling at its side ends, above a total that is merged over the columns of codes.
 */
function withinCode(cell: GridCell, { starts, begun, rulings }: Divided, rows: Grid['rows']): GridCell[] {
  if (!CODE.test(cell.text)) return [cell]
  const x = cell.box[2]
  const begins = (start: number) =>
    begun.some((c) => c.row === start && CODE.test(c.text) && c.col + c.colSpan === cell.col)
  const ends = (start: number) => {
    const [above, below] = [rows[start - 1]!, rows[start]!]
    return isRuled(x, [above.y0, above.y1], rulings) && !isRuled(x, [below.y0, below.y1], rulings)
  }
  const isOver = (start: number) => start > cell.row && start < cell.row + cell.rowSpan
  const start = starts.find((s) => isOver(s) && (begins(s) || ends(s)))
  return start === undefined ? [cell] : halves(cell, start, rows).map(toCell)
}

const CODE = /^\d+$/

/** A cell divided above one of its rows. */
function halves(cell: GridCell, start: number, rows: Grid['rows']): [Merged, Merged] {
  const [x0, y0, x1, y1] = cell.box
  const edge = rows[start]!.y0
  const lines = toLevelLines(cell.glyphs)
  const rowSpan = start - cell.row
  const upper: GridCell = { ...cell, rowSpan, box: [x0, y0, x1, edge] }
  const lower: GridCell = { ...cell, row: start, rowSpan: cell.rowSpan - rowSpan, box: [x0, edge, x1, y1] }
  return [
    { cell: upper, lines: lines.filter((l) => middle(l) < edge) },
    { cell: lower, lines: lines.filter((l) => middle(l) >= edge) },
  ]
}

/** A cell over rows, or a part of one, with its lines. */
interface Merged {
  cell: GridCell
  lines: Line[]
}

function toCell({ cell, lines }: Merged): GridCell {
  const glyphs = lines.flatMap((l) => l.glyphs)
  return withGlyphs(cell, glyphs)
}

/** Of two parts one may be without text if the other's rows are several: in one row alone every text is near its middle. */
function isCentred({ cell, lines }: Merged, _: number, parts: readonly Merged[]): boolean {
  const [first] = lines
  if (!first) return parts.every((p) => p.lines.length === 0 || p.cell.rowSpan > 1)
  return Math.abs(middle({ box: around(lines) }) - middle(cell)) < CENTRED * first.size
}

function areCodesOnTop(parts: readonly Merged[], rows: Grid['rows']): boolean {
  const isOnTop = ({ cell, lines }: Merged) => lines.length === 1 && middle(lines[0]!) < rows[cell.row]!.y1
  const codes = parts.map(({ lines }) => lines.map((l) => l.text).join(''))
  return parts.every(isOnTop) && codes.every((c) => CODE.test(c) && c.length === codes[0]!.length)
}

/** A cell without text is one without text in each row; one that is merged stays so. */
function blank({ glyphs, rowSpan }: GridCell, count: number): Line[][] | null {
  return glyphs.length === 0 && rowSpan === 1 ? Array.from({ length: count }, () => []) : null
}

/** What shows the columns of the rows: edges, and rulings that reach over one of the rows only. */
interface Columns {
  xs: readonly number[]
  rulings: readonly Ruling[]
}

/** The parts of a cell, the first with the rows above that the cell has. */
function partsOf(cell: GridCell, own: readonly Line[][], edges: readonly number[], columns: Columns): GridCell[] {
  const last = cell.row + cell.rowSpan - 1
  return own.flatMap((lines, n): GridCell[] => {
    const box: Box = [cell.box[0], n === 0 ? cell.box[1] : edges[n]!, cell.box[2], edges[n + 1]!]
    const part = { ...cell, row: n === 0 ? cell.row : last + n, rowSpan: n === 0 ? cell.rowSpan : 1, box }
    const ends =
      cell.colSpan === 1 ? null : (ruledColumns(part, columns) ?? (n > 0 ? columnsOf(cell, lines, columns.xs) : null))
    return ends ? acrossOf(part, lines, ends, columns.xs) : [toCell({ cell: part, lines })]
  })
}

/** The first columns behind each of the parts into which rulings divide a cell; null if none does. */
function ruledColumns({ col, colSpan, box: [, y0, , y1] }: GridCell, { xs, rulings }: Columns): number[] | null {
  const ends = range(col + 1, col + colSpan - 1).filter((n) => isRuled(xs[n]!, [y0, y1], rulings))
  return ends.length > 0 ? [...ends, col + colSpan] : null
}

/** Whether a vertical ruling is drawn between two heights. */
function isRuled(x: number, [y0, y1]: readonly [number, number], rulings: readonly Ruling[]): boolean {
  const own = rulings.filter((r) => r.axis === 'v' && Math.abs(r.at - x) <= ASIDE)
  const covered = own.map((r) => Math.max(0, Math.min(r.to, y1) - Math.max(r.from, y0)))
  return Math.max(0, ...covered) > DRAWN * (y1 - y0)
}

/** One cell for each text of a header below the one over all of them. */
function acrossOf(part: GridCell, lines: readonly Line[], ends: readonly number[], xs: readonly number[]): GridCell[] {
  return ends.map((end, i) => {
    const col = ends[i - 1] ?? part.col
    const glyphs = lines.flatMap((l) =>
      l.glyphs.filter(({ box }) => isWithin((box[0] + box[2]) / 2, xs[col]!, xs[end]!)),
    )
    return withGlyphs({ ...part, col, colSpan: end - col, box: [xs[col]!, part.box[1], xs[end]!, part.box[3]] }, glyphs)
  })
}

/** Whether a place lies between two edges. */
export const isWithin = (x: number, from: number, to: number) => x >= from && x < to

export function withGlyphs(cell: GridCell, glyphs: Glyph[]): GridCell {
  return { ...cell, glyphs, text: blockText(glyphs) }
}

/**
 * The columns over which the texts of some lines stand, each with the first column behind its own; null if one
 * crosses an edge that it should not. Texts stand in the middle of what they head.
 */
export function columnsOf({ col, colSpan }: GridCell, lines: readonly Line[], xs: readonly number[]): number[] | null {
  const pieces = lines.flatMap((l) => toTextRow(l).pieces.map((p) => p.box))
  const blocks = blocksOf(pieces)
  if (blocks.length < 2) return null
  const ends: number[] = []
  for (const [i, block] of blocks.entries()) {
    const from = ends.at(-1) ?? col
    const next = blocks[i + 1]
    const may = range(from + 1, next ? col + colSpan - 1 : col + colSpan).filter((end) =>
      next ? xs[end]! >= block[2] - OVER && xs[end]! <= next[0] + OVER : end === col + colSpan,
    )
    const aside = (end: number) => Math.abs(xs[from]! + xs[end]! - block[0] - block[2])
    const [best] = may.sort((a, b) => aside(a) - aside(b))
    if (best === undefined) return null
    ends.push(best)
  }
  return ends
}

export const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** What stands below each other, left to right. */
function blocksOf(boxes: readonly Box[]): Box[] {
  const out: Box[] = []
  for (const box of [...boxes].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && box[0] < last[2]) out[out.length - 1] = around([{ box: last }, { box }])
    else out.push(box)
  }
  return out
}
