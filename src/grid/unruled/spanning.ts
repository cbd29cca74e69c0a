/**
 * Cells at the left that reach over many rows: the name, the sum and the goal of a project beside the list of its
 * indicators. They are set in the middle of their rows, so that their middle tells which rows those are.
 */
import { around, blockText } from '../../page/lines.ts'
import { columnOf, isTotal } from '../columns/column-of.ts'
import type { Piece, TextRow } from '../pieces.ts'
import { dataRows, type OnPage } from './rows.ts'

/** A line with texts in so many columns is a row's; … */
const FULL = 4
/** … so many of them show which columns have a text in every row: in this share of them at least, … */
const ROWS = 3
const EVERY = 0.9
const HALF = 0.5
/** … and so many columns. */
const COLUMNS = 3
/** Cells that reach over rows are no more than this share of their count. */
const FEWER = 0.5
/** The ways to share rows out grow with the square of their count; a page of a list has a tenth of these. */
const MOST_ROWS = 400
/** A project has a name and a sum, at least. */
const LEFT = 2
/** Lines of one cell are no further apart than so many times what they usually are. */
const SAME_CELL = 1.3
/** Cells miss the middle of their rows by no more than this share of their size: how high rows are is not seen. */
const CENTRE = 1
/** Rows beside no such cell, and one that goes on over a page end, cost so many times the text size. */
const REST = 2
const GOES_ON = 1
/** Rows that end (or begin) no further from the end of the page than this share of its height may go on on the next. */
const MARGIN = 0.25

/** Texts of columns, of one cell each, over rows `from` (inclusive) to `to` (exclusive). */
export interface Span {
  from: number
  to: number
  /** The first of its columns, and the one behind them. */
  cols: [from: number, to: number]
  pieces: Piece[]
}

export interface Laid {
  rows: TextRow[][]
  spans: Span[]
}

/** Lines of data as rows, with such cells at their left; null if there are none. */
export function spanning(lines: readonly TextRow[], xs: readonly number[], page: OnPage): Laid | null {
  const left = leftColumns(lines, xs)
  if (left < LEFT) return null
  const isLeft = (p: Piece) => columnOf(xs, p) < left
  const cells = cellsOf(
    lines.flatMap((r) => r.pieces.filter(isLeft)),
    xs,
  )
  // Codes and numbered labels are of a row each, and a project has a sum.
  const isLabel = (p: Piece) => p.anchor && columnOf(xs, p) === 0
  if (!cells.some((c) => c.pieces.some((p) => p.amount)) || cells.some((c) => c.pieces.some(isLabel))) return null
  const rest = lines.flatMap((r) => without(r, isLeft))
  const rows = dataRows(rest, page)
  if (cells.length > FEWER * rows.length || rows.length > MOST_ROWS) return null
  const spans = spread(rows, cells, page.height)
  return spans && { rows, spans: spans.map((s) => ({ ...s, cols: [0, left] })) }
}

/** How many columns stand left of those that have a text in every row; 0 if the first one has. */
function leftColumns(lines: readonly TextRow[], xs: readonly number[]): number {
  const taken = lines.map((r) => new Set(r.pieces.map((p) => columnOf(xs, p))))
  if (lines.some((r) => r.pieces.some((p) => isTotal(p.text)))) return 0
  const columns = xs.slice(1).map((_, c) => c)
  const inMost = (some: readonly ReadonlySet<number>[], share: number) =>
    columns.filter((c) => some.filter((cols) => cols.has(c)).length >= share * some.length)
  // The name, the sum and the goal of a project may make a line of texts, too.
  const core = inMost(
    taken.filter((cols) => cols.size >= FULL),
    HALF,
  )
  const full = taken.filter((cols) => core.filter((c) => cols.has(c)).length >= COLUMNS)
  const every = inMost(full, EVERY)
  return full.length >= ROWS && every.length >= COLUMNS ? every[0]! : 0
}

export function without(row: TextRow, isTaken: (p: Piece) => boolean): TextRow[] {
  const pieces = row.pieces.filter((p) => !isTaken(p))
  if (pieces.length === 0) return []
  if (pieces.length === row.pieces.length) return [row]
  const glyphs = pieces.flatMap((p) => p.glyphs)
  const line = { ...row.line, glyphs, box: around(glyphs), text: blockText(glyphs) }
  return [{ line, pieces, anchor: pieces.some((p) => p.anchor || (p.amount && pieces.length > 1)) }]
}

/** What stands in the left columns at one height: the cells of one group of rows. */
interface Cells {
  pieces: Piece[]
  y0: number
  y1: number
  /** Their middle. */
  y: number
  size: number
}

function cellsOf(pieces: readonly Piece[], xs: readonly number[]): Cells[] {
  const blocks = xs.slice(1).flatMap((_, c) => blocksOf(pieces.filter((p) => columnOf(xs, p) === c)))
  const out: Piece[][][] = []
  for (const block of blocks.sort((a, b) => around(a)[1] - around(b)[1])) {
    const last = out.at(-1)
    if (last && around(block)[1] < around(last.flat())[3]) last.push(block)
    else out.push([block])
  }
  return out.map(toCells)
}

/** Lines of one column that stand below each other as those of a cell do. */
function blocksOf(column: readonly Piece[]): Piece[][] {
  const sorted = [...column].sort((a, b) => a.box[1] - b.box[1])
  const steps = sorted.slice(1).map((p, i) => p.box[1] - sorted[i]!.box[1])
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0
  const out: Piece[][] = []
  for (const [i, piece] of sorted.entries()) {
    if (i > 0 && !piece.amount && steps[i - 1]! <= Math.min(SAME_CELL * usual, 2 * piece.glyphs[0]!.size))
      out.at(-1)!.push(piece)
    else out.push([piece])
  }
  return out
}

function toCells(blocks: Piece[][]): Cells {
  const pieces = blocks.flat()
  const [, y0, , y1] = around(pieces)
  // A sum stands in one line, wherever its name and goal are parted by a page end.
  const sums = pieces.filter((p) => p.amount)
  const [, top, , bottom] = around(sums.length > 0 ? sums : pieces)
  return { pieces, y0, y1, y: (top + bottom) / 2, size: pieces[0]!.glyphs[0]!.size }
}

type Shared = Omit<Span, 'cols'>

interface Plan {
  cost: number
  spans: Shared[]
}

/** Gives every cell its rows, all in order, so that each is nearest to their middle; null if one is far from it. */
function spread(rows: readonly TextRow[][], cells: readonly Cells[], height: number): Shared[] | null {
  const edges = edgesOf(rows)
  const count = rows.length
  const rest = REST * cells[0]!.size
  const isAtTop = edges[0]!.most < MARGIN * height
  const isAtEnd = edges[count]!.least > (1 - MARGIN) * height
  let plans = new Map<number, Plan>()
  for (let s = 0; s < count; s++) plans.set(s, { cost: s > 0 ? rest : 0, spans: [] })
  for (const [k, cell] of cells.entries()) {
    const next = new Map<number, Plan>()
    for (const [from, plan] of plans)
      for (let to = from + 1; to <= count; to++) {
        const mayGoOn = {
          above: isAtTop && k === 0 && from === 0,
          below: isAtEnd && k === cells.length - 1 && to === count,
        }
        const cost = plan.cost + off(cell, edges[from]!, edges[to]!, mayGoOn)
        const known = next.get(to)
        if (Number.isFinite(cost) && (!known || cost < known.cost))
          next.set(to, { cost, spans: [...plan.spans, { from, to, pieces: cell.pieces }] })
      }
    plans = next
  }
  const all = [...plans].map(([to, plan]) => ({ ...plan, cost: plan.cost + (to < count ? rest : 0) }))
  if (all.length === 0) return null
  return all.reduce((a, b) => (b.cost < a.cost ? b : a)).spans
}

/** Between which heights two rows meet, or the first and the last end. */
interface RowEdge {
  least: number
  most: number
}

/** Rows meet half-way between their texts; the first and the last may be as high as the lowest or the highest of them. */
function edgesOf(rows: readonly TextRow[][]): RowEdge[] {
  const boxes = rows.map((group) => around(group.flatMap((r) => r.pieces)))
  const between = boxes.slice(1).map((box, i) => (boxes[i]![3] + box[1]) / 2)
  const margins = between.map((y, i) => y - boxes[i]![3])
  const [least, most] = [Math.min(...margins), Math.max(...margins)]
  const [top, bottom] = [boxes[0]![1], boxes.at(-1)![3]]
  return [
    { least: top - most, most: top - least },
    ...between.map((y) => ({ least: y, most: y })),
    { least: bottom + least, most: bottom + most },
  ]
}

/** How far a cell is from the middle between two edges, points; it may go on over one that it is nearer to. */
function off(cell: Cells, top: RowEdge, bottom: RowEdge, mayGoOn: { above: boolean; below: boolean }): number {
  const { y0, y1, y, size } = cell
  const isOut = (!mayGoOn.above && y0 < top.least - size / 2) || (!mayGoOn.below && y1 > bottom.most + size / 2)
  if (isOut) return Number.POSITIVE_INFINITY
  const above = (top.least + bottom.least) / 2 - y
  const below = y - (top.most + bottom.most) / 2
  const miss = Math.max(0, above, below)
  if (miss <= CENTRE * size) return miss
  return (above > 0 ? mayGoOn.above : mayGoOn.below) ? GOES_ON * size : Number.POSITIVE_INFINITY
}
