/**
 * Lines of wrapped cells that stand around their row's figures: which row is each of? Cells are set in the middle of
 * their row or from its top; what fits a whole column of them is taken.
 */
import { around } from '../../page/lines.ts'
import { isTotal } from '../columns/column-of.ts'
import { isNumbered, type Piece, type TextRow } from '../pieces.ts'
import { overlaps } from './bands.ts'
import { type Extent, isOverflow, isShort, type Widest, widest } from './room.ts'
import { dataBands } from './stretches.ts'

/** A label line joins the row next to it if it is nearer than this share of the usual row distance. */
const SAME_ROW = 0.62
/** Lines of one cell are no further apart than so many times their size, and than this share of the row distance. */
const LINE = 1.6
const OF_PITCH = 0.88
/** Right above and below a row is no further than so many times the text size. */
const BESIDE = 1.1
/** Lines of all cells are as far apart, give or take so many points. */
const SAME_LEADING = 0.4
/** The last line of a cell that is set from the foot of its row is level with the figures, give or take this share of its size. */
const LEVEL = 0.1
/** Cells are set in the middle if they miss it by no more than this share of their size on average. */
const CENTRED = 0.3

/** A line with neither figure nor code. */
interface Item extends Extent {
  row: TextRow
  /** It and those that stand close to it. */
  lines: readonly TextRow[]
  /** Whether it is known to be no row of its own. */
  isPart: boolean
  /** Whether it begins as a label does. */
  begins: boolean
  y: number
  size: number
}

interface Row {
  group: TextRow[]
  /** Middle of what stands in the row beside the column. */
  y: number
  /** What of the row stands in the column itself. */
  own: { y0: number; y1: number; lines: readonly Extent[] } | null
  /** Whether that begins as a label does: 一、…, 1.…, [301]… */
  begins: boolean
  /** Whether it is the label of a total, which has no number. */
  isTotal: boolean
  /** How far apart the lines of it are. */
  steps: number[]
}

/** Adds lines to the rows that they are part of; gives back those that are rows of their own. `parts`: texts that are none. */
export function joinWrapped(
  groups: readonly TextRow[][],
  lone: readonly TextRow[][],
  { pitch, parts }: { pitch: number; parts: ReadonlySet<Piece> },
): TextRow[][] {
  const items = lone.flatMap((lines) => lines.map((row) => toItem(row, lines, parts)))
  const alone: Item[] = []
  const joins: [TextRow[], Item][] = []
  const columns = columnsOf(items, groups).map((column) => {
    const rows = groups.map((group) => toRow(group, column)).sort((a, b) => a.y - b.y)
    const slots = slotsOf(rows, column, pitch)
    const plan = bestPlan(rows, slots)
    const short = (splits: readonly number[]) => shortLines(rows, slots, splits, widthOf(column, rows))
    const isShort = () => short(plan.splits) > short(slots.map((s) => s.items.length))
    const isBelow = slots.every(isBelowOwn)
    const isFromFoot = slots.every(isAboveOwn) && footCost(slots) < plan.cost - LEVEL * column[0]!.size
    const isOff = plan.cost > CENTRED * column[0]!.size || (isBelow && isShort())
    const isHigh = isFromFoot && short(slots.map(() => 0)) <= short(slots.map((s) => s.items.length))
    return { slots, plan, isBelow, isOff, isFromFoot: isFromFoot && (isHigh || !isBelow) }
  })
  // One column that cannot be set in the middle says how all are set that may be set from the top.
  const areFromTop = columns.every((c) => c.isBelow && !c.isFromFoot) && columns.some((c) => c.isOff)
  for (const { slots, plan, isOff, isBelow, isFromFoot } of columns) {
    const isFromTop = areFromTop || (isOff && isBelow)
    for (const [i, slot] of slots.entries()) {
      const split = isFromFoot ? 0 : isFromTop ? slot.items.length : plan.splits[i]!
      for (const [k, item] of slot.items.entries()) {
        const row = k < split ? slot.above : k >= slot.items.length - slot.fromBelow ? slot.below : null
        if (row) joins.push([row.group, item])
        else alone.push(item)
      }
    }
  }
  for (const [group, item] of joins) group.push(item.row)
  return lone.flatMap((lines) => {
    const own = alone.filter((item) => item.lines === lines).map((item) => item.row)
    return own.length > 0 ? [own] : []
  })
}

function toItem(row: TextRow, lines: readonly TextRow[], parts: ReadonlySet<Piece>): Item {
  const isPart = row.pieces.every((p) => parts.has(p))
  const [x0, y0, x1, y1] = row.line.box
  return {
    row,
    lines,
    isPart,
    begins: row.pieces.some(isNumbered),
    x0,
    x1,
    y: (y0 + y1) / 2,
    y0,
    y1,
    size: row.line.size,
  }
}

/** Items that stand below each other, or with texts of the rows between them. */
function columnsOf(items: readonly Item[], groups: readonly TextRow[][]): Item[][] {
  const bands = dataBands([...groups.flat(), ...items.map((i) => i.row)])
  return bands.flatMap((band) => {
    const own = items.filter((item) => overlaps(band, item)).sort((a, b) => a.y - b.y)
    return own.length > 0 ? [own] : []
  })
}

function toRow(group: TextRow[], column: readonly Item[]): Row {
  const band = { x0: Math.min(...column.map((i) => i.x0)), x1: Math.max(...column.map((i) => i.x1)) }
  const pieces = group.flatMap((r) => r.pieces)
  const isIn = (box: readonly number[]) => overlaps(band, { x0: box[0]!, x1: box[2]! })
  const own = pieces.filter((p) => isIn(p.box))
  const others = pieces.filter((p) => !isIn(p.box))
  const [, y0, , y1] = around(others.length > 0 ? others : pieces)
  const ownBox = around(own)
  const ys = own.map((p) => (p.box[1] + p.box[3]) / 2).sort((a, b) => a - b)
  const size = column[0]!.size
  const steps = ys.slice(1).flatMap((at, i) => (at - ys[i]! > size / 2 ? [at - ys[i]!] : []))
  const begins = own.length > 0 && isNumbered(own.reduce((a, b) => (b.box[1] < a.box[1] ? b : a)))
  const lines = own.map(({ box }) => ({ x0: box[0], y0: box[1], x1: box[2], y1: box[3] }))
  const ownLines = own.length > 0 ? { y0: ownBox[1], y1: ownBox[3], lines } : null
  return { group, y: (y0 + y1) / 2, own: ownLines, begins, isTotal: isTotal(own.map((p) => p.text).join('')), steps }
}

/** The items between two rows, and how many of them, from either side, may be part of that row. */
interface Slot {
  above: Row | null
  below: Row | null
  items: Item[]
  fromAbove: number
  fromBelow: number
}

/** How far apart lines of one cell are, as those right above and below a row's figures show; 0 where none do. */
function leading(rows: readonly Row[], column: readonly Item[]): number {
  const steps = rows.flatMap(({ own, y, steps }) => {
    if (steps.length > 0) return steps
    const isNear = (o: Item) => Math.abs(o.y - y) < BESIDE * o.size
    const [upper, lower, ...more] = own ? [] : column.filter(isNear)
    const isEven = upper && lower && more.length === 0 && Math.abs(upper.y + lower.y - 2 * y) < 2 * SAME_LEADING
    return isEven ? [lower.y - upper.y] : []
  })
  return steps.length > 0 ? Math.min(...steps) : 0
}

/** So many labels of a column, and this share of them, begin with 一、: a line that does not is hardly a row … */
const NUMBERED = 3
const MOST = 0.6
/** … if it is closer to a row than rows are to each other by so many points. */
const CLOSER = 0.3

function areNumbered(rows: readonly Row[]): boolean {
  const own = rows.filter((r) => r.own && !r.isTotal)
  const numbered = own.filter((r) => r.begins).length
  return numbered >= NUMBERED && numbered >= MOST * own.length
}

function slotsOf(rows: readonly Row[], column: readonly Item[], pitch: number): Slot[] {
  const most = areNumbered(rows) ? pitch - CLOSER : OF_PITCH * pitch
  const step = Math.max(Math.min(LINE * column[0]!.size, most), leading(rows, column) + SAME_LEADING)
  const half = column[0]!.size / 2
  const room = widthOf(column, rows)
  const isList = areNumbered(rows)
  const reach = (row: Row | null, items: readonly Item[], isBelow: boolean) => {
    if (!row) return 0
    // What of the row stands in the column may be several lines: the nearest counts.
    let from = row.own ? (isBelow ? row.own.y1 - half : row.own.y0 + half) : row.y
    let line: Extent | undefined = row.own?.lines.reduce((a, b) => (b.y1 > a.y1 ? b : a))
    let count = 0
    for (const item of items) {
      const isNear = Math.abs(item.y - from) <= step || (count === 0 && Math.abs(item.y - row.y) < SAME_ROW * pitch)
      // Rows may be as close as lines: among numbered ones what has no number is the rest of what fills its line.
      const isRest =
        isList &&
        isBelow &&
        item.y - from <= pitch + SAME_LEADING &&
        !isTotal(item.row.line.text) &&
        isOverflow(item, line, room)
      const isNext = isNear || isRest || (item.isPart && Math.abs(item.y - from) <= LINE * item.size)
      line = item
      if (!isNext || (isBelow && item.begins)) break
      count++
      from = item.y
    }
    return count
  }
  return Array.from({ length: rows.length + 1 }, (_, i) => {
    const [above, below] = [rows[i - 1] ?? null, rows[i] ?? null]
    const items = column.filter((o) => (!above || o.y >= above.y) && (!below || o.y < below.y))
    return {
      above,
      below,
      items,
      fromAbove: reach(above, items, true),
      // What begins with 一、 goes on from nothing.
      fromBelow: below?.begins ? 0 : reach(below, items.toReversed(), false),
    }
  })
}

function isBelowOwn({ above, items, fromAbove }: Slot): boolean {
  return items.length === 0 || (above?.own != null && fromAbove === items.length)
}

function isAboveOwn({ below, items, fromBelow }: Slot): boolean {
  return items.length === 0 || (below?.own != null && fromBelow === items.length)
}

/** How far the last lines of the cells are from the figures of their rows on average, points, if all lines are of the rows below them. */
function footCost(slots: readonly Slot[]): number {
  const off = slots.flatMap(({ below, items }) => {
    const last = below?.own?.lines.reduce((a, b) => (b.y1 > a.y1 ? b : a))
    return items.length > 0 && last ? [Math.abs((last.y0 + last.y1) / 2 - below!.y)] : []
  })
  return off.reduce((a, b) => a + b, 0) / Math.max(1, off.length)
}

interface Plan {
  /** Mean distance of the cells from the middle of their rows, points. */
  cost: number
  /** How many items of each slot go to the row above. */
  splits: number[]
}

/** Shares the items of every slot out so that the cells are nearest to the middle of their rows. */
function bestPlan(rows: readonly Row[], slots: readonly Slot[]): Plan {
  const wrapped = slots.reduce((n, s) => n + s.items.length, 0)
  let plans = choices(slots[0]!).map((split) => ({ cost: 0, splits: [split] }))
  for (const [i, row] of rows.entries()) {
    const next: Plan[] = []
    for (const split of choices(slots[i + 1]!)) {
      let best: Plan | null = null
      for (const plan of plans) {
        const cost = plan.cost + offCentre(row, itemsOf(slots, i, plan.splits[i]!, split))
        if (!best || cost < best.cost) best = { cost, splits: [...plan.splits, split] }
      }
      next.push(best!)
    }
    plans = next
  }
  const best = plans.reduce((a, b) => (b.cost < a.cost ? b : a))
  return { ...best, cost: best.cost / Math.max(1, wrapped) }
}

/** How many of a slot's items may go to the row above. */
function choices({ items, fromAbove, fromBelow }: Slot): number[] {
  const least = Math.max(0, items.length - fromBelow)
  if (least >= fromAbove) return [fromAbove]
  return Array.from({ length: fromAbove - least + 1 }, (_, i) => least + i)
}

/** What goes to row `i`: of the lines above it those behind the first `from`, of those below it the first `to`. */
function itemsOf(slots: readonly Slot[], i: number, from: number, to: number): Item[] {
  const { items, fromBelow } = slots[i]!
  return [...items.slice(Math.max(from, items.length - fromBelow)), ...slots[i + 1]!.items.slice(0, to)]
}

function linesOf({ own }: Row, items: readonly Item[]): Extent[] {
  return [...items, ...(own?.lines ?? [])].sort((a, b) => a.y0 - b.y0)
}

function offCentre(row: Row, items: readonly Item[]): number {
  if (items.length === 0) return 0
  const lines = linesOf(row, items)
  return Math.abs((lines[0]!.y0 + Math.max(...lines.map((l) => l.y1))) / 2 - row.y)
}

/** How many lines go on in their cell though there was room behind them. */
function shortLines(rows: readonly Row[], slots: readonly Slot[], splits: readonly number[], widest: Widest): number {
  const own = rows.flatMap((row, i) => linesOf(row, itemsOf(slots, i, splits[i]!, splits[i + 1]!)).slice(0, -1))
  return own.filter((line) => isShort(line, widest)).length
}

function widthOf(column: readonly Item[], rows: readonly Row[]): Widest {
  return widest([...column, ...rows.flatMap((r) => r.own?.lines ?? [])])
}
