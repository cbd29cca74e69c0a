/** Takes rulings out of a picture, so that what is left is text. */
import type { Picture } from '../ocr/reader.ts'
import { place, type SeenLine } from './seen-lines.ts'

/** Pixels beyond a line's own thickness, on either side, that its blurred edge darkens. */
const EDGE = 1

/**
 * A copy without the lines. What stands above and below is joined across the gap, so that a character
 * that touches a line keeps its stroke.
 */
export function withoutLines(picture: Picture, lines: readonly SeenLine[]): Picture {
  const { width, height } = picture
  const data = Uint8Array.from(picture.data)
  for (const line of lines) {
    const half = Math.ceil(line.thickness / 2) + EDGE
    const [stride, across, limit, step] = line.axis === 'h' ? [1, height, width, width] : [width, width, height, 1]
    for (let i = Math.max(0, Math.floor(line.from) - 2); i < Math.min(limit, Math.ceil(line.to) + 2); i++) {
      const middle = Math.round(place(line, i + 0.5) - 0.5)
      const [a, b] = [middle - half - 1, middle + half + 1]
      const base = i * stride
      const before = a >= 0 ? data[base + a * step]! : 255
      const after = b < across ? data[base + b * step]! : 255
      for (let k = Math.max(0, a + 1); k < Math.min(across, b); k++)
        data[base + k * step] = before + ((after - before) * (k - a)) / (b - a)
    }
  }
  return { width, height, data }
}
