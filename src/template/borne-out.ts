/** Whether a table bears its title out, where others print the same title over tables of their own. */
import type { Column, Row } from '../model.ts'
import type { TableTemplate } from './define.ts'
import { squash, wildcard } from './words.ts'

/** One proof is enough: see `bornOut` of the template. Not asked of a form that holds no figure. */
export function isBorneOut({ bornOut }: TableTemplate, rows: readonly Row[], columns: readonly Column[]): boolean {
  if (!bornOut) return true
  const lines = (bornOut.lines ?? []).map(wildcard)
  if (rows.some((row) => row.code !== null || lines.some((isLike) => isLike(squash(row.label))))) return true
  // Prefixes and suffixes say when and from which fund, not what.
  return columns.some(({ id }) => bornOut.columns?.some((own) => id.split('.', 1)[0]!.endsWith(own)))
}
