/** Where in a region of a picture the lines of text stand. */
import type { Picture } from '../../ocr/reader.ts'

/** A rectangle of whole pixels; x1, y1 lie outside. */
export interface Rect {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Darker than this (0–255, even light) is ink. */
export const INK = 160
/**
 * A level stroke of small print may be as light as this (0–255) all along, and has this length (text heights): 一 and a
 * minus are less than a pixel high, and what lies in many pixels of a row is no grain. What is longer is left of a ruling.
 */
const PALE = { light: 235, shortest: 0.25, longest: 1.3 }
/** A row or column with fewer ink pixels is grain. */
const GRAIN = 2
/** A speck: less ink than this, in pixels of a line's height squared. A point of 10.5 pt text has 0.015. */
const SPECK = 0.006
/** What is left of a ruling that was taken out: this low and this near the edge of its cell, in text heights. */
const REST = { height: 0.22, edge: 0.22 }
/** A gap between the parts of one line of text is at most this share of the text height (二, 三, :). */
const INNER_GAP = 0.42
/** One line of text is at most this many text heights high. */
const HIGHEST = 1.3
/** Higher blocks than this many text heights are several lines without a gap between them. */
const SEVERAL = 1.65
/** Between two lines that touch there is at most this share of the ink that their rows have on average. */
const BETWEEN = 0.4

/** Rows of the region in which there is ink: y ranges, not yet lines. */
function inkRows(picture: Picture, r: Rect): { y0: number; y1: number; ink: number }[] {
  const out: { y0: number; y1: number; ink: number }[] = []
  let start = -1
  let ink = 0
  for (let y = r.y0; y <= r.y1; y++) {
    const n = y < r.y1 ? inkOfRow(picture, y, r.x0, r.x1) : 0
    if (n >= GRAIN) {
      if (start < 0) start = y
      ink += n
    } else if (start >= 0) {
      out.push({ y0: start, y1: y, ink })
      start = -1
      ink = 0
    }
  }
  return out
}

function inkOfRow({ width, data }: Picture, y: number, x0: number, x1: number): number {
  let n = 0
  for (let i = y * width + x0; i < y * width + x1; i++) if (data[i]! < INK) n++
  return n
}

/**
 * The level strokes in a row of the picture, pale ones among them: from x0 to x1 each. `em` is the text height in pixels,
 * `shortest` a share of it.
 */
export function levelStrokes(
  { width, data }: Picture,
  y: number,
  { x0, x1 }: Pick<Rect, 'x0' | 'x1'>,
  em: number,
  shortest = PALE.shortest,
): [number, number][] {
  const out: [number, number][] = []
  let from = x0
  for (let x = x0; x <= x1; x++) {
    if (x < x1 && data[y * width + x]! < PALE.light) continue
    if (x - from >= shortest * em && x - from <= PALE.longest * em) out.push([from, x])
    from = x + 1
  }
  return out
}

/** Print from the back is pale, too: a letter of it has more than level strokes over this share of their length (0–1). */
const LEVEL_ALONE = 0.8

/** Ink pixels of each column, those of pale level strokes among them that no other pale print stands over or under. */
function inkColumns(picture: Picture, r: Rect, em: number): Uint16Array {
  const { width, data } = picture
  const out = new Uint16Array(Math.max(0, r.x1 - r.x0))
  const other = new Uint16Array(out.length)
  const level: [number, number][] = []
  for (let y = r.y0; y < r.y1; y++) {
    const at = y * width
    for (let x = r.x0; x < r.x1; x++)
      if (data[at + x]! < INK) out[x - r.x0]!++
      else if (data[at + x]! < PALE.light) other[x - r.x0]!++
    for (const [from, to] of levelStrokes(picture, y, r, em)) {
      level.push([from - r.x0, to - r.x0])
      for (let x = from; x < to; x++) if (data[at + x]! >= INK) other[x - r.x0]!--
    }
  }
  const strokes = level.filter(([from, to]) => {
    let [free, bare, longest] = [0, 0, 0]
    for (let i = from; i < to; i++) {
      bare = out[i] === 0 ? bare + 1 : 0
      longest = Math.max(longest, bare)
      if (out[i]! > 0 || other[i] === 0) free++
    }
    // The blur beside a dark stroke is none of its own.
    return free >= LEVEL_ALONE * (to - from) && longest >= PALE.shortest * em
  })
  for (const [from, to] of strokes) for (let i = from; i < to; i++) out[i]!++
  return out
}

/**
 * The text height of the page: the median height of the blocks of ink rows in the regions, each counted by its ink,
 * for labels have more of it than figures, whose height is no character's.
 */
export function textHeight(picture: Picture, regions: readonly Rect[], scale: number): number {
  const blocks: { height: number; ink: number }[] = []
  for (const region of regions)
    for (const { y0, y1, ink } of inkRows(picture, region)) {
      const h = (y1 - y0) / scale
      // Full characters only: 5 to 16 points; titles are higher.
      if (h >= 5 && h <= 16) blocks.push({ height: y1 - y0, ink })
    }
  blocks.sort((a, b) => a.height - b.height)
  const half = blocks.reduce((sum, b) => sum + b.ink, 0) / 2
  let passed = 0
  for (const { height, ink } of blocks) {
    passed += ink
    if (passed >= half) return height
  }
  return 10 * scale
}

/** The lines of text in a region, top to bottom, each cut close around its ink. `em` is the text height in pixels. */
export function textLines(picture: Picture, region: Rect, em: number): Rect[] {
  const blocks: { y0: number; y1: number; ink: number }[] = []
  for (const rows of inkRows(picture, region)) {
    if (isRest(rows, region, em)) continue
    const last = blocks.at(-1)
    if (last && rows.y0 - last.y1 <= INNER_GAP * em && rows.y1 - last.y0 <= HIGHEST * em) {
      last.y1 = rows.y1
      last.ink += rows.ink
    } else blocks.push({ ...rows })
  }
  const out: Rect[] = []
  for (const block of blocks) {
    if (block.ink < SPECK * em * em) continue
    for (const part of cut(picture, region, block, em)) {
      const columns = inkColumns(picture, { ...region, ...part }, em)
      let a = 0
      let b = columns.length
      while (a < b && columns[a]! === 0) a++
      while (b > a && columns[b - 1]! === 0) b--
      if (b > a) out.push({ x0: region.x0 + a, x1: region.x0 + b, y0: part.y0, y1: part.y1 })
    }
  }
  return out
}

function isRest(rows: { y0: number; y1: number }, region: Rect, em: number): boolean {
  if (rows.y1 - rows.y0 > Math.max(1, REST.height * em)) return false
  return Math.min(rows.y0 - region.y0, region.y1 - rows.y1) <= REST.edge * em
}

/** A block of several lines that touch is cut where there is least ink; a block of one large line is left whole. */
function cut(
  picture: Picture,
  r: Rect,
  { y0, y1, ink }: { y0: number; y1: number; ink: number },
  em: number,
): { y0: number; y1: number }[] {
  const height = y1 - y0
  if (height <= SEVERAL * em) return [{ y0, y1 }]
  const n = Math.max(2, Math.round(height / (1.15 * em)))
  const out: { y0: number; y1: number }[] = []
  let from = y0
  for (let k = 1; k < n; k++) {
    const about = y0 + (k * height) / n
    let best = Math.round(about)
    let least = Number.POSITIVE_INFINITY
    for (let y = Math.round(about - em / 3); y <= about + em / 3; y++) {
      const here = inkOfRow(picture, y, r.x0, r.x1)
      if (here < least) [least, best] = [here, y]
    }
    if (least > (BETWEEN * ink) / height) return [{ y0, y1 }]
    out.push({ y0: from, y1: best })
    from = best
  }
  out.push({ y0: from, y1 })
  return out
}

/** Stretches of a line between gaps wider than `gap` pixels; `em` is the text height in pixels. */
export function stretches(picture: Picture, line: Rect, gap: number, em: number): { x0: number; x1: number }[] {
  const columns = inkColumns(picture, line, em)
  const out: { x0: number; x1: number }[] = []
  columns.forEach((n, i) => {
    if (n === 0) return
    const last = out.at(-1)
    if (last && line.x0 + i - last.x1 <= gap) last.x1 = line.x0 + i + 1
    else out.push({ x0: line.x0 + i, x1: line.x0 + i + 1 })
  })
  return out
}
