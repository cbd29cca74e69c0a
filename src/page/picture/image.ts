/** Pictures of pages: even light, even print, turns. Pixels everywhere; origin top left. */
import { memoisedBy } from '../../memo.ts'
import type { Picture } from '../../ocr/reader.ts'

/** Pixels as decoded: 1 (gray), 3 (RGB) or 4 (RGBA) bytes each, row by row. */
export interface Pixels {
  width: number
  height: number
  channels: 1 | 3 | 4
  data: Uint8Array | Uint8ClampedArray
  /** Set where the file of the picture ends before its rows do; those that are missing are white. */
  isCut?: true
}

/** Edge of the squares (pixels) within which light is taken as even. */
const LIGHT_SQUARE = 32
/** Of a square's pixels in order of lightness, this share up the paper is found: most of a page is paper. */
const PAPER_SHARE = 0.8
/** A square darker than this share of the page's paper is a picture or a filled area: its neighbours say more. */
const NO_PAPER = 0.5
/** From this share of the paper's lightness on all is paper: what is left of a seal and of grain goes. */
const WHITE = 0.92

/** Divides by the lightness of the paper, found square by square: shadows, yellowed paper and tinted cells go. */
export function evenLight(picture: Picture): Picture {
  const { width, height, data } = picture
  const columns = Math.ceil(width / LIGHT_SQUARE)
  const rows = Math.ceil(height / LIGHT_SQUARE)
  const paper = smooth(paperOf(picture, columns, rows), columns, rows)
  const lightest = Array.from({ length: rows }, (_, r) => Math.max(...paper.subarray(r * columns, (r + 1) * columns)))
  const out = new Uint8Array(data.length)
  const across = Array.from({ length: columns + 1 }, (_, c) => Math.min(columns - 1, c))
  const places = Float64Array.from({ length: width }, (_, x) =>
    Math.min(columns - 1, Math.max(0, x / LIGHT_SQUARE - 0.5)),
  )
  for (let y = 0; y < height; y++) {
    const fy = Math.min(rows - 1, Math.max(0, y / LIGHT_SQUARE - 0.5))
    const r0 = Math.floor(fy)
    const [above, below] = [r0 * columns, Math.min(rows - 1, r0 + 1) * columns]
    const [high, low] = [r0 + 1 - fy, fy - r0]
    const white = WHITE * Math.max(lightest[above / columns]!, lightest[below / columns]!)
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (data[i]! >= white) {
        out[i] = 255
        continue
      }
      const fx = places[x]!
      const c0 = Math.floor(fx)
      const c1 = across[c0 + 1]!
      const left = c0 + 1 - fx
      const right = fx - c0
      const top = paper[above + c0]! * left + paper[above + c1]! * right
      const bottom = paper[below + c0]! * left + paper[below + c1]! * right
      const v = data[i]! * Math.fround(255 / (WHITE * (top * high + bottom * low)))
      out[i] = Math.min(v, 255)
    }
  }
  return { width, height, data: out }
}

/** Each pixel averaged with its neighbours (weights 1 2 1 both ways): grain goes, strokes stay. */
export const withoutGrain = memoisedBy(({ width, height, data }: Picture): Picture => {
  // A row and a column of paper around the picture.
  const wide = width + 1
  const rows = new Uint16Array((height + 2) * width).fill(4 * 255)
  const line = new Uint8Array(wide + 1).fill(255)
  for (let y = 0; y < height; y++) {
    line.set(data.subarray(y * width, (y + 1) * width), 1)
    for (let x = 1, i = (y + 1) * width; x < wide; x++, i++) rows[i] = line[x - 1]! + 2 * line[x]! + line[x + 1]!
  }
  const out = new Uint8Array(data.length)
  for (let i = 0, k = width; i < out.length; i++, k++)
    out[i] = (rows[k - width]! + 2 * rows[k]! + rows[k + width]!) >> 4
  return { width, height, data: out }
})

/** Strokes of clear print are this dark in their middle (0 black to 255 white). */
const CLEAR = 60
/** Darker than this is more than grain or the fringe of a stroke. */
const STROKE = 215
/** The palest print is made darker by this factor at most: with more, grain becomes ink. */
const MOST_GAIN = 3
/** Strokes have paper this near (pixels) on both sides; the black around a copied page has not. */
const NEAR_PAPER = 10
/** A page with fewer strokes (pixels) than this tells nothing about its print. */
const FEW_STROKES = 200

/** Print is pale beside the rest of the page with less than this share of its darkness: stripes of an empty cartridge have 0.35. */
const PALE = 0.7
/** A square with fewer strokes (pixels) than this tells nothing about its own print. */
const FEW_OWN_STROKES = 12

/**
 * Pale print made as dark as clear print: thin strokes are paler the coarser the scan, and what counts as ink
 * must not depend on that. How dark the print is, is told by the middles of its strokes, those of the page and, where
 * print is far paler than that, of the place.
 */
export function evenPrint(picture: Picture): Picture {
  const { width, height, data } = picture
  const strokes = strokesOf(picture)
  if (strokes.length < FEW_STROKES) return picture
  const level = medianOf(strokes.map((i) => data[i]!))
  const gain = Math.min(MOST_GAIN, Math.max(1, gainOf(level)))
  const columns = Math.ceil(width / LIGHT_SQUARE)
  const own = paleSquares(picture, strokes, columns, 255 - level)
  if (own.size === 0 && gain === 1) return picture
  const levels = levelsOf(gain)
  const out = new Uint8Array(data.length)
  for (let i = 0; i < out.length; i++) out[i] = levels[data[i]!]!
  for (const [square, pale] of own) {
    const darker = levelsOf(Math.max(gain, Math.min(MOST_GAIN, gainOf(pale))))
    const [x0, y0] = [(square % columns) * LIGHT_SQUARE, Math.floor(square / columns) * LIGHT_SQUARE]
    for (let y = y0; y < Math.min(height, y0 + LIGHT_SQUARE); y++)
      for (let i = y * width + x0; i < y * width + Math.min(width, x0 + LIGHT_SQUARE); i++) out[i] = darker[data[i]!]!
  }
  return { width, height, data: out }
}

const gainOf = (level: number) => (255 - CLEAR) / (255 - level)

const levelsOf = (gain: number) =>
  Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.round(255 - (255 - v) * gain)))

/** The median of lightnesses (0–255), counted: a page has a million strokes to sort. */
function medianOf(values: readonly number[]): number {
  const counts = new Uint32Array(256)
  for (const v of values) counts[v]!++
  let level = 0
  for (let seen = counts[0]!; seen < values.length / 2; ) seen += counts[++level]!
  return level
}

/** The squares of which the print is pale beside that of the page, with its lightness. */
function paleSquares(
  { width, data }: Picture,
  strokes: readonly number[],
  columns: number,
  dark: number,
): Map<number, number> {
  const bySquare = new Map<number, number[]>()
  for (const i of strokes) {
    const x = i % width
    const square = Math.floor((i - x) / width / LIGHT_SQUARE) * columns + Math.floor(x / LIGHT_SQUARE)
    const list = bySquare.get(square)
    if (list) list.push(data[i]!)
    else bySquare.set(square, [data[i]!])
  }
  const levels = [...bySquare].flatMap(([square, own]): [number, number][] =>
    own.length < FEW_OWN_STROKES ? [] : [[square, medianOf(own)]],
  )
  return new Map(levels.filter(([, level]) => 255 - level < PALE * dark))
}

/**
 * The middles of strokes: the pixels that no neighbour in their row or column is darker than. One that stands alone is
 * grain of a copy in black and white, and would make all grain print.
 */
function strokesOf(picture: Picture): number[] {
  const { width, height, data } = picture
  const out: number[] = []
  for (let y = 1; y < height - 1; y++)
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      const v = data[i]!
      if (v >= STROKE) continue
      const across = v <= data[i - 1]! && v <= data[i + 1]!
      if (!across && !(v <= data[i - width]! && v <= data[i + width]!)) continue
      if (Math.min(data[i - 1]!, data[i + 1]!, data[i - width]!, data[i + width]!) >= STROKE) continue
      if (isBetween(data, i, width)) out.push(i)
    }
  return out
}

/** Whether there is paper on both sides of a place, across or up and down. */
function isBetween(data: Uint8Array, i: number, width: number): boolean {
  const ends = (step: number) => {
    let away = 1
    while (away <= NEAR_PAPER && (data[i + away * step] ?? 0) < STROKE) away++
    return away <= NEAR_PAPER
  }
  return [1, width].some((step) => ends(step) && ends(-step))
}

function paperOf({ width, height, data }: Picture, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      counts.fill(0)
      let total = 0
      for (let y = r * LIGHT_SQUARE; y < Math.min(height, (r + 1) * LIGHT_SQUARE); y += 2)
        for (let x = c * LIGHT_SQUARE; x < Math.min(width, (c + 1) * LIGHT_SQUARE); x += 2) {
          counts[data[y * width + x]!]!++
          total++
        }
      let level = 0
      for (let seen = counts[0]!; seen < PAPER_SHARE * total && level < 255; ) seen += counts[++level]!
      paper[r * columns + c] = level
    }
  const typical = [...paper].sort((a, b) => a - b)[paper.length >> 1]!
  const least = Math.max(1, NO_PAPER * typical)
  return paper.map((p) => (p < least ? typical : p))
}

function smooth(grid: Float32Array, columns: number, rows: number): Float32Array {
  return grid.map((_, i) => {
    const r = Math.floor(i / columns)
    const c = i % columns
    let sum = 0
    let n = 0
    for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
      for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
        sum += grid[y * columns + x]!
        n++
      }
    return sum / n
  })
}

/** Turned clockwise by a multiple of 90 degrees. */
export function quarterTurn(pixels: Pixels, degrees: 0 | 90 | 180 | 270): Pixels {
  const { width, height, channels, data } = pixels
  if (degrees === 0) return pixels
  const out = new Uint8Array(data.length)
  const put = (from: number, to: number) => {
    for (let c = 0; c < channels; c++) out[to * channels + c] = data[from * channels + c]!
  }
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 0; x < width; x++, from++)
      if (degrees === 180) put(from, width * height - 1 - from)
      else put(from, degrees === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y)
  return degrees === 180 ? { ...pixels, data: out } : { ...pixels, width: height, height: width, data: out }
}

/** Rows become columns: a vertical line of the picture runs along a row of the result. Pictures are not changed once made. */
export const transpose = memoisedBy(({ width, height, data }: Picture): Picture => {
  const out = new Uint8Array(data.length)
  const block = 32
  for (let by = 0; by < height; by += block)
    for (let bx = 0; bx < width; bx += block) {
      const [bottom, right] = [Math.min(height, by + block), Math.min(width, bx + block)]
      for (let y = by; y < bottom; y++)
        for (let x = bx, i = y * width + bx; x < right; x++, i++) out[x * height + y] = data[i]!
    }
  return { width: height, height: width, data: out }
})
