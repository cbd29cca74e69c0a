/**
 * Rulings left out whose place the others show: where several lines across end at one place, inside of cells, the
 * line that they end at is missing. So it is below a header of several columns whose own rulings begin below it.
 */
import { isFigure, isWrittenAmount } from '../../amount.ts'
import { around, blockText, middle, toLines } from '../../page/lines.ts'
import { medianSize } from '../../page/sizes.ts'
import type { Glyph } from '../../page/types.ts'
import type { Edge } from './edges.ts'
import { type Lattice, type Sides, sidesOf } from './lattice.ts'
import { textsOf } from './regions.ts'

/** So many lines that end at one place show another one: one alone may be drawn too short, but for headers or figures beside it. */
const ENDS = 2
/** A header in the middle of its column stands beside it by less than this share of its letters. */
const CENTRED = 0.3
/** Points by which they may end beside each other. */
const SAME_PLACE = 1.5
/** Points that a text may lie over the place. */
const OVER = 1

/** A line that ends inside of cells: which one, where, and to where nothing is drawn of it. */
interface End {
  edge: number
  at: number
  to: number
}

/** A lattice, and what parts its places. */
export interface Parted {
  lattice: Lattice
  sides: Sides
}

/** The lattice with such rulings, and its sides. `slack`: points that rulings may end before a line across. */
export function partedAtEnds(lattice: Lattice, glyphs: readonly Glyph[], slack: number): Parted {
  const { xs, ys, h, v } = lattice
  const size = medianSize(glyphs)
  const isSeveral = (ends: readonly End[]) => ends.length >= ENDS
  const rows = missing(v, ys, { size, slack }).filter((ends) => isSeveral(ends) && isTold(ends, xs, glyphs, 1))
  const columns = missing(h, xs, { size, slack }).filter(
    (ends) =>
      (isSeveral(ends) || isBetweenHeaders(ends[0]!, lattice, glyphs) || isBetweenFigures(ends[0]!, lattice, glyphs)) &&
      isTold(ends, ys, glyphs, 0),
  )
  if (rows.length + columns.length === 0) return { lattice, sides: sidesOf(lattice) }
  const level = withEdges(ys, h, rows)
  const upright = withEdges(xs, v, columns)
  const whole: Lattice = { ys: level.at, h: level.edges, xs: upright.at, v: upright.edges }
  const sides = sidesOf(whole)
  for (const ends of rows) {
    const row = whole.ys.indexOf(placeOf(ends))
    close(sides.h[row]!, { ends, all: rows.flat() }, xs, whole.xs)
    goOnBetweenFigures(sides.h[row]!, row, whole, glyphs)
  }
  for (const ends of columns)
    close(sides.v[whole.xs.indexOf(placeOf(ends))]!, { ends, all: columns.flat() }, ys, whole.ys)
  return { lattice: whole, sides }
}

/** Ends of the edges between two lines across, those at one place together. */
function missing(
  edges: readonly (Edge | undefined)[],
  across: readonly number[],
  { size, slack }: { size: number; slack: number },
): End[][] {
  const groups: End[][] = []
  const all = edges.flatMap((edge, i) => (edge ? endsOf(edge, i, across, Math.max(size, slack)) : []))
  for (const end of all.sort((a, b) => a.at - b.at)) {
    const group = groups.find(
      ([first]) =>
        Math.abs(first!.at - end.at) <= SAME_PLACE && Math.sign(first!.to - first!.at) === Math.sign(end.to - end.at),
    )
    if (group) group.push(end)
    else groups.push([end])
  }
  return groups
}

/** Where an edge ends in the middle between two lines, and is not drawn up to the next one: for `least` points both. */
function endsOf({ parts }: Edge, edge: number, across: readonly number[], least: number): End[] {
  return parts.flatMap(([from, to], i) => {
    const [before, after] = [
      parts[i - 1]?.[1] ?? Number.NEGATIVE_INFINITY,
      parts[i + 1]?.[0] ?? Number.POSITIVE_INFINITY,
    ]
    const above = across.findLast((y) => y < from)
    const below = across.find((y) => y > to)
    const isInside = (at: number) => across.every((y) => Math.abs(y - at) > least)
    const out: End[] = []
    if (above !== undefined && isInside(from) && before <= above + least) out.push({ edge, at: from, to: above })
    if (below !== undefined && isInside(to) && after >= below - least) out.push({ edge, at: to, to: below })
    return out
  })
}

function placeOf(ends: readonly End[]): number {
  return ends[0]!.at
}

/** Whether a text stands beside the ends where nothing is drawn, and none over the place. */
function isTold(ends: readonly End[], places: readonly number[], glyphs: readonly Glyph[], axis: 0 | 1): boolean {
  const other = axis === 0 ? 1 : 0
  const at = placeOf(ends)
  const [from, to] = [Math.min(at, ends[0]!.to), Math.max(at, ends[0]!.to)]
  const [first, last] = [Math.min(...ends.map((e) => e.edge)), Math.max(...ends.map((e) => e.edge))]
  const [start, end] = [places[Math.max(0, first - 1)]!, places[Math.min(places.length - 1, last + 1)]!]
  const beside = glyphs.filter(({ box }) => {
    const middle = (box[other] + box[other + 2]!) / 2
    return middle > start && middle < end
  })
  const isOver = ({ box }: Glyph) => box[axis] < at - OVER && box[axis + 2]! > at + OVER
  const isHere = ({ box }: Glyph) => {
    const middle = (box[axis] + box[axis + 2]!) / 2
    return middle > from && middle < to
  }
  return beside.some(isHere) && !beside.some(isOver)
}

/**
 * Whether a line between two rows ends between 公用经费, which stands in the middle of what is drawn, and 项目支出 in
 * that of what is not.
 */
function isBetweenHeaders({ edge, at, to }: End, { xs, ys }: Lattice, glyphs: readonly Glyph[]): boolean {
  const [above, y, below] = [ys[edge - 1], ys[edge], ys[edge + 1]]
  const from = to > at ? xs.findLast((x) => x < at) : xs.find((x) => x > at)
  if (above === undefined || y === undefined || below === undefined || from === undefined) return false
  const isHeaded = (a: number, b: number, top: number) => {
    const [left, right] = [Math.min(a, b), Math.max(a, b)]
    const own = glyphs.filter(({ box }) => {
      const [x, row] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
      return x > left && x < right && row > top && row < below
    })
    if (own.length === 0) return false
    const text = around(own)
    return Math.abs(text[0] + text[2] - left - right) / 2 < CENTRED * own[0]!.size
  }
  return isHeaded(at, to, above) && isHeaded(from, at, y)
}

/** Whether rows have an amount on either side of where a line ends, and from the first of them on nothing stands over it. */
function isBetweenFigures({ at }: End, { xs, ys }: Lattice, glyphs: readonly Glyph[]): boolean {
  const [from, to] = [xs.findLast((x) => x < at), xs.find((x) => x > at)]
  if (from === undefined || to === undefined) return false
  const rows = textsOf({ xs: [from, at, to], ys }, glyphs)
  const first = rows.findIndex((row) => row.every((own) => isWrittenAmount(blockText(own))))
  const isOver = ({ box }: Glyph) => box[0] < at - OVER && box[2] > at + OVER
  return first >= 0 && !rows.slice(first).flat(2).some(isOver)
}

function withEdges(at: readonly number[], edges: readonly (Edge | undefined)[], missing: readonly End[][]) {
  const all = [
    ...at.map((place, i) => ({ place, edge: edges[i] })),
    ...missing.map((ends) => ({ place: placeOf(ends), edge: undefined })),
  ].sort((a, b) => a.place - b.place)
  return { at: all.map((e) => e.place), edges: all.map((e) => e.edge) }
}

/** Ends at one place, among those of all lines that run as they do. */
interface Ends {
  ends: readonly End[]
  all: readonly End[]
}

/** Draws the missing line between the places at both sides of each line that ends there, but for those whose lines end before it. */
function close(side: boolean[], { ends, all }: Ends, before: readonly number[], now: readonly number[]): void {
  for (const { edge, at, to } of ends) {
    const isShorter = (i: number) =>
      all.some((e) => e.edge === i && e.to === to && Math.abs(e.at - to) > Math.abs(at - to) + SAME_PLACE)
    const places = [...before.keys()].filter((i) => !isShorter(i))
    const [first, last] = [places.findLast((i) => i < edge), places.find((i) => i > edge)]
    if (first === undefined || last === undefined) continue
    for (let i = now.indexOf(before[first]!); i < now.indexOf(before[last]!); i++) side[i] = true
  }
}

/** A wrapped amount has no more lines. */
const WRAPPED = 2

/**
 * Draws a missing line on over the columns of which the figures show rows: a figure that is merged over the rows above
 * and below the line stands in the middle of them.
 */
function goOnBetweenFigures(side: boolean[], row: number, { xs, ys }: Lattice, glyphs: readonly Glyph[]): void {
  const [top, at, foot] = [ys[row - 1]!, ys[row]!, ys[row + 1]!]
  const [upper, lower] = textsOf({ xs, ys: [top, at, foot] }, glyphs)
  const showsRows = (col: number) => {
    const own = [...upper![col]!, ...lower![col]!]
    const lines = toLines(own)
    const isOver = ({ box }: Glyph) => box[1] < at - OVER && box[3] > at + OVER
    if (lines.length === 0 || own.some(isOver) || !lines.every((l) => isFigure(l.text))) return false
    const aside = Math.abs(middle({ box: around(own) }) - (top + foot) / 2)
    return lines.length > WRAPPED || aside > CENTRED * lines[0]!.size
  }
  for (const col of side.keys()) side[col] ||= showsRows(col)
}
