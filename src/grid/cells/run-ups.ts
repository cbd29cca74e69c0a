/**
 * Names that run over the edge of their cell up to the text of the next one: no room shows where it begins, but other
 * cells of its column do.
 */
import { blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { CODED } from '../rows/deal.ts'
import type { Grid, GridCell, Places } from '../types.ts'

/** Texts of one column begin or end at one place within this share of their size. */
const ALIGNED = 0.1
/** Figures of so many digits; fewer may be a number within the name. */
const FIGURE = /^[\d０-９]{4,}$/
/** Of a 类, 款 or 项. */
const CODE = /^\d{3}(\d\d){0,2}$/
/** One letter is as likely the end of the name. */
const LETTERS = 2

/** A text that runs over an edge, in the cell it was given to. */
interface RunOver {
  cell: GridCell | null
  glyphs: readonly Glyph[]
}

export function partRunUps(over: readonly RunOver[], grid: Grid, at: Places): void {
  for (const text of over) {
    const { cell, glyphs } = text
    if (cell && partWrapped(cell, glyphs, at)) continue
    const pair = cell ? cellsOf(cell, glyphs, at) : null
    if (!pair) continue
    const [own, next] = pair
    const column = grid.cells.filter((c) => c !== next && c.col === next.col && c.colSpan === next.colSpan)
    const end = endOfOthers(own, glyphs)
    const from = glyphs.findIndex((_, i) => i > 0 && startsNext(glyphs.slice(i), next, column, end))
    if (from < 0) continue
    const parts = [glyphs.slice(0, from), glyphs.slice(from)]
    for (const [i, changed] of pair.entries()) {
      changed.glyphs = [...changed.glyphs.filter((g) => !glyphs.includes(g)), ...parts[i]!]
      changed.text = blockText(changed.glyphs)
    }
  }
}

/** The cell that a text begins in and the next one, of which it was given to one and the other is blank. */
function cellsOf(cell: GridCell, glyphs: readonly Glyph[], at: Places): [GridCell, GridCell] | null {
  const beside = (col: number) => at[cell.row]?.[col]
  const isFree = (c: GridCell | undefined): c is GridCell => c?.row === cell.row && c.glyphs.length === 0
  const [before, next] = [beside(cell.col - 1), beside(cell.col + cell.colSpan)]
  const first = glyphs[0]!.box
  if ((first[0] + first[2]) / 2 < cell.box[0] && isFree(before)) return [before, cell]
  return isFree(next) ? [cell, next] : null
}

/** A line in the middle of its cell is no further from it than this share of its size. */
const MIDDLE = 0.3

/**
 * Lines of wrapped headers that run up to each other: each stands in the middle of its own cell, which has other lines
 * below or above it. Of one text that runs over an edge no part beside the first does.
 */
function partWrapped(cell: GridCell, line: readonly Glyph[], at: Places): boolean {
  const parts = new Map<GridCell, Glyph[]>()
  for (const glyph of line) {
    const x = (glyph.box[0] + glyph.box[2]) / 2
    const own = at[cell.row]?.find((c) => c && c.box[0] <= x && x < c.box[2])
    if (!own || own.row !== cell.row) return false
    parts.set(own, [...(parts.get(own) ?? []), glyph])
  }
  const isOwn = ([own, part]: [GridCell, Glyph[]]) => {
    const aside = (part[0]!.box[0] + part.at(-1)!.box[2] - own.box[0] - own.box[2]) / 2
    return Math.abs(aside) < MIDDLE * part[0]!.size && (own === cell || own.glyphs.length > 0)
  }
  if (parts.size < 2 || ![...parts].every(isOwn)) return false
  for (const [own, part] of parts) {
    if (own === cell) continue
    const moved = new Set(part)
    cell.glyphs = cell.glyphs.filter((g) => !moved.has(g))
    own.glyphs.push(...part)
    own.text = blockText(own.glyphs)
  }
  cell.text = blockText(cell.glyphs)
  return true
}

/** How far the other lines of a wrapped name reach: none of its lines goes on further than there is room. */
function endOfOthers(cell: GridCell, line: readonly Glyph[]): number {
  const others = cell.glyphs.filter((g) => !line.includes(g))
  return Math.max(Number.NEGATIVE_INFINITY, ...others.map((g) => g.box[2]))
}

/**
 * Whether the end of a text is what other cells of the next column hold, or a code with its name or a figure that stands
 * where theirs do; or any text there, where the other lines of the name before it end.
 */
function startsNext(tail: readonly Glyph[], next: GridCell, column: readonly GridCell[], end: number): boolean {
  const [first, last] = [tail[0]!, tail.at(-1)!]
  const slack = ALIGNED * first.size
  if ((first.box[0] + first.box[2]) / 2 < next.box[0]) return false
  const text = tail.map((g) => g.text).join('')
  const isAt = (side: 0 | 2, x: number) => (c: GridCell) => c.glyphs.some((g) => Math.abs(g.box[side] - x) < slack)
  if (FIGURE.test(text) && column.some((c) => /\d$/.test(c.text) && isAt(2, last.box[2])(c))) return true
  if (CODE.test(text) && column.some((c) => CODE.test(c.text) && isAt(0, first.box[0])(c))) return true
  const isAtEnd = Math.abs(first.box[0] - end) < slack
  const isLike = (c: GridCell) => isAtEnd || c.text === text || (CODED.test(text) && CODED.test(c.text))
  return tail.length >= LETTERS && column.some((c) => isLike(c) && isAt(0, first.box[0])(c))
}
