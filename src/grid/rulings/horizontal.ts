/** Horizontal rulings where none stand between the columns: they bound rows, and the header. */
import { medianSize } from '../../page/sizes.ts'
import type { Box, Page, Ruling } from '../../page/types.ts'
import { isOrdinalLine, type TextRow } from '../pieces.ts'
import type { Grid } from '../types.ts'
import { areSides } from '../words.ts'
import { coverage, type Edge, toEdges } from './edges.ts'
import { jointsOf } from './joints.ts'
import { lineTolerance } from './ruled.ts'
import { sidesByUprights } from './uprights.ts'

/** A ruling divides two lines if it is drawn over this share of them; merged cells at a side leave a part free. */
const MOST = 0.5
/** A ruling below a header goes on over this share of the lines; one within it is as wide as the columns it parts. */
const WHOLE = 0.9

/** The horizontal rulings that belong to no ruled grid, top to bottom. */
export function freeRulings(page: Page, ruled: readonly Grid[]): Edge[] {
  const tolerance = lineTolerance(page)
  const isFree = (at: number, from: number, to: number) =>
    !ruled.some(({ box }) => at > box[1] - tolerance && at < box[3] + tolerance && from < box[2] && to > box[0])
  const free = page.rulings.filter((r) => r.axis === 'h' && isFree(r.at, r.from, r.to))
  const shortest = medianSize(page.glyphs)
  const withJoints = (edge: Edge): Edge => {
    const own = free.filter((r) => Math.abs(r.at - edge.at) <= tolerance)
    return { ...edge, joints: jointsOf(own, shortest) }
  }
  const uprights = page.rulings.filter((r) => r.axis === 'v' && !ruled.some(({ box }) => isIn(r, box)))
  const drawn = free.length === 0 ? [] : toEdges(free, tolerance).map(withJoints)
  return [...drawn, ...sidesByUprights(uprights, page.glyphs, { tolerance, letter: shortest })].sort(
    (a, b) => a.at - b.at,
  )
}

function isIn({ at, from, to }: Ruling, [x0, y0, x1, y1]: Box): boolean {
  return at > x0 - 1 && at < x1 + 1 && from < y1 && to > y0
}

/** Whether a ruling stands between two lines, one above the other. */
export function isBetween(rulings: readonly Edge[], upper: Box, lower: Box, share = MOST): boolean {
  const [x0, x1] = [Math.min(upper[0], lower[0]), Math.max(upper[2], lower[2])]
  return rulings.some((r) => isAmid(r, upper, lower) && coverage(r, x0, x1) >= share)
}

/** Whether a ruling stands above a text and below another, over the text's middle. */
export function isParted(rulings: readonly Edge[], upper: Box, lower: Box): boolean {
  const x = (lower[0] + lower[2]) / 2
  return rulings.some((r) => isAmid(r, upper, lower) && r.parts.some(([from, to]) => from < x && x < to))
}

function isAmid({ at }: Edge, upper: Box, lower: Box): boolean {
  return at > (upper[1] + upper[3]) / 2 && at < (lower[1] + lower[3]) / 2
}

/** Above the first line of a page; a header that ends the page before is put there. */
const TOP = Number.NEGATIVE_INFINITY

/** So many texts beside each other are a header, and no wrapped label. */
const HEADS = 2

/**
 * Where the header of `rows` begins and ends, if rulings say so: from line `from` to the first line of data. It ends
 * at the last ruling above the data, and begins below the first, unless one stands above all of it.
 */
export function ruledHeader(rows: readonly TextRow[], from: number, data: number, rulings: readonly Edge[]) {
  const isBelow = (k: number) => isBetween(rulings, rows[k - 1]!.line.box, rows[k]!.line.box, WHOLE)
  const bounds = Array.from({ length: data - from }, (_, i) => from + 1 + i).filter(isBelow)
  const below = bounds.filter((k) => isWhole(rows, k, bounds.at(-1)!, rulings))
  let end = below.at(-1)
  if (end === undefined) return null
  while (end < data && isOrdinalLine(rows[end]!)) end++
  // A header of several lines is ruled within, and may not be below.
  if (rows.slice(end, data).some(isHeads)) return null
  const { box } = rows[from]!.line
  const isOpen = !isBetween(rulings, from > 0 ? rows[from - 1]!.line.box : [box[0], TOP, box[2], TOP], box, WHOLE)
  const inner = rows.slice(below[0], end)
  if (isOpen && inner.some(isHeads) && !isTopOf(rows[from]!, inner)) return { start: below[0]!, end }
  // One text alone heads no columns: it stands at the head of the page.
  const own = rows.slice(from, end)
  const isAlone = (r: TextRow, i: number) => r.pieces.length < HEADS && (i === 0 || !standsBeside(r, own[i - 1]!))
  return { start: own.every(isAlone) ? end : from, end }
}

/** Whether a ruling above a line is as wide as those above another: within a header one is as wide as the columns it parts. */
function isWhole(rows: readonly TextRow[], at: number, last: number, rulings: readonly Edge[]): boolean {
  const above = (k: number) => rulings.filter((r) => isAmid(r, rows[k - 1]!.line.box, rows[k]!.line.box))
  const ends = above(last).flatMap(({ parts }) => parts.flat())
  return above(at).some((r) => coverage(r, Math.min(...ends), Math.max(...ends)) >= WHOLE)
}

/** Whether a line is as high as the end of the one before, and beside it: 预算 at the right of 部门预算支出经济科目 in two lines. */
function standsBeside({ line: { box } }: TextRow, { line: upper }: TextRow): boolean {
  return box[1] < upper.box[3] && (box[0] > upper.box[2] || box[2] < upper.box[0])
}

/** Headers of one column begin at one place, give or take so many points. */
const FLUSH = 1

/** Whether a line above the first ruling is of the header: 收入 beside 支出, or every text begins where one below it does. */
function isTopOf(row: TextRow, header: readonly TextRow[]): boolean {
  if (areSides(row.pieces.map((p) => p.text))) return true
  const begins = header.flatMap((r) => r.pieces.map((p) => p.box[0]))
  return isHeads(row) && row.pieces.every((p) => begins.some((x) => Math.abs(x - p.box[0]) < FLUSH))
}

/** A line of texts beside each other, none with a figure. */
export function isHeads({ pieces }: TextRow): boolean {
  return pieces.length >= HEADS && pieces.every((p) => /\p{Script=Han}/u.test(p.text) && !/\d/.test(p.text))
}
