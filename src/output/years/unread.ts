/** What of a document was not read, so that nobody takes it for gone. */
import type { Document, Table } from '../../model.ts'
import { UNREAD } from '../incomplete.ts'

/** Pages that were not read, or of which something is missing, in order. */
export function unreadPages({ source, findings }: Document): number[] {
  const read = new Set(source.page.filter((p) => p.kind !== 'unread').map((p) => p.number))
  for (const { code, page } of findings) if (UNREAD.has(code) && page !== null) read.delete(page)
  return Array.from({ length: source.pages }, (_, i) => i + 1).filter((page) => !read.has(page))
}

/** Whether lines of the table may stand on a page that was not read: one of its own, or one beside them. */
export function isCut(table: Table, unread: readonly number[]): boolean {
  if (table.pages.length === 0) return unread.length > 0
  const [first, last] = [Math.min(...table.pages) - 1, Math.max(...table.pages) + 1]
  return unread.some((page) => page >= first && page <= last)
}
