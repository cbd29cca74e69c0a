/** Stretches of an unruled table in which its data stand below each other. */
import { isTotal } from '../columns/column-of.ts'
import type { Piece, TextRow } from '../pieces.ts'
import type { Band, DataBand } from './bands.ts'
import { movingSigns } from './signs.ts'

/** Where the pieces of the data lines stand below each other. */
export function dataBands(data: readonly TextRow[]): DataBand[] {
  let bands: DataBand[] = []
  const signs = movingSigns(data)
  const short = data.flatMap((r) => r.pieces.filter((p) => p.amount && !isLong(p))).map((p) => p.box[0])
  for (const row of data)
    for (const p of row.pieces) if (!isTotal(p.text) && !signs.has(p)) bands = merge(bands, bandOf(p, short))
  const divide = (b: DataBand) =>
    b.kind === 'text' ? parted(b, data) : b.kind === 'amount' ? twoColumns(b, data) : [b]
  const sorted = bands
    .flatMap((b) => withRates(b, data))
    .flatMap(divide)
    .sort((a, b) => a.x0 - b.x0)
  return sorted.filter((_, i) => !isOfWideCell(sorted, i, data))
}

/**
 * Whether one text alone stands in a stretch, that of a total left aside, and nothing of its row in those at both sides:
 * its cell reaches over them.
 */
function isOfWideCell(bands: readonly DataBand[], at: number, data: readonly TextRow[]): boolean {
  const [left, own, right] = [bands[at - 1], bands[at]!, bands[at + 1]]
  if (!left || !right || own.kind !== 'text') return false
  const textsIn = ({ pieces }: TextRow, band: Band) =>
    pieces.filter((p) => !isTotal(p.text) && meets(band, { x0: p.box[0], x1: p.box[2] }))
  const [row, ...others] = data.filter((r) => textsIn(r, own).length > 0)
  return row !== undefined && others.length === 0 && textsIn(row, left).length + textsIn(row, right).length === 0
}

/** An amount may run over the left edge of its column by a digit, as a share of the text size; no shorter one does. */
export const OVER = 0.5
const LONG = 3

/** `short`: where amounts begin that run over no edge; what begins there is set at the left of its column, and runs over none either. */
function bandOf(piece: Piece, short: readonly number[] = []): DataBand {
  const [x0, , x1] = piece.box
  const kind = kindOf(piece)
  const mayBeOver = kind === 'amount' && isLong(piece) && !short.some((x) => Math.abs(x - x0) < SAME_PLACE)
  return { x0: mayBeOver ? x0 + OVER * piece.glyphs[0]!.size : x0, x1, kind }
}

function isLong({ box, glyphs }: Piece): boolean {
  return box[2] - box[0] > LONG * glyphs[0]!.size
}

/** Where some pieces stand, all together. */
export function bandOfAll(pieces: readonly Piece[]): DataBand | undefined {
  if (pieces.length === 0) return undefined
  const bands = pieces.map((p) => bandOf(p))
  const [x0, x1] = [Math.min(...bands.map((b) => b.x0)), Math.max(...bands.map((b) => b.x1))]
  return { x0, x1, kind: joint(bands.map((b) => b.kind)) }
}

/** The stretches of two pages' data together. */
export function union(a: readonly DataBand[], b: readonly DataBand[]): DataBand[] {
  return b.reduce<readonly DataBand[]>(merge, a).toSorted((x, y) => x.x0 - y.x0)
}

/** Amounts that begin (or end) within so many points are a column, though a label or two beside them runs over its edge. */
const SAME_PLACE = 0.7
/** So many of them, and most of the labels, show the edge. */
const AMOUNTS = 3
const MOST = 0.8

/** A stretch of labels, and of amounts (or numbers of lines) at one place behind them: two, where most labels end before these. */
function parted(band: DataBand, data: readonly TextRow[]): DataBand[] {
  const own = data.flatMap((r) => r.pieces).filter((p) => meets(band, { x0: p.box[0], x1: p.box[2] }))
  const figures = own.filter((p) => p.amount || kindOf(p) === 'code')
  const labels = own.filter((p) => !figures.includes(p) && !isTotal(p.text))
  if (figures.length < AMOUNTS || labels.length === 0) return [band]
  const x = Math.min(...figures.map((p) => p.box[0]))
  if (!areAligned(figures) || labels.some((p) => p.box[0] >= x)) return [band]
  if (labels.filter((p) => endBefore(p, x) <= x).length < MOST * labels.length) return [band]
  return [
    { x0: band.x0, x1: x, kind: 'text' },
    { x0: x, x1: Math.max(...figures.map((p) => p.box[2])), kind: joint(figures.map(kindOf)) },
  ]
}

/** Where a label ends, but for a figure that touches it and begins at `x` or behind: it is one of those. */
function endBefore({ glyphs, box }: Piece, x: number): number {
  const letters = glyphs.slice(0, glyphs.findLastIndex((g) => !/\d/.test(g.text)) + 1)
  const figure = glyphs[letters.length]
  return figure && letters.length > 0 && figure.box[0] > x - SAME_PLACE ? letters.at(-1)!.box[2] : box[2]
}

/** Whether texts begin at one place, end there, or have their middles there, as numbers of lines do. */
function areAligned(pieces: readonly Piece[]): boolean {
  const isSame = (xs: readonly number[]) => Math.max(...xs) - Math.min(...xs) < SAME_PLACE
  const middles = pieces.map((p) => (p.box[0] + p.box[2]) / 2)
  return isSame(pieces.map((p) => p.box[0])) || isSame(pieces.map((p) => p.box[2])) || isSame(middles)
}

/** 153943 beside -21.29%: no column holds an amount and a rate, so that one row with both shows that there are two. */
function withRates(band: DataBand, data: readonly TextRow[]): DataBand[] {
  const own = data.map((r) => r.pieces.filter((p) => meets(band, { x0: p.box[0], x1: p.box[2] })))
  const pairs = own.filter((pieces) => pieces.length === 2 && pieces.map(isRate).join() === 'false,true')
  if (pairs.length === 0 || own.flat().some((p) => !isRate(p) && kindOf(p) === 'text')) return [band]
  const rates = own.flat().filter(isRate)
  const amounts = own.flat().filter((p) => !isRate(p))
  const x0 = Math.min(...rates.map((p) => p.box[0]))
  const x1 = Math.max(...amounts.map((p) => p.box[2]))
  const slack = OVER * pairs[0]![0]!.glyphs[0]!.size
  if (x1 - x0 > slack) return [band]
  const x = (x0 + x1) / 2
  return [
    { ...band, x1: x, kind: joint(amounts.map(kindOf)) },
    { ...band, x0: x },
  ]
}

function isRate({ text }: Piece): boolean {
  return /\d[%％]$/.test(text)
}

/** Amounts of two columns, of which some run over the edge by a part of a digit: no column has two in one row. */
function twoColumns(band: DataBand, data: readonly TextRow[]): DataBand[] {
  const own = data.map((r) => r.pieces.filter((p) => meets(band, bandOf(p))))
  const pairs = own.filter((pieces) => pieces.length === 2)
  if (pairs.length < AMOUNTS || own.some((pieces) => pieces.length > 2)) return [band]
  const end = Math.max(...pairs.map(([first]) => first!.box[2]))
  const start = Math.min(...pairs.map(([, second]) => second!.box[0]))
  const x = (start + end) / 2
  const slack = OVER * pairs[0]![0]!.glyphs[0]!.size
  const isOver = ({ box }: Piece) => box[0] < x - slack && box[2] > x + slack
  if (own.flat().some(isOver)) return [band]
  return [
    { ...band, x1: x },
    { ...band, x0: x },
  ]
}

/** What is as far apart as this many points is of two columns. */
const NEXT_TO = 6

/**
 * Amounts that end at two places, one close behind the other, and never stand in one row: figures of other widths than the
 * program that set them took them for. They may be of one column.
 */
export function withAlternating(bands: readonly DataBand[], data: readonly TextRow[]): DataBand[] {
  const isIn = (row: TextRow, band: Band) => row.pieces.some((p) => meets(band, { x0: p.box[0], x1: p.box[2] }))
  const alternate = (a: DataBand, b: DataBand) =>
    a.kind === 'amount' && b.kind === 'amount' && b.x0 - a.x1 < NEXT_TO && !data.some((r) => isIn(r, a) && isIn(r, b))
  const out: DataBand[] = []
  for (const band of bands) {
    const last = out.at(-1)
    if (last && alternate(last, band)) out[out.length - 1] = { ...last, x1: band.x1 }
    else out.push(band)
  }
  return out
}

function kindOf({ amount, text }: Piece): DataBand['kind'] {
  return /^\d{1,7}$/.test(text.trim()) ? 'code' : amount ? 'amount' : 'text'
}

/** 0 beside 12.30 is an amount, and a code beside names is text. */
function joint(kinds: readonly DataBand['kind'][]): DataBand['kind'] {
  return kinds.includes('text') ? 'text' : kinds.includes('amount') ? 'amount' : 'code'
}

/** Texts of two columns may touch, and by rounding share so many points; what stands below each other shares more. */
const TOUCH = 0.3

function meets(a: Band, b: Band): boolean {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > TOUCH
}

function merge(bands: readonly DataBand[], next: DataBand): DataBand[] {
  const touching = bands.filter((b) => meets(b, next))
  const rest = bands.filter((b) => !meets(b, next))
  const x0 = Math.min(next.x0, ...touching.map((b) => b.x0))
  const x1 = Math.max(next.x1, ...touching.map((b) => b.x1))
  return [...rest, { x0, x1, kind: joint([next, ...touching].map((b) => b.kind)) }]
}
