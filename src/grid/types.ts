import type { Box, Glyph } from '../page/types.ts'

/** A cell of a grid; a merged cell stands once, at its top left place. */
export interface GridCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  page: number
  box: Box
  glyphs: Glyph[]
  /** Its lines joined without a break; wide gaps are one space. */
  text: string
  /** Set where a cell ends at a side of the grid and no ruling closes it. */
  open?: 'left' | 'right' | 'both'
  /** Set where no rectangle is ruled: cells with one number lie in one such area. */
  area?: number
  /** Set on words of a scan that no form is known to print and of which the reader was not sure. */
  unsure?: true
  /** What it most likely says then, if one known word is likelier than all others. */
  likely?: string
  /** Set on a text beside several rows that could not be dealt out to them: which of them it names is not sure. */
  astray?: true
}

/** Whether a cell ends at that side of the grid without a ruling. */
export function isOpen({ open }: GridCell, side: 'left' | 'right'): boolean {
  return open === side || open === 'both'
}

/** One band of a grid between two horizontal edges. */
export interface GridRow {
  page: number
  y0: number
  y1: number
  /** Counts the pages that a table stands on, and those that stand on one sheet. */
  leaf?: number
}

/**
 * A table as it is printed: rows, columns and cells, nothing named yet. One grid may go on over
 * several pages; each row and cell says which it stands on.
 */
export interface Grid {
  /** Pages in order, 1-based. */
  pages: number[]
  /** Place on the first page. */
  box: Box
  /** Column edges, points, in the frame of the first page; columns are one fewer. */
  xs: number[]
  rows: GridRow[]
  cells: GridCell[]
  ruled: boolean
  /** Those of the column edges that no ruling shows. */
  inferred?: readonly number[]
  /** What is printed among its rows and is of no cell: a header again. */
  again?: readonly Glyph[]
}

/** The characters that stand in some grids. */
export function glyphsOf(grids: readonly Grid[]): Set<Glyph> {
  return new Set(grids.flatMap((g) => [...g.cells.flatMap((c) => c.glyphs), ...(g.again ?? [])]))
}

/** The cells that begin in each row. */
export function beginnings(grid: Grid): GridCell[][] {
  const rows = grid.rows.map((): GridCell[] => [])
  for (const cell of grid.cells) rows[cell.row]?.push(cell)
  return rows
}

/** Row × column → the cell that covers the place. */
export type Places = (GridCell | undefined)[][]

export function places(grid: Grid): Places {
  const out: Places = grid.rows.map(() => Array<GridCell | undefined>(grid.xs.length - 1).fill(undefined))
  for (const cell of grid.cells)
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.col; c < cell.col + cell.colSpan; c++) {
        const row = out[r]
        if (row) row[c] = cell
      }
  return out
}
