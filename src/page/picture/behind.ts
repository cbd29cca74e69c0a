/**
 * What shows pale behind the print, print of the back of the paper or a watermark, is taken out: its letters stand
 * among those of the page, and its rulings cut through their words. It is told from pale print by its evenness: it is
 * far paler than all of the print, and stands between it.
 */
import type { Picture } from '../../ocr/reader.ts'

/** Print is darker than this (0–255, even light) … */
const PRINT = 128
/** … and what shows from behind is no darker than this and no paler than that. */
const BEHIND = { darkest: 175, palest: 240 }
/** A thin line is paler by so much without grain. */
const SMOOTHED = 8
/** Around print (pixels) all may be its blur. */
const BLUR = 3
/** So much of the page (share, 0–1), and so much beside its print, is pale before anything is taken to show from behind. */
const ENOUGH = { page: 0.002, print: 0.08 }
/** Where more than this share (0–1) of what is pale is darker than that, print is pale itself, as of an empty cartridge. */
const BETWEEN = 0.02
/** … and than this where rulings, which may be gray, are among it. */
const BETWEEN_LINES = 0.06
/** There is print besides: as many pixels as this share (0–1) of what is pale. */
const BESIDES = 0.3
/** Of the pale pixels in order of lightness, at this share (0–1) are those of whole strokes; the others are their edges. */
const WHOLE = 0.3
/** Rulings are this long and this thin (points), and this much of them (0–1) is seen in grain: letters of a row have less ink. */
const LINE = { long: 14, thin: 2.5, dense: 0.6 }

/** A look at every so many rows tells most pages, of which nothing is to be taken. */
const ROWS = 8

/**
 * A level picture of even light without what shows from behind; `scale` is pixels a point. A page without dark rulings is
 * left as it is: what is pale may be rulings that are hardly seen.
 */
export function withoutBehind(picture: Picture, scale: number): Picture {
  if (!isLikely(picture)) return picture
  const { width, data } = picture
  const print = data.map((v) => Number(v < PRINT))
  const near = spread(print, width)
  const pale = data.map((_, i) => Number(near[i] === 0 && isPale(picture, i)))
  const lines = thinLines(pale, picture, scale)
  const letters = pale.map((on, i) => on & ~lines[i]!)
  const size = data.length
  if (!isBehind(tallied(letters, data), { print: count(print), size, most: BETWEEN })) return picture
  const own = count(thinLines(print, picture, scale))
  if (own === 0) return picture
  // Rulings of the back come through as pale as its words; a page that has hardly others has gray ones.
  const areOfPage = own < count(lines)
  const level = levelOf(letters, data)
  // Beside print it darkens what stands there: by as much it is made lighter.
  const over = spread(letters, width)
  return {
    ...picture,
    data: data.map((v, i) => {
      if (areOfPage && lines[i] === 1) return v
      if (near[i] === 0) return 255
      return over[i] === 1 ? Math.min(255, (255 * v) / level) : v
    }),
  }
}

/** Whether a place is pale, and no grain: so are those around it. */
function isPale({ width, data }: Picture, i: number): boolean {
  if (data[i]! >= BEHIND.palest) return false
  const around = 4 * data[i]! + 2 * (data[i - 1]! + data[i + 1]! + data[i - width]! + data[i + width]!)
  const corners = data[i - width - 1]! + data[i - width + 1]! + data[i + width - 1]! + data[i + width + 1]!
  return (around + corners) / 16 < BEHIND.palest + SMOOTHED
}

/** Pale pixels, and those of them that are rather pale print. */
interface Tally {
  all: number
  between: number
}

/** What a look at some of the rows tells. */
function isLikely(picture: Picture): boolean {
  const { width, height, data } = picture
  const tally: Tally = { all: 0, between: 0 }
  let [print, seen] = [0, 0]
  for (let y = BLUR; y < height - BLUR; y += ROWS, seen += width)
    for (let i = y * width + BLUR; i < (y + 1) * width - BLUR; i++) {
      if (data[i]! < PRINT) print++
      else if (isPale(picture, i) && !isNearPrint(picture, i)) {
        tally.all++
        if (data[i]! < BEHIND.darkest) tally.between++
      }
    }
  return isBehind(tally, { print, size: seen, most: BETWEEN_LINES })
}

function isNearPrint({ width, data }: Picture, i: number): boolean {
  for (let dy = -BLUR; dy <= BLUR; dy++)
    for (let k = i + dy * width - BLUR; k <= i + dy * width + BLUR; k++) if (data[k]! < PRINT) return true
  return false
}

/** Whether so much of `size` pixels is pale, and at most the share `most` of it darker, as only what shows from behind is. */
function isBehind(
  { all, between }: Tally,
  { print, size, most }: { print: number; size: number; most: number },
): boolean {
  const isEnough = all >= ENOUGH.page * size && all >= ENOUGH.print * print && print >= BESIDES * all
  return isEnough && between <= most * all
}

function tallied(letters: Uint8Array, data: Uint8Array): Tally {
  let between = 0
  for (let i = 0; i < data.length; i++) if (letters[i] === 1 && data[i]! < BEHIND.darkest) between++
  return { all: count(letters), between }
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, on) => sum + on, 0)
}

/** How light its strokes are. */
function levelOf(letters: Uint8Array, data: Uint8Array): number {
  const own = data.filter((_, i) => letters[i] === 1).sort()
  return own[Math.floor(WHOLE * own.length)]!
}

/** 1 up to so many pixels around each 1. */
function spread(mask: Uint8Array, width: number): Uint8Array {
  return spreadAlong(spreadAlong(mask, 1), width)
}

function spreadAlong(mask: Uint8Array, step: number): Uint8Array {
  const out = Uint8Array.from(mask)
  for (let i = 0; i < mask.length; i++)
    if (mask[i] === 1 && !(mask[i - step] === 1 && mask[i + step] === 1))
      for (let k = step; k <= BLUR * step; k += step) {
        if (i >= k) out[i - k] = 1
        if (i + k < out.length) out[i + k] = 1
      }
  return out
}

/** What of a mask is in long thin lines, level or upright, though grain interrupts them. */
function thinLines(mask: Uint8Array, { width, height }: Picture, scale: number): Uint8Array {
  const across = dense(mask, { lines: height, length: width, step: width, stride: 1 }, LINE.long * scale)
  const down = dense(mask, { lines: width, length: height, step: 1, stride: width }, LINE.long * scale)
  const thin = LINE.thin * scale
  return mask.map((_, i) => Number(isThin(across, i, width, thin) || isThin(down, i, 1, thin)))
}

/** How to go along the lines of a picture: from each to the next by `step`, along it by `stride`. */
interface Walk {
  lines: number
  length: number
  step: number
  stride: number
}

/** 1 where most of what is as near along the line is 1. */
function dense(mask: Uint8Array, { lines, length, step, stride }: Walk, long: number): Uint8Array {
  const out = new Uint8Array(mask.length)
  const half = Math.round(long / 2)
  for (let line = 0; line < lines; line++) {
    let on = 0
    for (let k = -half; k < length; k++) {
      const at = line * step + k * stride
      if (k + half < length) on += mask[at + half * stride]!
      if (k - half > 0) on -= mask[at - (half + 1) * stride]!
      if (k >= 0 && on >= LINE.dense * (2 * half + 1)) out[at] = 1
    }
  }
  return out
}

/** Whether there is something, and no more of it than so many pixels side by side. */
function isThin(mask: Uint8Array, i: number, step: number, most: number): boolean {
  if (mask[i] !== 1) return false
  let n = 1
  for (let k = i - step; mask[k] === 1 && n <= most; k -= step) n++
  for (let k = i + step; mask[k] === 1 && n <= most; k += step) n++
  return n <= most
}
