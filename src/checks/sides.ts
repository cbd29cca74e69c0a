/** Two-sided summaries: lines add up to 本年合计, with what is carried over to 总计; lines below a line to that line. */
import type { Row, Table } from '../model.ts'
import { squash } from '../template/words.ts'
import { type Claim, toPlace } from './terms.ts'

export function sideTotals(table: Table): Claim[] {
  const claims: Claim[] = []
  for (const side of new Set(table.rows.map((r) => r.side))) {
    const rows = table.rows.filter((r) => r.side === side)
    claims.push(...totals(table, rows), ...families(table, rows))
  }
  const grand = ['收入', '支出'].map((side) => table.rows.find((r) => r.side === side && isGrand(r)))
  if (grand[0] && grand[1]) claims.push(...equal(table, grand[0], grand[1]))
  return claims
}

function isGrand(row: Row): boolean {
  return /总计$/.test(squash(row.label))
}

function isYear(row: Row): boolean {
  return /(合计|小计)$/.test(squash(row.label))
}

/** 本年合计 over the lines above it; 总计 over 本年合计 and what stands between the two. */
function totals(table: Table, rows: readonly Row[]): Claim[] {
  const top = rows.filter((r) => r.parent === null)
  const year = top.findIndex(isYear)
  const grand = top.findIndex((r) => isGrand(r) || (isYear(r) && r !== top[year]))
  const claims: Claim[] = []
  if (year > 0) claims.push(...sum(table, top[year]!, top.slice(0, year)))
  // A 合计 that stands before its own lines heads them; what follows is not carried over.
  if (grand > 0 && year !== 0)
    claims.push(...sum(table, top[grand]!, year > 0 && year < grand ? top.slice(year, grand) : top.slice(0, grand)))
  return claims
}

/** A line with lines below it is their sum, if all of these are below it. */
function families(table: Table, rows: readonly Row[]): Claim[] {
  return rows.flatMap((parent) => {
    const children = rows.filter((r) => r.parent === parent.key)
    // 其中： names some of the parts only.
    if (children.length === 0 || children.some((c) => /^其中/.test(squash(c.label)))) return []
    return sum(table, parent, children)
  })
}

function sum(table: Table, total: Row, parts: readonly Row[]): Claim[] {
  return Object.entries(total.cells).flatMap(([column, cell]): Claim[] => {
    const place = toPlace(table, total.key, column, cell)
    if (!place) return []
    const terms = parts.flatMap((row) => {
      const own = row.cells[column]
      const p = own && toPlace(table, row.key, column, own)
      return p ? [{ place: p, sign: 1 as const }] : []
    })
    if (terms.every((t) => t.place.cell.value === null)) return []
    return [
      {
        rule: 'side-total',
        where: `${table.id}/${total.key}/${column}`,
        name: { zh: `${total.label} 等于各行之和`, en: `${total.key} is the sum of its lines (${column})` },
        total: place,
        parts: terms,
      },
    ]
  })
}

function equal(table: Table, income: Row, expenditure: Row): Claim[] {
  const [left] = Object.entries(income.cells)
  const [right] = Object.entries(expenditure.cells)
  const total = left && toPlace(table, income.key, left[0], left[1])
  const part = right && toPlace(table, expenditure.key, right[0], right[1])
  if (!total || !part || part.cell.value === null) return []
  const name = { zh: '收入总计等于支出总计', en: 'total income equals total expenditure' }
  return [{ rule: 'balance', where: table.id, name, total, parts: [{ place: part, sign: 1 }] }]
}
