/**
 * Rulings over some of the columns alone, between two over the whole table: cells of the other columns go on over them,
 * each with one text in the middle of the rows that it reaches over.
 */
import { around } from '../../page/lines.ts'
import { columnOf } from '../columns/column-of.ts'
import type { Piece, TextRow } from '../pieces.ts'
import { coverage, type Edge } from '../rulings/edges.ts'
import { dataRows, type OnPage } from './rows.ts'
import { type Laid, type Span, without } from './spanning.ts'

/** A ruling that is drawn over this share of the table is over the whole of it, … */
const WHOLE = 0.9
/** … and over a column, if over this share of it: where columns end is told by their texts. */
const MOST = 0.5
/** A text misses the middle of its cell by no more than this share of its size. */
const MIDDLE = 0.5

/** A cell over several rows. */
interface Tall {
  col: number
  y0: number
  y1: number
  /** How many rows rulings make beside it. */
  rows: number
  pieces: Piece[]
}

/** Lines of data as rows, with the cells that such rulings make; null if there are none, or what stands in them is not theirs. */
export function partlyRuled(lines: readonly TextRow[], xs: readonly number[], page: OnPage): Laid | null {
  const tall = tallCells(lines, xs, page.rulings)
  if (tall.length === 0 || !tall.every(isOneText)) return null
  const taken = new Set(tall.flatMap((c) => c.pieces))
  const rows = dataRows(
    lines.flatMap((r) => without(r, (p) => taken.has(p))),
    page,
  )
  const isIn = (row: readonly TextRow[], { y0, y1 }: Tall) => row.every((r) => isBetween(r.line.box, y0, y1))
  const spans = tall.map((cell): Span => {
    const from = rows.findIndex((row) => isIn(row, cell))
    const to = rows.findLastIndex((row) => isIn(row, cell)) + 1
    return { from, to, cols: [cell.col, cell.col + 1], pieces: cell.pieces }
  })
  return spans.every((s, i) => s.to - s.from === tall[i]!.rows) ? { rows, spans } : null
}

/** Cells with a text that rulings of other columns end beside. */
function tallCells(lines: readonly TextRow[], xs: readonly number[], rulings: readonly Edge[]): Tall[] {
  const share = (r: Edge, from: number, to: number) => coverage(r, xs[from]!, xs[to]!)
  const last = xs.length - 1
  const bounds = rulings.filter((r) => share(r, 0, last) >= WHOLE)
  return bounds.slice(1).flatMap((bottom, i) => {
    const top = bounds[i]!
    const inner = rulings.filter((r) => r.at > top.at && r.at < bottom.at)
    if (inner.length === 0) return []
    const pieces = lines.flatMap((r) => r.pieces).filter((p) => isBetween(p.box, top.at, bottom.at))
    return xs.slice(1).flatMap((_, col) => {
      const own = pieces.filter((p) => columnOf(xs, p) === col)
      const ends = [top, ...inner.filter((r) => share(r, col, col + 1) >= MOST), bottom].map((r) => r.at)
      return ends.slice(1).flatMap((y1, k): Tall[] => {
        const y0 = ends[k]!
        const rows = inner.filter((r) => r.at > y0 && r.at < y1).length + 1
        const inCell = own.filter((p) => isBetween(p.box, y0, y1))
        return rows > 1 && inCell.length > 0 ? [{ col, y0, y1, rows, pieces: inCell }] : []
      })
    })
  })
}

function isBetween(box: Piece['box'], y0: number, y1: number): boolean {
  const y = (box[1] + box[3]) / 2
  return y > y0 && y < y1
}

/** Whether a cell holds one text in its middle, of fewer lines than it has rows beside it: else each may be of a row. */
function isOneText({ y0, y1, rows, pieces }: Tall): boolean {
  const [, top, , bottom] = around(pieces)
  const { size } = pieces[0]!.glyphs[0]!
  return pieces.length < rows && Math.abs(top + bottom - y0 - y1) / 2 < MIDDLE * size
}
