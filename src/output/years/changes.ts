/** What changed between two documents of one unit, line by line and amount by amount. */
import { Decimal } from 'decimal.js'
import { parseAmount, plain } from '../../amount.ts'
import type { Cell, Document, Row, Table } from '../../model.ts'

export interface Change {
  change: 'changed' | 'new' | 'vanished'
  table: string
  title: string
  row: string
  label: string
  column: string
  column_label: string
  /** Of the amounts: the printed one where both documents print the same, else 元. */
  unit: string | null
  /** Exact decimals; null where nothing, or nothing legible, is printed. */
  old: string | null
  new: string | null
  difference: string | null
  /** Of the old amount, to one place; null where that is nothing. */
  percent: string | null
  old_page: number | null
  new_page: number | null
  old_status: Cell['status'] | null
  new_status: Cell['status'] | null
}

/** Changes of the tables that both documents have, in the order of the new one. */
export function changesOf(old: Document, next: Document): Change[] {
  return next.tables.flatMap((table) => {
    const before = old.tables.find((t) => t.id === table.id)
    return before ? tableChanges(before, table) : []
  })
}

type Side = { table: Table; row: Row | undefined }

function tableChanges(old: Table, next: Table): Change[] {
  const before = matchRows(old.rows, next.rows)
  const matched = new Set(before.values())
  const lines: [Row | undefined, Row | undefined][] = next.rows.map((row) => [before.get(row), row])
  lines.push(...old.rows.filter((row) => !matched.has(row)).map((row): [Row, undefined] => [row, undefined]))
  return lines.flatMap(([a, b]) => {
    const columns = new Set([...Object.keys(b?.cells ?? {}), ...Object.keys(a?.cells ?? {})])
    return [...columns].flatMap((column) => cellChange({ table: old, row: a }, { table: next, row: b }, column) ?? [])
  })
}

/**
 * The old row of each new one: of the same key; of those left, of the same label but for its number,
 * since 十三、 becomes 十四、 when a line is added to the form.
 */
function matchRows(olds: readonly Row[], news: readonly Row[]): Map<Row, Row> {
  const byKey = new Map(olds.map((row) => [row.key, row]))
  const found = new Map(news.flatMap((row) => (byKey.has(row.key) ? [[row, byKey.get(row.key)!] as const] : [])))
  const matched = new Set(found.values())
  const left = Map.groupBy(
    olds.filter((row) => !matched.has(row) && row.code === null),
    unnumbered,
  )
  const right = Map.groupBy(
    news.filter((row) => !found.has(row) && row.code === null),
    unnumbered,
  )
  for (const [name, [row, ...more]] of right) {
    const others = left.get(name) ?? []
    if (row && more.length === 0 && others.length === 1) found.set(row, others[0]!)
  }
  return found
}

const NUMBER = /^([一二三四五六七八九十百]+、|\([一二三四五六七八九十百\d]+\)、?|\d+[.、])/

function unnumbered(row: Row): string {
  return `${row.side ?? ''}:${plain(row.label).replace(NUMBER, '')}`
}

function cellChange(old: Side, next: Side, column: string): Change | null {
  const [a, b] = [old.row?.cells[column], next.row?.cells[column]]
  const [x, y] = amounts(old, next, column)
  const isIllegible = [a, b].some((cell) => cell?.status === 'unreadable')
  const [from, to] = [x ?? new Decimal(0), y ?? new Decimal(0)]
  if (from.equals(to) && !isIllegible) return null
  const isText = (cell: Cell | undefined) => cell?.mark === 'text'
  if (isText(a) && isText(b)) return null
  const row = (next.row ?? old.row)!
  const known = a?.status !== 'unreadable' && b?.status !== 'unreadable'
  return {
    change: !old.row ? 'new' : !next.row ? 'vanished' : 'changed',
    table: next.table.id,
    title: next.table.title,
    row: row.key,
    label: row.label,
    column,
    column_label: headerOf(next.table, column) ?? headerOf(old.table, column) ?? column,
    unit: commonUnit(old.table, next.table, column),
    old: x?.toFixed() ?? null,
    new: y?.toFixed() ?? null,
    difference: known ? to.minus(from).toFixed() : null,
    percent: known && !from.isZero() ? to.minus(from).div(from.abs()).times(100).toFixed(1) : null,
    old_page: a?.page ?? null,
    new_page: b?.page ?? null,
    old_status: a?.status ?? null,
    new_status: b?.status ?? null,
  }
}

/** Both in the printed unit where it is one and the same, else in 元. */
function amounts(old: Side, next: Side, column: string): [Decimal | null, Decimal | null] {
  const isSame = unitOf(old.table, column) === unitOf(next.table, column)
  return [old, next].map(({ row }) => {
    const cell = row?.cells[column]
    const text = cell && cell.mark !== 'text' ? (isSame ? cell.value : cell.yuan) : null
    return text === null || text === undefined ? null : (parseAmount(text)?.value ?? null)
  }) as [Decimal | null, Decimal | null]
}

function unitOf(table: Table, column: string): string | null {
  return table.columns.find((c) => c.id === column)?.unit ?? table.unit
}

function commonUnit(old: Table, next: Table, column: string): string | null {
  const unit = unitOf(next, column)
  return unit === unitOf(old, column) ? unit : '元'
}

function headerOf(table: Table, column: string): string | undefined {
  return table.columns.find((c) => c.id === column)?.header.join('/')
}
