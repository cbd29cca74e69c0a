/** What a figure was in the year before: as the paragraph tells it, or as the form prints it in a column beside. */
import type { Table } from '../../model.ts'
import { isOfAYear, yearNamed } from '../bases.ts'
import type { BaseWords, Role } from '../define.ts'
import { resolve } from '../refs.ts'
import { isLevel, type Reading } from '../state.ts'
import { type Book, cellAmount, cellTerm, fromReading, type Known, UNIT } from '../values.ts'

/** The figure of the year before, where the paragraph says it and the comparison is with it. */
export function priorOf(reading: Reading, book: Book): Known | null {
  const { year } = reading.here
  const base = reading.statement.base ?? ''
  if (year === null || isOfOtherYear(base, year)) return null
  const found = book.readings.findLast(
    (r) =>
      r.paragraph === reading.paragraph &&
      r.subject.key === reading.subject.key &&
      isLevel(r) &&
      r.statement.year === year - 1 &&
      isOf(base, r.role, book.bases),
  )
  return found ? fromReading(found, book, UNIT) : null
}

/** Whether a base names another year than the one before. */
function isOfOtherYear(base: string, year: number): boolean {
  const named = yearNamed(base)
  return named !== null && named !== year - 1
}

/** Whether a base may mean a figure of the role: 上年预算 is not what was spent. */
function isOf(base: string, role: Role | null, bases: BaseWords): boolean {
  const isOfStage = bases.initial.test(base) || bases.adjusted.test(base)
  if (isOfStage && !isOfAYear(base, bases)) return false
  if (role === null) return true
  const kind = kindOf(base, bases)
  return kind === null || (kind === 'spent') === (role === 'executed' || role === 'actual')
}

/** Whether words name what was spent or what was planned. */
function kindOf(words: string, { spent, planned }: BaseWords): 'spent' | 'budget' | null {
  return spent.test(words) ? 'spent' : planned.test(words) ? 'budget' : null
}

/** `loose`: the base does not say which figure of that year it means, and the form prints one. */
export type Printed = Known & { loose: boolean }

/** What the form prints of the year before in the line of the figure's own cell, of what the base names; all of it comes first. */
export function printedPriors(reading: Reading, book: Book): Printed[] {
  const { here, subject } = reading
  const base = reading.statement.base ?? ''
  if (here.year === null || !isOfAYear(base, book.bases) || isOfOtherYear(base, here.year)) return []
  const own = resolve(subject, null, here.year, here, book.tables).cell
  if (!own || own.column.startsWith('previous_')) return []
  const row = own.table.rows.find((r) => r.key === own.row)
  const kind = kindOf(base, book.bases)
  const columns = previousOf(own.column, own.table, book.bases).filter((c) => kind === null || c.kind === kind)
  // 2025年预算数 beside 2025年执行数, and 上年 does not say which.
  if (new Set(columns.map((c) => c.kind)).size > 1) return []
  return columns.flatMap(({ id }) => {
    const cell = row?.cells[id]
    const target = { quantity: '', cell: cell ? { ...own, column: id, cell } : null }
    const amount = cellAmount(target, UNIT)
    return amount ? [{ amount, term: cellTerm(target), loose: kind === null }] : []
  })
}

/** Of a comparison that leaves something out of both years, the forms have a column, too. */
const WITHOUT = '_without_construction'

/** The columns of the year before that stand beside one of the year's own, with what their headers say of them. */
function previousOf(
  own: string,
  { columns }: Table,
  bases: BaseWords,
): { id: string; kind: 'spent' | 'budget' | null }[] {
  const whole = own === 'total' || own === 'amount' ? ['previous_actual', 'previous_budget'] : []
  const all = [...whole, ...['previous_', 'previous_actual_', 'previous_budget_'].map((lead) => lead + own)]
  return [...all, ...all.map((id) => id + WITHOUT)].flatMap((id) => {
    const words = columns.find((c) => c.id === id)?.header.join('')
    if (words === undefined) return []
    return [{ id, kind: kindOf(words, bases) }]
  })
}
