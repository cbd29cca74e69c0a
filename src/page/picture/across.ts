/** Print that crosses a ruling belongs to the cell that holds most of it: rows are often hardly higher than their text. */
import type { Picture } from '../../ocr/reader.ts'
import { INK, type Rect } from './ink.ts'

/** Print is followed this far (text heights) to either side of the ruling. */
const REACH = 1.3
/** Print stands out of its cell by no more than this (text heights); what does by more is print of both that touches. */
const STANDS_OUT = 0.4
/** Pixels around foreign ink that its blur has darkened. */
const HALO = 2

/** What is cut out around a cell: beside its region so much of the text height and of its own, for the paper around its lines. */
const MARGIN = { text: 1, own: 0.5 }

/** What of a page a cell is read from: its region with all of its own print, and nothing of the print of others. */
export interface Held {
  picture: Picture
  ink: Picture
  region: Rect
  /** Where on the page the first pixel of the pictures stands. */
  at: { x: number; y: number }
}

/** `em` is the text height in pixels. Where nothing crosses an edge, all stays what it is. */
export function held(picture: Picture, ink: Picture, region: Rect, em: number): Held {
  const pieces = [...crossing(ink, region, -1, em), ...crossing(ink, region, 1, em)]
  const most = Math.max(1, Math.round(STANDS_OUT * em))
  const foreign = pieces.filter((p) => p.depth.inside <= most && 2 * p.inside < p.pixels.length)
  const own = pieces.filter((p) => p.depth.outside <= most && 2 * p.inside >= p.pixels.length)
  if (foreign.length + own.length === 0) return { picture, ink, region, at: { x: 0, y: 0 } }
  const rows = own.flatMap((p) => p.pixels.map((at) => Math.floor(at / ink.width)))
  const whole = {
    ...region,
    y0: rows.reduce((y, row) => Math.min(y, row), region.y0),
    y1: rows.reduce((y, row) => Math.max(y, row + 1), region.y1),
  }
  const kept = around(ink, own)
  const gone = around(ink, foreign)
  const part = padded(whole, Math.ceil(Math.max(MARGIN.text * em, MARGIN.own * (whole.y1 - whole.y0))) + HALO, ink)
  const clean = (page: Picture): Picture => {
    const cut = cutOut(page, part)
    const wipe = (at: number) => {
      if (!kept.has(at))
        cut.data[(Math.floor(at / page.width) - part.y0) * cut.width + (at % page.width) - part.x0] = 255
    }
    for (const at of gone) if (isWithin(at, region, page.width)) wipe(at)
    for (let y = whole.y0 - HALO; y < whole.y1 + HALO; y++) {
      if ((y >= region.y0 && y < region.y1) || y < 0 || y >= page.height) continue
      for (let x = region.x0; x < region.x1; x++) wipe(y * page.width + x)
    }
    return cut
  }
  const { x0: x, y0: y } = part
  return { picture: clean(picture), ink: clean(ink), region: movedRect(whole, { x: -x, y: -y }), at: { x, y } }
}

export function movedRect({ x0, y0, x1, y1 }: Rect, { x, y }: Held['at']): Rect {
  return { x0: x0 + x, y0: y0 + y, x1: x1 + x, y1: y1 + y }
}

function padded({ x0, y0, x1, y1 }: Rect, by: number, { width, height }: Picture): Rect {
  return {
    x0: Math.max(0, x0 - by),
    y0: Math.max(0, y0 - by),
    x1: Math.min(width, x1 + by),
    y1: Math.min(height, y1 + by),
  }
}

/** A copy of a part: a page is too large to be copied for each of its cells. */
function cutOut({ width, data }: Picture, { x0, y0, x1, y1 }: Rect): Picture {
  const out = new Uint8Array((x1 - x0) * (y1 - y0))
  for (let y = y0; y < y1; y++) out.set(data.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0))
  return { width: x1 - x0, height: y1 - y0, data: out }
}

/** Ink that hangs together across an edge, and how many of its pixels lie within the region. */
interface Piece {
  pixels: number[]
  inside: number
  /** How far from the edge it goes to either side, pixels. */
  depth: { inside: number; outside: number }
}

/** The pieces across the upper (-1) or lower (1) edge. */
function crossing({ width, height, data }: Picture, region: Rect, side: -1 | 1, em: number): Piece[] {
  const reach = Math.round(REACH * em)
  const within = side < 0 ? region.y0 : region.y1 - 1
  const beyond = within + side
  if (beyond < 0 || beyond >= height) return []
  const [top, bottom] = [Math.max(0, within - reach), Math.min(height - 1, within + reach)]
  const isInk = (x: number, y: number) => data[y * width + x]! < INK
  const seen = new Set<number>()
  const pieces: Piece[] = []
  for (let x = region.x0; x < region.x1; x++) {
    const seed = within * width + x
    if (seen.has(seed) || !isInk(x, within) || !isInk(x, beyond)) continue
    const piece: Piece = { pixels: [], inside: 0, depth: { inside: 0, outside: 0 } }
    const open = [seed]
    seen.add(seed)
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [px, py] = [at % width, Math.floor(at / width)]
      piece.pixels.push(at)
      const far = side * (py - within)
      if (far <= 0) piece.inside++
      piece.depth.inside = Math.max(piece.depth.inside, 1 - far)
      piece.depth.outside = Math.max(piece.depth.outside, far)
      for (let y = Math.max(top, py - 1); y <= Math.min(bottom, py + 1); y++)
        for (let nx = Math.max(region.x0, px - 1); nx <= Math.min(region.x1 - 1, px + 1); nx++) {
          const next = y * width + nx
          if (seen.has(next) || !isInk(nx, y)) continue
          seen.add(next)
          open.push(next)
        }
    }
    pieces.push(piece)
  }
  return pieces
}

/** The pixels of pieces and those beside them. */
function around({ width, height }: Picture, pieces: readonly Piece[]): Set<number> {
  const out = new Set<number>()
  for (const at of pieces.flatMap((p) => p.pixels)) {
    const [x, y] = [at % width, Math.floor(at / width)]
    for (let ny = Math.max(0, y - HALO); ny <= Math.min(height - 1, y + HALO); ny++)
      for (let nx = Math.max(0, x - HALO); nx <= Math.min(width - 1, x + HALO); nx++) out.add(ny * width + nx)
  }
  return out
}

function isWithin(at: number, { x0, y0, x1, y1 }: Rect, width: number): boolean {
  const [x, y] = [at % width, Math.floor(at / width)]
  return x >= x0 && x < x1 && y >= y0 && y < y1
}
