/**
 * The header of an unruled table. A column's own header is the lowest text over it; texts above that
 * head as many neighbouring columns as they stand in the middle of.
 */
import { around } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { type TextRow, toHeadRow } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { areSides } from '../words.ts'
import { type Band, type Block, type DataBand, type Heads, overlaps, type UnruledColumn } from './bands.ts'
import { headBlocks, usualWrap, wideWrap, wrapWithin } from './blocks.ts'
import { pairCost } from './columns.ts'
import { sideOfAll, squashed } from './head-groups.ts'
import { columnsByRuling, isHeadByRuling } from './ruled-heads.ts'
import { end, type HeadCell, spread } from './spread.ts'
import { headsApart } from './touching.ts'

/** Texts whose heights differ by no more than this share of their size stand on one line. */
const LINE = 0.3

/** Lines that are set solid touch, and by rounding overlap by so much. */
const SOLID = 0.1

/** Where data stand below each other, and 栏次; and the rulings of the page. */
interface Places {
  data: readonly DataBand[]
  numbers: readonly DataBand[]
  rulings: readonly Edge[]
  /** How far apart, at most, lines of one cell are among the data, points, if they show it. */
  step: number | null
}

interface Header {
  /** Every column's own header, left to right. */
  leaves: Block[]
  /** The texts that head several columns. */
  above: Block[]
}

/** So many numbers of columns tell which texts head one: they stand in the middle, as its number does. */
const COUNTED = 3
/** A text in the middle of the header's height is no further from there than this share of its size … */
const LEVEL = 0.6
/** … and of the height: letters may be as high as their lines. */
const OF_HEIGHT = 0.1
/** Where rulings part the levels of a header, lines of one text are no further apart than this share of their size. */
const RULED_WRAP = 1.5
/** Lines are set wide if that pairs headers and data better by so many times the text size: one header more or less … */
const BETTER = 5
/** … or if so many more texts stand above one header each. */
const STACKS = 3
/** A text is in the middle of others if it is no further from there than this share of its size, … */
const MIDDLE = 0.8
/** … and exactly there, than this. */
const EXACT = 0.1

/**
 * Divides the header's texts into those that head one column and those above them, by the places where data and
 * 栏次 stand: a text over such a place that has a lower text of its own is above it.
 */
export function readHeader(header: readonly TextRow[], places: Places): Header {
  const texts = header.flatMap((r) => toHeadRow(r).pieces)
  const pieces = texts.flatMap((p) => headsApart(p, texts, places.data))
  const bands = [...places.data, ...places.numbers]
  const blocksAt = (wrap: number, areRuled = false) => headBlocks(pieces, bands, places.rulings, { wrap, areRuled })
  const ruled = blocksAt(RULED_WRAP, true)
  if (ruled.some((b) => isHeadByRuling(b, ruled, places.rulings))) return readBlocks(ruled, places)
  const [usual, wide] = [usualWrap(pieces), wideWrap(pieces)].map((wrap) => readBlocks(blocksAt(wrap), places))
  if (places.step !== null) {
    const known = readBlocks(blocksAt(wrapWithin(places.step, pieces)), places)
    if (stacks(known) - Math.min(stacks(usual!), stacks(wide!)) < STACKS) return known
  }
  const gain = (cost(usual!, places) - cost(wide!, places)) / (wide!.leaves[0]?.size ?? 1)
  const isStacked = stacks(usual!) - stacks(wide!) >= STACKS
  return gain > BETTER || (isStacked && gain > -BETTER) ? wide! : usual!
}

/** How many texts stand above the one header of a column: mostly they are its first lines. */
function stacks({ leaves, above }: Header): number {
  const isOver = (a: Block, b: Block) => Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2 < MIDDLE * a.size
  return above.filter((a) => leaves.filter((b) => overlaps(a, b)).length === 1 && leaves.some((b) => isOver(a, b)))
    .length
}

function cost({ leaves }: Header, { data, numbers }: Places): number {
  return pairCost(data, leaves) + (numbers.length > 0 ? pairCost(numbers, leaves) : 0)
}

function readBlocks(blocks: readonly Block[], places: Places): Header {
  const { data, numbers, rulings } = places
  const bands = [...data, ...numbers]
  const ruled = blocks.filter((b) => isHeadByRuling(b, blocks, rulings))
  let leaves = blocks.filter((b) => !ruled.includes(b) && isOwn(b, blocks, places)).sort((x, y) => x.x0 - y.x0)
  // What stands high may head several columns, or one whose cells are set from the top: the data decide.
  const isOpen = (b: Block) =>
    isBetweenLower(b, leaves) &&
    (isHigh(b, blocks) || !isLevel(b, blocks) || isAmidst(b, leaves) || isAmidData(b, data))
  for (const block of leaves.filter(isOpen)) {
    const rest = leaves.filter((b) => b !== block)
    // 栏次 stands in the middle of all columns of names, as what heads them above all others does.
    const isOver = rest.every((o) => isBelow(o, block))
    const isOf = (n: DataBand) => Math.abs(n.x0 + n.x1 - block.x0 - block.x1) / 2 < block.size
    const isCounted = numbers.some((n) => isOf(n) && !(isOver && n.kind === 'text'))
    const isFree = numbers.length >= COUNTED && !isCounted
    if (isFree || isAmidData(block, data) || pairCost(bands, rest) < pairCost(bands, leaves)) leaves = rest
  }
  // What is neither over data nor level may head data that stand at the edge of its column, unless all others stand below it.
  const areBelow = (b: Block) => leaves.every((o) => isBelow(o, b))
  const mayBeOwn = (b: Block) => !ruled.includes(b) && isLowest(b, blocks) && !isAmidData(b, data) && !areBelow(b)
  for (const block of blocks.filter((b) => !leaves.includes(b) && mayBeOwn(b))) {
    const more = [...leaves, block].sort((x, y) => x.x0 - y.x0)
    if (pairCost(data, more) < pairCost(data, leaves)) leaves = more
  }
  return { leaves, above: blocks.filter((b) => !leaves.includes(b)) }
}

function isLowest(block: Block, blocks: readonly Block[]): boolean {
  return !blocks.some((o) => o !== block && isBelow(o, block) && overlaps(o, block))
}

function isBelow(lower: Block, { y1, size }: Block): boolean {
  return lower.y0 >= y1 - size * LINE
}

function isOwn(block: Block, blocks: readonly Block[], { data, numbers }: Places): boolean {
  const bands = [...data, ...numbers]
  const lower = blocks.filter((o) => o !== block && isBelow(o, block))
  if (isOverSide(block, blocks, lower)) return false
  if (lower.some((o) => overlaps(o, block))) return false
  const over = bands.filter((b) => overlaps(b, block))
  if (over.some((band) => lower.some((o) => overlaps(o, band)))) return false
  if (over.length > 0) return true
  const left = lower.filter((o) => o.x1 <= block.x0).sort((a, b) => b.x1 - a.x1)[0]
  const right = lower.filter((o) => o.x0 >= block.x1).sort((a, b) => a.x0 - b.x0)[0]
  if (!left || !right) return true
  if (Math.abs((left.x0 + right.x1) / 2 - (block.x0 + block.x1) / 2) <= MIDDLE * block.size) return false
  return isLevel(block, blocks) || isLow(block, blocks) || (isHigh(block, blocks) && isFromTop(blocks, data))
}

/** 收入 beside 支出 above all others: each heads the columns of its side, whatever figures stand below it. */
function isOverSide(block: Block, blocks: readonly Block[], lower: readonly Block[]): boolean {
  const line = blocks.filter((o) => !lower.includes(o)).toSorted((a, b) => a.x0 - b.x0)
  return lower.length > 0 && line.includes(block) && areSides(line.map(squashed))
}

/** Whether a text stands below the middle of the header: what heads several columns there stands in their middle. */
function isLow(block: Block, blocks: readonly Block[]): boolean {
  const middle = (Math.min(...blocks.map((o) => o.y0)) + Math.max(...blocks.map((o) => o.y1))) / 2
  return (block.y0 + block.y1) / 2 - middle > LEVEL * block.size
}

/** Whether cells are set from the top of the header: a text over data, with none below it, stands on its first line. */
function isFromTop(blocks: readonly Block[], bands: readonly Band[]): boolean {
  const isOver = (b: Block) => bands.some((o) => overlaps(o, b) && !blocks.some((l) => isBelow(l, b) && overlaps(l, o)))
  return blocks.some((b) => isHigh(b, blocks) && isLowest(b, blocks) && isOver(b))
}

/** Whether a text stands in the upper half of the header with none above it: a column's own would stand in its middle. */
function isHigh(block: Block, blocks: readonly Block[]): boolean {
  if (blocks.some((o) => o.y1 <= block.y0 + block.size * 0.3 && overlaps(o, block))) return false
  const middle = (Math.min(...blocks.map((o) => o.y0)) + Math.max(...blocks.map((o) => o.y1))) / 2
  return block.y1 < middle - block.size * 0.3
}

/** Whether the next headers to the left and to the right both stand lower: only such can be of columns that a text is over. */
function isBetweenLower(block: Block, leaves: readonly Block[]): boolean {
  const at = leaves.indexOf(block)
  const isLower = (o: Block | undefined) => o !== undefined && o.y0 >= block.y1 - block.size * 0.3
  return isLower(leaves[at - 1]) && isLower(leaves[at + 1])
}

/** Whether a text stands exactly in the middle of the next headers to the left and to the right, which it may head. */
function isAmidst(block: Block, leaves: readonly Block[]): boolean {
  const at = leaves.indexOf(block)
  const [left, right] = [leaves[at - 1]!, leaves[at + 1]!]
  const middle = (left.x0 + left.x1 + right.x0 + right.x1) / 4
  return Math.abs(middle - (block.x0 + block.x1) / 2) < EXACT * block.size
}

/**
 * Whether a text stands exactly in the middle of the names at its left and the amounts at its right, which it may head:
 * names begin, and amounts end, as far from the edges of their cells.
 */
function isAmidData(block: Block, data: readonly DataBand[]): boolean {
  const middle = (block.x0 + block.x1) / 2
  const amounts = data.find((b) => b.kind === 'amount' && b.x0 >= block.x1)
  const before = data.findLastIndex((b) => b.kind === 'amount' && b.x0 < block.x0)
  const names = data.slice(before + 1).filter((b) => b.kind === 'text' && b.x0 < block.x0)
  return amounts !== undefined && names.some((b) => Math.abs((b.x0 + amounts.x1) / 2 - middle) < EXACT * block.size)
}

/** Whether a text stands in the middle of what is free for it below the texts above it: the header of an empty column. */
function isLevel(block: Block, blocks: readonly Block[]): boolean {
  const above = blocks.filter((o) => o !== block && o.y1 <= block.y0 + block.size * 0.3 && overlaps(o, block))
  const top = above.length > 0 ? Math.max(...above.map((o) => o.y1)) : Math.min(...blocks.map((o) => o.y0))
  const bottom = Math.max(...blocks.map((o) => o.y1))
  const most = Math.min(LEVEL * block.size, OF_HEIGHT * (bottom - top))
  return Math.abs((block.y0 + block.y1) / 2 - (top + bottom) / 2) <= most
}

/** Levels from the top down; the last one holds every column's own header, if it has one. */
export function headLevels(
  above: readonly Block[],
  columns: readonly UnruledColumn[],
  edges: readonly number[],
  rulings: readonly Edge[],
): HeadCell[][] {
  const own = columns.map((c) => c.leaf)
  const leaves: HeadCell[] = own.flatMap((b, col) =>
    b ? [{ col, colSpan: columns[col]!.span ?? 1, glyphs: b.glyphs, y0: b.y0, y1: b.y1 }] : [],
  )
  const levels: HeadCell[][] = []
  const side = sideOfAll(above, columns)
  for (const level of toLevels(above))
    levels.push(
      spread(level, columns, edges, {
        upper: levels.flat(),
        beside: besideLevel(level, above, own),
        areLowest: !above.some((o) => level.every((b) => isBelow(o, b))),
        under: columnsByRuling(level, columns, rulings),
        side,
      }),
    )
  for (let i = levels.length - 2; i >= 0; i--) nest(levels[i]!, levels[i + 1]!)
  return [...levels.filter((l) => l.length > 0), leaves]
}

/** A header reaches over all columns of those below it that it stands over in part, unless another one does. */
function nest(upper: readonly HeadCell[], lower: readonly HeadCell[]): void {
  for (const cell of upper)
    for (const part of lower) {
      const [from, to] = [Math.min(cell.col, part.col), Math.max(end(cell), end(part))]
      const meets = part.col < end(cell) && cell.col < end(part)
      const free = !upper.some((o) => o !== cell && o.col < to && from < end(o))
      if (meets && free) Object.assign(cell, { col: from, colSpan: to - from })
    }
}

function toLevels(blocks: readonly Block[]): Block[][] {
  const levels: Block[][] = []
  for (const block of [...blocks].sort((a, b) => a.y0 - b.y0)) {
    const level = levels.find((l) => block.y0 < l[0]!.y1 - SOLID * block.size && l[0]!.y0 < block.y1)
    if (level) level.push(block)
    else levels.push([block])
  }
  return levels
}

/**
 * Headers whose cells begin beside those of this level, not below them: being set in the middle of their height they
 * stand higher than the middle between this level and the bottom of the header.
 */
function besideLevel(level: readonly Block[], above: readonly Block[], own: Heads): Set<Block> {
  const leaves = own.filter((b) => b !== undefined)
  const middleOf = (b: Block) => (b.y0 + b.y1) / 2
  const bottom = Math.max(...leaves.map((b) => b.y1))
  const middle = (Math.min(...level.map(middleOf)) + bottom) / 2
  const lower = leaves.filter((b) => b.y0 >= Math.min(...level.map((o) => o.y1)) - LINE * b.size)
  const isNear = (a: number, b: number, { size }: Block) => Math.abs(a - b) <= LINE * size
  // Where cells are set from the top, all that stand below the level begin at one height.
  if (lower.every((b) => isNear(b.y0, lower[0]!.y0, b))) return new Set()
  // What stands in line with texts that head several columns may be set from the top, as they are, unless others stand between the lines.
  const isInLine = (b: Block) => above.some((o) => isNear(o.y0, b.y0, b) || isNear(o.y1, b.y1, b))
  // As may what begins where the lowest of them does.
  const lowest = lower.filter((b) => isNear(b.y1, bottom, b))
  const endsLow = (b: Block) => lowest.some((o) => isNear(o.y1, b.y1, b) || isNear(o.y0, b.y0, b))
  const areCentred = lower.some((b) => !isInLine(b) && !endsLow(b))
  const isBeside = (b: Block) =>
    middleOf(b) < middle && leaves.some((o) => middleOf(o) > middle && o.y1 > b.y1) && (areCentred || !isInLine(b))
  return new Set(lower.filter(isBeside))
}

export function extent(glyphs: readonly Glyph[]): { y0: number; y1: number } {
  const box = around(glyphs)
  return { y0: box[1], y1: box[3] }
}
