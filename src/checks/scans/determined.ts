/** Whether sums leave one value only for cells that nobody read with certainty. */
import type { Cell } from '../../model.ts'
import type { Trial } from '../identities/terms.ts'
import { printed } from './knots.ts'

/** What the sums say of the unknown cells: a factor for each. */
type Equation = Map<Cell, number>

/**
 * Whether each of `cells` follows from the sums, those of its unknown neighbours being unknown, too: two rows of two
 * figures each that repeat each other and add up to the same leave one free, however many sums hold.
 */
export function areDetermined(
  cells: Iterable<Cell>,
  touching: ReadonlyMap<Cell, readonly Trial[]>,
  { holds, isUnknown }: { holds: (t: Trial) => boolean; isUnknown: (cell: Cell) => boolean },
): boolean {
  const wanted = [...cells]
  const trials = new Set<Trial>()
  const queue = [...wanted]
  const reached = new Set(queue)
  for (let cell = queue.pop(); cell; cell = queue.pop())
    for (const t of touching.get(cell) ?? []) {
      if (trials.has(t) || !holds(t)) continue
      trials.add(t)
      for (const p of printed(t)) {
        if (reached.has(p.cell) || !isUnknown(p.cell)) continue
        reached.add(p.cell)
        queue.push(p.cell)
      }
    }
  const solved = eliminated([...trials].map((t) => toEquation(t, reached)))
  return wanted.every((cell) => solved.some((e) => e.size === 1 && e.has(cell)))
}

function toEquation(t: Trial, unknown: ReadonlySet<Cell>): Equation {
  const out: Equation = new Map()
  t.places.forEach((p, i) => {
    if (p && unknown.has(p.cell)) out.set(p.cell, (out.get(p.cell) ?? 0) + t.signs[i]!)
  })
  return out
}

/** Factors are small whole numbers and their quotients: what is less than this is rounding. */
const NOTHING = 1e-9

/** Gauss and Jordan: each equation has a cell of its own that no other has. */
function eliminated(equations: readonly Equation[]): Equation[] {
  const out: { own: Cell; equation: Equation }[] = []
  for (const equation of equations) {
    for (const o of out) subtract(equation, o.equation, o.own)
    const [first] = [...equation].find(([, factor]) => Math.abs(factor) > NOTHING) ?? []
    if (!first) continue
    for (const o of out) subtract(o.equation, equation, first)
    out.push({ own: first, equation })
  }
  return out.map((o) => o.equation)
}

/** Takes the other equation from one so often that it no longer has the cell. */
function subtract(from: Equation, other: Equation, cell: Cell): void {
  const times = (from.get(cell) ?? 0) / other.get(cell)!
  if (times === 0) return
  for (const [c, factor] of other) {
    const rest = (from.get(c) ?? 0) - times * factor
    if (Math.abs(rest) > NOTHING) from.set(c, rest)
    else from.delete(c)
  }
}
