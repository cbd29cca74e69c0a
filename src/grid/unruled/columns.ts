/** Columns of an unruled table: the stretches where its data stand, paired with the headers above. */
import { blockText } from '../../page/lines.ts'
import { LEVEL } from '../words.ts'
import { type Band, type Block, type DataBand, overlaps, type UnruledColumn } from './bands.ts'

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
