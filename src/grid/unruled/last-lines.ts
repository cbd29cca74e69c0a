/** What the last lines of a table are: the rest of its last cells, and a total below lines that the form leaves empty. */
import { around } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'
import { isOrdinalLine, isProse, type Piece, type TextRow } from '../pieces.ts'
import { coverage, type Edge } from '../rulings/edges.ts'
import { isBetween, isHeads } from '../rulings/horizontal.ts'
import { IS_TOTAL } from '../words.ts'
import { isCaptionLine } from './caption-lines.ts'
import { WITHIN_CELL } from './head-lines.ts'
import { BESIDE } from './rows.ts'
import { firstBeside, isNear } from './spacing.ts'
import { isHeading, isTitleLike } from './titles.ts'

/** Lines around a row's figures are as far from each other, give or take so many points. */
const SAME_STEP = 0.5
/** A header has no more lines than this below its last texts. */
const HEAD_LINES = 3

/** Whether a line ends the cell of the one above it: no ruling parts them, one stands below both, and it is no note. */
export function isWithinRow(rows: readonly TextRow[], at: number, rulings: readonly Edge[]): boolean {
  const [upper, { line }] = [rows[at - 1]!.line.box, rows[at]!]
  if (isProse(rows[at]!) || isCaptionLine(rows[at]!)) return false
  const below: Box = [line.box[0], Number.POSITIVE_INFINITY, line.box[2], Number.POSITIVE_INFINITY]
  const next = rows[at + 1]?.line.box ?? below
  return isNear(rows[at - 1]!, rows[at]!) && !isBetween(rulings, upper, line.box) && isBetween(rulings, line.box, next)
}

/** Whether one text stands as close below a line as lines of a cell do, and below a text of it or of the one above. */
export function isRestOfCell(rows: readonly TextRow[], at: number): boolean {
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
  // Or below the row's figures, as texts above are that begin where one of their row does, line by line.
  const isBelow = (k: number) => {
    if (!isLone(k)) return false
    const begin = rows[k]!.pieces[0]!.box[0]
    const isOwn = (p: Piece) => p.anchor && Math.abs(p.box[0] - begin) < SAME_STEP
    const isLine = (r: TextRow) => r.pieces.length > 1 || Math.abs(r.pieces[0]!.box[0] - begin) >= SAME_STEP
    const own = rows.slice(0, k).findLast(isLine)?.pieces ?? []
    return own.some(isOwn) && own.some((p) => p.amount)
  }
  const steps = rows.slice(1, at).flatMap((_, k) => (isBelow(k + 1) ? [step(k + 1, 1)] : []))
  return isBelow(at) && steps.some((s) => Math.abs(s - step(at, 1)) < SAME_STEP)
}

/** A total closes a table, also below lines that the form leaves empty. */
export function isTotalRow({ pieces }: TextRow): boolean {
  const at = pieces.findIndex((p) => p.amount)
  // 收 入 总 计: letters set apart to fill their cell.
  const label = pieces.slice(0, at).map((p) => p.text.replace(/\s+/g, ''))
  return at > 0 && (/[合总小]计$/.test(label[0]!) || IS_TOTAL.test(label.join('')))
}

/** Whether the label of a line is a total's, though it may be wrapped around the line's figures: 收入 above, 总计 below. */
function isTotalAt(rows: readonly TextRow[], at: number): boolean {
  if (isTotalRow(rows[at]!)) return true
  if (!rows[at]!.pieces.every((p) => p.amount)) return false
  const { box } = rows[at]!.line
  const lines = rows.slice(firstBeside(rows, at), at + 2).filter((r) => r.line.box[1] < box[3])
  const labels = lines.flatMap((r) => r.pieces).filter((p) => !p.amount)
  const first = Math.min(...labels.map((p) => p.box[0]))
  const own = labels.filter((p) => p.box[0] <= first && first < p.box[2])
  return IS_TOTAL.test(own.map((p) => p.text.replace(/\s+/g, '')).join(''))
}

/** Whether a line is a total, or the first of a wrapped label beside one. */
export function isAtTotal(rows: readonly TextRow[], at: number): boolean {
  const [own, next] = [rows[at]!, rows[at + 1]]
  return isTotalAt(rows, at) || (next !== undefined && next.line.box[1] < own.line.box[3] && isTotalAt(rows, at + 1))
}

/** Whether a line is the total of a table whose lines are all empty: nothing stands between the header and its row. */
export function isFarTotal(rows: readonly TextRow[], at: number): boolean {
  if (!isTotalAt(rows, at)) return false
  const top = firstBeside(rows, at)
  const isHeader = (k: number): boolean => {
    if (isHeads(rows[k]!) || isOrdinalLine(rows[k]!)) return true
    return k > 0 && top - k < HEAD_LINES && isNear(rows[k - 1]!, rows[k]!) && isHeader(k - 1)
  }
  return top > 0 && isHeader(top - 1)
}

/** A ruling that bounds rows is drawn over this share of the table at least. */
const WHOLE = 0.9

/**
 * The last line of the rows without a figure below a line, each between two rulings no further apart than those above:
 * names alone that end a page.
 */
export function endOfRuledRows(rows: readonly TextRow[], begin: number, end: number, rulings: readonly Edge[]): number {
  const above = rows.slice(begin, end + 1)
  const [x0, , x1] = around(above.map((r) => r.line))
  const middleOf = (k: number) => (rows[k]!.line.box[1] + rows[k]!.line.box[3]) / 2
  const bounds = rulings.filter((r) => coverage(r, x0, x1) >= WHOLE).map((r) => r.at)
  const top = bounds.findIndex((at) => at > middleOf(end))
  const tallest = Math.max(...bounds.slice(0, top + 1).map((at, i) => (i === 0 ? 0 : at - bounds[i - 1]!)))
  let last = end
  for (let i = top; i >= 0 && i + 1 < bounds.length && bounds[i + 1]! - bounds[i]! <= tallest + SAME_STEP; i++) {
    const own = rows.slice(last + 1).filter((_, k) => middleOf(last + 1 + k) < bounds[i + 1]!)
    if (own.length === 0 || own.some((r) => isProse(r) || isCaptionLine(r) || isHeading(r, above))) break
    last += own.length
  }
  return last
}
