/** A document with some of its tables only. */
import type { Document } from '../model.ts'

/**
 * Keeps the tables with these ids, the checks that have a term in them, and the findings that
 * concern them or the whole document. Everything is read and checked before, whatever is kept.
 */
export function selectTables(document: Document, ids: readonly string[]): Document {
  const kept = (id: string | undefined) => id !== undefined && ids.includes(id)
  return {
    ...document,
    tables: document.tables.filter((t) => kept(t.id)),
    other_tables: [],
    performance: [],
    statements: document.statements,
    checks: document.checks.filter((c) => c.terms.some((t) => kept(t.table))),
    findings: document.findings.filter((f) => f.table === undefined || kept(f.table)),
  }
}
