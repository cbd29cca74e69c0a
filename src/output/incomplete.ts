/** Whether all of a document was read. */
import type { Document } from '../model.ts'

/** Codes of findings that mean: part of the document was not read. */
export const UNREAD: ReadonlySet<string> = new Set(['needs-ocr', 'page-unreadable', 'page-damaged'])

/** Whether something of the document is missing from the output. */
export function isIncomplete(document: Document): boolean {
  return document.findings.some((f) => UNREAD.has(f.code))
}
