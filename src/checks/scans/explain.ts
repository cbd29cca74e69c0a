/** The set of values for figures in doubt with which most sums over them hold, at the least cost. */
import { memoisedBy } from '../../memo.ts'
import type { Cell } from '../../model.ts'
import type { Place, Trial } from '../identities/terms.ts'
import type { Candidates } from './candidates.ts'
import { type Board, type Change, type Changes, printed, sumWith, surelyBreaks } from './knots.ts'

/** A broken sum is so unlikely (natural logarithm of the odds): publishers err less than readers of such pages. */
const BROKEN = 10
/** … and one that holds by custom only this much. */
const UNUSUAL = 5
/** One that only rounding explains, where the last digits may have been lost. */
const INEXACT = 2
/** Figures changed together, at most. */
const TOGETHER = 3
/** Ways tried from one broken sum, in all, and steps: a document of which nothing can be read must end, too. */
const TRIED = 1_500
const TRIED_IN_ALL = 200_000
const STEPS = 300
/** A set that betters the whole by less than this is none (natural logarithm). */
const GAIN = 0.5
/** Changes dearer than this together are not followed: two sums would not make up for them. */
const DEAREST = 25

interface Move {
  changes: ReadonlyMap<Cell, Change>
  /** By how much the whole is less unlikely with it. */
  gain: number
}

/** The cells that are to hold something else, and what. */
export function explain(board: Board, doubtful: ReadonlySet<Cell>, given: Candidates): Changes {
  const made = new Map<Cell, Change>()
  const state = { board, doubtful, given, made, left: TRIED_IN_ALL }
  const open = board.trials.filter((t) => printed(t).some((p) => doubtful.has(p.cell)))
  const moves = new Map<Trial, Move | null>()
  for (let step = 0; step < STEPS; step++) {
    for (const t of open) if (!moves.has(t)) moves.set(t, penaltyOf(t, made) === 0 ? null : bestMove(t, state))
    const best = [...moves.values()].reduce((a, b) => (b && (!a || b.gain > a.gain) ? b : a), null)
    if (!best) break
    for (const [cell, change] of best.changes) made.set(cell, change)
    // What was found beside the changed cells may be no gain any longer.
    const near = touchedBy(board, best.changes)
    for (const [t, move] of moves)
      if (near.has(t) || (move && [...touchedBy(board, move.changes)].some((o) => near.has(o)))) moves.delete(t)
  }
  return made
}

function penaltyOf(t: Trial, made: Changes): number {
  const isUsual = t.check.strength === 'usual'
  if (surelyBreaks(t, made)) return isUsual ? UNUSUAL : BROKEN
  const { difference, tolerance } = sumWith(t, made)
  if (difference.isZero()) return 0
  // The same figure in two places is the same to its last digit, whatever rounding might explain.
  if (t.check.strength !== 'repeat' && difference.abs().lte(tolerance)) return INEXACT
  return isUsual ? UNUSUAL : BROKEN
}

interface State {
  board: Board
  doubtful: ReadonlySet<Cell>
  given: Candidates
  made: Changes
  /** Ways that may still be tried. */
  left: number
}

/** The best set of changes that begins in this sum; null where none betters the whole. Few are tried before many. */
function bestMove(from: Trial, state: State): Move | null {
  let best: Move | null = null
  for (let together = 1; together <= TOGETHER; together++) {
    const move = bestOf(from, together, state)
    if (move && (!best || move.gain > best.gain)) best = move
  }
  return best
}

/** The same for sets of so many changes and fewer. */
function bestOf(from: Trial, together: number, state: State): Move | null {
  const { board, doubtful, given, made } = state
  let best: Move | null = null
  let tried = 0
  const before = memoisedBy((t: Trial) => penaltyOf(t, made))
  const costNow = (place: Place) => (made.get(place.cell) ?? given.own(place)).option.cost
  const extend = (t: Trial, changes: ReadonlyMap<Cell, Change>, all: Changes, cost: number) => {
    for (const place of printed(t)) {
      if (!doubtful.has(place.cell) || changes.has(place.cell)) continue
      const left = given.left(t, place, all)
      const back = made.has(place.cell) ? [given.own(place)] : []
      for (const change of [...(left ? [left] : []), ...given.of(place), ...back]) {
        const dearer = cost + change.option.cost - costNow(place)
        if (dearer > DEAREST) continue
        if (tried++ > TRIED || state.left-- < 0) return
        const next = new Map(changes).set(place.cell, change)
        const whole = new Map(all).set(place.cell, change)
        const touched = [...touchedBy(board, next)]
        const gain = touched.reduce((sum, o) => sum + before(o) - penaltyOf(o, whole), -dearer)
        if (gain > GAIN && (!best || gain > best.gain)) best = { changes: next, gain }
        const broken = next.size < together ? touched.find((o) => penaltyOf(o, whole) > INEXACT) : undefined
        if (broken) extend(broken, next, whole, dearer)
      }
    }
  }
  extend(from, new Map(), made, 0)
  return best
}

function touchedBy(board: Board, changes: ReadonlyMap<Cell, Change>): Set<Trial> {
  return new Set([...changes.keys()].flatMap((cell) => board.touching.get(cell) ?? []))
}
