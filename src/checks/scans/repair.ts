/**
 * The sums of a disclosure as proof-reader of a scan: where one breaks, the reader's other readings are
 * tried, and the only set of changes with which everything holds that it touches is taken.
 */
import { parseAmount, plain, printAmount, readCell, toYuan } from '../../amount.ts'
import type { Cell, Table } from '../../model.ts'
import type { Seen, SeenCells } from '../../template/seen.ts'
import type { Place, Trial } from '../identities/terms.ts'
import { detects } from '../proof.ts'
import { SURE, shareOfAmount } from './belief.ts'
import { areDetermined } from './determined.ts'
import {
  type Board,
  type Change,
  type Changes,
  costOf,
  holdsWith,
  printed,
  solutions,
  sumWith,
  toBoard,
  touched,
} from './knots.ts'
import { isOfGroups, meanings, nearOptions, type Option, printedOption, seenOptions, usualPlaces } from './options.ts'

/** The next best explanation must be this much less likely: 1 to 50 (natural logarithm). */
const MARGIN = 4
/** With one broken sum as the only witness, the reader must have found the reading this likely: 1 to 400. */
const ONE_WITNESS = 6
/** A figure read with less belief (0–1) bears out no change of another by itself. */
const WEAK = 0.6
/** Changes looked for at once; larger knots go to the solver. */
const MOST = 2

/** Tries all sums on the tables as they stand. */
export type TryAll = () => Trial[]

/** What a cell may be read as, besides what it holds. */
export type OptionsOf = (cell: Cell) => readonly Option[]

/**
 * Corrects cells in place (`status: repaired`; `raw` keeps what was read), and gives cells that were read
 * as no amount the amount they look like.
 */
export function repair(tables: readonly Table[], seen: SeenCells, tryAll: TryAll): OptionsOf {
  guessAmounts(tables, seen)
  const options = optionsOf(tables, seen)
  const repaired = new Set<Cell>()
  for (;;) {
    const board = toBoard(tryAll(), seen, (cell) => (repaired.has(cell) ? [] : options(cell)))
    const isWeak = (cell: Cell) => {
      const ink = seen.get(cell)
      return ink !== undefined && (repaired.has(cell) || shareOfAmount(ink) < WEAK)
    }
    const accepted = independent(broken(board).flatMap((t) => accept(board, t, isWeak) ?? []))
    if (accepted.length === 0) break
    for (const changes of accepted)
      for (const { place, option } of changes.values()) {
        setAmount(place.cell, option.amount, seen.get(place.cell)!)
        place.cell.status = 'repaired'
        repaired.add(place.cell)
      }
  }
  return options
}

export function broken(board: Board): Trial[] {
  return board.trials.filter((t) => t.check.result === 'violated')
}

/** Cells in which letters were read for digits, or a point for what parts thousands, hold the amount they look like, until a sum says more. */
function guessAmounts(tables: readonly Table[], seen: SeenCells): void {
  for (const table of tables) {
    const usual = usualPlaces(table)
    for (const row of table.rows)
      for (const cell of Object.values(row.cells)) {
        const ink = seen.get(cell)
        if (!ink || !/\d/.test(plain(cell.raw)) || isRate(ink)) continue
        const isOdd = cell.mark === 'amount' && isOfGroups(cell, usual)
        const [best] = cell.mark === 'text' || isOdd ? seenOptions(cell, ink, usual) : []
        if (best) setAmount(cell, best.amount, ink)
      }
  }
}

/** 4.97% is a text; that the sign may be misread makes it no amount. */
function isRate({ readings }: Seen): boolean {
  return /^[-\d.,，．\s]*\d[%％‰]$/.test(readings[0]!.text.trim())
}

export function setAmount(cell: Cell, amount: Option['amount'], { unit }: Seen): void {
  const text = printAmount(amount)
  cell.value = text
  cell.mark = readCell(text).mark
  cell.yuan = toYuan(amount, unit)
}

/** Every other reading of a cell: what a reader saw, and, unless it saw the cell clearly, what is near that. */
function optionsOf(tables: readonly Table[], seen: SeenCells): OptionsOf {
  const places = new Map<Cell, number | null>()
  for (const table of tables) {
    const usual = usualPlaces(table)
    for (const row of table.rows) for (const cell of Object.values(row.cells)) places.set(cell, usual)
  }
  const known = new Map<Cell, { value: Cell['value']; options: readonly Option[] }>()
  return (cell) => {
    const before = known.get(cell)
    if (before && before.value === cell.value) return before.options
    const options = otherReadings(cell, seen.get(cell), places.get(cell) ?? null)
    known.set(cell, { value: cell.value, options })
    return options
  }
}

/** `usual` is the number of places that amounts of its table are printed with. */
function otherReadings(cell: Cell, ink: Seen | undefined, usual: number | null): readonly Option[] {
  const own = cell.value === null ? null : parseAmount(cell.value)
  if (!ink || !own) return []
  const options = seenOptions(cell, ink, usual).filter((o) => printedOption(o) !== cell.value)
  const text = meanings(ink.readings[0]!.text, usual)[0]?.text ?? cell.value!
  // A nought that nobody doubts has lost no digit: a sum that breaks for one has lost a line.
  if (own.value.isZero() && shareOfAmount(ink) >= SURE) return options
  const near = nearOptions({ text, amount: own, cost: 0, seen: true }, usual)
  const all = [...options, ...near.filter((n) => options.every((o) => printedOption(o) !== printedOption(n)))]
  // What is printed as its table prints amounts was not printed otherwise.
  return own.places === usual ? all.filter((o) => o.amount.places === usual || o.amount.value.isZero()) : all
}

/** The one explanation of a broken sum, if there is no other nearly as likely and enough sums bear it out. */
function accept(board: Board, t: Trial, isWeak: (cell: Cell) => boolean): Changes | null {
  const [best, next] = solutions(board, t, MOST)
  if (!best || (next && costOf(next) - costOf(best) < MARGIN) || isClosedOtherwise(board, t, best)) return null
  const sums = settled(board, best)
  const witnesses = new Set(sums.map(cellsOf)).size
  const unseen = [...best.values()].some((c) => !c.option.seen || c.option.cost > ONE_WITNESS)
  if (witnesses < best.size + (unseen ? 1 : 0)) return null
  if ([...best.keys()].some(isWeak) && isLeftToRounding(board, best, sums)) return null
  const isUnknown = (cell: Cell) => best.has(cell) || isWeak(cell)
  return areDetermined(best.keys(), board.touching, { holds: (o) => holdsWith(o, best), isUnknown }) ? best : null
}

/**
 * Whether another reading of one figure closes the sum by itself and is far likelier, though it does not mend all that it
 * touches: what breaks there may be one more misread figure.
 */
function isClosedOtherwise(board: Board, t: Trial, best: Changes): boolean {
  const closing = printed(t).flatMap((place) =>
    board.changes(place).filter((c) => c.option.seen && holdsWith(t, new Map([[place.cell, c]]))),
  )
  return closing.some((c) => best.get(c.place.cell) !== c && c.option.cost + MARGIN < costOf(best))
}

/** The broken sums that hold with the changes and would not hold with much else. */
function settled(board: Board, changes: Changes): Trial[] {
  return touched(board, changes).filter((t) => {
    const { difference, tolerance } = sumWith(t, changes)
    // The same figure in another place is no witness of one that differs from it, though rounding might explain it.
    if (t.check.strength === 'repeat' && !difference.isZero()) return false
    const sharp = [...changes.values()].every(
      (c) => !printed(t).some((p) => p.cell === c.place.cell) || detects(tolerance, c.ulp),
    )
    return sharp && !holdsWith(t, new Map()) && holdsWith(t, changes)
  })
}

/**
 * Whether a last digit is another than was read first and all sums leave something to rounding, which may as well be
 * that digit misread, and the figures are printed nowhere again: that would tell.
 */
function isLeftToRounding({ touching }: Board, changes: Changes, sums: readonly Trial[]): boolean {
  const isOther = ({ place, option }: Change) => plain(place.cell.raw).at(-1) !== printAmount(option.amount).at(-1)
  const isRepeated = (cell: Cell) => touching.get(cell)?.some((t) => t.check.strength === 'repeat') ?? false
  const isRounded = sums.every((t) => !sumWith(t, changes).difference.isZero())
  return isRounded && [...changes.values()].some(isOther) && ![...changes.keys()].some(isRepeated)
}

const ids = new WeakMap<Cell, number>()
let count = 0

/** Two sums over the same cells are one witness. */
export function cellsOf(t: Trial): string {
  const id = ({ cell }: Place) => {
    if (!ids.has(cell)) ids.set(cell, count++)
    return ids.get(cell)!
  }
  return printed(t).map(id).sort().join(' ')
}

/** Those that share no cell with a cheaper one. */
function independent(found: readonly Changes[]): Changes[] {
  const out: Changes[] = []
  for (const changes of [...found].sort((a, b) => costOf(a) - costOf(b)))
    if (!out.some((o) => [...changes.keys()].some((cell) => o.has(cell)))) out.push(changes)
  return out
}
