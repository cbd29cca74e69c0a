/**
 * What a figure in doubt most likely is: of its readings the one with which the sums over it hold, or, where hardly
 * anything was read, what they leave over. It stays `suspect`, and `raw` keeps what was read: a guess proves nothing,
 * and no other cell is believed for it.
 */
import type { Decimal } from 'decimal.js'
import { parseAmount, tenTo, unitExponent } from '../amount.ts'
import type { Cell, Table } from '../model.ts'
import type { Seen, SeenCells } from '../template/seen.ts'
import { shareOfAmount } from './belief.ts'
import { type Change, type Changes, holdsWith, printed, sumWith, toBoard } from './knots.ts'
import { usualPlaces } from './options.ts'
import { type OptionsOf, setAmount } from './repair.ts'
import type { Place, Trial } from './terms.ts'

/** A reading believed less than this (0–1) may be quite another figure … */
const WEAK = 0.6
/** … and the less it is believed, the rather it is that one that breaks a sum: so much from 0 to 1 (natural logarithm). */
const OF_BELIEF = 10
/** A figure printed elsewhere is so much likelier to be printed here (natural logarithm: 1 to 7). */
const ELSEWHERE = 2
/** The same figure elsewhere tells more than a sum, in which another one may be the misread one. */
const OF_SUM = 10
/** Figures guessed in a document, at most: each takes a look at all that are in doubt. */
const MOST = 200

interface Guess {
  change: Change
  /** Sums that hold with it and did not before. */
  gain: number
  cost: number
}

/** What a reader saw comes before what none did; then what mends more sums. */
function likelier(a: Guess, b: Guess): number {
  const unseen = (g: Guess) => Number(!g.change.option.seen)
  return unseen(a) - unseen(b) || b.gain - a.gain || a.cost - b.cost
}

/** Gives suspect cells of scans their likeliest value; returns whether it changed any. */
export function guess(
  tables: readonly Table[],
  seen: SeenCells,
  { trials, options }: { trials: readonly Trial[]; options: OptionsOf },
): boolean {
  const cells = tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)))
  const doubtful = new Set(cells.filter((c) => c.status === 'suspect' && seen.has(c)))
  const board = toBoard(trials, seen, (cell) => (doubtful.has(cell) ? options(cell).filter((o) => o.seen) : []))
  const sure = new Set(cells.flatMap((c) => (doubtful.has(c) || c.value === null ? [] : [c.value])))
  const places = new Map(tables.map((t) => [t.id, usualPlaces(t)]))
  const made = new Map<Cell, Change>()
  const weigh = (place: Place): Guess[] => {
    const ink = seen.get(place.cell)!
    const touching = board.touching.get(place.cell) ?? []
    const own = sure.has(place.cell.value ?? '') ? ELSEWHERE : 0
    const left =
      shareOfAmount(ink) < WEAK
        ? touching.flatMap((t) => leftOver(t, place, made, ink, places.get(place.table) ?? null))
        : []
    return [...board.changes(place), ...left].flatMap((change) => {
      const gain = gainOf(touching, made, change)
      const cost = change.option.cost + own - (sure.has(change.option.text) ? ELSEWHERE : 0)
      return gain > 0 ? [{ change, gain, cost }] : []
    })
  }
  const open = new Map<Cell, Place>()
  for (const t of board.trials)
    for (const place of printed(t)) if (doubtful.has(place.cell)) open.set(place.cell, place)
  while (made.size < MOST) {
    const [best] = [...open.values()].flatMap(weigh).sort(likelier)
    if (!best) break
    made.set(best.change.place.cell, best.change)
    open.delete(best.change.place.cell)
  }
  for (const [cell, { option }] of made) setAmount(cell, option.amount, seen.get(cell)!)
  return made.size > 0
}

/** The same figure in two places is the same to its last digit, whatever rounding might explain. */
function holds(t: Trial, changes: Changes): boolean {
  return t.check.strength === 'repeat' ? sumWith(t, changes).difference.isZero() : holdsWith(t, changes)
}

/** How many more of the sums hold with the change; 0 if one breaks that held. */
function gainOf(touching: readonly Trial[], made: Changes, change: Change): number {
  const next = new Map(made).set(change.place.cell, change)
  let gain = 0
  for (const t of touching) {
    const [before, after] = [holds(t, made), holds(t, next)]
    if (before && !after) return 0
    if (after && !before) gain++
  }
  return gain
}

/** What a reader did not see costs more than anything that one saw. */
const UNSEEN = 20

/** What the sum leaves for this place, if it is a figure as the table prints them. */
function leftOver(t: Trial, place: Place, made: Changes, ink: Seen, places: number | null): Change[] {
  const at = t.places.findIndex((p) => p?.cell === place.cell)
  const { difference } = sumWith(t, made)
  if (at < 0 || difference.isZero()) return []
  const exponent = unitExponent(ink.unit) ?? 0
  const value: Decimal = place.value.minus(difference.times(t.signs[at]!))
  const amount = parseAmount(value.div(tenTo(exponent)).toFixed())
  if (!amount || value.isNegative() || (places !== null && amount.places > places)) return []
  const text = places === null ? amount.value.toFixed() : amount.value.toFixed(places)
  const printedAs = parseAmount(text)!
  const option = {
    text,
    amount: printedAs,
    cost: UNSEEN + OF_BELIEF * shareOfAmount(ink) + (t.places.length > 2 ? OF_SUM : 0),
    seen: false,
  }
  return [{ place, option, value, ulp: tenTo(exponent - printedAs.places) }]
}
