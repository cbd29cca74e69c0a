/**
 * Figures of scans that were misread alike: a 4 read as 1 in a total under a seal, and in each place that prints it again.
 * The sums among them hold, and only one at their edge is broken. Where one digit, changed in all of them, mends that
 * sum, or all but what a lost line may be, and breaks none, nobody can say which of the two is printed.
 */
import type { Decimal } from 'decimal.js'
import { tenTo } from '../../amount.ts'
import type { Cell } from '../../model.ts'
import type { SeenCells } from '../../template/seen.ts'
import type { Place, Trial } from '../identities/terms.ts'
import { isSaidTwice, SURE_TOGETHER, shareOfAmount } from './belief.ts'
import { printed } from './knots.ts'

/** By how much each cell is taken to be more than was read. */
type Slips = ReadonlyMap<Cell, Decimal>

/** Figures misread alike, at most, and ways tried from one broken sum. */
const MOST = 10
const TRIED = 500
/** Of a broken sum at most this share (0–1) may stay open: a line of it was lost, too. */
const LOST = 0.1

/** Marks `suspect` what the sums prove as well with another digit. */
export function doubtAlike(trials: readonly Trial[], seen: SeenCells): void {
  if (seen.size === 0) return
  const formal = trials.filter((t) => t.check.strength !== 'usual')
  const touching = new Map<Cell, Trial[]>()
  for (const t of formal) for (const { cell } of printed(t)) touching.set(cell, [...(touching.get(cell) ?? []), t])
  const mayBeMisread = ({ cell }: Place) => {
    const ink = seen.get(cell)
    return ink !== undefined && cell.mark === 'amount' && shareOfAmount(ink) < SURE_TOGETHER && !isSaidTwice(ink)
  }
  for (const t of formal) {
    if (isClosed(t, new Map())) continue
    for (const cell of misreadAlike(t, touching, mayBeMisread)) cell.status = 'suspect'
  }
}

/** The cells that, all of them changed by one digit, mend a broken sum; none where one alone does. */
function misreadAlike(
  broken: Trial,
  touching: ReadonlyMap<Cell, readonly Trial[]>,
  mayBeMisread: (place: Place) => boolean,
): Cell[] {
  const found: Slips[] = []
  let tried = 0
  const extend = (open: Trial, slips: Slips) => {
    for (const [i, place] of open.places.entries()) {
      if (!place || slips.has(place.cell) || !mayBeMisread(place) || tried++ > TRIED) continue
      const slip = slipOf(open, i, place, slips)
      if (!slip) continue
      const next = new Map(slips).set(place.cell, slip)
      const torn = [...next.keys()]
        .flatMap((cell) => touching.get(cell) ?? [])
        .find((t) => isClosed(t, new Map()) && !isClosed(t, next))
      if (!torn) found.push(next)
      else if (next.size < MOST) extend(torn, next)
    }
  }
  extend(broken, new Map())
  return found.some((slips) => slips.size === 1 && isClosed(broken, slips))
    ? []
    : [...new Set(found.flatMap((slips) => [...slips.keys()]))]
}

function isClosed(t: Trial, slips: Slips): boolean {
  return differenceWith(t, slips).abs().lte(t.tolerance)
}

function differenceWith({ places, signs, difference }: Trial, slips: Slips): Decimal {
  return places.reduce((sum, p, i) => {
    const slip = p && slips.get(p.cell)
    return slip ? sum.plus(slip.times(signs[i]!)) : sum
  }, difference)
}

/** By how much the figure is more than was read, if that closes the sum (one that was broken, mostly) and is one digit of it; null if it is not. */
function slipOf(t: Trial, i: number, { value }: Place, slips: Slips): Decimal | null {
  const left = differenceWith(t, slips)
  const sign = -t.signs[i]!
  const unit = tenTo(Math.floor(left.abs().log().toNumber()))
  // Where rounding hides the rest of it, the digit is what is left in whole.
  const slip = left.div(unit).round().times(unit).times(sign)
  const rest = left.minus(slip.times(sign)).abs()
  const allowed = isClosed(t, new Map()) ? t.tolerance : t.tolerance.plus(left.abs().times(LOST))
  return rest.lte(allowed) && isOneDigit(value, value.plus(slip)) ? slip : null
}

function isOneDigit(from: Decimal, to: Decimal): boolean {
  const places = Math.max(from.decimalPlaces(), to.decimalPlaces())
  const [a, b] = [from.toFixed(places), to.toFixed(places)]
  return a.length === b.length && [...a].filter((digit, i) => digit !== b[i]).length === 1
}
