/** What rulings are looked for in: the picture averaged along its rows. */
import type { Picture } from '../../ocr/reader.ts'

/** Each pixel's mean along its row, over `window` pixels, an odd number of them. */
export function rowMeans({ width, height, data }: Picture, window: number): Uint8Array {
  const out = new Uint8Array(data.length)
  const half = window >> 1
  // A division a pixel takes longer than all the rest.
  const means = Uint8Array.from({ length: 255 * window + 1 }, (_, sum) => sum / window)
  for (let y = 0; y < height; y++) {
    const row = y * width
    const end = row + width
    let sum = 0
    let n = Math.min(half, width)
    for (let i = row; i < row + n; i++) sum += data[i]!
    const [full, last] = [Math.min(end, row + half + 1), Math.max(row, end - half)]
    for (let i = row; i < full; i++) {
      if (i < last) {
        sum += data[i + half]!
        n++
      }
      out[i] = sum / n
    }
    for (let i = full; i < last; i++) {
      sum += data[i + half]! - data[i - half - 1]!
      out[i] = means[sum]!
    }
    for (let i = Math.max(full, last); i < end; i++) {
      sum -= data[i - half - 1]!
      n--
      out[i] = sum / n
    }
  }
  return out
}
