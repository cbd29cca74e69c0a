/** Names beside rows that no ruling divides, of which nobody knows for sure whose they are: the amounts beside them stay in doubt. */
import { around, type Line } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'
import { toLevelLines } from '../pieces.ts'
import type { Grid, GridCell } from '../types.ts'
import { NUMBERED } from '../words.ts'
import { areApart, areCoded, areSetAlike, isCentred, mayBeOtherwise } from './deal.ts'
import type { Parts, Text } from './divide-rows.ts'

/** Widths of one column's lines are alike but for so many points. */
const ROUNDED = 0.5

/** How the cells of such rows were dealt out. */
interface Dealt {
  parts: Parts
  /** Cells that are merged over the rows. */
  over: ReadonlySet<GridCell>
  /** The figures of the rows. */
  rows: readonly (readonly Line[])[]
  grid: Grid
}

/** Marks what is neither merged over the rows nor one row's for sure, and what may be the names of two. */
export function doubtNames(texts: readonly Text[], { parts, over, rows, grid }: Dealt): void {
  const areUneven = !areSetAlike(
    [...parts.values()].flatMap((own) => (own && !areCoded(own) ? [own] : [])),
    rows,
  )
  for (const { cell, lines } of texts) {
    const own = parts.get(cell)
    if (own && areCoded(own)) continue
    // What is merged over the rows stands in the middle of them.
    const isMerged = isCentred(lines, cell) && !isBesideAll(lines, rows[0]!)
    const isOneForAll = lines.length > 0 && !own && !over.has(cell) && !isMerged
    const areSeveral = (part: Line[]) => isOfSeveralLabels(part) || areApart(part) || goesOnThoughRoom(part, cell, grid)
    const isUneven = areUneven && own?.some((part) => part.length > 1)
    if (isOneForAll || isUneven || own?.some(areSeveral) || (own && mayBeOtherwise(own, rows))) cell.astray = true
  }
}

/** Whether lines of a text stand from the first row's figures to the last one's: they are the names of all, not dealt out. */
function isBesideAll(lines: readonly Line[], levels: readonly Line[]): boolean {
  const [, y0, , y1] = around(lines)
  return lines.length >= levels.length && y0 < levels[0]!.box[3] && y1 > levels.at(-1)!.box[1]
}

/** Lines of one row in which a second label begins. */
function isOfSeveralLabels([_, ...further]: readonly Line[]): boolean {
  return further.some((l) => NUMBERED.test(l.text))
}

/** Whether a text goes on below a line that had room for its next word: what stands there is another text. */
function goesOnThoughRoom(lines: readonly Line[], cell: GridCell, grid: Grid): boolean {
  if (lines.length < 2) return false
  const column = grid.cells.filter((c) => c.col === cell.col && c.colSpan === cell.colSpan)
  const room = Math.max(...column.flatMap((c) => toLevelLines(c.glyphs)).map(widthOf))
  return lines.slice(1).some((line, n) => {
    const word = firstWord(line)
    return word !== null && widthOf(lines[n]!) + word < room + ROUNDED
  })
}

/** How much a line grows by the first letter of the next one, and what may not begin a line behind it; null of words that are broken elsewhere. */
function firstWord({ glyphs }: Line): number | null {
  const [first, next] = glyphs
  if (!/^\p{Script=Han}$/u.test(first!.text)) return null
  if (!next) return widthOf({ box: first!.box })
  return /^\p{Script=Han}$/u.test(next.text) ? next.box[0] - first!.box[0] : null
}

function widthOf({ box: [x0, , x1] }: { box: Box }): number {
  return x1 - x0
}
