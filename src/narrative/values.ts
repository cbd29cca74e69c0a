/** Amounts behind the words: what a statement says, what a cell holds, what is known of a subject. */
import { Decimal } from 'decimal.js'
import { type Amount, parseAmount, unitExponent } from '../amount.ts'
import type { Table, Term } from '../model.ts'
import { halfUnit, lastPlace, shift } from '../rounding.ts'
import type { BaseWords, Role } from './define.ts'
import type { Figure } from './mentions.ts'
import { everywhere, resolve, type Target } from './refs.ts'
import type { Reading } from './state.ts'

/** The unit of money in which amounts of prose are compared and divided. */
export const UNIT = '万元'

/** An amount with where it was read: a statement's index or a cell. */
export interface Known {
  amount: Amount
  term: Omit<Term, 'sign' | 'value'>
}

export interface Book {
  readings: readonly Reading[]
  tables: readonly Table[]
  bases: BaseWords
}

/** A cell's amount in a unit of money (or as printed for counts); zero for a blank or a dash. */
export function cellAmount(target: Target, unit: string | null): Amount | null {
  const found = target.cell
  if (!found || found.cell.status === 'unreadable' || found.cell.status === 'suspect') return null
  const { mark, value } = found.cell
  if (mark === 'blank' || mark === 'dash') return { value: new Decimal(0), places: 0 }
  const amount = value === null ? null : parseAmount(value)
  if (!amount) return null
  const own = unitExponent(columnUnit(target))
  const wanted = unitExponent(unit)
  if (own === null || wanted === null) return unitExponent(unit) === null ? amount : null
  return shift(amount, wanted - own)
}

/** How a stated figure lies to a cell; null where they cannot be compared. */
export function distance(
  figure: Figure,
  unit: string | null,
  target: Target,
): { cell: Amount; off: Decimal; tolerance: Decimal } | null {
  const cell = cellAmount(target, unit)
  if (!cell || (figure.kind === 'amount' && unitExponent(unit) === null)) return null
  const tolerance = figure.kind === 'count' ? new Decimal(0) : allowed(figure.amount, cell)
  return { cell, off: figure.amount.value.minus(cell.value).abs(), tolerance }
}

/** Half a unit of each; a figure that was cut off instead of rounded is within one unit of its last place. */
function allowed(stated: Amount, cell: Amount): Decimal {
  const half = halfUnit(stated).plus(cell.value.isZero() ? new Decimal(0) : halfUnit(cell))
  const cut = cell.value.toDecimalPlaces(Math.max(0, stated.places), Decimal.ROUND_DOWN).eq(stated.value)
  return cut ? Decimal.max(half, lastPlace(stated)) : half
}

function columnUnit(target: Target): string | null {
  const found = target.cell
  if (!found) return null
  return found.table.columns.find((c) => c.id === found.column)?.unit ?? found.table.unit
}

export function cellTerm(target: Target): Omit<Term, 'sign' | 'value'> {
  const found = target.cell!
  return { table: found.table.id, row: found.row, column: found.column }
}

/** What is known of a quantity in a role: said before in the paragraph, else printed in its cell. */
export function known(reading: Reading, role: Role | null, book: Book, unit: string | null): Known | null {
  const here = reading.here
  // A share of last year's spending is one in last year's figures; of what became more both years' are asked.
  const year = reading.relation === 'share' ? (reading.statement.year ?? here.year) : here.year
  const said = book.readings.findLast(
    (r) =>
      r.paragraph === reading.paragraph &&
      r.subject.key === reading.subject.key &&
      r.relation === 'level' &&
      r.figure?.kind === 'amount' &&
      sameRole(r.role, role, here.kind) &&
      (r.statement.year === null || r.statement.year === year),
  )
  if (said) return fromReading(said, book, unit)
  const target = resolve(reading.subject, role, year, here, book.tables)
  const amount = cellAmount(target, unit)
  return amount && { amount, term: cellTerm(target) }
}

/** What may be meant where a quantity is named: what is known of it first, then the other places of its words. */
export function candidates(reading: Reading, role: Role | null, book: Book, unit: string | null): Known[] {
  const first = known(reading, role, book, unit)
  const here = reading.here
  const others = everywhere(reading.subject, role, here.year, here, book.tables).flatMap((target): Known[] => {
    const amount = cellAmount(target, unit)
    return amount ? [{ amount, term: cellTerm(target) }] : []
  })
  return first ? [first, ...others] : []
}

/** 支出, 决算 and nothing at all are the year's own figure, and 预算 is in a budget. */
function sameRole(own: Role | null, wanted: Role | null, kind: 'accounts' | 'budget'): boolean {
  const plain = (r: Role | null) =>
    r === 'actual' || r === 'executed' || (r === 'budget' && kind === 'budget') ? null : r
  return plain(own) === plain(wanted)
}

export function fromReading(reading: Reading, book: Book, unit: string | null): Known | null {
  const said = amountIn(reading, unit)
  // 4 万元 of a cell that prints 4.00 is no rounded figure.
  const cell = reading.relation === 'level' ? cellAmount(reading.target, unit) : null
  const amount = said && cell?.value.eq(said.value) && cell.places > said.places ? cell : said
  return amount && { amount, term: { statement: book.readings.indexOf(reading) } }
}

/** A statement's amount in another unit of money. */
export function amountIn(reading: Reading, unit: string | null): Amount | null {
  if (!reading.figure) return null
  const [own, wanted] = [unitExponent(reading.unit), unitExponent(unit)]
  if (own === null || wanted === null) return own === wanted ? reading.figure.amount : null
  return shift(reading.figure.amount, wanted - own)
}
