/** The colours of a page, whatever the light and the paper. */
import type { Pixels } from './image.ts'

/** Fewer coloured pixels than this are dirt. */
const FEWEST = 200
/** The lead of the red channel over both others is this share of the chroma of red ink at least. */
const RED_LEADS = 0.67

/** What has this chroma has some colour. */
export const TINTED = 24

export interface Colors {
  width: number
  height: number
  /** Largest less smallest channel, the paper taken as white. */
  chroma: Uint8Array
  /** Largest channel. */
  most: Uint8Array
  /** Lightness. */
  gray: Uint8Array
  /** 1 where red leads, and around it: red.ts sees to it. */
  red: Uint8Array
}

/** The colours of a page; null where hardly a pixel has one. */
export function colorsOf({ width, height, channels, data }: Pixels): Colors | null {
  if (channels === 1) return null
  const [reds, greens, blues] = [0, 1, 2].map((c) => lifted(paperOf(data, channels, c))) as [Levels, Levels, Levels]
  const size = width * height
  const out = { width, height, ...{ chroma: new Uint8Array(size), most: new Uint8Array(size) } }
  const [gray, red] = [new Uint8Array(size), new Uint8Array(size)]
  let [colored, pure, purple] = [0, 0, 0]
  for (let i = 0, j = 0; i < size; i++, j += channels) {
    const r = reds[data[j]!]!
    const g = greens[data[j + 1]!]!
    const b = blues[data[j + 2]!]!
    const most = Math.max(r, g, b)
    const chroma = most - Math.min(r, g, b)
    out.chroma[i] = chroma
    out.most[i] = most
    gray[i] = (r * 77 + g * 150 + b * 29) / 256
    // Red leads by most of the colour: violet has as much blue, yellow as much green, a pink marker half as much of both.
    if (r - Math.max(g, b) > RED_LEADS * chroma) red[i] = 1
    else if (chroma >= TINTED) colored++
    if (r < most || chroma < RED_INK.chroma) continue
    if (red[i] === 1) pure++
    else if (b > g) purple++
  }
  if (colored < FEWEST) return null
  return { ...out, gray, red: purple > PURPLE * pure ? red : spread({ ...out, gray, red }) }
}

/** What each level of a channel is once its paper is white. */
type Levels = Float64Array

function lifted(paper: number): Levels {
  const gain = 255 / Math.max(1, paper)
  return Float64Array.from({ length: 256 }, (_, v) => Math.min(255, v * gain))
}

/** Squares of this edge (points) hold a letter or two. */
const SQUARE = 12
/** Darker than this (0–255) is ink, thin and blurred lines, too. */
const INKED = 180

/** Whether there is coloured ink in more places than black: what the page is printed with. */
export function isPrintedInColor({ width, height, chroma, gray, red }: Colors, scale: number): boolean {
  const edge = Math.max(1, Math.round(SQUARE * scale))
  const columns = Math.ceil(width / edge)
  const leads = new Int32Array(columns * Math.ceil(height / edge))
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      if (gray[i]! < INKED && red[i] === 0)
        leads[Math.floor(y / edge) * columns + Math.floor(x / edge)]! += chroma[i]! >= TINTED ? 1 : -1
  return leads.filter((n) => n > 0).length > leads.filter((n) => n < 0).length
}

/** Purple ink is seen red here and there, and no red ink is beside it, where so many times as much of it is purple. */
const PURPLE = 8

/** JPEG stores colour in squares of this edge (pixels): around red ink they hold other colours, too. */
const BLOCK = 16
/** So many pixels in a square that are this red (chroma) are ink. */
const RED_INK = { pixels: 4, chroma: 40 }

/** The red of a page with the squares around its red ink. */
function spread({ width, height, chroma, red }: Colors): Uint8Array {
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)]
  const counts = new Uint16Array(columns * rows)
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK) * columns
    for (let x = 0; x < width; x++, i++)
      if (red[i] === 1 && chroma[i]! >= RED_INK.chroma) counts[row + Math.floor(x / BLOCK)]!++
  }
  const isInk = (c: number, r: number) =>
    c >= 0 && c < columns && r >= 0 && r < rows && counts[r * columns + c]! >= RED_INK.pixels
  const near = counts.map((_, k) => {
    const [c, r] = [k % columns, Math.floor(k / columns)]
    return Number([-1, 0, 1].some((dr) => [-1, 0, 1].some((dc) => isInk(c + dc, r + dr))))
  })
  const out = Uint8Array.from(red)
  for (const [k, is] of near.entries()) {
    if (is === 0) continue
    const [left, top] = [(k % columns) * BLOCK, Math.floor(k / columns) * BLOCK]
    for (let y = top; y < Math.min(height, top + BLOCK); y++)
      out.fill(1, y * width + left, y * width + Math.min(width, left + BLOCK))
  }
  return out
}

/** Of a channel's values in order, this share up the paper is found. */
const PAPER_SHARE = 0.7
/** Every so many pixels are looked at. */
const PAPER_STRIDE = 17

function paperOf(data: Pixels['data'], channels: number, channel: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let j = channel; j < data.length; j += channels * PAPER_STRIDE, total++) counts[data[j]!]!++
  let level = 0
  for (let seen = counts[0]!; seen < PAPER_SHARE * total && level < 255; ) seen += counts[++level]!
  return level
}
