/** Which columns the headers of one level reach over. */
import type { Glyph } from '../../page/types.ts'
import { LEVEL } from '../words.ts'
import type { Band, Block, Heads, UnruledColumn } from './bands.ts'
import { GROUP_SUM, groupsBelow, type Side, SUM, squashed } from './head-groups.ts'
import type { Under } from './ruled-heads.ts'

export interface HeadCell {
  col: number
  colSpan: number
  glyphs: Glyph[]
  y0: number
  y1: number
}

/** A header over columns of which one between the first and the last is the sum of a group costs so many times its text size. */
const WITHIN_GROUP = 50

/** 小计 that no header of a level is over, though one could be, costs so many times the text size. */
const NONE = 50

/** How far a header is from the middle of its columns counts so much more than a column without one: programs set it there exactly. */
const ASIDE = 2
/** … and more than columns without one where their cells are drawn, and all headers stand in the middle of theirs. */
const ASIDE_OF_CELLS = 50
/** A column that no header of a level takes costs this share of its width. */
const SKIP = 0.25
/** A header over one column that has a header of its own costs so many times its text size. */
const SINGLE = 2
/** A header that reaches out of the one above it costs so many times its text size. */
const ACROSS = 3
/** A column that the ruling under a header speaks against costs so many times its text size: more than any distance does. */
const AGAINST_RULING = 100

/** A header that stands exactly in the middle of columns whose edges their amounts show gains so many times its text size, … */
const FITS = 1.5
/** … and more than all columns beside it cost where cells are set from the foot: there those stand as low, whatever their height, … */
const FITS_AT_FOOT = 20
/** … give or take this share of it. */
const EXACT = 0.1

export function end(cell: HeadCell): number {
  return cell.col + cell.colSpan
}

/** The columns below the headers of a level. */
interface Below {
  columns: readonly UnruledColumn[]
  edges: readonly number[]
  /** The headers of the levels above. */
  upper: readonly HeadCell[]
  /** The columns that the ruling under a header is as wide as, if one is drawn there. */
  under: ReadonlyMap<Block, Under>
  /** Whether no header of several columns stands below this level. */
  areLowest: boolean
  /** What a header gains that stands exactly in the middle of its columns, in times its size, and what it costs that it does not. */
  fits: number
  aside: number
}

/**
 * Gives the headers of one level their columns: neighbouring columns whose own header stands lower,
 * shared out so that every header is as near as can be to the middle of its columns.
 */
export function spread(
  heads: readonly Block[],
  columns: readonly UnruledColumn[],
  edges: readonly number[],
  level: Pick<Below, 'upper' | 'under' | 'areLowest'> & { beside: ReadonlySet<Block>; side: Side },
): HeadCell[] {
  const { upper, beside, under, areLowest, side } = level
  const own = columns.map((c) => c.leaf)
  const blocks = [...heads].sort((a, b) => a.x0 - b.x0)
  const bottom = Math.min(...blocks.map((b) => b.y1))
  const isBelow = (b: Block) => b.y0 >= bottom - b.size * 0.3 && !beside.has(b)
  const isUnder = (c: number) => [...under.values()].some(({ from, to }) => from <= c && c <= to)
  const open = own.map((b, c) => b === undefined || isUnder(c) || isBelow(b))
  const groups = [...under.keys()].some((b) => isAloneOver(b, under))
    ? null
    : groupsBelow(blocks, columns, { open, side, areLowest })
  if (groups) return groups.map(([from, to], i) => headOver(blocks[i]!, from, to))
  const fits = areFromFoot(own, bottom) ? FITS_AT_FOOT : FITS
  const aside = columns.every(isInMiddle) ? ASIDE_OF_CELLS : ASIDE
  const shares = {
    open,
    off: (from: number, to: number, block: Block) =>
      costOver(from, to, block, { columns, edges, upper, under, areLowest, fits, aside }),
    skip: (c: number) => SKIP * (edges[c + 1]! - edges[c]!) + (isGroupSum(columns[c]!) ? NONE * blocks[0]!.size : 0),
  }
  const isWithin = (c: number) => isAmidParts(own, c) || isAmidSpan(columns, c)
  const spans =
    cheapest(blocks, { ...shares, isWithin }) ?? cheapest(blocks, { ...shares, isWithin: () => false }) ?? []
  return spans.map(([from, to], i) => headOver(blocks[i]!, from, to))
}

/** Headers that end at one height differ there by no more than this share of their size. */
const SAME_FOOT = 0.1

/** Whether all headers of columns end at one height, some of them having lines as high as this level. */
function areFromFoot(own: Heads, bottom: number): boolean {
  const leaves = own.filter((b) => b !== undefined)
  const foot = Math.max(...leaves.map((b) => b.y1))
  return (
    leaves.every((b) => foot - b.y1 <= SAME_FOOT * b.size) && leaves.some((b) => b.y0 < bottom - b.size * SAME_FOOT)
  )
}

/** Whether no other header stands over the ruling under one: then it heads all columns below that. */
function isAloneOver(block: Block, under: ReadonlyMap<Block, Under>): boolean {
  const own = under.get(block)
  return own !== undefined && [...under.values()].filter((o) => o.from === own.from && o.to === own.to).length === 1
}

/** How many columns a header is over that the ruling under it says it does not head, or is not over though it does. */
function columnsAgainstRuling(from: number, to: number, block: Block, under: ReadonlyMap<Block, Under>): number {
  const own = under.get(block)
  if (!own) return 0
  const outside = Math.max(0, own.from - from) + Math.max(0, to - own.to)
  const left = isAloneOver(block, under) ? Math.max(0, from - own.from) + Math.max(0, own.to - to) : 0
  return outside + left
}

/** What it costs that a header is over some columns: how far it stands from their middle, and what speaks for or against them. */
function costOver(from: number, to: number, block: Block, below: Below): number {
  const { columns, edges, upper, under } = below
  const { x0, x1, size } = block
  const reach = (c: number) => reachOf(columns, edges, c)
  const middle = (x0 + x1) / 2
  const aside = below.aside * Math.abs((reach(from)[0] + reach(to)[1]) / 2 - middle)
  const crossed = upper.filter((u) => from < end(u) && u.col <= to && (from < u.col || to >= end(u))).length
  const fits = isExactly(middle, columns[from]!, columns[to]!, size) ? below.fits * size : 0
  const single = from === to && columns[from]!.leaf ? SINGLE * size : 0
  const against = AGAINST_RULING * size * columnsAgainstRuling(from, to, block, under)
  const within = isOverGroup(from, to, below) ? WITHIN_GROUP * size : 0
  return aside - fits + ACROSS * size * crossed + single + against + within
}

/**
 * Whether 小计 stands between the first and the last of some columns: it begins (or ends) the columns of another header.
 * And whether 小计 or 合计 of a group stands beside the 合计 or 总计 of all.
 */
function isOverGroup(from: number, to: number, { columns, areLowest }: Below): boolean {
  const words = columns.slice(from, to + 1).map(({ leaf }) => (leaf ? squashed(leaf) : ''))
  const sums = new Set(words.filter((word) => SUM.test(word)))
  return areLowest && (sums.size > 1 || words.slice(1, -1).some((word) => GROUP_SUM.test(word)))
}

function isGroupSum({ leaf }: UnruledColumn): boolean {
  return leaf !== undefined && GROUP_SUM.test(squashed(leaf))
}

/** How far a column reaches: its own header stands in its middle, which shows its edges better than the figures do. */
function reachOf(columns: readonly UnruledColumn[], edges: readonly number[], c: number): [number, number] {
  const { cell } = columns[c]!
  if (cell) return [cell.x0, cell.x1]
  const head = columns[c]!.span ? undefined : columns[c]!.leaf
  const middle = head ? (head.x0 + head.x1) / 2 : (edges[c]! + edges[c + 1]!) / 2
  const [left, right] = [middle - edges[c]!, edges[c + 1]! - middle]
  // No text shows how far the first and the last column reach: as far as on their inner side.
  const isOuter = head !== undefined && (c === 0 ? left < right : c === columns.length - 1 && right < left)
  const half = Math.max(0, isOuter ? Math.max(left, right) : Math.min(left, right))
  return [middle - half, middle + half]
}

/** Whether a column goes on with 款 or 项 what the one before it begins: they are of one header, unless there is one over each. */
function isAmidParts(own: Heads, c: number): boolean {
  const isPart = (at: number) => own[at] !== undefined && LEVEL.test(squashed(own[at]))
  return c > 0 && c < own.length && isPart(c - 1) && isPart(c) && squashed(own[c]!) !== '类'
}

/** Whether one header of the lowest level is over a column and the one before it. */
function isAmidSpan(columns: readonly UnruledColumn[], at: number): boolean {
  return columns.some(({ span }, c) => span !== undefined && c < at && at < c + span)
}

/** The columns that headers are shared out over. */
interface Shares {
  /** Whether the own header of a column stands lower. */
  open: readonly boolean[]
  /** What it costs that a header is over these columns, and that none is over one. */
  off: (from: number, to: number, block: Block) => number
  skip: (col: number) => number
  /** Whether no header ends before a column. */
  isWithin: (col: number) => boolean
}

/** The columns of each header, in order, at the least cost; null where there is not room for all. */
function cheapest(blocks: readonly Block[], { open, off, skip, isWithin }: Shares): [number, number][] | null {
  const count = open.length
  interface Plan {
    cost: number
    spans: [number, number][]
  }
  let plans = new Map<number, Plan>([[0, { cost: 0, spans: [] }]])
  for (const block of blocks) {
    const next = new Map<number, Plan>()
    for (const [start, plan] of plans) {
      let skipped = 0
      for (let from = start; from < count; from++) {
        if (!open[from] || isWithin(from)) continue
        for (let to = from; to < count && open[to]; to++) {
          if (isWithin(to + 1)) continue
          const cost = plan.cost + skipped + off(from, to, block)
          const known = next.get(to + 1)
          if (!known || cost < known.cost) next.set(to + 1, { cost, spans: [...plan.spans, [from, to]] })
        }
        skipped += skip(from)
      }
    }
    plans = next
  }
  let best: Plan | undefined
  for (const [end, plan] of plans) {
    let rest = 0
    for (let c = end; c < count; c++) if (open[c]) rest += skip(c)
    if (!best || plan.cost + rest < best.cost) best = { cost: plan.cost + rest, spans: plan.spans }
  }
  return best?.spans ?? null
}

/**
 * Whether a text stands in the middle of two columns and those between them. A header is set in the middle of its cell
 * and amounts end at the right of it, so that both show how wide it is, but for a margin that is the same everywhere.
 */
function isExactly(middle: number, from: UnruledColumn, to: UnruledColumn, size: number): boolean {
  const [left, right] = [cellOf(from), cellOf(to)]
  return from !== to && left !== null && right !== null && Math.abs((left.x0 + right.x1) / 2 - middle) < EXACT * size
}

/** Whether the header of a column stands in the middle of its cell, the borders of which are drawn. */
function isInMiddle({ leaf, cell }: UnruledColumn): boolean {
  return (
    leaf !== undefined && cell !== undefined && Math.abs(leaf.x0 + leaf.x1 - cell.x0 - cell.x1) / 2 < EXACT * leaf.size
  )
}

function cellOf({ leaf, data, cell }: UnruledColumn): Band | null {
  if (cell) return cell
  if (!leaf || data?.kind !== 'amount' || data.x1 < leaf.x1) return null
  return { x0: leaf.x0 + leaf.x1 - data.x1, x1: data.x1 }
}

function headOver({ glyphs, y0, y1 }: Block, from: number, to: number): HeadCell {
  return { col: from, colSpan: to - from + 1, glyphs, y0, y1 }
}
