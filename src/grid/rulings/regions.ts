/** Places of a lattice that no side parts, and what stands in them. */
import type { Box, Glyph } from '../../page/types.ts'
import type { Lattice, Sides } from './lattice.ts'

/** Row and column. */
export type Place = readonly [number, number]

/** The rectangle around places that belong together, and how many they are. */
export interface Region {
  row: number
  col: number
  rowEnd: number
  colEnd: number
  count: number
}

/** A region of more places is a frame around something, and no cells that run together. */
const MOST_PLACES = 80

/** The region around a place; null if it is too large. */
export function regionAt([row, col]: Place, { v, h }: Sides): Region | null {
  const width = v.length - 1
  const seen = new Set([row * width + col])
  const region = { row, col, rowEnd: row + 1, colEnd: col + 1, count: 0 }
  const open: [number, number][] = [[row, col]]
  const enter = (r: number, c: number) => {
    if (seen.has(r * width + c)) return
    seen.add(r * width + c)
    open.push([r, c])
  }
  for (let next = open.pop(); next; next = open.pop()) {
    const [r, c] = next
    if (++region.count > MOST_PLACES) return null
    region.row = Math.min(region.row, r)
    region.col = Math.min(region.col, c)
    region.rowEnd = Math.max(region.rowEnd, r + 1)
    region.colEnd = Math.max(region.colEnd, c + 1)
    if (!v[c]![r]) enter(r, c - 1)
    if (!v[c + 1]![r]) enter(r, c + 1)
    if (!h[r]![c]) enter(r - 1, c)
    if (!h[r + 1]![c]) enter(r + 1, c)
  }
  return region
}

/** The regions around some places, each once. */
export function regionsAt(places: readonly Place[], sides: Sides): Region[] | null {
  const out: Region[] = []
  for (const place of places) {
    if (out.some((r) => holds(r, place))) continue
    const region = regionAt(place, sides)
    if (!region || !isFilled(region)) return null
    out.push(region)
  }
  return out
}

function holds({ row, col, rowEnd, colEnd }: Region, [r, c]: Place): boolean {
  return r >= row && r < rowEnd && c >= col && c < colEnd
}

/** Whether the region is a rectangle. */
export function isFilled({ row, col, rowEnd, colEnd, count }: Region): boolean {
  return count === (rowEnd - row) * (colEnd - col)
}

export function areSame(a: Region, b: Region): boolean {
  return a.row === b.row && a.col === b.col
}

/** The characters in each place: row, then column. */
export type Texts = Glyph[][][]

export function textsOf({ xs, ys }: Pick<Lattice, 'xs' | 'ys'>, glyphs: readonly Glyph[]): Texts {
  const out: Texts = ys.slice(1).map(() => xs.slice(1).map(() => []))
  for (const glyph of glyphs) {
    const row = bandOf(ys, (glyph.box[1] + glyph.box[3]) / 2)
    const col = bandOf(xs, (glyph.box[0] + glyph.box[2]) / 2)
    out[row]?.[col]?.push(glyph)
  }
  return out
}

function bandOf(edges: readonly number[], at: number): number {
  return at < edges[0]! ? -1 : edges.findIndex((e, i) => at >= e && at < (edges[i + 1] ?? e))
}

export function glyphsIn(texts: Texts, { row, col, rowEnd, colEnd }: Region): Glyph[] {
  return texts.slice(row, rowEnd).flatMap((places) => places.slice(col, colEnd).flat())
}

export function boxOf({ row, col, rowEnd, colEnd }: Region, { xs, ys }: Pick<Lattice, 'xs' | 'ys'>): Box {
  return [xs[col]!, ys[row]!, xs[colEnd]!, ys[rowEnd]!]
}
