/**
 * The header of an unruled table. A column's own header is the lowest text over it; texts above that
 * head as many neighbouring columns as they stand in the middle of.
 */
import { around } from '../page/lines.ts'
import type { Glyph } from '../page/types.ts'
import type { Piece, TextRow } from './pieces.ts'

export interface Band {
  x0: number
  x1: number
}

export interface HeadCell {
  col: number
  colSpan: number
  glyphs: Glyph[]
  y0: number
  y1: number
}

/** Lines of one wrapped header are closer than this share of the text size. */
const WRAP = 0.75
/** A column that no header of a level takes costs this share of its width. */
const SKIP = 0.35

export interface Block {
  x0: number
  x1: number
  y0: number
  y1: number
  size: number
  glyphs: Glyph[]
}

export function overlaps(a: Band, b: Band): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1
}

export interface Header {
  /** Every column's own header, left to right. */
  leaves: Block[]
  /** The texts that head several columns. */
  above: Block[]
}

/** A text is in the middle of others if it is no further from there than this share of its size. */
const MIDDLE = 0.8

/**
 * Divides the header's texts into those that head one column and those above them. `bands` are the
 * places where data (or 栏次) stand: a text over a band that has a lower text of its own is above it.
 */
export function readHeader(header: readonly TextRow[], bands: readonly Band[]): Header {
  const blocks = toBlocks(header.flatMap((r) => r.pieces))
  const leaves = blocks.filter((b) => isOwn(b, blocks, bands))
  return { leaves: leaves.sort((x, y) => x.x0 - y.x0), above: blocks.filter((b) => !leaves.includes(b)) }
}

function isOwn(block: Block, blocks: readonly Block[], bands: readonly Band[]): boolean {
  const lower = blocks.filter((o) => o !== block && o.y0 >= block.y1 - block.size * 0.3)
  if (lower.some((o) => overlaps(o, block))) return false
  const over = bands.filter((b) => overlaps(b, block))
  if (over.length > 0) return !over.some((band) => lower.some((o) => overlaps(o, band)))
  const left = lower.filter((o) => o.x1 <= block.x0).sort((a, b) => b.x1 - a.x1)[0]
  const right = lower.filter((o) => o.x0 >= block.x1).sort((a, b) => a.x0 - b.x0)[0]
  if (!left || !right) return true
  return Math.abs((left.x0 + right.x1) / 2 - (block.x0 + block.x1) / 2) > MIDDLE * block.size
}

/** Levels from the top down; the last one holds every column's own header. `own[c]` is column c's, if it has one. */
export function headLevels(
  above: readonly Block[],
  own: readonly (Block | undefined)[],
  edges: readonly number[],
): HeadCell[][] {
  const leaves: HeadCell[] = own.flatMap((b, col) =>
    b ? [{ col, colSpan: 1, glyphs: b.glyphs, y0: b.y0, y1: b.y1 }] : [],
  )
  const levels = toLevels(above).map((level) => spread(level, own, edges))
  return [...levels.filter((l) => l.length > 0), leaves]
}

/** Pieces that lie close below each other and over each other's middle are one wrapped text. */
function toBlocks(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = []
  for (const piece of [...pieces].sort((a, b) => a.box[1] - b.box[1])) {
    const size = piece.glyphs[0]!.size
    const middle = (piece.box[0] + piece.box[2]) / 2
    const block = blocks.find(
      (b) =>
        piece.box[1] - b.y1 < WRAP * size &&
        piece.box[1] > b.y0 &&
        (Math.abs((b.x0 + b.x1) / 2 - middle) < 1.5 * size || Math.abs(b.x0 - piece.box[0]) < size / 2),
    )
    if (block) {
      Object.assign(block, {
        x0: Math.min(block.x0, piece.box[0]),
        x1: Math.max(block.x1, piece.box[2]),
        y1: piece.box[3],
      })
      block.glyphs.push(...piece.glyphs)
    } else
      blocks.push({
        x0: piece.box[0],
        x1: piece.box[2],
        y0: piece.box[1],
        y1: piece.box[3],
        size,
        glyphs: [...piece.glyphs],
      })
  }
  return blocks
}

function toLevels(blocks: readonly Block[]): Block[][] {
  const levels: Block[][] = []
  for (const block of [...blocks].sort((a, b) => a.y0 - b.y0)) {
    const level = levels.find((l) => block.y0 < l[0]!.y1 && l[0]!.y0 < block.y1)
    if (level) level.push(block)
    else levels.push([block])
  }
  return levels
}

/**
 * Gives the headers of one level their columns: neighbouring columns whose own header stands lower,
 * shared out so that every header is as near as can be to the middle of its columns.
 */
function spread(level: readonly Block[], own: readonly (Block | undefined)[], edges: readonly number[]): HeadCell[] {
  const blocks = [...level].sort((a, b) => a.x0 - b.x0)
  const bottom = Math.min(...blocks.map((b) => b.y1))
  const open = own.map((b) => b === undefined || b.y0 >= bottom - b.size * 0.3)
  const count = own.length
  const middleOf = (from: number, to: number) => (edges[from]! + edges[to + 1]!) / 2
  const width = (c: number) => edges[c + 1]! - edges[c]!
  interface Plan {
    cost: number
    spans: [number, number][]
  }
  let plans = new Map<number, Plan>([[0, { cost: 0, spans: [] }]])
  for (const block of blocks) {
    const next = new Map<number, Plan>()
    const middle = (block.x0 + block.x1) / 2
    for (const [start, plan] of plans) {
      let skipped = 0
      for (let from = start; from < count; from++) {
        if (open[from]) {
          for (let to = from; to < count && open[to]; to++) {
            const cost = plan.cost + skipped + Math.abs(middleOf(from, to) - middle)
            const known = next.get(to + 1)
            if (!known || cost < known.cost) next.set(to + 1, { cost, spans: [...plan.spans, [from, to]] })
          }
          skipped += SKIP * width(from)
        }
      }
    }
    plans = next
  }
  let best: Plan | undefined
  for (const [end, plan] of plans) {
    let rest = 0
    for (let c = end; c < count; c++) if (open[c]) rest += SKIP * width(c)
    if (!best || plan.cost + rest < best.cost) best = { cost: plan.cost + rest, spans: plan.spans }
  }
  return (best?.spans ?? []).map(([from, to], i) => {
    const { glyphs, y0, y1 } = blocks[i]!
    return { col: from, colSpan: to - from + 1, glyphs, y0, y1 }
  })
}

export function extent(glyphs: readonly Glyph[]): { y0: number; y1: number } {
  const box = around(glyphs)
  return { y0: box[1], y1: box[3] }
}
