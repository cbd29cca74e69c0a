/** Which table of the older document is which of the newer one. */
import { plain } from '../../amount.ts'
import type { Document, Table } from '../../model.ts'

export interface TablePairs {
  /** In the order of the newer document. */
  pairs: { old: Table; next: Table }[]
  onlyOld: Table[]
  onlyNew: Table[]
}

/**
 * By id; a document that prints a table twice (for the department and for the unit) has them paired by
 * title, and what is left in order. Tables that are announced and not there count as not there.
 */
export function pairTables(old: Document, next: Document): TablePairs {
  const left = present(old)
  const found = new Map<Table, Table>()
  const take = (isIt: (a: Table, b: Table) => boolean) => {
    for (const table of present(next)) {
      const at = found.has(table) ? -1 : left.findIndex((t) => t.id === table.id && isIt(t, table))
      if (at >= 0) found.set(table, left.splice(at, 1)[0]!)
    }
  }
  take((a, b) => undated(a.title) === undated(b.title))
  take(() => true)
  const pairs = present(next).flatMap((t) => (found.has(t) ? [{ old: found.get(t)!, next: t }] : []))
  return { pairs, onlyOld: left, onlyNew: present(next).filter((t) => !found.has(t)) }
}

function present(document: Document): Table[] {
  return document.tables.filter((t) => t.state !== 'missing')
}

/** Years change from title to title. */
export function undated(title: string): string {
  return plain(title).replace(/\d+/g, '')
}
