/** How far the readers believe in what a cell of a scan holds. */
import { memoisedBy } from '../../memo.ts'
import type { Seen } from '../../template/seen.ts'
import { likeAmount } from './options.ts'

/** A reading with this share (0–1) is sure; of those below, some are wrong. */
export const SURE = 0.99
/** Two readers that agree are sure from this share of the first one's on: they see in different ways. */
export const SURE_TOGETHER = 0.8
/** On blurred print a figure that is no nought is, from this on: a 5 is like a 3 to both (of four believed less on hard copies one was wrong). */
const BLURRED_TOGETHER = 0.95

/** Whether both readers, or the only one, vouch for the cell's reading by themselves. */
export function isSure(seen: Seen): boolean {
  const [own] = seen.readings
  if (!own) return false
  const share = shareOfAmount(seen)
  if (seen.second === undefined) return share >= SURE
  return share >= SURE_TOGETHER && sameAmount(own.text, seen.second)
}

/** The same on blurred print. */
export function isSureThoughBlurred(seen: Seen): boolean {
  const [own] = seen.readings
  return own !== undefined && isSure(seen) && (NOUGHT.test(own.text) || shareOfAmount(seen) >= BLURRED_TOGETHER)
}

/** Whether the second reader, which sees in another way, read the same figure, and the first one hardly doubts it, though it may be under a seal. */
export function isSaidTwice(seen: Seen): boolean {
  const own = seen.readings[0]
  return (
    own !== undefined &&
    seen.second !== undefined &&
    shareOfAmount(seen) >= NOT_DOUBTED &&
    sameAmount(own.text, seen.second)
  )
}

/** A figure under a seal is believed this much (0–1) at most. */
const NOT_DOUBTED = 0.75

/** A figure and nothing else, whatever its marks look like. */
const FIGURE = /^-?[\d.,，．:：;；·。、'\s]+$/

/** What the reader believes of the amount: 4.651.67, 4,651.67 and 4,651:67 are one. */
export const shareOfAmount = memoisedBy(({ readings }: Seen): number => {
  const [own] = readings
  if (!own || !(FIGURE.test(own.text) || NOUGHT.test(own.text))) return own?.share ?? 0
  return readings.reduce(
    (sum, r) =>
      r === own || ((FIGURE.test(r.text) || NOUGHT.test(r.text)) && sameAmount(own.text, r.text)) ? sum + r.share : sum,
    0,
  )
})

/** 0.00 of which the last 0 was cut off or is open on one side: what else than nothing is printed, no reader says. */
const NOUGHT = /^[.,，\s]*[0OoC](?:[0OoC.,，\s(]*)$/

export function sameAmount(a: string, b: string): boolean {
  if (NOUGHT.test(a) && NOUGHT.test(b)) return true
  const [x, y] = [likeAmount(a), likeAmount(b)]
  return x && y ? x.amount.value.eq(y.amount.value) && x.amount.places === y.amount.places : a.trim() === b.trim()
}
