/**
 * Columns of scans whose header was hardly read, as under a seal. Where sums of the form hold with one of the columns
 * that the table lacks, and with no other, it is that one. Its figures stay in doubt: their column is a guess.
 */
import type { Table } from '../../model.ts'
import { type TableTemplate, UNKNOWN } from '../../template/define.ts'
import type { SeenCells } from '../../template/seen.ts'
import { near } from '../../template/spelling.ts'
import { rowSums } from '../identities/row-sum.ts'
import { trial } from '../identities/terms.ts'

type Sum = Parameters<typeof rowSums>[1]

/** Sums with so many different figures of the column hold, as they do by chance in no other … */
const BORNE_OUT = 3
/** … and of all this share (0–1) at least: some of the figures are misread. */
const MOSTLY = 0.75

/** Gives such columns the names that the sums leave them. */
export function nameColumns(tables: readonly Table[], templates: readonly TableTemplate[], seen: SeenCells): void {
  for (const table of tables) {
    const template = templates.find((t) => t.id === table.id)
    if (!template || table.state !== 'data') continue
    for (const { id } of table.columns) {
      if (!id.startsWith(UNKNOWN) || !isHeadless(table, id, seen)) continue
      const name = nameBySums(table, id, template)
      if (name) Object.assign(table, renamed(table, id, name))
    }
  }
}

function isHeadless({ rows }: Table, id: string, seen: SeenCells): boolean {
  const inks = rows.flatMap((row) => (row.cells[id] ? (seen.get(row.cells[id]) ?? []) : []))
  return inks.length > 0 && inks.every((ink) => ink.headless)
}

/** The only one of the template's columns with which the sums hold; of several the one whose words the header is. */
function nameBySums(table: Table, id: string, template: TableTemplate): string | null {
  const sums = (template.identities ?? []).filter((i): i is Sum => 'sum' in i && !i.usual)
  const taken = new Set(table.columns.map((c) => c.id))
  const known = new Set(
    sums.flatMap(({ sum, of, or = [] }) => [sum, ...of, ...or]).map((term) => term.replace(/^-/, '')),
  )
  const fitting = [...known].filter((name) => !taken.has(name) && isBorneOut(renamed(table, id, name), name, sums))
  if (fitting.length < 2) return fitting[0] ?? null
  const header = id.slice(Math.max(UNKNOWN.length, id.lastIndexOf('/') + 1))
  const alike = fitting.filter((name) => (template.columns[name] ?? []).some((pattern) => isLike(header, pattern)))
  return alike.length === 1 ? alike[0]! : null
}

/** Whether the sums over a column of that name hold, one of them at least being more than a figure that comes again. */
function isBorneOut(table: Table, name: string, sums: readonly Sum[]): boolean {
  const own = new Set(table.rows.flatMap((row) => row.cells[name] ?? []))
  const over = sums
    .flatMap((sum) => rowSums(table, sum))
    .flatMap((claim) => trial(claim) ?? [])
    .flatMap(({ check, places }) => {
      const place = places.find((p) => own.has(p.cell) && !p.value.isZero())
      return place ? [{ ...check, figure: place.value.toFixed() }] : []
    })
  const holding = over.filter(({ result }) => result === 'holds' || result === 'rounding')
  const figures = new Set(holding.map(({ figure }) => figure))
  const isSum = holding.some(({ strength }) => strength === 'sum')
  return isSum && figures.size >= BORNE_OUT && holding.length >= MOSTLY * over.length
}

/** 项目支出b is 项目支出: the last header of a pattern, what may be anything left out. */
function isLike(header: string, pattern: string): boolean {
  return near(pattern.slice(pattern.lastIndexOf('/') + 1).replace(/\*/g, ''), header)
}

function renamed(table: Table, id: string, name: string): Table {
  const own = (other: string) => (other === id ? name : other)
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, id: own(column.id) })),
    rows: table.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [own(key), cell])),
    })),
  }
}
