/** Two-sided summaries: lines add up to 本年合计, with what is carried over to 总计; lines below a line to that line. */
import type { Row, Table } from '../../model.ts'
import type { SumWords } from '../../template/language.ts'
import { bareLabel, bareTotal, enumerator, isTotalLabel, squash } from '../../template/words.ts'
import { rowWords, sumWords } from '../words.ts'
import { sumOfRows } from './rows.ts'
import { type Claim, termsOf, toPlace } from './terms.ts'

export function sideTotals(table: Table, words: SumWords): Claim[] {
  const claims: Claim[] = []
  const kind = kindsOf(words)
  for (const side of new Set(table.rows.map((r) => r.side))) {
    const rows = table.rows.filter((r) => r.side === side)
    const withoutGrand = leavesOutCarried(table, rows, kind)
    claims.push(...totals(table, rows, { ...kind, withoutGrand }), ...families(table, rows, kind))
  }
  return [...claims, ...purposes(table, kind), ...balance(table, kind)]
}

/** How the lines of a summary are told apart by their labels. */
interface Kinds {
  words: SumWords
  /** The sum of all, … */
  isGrand(row: Row): boolean
  /** … that of the year alone, … */
  isYear(row: Row): boolean
  /** … and what is carried over, which stands between the two. */
  isCarried(row: Row): boolean
}

function kindsOf(words: SumWords): Kinds {
  const isCarried = (row: Row) => words.carried.test(squash(row.label))
  /**
   * 本年收入, which no number puts among the lines, is their sum as 本年收入合计 is; 二、项目支出合计 is one of them,
   * whose number only a total of all would not mind.
   */
  const isYear = (row: Row) => {
    if (isCarried(row)) return false
    if (enumerator(row.label) !== null && !isTotalLabel(bareLabel(row.label))) return false
    return words.ofYear.test(bareTotal(row.label))
  }
  const isGrand = (row: Row) => words.grand.test(bareTotal(row.label)) && !isYear(row) && !isCarried(row)
  return { words, isGrand, isYear, isCarried }
}

/**
 * Whether what is left stands on another side alone: spending divided once more, by purpose, ends with the same 总计
 * though only the side by function prints 年末结转和结余.
 */
function leavesOutCarried({ rows }: Table, own: readonly Row[], { words, isCarried }: Kinds): boolean {
  const hasFigures = (row: Row) => Object.values(row.cells).some((c) => c.value !== null && Number(c.value) !== 0)
  const isLeft = (row: Row) => isCarried(row) && hasFigures(row)
  if (own[0]?.side !== words.purpose || own.some(isLeft)) return false
  return rows.some((row) => row.side === words.expenditure && isLeft(row))
}

/** 上年结转合计, and the lines of what is carried over above it or, where it heads them, below. */
function carriedSums(rows: readonly Row[], { words, isCarried }: Kinds): { total: Row; parts: Row[] }[] {
  const isSum = (row: Row) => isCarried(row) && words.subtotal.test(bareTotal(row.label))
  const isPart = (row: Row | undefined) => row !== undefined && isCarried(row) && !isSum(row)
  return rows.flatMap((total, i) => {
    if (!isSum(total)) return []
    let [from, to] = [i, i + 1]
    while (isPart(rows[from - 1])) from--
    if (from === i) while (isPart(rows[to])) to++
    return [{ total, parts: rows.slice(from, to).filter((row) => row !== total) }]
  })
}

/** 本年合计 over the lines above it (or, where it heads them, below it); 总计 over 本年合计 and what stands between the two. */
function totals(table: Table, rows: readonly Row[], kind: Kinds & { withoutGrand: boolean }): Claim[] {
  const { isGrand, isYear, isCarried, withoutGrand } = kind
  const carried = carriedSums(rows, kind)
  // A sum of the year is a line of its own, however it is indented.
  const top = rows.filter((r) => (r.parent === null || isYear(r)) && !carried.some(({ parts }) => parts.includes(r)))
  const year = top.findIndex(isYear)
  const grand = top.findIndex((r) => isGrand(r) || (isYear(r) && r !== top[year]))
  const claims = carried.flatMap(({ total, parts }) => (parts.length > 1 ? sum(table, total, parts) : []))
  if (year > 0) claims.push(...sum(table, top[year]!, top.slice(0, year)))
  if (year === 0) {
    const end = top.findIndex((r, i) => i > 0 && (isYear(r) || isGrand(r) || isCarried(r)))
    if (end > 1) claims.push(...sum(table, top[0]!, top.slice(1, end)))
  }
  // A 合计 that stands before its own lines heads them; what follows is not carried over.
  if (grand > 0 && year !== 0 && !withoutGrand)
    claims.push(...sum(table, top[grand]!, year > 0 && year < grand ? top.slice(year, grand) : top.slice(0, grand)))
  return claims
}

/** A line without a name that programs fill with noughts. */
function isEmpty({ label, cells }: Row): boolean {
  return squash(label) === '' && Object.values(cells).every((c) => c.value === null || Number(c.value) === 0)
}

/** A line with lines below it is their sum, if all of these are below it. */
function families(table: Table, rows: readonly Row[], { isYear }: Kinds): Claim[] {
  return rows.flatMap((parent) => {
    const children = rows.filter((r) => r.parent === parent.key && !isYear(r) && !isEmpty(r))
    // 其中： names some of the parts only.
    if (children.length === 0 || children.some((c) => /^其中/.test(squash(c.label)))) return []
    return sum(table, parent, children)
  })
}

function sum(table: Table, total: Row, parts: readonly Row[]): Claim[] {
  return sumOfRows(table, total, parts, 'side-total')
}

/** A third side (支出用途) divides the spending of the year once more. */
function purposes(table: Table, { words, isYear, isGrand }: Kinds): Claim[] {
  const side = table.rows.filter((r) => r.side === words.purpose)
  // What stands behind a sum of its own is no purpose (年末结转结余).
  const end = side.findIndex(isYear)
  const parts = (end > 0 ? side.slice(0, end) : side).filter((r) => r.parent === null && !isYear(r) && !isGrand(r))
  const year = table.rows.find((r) => r.side === words.expenditure && isYear(r))
  const column = year && mainColumn(year)
  const own = parts[0] && mainColumn(parts[0])
  const total = column && toPlace(table, year.key, column, year.cells[column]!)
  if (!total || own === undefined || parts.length < 2) return []
  const terms = termsOf(
    table,
    parts.flatMap((row) => (row.cells[own] ? [[row.key, own, row.cells[own]]] : [])),
  )
  if (terms === null) return []
  const name = sumWords(rowWords(year), parts.map(rowWords))
  return [{ rule: 'side-total', where: `${table.id}/${words.purpose}/${own}`, name, total, parts: terms }]
}

/** The year's own figure of a line, wherever last year's stands. */
function mainColumn({ cells }: Row): string | undefined {
  return ['amount', 'total'].find((id) => cells[id]) ?? Object.keys(cells)[0]
}

/** 收入总计 = 支出总计. */
function balance(table: Table, { words, isGrand }: Kinds): Claim[] {
  const grand = (side: string) => table.rows.find((r) => r.side === side && isGrand(r))
  const [income, expenditure] = [grand(words.income), grand(words.expenditure)]
  if (!income || !expenditure) return []
  const main = (row: Row) => {
    const column = mainColumn(row)
    return column === undefined ? null : ([column, row.cells[column]!] as const)
  }
  const [left, right] = [main(income), main(expenditure)]
  const total = left && toPlace(table, income.key, left[0], left[1])
  const part = right && toPlace(table, expenditure.key, right[0], right[1])
  if (!total || !part || part.cell.value === null) return []
  const name = sumWords(words.totals.income, [words.totals.expenditure])
  return [{ rule: 'balance', where: table.id, name, total, parts: [{ place: part, sign: 1 }] }]
}
