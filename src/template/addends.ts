/** Lines of one quantity that a form divides. */
import type { Row } from '../model.ts'

/** Those of the rows that no other of them is the whole of, each once: what adds up to all of it. */
export function addends(rows: readonly Row[]): Row[] {
  return [...new Set(rows)].filter(({ parent }) => !rows.some((r) => r.key === parent))
}
