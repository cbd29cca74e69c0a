/**
 * Pages that hold several pages: a bound book scanned open, or two or four pages printed on one. Each is read as a
 * page of its own, at the place where it stands.
 */
import { toLines } from './lines.ts'
import { type Numbering, numberings, PAGES } from './page-numbers.ts'
import type { Box, Page, Ruling } from './types.ts'

/** A page, or one of the pages that stand on it: what is printed there, in coordinates of the whole. */
export interface Leaf {
  page: Page
  box: Box
}

/** Share of the width that is left blank between two leaves, at least: their margins. */
const GUTTER = 0.015
/** A table may reach to the very edge of its leaf: so far from the middle the strip may stand, as a share of the width. */
const ASIDE = 0.01
/** Two leaves side by side are no narrower than so many times their height, as A4 pages are not. */
const NARROWEST = 0.6
/** A frame has so many upright rulings, and so many level ones: uprights alone may stand between all columns of one table. */
const FRAME_RULINGS = 3
const FRAME_SIDES = 2
/** What runs over all pages stands within this share of their height from head or foot. */
const OUTER = 0.15
/** A line of prose has one of them; a table without rulings, or one side of it, has lines without that end with a figure. */
const STOP = /[，。；：]/
/** No row is lower than so many points, and the next one ends no further down than so many times the height of the last. */
const LEAST_ROW = 4
const NEXT_ROW = 1.2
/** What ends a line of a table: an amount, and not the page that a table of contents names. */
const ENDS_WITH_AMOUNT = /(?:\d[,，]\d{3}|\d[.．]\d+|\d{5})[)）%]?$/
/**
 * By how much the number of a leaf is above that of an earlier one, and how far aside it stands, as a share of the
 * width: the next one, the one below of four, and the first of a second row of two.
 */
const COUNTED = [
  [1, 0],
  [2, 0],
  [1, -0.5],
] as const
/** Numbers of two leaves stand at the same place of theirs, give or take this share of the size. */
const SAME_PLACE = 0.012

/** The leaves of pages in reading order; the pages themselves for nearly all. */
export function leavesOf(pages: readonly Page[]): Leaf[] {
  const sheets = pages.map((page): Leaf => ({ page, box: [0, 0, page.width, page.height] }))
  const shown = sheets.map((whole) => stacked(whole).flatMap(sideBySide))
  const likeOthers = halvesLikeOthers(sheets, new Set(sheets.filter((_, i) => areBeside(shown[i]!))))
  let before: Leaf[] = []
  return sheets.flatMap((whole, i) => {
    const own = likeOthers.get(whole) ?? shown[i]!
    before = own.length > 1 ? own : [asFirst(whole, before) ?? whole]
    return before
  })
}

/** So many sheets show that the others of their size are two pages each, and at least this share of all of these. */
const SHOWING = 2
const SHOWING_SHARE = 0.3

/**
 * Sheets of prose alone, and of tables without rulings, do not show that they are two pages: they are where the others
 * of their size do, and nothing crosses the middle of any.
 */
function halvesLikeOthers(sheets: readonly Leaf[], shown: ReadonlySet<Leaf>): Map<Leaf, Leaf[]> {
  const halves = new Map<Leaf, Leaf[]>()
  const sizes = Map.groupBy(
    sheets.filter((s) => s.page.glyphs.length > 0),
    ({ page }) => `${Math.round(page.width)} ${Math.round(page.height)}`,
  )
  for (const same of sizes.values()) {
    const showing = same.filter((s) => shown.has(s)).length
    if (showing < SHOWING || showing < SHOWING_SHARE * same.length) continue
    const cut = same.map((s) => [s, halvesOf(s)] as const)
    if (cut.every(([, own]) => own !== null)) for (const [s, own] of cut) halves.set(s, own!)
  }
  return halves
}

/** Whether leaves are two beside each other, not one above the other. */
function areBeside([left, right, ...others]: readonly Leaf[]): boolean {
  return left !== undefined && right !== undefined && others.length === 0 && left.box[1] === right.box[1]
}

/** All of a page as the first leaf of a sheet as large as the one before: the last sheet may have no further one. */
function asFirst(whole: Leaf, before: readonly Leaf[]): Leaf | null {
  const [first] = before
  const last = before.at(-1)
  if (!first || !last || before.length < 2) return null
  if (last.box[2] !== whole.box[2] || last.box[3] !== whole.box[3]) return null
  const leaf = part(whole, first.box)
  const { glyphs, rulings } = whole.page
  return leaf.page.glyphs.length === glyphs.length && leaf.page.rulings.length === rulings.length ? leaf : null
}

/**
 * Left and right of a blank strip down the whole middle that nothing crosses. A table without rulings has such a
 * strip, too, between its labels and its figures: so one side has to have a frame, and none may have figures outside
 * rulings and prose, unless pages are numbered on both sides.
 */
function sideBySide(leaf: Leaf): Leaf[] {
  const halves = halvesOf(leaf)
  if (halves === null || halves.some(({ page }) => page.glyphs.length + page.rulings.length === 0)) return [leaf]
  const [left, right] = halves as [Leaf, Leaf]
  const areFramed = halves.some(hasFrame) && !halves.some(hasLooseFigures)
  const isNarrow = isHeadOf(left, right) || isHeadOf(right, left)
  return areCounted(halves) || (areFramed && !isNarrow) ? halves : [leaf]
}

/** Whether one half holds one line alone, at the head or the foot, outside of all rulings of the other: it is printed over a page with a narrow table. */
function isHeadOf({ box: [, y0, , y1], page: { glyphs, rulings } }: Leaf, other: Leaf): boolean {
  if (rulings.length > 0 || !hasFrame(other) || toLines(glyphs).length !== 1) return false
  const room = OUTER * (y1 - y0)
  if (!glyphs.every(({ box }) => box[3] < y0 + room || box[1] > y1 - room)) return false
  const heights = other.page.rulings.map((r) => extent(r, 'v'))
  const [top, foot] = [Math.min(...heights.map(([from]) => from)), Math.max(...heights.map(([, to]) => to))]
  return glyphs.every(({ box }) => box[3] <= top || box[1] >= foot)
}

/** Left and right of a strip that nothing crosses; null where a sheet has none in its middle. One of them may be blank. */
function halvesOf(leaf: Leaf): Leaf[] | null {
  const [x0, y0, x1, y1] = leaf.box
  const width = x1 - x0
  if (width / 2 < NARROWEST * (y1 - y0)) return null
  const middle = (x0 + x1) / 2
  let [left, right] = [x0, x1]
  for (const [from, to] of widths(leaf.page)) {
    if (from + to <= 2 * middle) left = Math.max(left, to)
    else right = Math.min(right, from)
  }
  const isThere = left <= middle + ASIDE * width && right >= middle - ASIDE * width
  if (right - left < GUTTER * width || !isThere) return null
  const cut = Math.min(Math.max(middle, left), right)
  return [part(leaf, [x0, y0, cut, y1]), part(leaf, [cut, y0, x1, y1])]
}

/** From where to where each text and ruling reaches. */
function widths({ glyphs, rulings }: Page): (readonly [number, number])[] {
  return [...glyphs.map(({ box }) => [box[0], box[2]] as const), ...rulings.map((r) => extent(r, 'h'))]
}

/** One above the other: tables and texts have gaps there as well, so only page numbers show it. */
function stacked(leaf: Leaf): Leaf[] {
  const [x0, y0, x1, y1] = leaf.box
  const middle = (y0 + y1) / 2
  const { glyphs, rulings } = leaf.page
  if (glyphs.length === 0 || glyphs.some(({ box }) => box[1] < middle && box[3] > middle)) return [leaf]
  if (rulings.some((r) => extent(r, 'v')[0] < middle && extent(r, 'v')[1] > middle)) return [leaf]
  const upper = part(leaf, [x0, y0, x1, middle])
  const lower = part(leaf, [x0, middle, x1, y1])
  // The last sheet of four may hold two.
  if (lower.page.glyphs.length === 0 && lower.page.rulings.length === 0)
    return areCounted(sideBySide(upper)) ? [upper] : [leaf]
  return areCounted([upper, lower]) ? [upper, lower] : [leaf]
}

/** Whether page numbers, at one place of both halves, say that these are pages. */
function areCounted(halves: readonly Leaf[]): boolean {
  if (halves.length < 2) return false
  const [, y0, , y1] = halves[0]!.box
  const first = countsOf(halves[0]!)
  if (first.length === 0) return false
  const second = countsOf(halves[1]!)
  const areNext = (a: Numbering, b: Numbering) =>
    Math.abs(a.y - b.y) < SAME_PLACE * (y1 - y0) &&
    COUNTED.some(([by, aside]) => b.number === a.number + by && Math.abs(b.x - a.x - aside) < SAME_PLACE)
  return first.some((a) => second.some((b) => areNext(a, b)))
}

/** What may number a leaf: with marks around it, or beside other numbers at most. 07 between its class and its name is a code. */
function countsOf(leaf: Leaf): Numbering[] {
  const all = numberings(leaf)
  const own = new Set(all.flatMap((n) => n.glyphs))
  const others = leaf.page.glyphs.filter((g) => !own.has(g))
  const isBeside = (a: Box, b: Box) => a[1] < b[3] - (b[3] - b[1]) / 2 && a[3] > b[1] + (b[3] - b[1]) / 2
  const isAlone = ({ glyphs }: Numbering) => !others.some((g) => isBeside(g.box, glyphs[0]!.box))
  return all.filter((n) => n.least < PAGES || isAlone(n))
}

/** Whether figures stand in lines of their own, neither in prose nor between rulings. */
function hasLooseFigures({ page }: Leaf): boolean {
  const across = page.rulings.filter((r) => r.axis === 'v')
  const top = Math.min(...across.map((r) => r.from))
  const foot = withOpenRow(page, Math.max(...across.map((r) => r.to)))
  const outside = page.glyphs.filter(({ box: [, y0, , y1] }) => (y0 + y1) / 2 < top || (y0 + y1) / 2 > foot)
  return toLines(outside).some(({ text }) => ENDS_WITH_AMOUNT.test(text.trim()) && !STOP.test(text))
}

/** A total may stand below the last ruling, as the next row would. */
function withOpenRow({ rulings }: Page, foot: number): number {
  const level = rulings.filter((r) => r.axis === 'h').sort((a, b) => b.at - a.at)
  const width = Math.max(...level.map((r) => r.to)) - Math.min(...level.map((r) => r.from))
  // From the lowest up: what is drawn less than half a row above and below each is added once and taken off once.
  let [drawn, entered, left] = [0, 0, 0]
  for (const { at } of level) {
    while (entered < level.length && level[entered]!.at > at - LEAST_ROW / 2) drawn += lengthOf(level[entered++]!)
    while (level[left]!.at >= at + LEAST_ROW / 2) drawn -= lengthOf(level[left++]!)
    // What underlines a word of the last row is none of its rulings.
    if (at < foot - LEAST_ROW && drawn > width / 2) return foot + NEXT_ROW * (foot - at)
  }
  return foot
}

const lengthOf = ({ from, to }: Ruling) => to - from

function hasFrame({ page }: Leaf): boolean {
  const uprights = page.rulings.filter((r) => r.axis === 'v').length
  return uprights >= FRAME_RULINGS && page.rulings.length - uprights >= FRAME_SIDES
}

/** From where to where a ruling reaches along a direction, its thickness included. */
function extent(ruling: Ruling, axis: Ruling['axis']): readonly [number, number] {
  const half = ruling.thickness / 2
  return ruling.axis === axis ? [ruling.from, ruling.to] : [ruling.at - half, ruling.at + half]
}

function part({ page }: Leaf, box: Box): Leaf {
  const isIn = (b: Box) => {
    const [x, y] = [(b[0] + b[2]) / 2, (b[1] + b[3]) / 2]
    return box[0] <= x && x < box[2] && box[1] <= y && y < box[3]
  }
  const boxOf = (r: Ruling): Box => (r.axis === 'h' ? [r.from, r.at, r.to, r.at] : [r.at, r.from, r.at, r.to])
  const own = {
    ...page,
    width: box[2] - box[0],
    height: box[3] - box[1],
    glyphs: page.glyphs.filter((g) => isIn(g.box)),
    rulings: page.rulings.filter((r) => isIn(boxOf(r))),
  }
  return { page: own, box }
}
