/** 本页合计: the sum of what each page of a table prints, in a row at its foot. */
import { isMoney, type Money, type Row, type Table } from './table.ts'

/** The row below some lines of a table, the page's number in its key; items alone add up, and totals are none. */
export function pageSum(table: Table, lines: readonly Row[], page: number): Row {
  const label = table.columns.find((c) => c.role === 'code' || c.role === 'label')!
  const items = lines.filter((r) => !r.total && isItem(r, table.rows))
  const cells: Row['cells'] = { [label.key]: '本页合计' }
  const row = page === 1 ? '本页合计' : `本页合计#${page}`
  for (const { key } of table.columns) {
    const own = items.flatMap((r) => amountOf(r, key) ?? [])
    const column = table.rows.flatMap((r) => amountOf(r, key) ?? [])[0]?.column
    if (column === undefined) continue
    const fen = own.every((m) => m.fen === null) ? null : own.reduce((n, m) => n + (m.fen ?? 0), 0)
    cells[key] = { fen, row, column }
  }
  const names = table.columns.findIndex((c) => c.role === 'value') - table.columns.indexOf(label)
  return { cells, span: { [label.key]: names }, depth: 0 }
}

function amountOf(row: Row, key: string): Money | null {
  const cell = row.cells[key]
  return isMoney(cell) ? cell : null
}

/** A line that no other one is part of. */
function isItem(row: Row, all: readonly Row[]): boolean {
  const keyOf = (r: Row) => Object.values(r.cells).find(isMoney)?.row
  const own = keyOf(row)
  return own !== undefined && !all.some((r) => r !== row && keyOf(r)?.startsWith(own))
}
