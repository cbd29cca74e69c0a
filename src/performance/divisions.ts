/** The lines of funds that sum to a form's total: once, or once by source and once more by purpose. */
import { Decimal } from 'decimal.js'
import { type Amount, parseAmount } from '../amount.ts'
import type { Performance } from '../model.ts'
import type { PerformanceVocabulary } from './define.ts'

export type FundWords = PerformanceVocabulary['funds']
type Line = Performance['funds'][number]
export interface Part {
  label: string
  amount: Amount
  /** Where the box begins from the left, points. */
  left: number
}

/** The printed amount of a box, points and percentages without their signs. */
export function amount(value: Performance['total'] | undefined): Amount | null {
  return value?.value ? parseAmount(value.value.replace(/[%％分]$/, '')) : null
}

/** Lines of a column whose sum is to be the total; where they divide it several times over, each division. */
export function divisionsOf(lines: readonly Line[], column: string, whole: Amount, { sums }: FundWords): Part[][] {
  const parts = lines.flatMap(({ label, cells }): Part[] => {
    const own = amount(cells[column])
    // 支出合计 beside 收入合计: another total, no part.
    const again = own?.value.eq(whole.value) && sums.some((word) => ownLabel(label).includes(word))
    return own && !again ? [{ label, amount: own, left: cells[column]!.bbox[0] }] : []
  })
  return divided(parts, whole) ?? divided(withoutNested(parts), whole) ?? besideEachOther(parts, whole) ?? [parts]
}

/** 财政拨款 of 年度资金总额/财政拨款. */
function ownLabel(label: string): string {
  return label.slice(label.lastIndexOf('/') + 1)
}

/** The lines in order, a new division where one has come to the total; null if they never do so. */
function divided(parts: readonly Part[], whole: Amount): Part[][] | null {
  const divisions: Part[][] = []
  let left = new Decimal(0)
  for (const part of parts) {
    if (left.isZero() && (divisions.length === 0 || !part.amount.value.isZero())) {
      divisions.push([])
      left = whole.value
    }
    divisions.at(-1)!.push(part)
    left = left.minus(part.amount.value)
  }
  if (left.isZero()) return divisions
  const [last = [], ...before] = divisions.reverse()
  // 其中：政府采购, alone behind lines that come to the total, is a part that is named apart, and divides nothing.
  const isApart = last.length === 1 && before.length > 0 && left.isPositive()
  return isApart ? before.reverse() : null
}

/** By source at the left and by purpose at the right, line by line; null unless each column comes to the total. */
function besideEachOther(parts: readonly Part[], whole: Amount): Part[][] | null {
  const columns = [...Map.groupBy(parts, (part) => part.left).values()]
  const isWhole = (own: readonly Part[]) => sumOf(own).eq(whole.value)
  return columns.length > 1 && columns.every(isWhole) ? columns : null
}

function sumOf(parts: readonly Part[]): Decimal {
  return parts.reduce((sum, { amount }) => sum.plus(amount.value), new Decimal(0))
}

/** Without lines that the one before them sums: 中央 and 省级 below 财政拨款. */
function withoutNested(parts: readonly Part[]): Part[] {
  const own: Part[] = []
  for (let i = 0; i < parts.length; i += 1 + nestedBehind(parts, i)) own.push(parts[i]!)
  return own
}

/** How many lines behind one come to it; 0 if none do. One such line alone may be equal by chance. */
function nestedBehind(parts: readonly Part[], at: number): number {
  const { value } = parts[at]!.amount
  if (value.isZero()) return 0
  let sum = new Decimal(0)
  for (const [i, { amount }] of parts.slice(at + 1).entries()) {
    sum = sum.plus(amount.value)
    if (i > 0 && sum.eq(value)) return i + 1
  }
  return 0
}

/** The line that sums the funds: of several totals the one with the most boxes, else the first line. */
export function totalFunds(form: Performance, words: FundWords): Performance['funds'][number] | null {
  const boxes = (f: Performance['funds'][number]) => Object.keys(f.cells).length
  const totals = form.funds.filter((f) => isTotal(f, words))
  const most = totals.filter((f) => totals.every((o) => boxes(o) <= boxes(f)))
  return most.find((f) => isOfTheYear(f.label, words)) ?? most[0] ?? form.funds[0] ?? null
}

/** The lines beside the total; 财政拨款/基本支出 is a part of 财政拨款/合计, which is there, too. */
export function partFunds(
  form: Performance,
  total: Performance['funds'][number] | null,
  words: FundWords,
): Performance['funds'] {
  // 实施期资金总额 beside 年度资金总额: each has its own parts.
  const own =
    total && isOfTheYear(total.label, words) ? form.funds.filter((f) => f.label.startsWith(`${total.label}/`)) : []
  if (own.length > 0) return own
  return belowOf(total, form.funds, words).filter(
    (f) => f !== total && (!f.label.includes('/') || f.label.endsWith(`/${words.subtotal}`)),
  )
}

/** 实施期资金总额 with its parts and below them 年度资金总额 with its own: the lines from the total to the next one. */
function belowOf(total: Line | null, funds: readonly Line[], words: FundWords): readonly Line[] {
  const from = total ? funds.indexOf(total) : -1
  const isBelowOthers =
    from > 1 && isOfTheYear(total!.label, words) && funds.slice(0, from).some((f) => isTotal(f, words))
  if (!isBelowOthers) return funds
  const next = funds.findIndex((f, i) => i > from && isTotal(f, words))
  return funds.slice(from, next < 0 ? undefined : next)
}

/** Whether a line is called a sum. */
export function isTotal({ label }: Line, { sums }: FundWords): boolean {
  return sums.some((word) => label.includes(word))
}

/** 年度资金总额 beside that of all the years. */
function isOfTheYear(label: string, { ofTheYear }: FundWords): boolean {
  return ofTheYear.some((word) => label.startsWith(word))
}
