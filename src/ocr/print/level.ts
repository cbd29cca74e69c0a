/** Up or down to where digits stand in the other figures: the ink of a line tells its place to a pixel of the scan only. */
import { type FigureLine, ROWS, toColumns } from './line.ts'

/** How far lines are moved at most (pixels). */
const FAR = 4
const PASSES = 3

/** Blackness of each row. */
export type Profile = Float32Array

/** A line as numbers, column by column: blackness and how far it may be believed (0–1). */
export interface Ink {
  width: number
  columns: Float32Array
  clear: Float32Array | null
}

export function toInk({ picture, clear }: FigureLine): Ink {
  return {
    width: picture.width,
    columns: toColumns(picture),
    clear: clear && toColumns(clear).map((hidden) => 1 - hidden),
  }
}

function profileOf({ columns, clear }: Ink): Profile {
  const [sums, counts] = [new Float32Array(ROWS), new Float32Array(ROWS).fill(1e-6)]
  for (let i = 0; i < columns.length; i++) {
    const weight = clear ? clear[i]! : 1
    sums[i % ROWS]! += weight * columns[i]!
    counts[i % ROWS]! += weight
  }
  return sums.map((sum, y) => sum / counts[y]!)
}

/** The lines moved so that their rows agree, and the rows that they agree in. */
export function levelled(lines: readonly Ink[]): { lines: Ink[]; profile: Profile } {
  let all = [...lines]
  let profile = new Float32Array(ROWS)
  for (let pass = 0; pass < PASSES; pass++) {
    const own = all.map(profileOf)
    profile = Float32Array.from({ length: ROWS }, (_, y) => own.reduce((sum, p) => sum + p[y]!, 0))
    all = lines.map((line) => toLevel(line, profile))
  }
  return { lines: all, profile }
}

/** The line moved to where its rows are most like the profile. */
export function toLevel(line: Ink, profile: Profile): Ink {
  const own = profileOf(line)
  let [best, most] = [0, Number.NEGATIVE_INFINITY]
  for (let d = -FAR; d <= FAR; d++) {
    const likeness = correlation(own, profile, d)
    if (likeness > most) [best, most] = [d, likeness]
  }
  return best === 0
    ? line
    : { ...line, columns: moved(line.columns, best), clear: line.clear && moved(line.clear, best) }
}

function correlation(own: Profile, other: Profile, d: number): number {
  let [product, square] = [0, 1e-9]
  for (let y = 0; y < ROWS; y++) {
    const v = own[y + d] ?? 0
    product += v * other[y]!
    square += v * v
  }
  return product / Math.sqrt(square)
}

function moved(columns: Float32Array, d: number): Float32Array {
  return columns.map((_, i) => {
    const y = (i % ROWS) + d
    return y >= 0 && y < ROWS ? columns[i + d]! : 0
  })
}
