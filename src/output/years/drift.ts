/** How the form itself changed: what makes amounts of two years hard to compare. */
import { plain } from '../../amount.ts'
import type { Document, Table } from '../../model.ts'

export interface Drift {
  drift: 'table-new' | 'table-gone' | 'column-new' | 'column-gone' | 'unit-changed' | 'unknown-table-new'
  table: string
  /** The column, the units, or the title. */
  what: string
}

export function driftOf(old: Document, next: Document): Drift[] {
  const drift: Drift[] = []
  const [before, after] = [old, next].map((d) => new Map(present(d).map((t) => [t.id, t])))
  for (const [id, table] of after!) {
    const other = before!.get(id)
    if (!other) drift.push({ drift: 'table-new', table: id, what: table.title })
    else drift.push(...columnDrift(other, table))
  }
  for (const [id, table] of before!)
    if (!after!.has(id)) drift.push({ drift: 'table-gone', table: id, what: table.title })
  const titles = new Set(old.other_tables.map((t) => bare(t.title)))
  for (const { title } of next.other_tables)
    if (title !== '' && !titles.has(bare(title))) drift.push({ drift: 'unknown-table-new', table: '', what: title })
  return drift
}

function present(document: Document): Table[] {
  return document.tables.filter((t) => t.state !== 'missing')
}

/** Years change from title to title. */
function bare(title: string): string {
  return plain(title).replace(/\d+/g, '')
}

function columnDrift(old: Table, next: Table): Drift[] {
  const names = (table: Table) => new Map(table.columns.map((c) => [c.id, c.header.join('/') || c.id]))
  const [before, after] = [names(old), names(next)]
  const drift: Drift[] = []
  for (const [id, name] of after) if (!before.has(id)) drift.push({ drift: 'column-new', table: next.id, what: name })
  for (const [id, name] of before) if (!after.has(id)) drift.push({ drift: 'column-gone', table: next.id, what: name })
  if (old.unit !== next.unit && old.unit !== null && next.unit !== null)
    drift.push({ drift: 'unit-changed', table: next.id, what: `${old.unit} → ${next.unit}` })
  return drift
}
