/** Stretches of lines that are tables without (enough) rulings: their data, and the header above. */
import { isWrittenAmount } from '../../amount.ts'
import { sameHeader } from '../pages/repeated-header.ts'
import { isOrdinalLine, isProse, isRestOfAmount, isTitleWord, type TextRow, toHeadRow, toTextRow } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { ruledHeader } from '../rulings/horizontal.ts'
import type { Grid } from '../types.ts'
import { besideLabels } from './beside-labels.ts'
import { isCaptionAt } from './caption-lines.ts'
import { cellTexts, placesOfTexts, type Texts } from './cell-texts.ts'
import { restsOfCodes } from './code-rests.ts'
import { isContinued, isPageHeader, isRestOfPage, isRestOfRow, isRunningHead } from './continued.ts'
import { areFigures, fitsGrid, goesOnFrom, isListed, isRestOfLabel, isWholeAmount } from './goes-on.ts'
import { countBelow, HEADER_LINES, headerLines, listBegin, topOfTexts } from './head-lines.ts'
import { endOfRuledRows, isAtTotal, isFarTotal, isRestOfCell, isTotalRow, isWithinRow } from './last-lines.ts'
import { beginsOfCells, restOfCells } from './leading.ts'
import { areOtherColumns } from './parts.ts'
import { isRow } from './rows.ts'
import { areTogether, FAR, firstBeside, isDivided } from './spacing.ts'
import { isAside, isHeading, isNumberedTitle, isTitleAlone, isTitleLike } from './titles.ts'

/** An unruled table has at least this many lines of data, or … */
const LINES = 3
/** … this many amounts in one line below a header, … */
const AMOUNTS = 3
/** … or more than one amount or line, below a line of so many headers. */
const HEADS = 3

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

/** The lines of a page and what stands around them. */
interface Lines extends Surroundings {
  rows: readonly TextRow[]
  /** Running text of columns, and the lines that it stands in. */
  texts: Texts
  inCells: ReadonlySet<TextRow>
  /** Amounts alone in their lines, with lines of their label above and below. */
  beside: ReadonlySet<TextRow>
  /** Last digits of codes, alone in their lines. */
  rests: ReadonlySet<TextRow>
  /** The first line that no table above has taken. */
  free: number
}

/** Stretches of lines that are tables: lines of data with those between them, and the header above. */
export function tableRuns(rows: readonly TextRow[], around: Surroundings): Run[] {
  const texts = cellTexts(rows, placesOfTexts(around.before))
  const inCells = new Set(rows.filter((r) => r.pieces.some((p) => texts.has(p))))
  const lines: Lines = {
    ...around,
    rows,
    texts,
    inCells,
    beside: besideLabels(rows),
    rests: restsOfCodes(rows),
    free: 0,
  }
  const runs: Run[] = []
  for (let i = 0; i < rows.length; ) {
    if (!beginsData(lines, i)) {
      i++
      continue
    }
    const end = lastLine(lines, i)
    // Only the first table of a page can go on from the page before.
    const run = runAt(runs.length === 0 ? lines : { ...lines, before: null }, i, end)
    if (run) {
      runs.push(run)
      lines.free = end + 1
    }
    i = end + 1
  }
  return runs
}

function beginsData({ rows, inCells, beside }: Lines, at: number): boolean {
  const row = rows[at]!
  const isText = isProse(row) && !inCells.has(row)
  const isData = row.anchor || beside.has(row) || (areFigures(row) && row.pieces.some((_, i) => isWholeAmount(row, i)))
  return isData && !isText && !isNumberedTitle(rows, at)
}

function isCaption({ rows, inCells }: Lines, at: number): boolean {
  return isCaptionAt(rows, at) && !inCells.has(rows[at]!)
}

/** Whether a line is of the same table as the one above it, as far as their distance and what stands between them says. */
function goesWithAbove({ rows, inCells, ruled, rulings }: Lines, at: number): boolean {
  const isText = (r: TextRow) => isProse(r) && !inCells.has(r)
  return !isText(rows[at - 1]!) && !isText(rows[at]!) && areTogether(rows, at, { ruled, rulings })
}

/** The last line of the table whose data begin at a line. */
function lastLine(lines: Lines, begin: number): number {
  const { rows, inCells, texts, beside, rests, ruled, rulings } = lines
  // What a ruled header stands between is of two tables, however far below a total may be.
  const isNext = (k: number) => goesWithAbove(lines, k) || (isAtTotal(rows, k) && !isDivided(rows, k, ruled))
  // 二、基本支出决算表 above 单位：万元 is the next table's, in letters of whatever size.
  const isTitle = (k: number) => isTitleAlone(rows[k]!) && rows[k + 1] !== undefined && isCaption(lines, k + 1)
  const isOther = (k: number) => isCaption(lines, k) || isHeading(rows[k]!, rows.slice(begin, k)) || isTitle(k)
  const isData = (k: number) =>
    isRow(rows[k]!) || isRestOfAmount(rows, k) || rests.has(rows[k]!) || inCells.has(rows[k]!) || beside.has(rows[k]!)
  let end = begin
  for (let k = begin + 1; k < rows.length && isNext(k) && !isOther(k); k++) if (isData(k)) end = k
  while (end + 1 < rows.length && (isWithinRow(rows, end + 1, rulings) || isRestOfCell(rows, end + 1))) end++
  const foot = rows.findIndex((_, k) => k > end && (!isNext(k) || isOther(k)))
  end += restOfCells(rows.slice(begin, end + 1), rows.slice(end + 1, foot < 0 ? rows.length : foot), texts)
  const next = rows.findIndex((_, k) => k > end && isDivided(rows, k, ruled))
  return endOfRuledRows(next < 0 ? rows : rows.slice(0, next), begin, end, rulings)
}

/** The first line of what may be the header above data, captions and titles left out. */
function firstLine(lines: Lines, data: number): number {
  const { rows, ruled, inCells, free } = lines
  let start = data
  const isFull = () => countBelow(rows.slice(start, data).filter((r) => !inCells.has(r))) >= HEADER_LINES
  const isOfTotal = () => start === firstBeside(rows, data) && !isDivided(rows, start, ruled) && isFarTotal(rows, data)
  while (start > free && !isFull() && (goesWithAbove(lines, start) || isOfTotal()) && !isCaption(lines, start - 1))
    start--
  return start
}

/** The table whose data begin and end at some lines, with its header; null if it is none. */
function runAt(lines: Lines, begin: number, end: number): Run | null {
  const { rows, inCells, texts, ruled, before, rulings } = lines
  let start = firstLine(lines, begin)
  const top = topOfTexts(rows, { start, data: begin }, inCells)
  const isRest = isRestOfPage(rows, { start, end }, before, rulings)
  const bounds = isRest ? null : ruledHeader(rows, start, top, [...rulings, ...ruled.filter(isCaptions).map(footOf)])
  const data = bounds?.end ?? top
  start = bounds?.start ?? start
  if (isRunningHead(rows, { start, end }, before)) start++
  // A title above the header is one piece in larger type, or the first of the run.
  while (start < data && (isTitleLike(rows[start]!, rows.slice(start + 1, data)) || isAside(rows, start, data))) start++
  const run = rows.slice(start, end + 1)
  const [head, foot] = [run[0]!.line.box[1], run.at(-1)!.line.box[3]]
  const joints = rulings.flatMap((r) => (r.at > head && r.at < foot ? (r.joints ?? []) : []))
  const isOther = before !== null && areOtherColumns(before, joints)
  const isAbove = (r: TextRow) => isPageHeader(r) || (before !== null && isRestOfRow(r, before))
  const first = !isOther && rows.slice(0, start).every(isAbove) ? before : null
  const heads = headerLines(run, top - start)
  const cut = () => heads - beginsOfCells(run.slice(0, heads), run.slice(heads), texts)
  const lead = isContinued(run, first) ? 0 : listBegin(run, bounds ? data - start : cut())
  const above = headAbove(run, ruled)
  // Below a ruled header a label may go on that the page before began.
  const isOfLabel = above !== null && run.slice(0, lead).every((r) => isRestOfLabel(r, run.slice(lead)))
  const header = isOfLabel ? 0 : lead
  const own = run.slice(header)
  const isKnown = goesOn(own, first) || isRepeated(run.slice(0, header), before)
  return isTable(run, header) || isKnown || standsUnder(own, above) ? { rows: run, header } : null
}

/** Captions have no more texts than this beside each other: the entity and the unit. */
const CAPTIONS = 2

/** Whether a grid is a frame with the title of a table and what stands around it, and no more. */
function isCaptions({ cells, rows }: Grid): boolean {
  const texts = cells.filter((c) => c.text !== '')
  const areFew = rows.every((_, r) => texts.filter((c) => c.row === r).length <= CAPTIONS)
  return areFew && texts.some((c) => isTitleWord(c.text))
}

/** The last ruling of a grid, which bounds what stands below it, too. */
function footOf({ box }: Grid): Edge {
  return { axis: 'h', at: box[3], parts: [[box[0], box[2]]] }
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

function isTable(run: readonly TextRow[], header: number): boolean {
  const data = run.slice(header)
  const amountsIn = (r: TextRow) => r.pieces.filter((p, i) => p.amount || isWholeAmount(r, i)).length
  // Beside an amount numbers alone are amounts.
  const amounts = data.map((r) => (amountsIn(r) > 0 && areFigures(r) ? r.pieces.length : amountsIn(r)))
  if (!amounts.some((n) => n > 0)) return false
  const beside = besideLabels(data)
  const lines = data.filter((r) => r.pieces.length > 1 || beside.has(r)).length
  const heads = Math.max(0, ...run.slice(0, header).map((r) => r.pieces.length))
  // Headers of narrow columns stand close to each other.
  const areHeads = () => run.slice(0, header).some((r) => toHeadRow(r).pieces.length > 1)
  if (lines >= LINES || (Math.max(...amounts) >= AMOUNTS && areHeads())) return true
  const [only] = data
  // A line that counts the columns is of no sentence, however little stands below it.
  if (run.slice(0, header).some((r) => isOrdinalLine(r) && (heads >= HEADS || isNamedCount(r)))) return true
  return heads >= HEADS && (lines > 1 || amounts.some((n) => n > 1) || (data.length === 1 && isTotalRow(only!)))
}

/** 栏次 | 1 | 2: the line says itself that it counts columns, however few. */
function isNamedCount({ pieces }: TextRow): boolean {
  return /^[栏行]\s*次$/.test(pieces[0]!.text.trim())
}

/** A page that prints the header again is the table's, whether there are figures on it or not. */
function isRepeated(head: readonly TextRow[], before: Grid | null): boolean {
  return head.length > 0 && before !== null && !before.ruled && sameHeader(head, before) !== null
}

/** Few lines at the head of a page (the total alone) are the end of an unruled table on the page before. */
function goesOn(data: readonly TextRow[], before: Grid | null): boolean {
  return before !== null && !before.ruled && goesOnFrom(data, before)
}
