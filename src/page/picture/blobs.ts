/** Text that stands in no table: ink close together along a line is one piece of text. */
import type { Picture } from '../../ocr/reader.ts'
import { INK, type Rect, textLines } from './ink.ts'

/** Ink is looked at in squares of about this size (points). */
const SQUARE = 1
/** Characters of one piece are no further apart than this (share of the text height): a wider gap parts columns. */
const GAP = 0.9
/** Smaller pieces than this (share of the text height, both ways) are specks. */
const SPECK = 0.3
/** A piece higher than this many text heights is a drawing or a photo. */
const DRAWING = 5

/** Lines of text outside `taken`, each cut close around its ink. `em` is the text height in pixels. */
export function looseLines(picture: Picture, taken: readonly Rect[], em: number, scale: number): Rect[] {
  const square = Math.max(1, Math.round(SQUARE * scale))
  const inked = squares(picture, taken, square)
  close(inked, Math.round((GAP * em) / square))
  const pieces = components(inked)
    .map((r) => ({ x0: r.x0 * square, y0: r.y0 * square, x1: r.x1 * square, y1: r.y1 * square }))
    .filter((r) => r.x1 - r.x0 > SPECK * em || r.y1 - r.y0 > SPECK * em)
    .filter((r) => r.y1 - r.y0 < DRAWING * em || r.x1 - r.x0 > 4 * (r.y1 - r.y0))
  return joinParts(pieces, em).flatMap((r) => textLines(picture, clip(r, picture), em))
}

function clip(r: Rect, { width, height }: Picture): Rect {
  return { x0: Math.max(0, r.x0), y0: Math.max(0, r.y0), x1: Math.min(width, r.x1), y1: Math.min(height, r.y1) }
}

interface Mask {
  width: number
  height: number
  data: Uint8Array
}

function squares({ width, height, data }: Picture, taken: readonly Rect[], square: number): Mask {
  const mask = { width: Math.ceil(width / square), height: Math.ceil(height / square), data: new Uint8Array() }
  mask.data = new Uint8Array(mask.width * mask.height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / square) * mask.width
    for (let x = 0; x < width; x++) if (data[y * width + x]! < INK) mask.data[row + Math.floor(x / square)] = 1
  }
  for (const r of taken)
    for (let y = Math.max(0, Math.floor(r.y0 / square)); y < Math.min(mask.height, Math.ceil(r.y1 / square)); y++)
      mask.data.fill(
        0,
        y * mask.width + Math.max(0, Math.floor(r.x0 / square)),
        y * mask.width + Math.min(mask.width, Math.ceil(r.x1 / square)),
      )
  return mask
}

/** Fills gaps of up to `gap` squares along the rows. */
function close({ width, height, data }: Mask, gap: number): void {
  for (let y = 0; y < height; y++) {
    let last = Number.NEGATIVE_INFINITY
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue
      if (x - last <= gap + 1) data.fill(1, y * width + last + 1, y * width + x)
      last = x
    }
  }
}

/** Boxes of what hangs together, diagonals included. */
function components({ width, height, data }: Mask): Rect[] {
  const out: Rect[] = []
  const stack: number[] = []
  for (let start = 0; start < data.length; start++) {
    if (data[start] !== 1) continue
    const r = { x0: width, y0: height, x1: 0, y1: 0 }
    stack.push(start)
    data[start] = 2
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      r.x0 = Math.min(r.x0, x)
      r.y0 = Math.min(r.y0, y)
      r.x1 = Math.max(r.x1, x + 1)
      r.y1 = Math.max(r.y1, y + 1)
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++)
          if (data[ny * width + nx] === 1) {
            data[ny * width + nx] = 2
            stack.push(ny * width + nx)
          }
    }
    out.push(r)
  }
  return out
}

/** Parts of one character that do not touch (二, 三, the dot of a semicolon) lie above each other, close together. */
function joinParts(pieces: readonly Rect[], em: number): Rect[] {
  const out: Rect[] = []
  for (const piece of [...pieces].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const other = out.find((o) => {
      const shared = Math.min(o.x1, piece.x1) - Math.max(o.x0, piece.x0)
      const narrower = Math.min(o.x1 - o.x0, piece.x1 - piece.x0)
      const height = Math.max(o.y1, piece.y1) - Math.min(o.y0, piece.y0)
      return shared > narrower / 2 && height <= 1.2 * em
    })
    if (!other) out.push({ ...piece })
    else {
      other.x0 = Math.min(other.x0, piece.x0)
      other.x1 = Math.max(other.x1, piece.x1)
      other.y1 = Math.max(other.y1, piece.y1)
    }
  }
  return out
}
