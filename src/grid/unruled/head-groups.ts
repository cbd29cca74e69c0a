/** The columns of headers that the place of what stands below them tells: set flush with it, or above the same words again. */
import { blockText } from '../../page/lines.ts'
import { areSides } from '../words.ts'
import type { Band, Block, Heads, UnruledColumn } from './bands.ts'
import { OVER } from './stretches.ts'

/** The first and the last of a header's columns. */
type Span = [from: number, to: number]

export function squashed({ glyphs }: Block): string {
  return blockText(glyphs).replace(/\s+/g, '')
}

/** The side of their cells that all headers are set at, if it is known. */
export type Side = 'left' | 'right' | null

type Sides = ['x0', 'x1'] | ['x1', 'x0']

/** So many headers of several columns, longer or shorter than what they are flush with, show at which side all are set. */
const SHOWN = 2

/** The side at which every header of several columns is flush with the header of a column, though not as long. */
export function sideOfAll(above: readonly Block[], columns: readonly UnruledColumn[]): Side {
  const leaves = columns.flatMap((c) => c.leaf ?? [])
  const isFlush = (a: Block, b: Block, side: 'x0' | 'x1') => Math.abs(a[side] - b[side]) <= FLUSH * a.size
  const isAt = ([side, other]: Sides) => {
    const flush = above.map((a) => leaves.filter((b) => b.y0 > a.y0 && isFlush(a, b, side)))
    const uneven = above.filter((a, i) => flush[i]!.some((b) => Math.abs(a[other] - b[other]) > a.size / 2))
    return flush.every((own) => own.length > 0) && uneven.length >= SHOWN
  }
  const isShown = (sides: Sides) => isAt(sides) || areFlushWithData(columns, sides) || areBesideData(columns, sides)
  const [isLeft, isRight] = [isShown(['x0', 'x1']), isShown(['x1', 'x0'])]
  return isLeft === isRight ? null : isLeft ? 'left' : 'right'
}

/**
 * Whether headers are set where the amounts below them are: so many begin (or end) where those do, longer or shorter
 * than they are, and none does not.
 */
function areFlushWithData(columns: readonly UnruledColumn[], [side, other]: Sides): boolean {
  const pairs = columns.flatMap(({ leaf, data }) => (leaf && data?.kind === 'amount' ? [{ leaf, data }] : []))
  const isFlush = ({ leaf, data }: { leaf: Block; data: Band }) => {
    const places = side === 'x0' ? beginsOf(data, leaf) : [data.x1]
    return places.some((x) => Math.abs(leaf[side] - x) <= FLUSH * leaf.size)
  }
  const uneven = pairs.filter(({ leaf, data }) => Math.abs(leaf[other] - data[other]) > leaf.size)
  return pairs.every(isFlush) && uneven.length >= SHOWN
}

/** Margins of two cells beside each other are as wide everywhere, give or take so many points, and no wider than so many letters. */
const SAME_MARGIN = 0.3
const MARGINS = 2
/** So many columns show that, two of them by headers of other lengths. */
const MARGINS_SHOWN = 3

/**
 * Whether headers are set at the side of their cells where the amounts beside those end (or begin): all are as far from
 * these as the margins of two cells are wide.
 */
function areBesideData(columns: readonly UnruledColumn[], [side]: Sides): boolean {
  const isLeft = side === 'x0'
  const pairs = columns.flatMap(({ leaf }, c) => {
    const { data } = columns[isLeft ? c - 1 : c + 1] ?? {}
    if (!leaf || data?.kind !== 'amount') return []
    return [{ leaf, gaps: isLeft ? [leaf.x0 - data.x1] : beginsOf(data, leaf).map((x) => x - leaf.x1) }]
  })
  const [first] = pairs
  if (!first || pairs.length < MARGINS_SHOWN) return false
  const width = ({ leaf }: { leaf: Block }) => leaf.x1 - leaf.x0
  const isMargin = (margin: number) =>
    margin > 0 &&
    margin < MARGINS * first.leaf.size &&
    pairs.every(({ gaps }) => gaps.some((gap) => Math.abs(gap - margin) < SAME_MARGIN))
  return first.gaps.some(isMargin) && pairs.some((p) => Math.abs(width(p) - width(first)) > first.leaf.size / 2)
}

/** Where a stretch of amounts may begin: one of long amounts alone begins further left than it says. */
function beginsOf(data: Band, { size }: Block): number[] {
  return [data.x0, data.x0 - OVER * size]
}

/** 小计 begins the columns of a header, or ends them. */
export const GROUP_SUM = /^小计/

/** A sum of columns: no group has two that are called otherwise. */
export const SUM = /^[小合总]计$/

/** 总计 is of no group that begins no one knows where: mostly it is over all of them. */
const OF_ALL = /^总计$/

/** What is known of a level of headers: the columns whose own header stands lower, where all are set, and whether no such level is below. */
interface Level {
  open: readonly boolean[]
  side: Side
  areLowest: boolean
}

/** For each header its columns, of those that are open; null where nothing tells. */
export function groupsBelow(blocks: readonly Block[], columns: readonly UnruledColumn[], level: Level): Span[] | null {
  const { open } = level
  const own = columns.map((c) => c.leaf)
  const words = own.map((b, c) => (b && open[c] ? squashed(b) : ''))
  return (
    repeatedHeads(words, blocks.length) ??
    sideHeads(blocks, columns, open) ??
    leftHeads(blocks, columns, level) ??
    rightHeads(blocks, columns, level)
  )
}

/** Texts that begin at one place differ there by no more than this share of their size. */
const FLUSH = 0.1

/**
 * The columns of headers that are all set at the left: each begins where the header of its first column does, though
 * it is longer or shorter (of headers set in the middle only those of one length do), and goes on to the next one.
 */
function leftHeads(blocks: readonly Block[], columns: readonly UnruledColumn[], { open, side }: Level): Span[] | null {
  // 收入 and 支出 head names and amounts each, more than the one column that they may stand in the middle of.
  const isSides = areSides(blocks.map(squashed))
  const isLeft = columns.some(isSetLeft) || isSides || side === 'left'
  const own = columns.map((c) => c.leaf)
  const firsts = flushColumns(blocks, own, open, ['x0', 'x1'], isLeft)
  // One alone may stand so by chance: the header of names that begins where they do says that all are set at the left.
  if (!firsts || (blocks.length < 2 && !isLeft)) return null
  const isFigures = (c: number) => columns[c]!.data?.kind === 'amount'
  return firsts.map((from, i) => {
    const next = firsts[i + 1] ?? own.length
    // 项目 over codes and names heads no figures.
    const isEnd = (c: number) => !open[c] || (!isSides && !isFigures(from) && isFigures(c))
    const end = columns.findIndex((_, c) => c > from && c < next && isEnd(c))
    return [from, (end < 0 ? next : end) - 1]
  })
}

/** The same of headers that are all set at the right: each ends where the header of its last column does. */
function rightHeads(blocks: readonly Block[], columns: readonly UnruledColumn[], level: Level): Span[] | null {
  const { open, side, areLowest } = level
  const own = columns.map((c) => c.leaf)
  const lasts = flushColumns(blocks, own, open, ['x1', 'x0'], side === 'right')
  if (!lasts || (blocks.length < 2 && side !== 'right')) return null
  const isFigures = (c: number) => columns[c]!.data === undefined || columns[c]!.data.kind === 'amount'
  const isSum = (c: number) => own[c] !== undefined && GROUP_SUM.test(squashed(own[c]))
  const isOfAll = (c: number) => own[c] !== undefined && OF_ALL.test(squashed(own[c]))
  return lasts.map((to, i) => {
    const before = i === 0 ? -1 : lasts[i - 1]!
    const isFree = (c: number) => c > before && open[c]! && !(areLowest && isOfAll(c))
    let from = to
    while (isFree(from - 1) && (!isFigures(to) || isFigures(from - 1)) && !(areLowest && isSum(from))) from--
    // What would head one column of figures alone heads the names before it, too.
    if (from === to) while (isFree(from - 1) && !isFigures(from - 1)) from--
    return [from, to]
  })
}

/** 收入 and 支出 over all that stands from a column of names to the next that follows figures; null where there are more such columns. */
function sideHeads(
  blocks: readonly Block[],
  columns: readonly UnruledColumn[],
  open: readonly boolean[],
): Span[] | null {
  if (!areSides(blocks.map(squashed)) || open.includes(false)) return null
  const begins = columns.flatMap(({ data }, c) =>
    data?.kind === 'text' && columns[c - 1]?.data?.kind !== 'text' ? [c] : [],
  )
  const [first, second, ...others] = begins
  if (first !== 0 || second === undefined || others.length > 0) return null
  return [
    [0, second - 1],
    [second, columns.length - 1],
  ]
}

/** Whether the header of a column of names begins where they do, and is shorter. */
function isSetLeft({ leaf, data }: UnruledColumn): boolean {
  if (!leaf || data?.kind !== 'text') return false
  return Math.abs(leaf.x0 - data.x0) <= FLUSH * leaf.size && data.x1 - leaf.x1 > leaf.size
}

/**
 * For each header the column whose own header is flush with it at one side; null unless each has one. Where nothing else
 * shows that headers are set there, one of them must be longer or shorter: 收入 over 项目 may be in the middle of a column.
 */
function flushColumns(
  blocks: readonly Block[],
  own: Heads,
  open: readonly boolean[],
  [side, other]: Sides,
  isShown: boolean,
): number[] | null {
  const columns = blocks.map((block) =>
    own.findIndex((b, c) => b && open[c] && Math.abs(b[side] - block[side]) <= FLUSH * block.size),
  )
  const isEven = (block: Block, i: number) => Math.abs(own[columns[i]!]![other] - block[other]) <= block.size / 2
  if (!isShown && !columns.includes(-1) && blocks.every(isEven)) return null
  return columns.includes(-1) || new Set(columns).size < columns.length ? null : columns
}

/**
 * The columns of `times` headers above those that print the same words so many times (项目 | 预算数 | 项目 | 预算数):
 * each heads one group of them. Where a middle lies says less: columns of labels are wider than their texts. Null where
 * no words are repeated so, or more than one row of columns could be meant.
 */
function repeatedHeads(words: readonly string[], times: number): Span[] | null {
  if (times < 2) return null
  let found: Span[] | null = null
  for (let length = Math.floor(words.length / times); length > 1; length--)
    for (let from = 0; from + times * length <= words.length; from++) {
      const group = words.slice(from, from + length)
      const isAgain = (_: unknown, i: number) => group.every((w, k) => w !== '' && words[from + i * length + k] === w)
      if (new Set(group).size < length || !Array.from({ length: times }).every(isAgain)) continue
      if (found) return null
      found = Array.from({ length: times }, (_, i) => [from + i * length, from + (i + 1) * length - 1])
    }
  return found
}
