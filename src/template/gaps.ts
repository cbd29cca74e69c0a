/** What the templates did not know of a table: `explain` prints it, and findings tell of it. */
import type { Row } from '../model.ts'
import { allColumns, expectedColumns, foundColumns } from './columns/expected.ts'
import type { Match } from './match.ts'
import type { Recognised } from './tables.ts'

export interface UnknownColumn {
  /** Id under which the column is kept: `other:HEADER`. */
  id: string
  /** The printed headers over it, outer to inner. */
  header: string
}

/** Columns of a known table whose headers no pattern knows, with anything printed in them. */
export function unknownColumns({ candidates, table }: Recognised): UnknownColumn[] {
  if (!table) return []
  const unknown = candidates[0]?.columns.filter((c) => c.role === 'value' && c.fit === 0) ?? []
  const printed = (id: string) => table.rows.some((r) => (r.cells[id]?.mark ?? 'blank') !== 'blank')
  return unknown
    .filter((c) => printed(c.id))
    .map((c) => ({ id: c.id, header: c.leaf.path.join('/') || `column ${c.leaf.c0 + 1} without a header` }))
}

/** Headers that no pattern knows, over columns that are known. */
export function unknownSpans({ candidates, table }: Recognised): string[] {
  if (!table) return []
  const columns = candidates[0]?.columns.filter((c) => c.role === 'value' && c.fit > 0) ?? []
  return [...new Set(columns.flatMap((c) => c.below ?? []))]
}

/** A line that says it sums others up: 合计, 人员经费合计, 项目支出合计. */
const TOTALS = /合计(#\d+)?$/
/** The key of a line that prints nothing to be known by. */
const UNNAMED = /第\d+行$/
/** Share (0–1) of its lines that must have codes before one without is strange: some forms print names alone. */
const MOSTLY = 0.5

/** Lines of a table of codes that have neither a code nor the label of a total. A line that has no label is a unit's. */
export function unknownRows({ candidates, table }: Recognised): string[] {
  if (candidates[0]?.template.rows.by !== 'code' || !table) return []
  const coded = table.rows.filter((r) => r.code !== null).length
  if (coded < MOSTLY * table.rows.length) return []
  const isUnit = ({ key, label }: Row) => label === '' && !UNNAMED.test(key)
  const over = new Set(table.rows.flatMap((r) => (r.code === null ? [] : [r.parent])))
  return table.rows
    .filter((r) => r.code === null && !over.has(r.key) && !TOTALS.test(r.key) && !isUnit(r))
    .map((r) => r.key)
}

/** Columns that the form is expected to have and the table does not print. */
export function missingColumns({ template, columns }: Match): string[] {
  const found = foundColumns(template, columns)
  return expectedColumns(template).filter((id) => !found.has(id))
}

/** Columns of the template, of whatever place, that the table does not print: over many files they tell what changed. */
export function absentColumns({ template, columns }: Match): string[] {
  const found = foundColumns(template, columns)
  return allColumns(template).filter((id) => !found.has(id))
}
