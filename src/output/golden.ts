/**
 * The reviewed form of a document: what a person has compared with the paper. It leaves out what
 * says nothing about the reading (places in points, checks that hold, amounts in 元 that follow from
 * value and unit), so that a golden changes only when the reading does. See docs/golden.md.
 */
import { parseAmount, toYuan } from '../amount.ts'
import type { Cell, Document, Row, Table } from '../model.ts'
import { printJson } from './print.ts'

/** A plain value where nothing is unusual, else all that is needed to tell it from others. */
export type GoldenCell = null | string | Record<string, unknown>

export interface GoldenRow {
  key: string
  page?: number
  code?: string
  label: string
  side?: string
  line?: string
  parent?: string
  cells: Record<string, GoldenCell>
}

export interface GoldenTable extends Omit<Table, 'rows'> {
  rows: GoldenRow[]
}

export interface Golden {
  schema: string
  source: { file: string; sha256: string; pages: number; unread: number[]; blank: number[] }
  document: Document['document']
  tables: GoldenTable[]
  other_tables: unknown[]
  performance: unknown[]
  /** Ids of the checks that fail: a sound document has none. */
  violated: string[]
  /** Errors and warnings. Notes come and go with what is checked. */
  findings: { code: string; page: number | null; row?: string; column?: string; table?: string }[]
}

export function toGolden(document: Document): Golden {
  const { source } = document
  const kind = (k: string) => source.page.filter((p) => p.kind === k).map((p) => p.number)
  return {
    schema: document.schema,
    source: {
      file: source.file,
      sha256: source.sha256,
      pages: source.pages,
      unread: kind('unread'),
      blank: kind('blank'),
    },
    document: document.document,
    tables: document.tables.map((table) => ({ ...table, rows: table.rows.map((row) => toRow(row, table)) })),
    other_tables: document.other_tables.map(({ title, page, rows }) => ({ title, page, rows })),
    performance: document.performance.map((p) => withoutPlaces(p)),
    violated: document.checks.filter((c) => c.result === 'violated').map((c) => c.id),
    findings: document.findings
      .filter((f) => f.severity !== 'note')
      .map(({ code, page, table, row, column }) => ({ code, page, table, row, column })),
  }
}

export function printGolden(golden: Golden): string {
  return printJson(golden)
}

function toRow(row: Row, table: Table): GoldenRow {
  const page = Object.values(row.cells)[0]?.page
  return {
    key: row.key,
    page,
    code: row.code ?? undefined,
    label: row.label,
    side: row.side ?? undefined,
    line: row.line ?? undefined,
    parent: row.parent ?? undefined,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([id, cell]) => [id, toCell(cell, unitOf(id, table), page)]),
    ),
  }
}

function unitOf(column: string, table: Table): string | null {
  return table.columns.find((c) => c.id === column)?.unit ?? table.unit
}

/** Certain readings look the same whether an identity proves them or not. */
const CERTAIN = new Set(['read', 'proved'])

function toCell(cell: Cell, unit: string | null, page: number | undefined): GoldenCell {
  const unusual: Record<string, unknown> = {}
  if (!CERTAIN.has(cell.status)) unusual.status = cell.status
  if (cell.source !== 'text') unusual.source = cell.source
  if (cell.page !== page) unusual.page = cell.page
  if (cell.yuan !== expectedYuan(cell, unit)) unusual.yuan = cell.yuan
  const plain = Object.keys(unusual).length === 0
  if (plain && cell.mark === 'blank' && cell.raw === '') return null
  // Judged by the characters alone: the parser of amounts is among what a golden guards.
  const digits = cell.raw.replace(/,/g, '')
  if (plain && digits === cell.value && cell.mark === (/[1-9]/.test(digits) ? 'amount' : 'zero')) return cell.raw
  return { mark: cell.mark, value: cell.value, raw: cell.raw, ...unusual }
}

/** The amount in 元 that follows from value and unit. */
function expectedYuan(cell: Cell, unit: string | null): string | null {
  const amount = cell.mark === 'text' || cell.value === null ? null : parseAmount(cell.value)
  return amount && toYuan(amount, unit)
}

/** Values and texts of a typed form, without the boxes. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'bbox')
  return Object.fromEntries(entries.map(([key, v]) => [key, withoutPlaces(v)]))
}
