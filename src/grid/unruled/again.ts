/**
 * A header that a table prints again among its rows, as those do that were pasted together or made for a screen: the
 * same texts at the same places, line by line, right below a row. It is none of the rows.
 */
import { isTotal } from '../columns/column-of.ts'
import { isNumbered, type Piece, type TextRow } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import type { Grid } from '../types.ts'
import { areTogether } from './spacing.ts'

/** Texts of two headers begin at one place, give or take so many points. */
const SAME_PLACE = 1
/** So many texts in a line of it are a header, be it printed again once. */
const HEADS = 3

/** Lines of one cell are no further apart than so many times their size. */
const WRAPPED = 1.6

interface Surroundings {
  ruled: readonly Grid[]
  rulings: readonly Edge[]
}

/** The lines of a page without those of a header that is printed again. */
export function withoutHeaderAgain(rows: readonly TextRow[], around: Surroundings): TextRow[] {
  const again = new Set<TextRow>()
  for (const [i, row] of rows.entries()) {
    // What stands below a row already is none of a header.
    const isFirst = isWords(row) && !again.has(row) && !(i > 0 && endsRow(rows, i - 1) && areTogether(rows, i, around))
    const copies = isFirst ? copiesOf(rows, i, around) : []
    if (isHeader(copies)) for (const copy of copies.flat()) again.add(copy)
  }
  return rows.filter((r) => !again.has(r))
}

/** The lines of the header that begins at a line, each time that it is printed again. */
function copiesOf(rows: readonly TextRow[], from: number, around: Surroundings): TextRow[][] {
  const copies: TextRow[][] = []
  for (let k = from + 2; k < rows.length; k++) {
    const count = blockAt(rows, from, k)
    if (count === 0 || !isData(rows[from + count]!)) continue
    // Second lines of wrapped cells may be the same words in many rows.
    if (!endsRow(rows, k - 1) || isRest(rows, k) || !areTogether(rows, k, around)) continue
    copies.push(rows.slice(k, k + count))
    k += count - 1
  }
  return copies
}

/** How many lines from two on are the same words, one copy ending before the other begins. */
function blockAt(rows: readonly TextRow[], from: number, again: number): number {
  let count = 0
  while (from + count < again && again + count < rows.length && isSame(rows[from + count]!, rows[again + count]!))
    count++
  return from + count < again ? count : 0
}

function isSame(a: TextRow, b: TextRow): boolean {
  const isAlike = (p: Piece, q: Piece | undefined) =>
    q !== undefined && p.text === q.text && Math.abs(p.box[0] - q.box[0]) < SAME_PLACE
  return isWords(a) && a.pieces.length === b.pieces.length && a.pieces.every((p, i) => isAlike(p, b.pieces[i]))
}

/** 2010801-行政运 over 行 is the name of a row, which may be that of many; 2026年预算数 is none. */
const CODED = /^\d{3,7}([-－—]|(?!年)\p{Script=Han})/u

/** Words alone, as in a header. */
function isWords({ pieces }: TextRow): boolean {
  return pieces.every((p) => /\p{Script=Han}/u.test(p.text) && !p.amount && !isNumbered(p) && !CODED.test(p.text))
}

/** Two words beside each other may be a line of a list that stands in it twice; three times they are none. */
function isHeader(copies: readonly (readonly TextRow[])[]): boolean {
  const most = Math.max(0, ...(copies[0] ?? []).map((r) => r.pieces.length))
  return most >= HEADS || (most > 1 && copies.length > 1)
}

function isData({ anchor, pieces }: TextRow): boolean {
  return anchor || pieces.some((p) => p.amount)
}

/** Whether a line is a row of data, or the rest of one that is wrapped, and no total that ends a table. */
function endsRow(rows: readonly TextRow[], at: number): boolean {
  const from = rows.findLastIndex((r, k) => k <= at && isData(r))
  if (from < 0 || isTotal(rows[from]!.pieces[0]!.text)) return false
  return Array.from({ length: at - from }, (_, n) => from + n + 1).every((k) => isRest(rows, k))
}

/** Whether a line is as close below the one above it as those of one cell. */
function isRest(rows: readonly TextRow[], at: number): boolean {
  return rows[at]!.line.box[3] - rows[at - 1]!.line.box[3] < WRAPPED * rows[at]!.line.size
}
