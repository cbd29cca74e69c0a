/** How the form itself changed, and what was not read: what makes amounts of two years hard to compare. */
import type { Document, Table } from '../../model.ts'
import { pageRanges } from '../../page/ranges.ts'
import { pairTables, undated } from './tables.ts'
import { unreadPages } from './unread.ts'

export interface Drift {
  drift:
    | 'table-new'
    | 'table-gone'
    | 'column-new'
    | 'column-gone'
    | 'unit-changed'
    | 'unit-unknown'
    | 'unknown-table-new'
    /** Pages of one document that were not read. */
    | 'pages-unread'
    /** A table of one document that may stand on such a page of the other. */
    | 'table-unread'
  table: string
  /** The column, the units, the pages or the title. */
  what: string
}

export function driftOf(old: Document, next: Document): Drift[] {
  const { pairs, onlyOld, onlyNew } = pairTables(old, next)
  const [before, after] = [unreadPages(old), unreadPages(next)]
  const drift: Drift[] = []
  if (before.length > 0) drift.push({ drift: 'pages-unread', table: '', what: `old: ${pageRanges(before)}` })
  if (after.length > 0) drift.push({ drift: 'pages-unread', table: '', what: `new: ${pageRanges(after)}` })
  const single = (tables: readonly Table[], drift: Drift['drift']) =>
    tables.map((t): Drift => ({ drift, table: t.id, what: t.title }))
  drift.push(...single(onlyNew, before.length > 0 ? 'table-unread' : 'table-new'))
  drift.push(...pairs.flatMap(tableDrift))
  drift.push(...single(onlyOld, after.length > 0 ? 'table-unread' : 'table-gone'))
  if (before.length > 0) return drift
  const titles = new Set(old.other_tables.map((t) => undated(t.title)))
  for (const { title } of next.other_tables)
    if (title !== '' && !titles.has(undated(title))) drift.push({ drift: 'unknown-table-new', table: '', what: title })
  return drift
}

function tableDrift({ old, next }: { old: Table; next: Table }): Drift[] {
  const names = (table: Table) => new Map(table.columns.map((c) => [c.id, c.header.join('/') || c.id]))
  const [before, after] = [names(old), names(next)]
  const drift: Drift[] = []
  // An empty form may be printed without its header.
  const isPrinted = before.size > 0 && after.size > 0
  const only = (a: Map<string, string>, b: Map<string, string>) =>
    isPrinted ? [...a].flatMap(([id, name]) => (b.has(id) ? [] : [name])) : []
  for (const what of only(after, before)) drift.push({ drift: 'column-new', table: next.id, what })
  for (const what of only(before, after)) drift.push({ drift: 'column-gone', table: next.id, what })
  if (old.unit === next.unit || old.state === 'empty' || next.state === 'empty') return drift
  const isKnown = old.unit !== null && next.unit !== null
  const what = `${old.unit ?? '?'} → ${next.unit ?? '?'}`
  return [...drift, { drift: isKnown ? 'unit-changed' : 'unit-unknown', table: next.id, what }]
}
