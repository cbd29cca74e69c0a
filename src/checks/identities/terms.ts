/** The arithmetic of one check. */
import { Decimal } from 'decimal.js'
import { parseAmount, tenTo, unitExponent } from '../../amount.ts'
import { memoisedBy } from '../../memo.ts'
import type { Cell, Check, Table, Term } from '../../model.ts'
import { halves } from '../../rounding.ts'
import { droppedTo } from './precision.ts'

/** A cell that takes part in checks, with its exact value and the last place it was printed to. */
export interface Place {
  table: string
  row: string
  column: string
  cell: Cell
  /** In 元, or in the printed unit where that is no money. */
  value: Decimal
  /** One unit of the last printed place, in the same unit as `value`. */
  ulp: Decimal
  /** What is counted is a whole number, of which nothing was rounded. */
  counted?: boolean
}

/** A check together with the places its terms stand at; the first one is the total. */
export interface Trial {
  check: Check
  places: Place[]
  signs: (1 | -1)[]
  /** Parts less total. */
  difference: Decimal
  /** What rounding of the terms can explain of it. */
  tolerance: Decimal
  /** Parts that are printed blank. */
  blanks: Place[]
  /** More than what it is a part of. */
  exceeds: boolean
  /** Less than what it is a part of, where that is to be expected. */
  isPartOnly: boolean
}

export interface Claim {
  rule: string
  /** Where, to make the id unique. */
  where: string
  name: { zh: string; en: string }
  /** The total, and the parts with their signs. */
  total: Place
  parts: readonly Part[]
  /** Places of columns that no template knows, which may be parts of the total as well. */
  unknown?: readonly Place[]
  /** Holds by custom only. */
  usual?: boolean
  /** By custom equal, but never more than the total; `any`: nor is less of note. */
  part?: true | 'any'
  /** What it follows from, where that is not the form itself. */
  source?: Check['source']
}

export interface Part {
  place: Place
  sign: 1 | -1
}

export const ZERO = new Decimal(0)

/** The parts of a sum; null if one of them cannot be read, since then nothing is known of the sum. */
export function termsOf(
  table: Table,
  cells: readonly (readonly [row: string, column: string, cell: Cell, sign?: 1 | -1])[],
): Part[] | null {
  const parts: Part[] = []
  for (const [row, column, cell, sign] of cells) {
    const place = toPlace(table, row, column, cell)
    if (!place) return null
    parts.push({ place, sign: sign ?? 1 })
  }
  return parts
}

/** Places by cell, with the value they were made of: every cell stands in several checks. */
const places = new WeakMap<Cell, { value: string | null; place: Place }>()

/** The place of a cell that holds an amount, zero or nothing; null for text and what could not be read. */
export function toPlace(table: Table, row: string, column: string, cell: Cell): Place | null {
  if (cell.mark === 'text' || cell.status === 'unreadable') return null
  const known = places.get(cell)
  // What is repaired on a scan gets another value.
  if (known && known.value === cell.value && known.place.row === row && known.place.column === column)
    return known.place
  const place = placeOf(table, row, column, cell)
  places.set(cell, { value: cell.value, place })
  return place
}

function placeOf(table: Table, row: string, column: string, cell: Cell): Place {
  const amount = cell.value === null ? null : parseAmount(cell.value)
  const unit = table.columns.find((c) => c.id === column)?.unit ?? table.unit
  const exponent = cell.yuan === null ? 0 : (unitExponent(unit) ?? 0)
  return {
    table: table.id,
    row,
    column,
    cell,
    value: !amount ? ZERO : exponent === 0 ? amount.value : amount.value.times(tenTo(exponent)),
    ulp: amount ? tenTo(exponent - Math.max(amount.places, droppedTo(table) ?? 0)) : ZERO,
    counted: isCount(cell, unit),
  }
}

/** People and vehicles, not shares; without any unit it may be money. */
function isCount({ value, yuan }: Cell, unit: string | null): boolean {
  return yuan === null && unit !== null && unit !== '%' && value !== null && !value.includes('.')
}

/** A check of total = parts; null where nothing printed could confirm or refute it. */
export const trial = memoisedBy((claim: Claim): Trial | null => {
  const { total } = claim
  if (total.cell.value === null) return null
  const parts = claim.parts.filter((p) => p.place.cell.value !== null)
  if (parts.length === 0 && total.value.isZero()) return null
  if (claim.parts.length === 0) return null
  // Amounts with and without a printed unit cannot be compared.
  const money = new Set([total, ...parts.map((p) => p.place)].map((p) => p.cell.yuan !== null))
  if (money.size > 1) return null
  const places = [total, ...parts.map((p) => p.place)]
  const signs: (1 | -1)[] = [-1, ...parts.map((p) => p.sign)]
  const blanks = claim.parts.flatMap(({ place }) => (place.cell.value === null ? [place] : []))
  return { ...evaluate(claim, places, signs), blanks }
})

function evaluate(claim: Claim, places: Place[], signs: (1 | -1)[]): Omit<Trial, 'blanks'> {
  const actual = places.reduce((sum, p, i) => (i === 0 ? sum : signed(sum, p.value, signs[i]!)), ZERO)
  const difference = actual.minus(places[0]!.value)
  const tolerance = halves(places.filter((p) => !p.counted).map((p) => p.ulp))
  const result = difference.isZero()
    ? 'holds'
    : difference.abs().lte(tolerance)
      ? 'rounding'
      : isExplained(difference, tolerance, claim.unknown ?? [])
        ? 'not-applicable'
        : 'violated'
  const nonZero = places.slice(1).filter((p) => !p.value.isZero()).length
  const term = (p: Place, i: number): Term => ({
    table: p.table,
    row: p.row,
    column: p.column,
    sign: i === 0 ? 1 : signs[i]!,
    value: plainDecimal(p.value),
  })
  return {
    places,
    signs,
    difference,
    tolerance,
    exceeds: claim.part !== undefined && difference.gt(tolerance),
    isPartOnly: claim.part === 'any' && difference.lt(0),
    check: {
      id: `${claim.rule}:${claim.where}`,
      rule: claim.rule,
      name: claim.name,
      source: claim.source ?? 'form',
      terms: places.map(term),
      expected: plainDecimal(places[0]!.value),
      actual: plainDecimal(actual),
      difference: plainDecimal(difference),
      tolerance: plainDecimal(tolerance),
      strength: claim.usual ? 'usual' : nonZero > 1 ? 'sum' : 'repeat',
      result,
    },
  }
}

/** Of more columns than this some sum will fit by chance. */
const MOST_UNKNOWN = 6

/** Whether the parts lack just what one or several unknown columns of the row hold. */
function isExplained(difference: Decimal, tolerance: Decimal, unknown: readonly Place[]): boolean {
  const values = unknown.map((p) => p.value).filter((v) => !v.isZero())
  if (values.length > MOST_UNKNOWN) return false
  let sums = [difference]
  for (const value of values) sums = [...sums, ...sums.map((s) => s.plus(value))]
  return sums.slice(1).some((s) => s.abs().lte(tolerance))
}

/** The difference if one place held another value. */
export function differenceWith(t: Trial, place: Place, value: Decimal): Decimal {
  return t.places.reduce(
    (sum, p, i) => (p.cell === place.cell ? signed(sum, value.minus(p.value), t.signs[i]!) : sum),
    t.difference,
  )
}

function signed(sum: Decimal, value: Decimal, sign: 1 | -1): Decimal {
  return sign === 1 ? sum.plus(value) : sum.minus(value)
}

export function plainDecimal(value: Decimal): string {
  return value.toFixed()
}
