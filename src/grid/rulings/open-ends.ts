/** Rows above or below a table that is open at its sides in which no upright ruling stands: rows of it all the same. */
import { toLines } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { toTextRow } from '../pieces.ts'
import { coverage, type Edge } from './edges.ts'

/** Such a row is no higher than the highest of the others so many times: two tables stand further apart. */
const HIGH = 1.3

/**
 * Gives each table the rulings above it that are as wide as its own, as long as texts stand between them. `groups`:
 * edges that touch each other; `slack`: points.
 */
export function withOpenTops(groups: readonly Edge[][], glyphs: readonly Glyph[], slack: number): Edge[][] {
  const edges = groups.flat()
  const level = edges.filter((e) => e.axis === 'h')
  const upright = edges.filter((e) => e.axis === 'v')
  return groups.map((group) => {
    const own = group.filter((e) => e.axis === 'h')
    if (own.length < 2) return group
    if (!isOpen(group, own, slack)) return withGroupHeader(group, own, { level, upright }, { glyphs, slack })
    const highest = highestOf(own)
    const rows: Edge[] = []
    for (let top = own[0]!; ; top = rows[0]!) {
      const next = level.findLast((e) => e.at < top.at - slack && overlaps(e, top))
      if (!next || top.at - next.at > HIGH * highest || !isCaption(between(glyphs, next, top))) break
      const isSame = isAsWide(next, top, slack)
      // The last ruling of a wider table that touches this one.
      if (!isSame && coverage(next, ...endsOf(top)) < 1) break
      rows.unshift(isSame ? next : { ...next, parts: top.parts })
      if (!isSame) break
    }
    return rows.length === 0 ? group : [...rows, ...group]
  })
}

/** A blank row of a strip is as high as the row before, but for so much. */
const AS_HIGH = 0.2

/**
 * Gives each table the ruling below it that is as wide as its last one where a blank row is between them: the last row
 * of a strip, which one cell fills that goes on over both its sides, has no upright ruling. `groups`, `slack`: as above.
 */
export function withOpenFeet(groups: readonly Edge[][], glyphs: readonly Glyph[], slack: number): Edge[][] {
  const edges = groups.flat()
  return groups.map((group) => {
    const [before, last] = group.filter((e) => e.axis === 'h').slice(-2)
    if (!before || !last) return group
    const below = edges.find((e) => e.axis === 'h' && e.at > last.at + slack && overlaps(e, last))
    if (!below || !isAsWide(below, last, slack)) return group
    const [height, own] = [last.at - before.at, below.at - last.at]
    if (Math.abs(own - height) > AS_HIGH * height || between(glyphs, last, below).length > 0) return group
    return isCrossed(edges, last, below, slack) ? group : [...group, below]
  })
}

/** Whether an upright ruling stands between two others that are as wide as each other. */
function isCrossed(edges: readonly Edge[], upper: Edge, lower: Edge, slack: number): boolean {
  const middle = (upper.at + lower.at) / 2
  const [x0, x1] = endsOf(upper)
  const isIn = ({ axis, at }: Edge) => axis === 'v' && at > x0 + slack && at < x1 - slack
  return edges.some((e) => isIn(e) && e.parts.some(([from, to]) => from < middle && middle < to))
}

/**
 * A strip of a table too wide for its paper: the header of a group that goes on over both its sides has no upright
 * ruling on it, only the one above, which is as wide as the strip. One line of words stands in it.
 */
function withGroupHeader(
  group: Edge[],
  own: readonly Edge[],
  { level, upright }: { level: readonly Edge[]; upright: readonly Edge[] },
  { glyphs, slack }: { glyphs: readonly Glyph[]; slack: number },
): Edge[] {
  const [top] = own
  const above = level.findLast((e) => e.at < top!.at - slack && overlaps(e, top!))
  if (!above || !isAsWide(above, top!, slack) || top!.at - above.at > HIGH * highestOf(own)) return group
  // A row of cells is another frame's, a little above this one.
  if (isCrossed(upright, top!, above, slack)) return group
  const words = between(glyphs, above, top!)
  return isCaption(words) && toLines(words).length === 1 ? [above, ...group] : group
}

/** The height of the highest row, points. */
function highestOf(level: readonly Edge[]): number {
  return Math.max(...level.slice(1).map((e, i) => e.at - level[i]!.at))
}

function isOpen(group: readonly Edge[], own: readonly Edge[], slack: number): boolean {
  const upright = group.filter((e) => e.axis === 'v')
  const [from, to] = endsOf(own[0]!)
  return upright.length > 0 && upright.every((e) => e.at > from + slack && e.at < to - slack)
}

function isAsWide(a: Edge, b: Edge, slack: number): boolean {
  return endsOf(a).every((x, i) => Math.abs(x - endsOf(b)[i]!) <= slack)
}

function endsOf({ parts }: Edge): [number, number] {
  return [parts[0]![0], parts.at(-1)![1]]
}

function overlaps(a: Edge, b: Edge): boolean {
  return a.parts.some((p) => b.parts.some((q) => p[0] < q[1] && q[0] < p[1]))
}

function between(glyphs: readonly Glyph[], upper: Edge, lower: Edge): Glyph[] {
  const [x0, x1] = endsOf(lower)
  return glyphs.filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    return x > x0 && x < x1 && y > upper.at && y < lower.at
  })
}

/** A title or a header: words, and no amount. */
function isCaption(glyphs: readonly Glyph[]): boolean {
  return glyphs.length > 0 && !toLines(glyphs).some((line) => toTextRow(line).pieces.some((p) => p.amount))
}
