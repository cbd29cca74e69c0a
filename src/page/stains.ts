/** Where a seal lay on a scan. */
import type { Box, Page } from './types.ts'

/** Red ink this close (points) to the edge of a cell hides nothing of what stands in it. */
export const EDGE = 2

/** Page → the boxes of its red ink; only of pages that have some. */
export function stainsByPage(pages: readonly Page[]): ReadonlyMap<number, readonly Box[]> {
  return new Map(pages.flatMap((p): [number, readonly Box[]][] => (p.stains ? [[p.number, p.stains]] : [])))
}

export function isStained(stains: readonly Box[] | undefined, [x0, y0, x1, y1]: Box): boolean {
  return stains?.some((s) => s[0] < x1 && s[2] > x0 && s[1] < y1 && s[3] > y0) ?? false
}
