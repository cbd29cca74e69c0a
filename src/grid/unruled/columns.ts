/** Columns of an unruled table: where its data stand below each other, paired with the headers above. */
import { blockText } from '../../page/lines.ts'
import { isTotal } from '../columns/column-of.ts'
import type { Piece, TextRow } from '../pieces.ts'
import { LEVEL } from '../words.ts'
import { type Band, type Block, type DataBand, overlaps, type UnruledColumn } from './bands.ts'
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

/** A stretch of labels, and of amounts at one place behind them: two, where most labels end before the amounts. */
function parted(band: DataBand, data: readonly TextRow[]): DataBand[] {
  const own = data.flatMap((r) => r.pieces).filter((p) => meets(band, { x0: p.box[0], x1: p.box[2] }))
  const amounts = own.filter((p) => p.amount)
  const labels = own.filter((p) => !p.amount && !isTotal(p.text))
  if (amounts.length < AMOUNTS || labels.length === 0) return [band]
  const x = Math.min(...amounts.map((p) => p.box[0]))
  if (!areAligned(amounts) || labels.some((p) => p.box[0] >= x)) return [band]
  if (labels.filter((p) => p.box[2] <= x).length < MOST * labels.length) return [band]
  return [
    { x0: band.x0, x1: x, kind: 'text' },
    { x0: x, x1: Math.max(...amounts.map((p) => p.box[2])), kind: 'amount' },
  ]
}

/** Whether texts begin at one place, or end there. */
function areAligned(pieces: readonly Piece[]): boolean {
  const isSame = (xs: readonly number[]) => Math.max(...xs) - Math.min(...xs) < SAME_PLACE
  return isSame(pieces.map((p) => p.box[0])) || isSame(pieces.map((p) => p.box[2]))
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

/** A stretch of data without a header of its own (a wrapped or indented text) costs so many times the text size … */
const UNHEADED = 20
/** … and a header without data so many … */
const EMPTY = 6

/** … and amounts below 备注 so many, where another column is near. */
const UNLIKE = 4

interface Plan {
  cost: number
  pairs: number[]
}

/** How badly headers and data go together, points. */
export function pairCost(bands: readonly DataBand[], leaves: readonly Block[]): number {
  return leaves.length === 0 ? Number.POSITIVE_INFINITY : bestPlan(bands, leaves).cost
}

/** Letters are no smaller in their columns than this share of their width; of smaller ones distances say less. */
const OF_COLUMN = 1 / 10

/** What distances are measured by, points: the size of the texts, or what it would be in columns of this width. */
function unitOf(bands: readonly Band[], leaves: readonly Block[]): number {
  const all = [...bands, ...leaves]
  const width = Math.max(...all.map((b) => b.x1)) - Math.min(...all.map((b) => b.x0))
  return Math.max(leaves[0]!.size, (OF_COLUMN * width) / leaves.length)
}

/** Headers set at the left begin so many times their size behind the amounts of the column before, at most; … */
const MARGINS = 1.5
/** … at one distance, points, which so many columns show, and this share of those with amounts. */
const SAME_MARGIN = 0.3
const COLUMNS = 2
const SHOWN = 0.6

/**
 * How far behind amounts at the right of their cells the next header begins, which is set at the left of its own: both
 * margins together. Null where headers are not set so.
 */
function marginOf(bands: readonly DataBand[], leaves: readonly Block[]): number | null {
  const gaps = bands.flatMap((b) => {
    const next = b.kind === 'amount' ? leaves.find((l) => l.x0 > b.x1) : undefined
    return next ? [next.x0 - b.x1] : []
  })
  const most = MARGINS * (leaves[0]?.size ?? 0)
  const alike = gaps.map((gap) => gaps.filter((o) => gap < most && Math.abs(o - gap) < SAME_MARGIN))
  const same = alike.reduce((a, b) => (b.length > a.length ? b : a), [])
  return same.length >= COLUMNS && same.length >= SHOWN * gaps.length ? same[0]! : null
}

function bestPlan(bands: readonly DataBand[], leaves: readonly Block[]): Plan {
  const size = unitOf(bands, leaves)
  // Columns beside each other are mostly of one width, whatever their headers are as long as.
  const middle = (i: number) => (leaves[i]!.x0 + leaves[i]!.x1) / 2
  const flush = marginOf(bands, leaves)
  const between = (i: number) => {
    const next = leaves[i + 1]!.x0
    return flush === null ? Math.min(Math.max((middle(i) + middle(i + 1)) / 2, leaves[i]!.x1), next) : next - flush / 2
  }
  const cell = (i: number): Band => ({
    x0: i === 0 ? Number.NEGATIVE_INFINITY : between(i - 1),
    x1: i + 1 === leaves.length ? Number.POSITIVE_INFINITY : between(i),
  })
  const texts = leaves.map((l) => blockText(l.glyphs).replace(/\s+/g, ''))
  const outside = (b: DataBand, i: number) => {
    if (isForeign(texts[i]!, b)) return Number.POSITIVE_INFINITY
    const c = cell(i)
    const unlike = b.kind === 'amount' && /备注|说明/.test(texts[i]!) ? UNLIKE * size : 0
    return unlike + Math.max(0, c.x0 - b.x0) + Math.max(0, b.x1 - c.x1) + (overlaps(b, leaves[i]!) ? 0 : 1)
  }
  let plans: Plan[] = Array.from({ length: leaves.length + 1 }, (_, i) => ({ cost: i * EMPTY * size, pairs: [] }))
  for (const band of bands) {
    const next: Plan[] = plans.map((p) => ({ cost: p.cost + UNHEADED * size, pairs: [...p.pairs, -1] }))
    for (let i = 0; i < leaves.length; i++) {
      const before = plans[i]!
      const cost = before.cost + outside(band, i)
      if (cost < next[i + 1]!.cost) next[i + 1] = { cost, pairs: [...before.pairs, i] }
    }
    // Headers that this band is behind get no data.
    for (let i = 0; i < leaves.length; i++)
      if (next[i]!.cost + EMPTY * size < next[i + 1]!.cost)
        next[i + 1] = { cost: next[i]!.cost + EMPTY * size, pairs: next[i]!.pairs }
    plans = next
  }
  return plans.at(-1)!
}

/** Below 类, 款 or 项 stand codes, and below 科目名称 no amounts: whatever else stands nearest is of another column. */
export function isForeign(header: string, { kind }: DataBand): boolean {
  return LEVEL.test(header) ? kind !== 'code' : /名称$/.test(header) && kind === 'amount'
}

/**
 * Headers are set in the middle of their columns, amounts at the right: pairs each stretch of data
 * with the header whose column it lies in, in order, at least total distance. Headers that get no
 * data are empty columns.
 */
export function pairColumns(bands: readonly DataBand[], leaves: readonly Block[]): UnruledColumn[] {
  const { pairs } = bestPlan(bands, leaves)
  const columns: UnruledColumn[] = leaves.map((leaf) => ({ leaf, x0: leaf.x0, x1: leaf.x1 }))
  const extra: UnruledColumn[] = []
  for (const [k, band] of bands.entries()) {
    const column = columns[pairs[k]!]
    if (!column) extra.push({ ...band, leaf: undefined, data: band })
    else Object.assign(column, { x0: Math.min(column.x0, band.x0), x1: Math.max(column.x1, band.x1), data: band })
  }
  return [...columns, ...extra].sort((a, b) => a.x0 + a.x1 - b.x0 - b.x1)
}

export function edgesOf(columns: readonly UnruledColumn[]): number[] {
  const edges = [columns[0]!.x0 - 1]
  for (let i = 1; i < columns.length; i++) edges.push((columns[i - 1]!.x1 + columns[i]!.x0) / 2)
  const { x0, x1, data } = columns.at(-1)!
  // No data show where the last column ends: its header stands in its middle, and it begins where the one before it ends.
  edges.push(Math.max(x1 + 1, data ? 0 : x0 + x1 - columns.at(-2)!.x1))
  return edges
}
