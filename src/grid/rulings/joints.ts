/**
 * Rulings that are drawn cell by cell: browsers and word processors draw the border of each cell by itself, or fill its
 * area. Where two of them meet stands the edge of a column, though no upright ruling is drawn there.
 */
import type { Ruling } from '../../page/types.ts'

/** Pieces whose ends are so many points apart meet there; none goes on over the place by more. */
const MEET = 1

/** Where the pieces of one horizontal ruling, those shorter than `shortest` (points) left aside, meet. */
export function jointsOf(pieces: readonly Ruling[], shortest: number): number[] {
  const own = pieces.filter((r) => r.to - r.from > shortest)
  const isMet = (x: number) => own.some((r) => Math.abs(r.from - x) <= MEET)
  const isCrossed = (x: number) => own.some((r) => r.from < x - MEET && r.to > x + MEET)
  return distinct(own.map((r) => r.to).filter((x) => isMet(x) && !isCrossed(x)))
}

/** Places, left to right, of which none is where another one is. */
export function distinct(places: readonly number[]): number[] {
  return places.toSorted((a, b) => a - b).filter((x, i, all) => i === 0 || x - all[i - 1]! > MEET)
}
