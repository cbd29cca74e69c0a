/** What a figure in doubt may be, each with what it costs to believe it. */
import type { Decimal } from 'decimal.js'
import { distance } from 'fastest-levenshtein'
import { parseAmount, tenTo, unitExponent } from '../../amount.ts'
import { memoisedBy } from '../../memo.ts'
import type { Cell, Table } from '../../model.ts'
import { SIGNED } from '../../template/columns/placed.ts'
import type { Seen, SeenCells } from '../../template/seen.ts'
import type { Place, Trial } from '../identities/terms.ts'
import { shareOfAmount } from './belief.ts'
import { type Board, type Change, type Changes, sumWith, toChange } from './knots.ts'
import { usualPlaces } from './options.ts'

export interface Candidates {
  /** What the cell holds. */
  own: (place: Place) => Change
  /** What else readers saw, a minus that was lost, and nothing. */
  of: (place: Place) => readonly Change[]
  /** What a sum leaves for the place, if it is a figure as the table prints them, and like the ink. */
  left: (t: Trial, place: Place, made: Changes) => Change | null
}

/** Costs, natural logarithms of the odds against it. */
const AGAINST = {
  /** A figure that no reader saw … */
  unseen: 3,
  /** … each sign of it that was read otherwise … */
  slip: 3,
  /** … and this if the reading were certain, less where it is not (by the square of the belief). */
  belief: 6,
  /** Ink hardly read may be any figure: so much, … */
  any: 4,
  /** … and this from no belief to full belief. */
  anyBelief: 12,
  /** Nothing, where the column prints noughts. */
  nought: 3,
  /** A figure that is printed nowhere else, where another one is. */
  nowhere: 2,
  /** One with more or fewer places than those of its table that nobody doubts. */
  otherPlaces: 4,
}
/** A reading believed less than this (0–1) may be quite another figure; a better one is wrong in so many signs at most. */
const WEAK = 0.6
const SLIPS = 2
/** Readings with this share of the best one are worth a comparison. */
const WORTH = 0.01

interface Given {
  board: Board
  /** Figures that are printed elsewhere, and sure. */
  sure: ReadonlySet<string>
  /** Cells that hold a figure only because they must hold one. */
  lost: ReadonlySet<Cell>
}

export function candidates(tables: readonly Table[], seen: SeenCells, { board, sure, lost }: Given): Candidates {
  const places = new Map(tables.map((t) => [t.id, usualPlaces(t, (c) => c.status !== 'suspect') ?? usualPlaces(t)]))
  const zeros = new Map(tables.flatMap(noughtsOf))
  const change = (place: Place, text: string, cost: number): Change | null => {
    const amount = parseAmount(text)
    if (!amount) return null
    const exponent = unitExponent(seen.get(place.cell)!.unit) ?? 0
    const usual = places.get(place.table) ?? null
    const isOdd = usual !== null && amount.places !== usual && !amount.value.isZero()
    const all = cost + (sure.has(text) ? 0 : AGAINST.nowhere) + (isOdd ? AGAINST.otherPlaces : 0)
    return toChange(place, { text, amount, cost: all, seen: false }, exponent)
  }
  const own = (place: Place): Change => {
    const ink = seen.get(place.cell)!
    const text = place.cell.value!
    return change(place, text, lost.has(place.cell) ? unlike(text, ink) : 0)!
  }
  const others = (place: Place): Change[] => {
    const isSigned = SIGNED.test(place.column)
    const read = board
      .changes(place)
      .filter(({ option: o }) => o.seen || (isSigned && o.text === `-${place.cell.value}`))
    const all = read.map(({ option: o }) => change(place, o.text, o.cost))
    const zero = zeros.get(`${place.table} ${place.column}`)
    if (zero !== undefined && zero !== place.cell.value)
      all.push(change(place, zero, AGAINST.nought + AGAINST.anyBelief * shareOfAmount(seen.get(place.cell)!)))
    return all.flatMap((c) => c ?? [])
  }
  return {
    own: memoisedBy(own),
    of: memoisedBy(others),
    left: (t, place, made) => {
      const value = leftOver(t, place, made)
      const ink = seen.get(place.cell)!
      const usual = places.get(place.table) ?? null
      const amount = value && parseAmount(value.div(tenTo(unitExponent(ink.unit) ?? 0)).toFixed())
      if (!amount || (amount.value.isNegative() && !SIGNED.test(place.column))) return null
      if (usual !== null && amount.places > usual) return null
      const text = usual === null ? amount.value.toFixed() : amount.value.toFixed(usual)
      const cost = unlike(text, ink)
      return Number.isFinite(cost) ? change(place, text, cost) : null
    },
  }
}

/** How the table prints nothing in a column, if it does. */
function noughtsOf({ id, columns, rows }: Table): [string, string][] {
  return columns.flatMap((column): [string, string][] => {
    const zero = rows
      .map((row) => row.cells[column.id])
      .find((cell) => cell?.mark === 'zero' && cell.status !== 'suspect')
    return zero?.value ? [[`${id} ${column.id}`, zero.value]] : []
  })
}

/** What the place must hold for the sum to hold; null where it is not part of it, or holds it. */
function leftOver(t: Trial, place: Place, made: Changes): Decimal | null {
  const at = t.places.findIndex((p) => p?.cell === place.cell)
  const { difference } = sumWith(t, made)
  if (at < 0 || difference.isZero()) return null
  return (made.get(place.cell)?.value ?? place.value).minus(difference.times(t.signs[at]!))
}

/** What it costs to believe that the ink is this figure, which no reader saw. */
function unlike(text: string, ink: Seen): number {
  const share = shareOfAmount(ink)
  const digits = signsOf(text)
  const best = ink.readings[0]!.share || 1e-9
  let [slips, least] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const r of ink.readings) {
    if (r.share < WORTH * best) continue
    const d = distance(digits, signsOf(r.text))
    slips = Math.min(slips, d)
    least = Math.min(least, AGAINST.slip * d + Math.max(0, Math.log(best / r.share)))
  }
  if (share >= WEAK && slips > SLIPS) return Number.POSITIVE_INFINITY
  return AGAINST.unseen + AGAINST.belief * share ** 2 + Math.min(least, AGAINST.any + AGAINST.anyBelief * share)
}

export function signsOf(text: string): string {
  return text.replace(/[\s.,:;，．：、]/g, '')
}
