/** Gray as dots of black, as scanners and faxes set to pictures give it: the dots are averaged before anything is looked for. */
import type { Picture } from '../../ocr/reader.ts'

/** A picture in black and white has hardly a pixel between them (share, 0–1; lightness 0–255). */
const BETWEEN = { share: 0.02, from: 32, to: 223 }
/** More black pixels without a black neighbour than this share of all (0–1) are gray paper: specks of a fax are 0.0003. */
const DOTS = 0.005
/** Weights of a pixel's neighbours along a row or column, in 1/16; applied twice, as wide as a thin stroke. */
const WEIGHTS = [1, 4, 6, 4, 1]
const TIMES = 2

/** The picture with its dots averaged to gray; any other as it is. */
export function withoutDither(picture: Picture): Picture {
  if (!isDithered(picture)) return picture
  let { data } = picture
  for (let n = 0; n < TIMES; n++) data = averagedAlong(averagedAlong(data, 1), picture.width)
  return { ...picture, data }
}

function isDithered({ width, height, data }: Picture): boolean {
  let [between, dots] = [0, 0]
  const most = BETWEEN.share * data.length
  for (let i = 0; i < data.length && between <= most; i++)
    if (data[i]! >= BETWEEN.from && data[i]! <= BETWEEN.to) between++
  if (between > most) return false
  for (let y = 1; y < height - 1; y++)
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++)
      if (
        data[i]! < BETWEEN.from &&
        Math.min(data[i - 1]!, data[i + 1]!, data[i - width]!, data[i + width]!) > BETWEEN.to
      )
        dots++
  return dots > DOTS * data.length
}

/** Each pixel averaged with those `step` before and behind it; beyond the ends of the data it counts for itself. */
function averagedAlong(data: Uint8Array, step: number): Uint8Array {
  const out = new Uint8Array(data.length)
  const [far, near, own] = WEIGHTS as [number, number, number]
  for (let i = 0; i < data.length; i++) {
    const v = data[i]!
    const beside = (data[i - step] ?? v) + (data[i + step] ?? v)
    out[i] = (own * v + near * beside + far * ((data[i - 2 * step] ?? v) + (data[i + 2 * step] ?? v))) >> 4
  }
  return out
}
