/** The arithmetic of one check. */
import { Decimal } from 'decimal.js'
import { parseAmount, tenTo, unitExponent } from '../amount.ts'
import type { Cell, Check, Document, Table, Term } from '../model.ts'
import { halves } from '../rounding.ts'

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
}

/** A check together with the places its terms stand at; the first one is the total. */
export interface Trial {
  check: Check
  places: (Place | null)[]
  signs: (1 | -1)[]
}

export interface Claim {
  rule: string
  /** Where, to make the id unique. */
  where: string
  name: { zh: string; en: string }
  /** The total, and the parts with their signs. */
  total: Place
  parts: readonly { place: Place; sign: 1 | -1 }[]
  usual?: boolean
}

const ZERO = new Decimal(0)

/** The place of a cell that holds an amount, zero or nothing; null for text and what could not be read. */
export function placeOf(table: Table, row: string, column: string): Place | null {
  const cell = table.rows.find((r) => r.key === row)?.cells[column]
  return cell ? toPlace(table, row, column, cell) : null
}

export function toPlace(table: Table, row: string, column: string, cell: Cell): Place | null {
  if (cell.mark === 'text' || cell.status === 'unreadable') return null
  const amount = cell.value === null ? null : parseAmount(cell.value)
  const unit = table.columns.find((c) => c.id === column)?.unit ?? table.unit
  const exponent = cell.yuan === null ? 0 : (unitExponent(unit) ?? 0)
  return {
    table: table.id,
    row,
    column,
    cell,
    value: !amount ? ZERO : exponent === 0 ? amount.value : amount.value.times(tenTo(exponent)),
    ulp: amount ? tenTo(exponent - amount.places) : ZERO,
  }
}

/** A check of total = parts; null where nothing printed could confirm or refute it. */
export function trial(claim: Claim): Trial | null {
  const { total } = claim
  if (total.cell.value === null) return null
  const parts = claim.parts.filter((p) => p.place.cell.value !== null)
  if (parts.length === 0 && total.value.isZero()) return null
  if (claim.parts.length === 0) return null
  const places = [total, ...parts.map((p) => p.place)]
  const signs: (1 | -1)[] = [-1, ...parts.map((p) => p.sign)]
  return evaluate(claim, places, signs)
}

function evaluate(claim: Claim, places: Place[], signs: (1 | -1)[]): Trial {
  const actual = places.slice(1).reduce((sum, p, i) => sum.plus(p.value.times(signs[i + 1]!)), ZERO)
  const difference = actual.minus(places[0]!.value)
  const tolerance = toleranceOf(places)
  const result = difference.isZero() ? 'holds' : difference.abs().lte(tolerance) ? 'rounding' : 'violated'
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
    check: {
      id: `${claim.rule}:${claim.where}`,
      rule: claim.rule,
      name: claim.name,
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

/** What rounding of every printed term can explain: half a unit of its last place each. */
export function toleranceOf(places: readonly Place[]): Decimal {
  return halves(places.map((p) => p.ulp))
}

/** The difference if one place held another value. */
export function differenceWith(t: Trial, place: Place, value: Decimal): Decimal {
  return t.places.reduce((sum, p, i) => {
    if (!p) return sum
    return sum.plus((p.cell === place.cell ? value : p.value).times(t.signs[i]!))
  }, ZERO)
}

export function plainDecimal(value: Decimal): string {
  return value.toFixed()
}

export function tableOf(document: Pick<Document, 'tables'>, id: string): Table | undefined {
  return document.tables.find((t) => t.id === id && t.state === 'data')
}
