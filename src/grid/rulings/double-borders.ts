/**
 * Two rulings that are one border: where each cell has a frame of its own, apart from the next, a strip of paper lies
 * between two rows or columns. It is too narrow for any text, and none stands in it.
 */
import { once } from '../../memo.ts'
import { medianSize } from '../../page/sizes.ts'
import type { Glyph } from '../../page/types.ts'
import type { Edge } from './edges.ts'
import type { Lattice } from './lattice.ts'

/** A strip is narrower than this share of the text size, and than so many points: rows are never that low. */
export const STRIP = 0.6
const WIDEST = 4

/** One column of more rows than so many is no box. */
const STRIP_ROWS = 3

/** The lattice with one edge for both sides of each strip. */
export function withoutDoubleBorders(lattice: Lattice, glyphs: readonly Glyph[]): Lattice {
  const widest = Math.min(WIDEST, STRIP * medianSize(glyphs))
  const rows = joined(lattice.ys, lattice.h, widest, isFree(lattice, glyphs, 1))
  const columns = joined(lattice.xs, lattice.v, widest, isFree(lattice, glyphs, 0))
  // A table of two columns at least is left, or the strip of one whose further columns are on a page of their own.
  if (rows.at.length < 2 || columns.at.length < (rows.at.length > STRIP_ROWS ? 2 : 3)) return lattice
  return { ys: rows.at, h: rows.edges, xs: columns.at, v: columns.edges }
}

/** Whether no character of the table has its middle between two places of an axis. */
function isFree({ xs, ys }: Lattice, glyphs: readonly Glyph[], axis: 0 | 1): (from: number, to: number) => boolean {
  const middles = (g: Glyph) => [(g.box[0] + g.box[2]) / 2, (g.box[1] + g.box[3]) / 2] as const
  const isIn = ([x, y]: readonly [number, number]) => x > xs[0]! && x < xs.at(-1)! && y > ys[0]! && y < ys.at(-1)!
  const own = once(() =>
    glyphs
      .map(middles)
      .filter(isIn)
      .map((at) => at[axis]),
  )
  return (from, to) => !own().some((at) => at > from && at < to)
}

type Edges = readonly (Edge | undefined)[]

function joined(at: readonly number[], edges: Edges, widest: number, free: (from: number, to: number) => boolean) {
  const out: { at: number[]; edges: (Edge | undefined)[] } = { at: [], edges: [] }
  let first = 0
  for (let i = 1; i <= at.length; i++) {
    if (i < at.length && at[i]! - at[first]! < widest && free(at[first]!, at[i]!)) continue
    const place = (at[first]! + at[i - 1]!) / 2
    out.at.push(place)
    out.edges.push(asOne(edges.slice(first, i), place))
    first = i
  }
  return out
}

/** An edge where any of some is drawn. */
function asOne(edges: Edges, at: number): Edge | undefined {
  const drawn = edges.filter((e) => e !== undefined)
  if (drawn.length < 2) return drawn[0]
  const parts: [number, number][] = []
  for (const [from, to] of drawn.flatMap((e) => e.parts).sort((a, b) => a[0] - b[0])) {
    const last = parts.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else parts.push([from, to])
  }
  return { axis: drawn[0]!.axis, at, parts }
}
