/** Pages that stand a little aslant, as scans that a program turned into letters and lines do: they are put straight. */
import { type Matrix, multiply } from './operators/matrix.ts'

/** Degrees to which the tilt of a text is told. */
const STEP = 0.05
/** A tilt below this many degrees moves the end of a line by less than half its height, and rulings are still level. */
const LEVEL = 0.2
/** Text that stands more aslant is a watermark's. */
const MOST = 10
/** Share of the page's characters that stand aslant alike. */
const ALIKE = 0.8

/** How many characters of a page stand aslant by how much; degrees, clockwise, by which they miss a right angle. */
export class Tilts {
  private readonly counts = new Map<number, number>()

  add(angle: number, characters: number): void {
    const tilt = Math.round((angle - 90 * Math.round(angle / 90)) / STEP)
    this.counts.set(tilt, (this.counts.get(tilt) ?? 0) + characters)
  }

  /** The tilt of the page, degrees; 0 where it stands straight or its texts stand in several ways. */
  get ofPage(): number {
    const [most] = [...this.counts].sort((a, b) => b[1] - a[1])
    const all = [...this.counts.values()].reduce((sum, n) => sum + n, 0)
    if (most === undefined) return 0
    const near = [...this.counts].filter(([tilt]) => Math.abs(tilt - most[0]) <= 1)
    const tilt = STEP * most[0]
    const isAlike = near.reduce((sum, [, n]) => sum + n, 0) >= ALIKE * all
    return isAlike && Math.abs(tilt) >= LEVEL && Math.abs(tilt) <= MOST ? tilt : 0
  }
}

/** `base`, turned back by `tilt` degrees around the middle of the page. */
export function straightened(base: Matrix, tilt: number, width: number, height: number): Matrix {
  const [cos, sin] = [Math.cos((-tilt * Math.PI) / 180), Math.sin((-tilt * Math.PI) / 180)]
  const [x, y] = [width / 2, height / 2]
  return multiply([cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y], base)
}
