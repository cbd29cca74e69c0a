/** In every row: one column is the sum of others. */
import type { Table } from '../model.ts'
import type { Identity } from '../template/define.ts'
import { type Claim, toPlace } from './terms.ts'

type Sum = Extract<Identity, { sum: string }>

export function rowSums(table: Table, { sum, of, unless, usual }: Sum): Claim[] {
  const claims: Claim[] = []
  const has = (id: string) => table.columns.some((c) => c.id === id)
  for (const affix of affixesOf(table, sum)) {
    if (!has(affix(of[0]!)) || (unless && has(affix(unless)))) continue
    for (const row of table.rows) {
      const cell = row.cells[affix(sum)]
      const total = cell && toPlace(table, row.key, affix(sum), cell)
      if (!total) continue
      const parts = of.flatMap((term) => {
        const id = affix(term.replace(/^-/, ''))
        const part = row.cells[id]
        const place = part && toPlace(table, row.key, id, part)
        return place ? [{ place, sign: term.startsWith('-') ? (-1 as const) : (1 as const) }] : []
      })
      // A total with a single part says nothing where the form prints fewer columns than we know of.
      if (parts.length < 2) continue
      claims.push({
        rule: 'row-sum',
        where: `${table.id}/${row.key}/${affix(sum)}`,
        name: {
          zh: `${row.label || row.key}：${sum} 等于各栏之和`,
          en: `${row.key}: ${affix(sum)} is the sum of its columns`,
        },
        total,
        parts,
        usual,
      })
    }
  }
  return claims
}

/** The forms in which the column stands: budget_total, actual_total, total.general_public. */
function affixesOf(table: Table, column: string): ((id: string) => string)[] {
  const out = new Map<string, (id: string) => string>()
  for (const { id } of table.columns) {
    const match = new RegExp(`^((?:budget_|actual_|previous_|change_)*)${column}((?:\\.[a-z_]+)*)$`).exec(id)
    if (match) out.set(`${match[1]} ${match[2]}`, (other) => `${match[1]}${other}${match[2]}`)
  }
  return [...out.values()]
}
