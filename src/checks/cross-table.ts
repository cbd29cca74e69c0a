/** The same quantity in two tables. */
import type { Document, Table } from '../model.ts'
import type { CrossIdentity } from '../template/define.ts'
import { bareLabel, squash, wildcard } from '../template/words.ts'
import { type Claim, type Place, tableOf, toPlace } from './terms.ts'

type Tables = Pick<Document, 'tables'>

export function crossTable(document: Tables, identity: CrossIdentity): Claim[] {
  return identity.left.includes('{类}') ? byClass(document, identity) : single(document, identity)
}

function single(document: Tables, { left, right, usual }: CrossIdentity): Claim[] {
  const total = resolve(document, left)
  const parts = right.split(' + ').map((p) => resolve(document, p))
  if (!total || parts.every((p) => p === null)) return []
  const present = parts.flatMap((p) => (p ? [{ place: p, sign: 1 as const }] : []))
  return [
    {
      rule: 'cross-table',
      where: `${left} = ${right}`,
      name: { zh: `${left} 等于 ${right}`, en: `${left} equals ${right}` },
      total,
      parts: present,
      usual,
    },
  ]
}

/** `table/支出:{类}/column` against `table/{类}/column`: every 类 by its name. */
function byClass(document: Tables, { left, right, usual }: CrossIdentity): Claim[] {
  const [summaryId, , summaryColumn] = split(left)
  const [codesId, , codesColumn] = split(right)
  const [summary, codes] = [tableOf(document, summaryId), tableOf(document, codesId)]
  if (!summary || !codes) return []
  return codes.rows.flatMap((row): Claim[] => {
    if (row.code?.length !== 3 || row.key !== row.code) return []
    const name = bareLabel(row.label)
    const line = summary.rows.find((r) => r.side === '支出' && sameClass(bareLabel(r.label), name))
    const own = line?.cells[summaryColumn]
    const cell = row.cells[codesColumn]
    const total = line && own && toPlace(summary, line.key, summaryColumn, own)
    const part = cell && toPlace(codes, row.key, codesColumn, cell)
    if (!total || !part || total.cell.value === null || part.cell.value === null) return []
    const where = `${summaryId}/${line.key}/${summaryColumn} = ${codesId}/${row.key}/${codesColumn}`
    return [
      {
        rule: 'cross-table',
        where,
        name: { zh: `${row.label}：总表与明细表一致`, en: `${row.key}: summary and table of codes agree` },
        total,
        parts: [{ place: part, sign: 1 }],
        usual,
      },
    ]
  })
}

function sameClass(a: string, b: string): boolean {
  const core = (s: string) => s.replace(/支出$/, '').replace(/等$/, '')
  return core(a) === core(b)
}

function split(path: string): [string, string, string] {
  const [table = '', row = '', column = ''] = path.split(' / ')
  return [table, row, column]
}

/** The first printed place of a path; rows and columns may be patterns, or alternatives divided by `|`. */
function resolve(document: Tables, path: string): Place | null {
  const [id, rows, columns] = split(path)
  const table = tableOf(document, id)
  if (!table) return null
  for (const row of rows.split('|'))
    for (const column of columns.split('|')) {
      const place = find(table, row, column)
      if (place && place.cell.value !== null) return place
    }
  return null
}

function find(table: Table, pattern: string, column: string): Place | null {
  const row = table.rows.find((r) => r.key === pattern || wildcard(pattern).test(squash(r.key)))
  const cell = row?.cells[column]
  return row && cell ? toPlace(table, row.key, column, cell) : null
}
