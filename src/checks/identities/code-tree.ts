/** 项 → 款 → 类 → 合计: codes add up to their parents, in every column. */
import type { Row, Table } from '../../model.ts'
import type { SumWords } from '../../template/language.ts'
import { isTotalLabel, squash } from '../../template/words.ts'
import { addsUp, mixGroups, sumOfRows } from './rows.ts'
import type { Claim } from './terms.ts'

/** `coded`: only where codes are printed, since a list of names may mix groups and members. */
export function codeTree(table: Table, coded: boolean, words: SumWords): Claim[] {
  const claims: Claim[] = []
  if (coded && table.rows.every((r) => r.code === null)) return []
  for (const group of groups(table.rows, words)) {
    for (const parent of [group.total, ...group.rows]) {
      if (!parent) continue
      const children =
        parent === group.total
          ? group.rows.filter((r) => r.parent === null)
          : group.rows.filter((r) => r.parent === parent.key)
      // 其中： names some of the parts only.
      const some = children.some((r) => r.code === null && /^其中/.test(squash(r.label)))
      if (children.length === 0 || some) continue
      const sums = columnsOf(table, parent, children)
      const named = children.every((r) => r.code === null)
      claims.push(...(named && mixGroups(sums) ? sums.filter(addsUp) : sums))
    }
  }
  return claims
}

interface Group {
  total: Row | null
  rows: Row[]
}

/** Lines of codes (of names, where a form prints no codes) with the total over them; each sub-unit has its own. */
function groups(rows: readonly Row[], words: SumWords): Group[] {
  const coded = rows.filter(isOfCodes(rows))
  if (coded.length === 0) {
    const total = rows.find((r) => r.key === '合计') ?? null
    // A list of departments and their units prints no labels; who belongs to whom stands in unit codes, if anywhere.
    const told = rows.some((r) => r.label === '' && r.parent !== null)
    return [{ total, rows: rows.filter((r) => r !== total && (r.label !== '' || told)) }]
  }
  const byUnit = new Map<string, Row[]>()
  for (const row of coded) {
    const head = row.key.includes('/') ? row.key.slice(0, row.key.lastIndexOf('/')) : ''
    // 2010801/50101/30101: a line that crosses several classifications, not one of a sub-unit.
    const unit = /^\d/.test(head) ? '' : head
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), row])
  }
  const plain = rows.filter((r) => !coded.includes(r))
  const only = plain.length === 1 && isTotalLabel(plain[0]!.label || '合计') ? plain[0]! : null
  const grand = rows.find((r) => r.key === '合计') ?? only
  const own = [...byUnit].flatMap(([unit, own]) => {
    const named = unit === '' ? undefined : totalOf(unit, rows, own[0]!)
    const total = named ?? (byUnit.size > 1 ? null : grand)
    const parts = byClassification(own, words)
    if (parts.length < 2) return [{ total, rows: own }]
    const totals = plain.filter((r) => isTotalLabel(r.label))
    return parts.map((part, i) => ({ total: totals.length === parts.length ? totals[i]! : total, rows: part }))
  })
  // Projects before their codes, or units that no line sums up: one total is over all of them.
  const isOverAll = byUnit.size > 1 && grand !== null && plain.every((r) => r === grand)
  return isOverAll ? [...own, { total: grand, rows: coded.filter((r) => r.parent === null) }] : own
}

/** Codes of two classifications beside each other: the same money, divided twice. */
function byClassification(rows: readonly Row[], { classifications }: SumWords): Row[][] {
  const parts = classifications.map((first) => rows.filter((r) => r.code?.startsWith(first)))
  return parts.every((part) => part.length > 0) && parts.flat().length === rows.length ? parts : [[...rows]]
}

/** Lines with codes, and lines without one of the classes that codes stand below. */
function isOfCodes(rows: readonly Row[]): (row: Row) => boolean {
  const over = new Set(rows.flatMap((r) => (r.code !== null && r.parent !== null ? [r.parent] : [])))
  return (row) => row.code !== null || over.has(row.key)
}

/** The line of a unit that stands over its first code: a department of the same name may stand higher. */
function totalOf(unit: string, rows: readonly Row[], first: Row): Row | undefined {
  const above = rows.slice(0, rows.indexOf(first))
  return above.findLast((r) => r.code === null && squash(r.label) === unit) ?? rows.find((r) => r.key === unit)
}

function columnsOf(table: Table, parent: Row, children: readonly Row[]): Claim[] {
  return sumOfRows(table, parent, children, 'code-tree')
}
