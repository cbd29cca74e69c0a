/** Changes between years as CSV: a line a changed amount, and a line for each change of the form or of the list of units. */
import { type CsvOptions, toCsv } from '../csv.ts'
import type { Change } from './changes.ts'
import type { Drift } from './drift.ts'
import type { Head, Pair, Pairs } from './pairs.ts'

export const CHANGE_COLUMNS = [
  'entity',
  'kind',
  'old_year',
  'new_year',
  'change',
  'table',
  'row',
  'label',
  'column',
  'column_label',
  'unit',
  'old',
  'new',
  'difference',
  'percent',
  'old_page',
  'new_page',
  'old_status',
  'new_status',
  'old_file',
  'new_file',
] as const

type Line = Partial<Record<(typeof CHANGE_COLUMNS)[number], string | number | null>>

/** What two documents of one unit differ in. */
export interface Compared {
  pair: Pair<Head>
  changes: Change[]
  drift: Drift[]
}

export function changesCsv(compared: readonly Compared[], pairs: Pairs<Head>, options: CsvOptions = {}): string {
  const lines: Line[] = compared.flatMap(({ pair, changes, drift }) => {
    const head = {
      entity: pair.new.entity,
      kind: pair.new.kind,
      old_year: pair.old.year,
      new_year: pair.new.year,
      old_file: pair.old.file,
      new_file: pair.new.file,
    }
    return [
      ...drift.map((d) => ({ ...head, change: d.drift, table: d.table, label: d.what })),
      ...changes.map(({ title: _, ...change }) => ({ ...head, ...change })),
    ]
  })
  for (const { head } of pairs.onlyOld)
    lines.push({ ...named(head), change: 'entity-gone', old_year: head.year, old_file: head.file })
  for (const { head } of pairs.onlyNew)
    lines.push({ ...named(head), change: 'entity-new', new_year: head.year, new_file: head.file })
  for (const head of pairs.unclear.flat())
    lines.push({ ...named(head), change: 'entity-unclear', new_year: head.year, new_file: head.file })
  return toCsv(lines.map(texts), CHANGE_COLUMNS, options)
}

function named({ entity, kind }: Head): Line {
  return { entity, kind }
}

function texts(line: Line): Record<string, string> {
  return Object.fromEntries(CHANGE_COLUMNS.map((column) => [column, String(line[column] ?? '')]))
}
