/** One row is the sum of others, in every column: 人员经费合计, 公用经费合计, vehicles. */
import { Decimal } from 'decimal.js'
import type { Row, Table } from '../../model.ts'
import type { Identity } from '../../template/define.ts'
import { enumerator, isTotalLabel, squash, wildcard } from '../../template/words.ts'
import { columnWords, rowWords, sumWords } from '../words.ts'
import { type Claim, termsOf, toPlace } from './terms.ts'

type Rows = Extract<Identity, { row: string }>

export function namedRows(table: Table, { row, of, usual }: Rows): Claim[] {
  const matches = (pattern: string) => table.rows.filter((r) => r.key === pattern || wildcard(pattern)(squash(r.key)))
  const [total] = matches(row)
  const parts = of.flatMap(matches).filter((r) => r !== total)
  return total && parts.length > 0 ? sumOfRows(table, total, parts, 'row-of-rows', usual) : []
}

/** A list: its 合计 is the sum of its lines, or of groups where it has some, and each group that of its members. */
export function listTotal(table: Table): Claim[] {
  const total = totalLine(table.rows)
  const lines = table.rows.filter((r) => r !== total)
  if (lines.some((r) => r.code !== null)) return total ? sumOfCoded(table, total, lines) : []
  const isOver = (over: Row, line: Row) => line.parent === over.key || (over === total && line.parent === null)
  return [...(total ? [total] : []), ...lines].flatMap((over) => {
    const parts = lines.filter((line) => isOver(over, line))
    return isDivided(over, parts) ? sumsOfList(table, over, parts) : []
  })
}

/** Codes of subjects have so many digits; they make a tree, whose sums are another rule's. */
const SUBJECT = [3, 5, 7]

/** Lines with codes of a catalogue, all of one level: they may be groups and members all the same. */
function sumOfCoded(table: Table, total: Row, lines: readonly Row[]): Claim[] {
  const [length = 0, ...others] = new Set(lines.map((r) => r.code?.length ?? 0))
  return others.length === 0 && !SUBJECT.includes(length) ? sumOfRows(table, total, lines, 'row-of-rows', true) : []
}

/** Whether these are the parts of a line, and all of them. */
function isDivided(over: Row, parts: readonly Row[]): boolean {
  // Where no indents tell, groups stand beside members: what these are known by are more words than those of a group.
  const words = new Set(parts.map((r) => r.key.replace(`${over.key}/`, '').split('/').length))
  return words.size === 1 && !parts.some((r) => PART.test(squash(r.label)))
}

/** Names some of the parts only. */
const PART = /^其中/

function sumsOfList(table: Table, over: Row, parts: readonly Row[]): Claim[] {
  const [first, ...others] = parts
  // A single line below another one is mostly all of it; one with a number of its own is what is told of it.
  if (first && others.length === 0 && !isTotalLabel(over.key))
    return enumerator(first.label) === null ? sumOfRows(table, over, parts, 'row-of-rows', true) : []
  const sums = sumOfRows(table, over, parts, 'row-of-rows')
  if (!sums.some(countsTwice) && !mixGroups(sums)) return sums
  return isTotalLabel(over.key) ? sums.filter(addsUp) : []
}

/** 合计, or the only line that is called a total in other words. */
function totalLine(rows: readonly Row[]): Row | undefined {
  const named = rows.filter((r) => isTotalLabel(r.key))
  return rows.find((r) => r.key === '合计') ?? (named.length === 1 ? named[0] : undefined)
}

/** Levels of groups over the members of a list, at most. */
const LEVELS = 4

/**
 * Whether the lines hold the total several times over: groups stand among their members, and no depth shows it. Each
 * level has a line at least, and no line is more than the whole.
 */
function countsTwice({ total, parts }: Claim): boolean {
  const values = parts.map((p) => p.place.value).filter((v) => !v.isZero())
  const sum = values.reduce((n, v) => n.plus(v), new Decimal(0))
  if (values.length === 0 || values.some((v) => v.abs().gt(total.value.abs()))) return false
  return Array.from({ length: LEVELS - 1 }, (_, i) => i + 2).some(
    (levels) => values.length >= levels && sum.eq(total.value.times(levels)),
  )
}

/**
 * Where only names are printed, lines may be groups over their members: in one column at least they do not add up, and
 * one of them is the total already, or the sum of several that follow it (一般公共服务支出 over its 款).
 */
export function mixGroups(claims: readonly Claim[]): boolean {
  return claims.some((claim) => {
    const values = claim.parts.map((p) => p.place.value).filter((v) => !v.isZero())
    return !addsUp(claim) && values.some((v, i) => v.eq(claim.total.value) || isSumOfNext(v, values.slice(i + 1)))
  })
}

export function addsUp({ total, parts }: Claim): boolean {
  return parts.reduce((n, p) => n.plus(p.place.value), new Decimal(0)).eq(total.value)
}

/** Two lines alike are not yet a group and its member. */
function isSumOfNext(value: Decimal, next: readonly Decimal[]): boolean {
  let sum = new Decimal(0)
  return next.some((v, i) => {
    sum = sum.plus(v)
    return i > 0 && sum.eq(value)
  })
}

/** A rate is no amount, and does not add up; nor does what one piece costs, or how something was judged. */
const RATE = /rate|ratio|share|price|score|%|率|占比|比例|比重|幅度|单价|得分|评分/

/** In every column; one in which no part has a figure is not broken down. */
export function sumOfRows(table: Table, total: Row, parts: readonly Row[], rule: string, usual?: true): Claim[] {
  const [totalWords, partWords] = [rowWords(total), parts.map(rowWords)]
  return Object.entries(total.cells).flatMap(([column, cell]): Claim[] => {
    if (RATE.test(column)) return []
    const place = toPlace(table, total.key, column, cell)
    const terms = termsOf(
      table,
      parts.flatMap((r) => (r.cells[column] ? [[r.key, column, r.cells[column]]] : [])),
    )
    if (!place || terms === null || terms.every((t) => t.place.cell.value === null)) return []
    const name = sumWords(totalWords, partWords, columnWords(table, column))
    return [{ rule, where: `${table.id}/${total.key}/${column}`, name, total: place, parts: terms, usual }]
  })
}
