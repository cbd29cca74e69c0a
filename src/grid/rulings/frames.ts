/** Cells with a frame of their own, as browsers draw them: each side is drawn from corner to corner, and again for the cell beside. */
import type { Ruling } from '../../page/types.ts'
import type { Lattice } from './lattice.ts'
import type { Region } from './regions.ts'

/** A side of a frame lies no further from the edge of the lattice, and ends no further from its corner, than so many points. */
const BESIDE = 2.5

/** Whether a region is one cell because a frame is drawn around just that. */
export function isFramed({ row, col, rowEnd, colEnd }: Region, lattice: Lattice, rulings: readonly Ruling[]): boolean {
  const { xs, ys } = lattice
  const [x0, y0, x1, y1] = [xs[col]!, ys[row]!, xs[colEnd]!, ys[rowEnd]!]
  const sides = [
    { axis: 'h', at: y0, from: x0, to: x1, isOuter: row === 0 },
    { axis: 'h', at: y1, from: x0, to: x1, isOuter: rowEnd === ys.length - 1 },
    { axis: 'v', at: x0, from: y0, to: y1, isOuter: col === 0 },
    { axis: 'v', at: x1, from: y0, to: y1, isOuter: colEnd === xs.length - 1 },
  ]
  // The frame of a whole table is that of no cell.
  if (sides.every((s) => s.isOuter)) return false
  return sides.every(({ axis, at, from, to, isOuter }) => {
    const here = rulings.filter((r) => r.axis === axis && isNear(r.at, at) && r.from < to && r.to > from)
    return here.some((r) => isNear(r.from, from) && isNear(r.to, to)) && (isOuter || here.length > 1)
  })
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= BESIDE
}
