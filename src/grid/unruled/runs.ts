/** Stretches of lines that are tables without (enough) rulings: their data, and the header above. */
import { isWrittenAmount } from '../../amount.ts'
import type { Box } from '../../page/types.ts'
import { sameHeader } from '../pages/repeated-header.ts'
import {
  isCaptionLine,
  isOrdinalLine,
  isProse,
  isRestOfAmount,
  type Piece,
  type TextRow,
  toTextRow,
} from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { isBetween, isHeads, ruledHeader } from '../rulings/horizontal.ts'
import type { Grid } from '../types.ts'
import { IS_TOTAL } from '../words.ts'
import { alignedRows } from './aligned.ts'
import { besideLabels } from './beside-labels.ts'
import { cellTexts } from './cell-texts.ts'
import { fitsGrid, goesOnFrom, isListed, isWholeAmount } from './goes-on.ts'
import { headerLines, listBegin, topOfTexts, WITHIN_CELL } from './head-lines.ts'
import { BESIDE, isRow } from './rows.ts'
import { isAside, isHeading, isNumberedTitle, isTitleLike } from './titles.ts'

/** Lines further apart than this many text heights do not belong to one table … */
const FAR = 5
/** … unless they are evenly spaced, give or take this share of their height, and no further apart than this many of them. */
const SAME_PITCH = 0.8
const EVEN = 10
/** Lines around a row's figures are as far from each other, give or take so many points. */
const SAME_STEP = 0.5
/** An unruled table has at least this many lines of data, or … */
const LINES = 3
/** … this many amounts in one line below a header, … */
const AMOUNTS = 3
/** … or more than one amount or line, below a line of so many headers. */
const HEADS = 3
/** Header lines above the first line of data, at most. */
const HEADER_LINES = 16

/** What else stands on the page, and before it. */
export interface Surroundings {
  ruled: readonly Grid[]
  /** The grid that ends the page before. */
  before: Grid | null
  /** Horizontal rulings that belong to no ruled grid. */
  rulings: readonly Edge[]
}

export interface Run {
  rows: TextRow[]
  /** How many of them, from the top, are header. */
  header: number
}

/** Stretches of lines that are tables: lines of data with those between them, and the header above. */
export function tableRuns(rows: readonly TextRow[], { ruled, before, rulings }: Surroundings): Run[] {
  const runs: Run[] = []
  const texts = cellTexts(rows)
  const inCells = new Set(rows.filter((r) => r.pieces.some((p) => texts.has(p))))
  const beside = besideLabels(rows)
  const isText = (r: TextRow) => isProse(r) && !inCells.has(r)
  const isCaption = (r: TextRow) => isCaptionLine(r) && !inCells.has(r)
  const together = (k: number) => {
    const [a, b] = [rows[k - 1]!, rows[k]!]
    if (isText(a) || isText(b) || divided(a, b, ruled)) return false
    return near(a, b) || isNearRuling(a, b, rulings) || isEven(rows, k)
  }
  for (let i = 0; i < rows.length; ) {
    if (!(rows[i]!.anchor || beside.has(rows[i]!)) || isText(rows[i]!) || isNumberedTitle(rows, i)) {
      i++
      continue
    }
    let end = i
    // What a ruled header stands between is of two tables, however far below a total may be.
    const isDivided = (k: number) => divided(rows[k - 1]!, rows[k]!, ruled)
    const goes = (k: number) => together(k) || (isAtTotal(rows, k) && !isDivided(k))
    for (
      let k = i + 1;
      k < rows.length && goes(k) && !isCaption(rows[k]!) && !isHeading(rows[k]!, rows.slice(i, k));
      k++
    )
      if (isRow(rows[k]!) || isRestOfAmount(rows, k) || inCells.has(rows[k]!) || beside.has(rows[k]!)) end = k
    while (end + 1 < rows.length && (isWithinRow(rows, end + 1, rulings) || isRestOfCell(rows, end + 1))) end++
    let start = i
    while (
      start > 0 &&
      i - start < HEADER_LINES &&
      (together(start) || (start === i && !isDivided(i) && isFarTotal(rows, i))) &&
      !isCaption(rows[start - 1]!)
    )
      start--
    const top = topOfTexts(rows, { start, data: i }, inCells)
    const isRest = isRestOfPage(rows, { start, end }, runs.length === 0 ? before : null, rulings)
    const bounds = isRest ? null : ruledHeader(rows, start, top, rulings)
    const data = bounds?.end ?? top
    start = bounds?.start ?? start
    if (runs.length === 0 && isRunningHead(rows, { start, end }, before)) start++
    // A title above the header is one piece in larger type, or the first of the run.
    while (start < data && (isTitleLike(rows[start]!, rows.slice(start + 1, data)) || isAside(rows, start, data)))
      start++
    const run = rows.slice(start, end + 1)
    const first = runs.length === 0 && rows.slice(0, start).every(isPageHeader) ? before : null
    const header = isContinued(run, first) ? 0 : listBegin(run, bounds ? data - start : headerLines(run, top - start))
    const lines = run.slice(header)
    const isKnown = goesOn(lines, first) || (runs.length === 0 && isRepeated(run.slice(0, header), before))
    if (isTable(run, header) || isKnown || standsUnder(lines, headAbove(run, ruled))) runs.push({ rows: run, header })
    i = end + 1
  }
  return runs
}

/** What may stand above a table that goes on from the page before: no title, and no unit. */
function isPageHeader(row: TextRow): boolean {
  return row.pieces.length === 1 && !isTitleLike(row, []) && !isCaptionLine(row)
}

/** Whether everything on a page, from its first line on, stands in the columns of the page before: none of it is a header. */
function isContinued(run: readonly TextRow[], before: Grid | null): boolean {
  if (!before || before.ruled || sameHeader(run.slice(0, HEADER_LINES), before)) return false
  const pieces = alignedRows(run).flatMap((r) => r.pieces)
  const within = ({ box, glyphs }: Piece) =>
    !before.xs.some((x) => x > box[0] + glyphs[0]!.size && x < box[2] - glyphs[0]!.size)
  return pieces.every(within) && goesOnFrom(run, before)
}

/** Whether a text alone at the head of a page that goes on is the name of the document: it stands in line with no text below it. */
function isRunningHead(
  rows: readonly TextRow[],
  { start, end }: { start: number; end: number },
  before: Grid | null,
): boolean {
  const [{ line, pieces }, run] = [rows[start]!, rows.slice(start + 1, end + 1)]
  if (start > 0 || pieces.length > 1 || pieces[0]!.anchor || !isContinued(run, before)) return false
  const middle = (b: Box) => (b[0] + b[2]) / 2
  const isNear = (a: number, b: number) => Math.abs(a - b) < line.size
  const isInLine = ({ box }: Piece) => isNear(box[0], line.box[0]) || isNear(middle(box), middle(line.box))
  return !run.some((r) => r.pieces.some(isInLine))
}

/** Whether a text alone at the head of a page, between rulings, ends a row of the page before: it is no title. */
function isRestOfPage(
  rows: readonly TextRow[],
  { start, end }: { start: number; end: number },
  before: Grid | null,
  rulings: readonly Edge[],
): boolean {
  const [{ line, pieces }, next] = [rows[start]!, rows[start + 1]]
  if (start > 0 || pieces.length > 1 || !next || isTitleLike(rows[start]!, [next])) return false
  const top: Box = [line.box[0], 0, line.box[2], 0]
  const isEnclosed = isBetween(rulings, top, line.box) && isBetween(rulings, line.box, next.line.box)
  return isEnclosed && isContinued(rows.slice(start, end + 1), before)
}

/** The ruled header that a run stands directly under. */
export function headAbove(run: readonly TextRow[], ruled: readonly Grid[]): Grid | null {
  const { box, size } = run[0]!.line
  const above = ruled.filter((g) => g.box[3] <= box[1] + 2).at(-1)
  if (!above) return null
  if (box[1] - above.box[3] < FAR * size) return above
  // The total of a table whose lines are all empty.
  return run.length === 1 && isTotalRow(run[0]!) && !above.cells.some((c) => isWrittenAmount(c.text)) ? above : null
}

/** Few lines below a ruled header without any data are its data. */
function standsUnder(data: readonly TextRow[], above: Grid | null): boolean {
  if (!above || above.cells.some((c) => isWrittenAmount(c.text))) return false
  const rows = data.map((r) => toTextRow(r.line, above.xs))
  const pieces = rows.flatMap((r) => r.pieces)
  return fitsGrid(rows, above) || isListed(data, pieces, above.xs)
}

function near(a: TextRow, b: TextRow): boolean {
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
function firstBeside(rows: readonly TextRow[], at: number): number {
  let first = at
  while (first > 0 && sharesHeight(rows[first]!, rows[first - 1]!)) first--
  return first
}

function sharesHeight(lower: TextRow, upper: TextRow): boolean {
  return lower.line.box[1] < upper.line.box[3]
}

/** Whether a line ends the cell of the one above it: no ruling parts them, one stands below both, and it is no note. */
function isWithinRow(rows: readonly TextRow[], at: number, rulings: readonly Edge[]): boolean {
  const [upper, { line }] = [rows[at - 1]!.line.box, rows[at]!]
  if (isProse(rows[at]!) || isCaptionLine(rows[at]!)) return false
  const below: Box = [line.box[0], Number.POSITIVE_INFINITY, line.box[2], Number.POSITIVE_INFINITY]
  const next = rows[at + 1]?.line.box ?? below
  return near(rows[at - 1]!, rows[at]!) && !isBetween(rulings, upper, line.box) && isBetween(rulings, line.box, next)
}

/** Whether one text stands as close below a line as lines of a cell do, and below a text of it or of the one above. */
function isRestOfCell(rows: readonly TextRow[], at: number): boolean {
  const { line, pieces } = rows[at]!
  const [piece, ...others] = pieces
  if (!piece || others.length > 0 || isProse(rows[at]!) || isCaptionLine(rows[at]!)) return false
  const gap = line.box[1] - rows[at - 1]!.line.box[3]
  if (gap > WITHIN_CELL * line.size && !isLeading(rows, at)) return false
  if (gap < -BESIDE * line.size) return true
  const isOver = (p: Piece) => !p.amount && p.box[0] < piece.box[2] && piece.box[0] < p.box[2]
  return rows.slice(Math.max(0, at - 2), at).some((r) => r.pieces.some(isOver))
}

/** Whether a line is as far below the one above it, or the next but one, as lines around a row's figures are from each other. */
function isLeading(rows: readonly TextRow[], at: number): boolean {
  const isLone = (k: number) => rows[k]?.pieces.length === 1 && !rows[k].anchor
  const step = (k: number, by: number) => rows[k]!.line.box[3] - rows[k - by]!.line.box[3]
  const isAround = (k: number) => isLone(k - 2) && isLone(k) && rows[k - 1]!.pieces.every((p) => p.amount)
  if (isTitleLike(rows[at]!, rows.slice(0, at))) return false
  const own = [1, 2].filter((by) => at - by >= 0).map((by) => step(at, by))
  for (let k = 2; k < at; k++) if (isAround(k) && own.some((s) => Math.abs(s - step(k, 2)) < SAME_STEP)) return true
  return false
}

/** Rows may be high: a ruling between two lines is as near to each as the lines of a table are. */
function isNearRuling(a: TextRow, b: TextRow, rulings: readonly Edge[]): boolean {
  if (!isBetween(rulings, a.line.box, b.line.box)) return false
  return b.line.box[1] - a.line.box[3] < 2 * FAR * Math.min(a.line.size, b.line.size)
}

/** A total closes a table, also below lines that the form leaves empty. */
function isTotalRow({ pieces }: TextRow): boolean {
  const at = pieces.findIndex((p) => p.amount)
  // 收 入 总 计: letters set apart to fill their cell.
  const label = pieces.slice(0, at).map((p) => p.text.replace(/\s+/g, ''))
  return at > 0 && (/[合总小]计$/.test(label[0]!) || IS_TOTAL.test(label.join('')))
}

/** Whether a line is a total, or the first of a wrapped label beside one. */
function isAtTotal(rows: readonly TextRow[], at: number): boolean {
  const [own, next] = [rows[at]!, rows[at + 1]]
  return isTotalRow(own) || (next !== undefined && next.line.box[1] < own.line.box[3] && isTotalRow(next))
}

/** Whether a line is the total of a table whose lines are all empty: nothing stands between the header and it. */
function isFarTotal(rows: readonly TextRow[], at: number): boolean {
  if (!isTotalRow(rows[at]!)) return false
  const isHeader = (k: number): boolean => {
    if (isHeads(rows[k]!) || isOrdinalLine(rows[k]!)) return true
    return k > 0 && at - k < HEADS && near(rows[k - 1]!, rows[k]!) && isHeader(k - 1)
  }
  return isHeader(at - 1)
}

function divided(a: TextRow, b: TextRow, grids: readonly Grid[]): boolean {
  return grids.some((g) => g.box[1] < b.line.box[1] && g.box[3] > a.line.box[3])
}

function isTable(run: readonly TextRow[], header: number): boolean {
  const data = run.slice(header)
  const amounts = data.map((r) => r.pieces.filter((p, i) => p.amount || isWholeAmount(r, i)).length)
  if (!amounts.some((n) => n > 0)) return false
  const beside = besideLabels(data)
  const lines = data.filter((r) => r.pieces.length > 1 || beside.has(r)).length
  const heads = Math.max(0, ...run.slice(0, header).map((r) => r.pieces.length))
  if (lines >= LINES || (heads > 1 && Math.max(...amounts) >= AMOUNTS)) return true
  const [only] = data
  // A line that counts the columns is of no sentence, however little stands below it.
  if (heads >= HEADS && run.slice(0, header).some(isOrdinalLine)) return true
  return heads >= HEADS && (lines > 1 || amounts.some((n) => n > 1) || (data.length === 1 && isTotalRow(only!)))
}

/** A page that prints the header again is the table's, whether there are figures on it or not. */
function isRepeated(head: readonly TextRow[], before: Grid | null): boolean {
  return head.length > 0 && before !== null && !before.ruled && sameHeader(head, before) !== null
}

/** Few lines at the head of a page (the total alone) are the end of an unruled table on the page before. */
function goesOn(data: readonly TextRow[], before: Grid | null): boolean {
  return before !== null && !before.ruled && goesOnFrom(data, before)
}
