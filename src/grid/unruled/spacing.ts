/** Whether lines below each other are of one table: how far apart they stand, and what stands between them. */
import type { Box } from '../../page/types.ts'
import type { TextRow } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { isBetween } from '../rulings/horizontal.ts'
import type { Grid } from '../types.ts'

/** Lines further apart than this many text heights do not belong to one table … */
export const FAR = 5
/** … unless they are evenly spaced, give or take this share of their height, and no further apart than this many of them. */
const SAME_PITCH = 0.8
const EVEN = 10

/** Whether a line stands so close below the one above it, or as far as rows are from each other, and no table is between them. */
export function areTogether(
  rows: readonly TextRow[],
  at: number,
  { ruled, rulings }: { ruled: readonly Grid[]; rulings: readonly Edge[] },
): boolean {
  if (isDivided(rows, at, ruled)) return false
  const [upper, lower] = [rows[at - 1]!, rows[at]!]
  const ends = rulings.filter((r) => r.isEnd)
  if (isBetween(ends, upper.line.box, lower.line.box)) return false
  const isClosed = () => isAboveLastRuling(lower, closing(upper, ruled, rulings))
  return isNear(upper, lower) || isNearRuling(upper, lower, rulings) || isEven(rows, at) || isClosed()
}

/** Rulings of one table end at one place, give or take so many points. */
const SAME_PLACE = 2

/** The one ruling below a header that alone is ruled, as wide as that: the last of the table, whatever rows are blank above it. */
function closing({ line: { box } }: TextRow, ruled: readonly Grid[], rulings: readonly Edge[]): Edge | null {
  const head = ruled.findLast((g) => g.box[3] <= box[1] + SAME_PLACE)
  const isAsWide = ({ at, parts }: Edge) => {
    const [x0, , x1, y1] = head?.box ?? [0, 0, 0, 0]
    const isEnd = (a: number, b: number) => Math.abs(a - b) <= SAME_PLACE
    return at > y1 + SAME_PLACE && isEnd(parts[0]![0], x0) && isEnd(parts.at(-1)![1], x1)
  }
  const own = head ? rulings.filter(isAsWide) : []
  return own.length === 1 ? own[0]! : null
}

function isAboveLastRuling({ line: { box } }: TextRow, last: Edge | null): boolean {
  return last !== null && box[3] < last.at
}

/** Whether a ruled grid stands between a line and the one above it. */
export function isDivided(rows: readonly TextRow[], at: number, ruled: readonly Grid[]): boolean {
  const [upper, lower] = [rows[at - 1]!.line.box, rows[at]!.line.box]
  return ruled.some((g) => g.box[1] < lower[1] && g.box[3] > upper[3])
}

export function isNear(a: TextRow, b: TextRow): boolean {
  return b.line.box[1] - a.line.box[3] < FAR * Math.min(a.line.size, b.line.size)
}

/** So many of the rows above show how far apart rows are: in a header stand cells between them. */
const SHOWN_ABOVE = 3

/** Small letters may stand in high rows: a row is as far below the one above it as the rows above, or the next, are from each other. */
function isEven(rows: readonly TextRow[], at: number): boolean {
  const own = rows[at]!.line
  const most = EVEN * Math.min(rows[at - 1]!.line.size, own.size)
  if (own.box[3] - rows[at - 1]!.line.box[3] >= most) return false
  const above = [firstBeside(rows, at - 1)]
  while (above.length <= SHOWN_ABOVE && above.at(-1)! > 0) above.push(firstBeside(rows, above.at(-1)! - 1))
  const next = rows.findIndex((r, k) => k > at && !sharesHeight(r, rows[k - 1]!))
  const isSame = (y: (b: Box) => number) => {
    const step = (from: number, to: number) => y(rows[to]!.line.box) - y(rows[from]!.line.box)
    const steps = above.slice(1).map((before, i) => step(before, above[i]!))
    if (next > 0) steps.push(step(at, next))
    return steps.some((s) => Math.abs(s - step(above[0]!, at)) < SAME_PITCH * own.size)
  }
  // Labels that are shrunk into their cells stand in the middle of them.
  return isSame((b) => b[3]) || isSame((b) => (b[1] + b[3]) / 2)
}

/** The first of the lines that stand beside a line, in one row with it. */
export function firstBeside(rows: readonly TextRow[], at: number): number {
  let first = at
  while (first > 0 && sharesHeight(rows[first]!, rows[first - 1]!)) first--
  return first
}

function sharesHeight(lower: TextRow, upper: TextRow): boolean {
  return lower.line.box[1] < upper.line.box[3]
}

/** Rows may be high: a ruling between two lines is as near to each as the lines of a table are. */
function isNearRuling(a: TextRow, b: TextRow, rulings: readonly Edge[]): boolean {
  if (!isBetween(rulings, a.line.box, b.line.box)) return false
  return b.line.box[1] - a.line.box[3] < 2 * FAR * Math.min(a.line.size, b.line.size)
}
