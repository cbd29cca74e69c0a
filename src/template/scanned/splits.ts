/**
 * Cells of a scan between which the ruling was not seen: where other rows have a column edge, and words that stand each
 * on their own side of it are words by themselves, they are two cells.
 */
import { isWrittenAmount } from '../../amount.ts'
import type { Grid, GridCell } from '../../grid/types.ts'
import { around, blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { isScanned } from '../seen.ts'
import { squash } from '../words.ts'

/** A word may stand over an edge by this much (points): a ruling is seen as exactly as that. */
const OVER = 2

/** `isWord` says whether a text is one that forms print. */
export function splitTorn(grid: Grid, isWord: (text: string) => boolean): void {
  if (grid.cells.some((cell) => isScanned(cell) && cell.colSpan > 1))
    grid.cells = grid.cells.flatMap((cell) => split(cell, grid.xs, isWord) ?? [cell])
}

function split(cell: GridCell, xs: readonly number[], isWord: (text: string) => boolean): GridCell[] | null {
  if (!isScanned(cell) || cell.colSpan < 2 || cell.glyphs.length < 2) return null
  // On a later page the edges may stand elsewhere.
  if (Math.abs(cell.box[0] - xs[cell.col]!) > OVER) return null
  const edges = Array.from({ length: cell.colSpan - 1 }, (_, i) => cell.col + 1 + i)
  const free = edges.filter((k) => cell.glyphs.every((g) => g.box[2] < xs[k]! + OVER || g.box[0] > xs[k]! - OVER))
  const starts = [cell.col, ...free, cell.col + cell.colSpan]
  const parts = starts.slice(1).map((end, i): GridCell => {
    const [x0, x1] = [xs[starts[i]!]!, xs[end]!]
    const glyphs = cell.glyphs.filter((g) => x0 <= middle(g) && middle(g) < x1)
    const box = [x0, cell.box[1], x1, cell.box[3]] as const
    return { ...cell, col: starts[i]!, colSpan: end - starts[i]!, box: [...box], glyphs, text: blockText(glyphs) }
  })
  // An empty place beside a word may be part of either cell.
  if (parts.length < 2 || parts.some((p) => p.glyphs.length === 0 || !stands(p.text, isWord))) return null
  return parts.every((p) => besideAll(p, parts)) ? parts : null
}

/** Words of one header stand closer together than so many heights of their letters. */
const APART = 2

/**
 * 基本支出    项目支出 in one cell over several columns: words far apart, each one that forms print. Where the ruling
 * between them stood, and so whose the columns below are, cannot be seen.
 */
export function holdsSeveral(cell: GridCell, isWord: (text: string) => boolean): boolean {
  if (!isScanned(cell) || cell.colSpan < 2 || cell.glyphs.length < 2) return false
  const glyphs = [...cell.glyphs].sort((a, b) => a.box[0] - b.box[0])
  return glyphs.slice(1).some((next, i) => {
    const [left, right] = [glyphs.slice(0, i + 1), glyphs.slice(i + 1)]
    const gap = next.box[0] - Math.max(...left.map((g) => g.box[2]))
    return gap > APART * next.size && [left, right].every((part) => isWord(blockText(part)))
  })
}

/** Shorter words (letters) are the rest of a label that goes on in a second line. */
const LABEL = 4

/** Two labels below each other, each one that forms print, and together none: the ruling between their lines was not seen. */
export function holdsLines(cell: GridCell, isWord: (text: string) => boolean): boolean {
  if (!isScanned(cell) || cell.glyphs.length < 2 || isWord(cell.text)) return false
  const glyphs = [...cell.glyphs].sort((a, b) => a.box[1] - b.box[1])
  return glyphs.slice(1).some((next, i) => {
    const [upper, lower] = [glyphs.slice(0, i + 1), glyphs.slice(i + 1)]
    const isBelow = upper.every((g) => g.box[3] < (next.box[1] + next.box[3]) / 2)
    return isBelow && [upper, lower].map(blockText).every((text) => text.length >= LABEL && isWord(text))
  })
}

function middle({ box }: Glyph): number {
  return (box[0] + box[2]) / 2
}

const CODE = /^[[【(（]?\d{3,9}[\]】)）]?[-—－.:：]?\p{Script=Han}/u

function stands(text: string, isWord: (text: string) => boolean): boolean {
  return isWord(text) || isWrittenAmount(text) || CODE.test(squash(text))
}

/** Whether the words of the part stand on the lines of the others: lines of one text stand below each other. */
function besideAll(part: GridCell, parts: readonly GridCell[]): boolean {
  const own = around(part.glyphs)
  return parts.every((other) => {
    const box = around(other.glyphs)
    const shared = Math.min(own[3], box[3]) - Math.max(own[1], box[1])
    return shared > Math.min(own[3] - own[1], box[3] - box[1]) / 2
  })
}
