/** Lines over the whole paper are no rulings of a table: folds, streaks of a printer, lines and frames of a template. */
import type { Page, Ruling } from '../../page/types.ts'

/** Points from the edge of the paper within which such a line begins and ends. */
const AT_EDGE = 5
/** A frame around the paper is no further from its edge than this share of its length: the usual margin of a text. */
const MARGIN = 0.1
/** Points by which the sides of a frame may miss each other at its corners. */
const CORNER = 1
/** Points by which a ruling goes on behind a frame that it crosses; one that ends at it may be drawn a little too long. */
const BEHIND = 4
/** So many rulings show that the frame is none of the table's: one alone may be drawn too long. */
const CROSSING = 2

/** The page without a line that reaches from one edge of the paper to the other, and a frame that a table lies over. */
export function withoutPageLines(page: Page): Page {
  const { width, height } = page
  const reaching = [...across(page, 'h', width, height), ...across(page, 'v', height, width), ...framesBelow(page)]
  return reaching.length === 0 ? page : { ...page, rulings: page.rulings.filter((r) => !reaching.includes(r)) }
}

/** Of such a line there is one, not at the edge itself: several are the rulings of a table that fills its page. */
function across({ rulings }: Page, axis: Ruling['axis'], length: number, depth: number): Ruling[] {
  const own = rulings.filter((r) => r.axis === axis)
  const reaching = own.filter((r) => r.from <= AT_EDGE && r.to >= length - AT_EDGE)
  const inner = reaching.filter((r) => r.at > AT_EDGE && r.at < depth - AT_EDGE)
  return inner.length === 1 && inner.length < own.length ? inner : []
}

/** The sides of frames around the paper that a wider table crosses: each would cut the cells below it in two. */
function framesBelow(page: Page): Ruling[] {
  const { width, height, rulings } = page
  const long = (axis: Ruling['axis'], length: number) =>
    rulings.filter((r) => r.axis === axis && r.from < MARGIN * length && r.to > (1 - MARGIN) * length)
  const [level, upright] = [long('h', width), long('v', height)]
  return level.flatMap((top) => {
    if (top.at > MARGIN * height) return []
    const left = upright.find((v) => meet(v.from, top.at) && meet(v.at, top.from))
    const right = upright.find((v) => meet(v.from, top.at) && meet(v.at, top.to))
    const bottom = level.find((h) => left && meet(h.at, left.to) && meet(h.from, top.from) && meet(h.to, top.to))
    if (!left || !right || !bottom || !meet(right.to, bottom.at)) return []
    const frame = [top, bottom, left, right]
    return isCrossed(frame, rulings) ? frame : []
  })
}

function meet(a: number, b: number): boolean {
  return Math.abs(a - b) <= CORNER
}

/** Whether rulings cross the frame, and none ends at a side that others cross. */
function isCrossed(frame: readonly Ruling[], rulings: readonly Ruling[]): boolean {
  const sides = frame.map((side) => {
    const reach = rulings.filter(
      (r) => r.axis !== side.axis && !frame.includes(r) && isAlong(r, side) && r.from <= side.at + BEHIND,
    )
    const touching = reach.filter((r) => r.to >= side.at - BEHIND)
    return { touching, crossing: touching.filter((r) => r.from < side.at - BEHIND && r.to > side.at + BEHIND) }
  })
  const crossed = sides.filter(({ crossing }) => crossing.length >= CROSSING)
  return crossed.length > 0 && crossed.every(({ touching, crossing }) => touching.length === crossing.length)
}

function isAlong({ at }: Ruling, side: Ruling): boolean {
  return at > side.from && at < side.to
}
