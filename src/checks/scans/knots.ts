/** Which other readings of scanned cells make all sums hold that touch them. */
import type { Decimal } from 'decimal.js'
import { tenTo, unitExponent } from '../../amount.ts'
import { memoisedBy } from '../../memo.ts'
import type { Cell } from '../../model.ts'
import type { SeenCells } from '../../template/seen.ts'
import type { Place, Trial } from '../identities/terms.ts'
import type { Option } from './options.ts'

/** One cell read otherwise. */
export interface Change {
  place: Place
  option: Option
  /** As `Place` has them. */
  value: Decimal
  ulp: Decimal
  /** The same, nearly: enough to see that most changes are far from closing a difference. */
  near: { value: number; ulp: number }
}

export type Changes = ReadonlyMap<Cell, Change>

/** The trials of a document and what their scanned cells may be read as. */
export interface Board {
  /** Those that hold by the form, not by custom only, unless these were asked for. */
  trials: readonly Trial[]
  touching: ReadonlyMap<Cell, readonly Trial[]>
  /** Other readings of a cell. */
  changes: (place: Place) => readonly Change[]
}

export function toBoard(
  all: readonly Trial[],
  seen: SeenCells,
  options: (cell: Cell) => readonly Option[],
  { usual = false } = {},
): Board {
  const trials = usual ? all : all.filter((t) => t.check.strength !== 'usual')
  const touching = new Map<Cell, Trial[]>()
  for (const t of trials)
    for (const { cell } of printed(t)) {
      const list = touching.get(cell)
      if (list) list.push(t)
      else touching.set(cell, [t])
    }
  const known = new Map<Cell, Change[]>()
  const changes = (place: Place) => {
    let list = known.get(place.cell)
    if (!list) {
      const exponent = unitExponent(seen.get(place.cell)?.unit ?? null) ?? 0
      list = options(place.cell).map((option) => toChange(place, option, exponent))
      known.set(place.cell, list)
    }
    return list
  }
  return { trials, touching, changes }
}

export function toChange(place: Place, option: Option, exponent: number): Change {
  const { amount } = option
  const [value, ulp] = [amount.value.times(tenTo(exponent)), tenTo(exponent - amount.places)]
  return { place, option, value, ulp, near: { value: value.toNumber(), ulp: ulp.toNumber() } }
}

export const printed = memoisedBy((t: Pick<Trial, 'places'>): readonly Place[] => t.places.flatMap((p) => p ?? []))

/** The trials that a set of changes touches, each once. */
export function touched(board: Board, changes: Changes): Trial[] {
  return [...new Set([...changes.keys()].flatMap((cell) => board.touching.get(cell) ?? []))]
}

/** Whether the trial holds, to within rounding, once the changes are made. */
export function holdsWith(t: Trial, changes: Changes): boolean {
  if (surelyBreaks(t, changes)) return false
  const { difference, tolerance } = sumWith(t, changes)
  return difference.abs().lte(tolerance)
}

/** The figures of a trial, nearly. */
const nearly = memoisedBy((t: Trial) => ({
  difference: t.difference.toNumber(),
  tolerance: t.tolerance.toNumber(),
  values: t.places.map((p) => p?.value.toNumber() ?? 0),
  ulps: t.places.map((p) => p?.ulp.toNumber() ?? 0),
}))

/** Whether a trial is off by more than rounding can explain, seen without exact figures: most sets of changes are, by far. */
export function surelyBreaks(t: Trial, changes: Changes): boolean {
  const { values, ulps, ...own } = nearly(t)
  let { difference, tolerance } = own
  let size = Math.abs(difference)
  for (const [i, place] of t.places.entries()) {
    const change = place && changes.get(place.cell)
    if (!change) continue
    const more = change.near.value - values[i]!
    difference += more * t.signs[i]!
    tolerance += (change.near.ulp - ulps[i]!) / 2
    size += Math.abs(change.near.value) + Math.abs(values[i]!)
  }
  return Math.abs(difference) > Math.max(0, tolerance) + INEXACT * size
}

export function sumWith(t: Trial, changes: Changes): { difference: Decimal; tolerance: Decimal } {
  let { difference, tolerance } = t
  t.places.forEach((p, i) => {
    const change = p && changes.get(p.cell)
    if (!p || !change) return
    difference = difference.plus(change.value.minus(p.value).times(t.signs[i]!))
    tolerance = tolerance.plus(change.ulp.minus(p.ulp).times(0.5))
  })
  return { difference, tolerance }
}

export function costOf(changes: Changes): number {
  let sum = 0
  for (const { option } of changes.values()) sum += option.cost
  return sum
}

/** Sets of changes tried for one broken sum, at most; a knot with more belongs to the solver. */
const TRIED = 5_000

/**
 * All smallest sets of at most `most` changes, one of them in trial `t` (or those given), with which every
 * trial that they touch holds. Cheapest first.
 */
export function solutions(board: Board, t: Trial, most: number, given: Changes = new Map()): Changes[] {
  const found = new Map<string, Changes>()
  let tried = 0
  const extend = (changes: Changes, broken: Trial) => {
    const last = changes.size + 1 >= most
    // What no reader saw explains something only beside what one saw.
    const guessed = [...changes.values()].some((c) => !c.option.seen)
    const { difference, tolerance } = sumWith(broken, changes)
    const left = { difference: difference.toNumber(), tolerance: tolerance.toNumber() }
    for (const [i, place] of broken.places.entries()) {
      if (!place || changes.has(place.cell)) continue
      const sign = broken.signs[i]!
      const own = last ? place.value.toNumber() : 0
      for (const change of board.changes(place)) {
        if (guessed && !change.option.seen) continue
        if (last && !settles(own, change.near, sign, left)) continue
        if (tried++ > TRIED) return
        const next = new Map(changes).set(place.cell, change)
        if (last && !holdsWith(broken, next)) continue
        const still = holdsWith(t, next) ? touched(board, next).find((o) => !holdsWith(o, next)) : t
        if (!still) found.set(nameOf(next), next)
        else if (!last) extend(next, still)
      }
    }
  }
  extend(given, t)
  const all = [...found.values()].sort((a, b) => costOf(a) - costOf(b))
  return all.filter((s) => !all.some((o) => o.size < s.size && [...o].every(([cell, c]) => s.get(cell) === c)))
}

/** Numbers are off by less than this share of themselves, after a few steps with them, too. */
const INEXACT = 1e-12

/** Whether one more change may close the difference, as far as the place alone tells: cheap, for most do not. */
function settles(
  own: number,
  { value, ulp }: Change['near'],
  sign: number,
  { difference, tolerance }: { difference: number; tolerance: number },
): boolean {
  const error = INEXACT * (Math.abs(difference) + Math.abs(value) + Math.abs(own))
  return Math.abs(difference + (value - own) * sign) <= tolerance + ulp + error
}

function nameOf(changes: Changes): string {
  return [...changes.values()]
    .map(({ place: p, option }) => `${p.table}/${p.row}/${p.column}=${option.text}`)
    .sort()
    .join(' ')
}
