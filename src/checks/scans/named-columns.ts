/**
 * Columns of scans whose header was hardly read, as under a seal. Where sums of the form hold with one of the columns
 * that the table lacks, and with no other, it is that one; what sums say nothing of, as columns of noughts, goes by the
 * letters that are left of its header. The figures stay in doubt: their column is a guess.
 */
import type { Check, Table } from '../../model.ts'
import { type TableTemplate, UNKNOWN } from '../../template/define.ts'
import type { SeenCells } from '../../template/seen.ts'
import { near } from '../../template/spelling.ts'
import { rowSums } from '../identities/row-sum.ts'
import { trial } from '../identities/terms.ts'
import { columnByLetters } from './header-letters.ts'

type Sum = Parameters<typeof rowSums>[1]

/** Sums with so many different figures of the column hold, as they do by chance in no other … */
const BORNE_OUT = 3
/** … and of all this share (0–1) at least: some of the figures are misread. */
const MOSTLY = 0.75

/** Gives such columns the names that the sums leave them, or else what is left of their headers. */
export function nameColumns(tables: readonly Table[], templates: readonly TableTemplate[], seen: SeenCells): void {
  for (const table of tables) {
    const template = templates.find((t) => t.id === table.id)
    if (!template || table.state !== 'data') continue
    for (const nameOf of [nameBySums, nameByLetters])
      for (const { id } of table.columns) {
        if (!id.startsWith(UNKNOWN) || !isHeadless(table, id, seen)) continue
        const name = nameOf(table, id, template)
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
  const sums = sumsOf(template)
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

/** The one of the template's columns that the letters of the header tell, if sums do not break with it. */
function nameByLetters(table: Table, id: string, template: TableTemplate): string | null {
  const taken = new Set(table.columns.map((c) => c.id))
  const free = new Map(Object.entries(template.columns).filter(([name]) => !taken.has(name)))
  const name = columnByLetters(table.columns.find((c) => c.id === id)!.header, free)
  if (name === null || !holdsFigures(table, id)) return null
  const over = resultsOver(renamed(table, id, name), name, sumsOf(template))
  return over.filter(isKept).length >= MOSTLY * over.length ? name : null
}

/** Whether figures stand below it, as below no header of words; a header that comes again is a line or two. */
function holdsFigures({ rows }: Table, id: string): boolean {
  const marks = rows.flatMap((row) => row.cells[id]?.mark ?? [])
  return marks.filter((mark) => mark === 'text').length < (1 - MOSTLY) * marks.length
}

function sumsOf({ identities = [] }: TableTemplate): Sum[] {
  return identities.filter((i): i is Sum => 'sum' in i && !i.usual)
}

/** Whether the sums over a column of that name hold, one of them at least being more than a figure that comes again. */
function isBorneOut(table: Table, name: string, sums: readonly Sum[]): boolean {
  const over = resultsOver(table, name, sums)
  const holding = over.filter(isKept)
  const figures = new Set(holding.map(({ figure }) => figure))
  const isSum = holding.some(({ strength }) => strength === 'sum')
  return isSum && figures.size >= BORNE_OUT && holding.length >= MOSTLY * over.length
}

/** What comes of the sums over the figures of a column, noughts left out. */
function resultsOver(table: Table, name: string, sums: readonly Sum[]) {
  const own = new Set(table.rows.flatMap((row) => row.cells[name] ?? []))
  return sums
    .flatMap((sum) => rowSums(table, sum))
    .flatMap((claim) => trial(claim) ?? [])
    .flatMap(({ check, places }) => {
      const place = places.find((p) => own.has(p.cell) && !p.value.isZero())
      return place ? [{ ...check, figure: place.value.toFixed() }] : []
    })
}

function isKept({ result }: Pick<Check, 'result'>): boolean {
  return result === 'holds' || result === 'rounding'
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
