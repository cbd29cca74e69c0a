/** Where two reviewed documents differ, cell by cell. */
import type { Golden, GoldenCell } from './golden.ts'

export interface Difference {
  /** What differs, where it is no cell: `unit`, `columns`, `document.entity.value`. */
  what: string
  table?: string
  row?: string
  column?: string
  page?: number
  expected: string
  found: string
}

const NOTHING = '(nothing)'

export function compare(expected: Golden, found: Golden): Difference[] {
  const differences: Difference[] = []
  for (const key of keysOf(expected, found)) {
    if (key === 'tables') continue
    walk(key, expected[key as keyof Golden], found[key as keyof Golden], {}, differences)
  }
  for (const [id, a, b] of pairs(expected.tables ?? [], found.tables ?? [], (t) => t.id))
    compareTables(id, a, b, differences)
  return differences
}

type Table = Golden['tables'][number]
type Row = Table['rows'][number]

function compareTables(id: string, a: Table | undefined, b: Table | undefined, out: Difference[]): void {
  if (!a || !b) {
    out.push({ what: 'table', table: id, page: (a ?? b)?.pages[0], expected: tableText(a), found: tableText(b) })
    return
  }
  const place = { table: id, page: b.pages[0] ?? a.pages[0] }
  for (const key of keysOf(a, b))
    if (key !== 'rows') walk(key, a[key as keyof Table], b[key as keyof Table], place, out)
  const rows = pairs(a.rows, b.rows, (r) => r.key)
  for (const [key, x, y] of rows) compareRows(key, x, y, place, out)
  const order = (table: Table, other: Table) => {
    const keys = new Set(other.rows.map((r) => r.key))
    return table.rows.map((r) => r.key).filter((k) => keys.has(k))
  }
  walk('order of rows', order(a, b), order(b, a), place, out)
}

function compareRows(key: string, a: Row | undefined, b: Row | undefined, place: object, out: Difference[]): void {
  const where = { ...place, row: key, page: b?.page ?? a?.page ?? (place as Difference).page }
  const cells = out.length
  for (const column of keysOf(a?.cells ?? {}, b?.cells ?? {})) {
    const [x, y] = [cellText(a, column), cellText(b, column)]
    const onlyBlank = (!a && y === BLANK) || (!b && x === BLANK)
    if (x !== y && !onlyBlank) out.push({ what: 'cell', ...where, column, expected: x, found: y })
  }
  if (!a || !b) {
    if (out.length === cells)
      out.push({ what: 'row', ...where, expected: a ? 'a blank row' : NOTHING, found: b ? 'a blank row' : NOTHING })
    return
  }
  for (const name of keysOf(a, b))
    if (name !== 'cells') walk(name, a[name as keyof Row], b[name as keyof Row], where, out)
}

const BLANK = '(blank)'

function cellText(row: Row | undefined, column: string): string {
  const cell: GoldenCell | undefined = row?.cells[column]
  if (cell === undefined) return NOTHING
  if (cell === null) return BLANK
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

function tableText(table: Table | undefined): string {
  return table ? `${table.title} (${table.state}, ${table.rows.length} rows)` : NOTHING
}

/** Compares anything else value by value and names the place by its path. */
function walk(path: string, a: unknown, b: unknown, place: Partial<Difference>, out: Difference[]): void {
  if (JSON.stringify(a) === JSON.stringify(b)) return
  const isScalars = (v: unknown) => Array.isArray(v) && v.every((x) => typeof x !== 'object' || x === null)
  const isNode = (v: unknown) => typeof v === 'object' && v !== null && !isScalars(v)
  if (!isNode(a) || !isNode(b)) {
    out.push({ what: path, ...place, expected: text(a), found: text(b) })
    return
  }
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key of keysOf(x, y)) walk(`${path}.${key}`, x[key], y[key], place, out)
}

function text(value: unknown): string {
  if (value === undefined) return NOTHING
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

/** Items of two lists by their name, in the order of the first; a name that comes again is counted. */
function pairs<T>(
  a: readonly T[],
  b: readonly T[],
  name: (item: T) => string,
): [string, T | undefined, T | undefined][] {
  const named = (list: readonly T[]) => {
    const out = new Map<string, T>()
    for (const item of list) {
      let key = name(item)
      for (let n = 2; out.has(key); n++) key = `${name(item)} (${n})`
      out.set(key, item)
    }
    return out
  }
  const [x, y] = [named(a), named(b)]
  return [...new Set([...x.keys(), ...y.keys()])].map((key) => [key, x.get(key), y.get(key)])
}
