/** Takes rulings out of a picture, so that what is left is text. */
import type { Picture } from '../../ocr/reader.ts'
import { place, type SeenLine } from './seen-line.ts'

/** The blurred edge of a line is looked for up to this far (points) beyond its thickness. */
const BLUR = 1.2
/** From this lightness on (0–255, even light) the median pixel beside a line is paper again. */
const PAPER = 236
/** The paper beside a line is looked at every so many pixels. */
const STRIDE = 3

/** How to go along and across a line in the pixels. */
interface Walk {
  along: number
  stride: number
  across: number
  step: number
}

/**
 * A copy without the lines; `scale` is pixels a point. A stroke that stands on both
 * sides is joined across the gap; one that stands on one side ends there, and leaves no smear in the next cell.
 */
export function withoutLines(picture: Picture, lines: readonly SeenLine[], scale: number): Picture {
  const { width, height } = picture
  const data = Uint8Array.from(picture.data)
  for (const line of lines) {
    const walk: Walk =
      line.axis === 'h'
        ? { along: width, stride: 1, across: height, step: width }
        : { along: height, stride: width, across: width, step: 1 }
    const { along, stride, across, step } = walk
    const [before, after] = [edge(picture, line, walk, -1, scale), edge(picture, line, walk, 1, scale)]
    for (let i = Math.max(0, Math.floor(line.from) - 2); i < Math.min(along, Math.ceil(line.to) + 2); i++) {
      const middle = Math.round(place(line, i + 0.5) - 0.5)
      const [a, b] = [middle - before, middle + after]
      const base = i * stride
      const first = a >= 0 ? data[base + a * step]! : 255
      const last = b < across ? data[base + b * step]! : 255
      const fill = Math.max(first, last)
      for (let k = Math.max(0, a + 1); k < Math.min(across, b); k++) data[base + k * step] = fill
    }
  }
  return { width, height, data }
}

/** Pixels from the middle of a line to where, on one side, its blurred edge ends: there half of what stands is paper. */
function edge({ data }: Picture, line: SeenLine, { along, stride, across, step }: Walk, side: 1 | -1, scale: number) {
  const least = Math.ceil(line.thickness / 2) + 1
  const most = least + Math.ceil(BLUR * scale)
  for (let k = least; k < most; k++) {
    let [light, all] = [0, 0]
    for (let i = Math.max(0, Math.ceil(line.from)); i < Math.min(along, line.to); i += STRIDE) {
      const at = Math.round(place(line, i + 0.5) - 0.5) + side * k
      if (at < 0 || at >= across) continue
      all++
      if (data[i * stride + at * step]! >= PAPER) light++
    }
    if (2 * light >= all) return k
  }
  return most
}
