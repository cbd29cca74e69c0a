/** Straightens a picture: small displacements, one axis after the other, with cubic interpolation. */
import type { Picture } from '../../ocr/reader.ts'

/**
 * Where a pixel comes from along one axis: a + b·x + c·y + d·x·y pixels further on, and, where lines are bent, so much
 * more: e·t² + f·t²·s + g·t³, t along the lines (x of columns that are shifted, y of rows) and s across them.
 */
export type Shift = readonly [a: number, b: number, c: number, d: number, e?: number, f?: number, g?: number]

/** Steps between two pixels that have weights of their own. */
const PHASES = 64
const WEIGHTS = cubicWeights()

/** Catmull-Rom weights of four neighbours for each phase, in 1/1024. */
function cubicWeights(): Int32Array {
  const out = new Int32Array(PHASES * 4)
  for (let p = 0; p < PHASES; p++) {
    const t = p / PHASES
    const w = [
      ((-t + 2) * t - 1) * t * 0.5,
      ((3 * t - 5) * t * t + 2) * 0.5,
      ((-3 * t + 4) * t + 1) * t * 0.5,
      (t - 1) * t * t * 0.5,
    ].map((v) => Math.round(v * 1024))
    w[1]! += 1024 - w[0]! - w[1]! - w[2]! - w[3]!
    out.set(w, p * 4)
  }
  return out
}

/** What a shift is at a place. */
export function shiftAt(
  [a, b, c, d, e = 0, f = 0, g = 0]: Shift,
  axis: 'x' | 'y',
  [x, y]: readonly [number, number],
): number {
  const [t, s] = axis === 'y' ? [x, y] : [y, x]
  return a + b * x + c * y + d * x * y + t * t * (e + f * s + g * t)
}

/** out(x, y) = picture(x, y + shift(x, y)); white beyond the edges. */
export function shiftColumns(picture: Picture, shift: Shift): Picture {
  const { width, height, data } = picture
  const out = new Uint8Array(data.length)
  const [a, b, c, d, e = 0, f = 0, g = 0] = shift
  for (let y = 0; y < height; y++) {
    const start = y + a + c * y
    const step = b + d * y
    const bow = e + f * y
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const from = start + x * (step + x * (bow + x * g))
      const whole = Math.floor(from)
      out[i] = whole >= 1 && whole < height - 2 ? between(data, whole * width + x, width, from - whole) : 255
    }
  }
  return { width, height, data: out }
}

/** out(x, y) = picture(x + shift(x, y), y); white beyond the edges. */
export function shiftRows(picture: Picture, shift: Shift): Picture {
  const { width, height, data } = picture
  const out = new Uint8Array(data.length)
  const [a, b, c, d, e = 0, f = 0, g = 0] = shift
  for (let y = 0; y < height; y++) {
    const row = y * width
    const start = a + y * (c + y * (e + y * g))
    const step = 1 + b + y * (d + y * f)
    for (let x = 0; x < width; x++) {
      const from = start + step * x
      const whole = Math.floor(from)
      out[row + x] = whole >= 1 && whole < width - 2 ? between(data, row + whole, 1, from - whole) : 255
    }
  }
  return { width, height, data: out }
}

/** The lightness so far (0–1) between a pixel and the next one, `step` further on. */
function between(data: Uint8Array, at: number, step: number, far: number): number {
  const before = data[at - step]!
  const own = data[at]!
  const next = data[at + step]!
  const last = data[at + 2 * step]!
  // Most of a page is paper.
  if ((before & own & next & last) === 255) return 255
  const w = ((far * PHASES) | 0) * 4
  return clamp(WEIGHTS[w]! * before + WEIGHTS[w + 1]! * own + WEIGHTS[w + 2]! * next + WEIGHTS[w + 3]! * last)
}

function clamp(sum: number): number {
  const v = sum >> 10
  return v < 0 ? 0 : Math.min(v, 255)
}

/** Turned about its middle by a small angle, degrees clockwise as seen. */
export function turnSlightly(picture: Picture, degrees: number): Picture {
  const t = Math.tan((degrees * Math.PI) / 180)
  const { width, height } = picture
  const level = shiftColumns(picture, [(t * width) / 2, -t, 0, 0])
  return shiftRows(level, [(-t * height) / 2, 0, t, 0])
}

/** Where a place in the picture that `turnSlightly` gave comes from. */
export function beforeTurn(
  { width, height }: Picture,
  degrees: number,
  [x, y]: readonly [number, number],
): [number, number] {
  const t = Math.tan((degrees * Math.PI) / 180)
  const from = x - (t * height) / 2 + t * y
  return [from, y + (t * width) / 2 - t * from]
}

/** The part of a picture that `box` (pixels, may be fractional) holds, drawn `width` by `height` pixels large. */
export function resample(
  picture: Picture,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  width: number,
  height: number,
): Picture {
  const across = taps(x0, x1, width, picture.width)
  const down = taps(y0, y1, height, picture.height)
  const first = down.at[0]!
  const rows = drawnAcross(picture, first, down.at[height - 1]! + down.each - first, across)
  return { width, height, data: drawnDown(rows, width, first, down) }
}

/** `count` rows of a picture from the first one on, each as wide as there are targets. */
function drawnAcross(
  { width, data }: Picture,
  first: number,
  count: number,
  { at, each, weights }: Taps,
): Float32Array {
  const out = new Float32Array(count * at.length)
  for (let y = 0, to = 0; y < count; y++) {
    const row = (first + y) * width
    for (let x = 0, k = 0; x < at.length; x++) {
      let sum = 0
      for (let i = row + at[x]!, end = k + each; k < end; k++, i++) sum += weights[k]! * data[i]!
      out[to++] = sum
    }
  }
  return out
}

/** The rows, `width` pixels each, one upon the other: the source rows are gone along, since they lie so in memory. */
function drawnDown(rows: Float32Array, width: number, first: number, { at, each, weights }: Taps): Uint8Array {
  const out = new Uint8Array(width * at.length)
  const sums = new Float64Array(width)
  for (let y = 0; y < at.length; y++) {
    sums.fill(0)
    for (let k = 0; k < each; k++) {
      const weight = weights[y * each + k]!
      for (let x = 0, i = (at[y]! - first + k) * width; x < width; x++, i++) sums[x]! += weight * rows[i]!
    }
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const light = Math.round(sums[x]!)
      out[i] = light < 0 ? 0 : Math.min(light, 255)
    }
  }
  return out
}

/** The source pixels of which each target pixel is made. */
interface Taps {
  /** The first one of each, in rising order. */
  at: Int32Array
  /** How many each has, and their weights, one target after the other. */
  each: number
  weights: Float64Array
}

/** For each of `n` target pixels the source pixels it is made of; wider than one pixel when shrinking. */
function taps(from: number, to: number, n: number, limit: number): Taps {
  const step = (to - from) / n
  const wide = Math.max(1, step)
  const each = Math.min(limit, Math.floor(4 * wide) + 1)
  const at = new Int32Array(n)
  const weights = new Float64Array(n * each)
  for (let i = 0; i < n; i++) {
    const centre = from + (i + 0.5) * step - 0.5
    const start = Math.max(0, Math.ceil(centre - 2 * wide))
    const end = Math.min(limit - 1, Math.floor(centre + 2 * wide))
    // Beyond the edge of the picture there is what stands at it.
    at[i] = Math.max(0, Math.min(start, limit - each))
    const own = i * each - at[i]!
    let sum = 0
    for (let k = start; k <= end; k++) sum += weights[own + k] = cubic((k - centre) / wide)
    for (let k = start; k <= end; k++) weights[own + k]! /= sum
    if (start > end) weights[own + Math.min(limit - 1, start)] = 1
  }
  return { at, each, weights }
}

/** Catmull-Rom kernel. */
function cubic(x: number): number {
  const t = Math.abs(x)
  if (t < 1) return 1.5 * t ** 3 - 2.5 * t ** 2 + 1
  return t < 2 ? -0.5 * t ** 3 + 2.5 * t ** 2 - 4 * t + 2 : 0
}
