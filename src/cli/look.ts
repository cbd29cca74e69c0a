/** What the engine saw on one page, gathered from the intermediates of its stages. */
import { JuesuanError } from '../errors.ts'
import type { Cell, Table } from '../model.ts'
import { around } from '../page/lines.ts'
import type { Box, Page } from '../page/types.ts'
import type { Trace } from '../understand.ts'

/** A cell of the output, with its names. */
export interface TypedCell {
  row: string
  /** 1-based, in the order of the table. */
  rowNumber: number
  column: string
  cell: Cell
}

export interface LookTable {
  id: string
  table: Table
  /** Cells of the grid on this page, with what the column holds: a column id, or code, label, line, … */
  cells: { box: Box; role: string; isHeader: boolean }[]
  typed: TypedCell[]
}

export interface Look {
  page: Page
  tables: LookTable[]
  /** Cells of grids that no template claims. */
  others: Box[][]
  /** Boxes of the texts inside cells and of the lines outside. */
  words: Box[]
}

export function look({ pages, sheets, recognised }: Trace, number: number): Look {
  const page = pages.find((p) => p.number === number)
  const here = sheets.filter((s) => s.page === number)
  if (!page || here.length === 0) throw new JuesuanError('usage', `page ${number} was not read`)
  const tables = recognised.filter((r) => r.section.grid.pages.includes(number))
  const cells = here.flatMap((s) => s.grids.flatMap((g) => g.cells))
  return {
    page,
    tables: tables.flatMap((r): LookTable[] => {
      if (!r.table) return []
      const columns = r.candidates[0]?.columns ?? []
      const roleOf = (col: number) => {
        const column = columns.find((c) => col >= c.leaf.c0 && col < c.leaf.c1)
        return column ? column.id || column.role : ''
      }
      return [
        {
          id: r.table.id,
          table: r.table,
          cells: r.section.grid.cells
            .filter((c) => c.page === number)
            .map((c) => ({ box: c.box, role: roleOf(c.col), isHeader: c.row < r.header.rows })),
          typed: typedCells(r.table, number),
        },
      ]
    }),
    others: tables
      .filter((r) => !r.table)
      .map((r) => r.section.grid.cells.filter((c) => c.page === number).map((c) => c.box)),
    words: [
      ...cells.filter((c) => c.glyphs.length > 0).map((c) => around(c.glyphs)),
      ...here.flatMap((s) => s.lines.map((l) => l.box)),
    ],
  }
}

function typedCells(table: Table, page: number): TypedCell[] {
  return table.rows.flatMap((row, i) =>
    Object.entries(row.cells)
      .filter(([, cell]) => cell.page === page)
      .map(([column, cell]) => ({ row: row.key, rowNumber: i + 1, column, cell })),
  )
}
