/** The places between all edges of a table, and which of their sides are drawn. */
import { coverage, type Edge } from './edges.ts'

/** A side of a cell counts as drawn if this share of it is. */
export const DRAWN = 0.6

export interface Lattice {
  xs: number[]
  ys: number[]
  h: (Edge | undefined)[]
  v: (Edge | undefined)[]
}

/** What parts two places: `v[c][r]` those left and right of edge c in row r, `h[r][c]` those above and below edge r. */
export interface Sides {
  v: boolean[][]
  h: boolean[][]
}

/** The outermost edges part a table from what is beside it, drawn or not. */
export function sidesOf({ xs, ys, h, v }: Lattice): Sides {
  const [width, height] = [xs.length - 1, ys.length - 1]
  const isDrawn = (edge: Edge | undefined, along: readonly number[], i: number) =>
    coverage(edge, along[i]!, along[i + 1]!) >= DRAWN
  return {
    v: v.map((edge, c) => range(height, (r) => c === 0 || c === width || isDrawn(edge, ys, r))),
    h: h.map((edge, r) => range(width, (c) => r === 0 || r === height || isDrawn(edge, xs, c))),
  }
}

export function range<T>(count: number, of: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => of(i))
}

/** The first place of the region that each place is in, row by row: places that no side parts are one region. */
export function regionsOf({ v, h }: Sides): number[] {
  const [width, height] = [v.length - 1, h.length - 1]
  const region = range(width * height, (i) => i)
  const find = (i: number): number => {
    let root = i
    while (region[root] !== root) {
      region[root] = region[region[root]!]!
      root = region[root]!
    }
    return root
  }
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      const here = r * width + c
      if (c + 1 < width && !v[c + 1]![r]) region[find(here + 1)] = find(here)
      if (r + 1 < height && !h[r + 1]![c]) region[find(here + width)] = find(here)
    }
  return region.map((_, i) => find(i))
}
