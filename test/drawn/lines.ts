/** Columns and rows that the forms share: lines of subject codes, and summaries of two sides. */
import type { Accounts } from './accounts.ts'
import type { Column, Content, Money, Row, Table } from './table.ts'
import { FUNCTIONS } from './vocabulary.ts'

export type CodeStyle = 'parts' | 'one'

/** 类 | 款 | 项 in cells of their own. */
export function codeColumns(project: string | null, code: string, name: string, parts = ['类', '款', '项']): Column[] {
  const above = project === null ? [] : [project]
  return [
    ...parts.map((part): Column => ({ key: part, header: [...above, code, part], width: 30, role: 'code' })),
    { key: 'name', header: [...above, name], width: 170, role: 'label' },
  ]
}

/** The code cells and the name of a line: 201 | 06 | 01 行政运行. */
export function codeCells(
  code: string,
  names: Record<string, string>,
  parts = ['类', '款', '项'],
): Record<string, Content> {
  const cells: Record<string, Content> = { name: names[code] ?? code }
  parts.forEach((part, i) => {
    const to = 3 + 2 * i
    cells[part] = code.length >= to ? code.slice(i === 0 ? 0 : to - 2, to) : ''
  })
  return cells
}

/** Lines of function codes, and the total that the form prints first or last. */
export function codeRows(
  codes: readonly string[],
  columns: readonly string[],
  amount: (code: string, column: string) => number | null,
  total: 'first' | 'last',
  names: Record<string, string> = FUNCTIONS,
  parts = ['类', '款', '项'],
): Row[] {
  const money = (code: string, row: string) =>
    Object.fromEntries(columns.map((c): [string, Money] => [c, { fen: amount(code, c), row, column: c }]))
  const lines = codes.map(
    (code): Row => ({
      cells: { ...codeCells(code, names, parts), ...money(code, code) },
      depth: Math.floor((code.length - 3) / 2),
    }),
  )
  const sum: Row = {
    cells: { [parts[0]!]: '合计', ...money('', '合计') },
    span: { [parts[0]!]: parts.length + 1 },
    depth: 0,
    total: true,
  }
  return total === 'first' ? [sum, ...lines] : [...lines, sum]
}

/** One line of one side of a summary: its label, and its amounts by column id. */
export interface SideLine {
  label: string
  /** The key where it is not side and label (a label that stands twice). */
  key?: string
  amounts: Record<string, number | null>
  total?: true
}

/** A blank line of a summary. */
export const GAP: SideLine = { label: '', amounts: {} }

/** Two sides beside each other. Totals stand level, at the foot; the shorter side ends in blank lines before them. */
export function sideRows(income: readonly SideLine[], spending: readonly SideLine[], foot: number): Row[] {
  const height = Math.max(income.length, spending.length)
  const level = (lines: readonly SideLine[]) => [
    ...lines.slice(0, lines.length - foot),
    ...Array<SideLine>(height - lines.length).fill(GAP),
    ...lines.slice(lines.length - foot),
  ]
  const [left, right] = [level(income), level(spending)]
  return left.map((line, i): Row => {
    const cells = { ...sideCells('收入', line), ...sideCells('支出', right[i]!) }
    return line.total || right[i]!.total ? { cells, depth: 0, total: true } : { cells, depth: 0 }
  })
}

function sideCells(side: string, line: SideLine): Record<string, Content> {
  const key = line.key ?? line.label
  const cells: Record<string, Content> = { [`${side}.label`]: line.label }
  for (const [column, fen] of Object.entries(line.amounts))
    cells[`${side}.${column}`] = { fen, row: `${side}:${key}`, column }
  return cells
}

/** Rows for figures that a form without any keeps. */
export function blankRows(count: number): Row[] {
  return Array.from({ length: count }, () => ({ cells: {}, depth: 0 }))
}

/** What a form prints nothing for. */
export function orNothing(fen: number): number | null {
  return fen === 0 ? null : fen
}

/** What every table of final accounts begins with. */
export function base(accounts: Accounts, id: string, title: string): Omit<Table, 'columns' | 'rows'> {
  const { entity, year } = accounts
  return { id, title, number: null, unit: '万元', entity, year, notes: [], ordinals: false }
}
