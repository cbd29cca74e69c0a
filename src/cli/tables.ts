/** Names of tables on the command line. */
import { JuesuanError } from '../errors.ts'
import type { Knowledge } from '../understand.ts'

/** @throws JuesuanError usage for a name that no template has. */
export function checkTables(ids: readonly string[] | undefined, { templates }: Knowledge): void {
  const known = [...new Set(templates.map((t) => t.id))]
  const unknown = ids?.filter((id) => !known.includes(id)) ?? []
  if (unknown.length === 0) return
  throw new JuesuanError('usage', `no table is called ${unknown.join(', ')}; there are: ${known.join(', ')}`)
}
