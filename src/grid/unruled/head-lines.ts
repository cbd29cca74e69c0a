/** Where the header of a run of lines ends and its data begin. */
import type { Piece, TextRow } from '../pieces.ts'
import { LEVEL } from '../words.ts'

/** Header lines above the first line of data, at most. */
export const HEADER_LINES = 16
/** Lines closer than this share of the text size are lines of one cell: rows have space above and below. */
export const WITHIN_CELL = 0.35
/** A word of a list stands in so many lines below the first one, … */
const AGAIN = 2
/** … at one place, give or take so many points, … */
const SAME_PLACE = 1
/** … and words of so many columns in one, at least. */
const COLUMNS = 2

/** Lines that are set solid overlap by this share of their size, at most. */
const SOLID = 0.1

/** How many lines stand below each other: those of headers that are wrapped letter by letter stand between one another's. */
export function countBelow(rows: readonly TextRow[]): number {
  let [count, end] = [0, Number.NEGATIVE_INFINITY]
  for (const { line } of rows) {
    if (line.box[1] < end - SOLID * line.size) continue
    count++
    end = line.box[3]
  }
  return count
}

/** The lines at the head of a page that may be its header. */
export function mayBeHeader(rows: readonly TextRow[]): TextRow[] {
  return rows.filter((_, k) => countBelow(rows.slice(0, k + 1)) <= HEADER_LINES)
}

/** A column's running text may begin above the first figure, with the first lines of a label beside it. */
export function topOfTexts(
  rows: readonly TextRow[],
  { start, data }: { start: number; data: number },
  inCells: ReadonlySet<TextRow>,
) {
  let top = data
  for (let k = data; k > start; k--)
    if (inCells.has(rows[k - 1]!)) top = k - 1
    else if (!isClose(rows[k - 1]!, rows[k]!)) break
  return top
}

/** Whether one text stands above a line as lines of a cell do. */
function isClose(upper: TextRow, lower: TextRow): boolean {
  return lower.line.box[1] - upper.line.box[3] < WITHIN_CELL * lower.line.size && upper.pieces.length === 1
}

/** The first line, above the first figure, whose texts stand at their places again and again further down: headers do not. */
export function listBegin(run: readonly TextRow[], end: number): number {
  const times = (p: Piece, k: number) => {
    const same = (o: Piece) => o.text === p.text && Math.abs(o.box[0] - p.box[0]) < SAME_PLACE
    return /\p{Script=Han}{2}/u.test(p.text) ? run.slice(k + 1).filter((r) => r.pieces.some(same)).length : 0
  }
  const at = run.slice(0, end).findIndex((r, k) => {
    const counts = r.pieces.map((p) => times(p, k))
    return Math.max(...counts) >= AGAIN && counts.filter((n) => n > 0).length >= COLUMNS
  })
  if (at < 0) return end
  let top = at
  while (top > 0 && isClose(run[top - 1]!, run[top]!)) top--
  return top
}

/** The first line of a wrapped label stands above its code and amounts, and is no header. */
export function headerLines(run: readonly TextRow[], lines: number): number {
  const named = run.findIndex((r, k) => k < lines && r.pieces.length === 1 && beginsWithCode(r))
  let count = named >= 0 && beginsWithCode(run[lines]!) ? named : lines
  const isOfRow = (k: number) =>
    isBeside(run[k]!, run[k + 1]!) || (isClose(run[k]!, run[k + 1]!) && !isRestOfHead(run, k))
  while (count > 0 && isOfRow(count - 1)) count--
  return count
}

/** 20108审计事务 without a figure, above 206科学技术支出 with some: codes and names are one text in all lines. */
function beginsWithCode({ pieces }: TextRow): boolean {
  return /^\d{3}(\d\d){0,2}\s*(?!年)\p{Script=Han}/u.test(pieces[0]?.text ?? '')
}

/** Lines that share so much of their height, as a share of their size, are of one row: no header stands beside figures. */
const SHARED = 0.1

function isBeside(upper: TextRow, lower: TextRow): boolean {
  const shared = upper.line.box[3] - lower.line.box[1]
  return shared > SHARED * lower.line.size && !upper.pieces.some((p) => LEVEL.test(p.text.trim()))
}

/** Whether a line is the last of a wrapped header: it stands below a text, and nothing below it but what begins a row. */
function isRestOfHead(run: readonly TextRow[], at: number): boolean {
  const [piece] = run[at]!.pieces
  if (!piece || piece.amount) return false
  const { box } = piece
  const { size } = piece.glyphs[0]!
  const isOver = (p: Piece) => p.box[0] < box[2] && box[0] < p.box[2]
  // No row begins with one letter: the line above had no room for it, be lines as far apart as rows.
  const most = piece.glyphs.length === 1 ? size : WITHIN_CELL * size
  const isAbove = (p: Piece) => isOver(p) && box[1] - p.box[3] < most
  const goesOn = (r: TextRow) =>
    r.line.box[1] - box[3] < size && r.pieces.some((p) => isOver(p) && !p.amount && !p.anchor)
  return run.slice(Math.max(0, at - 2), at).some((r) => r.pieces.some(isAbove)) && !run.slice(at + 1).some(goesOn)
}
