/**
 * Ink of any colour but red that was put over the print: blue, violet and green stamps, signatures, ticks of a pen,
 * highlighters. Print of a colour is told from it by its shape: rulings are thin and long, characters small and in rows.
 */
import type { Picture } from '../../ocr/reader.ts'
import { type Colors, colorsOf, isPrintedInColor, TINTED } from './colors.ts'
import type { Pixels } from './image.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** What is to be done about coloured ink, pixel by pixel. */
export interface Stamped {
  /** How far (0–255) each pixel is to be replaced … */
  share: Uint8Array
  /** … by this lightness: what it would be without the ink. */
  light: Uint8Array
  /** Where the ink may hide print: 0 clear to 255 hidden. */
  hidden: Uint8Array
}

/** Ink has a colour from this chroma on (largest less smallest channel, of 255, the paper taken as white); JPEG leaves less on black print. */
const COLORED = 40
/** From this chroma on a pixel beside such ink has something of its blurred edge, and from the other on it is that alone. */
const EDGE = { from: 8, full: 24 }
/** Pixels of edge: pictures are stored with half as much colour as light. */
const HALO = 2
/** Black print that a stroke crosses, up to so wide (points) and this dark (0–255), does not end it. */
const CROSSED = { wide: 3, dark: 180 }
/** Pieces of fewer pixels are grain. */
const SPECK = 6
/** A filled stripe or shade is tinted, as light as this at least (0–255) … */
const PALE = 150
/** … and reaches this far (points) both ways, as no stroke does; black print on it (points) does not end it. */
const FILL = { reach: 7, print: 5 }

/** Sizes of pieces of coloured ink, points. */
const SIZE = {
  /** Up to this both ways or one it is print: a character of 8 points, a ruling, an underline. */
  print: 8,
  /** Up to this it is print if other pieces stand beside it: characters in parts, of any height. */
  letter: 14,
  /** Up to this it is print if other pieces like it stand beside it: the characters of a heading. */
  heading: 60,
  /** Stamps are no larger than this, frames of tables are. */
  frame: 170,
} as const
/** Pieces of a row of characters are this close, and begin and end as high but for this (shares of their height). */
const ROW = { gap: 0.5, off: 0.2 }
/** Rulings are lines to this share, a whole frame with what touches it to this; they are this long and this thin (points). */
const LINES = { share: 0.5, ofFrame: 0.35, long: 11, thin: 3.5 }
/** Every so many pixels of a piece are looked at for lines. */
const STRIDE = 7

/** The coloured ink over a page; null where there is none. `scale` is pixels a point. */
export function stampsOf(pixels: Pixels, scale: number): Stamped | null {
  const { width, height } = pixels
  const ink = colorsOf(pixels)
  if (!ink || isPrintedInColor(ink, scale)) return null
  const fills = filled(ink, scale)
  const inked = new Uint8Array(fills.length)
  for (let i = 0; i < inked.length; i++)
    inked[i] = Number(ink.chroma[i]! >= COLORED && fills[i] === 0 && ink.red[i] === 0)
  if (!inked.includes(1) && !fills.includes(1)) return null
  const strokes = { width, height, data: crossing(ink, inked, scale) }
  const foreign = foreignOf(
    piecesOf(strokes).filter((p) => p.pixels.length >= SPECK),
    strokes,
    scale,
  )
  if (foreign.length === 0 && !fills.includes(1)) return null
  const out: Stamped = {
    share: new Uint8Array(fills.length),
    light: new Uint8Array(fills.length),
    hidden: new Uint8Array(fills.length),
  }
  takeFillsOut(fills, ink, out)
  for (const piece of foreign) takeOut(piece, ink, out)
  return out
}

/** 1 in stripes and shades: pale, and as far as they reach interrupted by print alone. */
function filled({ width, height, chroma, gray, red }: Colors, scale: number): Uint8Array {
  const pale = new Uint8Array(chroma.length)
  for (let i = 0; i < pale.length; i++) pale[i] = Number(chroma[i]! >= TINTED && gray[i]! >= PALE && red[i] === 0)
  const [reach, print] = [FILL.reach * scale, FILL.print * scale]
  const across = runs(pale, { lines: height, step: width, length: width, stride: 1 }, reach, print)
  if (!across.includes(1)) return across
  const down = runs(pale, { lines: width, step: 1, length: height, stride: width }, reach, print)
  return pale.map((on, i) => on & across[i]! & down[i]!)
}

/** How to go along the lines of a picture: from each to the next by `step`, along it by `stride`. */
interface Walk {
  lines: number
  length: number
  step: number
  stride: number
}

/** 1 on the runs of at least `reach` pixels, gaps of up to `gap` bridged. */
function runs(on: Uint8Array, { lines, length, step, stride }: Walk, reach: number, gap: number): Uint8Array {
  const out = new Uint8Array(on.length)
  for (let line = 0; line < lines; line++) {
    let [from, last] = [-1, -1]
    for (let k = 0; k <= length; k++) {
      const is = k < length && on[line * step + k * stride] === 1
      if (is) {
        if (from < 0) from = k
        last = k
      } else if (from >= 0 && (k - last > gap || k === length)) {
        if (last - from >= reach) for (let m = from; m <= last; m++) out[line * step + m * stride] = 1
        from = -1
      }
    }
  }
  return out
}

/** The mask with the black print between its pixels that its strokes cross. */
function crossing({ width, gray }: Colors, mask: Uint8Array, scale: number): Uint8Array {
  const out = Uint8Array.from(mask)
  const most = CROSSED.wide * scale
  for (const step of [1, width])
    for (let i = 0; i < mask.length; i++) {
      if (mask[i] === 0 || mask[i + step] !== 0) continue
      let n = 1
      while (n <= most && mask[i + n * step] === 0 && gray[i + n * step]! < CROSSED.dark) n++
      if (n <= most && mask[i + n * step] === 1) for (let k = 1; k < n; k++) out[i + k * step] = 1
    }
  return out
}

/** The pieces that are no print: large ones, those that stand alone, what lies within them, and what they cut off. */
function foreignOf(pieces: readonly Piece[], mask: Picture, scale: number): Piece[] {
  const out = new Set(pieces.filter((p) => isForeign(p, pieces, mask, scale)))
  for (const grown of out)
    for (const p of pieces)
      if (!out.has(p) && (within(p, grown) || (touches(p, grown, scale) && isAlone(p, pieces)))) out.add(p)
  return [...out]
}

function isForeign(piece: Piece, all: readonly Piece[], mask: Picture, scale: number): boolean {
  const [width, height] = [piece.x1 - piece.x0, piece.y1 - piece.y0]
  const slight = Math.min(width, height)
  if (slight <= SIZE.print * scale) return false
  const isLarge = Math.max(width, height) >= SIZE.frame * scale
  if (lineShare(piece, mask, scale) >= (isLarge ? LINES.ofFrame : LINES.share)) return false
  return slight > SIZE.heading * scale || isAlone(piece, all, slight <= SIZE.letter * scale)
}

/** Whether no other piece stands in one row with it as characters do; those of a small one may be of any height. */
function isAlone(a: Piece, all: readonly Piece[], isLetter = false): boolean {
  const high = a.y1 - a.y0
  return !all.some((b) => {
    const off = Math.max(Math.abs(a.y0 - b.y0), Math.abs(a.y1 - b.y1))
    const gap = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1)
    const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
    const isLike = isLetter ? 2 * shared >= Math.min(high, b.y1 - b.y0) : off <= ROW.off * high
    return b !== a && isLike && gap <= ROW.gap * high
  })
}

/** Whether no more than crossed print can be between two pieces. */
function touches(a: Piece, b: Piece, scale: number): boolean {
  const across = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1)
  const down = Math.max(a.y0, b.y0) - Math.min(a.y1, b.y1)
  return Math.max(across, down) <= CROSSED.wide * scale
}

const within = (p: Piece, o: Piece) => p.x0 >= o.x0 && p.x1 <= o.x1 && p.y0 >= o.y0 && p.y1 <= o.y1

/** Which share of a piece runs along thin straight lines. */
function lineShare({ pixels }: Piece, { width, height, data }: Picture, scale: number): number {
  const [long, thin] = [LINES.long * scale, LINES.thin * scale]
  const reach = (i: number, step: number, most: number) => {
    let n = 0
    while (n < most && data[i + (n + 1) * step] === 1) n++
    return n
  }
  let [lines, all] = [0, 0]
  for (let k = 0; k < pixels.length; k += STRIDE) {
    const i = pixels[k]!
    const [x, y] = [i % width, Math.floor(i / width)]
    const across = reach(i, -1, Math.min(long, x)) + reach(i, 1, Math.min(long, width - 1 - x)) + 1
    const down = reach(i, -width, Math.min(long, y)) + reach(i, width, Math.min(long, height - 1 - y)) + 1
    if ((across >= long && down <= thin) || (down >= long && across <= thin)) lines++
    all++
  }
  return lines / all
}

/**
 * Takes stripes and shades out: they leave the largest channel as light as paper, and print does not. At their edge
 * the picture has their lightness and not all of their colour: there a pixel is as dark as it is darker than the fill,
 * lest the edge be left as a line.
 */
function takeFillsOut(fills: Uint8Array, { width, height, chroma, most, gray }: Colors, out: Stamped): void {
  const own = fillLight(fills, { width, gray })
  for (let i = 0; i < fills.length; i++) {
    if (fills[i] === 0) continue
    out.share[i] = 255
    out.light[i] = Math.max(out.light[i]!, most[i]!)
    if (isWithin(fills, i, width)) continue
    around(i, width, height, (k) => {
      out.share[k] = Math.max(out.share[k]!, fills[k] === 1 ? 255 : edgeShare(chroma[k]!))
      out.light[k] = Math.max(out.light[k]!, most[k]!, Math.min(255, (255 * gray[k]!) / own(i)))
    })
  }
}

/** Whether a place of a fill is no nearer than the halo to its edge. */
function isWithin(fills: Uint8Array, i: number, width: number): boolean {
  return [1, width].every((step) => fills[i - HALO * step] === 1 && fills[i + HALO * step] === 1)
}

/** Fills are as light as their pale pixels are on average in squares of this edge (pixels). */
const LIGHT_SQUARE = 16

function fillLight(fills: Uint8Array, { width, gray }: Pick<Colors, 'width' | 'gray'>): (i: number) => number {
  const columns = Math.ceil(width / LIGHT_SQUARE)
  const squareOf = (i: number) =>
    Math.floor(i / width / LIGHT_SQUARE) * columns + Math.floor((i % width) / LIGHT_SQUARE)
  const size = squareOf(fills.length - 1) + columns
  const [sums, counts] = [new Float64Array(size), new Uint32Array(size)]
  for (let i = 0; i < fills.length; i++)
    if (fills[i] === 1 && gray[i]! >= PALE) {
      sums[squareOf(i)]! += gray[i]!
      counts[squareOf(i)]!++
    }
  return (i) => sums[squareOf(i)]! / Math.max(1, counts[squareOf(i)]!) || 255
}

/** Takes a piece out: its ink is as light as its pixels mostly are, and what is darker there is print under it. */
function takeOut({ pixels }: Piece, { width, height, chroma, gray }: Colors, out: Stamped): void {
  const own = Math.max(1, median(pixels, gray))
  for (const i of pixels) {
    around(i, width, height, (k) => {
      const share = edgeShare(chroma[k]!)
      if (share <= out.share[k]!) return
      out.share[k] = share
      out.light[k] = Math.min(255, (255 * gray[k]!) / own)
    })
    out.hidden[i] = 255
  }
}

function edgeShare(chroma: number): number {
  return 255 * Math.min(1, Math.max(0, (chroma - EDGE.from) / (EDGE.full - EDGE.from)))
}

/** Every pixel so near to one that its colour may have run there. */
function around(i: number, width: number, height: number, see: (k: number) => void): void {
  const [x, y] = [i % width, Math.floor(i / width)]
  for (let ny = Math.max(0, y - HALO); ny <= Math.min(height - 1, y + HALO); ny++)
    for (let k = ny * width + Math.max(0, x - HALO); k <= ny * width + Math.min(width - 1, x + HALO); k++) see(k)
}

function median(pixels: readonly number[], of: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const i of pixels) counts[of[i]!]!++
  let level = 0
  for (let seen = counts[0]!; seen < pixels.length / 2; ) seen += counts[++level]!
  return level
}
