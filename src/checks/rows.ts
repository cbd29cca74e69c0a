/** One row is the sum of others, in every column: 人员经费合计, 公用经费合计, vehicles. */
import type { Table } from '../model.ts'
import { squash, wildcard } from '../template/words.ts'
import { type Claim, toPlace } from './terms.ts'

export function namedRows(table: Table, row: string, of: readonly string[], usual: boolean): Claim[] {
  const matches = (pattern: string) =>
    table.rows.filter((r) => r.key === pattern || wildcard(pattern).test(squash(r.key)))
  const [total] = matches(row)
  const parts = of.flatMap(matches).filter((r) => r !== total)
  if (!total || parts.length === 0) return []
  return Object.entries(total.cells).flatMap(([column, cell]): Claim[] => {
    const place = toPlace(table, total.key, column, cell)
    const terms = parts.flatMap((r) => {
      const own = r.cells[column]
      const p = own && toPlace(table, r.key, column, own)
      return p ? [{ place: p, sign: 1 as const }] : []
    })
    if (!place || terms.every((t) => t.place.cell.value === null)) return []
    const name = { zh: `${total.label} 等于 ${of.join('、')} 之和`, en: `${total.key} is the sum of ${of.join(', ')}` }
    return [
      { rule: 'row-of-rows', where: `${table.id}/${total.key}/${column}`, name, total: place, parts: terms, usual },
    ]
  })
}
