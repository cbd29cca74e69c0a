/** To gray, without the red ink of seals. */
import type { Picture } from '../../ocr/reader.ts'
import type { Pixels } from './image.ts'

/** Whether there is red ink near a place (pixels). */
export type RedMask = (x: number, y: number) => boolean

export interface Gray {
  picture: Picture
  /** Null where nothing is red. */
  red: RedMask | null
  /** How far each pixel is free of red ink: 0 hidden to 255 clear. */
  clear: Picture | null
}

/** Red ink is looked up in squares of this edge (pixels); it is there if so many pixels are red. */
export const SQUARE = 8
const RED_ENOUGH = 4
/** Ink is red from this lead of the red channel on (0–255): seals are, black and blue ink and its JPEG fringe are not. */
const RED_FROM = 18
/** From this lead on it is nothing but seal. */
const RED_FULL = 48
/** So much lighter than its lightness is red ink in the red channel, as a share of the lead. */
const RED_LIGHT = 0.8
/** Red ink still darkens the red channel a little: its lightness there is raised by this factor … */
const RED_LIFT = 1.15
/** … and what is then darker than white by less than this is the fringe of the seal. */
const RED_FRINGE = 15

/**
 * Gray without the red of seals: red ink hardly darkens the red channel, black ink under it does, so where there is
 * red it is made as light as the red channel. Pictures are stored with less colour than light: how red a pixel is, its
 * reddest neighbour tells as much as itself. By that one alone, print beside a seal would go with it.
 */
export function toGray({ width, height, channels, data }: Pixels): Gray {
  const out = new Uint8Array(width * height)
  if (channels === 1) {
    out.set(data)
    return { picture: { width, height, data: out }, red: null, clear: null }
  }
  const leads = new Uint8Array(out.length)
  let isRed = false
  for (let i = 0, j = 0; i < out.length; i++, j += channels) {
    const r = data[j]!
    const g = data[j + 1]!
    const b = data[j + 2]!
    out[i] = (r * 77 + g * 150 + b * 29) >> 8
    leads[i] = Math.max(0, r - Math.max(g, b))
    isRed ||= leads[i]! > RED_FROM
  }
  if (!isRed) return { picture: { width, height, data: out }, red: null, clear: null }
  const reddest = highest({ width, height, data: leads })
  for (let i = 0; i < out.length; i++) {
    const lead = (leads[i]! + reddest[i]!) / 2
    if (lead <= RED_FROM) continue
    const share = Math.min(1, (lead - RED_FROM) / (RED_FULL - RED_FROM))
    const light = Math.min(255, (out[i]! + RED_LIGHT * lead) * RED_LIFT + RED_FRINGE)
    out[i] = out[i]! + share * (light - out[i]!)
  }
  const clear = { width, height, data: reddest.map(freedom) }
  return { picture: { width, height, data: out }, red: toMask({ width, height, data: leads }), clear }
}

function freedom(lead: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, (RED_FULL - lead) / (RED_FULL - RED_FROM))))
}

function toMask({ width, height, data }: Picture): RedMask {
  const columns = Math.ceil(width / SQUARE)
  const counts = new Uint8Array(columns * Math.ceil(height / SQUARE))
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / SQUARE) * columns
    for (let x = 0; x < width; x++) if (data[y * width + x]! >= RED_FULL) counts[row + Math.floor(x / SQUARE)]!++
  }
  return (x, y) =>
    x >= 0 && x < width && (counts[Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE)] ?? 0) >= RED_ENOUGH
}

/** The highest of each value and its eight neighbours. */
function highest({ width, height, data }: Picture): Uint8Array {
  const rows = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0, i = y * width; x < width; x++, i++)
      rows[i] = Math.max(data[i]!, x > 0 ? data[i - 1]! : 0, x < width - 1 ? data[i + 1]! : 0)
  const out = new Uint8Array(data.length)
  for (let i = 0; i < out.length; i++) out[i] = Math.max(rows[i]!, rows[i - width] ?? 0, rows[i + width] ?? 0)
  return out
}
