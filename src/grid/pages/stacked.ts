/** Tables that touch: their rulings are one lattice, but each has columns of its own. */
import { isTitleWord } from '../pieces.ts'
import type { Grid, GridCell } from '../types.ts'
import { sliceRows } from './join.ts'

/** A frame in pieces, one a table: the title of the next one is a row as wide as the frame, and other edges are below it. */
export function tablesOfFrame(grid: Grid): Grid[] {
  const starts = [0]
  for (const row of titleRows(grid)) {
    const above = edgesOf(grid, starts.at(-1)!, row)
    const below = edgesOf(grid, row, grid.rows.length)
    if ([...below].some((x) => !above.has(x)) || [...above].some((x) => !below.has(x))) starts.push(row)
  }
  if (starts.length === 1) return [grid]
  return starts.map((from, i) => part(grid, from, starts[i + 1] ?? grid.rows.length))
}

/** Rows below the first in which a title begins: it may be in two rows, or its number stand above it. */
function titleRows(grid: Grid): number[] {
  if (!grid.cells.some((c) => c.row > 0 && c.colSpan > 1 && isTitleWord(c.text))) return []
  const beside = besideTables(grid)
  const wide = new Map(grid.cells.flatMap((c) => (isWide(c, grid, beside) ? [[c.row, c] as const] : [])))
  const rows: number[] = []
  for (const [row, { text }] of wide) {
    if (!isTitleWord(text)) continue
    let start = row
    while (wide.has(start - 1) && !/^[注备]/.test(wide.get(start - 1)!.text)) start--
    if (start > 0 && rows.at(-1) !== start) rows.push(start)
  }
  return rows
}

/** A narrower table leaves a blank stretch at the sides of its frame; a label has blank cells beside it that rulings close. */
function isWide(
  { col, colSpan, rowSpan, row, text }: GridCell,
  { cells }: Grid,
  beside: ReadonlySet<GridCell>,
): boolean {
  if (text === '' || rowSpan > 1 || colSpan < 2) return false
  return cells.every((c) => c.row > row || c.row + c.rowSpan <= row || c.col === col || beside.has(c))
}

function edgesOf({ cells }: Grid, from: number, to: number): Set<number> {
  return new Set(cells.flatMap((c) => (c.row >= from && c.row < to ? [c.col, c.col + c.colSpan] : [])))
}

function part(grid: Grid, from: number, to: number): Grid {
  const own = sliceRows(grid, from, to)
  const beside = besideTables(own)
  const within = own.cells.filter((c) => !beside.has(c))
  const used = edgesOf({ ...own, cells: within }, 0, own.rows.length)
  const kept = own.xs.flatMap((_, i) => (used.has(i) ? [i] : []))
  const cells = within.map((cell) => {
    const col = kept.indexOf(cell.col)
    return { ...cell, col, colSpan: kept.indexOf(cell.col + cell.colSpan) - col }
  })
  const xs = kept.map((i) => own.xs[i]!)
  return { ...own, xs, cells, box: [xs[0]!, own.rows[0]!.y0, xs.at(-1)!, own.rows.at(-1)!.y1] }
}

/** What narrower tables leave of the frame at its sides: of two of them, one below the other, it is no rectangle. */
function besideTables({ cells }: Grid): Set<GridCell> {
  const open = cells.filter((c) => c.text === '' && c.open)
  const areas = new Set(open.flatMap((c) => c.area ?? []))
  return new Set(cells.filter((c) => c.text === '' && (c.open || (c.area !== undefined && areas.has(c.area)))))
}
