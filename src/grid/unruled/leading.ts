/**
 * Rows of a table whose lines within cells are closer to each other than any two rows are: what stands one line below a
 * text that fills its cell goes on with it, and whatever stands beside a cell is of its row, be it at the top, in the
 * middle or at the foot.
 */
import { middle } from '../../page/lines.ts'
import { isTotal } from '../columns/column-of.ts'
import { isNumbered, type Piece, type TextRow } from '../pieces.ts'
import { overlaps } from './bands.ts'
import type { Texts } from './cell-texts.ts'
import { clash } from './clash.ts'
import { dataBands } from './stretches.ts'

/** Lines of cells are as far apart as the nearest, or by a pixel further, points: browsers set them on whole ones. */
const PIXEL = 0.8
/** Rows are further apart than the lines of cells by so many points. */
const FURTHER = 0.3
/** So many texts with a next line show how far apart lines are. */
const SHOWN = 2
/** A text with less room behind it than so many letters fills its cell: figures and words of Latin letters are not parted. */
const ROOM = 1.5
/** This share of the texts with a next line fill their cells: some are parted by hand. */
const MOST = 0.8
/** Texts of one column share more of the narrower one's width than this. */
const SHARED = 0.2
/** Lines that share more than this of their size stand beside each other, in one row. */
const BESIDE = 0.1

/** A text and what stands below it in its column. */
interface Pair {
  upper: Piece
  lower: Piece
  step: number
  /** Whether the lower one cannot go on with the upper one. */
  isNext: boolean
}

/** The lines of each row; null where rows may be as close as lines, or nothing shows how close those are. */
export function rowsByLeading(lines: readonly TextRow[], texts: Texts): TextRow[][] | null {
  const cells = withinCells(lines, texts)
  if (!cells) return null
  const sorted = [...lines].sort((a, b) => middle(a.line) - middle(b.line))
  const at = new Map(sorted.flatMap((row, i) => row.pieces.map((p) => [p, i])))
  /** Whether a line and the one above it are the two of a cell, or stand between them. */
  const isWithin = (i: number) => cells.some((c) => at.get(c.upper)! < i && i <= at.get(c.lower)!)
  const rows: TextRow[][] = []
  for (const [i, line] of sorted.entries())
    if (i > 0 && (isBeside(sorted[i - 1]!, line) || isWithin(i))) rows.at(-1)!.push(line)
    else rows.push([line])
  const isMixed = (row: readonly TextRow[]) => row.some((a, i) => row.slice(i + 1).some((b) => clash(a, b, texts)))
  return rows.some(isMixed) ? null : rows
}

/** How many of the lines `below` end cells of those above: all their texts go on with what stands one line above them. */
export function restOfCells(above: readonly TextRow[], below: readonly TextRow[], texts: Texts): number {
  const cells = withinCells([...above, ...below], texts) ?? []
  const all = [...above, ...below].flatMap((r) => r.pieces)
  const isRest = (p: Piece) => cells.some((c) => c.lower === p && fills(c.upper, all))
  const end = below.findIndex((r) => !r.pieces.every(isRest))
  return end < 0 ? below.length : end
}

/** How many of the lines above data, from the last one up, begin cells of theirs: all their texts go on one line below. */
export function beginsOfCells(above: readonly TextRow[], data: readonly TextRow[], texts: Texts): number {
  const step = lineStep(data, texts)
  if (step === null) return 0
  const isOfHeader = (at: number) => {
    const own = pairsOf([...above.slice(at), ...data], texts)
    const goesOn = (p: Piece) => own.some((c) => c.upper === p && !c.isNext && c.step <= step)
    return !above[at]!.pieces.every(goesOn)
  }
  return above.length - 1 - above.findLastIndex((_, at) => isOfHeader(at))
}

/** How far apart, at most, lines of one cell are, points; null if there is no telling, or rows are hardly further apart. */
export function lineStep(data: readonly TextRow[], texts: Texts): number | null {
  const pairs = pairsOf(data, texts)
  const least = leadingOf(pairs)
  return least === null || pairs.some((p) => p.isNext && p.step <= least + PIXEL + FURTHER) ? null : least + PIXEL
}

/** The texts that go on in the next line, each with what stands there; null if there is no telling lines from rows. */
function withinCells(lines: readonly TextRow[], texts: Texts): Pair[] | null {
  const step = lineStep(lines, texts)
  return step === null ? null : pairsOf(lines, texts).filter((p) => p.step <= step)
}

/** How far apart lines of cells are: the least distance of texts that fill their cells from what goes on with them. */
function leadingOf(pairs: readonly Pair[]): number | null {
  const own = pairs.filter((p) => !p.isNext).sort((a, b) => a.step - b.step)
  const from = (least: number) => own.filter(({ step }) => step >= least && step <= least + PIXEL)
  const [first] = own.map(({ step }) => from(step)).filter((same) => same.length >= SHOWN)
  if (!first) return null
  const texts = pairs.flatMap((p) => [p.upper, p.lower])
  const full = first.filter(({ upper }) => fills(upper, texts))
  return full.length >= MOST * first.length ? first[0]!.step : null
}

function pairsOf(lines: readonly TextRow[], texts: Texts): Pair[] {
  const bands = dataBands(lines)
  const bandOf = (p: Piece) => bands.find((b) => overlaps(b, { x0: p.box[0], x1: p.box[2] }))
  /** A first line that is indented may stand behind all of the next. */
  const isIndented = (p: Piece, next: Piece) =>
    isText(p) && next.box[2] < p.box[0] + PIXEL && bandOf(p) === bandOf(next)
  const begins = (p: Piece) => p.amount || ((p.anchor || isNumbered(p)) && !texts.has(p)) || isTotal(p.text)
  return lines.flatMap((row, i) =>
    row.pieces.flatMap((upper): Pair[] => {
      const below = lines.slice(i + 1).flatMap((r) => r.pieces.filter((p) => meet(p, upper) || isIndented(upper, p)))
      const [lower] = below.sort((a, b) => a.box[3] - b.box[3])
      if (!lower || upper.amount !== lower.amount) return []
      return [{ upper, lower, step: lower.box[3] - upper.box[3], isNext: begins(lower) }]
    }),
  )
}

function meet({ box: a }: Piece, { box: b }: Piece): boolean {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > SHARED * Math.min(a[2] - a[0], b[2] - b[0])
}

function isText({ text, amount }: Piece): boolean {
  return /\p{Script=Han}/u.test(text) && !amount
}

/** Whether a text reaches as far as others of its column do, or is as wide. */
function fills(piece: Piece, texts: readonly Piece[]): boolean {
  const own = texts.filter((p) => isText(p) && !isTotal(p.text) && meet(p, piece))
  const room = ROOM * piece.glyphs[0]!.size
  const width = ({ box }: Piece) => box[2] - box[0]
  return own.every((p) => p.box[2] - piece.box[2] < room) || own.every((p) => width(p) - width(piece) < room)
}

function isBeside({ line: upper }: TextRow, { line: lower }: TextRow): boolean {
  return upper.box[3] - lower.box[1] > BESIDE * lower.size
}
