/**
 * Figures of scans that follow from certain ones. Where many figures beside each other were hardly read (under a
 * seal), each breaks the sums over the others, and a sum over one of them says nothing of its reading. But a sum in
 * which all other figures are certain says what the last one is, and with that the next sum may have one left.
 */
import { Decimal } from 'decimal.js'
import { distance } from 'fastest-levenshtein'
import { parseAmount, tenTo, unitExponent } from '../../amount.ts'
import type { Cell, Table } from '../../model.ts'
import { SIGNED } from '../../template/columns/placed.ts'
import type { Seen, SeenCells } from '../../template/seen.ts'
import { cutFigures } from '../cut-figures.ts'
import type { Place, Trial } from '../identities/terms.ts'
import { detects } from '../proof.ts'
import { isSure, sameAmount } from './belief.ts'
import { signsOf } from './candidates.ts'
import { printed } from './knots.ts'
import { isOfGroups, usualPlaces } from './options.ts'
import { cellsOf, setAmount } from './repair.ts'
import { isLoneNought } from './trust.ts'

/** So many different sums have to say what a figure is that was read otherwise, … */
const WITNESSES = 2
/** … and one, if a reader found it possible: with this share (0–1) of the reading that was taken. */
const POSSIBLE = 0.05

/** What a sum of certain figures leaves for the one that is not. */
interface Left {
  place: Place
  value: Decimal
  from: Trial
  /** Whether a blank of the sum lies under a seal: it bears out what another one says. */
  isOpen: boolean
}

/** How the figures of a table are printed. */
interface Print {
  table: Table
  places: number | null
  cut: ReadonlySet<Cell>
}

/** What is certain: figures (those that were put right with their value) and blanks. */
interface Certain {
  cells: Set<Cell>
  values: Map<Cell, Decimal>
}

export interface Doubted {
  seen: SeenCells
  /** Those of which line or column are in doubt. */
  unplaced: ReadonlySet<Cell>
  /** Those that hold a figure only because they must hold one: no reading is one. */
  lost: ReadonlySet<Cell>
}

/** Sets the figures that follow, and returns them. */
export function follows(
  tables: readonly Table[],
  trials: readonly Trial[],
  { seen, unplaced, lost }: Doubted,
): Set<Cell> {
  const prints = new Map(tables.map((table) => [table.id, toPrint(table)]))
  const formal = trials.filter((t) => t.check.strength !== 'usual')
  const certain: Certain = { cells: certainCells(formal, seen), values: new Map() }
  const settled = new Set<Cell>()
  for (;;) {
    const before = certain.cells.size
    for (const [cell, left] of leftByCell(formal, certain)) {
      // Nothing is hidden in it.
      if (cell.value === null) certain.cells.add(cell)
      const [ink, print] = [seen.get(cell), prints.get(left[0]!.place.table)]
      if (!ink || !print || unplaced.has(cell) || !mayFollow(left[0]!.place, ink, print, seen)) continue
      const value = borneOut(left, ink, print, lost.has(cell))
      if (!value || breaksAny(left[0]!.place, value, formal)) continue
      hold(left[0]!.place, value, ink, print)
      certain.values.set(cell, value)
      certain.cells.add(cell)
      settled.add(cell)
    }
    if (certain.cells.size === before) return settled
  }
}

function toPrint(table: Table): Print {
  return { table, places: usualPlaces(table), cut: cutFigures(table) }
}

/**
 * Figures and blanks that nobody doubts. One that was read clearly and is said to contradict its sums is doubted
 * only where all others in such a sum are as clear: else the contradiction is a reader's.
 */
function certainCells(formal: readonly Trial[], seen: SeenCells): Set<Cell> {
  const isClear = (cell: Cell) => {
    const ink = seen.get(cell)
    return cell.status === 'inconsistent' && ink !== undefined && isSure(ink)
  }
  const isFirm = ({ status }: Cell) => status === 'proved' || status === 'repaired' || status === 'read'
  const isEither = ({ cell }: Place) => isFirm(cell) || isClear(cell)
  const contested = new Set(
    formal
      .filter((t) => t.check.result === 'violated' && [...printed(t), ...t.blanks].every(isEither))
      .flatMap((t) => printed(t).map((p) => p.cell)),
  )
  return new Set(
    formal
      .flatMap((t) => [...printed(t), ...t.blanks])
      .filter((p) => isEither(p) && (isFirm(p.cell) || !contested.has(p.cell)))
      .map((p) => p.cell),
  )
}

/** Parts less total, of the figures that are certain. */
function sumOf(t: Trial, { cells, values }: Certain): Decimal {
  return t.places.reduce(
    (sum, { cell, value }, i) => (cells.has(cell) ? sum.plus((values.get(cell) ?? value).times(t.signs[i]!)) : sum),
    new Decimal(0),
  )
}

/** What is not certain of a sum. */
function openOf(t: Trial, { cells }: Certain): Place[] {
  return [...printed(t), ...t.blanks].filter(({ cell }) => !cells.has(cell))
}

/** Whether what is open of a sum is nought: the rest holds, and nothing but noughts adds up to nothing, where nothing has a sign. */
function isNothing(t: Trial, open: readonly Place[], certain: Certain): boolean {
  const isSigned = open.some(({ column }) => SIGNED.test(column)) || t.signs.slice(1).includes(-1)
  return certain.cells.has(t.places[0]!.cell) && !isSigned && sumOf(t, certain).isZero()
}

/** What sums leave for figures that are not certain: for the only one in them, or for all where they must be nought. */
function leftByCell(formal: readonly Trial[], certain: Certain): Map<Cell, Left[]> {
  const out = new Map<Cell, Left[]>()
  const add = (left: Left) => out.set(left.place.cell, [...(out.get(left.place.cell) ?? []), left])
  for (const from of formal) {
    const open = openOf(from, certain)
    const [only, ...more] = open.filter(({ cell }) => cell.value !== null)
    const isOpen = open.some(({ cell }) => cell.value === null)
    if (isNothing(from, open, certain))
      for (const place of open) add({ place, value: new Decimal(0), from, isOpen: false })
    else if (only && more.length === 0) {
      const sign = from.signs[from.places.indexOf(only)]!
      add({ place: only, value: sumOf(from, certain).times(-sign), from, isOpen })
    }
  }
  return out
}

/** Whether a figure in doubt stands where it was read, whole and without a sign that is easily lost. */
function mayFollow({ cell, column }: Place, ink: Seen, { table, places, cut }: Print, seen: SeenCells): boolean {
  const isFigure = cell.mark === 'amount' || (cell.mark === 'zero' && !isLoneNought(cell, table, seen, isSure))
  const isOdd = SIGNED.test(column) || cut.has(cell) || isOfGroups(cell, places)
  return cell.status === 'suspect' && isFigure && !ink.misplaced && !isOdd
}

/** The figure that the sums say it is: as it was read one is enough that holds exactly, else two; null where they say none. */
function borneOut(left: readonly Left[], ink: Seen, { places }: Print, isLost: boolean): Decimal | null {
  const { cell, value: own, ulp } = left[0]!.place
  const sharp = left.filter((l) => detects(l.from.tolerance, ulp))
  const firm = sharp.filter((l) => !l.isOpen).sort(byCloseness)
  const agree = (value: Decimal) => left.every((l) => l.isOpen || l.value.minus(value).abs().lte(l.from.tolerance))
  const amount = parseAmount(cell.value!)
  const isWhole = amount && (places === null || amount.places === places || own.isZero())
  // The same figure elsewhere is the same to its last digit: a sum that fits may do so by its terms' rounding.
  const isRefuted = firm.some((l) => l.from.check.strength === 'repeat' && !l.value.eq(own))
  if (isWhole && !isLost && !isRefuted && firm.some((l) => l.value.eq(own))) return agree(own) ? own : null
  const [best] = firm
  const text = best && places !== null && !best.value.isNegative() ? textOf(best.value, ink, places) : null
  if (!best || text === null || !agree(best.value)) return null
  const exact = firm.filter((l) => l.value.eq(best.value))
  // Rounding may be why it is not what the sums leave.
  const isRepeated = best.from.check.strength === 'repeat' && witnesses(exact) >= WITNESSES
  if (isWhole && !isLost && agree(own) && !isRepeated) return null
  if (isPossible(text, ink)) return best.value
  const isExact = best.from.check.strength === 'repeat' || witnesses(exact) >= WITNESSES
  const near = sharp.filter((l) => l.value.minus(best.value).abs().lte(l.from.tolerance))
  const isSaid = isExact && witnesses(near) >= WITNESSES && !best.value.isZero()
  return isSaid && isNear(text, ink) ? best.value : null
}

/** Whether it would break a sum that holds with what was read. */
function breaksAny({ cell, value: own }: Place, value: Decimal, formal: readonly Trial[]): boolean {
  const more = value.minus(own)
  return formal.some((t) => {
    const at = t.places.findIndex((p) => p.cell === cell)
    if (more.isZero() || at < 0 || t.check.result === 'violated') return false
    return t.difference.plus(more.times(t.signs[at]!)).abs().gt(t.tolerance)
  })
}

/** Whether a reader found it possible. */
function isPossible(text: string, ink: Seen): boolean {
  return worthwhile(ink).some((read) => sameAmount(read, text))
}

/** Whether it is one sign off what a reader found possible: of ink of which less was read nobody is certain. */
function isNear(text: string, ink: Seen): boolean {
  return worthwhile(ink).some((read) => distance(signsOf(read), signsOf(text)) <= 1)
}

function worthwhile({ readings }: Seen): string[] {
  return readings.filter((r) => r.share >= POSSIBLE * readings[0]!.share).map((r) => r.text)
}

/** The same figure elsewhere says more than a sum, and that the more the fewer roundings are in it. */
function byCloseness({ from: a }: Left, { from: b }: Left): number {
  const isSum = (t: Trial) => Number(t.check.strength === 'sum')
  return isSum(a) - isSum(b) || a.tolerance.cmp(b.tolerance)
}

function witnesses(left: readonly Left[]): number {
  return new Set(left.map((l) => cellsOf(l.from))).size
}

/** As the table would print it; null where it would have more places. */
function textOf(value: Decimal, { unit }: Seen, places: number): string | null {
  const inUnit = value.div(tenTo(unitExponent(unit) ?? 0))
  return inUnit.decimalPlaces() > places ? null : inUnit.toFixed(places)
}

function hold({ cell, value: own }: Place, value: Decimal, ink: Seen, { places }: Print): void {
  if (value.eq(own)) return
  setAmount(cell, parseAmount(textOf(value, ink, places!)!)!, ink)
}
