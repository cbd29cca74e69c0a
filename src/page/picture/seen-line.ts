/** A ruling as seen in a picture. */

/** Pixels: it runs from (from, at0) to (to, at1), or with the axes swapped if vertical. */
export interface SeenLine {
  axis: 'h' | 'v'
  from: number
  to: number
  at0: number
  at1: number
  thickness: number
  /** Places along it that have no paper on one of its sides. */
  shut: readonly number[]
  /** Places along it where nothing is drawn, if that was looked at. */
  bare?: readonly number[]
}

/** The paper beside a line is looked at this far from its middle (points); frame lines are up to 2.25 thick. */
export const BESIDE = 1.7
/** How close (points) the ends of a line must come to a line across to meet it. */
export const MEETS = 2.5

/** Where across its axis a line stands at a place along it. */
export function place(line: SeenLine, along: number): number {
  return line.at0 + ((along - line.from) / (line.to - line.from)) * (line.at1 - line.at0)
}

/** Lighter than this (0–255) is paper in any case; else what is so much lighter than the line (share of its darkness). */
const PAPER = 235
const PALE = 0.4

/** From which lightness on there is paper beside a line, given how dark its places are, in order. */
export function paperBeside(dark: ArrayLike<number>): number {
  return Math.min(PAPER, 255 - PALE * (dark[dark.length >> 1] ?? 0))
}
