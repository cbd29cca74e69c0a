/** To gray, without the red ink of seals, and without other colours that were put over the print. */
import type { Picture } from '../../ocr/reader.ts'
import type { Pixels } from './image.ts'
import { type Stamped, stampsOf } from './stamps.ts'

/** Whether there is ink of a seal near a place (pixels): red mostly. */
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
export function toGray(pixels: Pixels, scale: number): Gray {
  const { width, height, channels, data } = pixels
  const out = new Uint8Array(width * height)
  if (!hasColor(pixels)) {
    for (let i = 0, j = 0; i < out.length; i++, j += channels) out[i] = data[j]!
    return { picture: { width, height, data: out }, red: null, clear: null }
  }
  const leads = new Uint8Array(out.length)
  let isRed = false
  for (let i = 0, j = 0; i < out.length; i++, j += channels) {
    const r = data[j]!
    const g = data[j + 1]!
    const b = data[j + 2]!
    out[i] = (r * 77 + g * 150 + b * 29) >> 8
    const lead = r - Math.max(g, b)
    if (lead <= 0) continue
    leads[i] = lead
    isRed ||= lead > RED_FROM
  }
  const stamped = stampsOf(pixels, scale)
  if (!isRed && !stamped) return { picture: { width, height, data: out }, red: null, clear: null }
  const reddest = highest({ width, height, data: leads })
  for (let i = 0; i < out.length; i++) {
    const lead = (leads[i]! + reddest[i]!) / 2
    if (lead <= RED_FROM) continue
    const share = Math.min(1, (lead - RED_FROM) / (RED_FULL - RED_FROM))
    const light = Math.min(255, (out[i]! + RED_LIGHT * lead) * RED_LIFT + RED_FRINGE)
    out[i] = out[i]! + share * (light - out[i]!)
  }
  const free = Uint8Array.from({ length: 256 }, (_, lead) => freedom(lead))
  const clear = { width, height, data: new Uint8Array(out.length) }
  for (let i = 0; i < out.length; i++) clear.data[i] = free[reddest[i]!]!
  if (stamped) withoutStamps({ out, leads, clear: clear.data }, stamped)
  const picture = { width, height, data: out }
  const hides = isRed || stamped?.hidden.some((h) => h > 0)
  return hides ? { picture, red: toMask({ width, height, data: leads }), clear } : { picture, red: null, clear: null }
}

export function hasColor({ channels, data }: Pixels): boolean {
  if (channels === 1) return false
  for (let j = 0; j < data.length; j += channels) if (data[j] !== data[j + 1] || data[j] !== data[j + 2]) return true
  return false
}

/** The same for ink of other colours. What hides nothing, as highlighters do, is no seal. */
function withoutStamps(
  { out, leads, clear }: { out: Uint8Array; leads: Uint8Array; clear: Uint8Array },
  { share, light, hidden }: Stamped,
): void {
  for (let i = 0; i < out.length; i++) {
    if (share[i]! > 0) out[i] = out[i]! + (share[i]! / 255) * (light[i]! - out[i]!)
    if (hidden[i]! === 0) continue
    leads[i] = Math.max(leads[i]!, RED_FULL)
    clear[i] = Math.min(clear[i]!, 255 - hidden[i]!)
  }
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
