/** Puts each character into the cell it belongs to. */
import { isWrittenAmount } from '../amount.ts'
import { blockText } from '../page/lines.ts'
import type { Glyph } from '../page/types.ts'
import { type Grid, type GridCell, type Places, places } from './types.ts'

/** Characters no further apart than this share of their size were written as one run. */
const ONE_RUN = 0.2
/** A run's characters stand on one baseline within this share of their size. */
const ONE_BASELINE = 0.25
/** A ruling that cuts this much of a character's width off shows that the text runs over the edge. */
const CUT = 0.2
/** Characters that lie over each other by more than this share of their size are two texts, one run over by the other. */
const OVERLAP = 0.35
/** Han characters without a gap on both sides of a ruling are one word that runs over the edge. */
const NO_GAP = 0.05

const HAN = /\p{Script=Han}/u

export function fill(grids: readonly Grid[], glyphs: readonly Glyph[]): void {
  for (const grid of grids) {
    const at = places(grid)
    const inside = glyphs.filter((g) => cellOf(grid, at, g))
    for (const run of runs(inside).flatMap(divided))
      for (const part of split(run, grid, at)) part.cell.glyphs.push(...part.glyphs)
    for (const cell of grid.cells) cell.text = blockText(cell.glyphs)
  }
}

function cellOf(grid: Grid, at: Places, glyph: Glyph): GridCell | undefined {
  const x = (glyph.box[0] + glyph.box[2]) / 2
  const y = (glyph.box[1] + glyph.box[3]) / 2
  const row = grid.rows.findIndex((r) => y >= r.y0 && y < r.y1)
  const col = band(grid.xs, x)
  return row < 0 || col < 0 ? undefined : at[row]?.[col]
}

/** Index of the band between edges that holds `x`, or -1. */
function band(edges: readonly number[], x: number): number {
  let low = 0
  let high = edges.length - 1
  if (x < edges[0]! || x >= edges[high]!) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (x < edges[middle]!) high = middle
    else low = middle
  }
  return low
}

/** Characters that follow each other closely on one baseline. */
function runs(glyphs: readonly Glyph[]): Glyph[][] {
  const lines = new Map<number, Glyph[][]>()
  const out: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.box[0] - b.box[0])) {
    const key = Math.round(glyph.box[3] / 4)
    const open = [key - 1, key, key + 1].flatMap((k) => lines.get(k) ?? []).find((run) => follows(run.at(-1)!, glyph))
    if (open) open.push(glyph)
    else {
      const run = [glyph]
      out.push(run)
      const list = lines.get(key)
      if (list) list.push(run)
      else lines.set(key, [run])
    }
  }
  return out
}

function follows(last: Glyph, next: Glyph): boolean {
  const size = Math.min(last.size, next.size)
  const gap = next.box[0] - last.box[2]
  return gap < ONE_RUN * size && gap > -OVERLAP * size && Math.abs(next.box[3] - last.box[3]) < ONE_BASELINE * size
}

/** A name and the amount that it runs up against are two texts. */
function divided(run: Glyph[]): Glyph[][] {
  const from = run.findLastIndex((g) => HAN.test(g.text)) + 1
  if (from === 0 || from === run.length) return [run]
  const tail = run.slice(from)
  return isWrittenAmount(tail.map((g) => g.text).join('')) ? [run.slice(0, from), tail] : [run]
}

interface Part {
  cell: GridCell
  glyphs: Glyph[]
}

/** A run that crosses a ruling is cut there, unless it is one text that runs over the edge of its cell. */
function split(run: readonly Glyph[], grid: Grid, at: Places): Part[] {
  const parts: Part[] = []
  for (const glyph of run) {
    const cell = cellOf(grid, at, glyph)
    if (!cell) continue
    const last = parts.at(-1)
    if (last?.cell === cell) last.glyphs.push(glyph)
    else parts.push({ cell, glyphs: [glyph] })
  }
  for (let i = 1; i < parts.length; ) {
    const [left, right] = [parts[i - 1]!, parts[i]!]
    if (!runsOver(left, right)) {
      i++
      continue
    }
    const cell = left.glyphs.length >= right.glyphs.length ? left.cell : right.cell
    parts.splice(i - 1, 2, { cell, glyphs: [...left.glyphs, ...right.glyphs] })
  }
  return parts
}

function runsOver(left: Part, right: Part): boolean {
  const a = left.glyphs.at(-1)!
  const b = right.glyphs[0]!
  const edge = right.cell.box[0]
  const size = Math.min(a.size, b.size)
  if (b.box[0] - a.box[2] > NO_GAP * size) return false
  const cut = Math.max(a.box[2] - edge, edge - b.box[0])
  return cut > CUT * size || (HAN.test(a.text) && HAN.test(b.text))
}
