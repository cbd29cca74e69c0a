/** Which amounts the identities prove, table by table, and why the others are open. */
import type { Cell, Document, Table } from '../model.ts'

/** Why an amount is not proved. */
export type Open =
  /** No identity of the form covers it. */
  | 'uncovered'
  /** One covers it, but rounding of its many terms could hide a changed digit, or nothing else in it is printed. */
  | 'weak'
  /** An identity that covers it fails. */
  | 'contradicted'
  /** The reading itself is unsure. */
  | 'unsure'

export interface OpenCell {
  row: string
  column: string
  cell: Cell
  why: Open
}

export interface Coverage {
  table: Table
  /** Cells that hold an amount of money other than nought. */
  amounts: number
  proved: number
  open: OpenCell[]
}

export function coverage(document: Pick<Document, 'tables' | 'checks'>): Coverage[] {
  const covered = new Set<string>()
  const tried = document.checks.filter((c) => c.result === 'holds' || c.result === 'rounding')
  for (const check of tried) for (const t of check.terms) if (t.row) covered.add(`${t.table} ${t.row} ${t.column}`)
  return document.tables.map((table) => {
    const amounts = table.rows.flatMap((row) =>
      Object.entries(row.cells)
        .filter(([, cell]) => cell.mark === 'amount' && cell.yuan !== null)
        .map(([column, cell]) => ({ row: row.key, column, cell })),
    )
    const open = amounts
      .filter(({ cell }) => cell.status !== 'proved' && cell.status !== 'repaired')
      .map((a): OpenCell => ({ ...a, why: why(a.cell, covered.has(`${table.id} ${a.row} ${a.column}`)) }))
    return { table, amounts: amounts.length, proved: amounts.length - open.length, open }
  })
}

function why({ status }: Cell, covered: boolean): Open {
  if (status === 'inconsistent') return 'contradicted'
  if (status === 'suspect' || status === 'unreadable') return 'unsure'
  return covered ? 'weak' : 'uncovered'
}
