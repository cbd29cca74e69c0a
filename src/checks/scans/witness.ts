/** What the sums over a cell of a scan say of its reading, and what the readers' doubts leave of that. */
import { Decimal } from 'decimal.js'
import { readCell } from '../../amount.ts'
import type { Cell } from '../../model.ts'
import type { Seen, SeenCells } from '../../template/seen.ts'
import type { Trial } from '../identities/terms.ts'
import { isSure, SURE, shareOfAmount } from './belief.ts'
import { type Board, type Change, holdsWith, printed, solutions, sumWith, touched } from './knots.ts'
import { cellsOf } from './repair.ts'

/** A reading this unlikely beside the best (natural logarithm: 1 to 1,000) is not what is printed. */
const PLAUSIBLE = 7

export interface Doubt {
  cell: Cell
  seen: Seen
  all: SeenCells
  /** Whether a sum over the cell is broken. */
  doubted: boolean
  /** Whether hardly a figure of the table is believed. */
  faint: boolean
}

/** Whether the sums that hold over the cell would break with every other plausible reading of it. */
export function provesReading(
  board: Board,
  proofs: readonly Trial[],
  { cell, seen, all, doubted, faint }: Doubt,
): boolean {
  // Where rounding has to be allowed for, the last digit is the reader's word.
  const sure = isSure(seen)
  const proving = proofs.filter((t) => t.check.strength !== 'usual' && (sure || t.check.result === 'holds'))
  const place = proving.flatMap(printed).find((p) => p.cell === cell)
  if (!place) return false
  // One sum may hold by two like mistakes (the same figure read twice), or by three; where another one breaks, it is not enough.
  const isSum = proving.some((t) => t.check.strength === 'sum')
  const isFirm = (t: Trial) => printed(t).every((p) => p.cell === cell || !isDoubted(board, p.cell, all))
  const firm = doubted ? [] : proving.filter(isFirm)
  if (!sure && firm.length === 0 && new Set(proving.map(cellsOf)).size < 2) return false
  if (!isSum && (doubted || faint ? !sure : isSpeck(cell, seen) || isEcho(cell, proving, all))) return false
  const others = board.changes(place).filter(isPlausible)
  return others.every((other) => proving.some((t) => breaks(t, other)) && !hasRival(board, other))
}

/** Whether a sum over a figure of which no reader is sure is broken. */
function isDoubted(board: Board, cell: Cell, all: SeenCells): boolean {
  const ink = all.get(cell)
  return (
    ink !== undefined && !isSure(ink) && (board.touching.get(cell) ?? []).some((t) => t.check.result === 'violated')
  )
}

/** The same speck in two cells is read as the same digit: so few digits, and not this sure (0–1), are no witness of each other. */
const SPECK = { digits: 2, share: 0.8 }

function isSpeck({ value }: Cell, { readings }: Seen): boolean {
  const digits = value?.match(/\d/g)?.length ?? 0
  return digits <= SPECK.digits && readings[0]!.share < SPECK.share
}

/** The same figure in two cells is misread in the same way where both are believed less than this (0–1). */
const ECHO = 0.5

/** Whether nothing bears a cell out but the same figure elsewhere: on blurred print either of two may be the misread one. */
export function isRepeated(holding: readonly Trial[]): boolean {
  return holding.every((t) => t.check.strength === 'repeat')
}

/** Whether nothing bears the cell out but the same figure elsewhere, and the reader doubts both. */
export function isEcho(cell: Cell, holding: readonly Trial[], seen: SeenCells): boolean {
  const doubtful = (c: Cell) => {
    const ink = seen.get(c)
    return ink !== undefined && shareOfAmount(ink) < ECHO
  }
  return (
    doubtful(cell) &&
    isRepeated(holding) &&
    holding.every((t) => printed(t).every((p) => p.cell === cell || doubtful(p.cell)))
  )
}

/**
 * Whether the first reader is sure and read the same elsewhere, where forms mostly print it again: no proof, but
 * more than the second reader's doubt.
 */
export function isBacked(seen: Seen, holding: readonly Trial[]): boolean {
  return shareOfAmount(seen) >= SURE && holding.some((t) => t.check.strength === 'usual' && t.check.result === 'holds')
}

/** Whether a printed zero is one: sums of noughts prove no figure, but they would break with any other. */
export function isNought(board: Board, cell: Cell): boolean {
  const holding = (board.touching.get(cell) ?? []).filter((t) => t.check.result === 'holds')
  const place = holding.flatMap(printed).find((p) => p.cell === cell)
  if (cell.mark !== 'zero' || !place) return false
  const others = board.changes(place).filter(isPlausible)
  return others.every((other) => holding.some((t) => breaks(t, other)) && !hasRival(board, other))
}

function isPlausible({ option }: Change): boolean {
  return option.seen && option.cost < PLAUSIBLE
}

function breaks(t: Trial, change: Change): boolean {
  return !holdsWith(t, new Map([[change.place.cell, change]]))
}

/** 9303 made 93.02: with the point that it lost it is 93.03, and all sums allow for that as well, by rounding. */
export function mayKeepDigits(cell: Cell, holding: readonly Trial[]): boolean {
  const { raw, value, yuan } = cell
  const digits = raw.replace(/[,.，．\s]/g, '')
  if (!value || cell.mark === 'zero' || !/^\d+$/.test(digits) || digits === value.replace('.', '')) return false
  const { places = 0 } = readCell(value).amount ?? {}
  const factor = yuan ? new Decimal(yuan).div(value) : new Decimal(1)
  const pointed = new Decimal(digits).div(new Decimal(10).pow(places)).times(factor)
  // The same figure in another place is the same to its last digit.
  const most = (t: Trial) => (t.check.strength === 'repeat' ? new Decimal(0) : t.tolerance)
  const holds = (t: Trial) =>
    t.places.every((p, i) => {
      const more = p?.cell === cell ? pointed.minus(p.value).times(t.signs[i]!) : null
      return more === null || t.difference.plus(more).abs().lte(most(t))
    })
  return holding.length > 0 && holding.every(holds)
}

/** Whether two cells may have been misread alike, so that a repaired one holds a wrong digit still. */
export function isRivalled(board: Board, cell: Cell): boolean {
  const place = (board.touching.get(cell) ?? []).flatMap(printed).find((p) => p.cell === cell)
  return (
    !place ||
    board
      .changes(place)
      .filter(isPlausible)
      .some((other) => breaksAny(board, other) && hasRival(board, other))
  )
}

/**
 * Whether a sum over it holds as well with another reading of it and of a figure beside it of which no reader is sure:
 * 10.35 and 0.82 for 10.55 and 0.62. It may be the misread one of two, though both readers saw the same in it.
 */
export function isPaired(board: Board, cell: Cell, all: SeenCells): boolean {
  const holding = cell.mark === 'amount' ? (board.touching.get(cell) ?? []) : []
  return holding.some((t) => {
    const own = printed(t).find((p) => p.cell === cell)
    const doubtful = printed(t).filter((p) => p.cell !== cell && all.has(p.cell) && !isSure(all.get(p.cell)!))
    const others = doubtful.flatMap((p) => board.changes(p).filter(isPlausible))
    const changes = own ? board.changes(own) : []
    return others.some((other) =>
      changes.some((change) => {
        const both = new Map([
          [cell, change],
          [other.place.cell, other],
        ])
        return sumWith(t, both).difference.abs().lte(t.difference.abs()) && !holdsWith(t, new Map([[cell, change]]))
      }),
    )
  })
}

/** Whether sums hold over it, but by rounding alone: they allow for another last digit as well, and bear none out. */
export function isRoundedOnly(cell: Cell, holding: readonly Trial[]): boolean {
  const sums = cell.mark === 'amount' ? holding.filter((t) => t.check.strength === 'sum') : []
  return sums.length > 0 && sums.every((t) => !t.difference.isZero())
}

function breaksAny(board: Board, other: Change): boolean {
  return touched(board, new Map([[other.place.cell, other]])).some((t) => breaks(t, other))
}

/** Whether a second plausible change makes up for the first, so that nothing would show. */
function hasRival(board: Board, other: Change): boolean {
  const given = new Map([[other.place.cell, other]])
  const open = touched(board, given).find((t) => !holdsWith(t, given))
  return !open || solutions(board, open, 2, given).some((s) => [...s.values()].every(isPlausible))
}
