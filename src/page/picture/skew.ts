/** By what angle a page lies askew on the scanner. */
import type { Picture } from '../../ocr/reader.ts'

/** The largest skew that is looked for, degrees. */
const LARGEST = 5.5
/** Search steps, degrees; each pass looks one step of the pass before to both sides. */
const PASSES = [0.25, 0.05, 0.01]
/** Darker than this (0–255, even light) is ink; on a page that has next to none of it, pale ink tells more than none. */
const INKS = [128, 160]
/** Edges of fewer columns than this say nothing. */
const FEWEST = 200
/** Only every so many columns are looked at. */
const STRIDE = 3

/**
 * Degrees clockwise by which lines of text and rulings fall to the right; turning back by it makes them
 * level. Found as the angle under which the upper edges of the ink gather in the fewest rows.
 */
export function findSkew(picture: Picture): number {
  const points = INKS.map((ink) => upperEdges(picture, ink)).find((all) => all.length >= 2 * FEWEST)
  if (!points) return 0
  let best = 0
  let reach = LARGEST
  for (const step of PASSES) {
    let highest = Number.NEGATIVE_INFINITY
    const middle = best
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += step) {
      const score = gathering(points, picture, angle)
      if (score > highest) {
        highest = score
        best = angle
      }
    }
    reach = step
  }
  return best
}

/** x, y, x, y, … of ink pixels with paper above. */
function upperEdges({ width, height, data }: Picture, ink: number): Int32Array {
  const out: number[] = []
  for (let y = 1; y < height; y++)
    for (let x = 0; x < width; x += STRIDE) {
      const i = y * width + x
      if (data[i]! < ink && data[i - width]! >= ink) out.push(x, y)
    }
  return Int32Array.from(out)
}

function gathering(points: Int32Array, { width, height }: Picture, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const offset = Math.ceil(Math.abs(slope) * width) + 1
  const rows = new Uint32Array(height + 2 * offset + 2)
  for (let i = 0; i < points.length; i += 2) rows[Math.round(points[i + 1]! - slope * points[i]!) + offset]!++
  let sum = 0
  for (const n of rows) sum += n * n
  return sum
}
