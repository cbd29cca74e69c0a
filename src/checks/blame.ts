/** Which one cell explains failing checks best, and the amount it would have to be. */
import type { Decimal } from 'decimal.js'
import { differenceWith, type Place, type Trial } from './identities/terms.ts'

export interface Blame {
  place: Place
  value: Decimal
  /** The failing checks that this one change would settle. */
  settles: Trial[]
}

/** Cells with the change that repairs most, one for each cause; checks that no single cell explains are left out. */
export function blame(trials: readonly Trial[]): { blamed: Blame[]; open: Trial[] } {
  let open = trials.filter((t) => t.check.result === 'violated' && t.check.strength !== 'usual')
  const touching = new Map<unknown, Trial[]>()
  for (const t of trials) for (const p of t.places) if (p) touching.set(p.cell, [...(touching.get(p.cell) ?? []), t])
  const blamed: Blame[] = []
  for (;;) {
    const best = bestChange(open, touching)
    if (!best) return { blamed, open }
    blamed.push(best)
    open = open.filter((t) => !best.settles.includes(t))
  }
}

function bestChange(open: readonly Trial[], touching: Map<unknown, Trial[]>): Blame | null {
  let best: Blame | null = null
  let most = 0
  let tied = false
  for (const t of open)
    for (const [i, place] of t.places.entries()) {
      if (!place) continue
      const value = place.value.minus(differenceWith(t, place, place.value).times(t.signs[i]!))
      const around = touching.get(place.cell) ?? []
      const settled = (o: Trial) => differenceWith(o, place, value).abs().lte(o.tolerance)
      const settles = open.filter((o) => around.includes(o) && settled(o))
      const broken = around.filter(
        (o) => o.check.result !== 'violated' && o.check.strength !== 'usual' && !settled(o),
      ).length
      const score = settles.length - broken
      if (score > most) [best, most, tied] = [{ place, value, settles }, score, false]
      else if (score === most && best && best.place.cell !== place.cell) tied = true
    }
  // One sum alone cannot tell which of its terms is wrong.
  return best && (most > 1 || !tied) ? best : null
}
