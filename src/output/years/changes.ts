/** What changed between two documents of one unit, line by line and amount by amount. */
import { Decimal } from 'decimal.js'
import { parseAmount, plain } from '../../amount.ts'
import type { Cell, Document, Row, Table } from '../../model.ts'
import { pairTables } from './tables.ts'
import { isCut, unreadPages } from './unread.ts'

export interface Change {
  /** `unread`: one of the documents may have it where it was not read. */
  change: 'changed' | 'new' | 'vanished' | 'unread'
  table: string
  title: string
  row: string
  label: string
  column: string
  column_label: string
  /** Of the amounts: the printed one where both documents print the same, else 元. */
  unit: string | null
  /** Exact decimals, or texts where the cell holds text; null where nothing, or nothing legible, is printed. */
  old: string | null
  new: string | null
  /** Null where one of them was not read or is no amount. */
  difference: string | null
  /** Of the old amount, to one place; null where that is nothing. */
  percent: string | null
  old_page: number | null
  new_page: number | null
  old_status: Cell['status'] | null
  new_status: Cell['status'] | null
}

/** Changes of the tables that both documents have, in the order of the new one. What only one of them has is drift. */
export function changesOf(old: Document, next: Document): Change[] {
  const [before, after] = [unreadPages(old), unreadPages(next)]
  return pairTables(old, next).pairs.flatMap(({ old: a, next: b }) =>
    tableChanges({ table: a, isCut: isCut(a, before) }, { table: b, isCut: isCut(b, after) }),
  )
}

interface Side {
  table: Table
  /** Part of it may stand on a page that was not read. */
  isCut: boolean
}

interface Place extends Side {
  row: Row | undefined
}

function tableChanges(old: Side, next: Side): Change[] {
  const before = matchRows(old.table.rows, next.table.rows)
  const matched = new Set(before.values())
  const lines: [Row | undefined, Row | undefined][] = next.table.rows.map((row) => [before.get(row), row])
  lines.push(...old.table.rows.filter((row) => !matched.has(row)).map((row): [Row, undefined] => [row, undefined]))
  return lines.flatMap(([a, b]) => {
    const columns = new Set([...Object.keys(b?.cells ?? {}), ...Object.keys(a?.cells ?? {})])
    // A column that only one form has is drift, not a change in every line.
    const told =
      a && b ? [...columns].filter((id) => hasColumn(old.table, id) && hasColumn(next.table, id)) : [...columns]
    return told.flatMap((column) => cellChange({ ...old, row: a }, { ...next, row: b }, column) ?? [])
  })
}

/**
 * The old row of each new one: of the same key; of those left, of the same label but for its number,
 * since 十三、 becomes 十四、 when a line is added to the form.
 */
function matchRows(olds: readonly Row[], news: readonly Row[]): Map<Row, Row> {
  const found = new Map<Row, Row>()
  const same = Map.groupBy(olds, (row) => row.key)
  for (const row of news) {
    const one = same.get(row.key)?.shift()
    if (one) found.set(row, one)
  }
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

/** Null where nothing changed. */
function cellChange(old: Place, next: Place, column: string): Change | null {
  const [a, b] = [old.row?.cells[column], next.row?.cells[column]]
  const unit = commonUnit(old.table, next.table, column)
  const found = differ(a, b, unit)
  if (found === null) return null
  const isUnread =
    [a, b].some((c) => c?.status === 'unreadable') || (!old.row && old.isCut) || (!next.row && next.isCut)
  const row = (next.row ?? old.row)!
  return {
    change: isUnread ? 'unread' : !old.row ? 'new' : !next.row ? 'vanished' : 'changed',
    table: next.table.id,
    title: next.table.title,
    row: row.key,
    label: row.label,
    column,
    column_label: headerOf(next.table, column) ?? headerOf(old.table, column) ?? column,
    unit: found.isText ? null : unit.shown,
    old: found.old,
    new: found.new,
    ...(isUnread || found.isText ? { difference: null, percent: null } : difference(found)),
    old_page: a?.page ?? null,
    new_page: b?.page ?? null,
    old_status: a?.status ?? null,
    new_status: b?.status ?? null,
  }
}

interface Differ {
  old: string | null
  new: string | null
  /** As printed: one of them is no amount, or their units are not comparable. There is nothing to subtract. */
  isText: boolean
}

function differ(a: Cell | undefined, b: Cell | undefined, unit: CommonUnit): Differ | null {
  const isIllegible = [a, b].some((cell) => cell?.status === 'unreadable')
  if ([a, b].some((cell) => cell?.mark === 'text')) {
    // Of a line that only one of them has, its amounts are told.
    if (!a || !b) return null
    const [from, to] = [a.value, b.value]
    return isIllegible || plain(from ?? '') !== plain(to ?? '') ? { old: from, new: to, isText: true } : null
  }
  const [x, y] = [amountOf(a, unit), amountOf(b, unit)]
  // In units that are not known, or cannot be brought to one: as printed, and nothing is subtracted.
  if (x === undefined || y === undefined)
    return a?.value === b?.value ? null : { old: a?.value ?? null, new: b?.value ?? null, isText: true }
  if (!isIllegible && (x ?? ZERO).equals(y ?? ZERO)) return null
  return { old: x?.toFixed() ?? null, new: y?.toFixed() ?? null, isText: false }
}

const ZERO = new Decimal(0)

/** Null where none is printed, undefined where it cannot be told in the common unit. */
function amountOf(cell: Cell | undefined, unit: CommonUnit): Decimal | null | undefined {
  const value = parsed(cell?.value)
  if (!cell || value === null || unit.isSame) return value
  return value.isZero() ? value : (parsed(cell.yuan) ?? undefined)
}

function parsed(text: string | null | undefined): Decimal | null {
  return text == null ? null : (parseAmount(text)?.value ?? null)
}

function difference({ old, new: next }: Differ): Pick<Change, 'difference' | 'percent'> {
  const [from, to] = [new Decimal(old ?? 0), new Decimal(next ?? 0)]
  const difference = to.minus(from)
  return {
    difference: difference.toFixed(),
    percent: from.isZero() ? null : difference.div(from.abs()).times(100).toFixed(1),
  }
}

function unitOf(table: Table, column: string): string | null {
  return table.columns.find((c) => c.id === column)?.unit ?? table.unit
}

function hasColumn(table: Table, column: string): boolean {
  return table.columns.some((c) => c.id === column)
}

interface CommonUnit {
  isSame: boolean
  shown: string | null
}

/** The printed unit where it is one and the same, else 元. */
function commonUnit(old: Table, next: Table, column: string): CommonUnit {
  const unit = unitOf(next, column)
  const isSame = unit === unitOf(old, column)
  return { isSame, shown: isSame ? unit : '元' }
}

function headerOf(table: Table, column: string): string | undefined {
  return table.columns.find((c) => c.id === column)?.header.join('/')
}
