/** What rounding of printed amounts can explain. The one place where allowances are computed. */
import { Decimal } from 'decimal.js'
import { type Amount, tenTo } from './amount.ts'

/** One unit of the last printed place: 0.01 for 12.50. */
export function lastPlace(amount: Amount): Decimal {
  return tenTo(-amount.places)
}

/** A printed amount stands for any within half a unit of its last place. */
export function halfUnit(amount: Amount): Decimal {
  return lastPlace(amount).dividedBy(2)
}

/** The largest difference that rounding of the terms of a sum can make, given one unit of the last place of each. */
export function halves(lastPlaces: readonly Decimal[]): Decimal {
  return lastPlaces.reduce((sum, place) => sum.plus(place), new Decimal(0)).times(0.5)
}

/** The same for amounts as printed. */
export function allowance(amounts: readonly Amount[]): Decimal {
  return halves(amounts.map(lastPlace))
}

/** The same in prose, where a nought has no decimals whatever the others have: 0万元 beside 12.50万元 was not rounded. */
export function allowanceInProse(amounts: readonly Amount[]): Decimal {
  const most = Math.max(...amounts.map((a) => a.places))
  return allowance(amounts.map((a) => (a.value.isZero() ? { ...a, places: Math.max(a.places, most) } : a)))
}

/** The same amount in another unit, 10^`exponent` times smaller: 12345 元 → 1.2345 万元. */
export function shift(amount: Amount, exponent: number): Amount {
  return { value: amount.value.dividedBy(tenTo(exponent)), places: amount.places + exponent }
}

/**
 * The range of a quotient in per cent, given the ranges of both amounts; null if the divisor may be zero. An amount that
 * is the difference of two printed ones is made of two that were rounded.
 */
export function percentRange(
  part: Amount,
  whole: Amount,
  madeOf: { part?: number; whole?: number } = {},
): { low: Decimal; high: Decimal } | null {
  const dp = halfUnit(part).times(madeOf.part ?? 1)
  const dw = halfUnit(whole).times(madeOf.whole ?? 1)
  const least = whole.value.abs().minus(dw)
  if (least.lte(0)) return null
  const most = whole.value.abs().plus(dw)
  const size = part.value.abs()
  return {
    low: Decimal.max(0, size.minus(dp)).dividedBy(most).times(100),
    high: size.plus(dp).dividedBy(least).times(100),
  }
}
