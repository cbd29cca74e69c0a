/**
 * How far a cell of a scan may be trusted. The one place where this is decided:
 *
 * - `proved`: a sum holds over it that would break with any other reading the reader found possible, and
 *   with any digit but the last changed. The last digit is the reader's word where rounding may hide it.
 * - `read`: no sum covers it; the readers are sure and agree, and it is printed as its table's amounts are.
 * - `repaired`: set by repair.ts.
 * - `inconsistent`: seen clearly, and the sums contradict it: that is the publisher's.
 * - `suspect`: everything else; and whatever its reading, a cell of which the line or the column is unsure.
 */
import { parseAmount, readCell } from '../amount.ts'
import type { Cell, Table } from '../model.ts'
import type { Glyph } from '../page/types.ts'
import { SIGNED } from '../template/placed.ts'
import type { Seen, SeenCells } from '../template/seen.ts'
import { isSure, SURE, SURE_TOGETHER, shareOfAmount } from './belief.ts'
import type { Blame } from './blame.ts'
import { cutFigures, showsEnd } from './cut-figures.ts'
import { type Board, type Change, holdsWith, printed, solutions, toBoard, touched } from './knots.ts'
import { isAmbiguous, isOfGroups, likeAmount, usualPlaces } from './options.ts'
import { cellsOf, type OptionsOf } from './repair.ts'
import type { Trial } from './terms.ts'

/** A reading this unlikely beside the best (natural logarithm: 1 to 1,000) is not what is printed. */
const PLAUSIBLE = 7

/** The figures, each one word, that no sum proves: those that a second reader should look at. */
export function unprovedFigures(seen: SeenCells): Glyph[] {
  return [...seen].flatMap(([cell, { glyphs, readings, misplaced, second }]) => {
    const [word] = glyphs
    const settled = cell.status === 'proved' || cell.status === 'repaired' || misplaced || second !== undefined
    return word && glyphs.length === 1 && !settled && likeAmount(readings[0]!.text) ? [word] : []
  })
}

export interface Evidence {
  trials: readonly Trial[]
  /** Cells with the checks that hold and prove them, as far as arithmetic goes. */
  proved: ReadonlyMap<Cell, readonly Trial[]>
  blamed: readonly Blame[]
  options: OptionsOf
}

/** Sets the status of every cell that was read from a scan. */
export function trustScans(
  tables: readonly Table[],
  seen: SeenCells,
  { trials, proved, blamed, options }: Evidence,
): void {
  const board = toBoard(trials, seen, options)
  const guilty = new Set(blamed.map((b) => b.place.cell))
  const cut = new Set(tables.flatMap((table) => [...cutFigures(table)]))
  const isWhole = (cell: Cell, t: Trial, places: number | null) =>
    (!isShort(cell, places) || t.difference.isZero()) && (!cut.has(cell) || showsEnd(cell, t, cut))
  const proofsOf = (cell: Cell, places: number | null) =>
    (proved.get(cell) ?? []).filter((t) => isWhole(cell, t, places))
  for (const table of tables) {
    const places = usualPlaces(table)
    const figures = figureColumns(table)
    const doubtful = doubtfulShare(table, seen)
    const [blurred, faint] = [doubtful > BLURRED.share, doubtful > FAINT]
    for (const row of table.rows)
      for (const [column, cell] of Object.entries(row.cells)) {
        const ink = seen.get(cell)
        if (!ink || cell.status === 'unreadable') continue
        const isLost = figures.has(column) && cell.mark === 'text' && ink.readings[0]!.share < SURE
        const isOdd = isOfGroups(cell, places) && !(places === null && isSure(ink))
        if (ink.misplaced || isLost || isOdd) {
          cell.status = 'suspect'
          continue
        }
        if (cell.status === 'repaired') {
          const holding = (board.touching.get(cell) ?? []).filter((t) => t.check.result !== 'violated')
          const isExact = !(isShort(cell, places) || cut.has(cell)) || holding.some((t) => isWhole(cell, t, places))
          const isLone = blurred && new Set(holding.map(cellsOf)).size < 2 && isRepeated(holding)
          if (
            !isExact ||
            isLone ||
            isLoneNought(cell, table, seen, () => true) ||
            isRivalled(board, cell) ||
            isEcho(cell, holding, seen)
          )
            cell.status = 'suspect'
          continue
        }
        const doubted = (board.touching.get(cell) ?? []).some((t) => t.check.result === 'violated')
        if (
          !guilty.has(cell) &&
          provesReading(board, proofsOf(cell, places), { cell, seen: ink, all: seen, doubted, faint })
        )
          cell.status = readCell(cell.raw).value === cell.value ? 'proved' : 'repaired'
        else
          cell.status = unproved(
            cell,
            ink,
            places,
            doubted,
            (isNought(board, cell) && !isLoneNought(cell, table, seen, isSure)) ||
              isBacked(ink, proved.get(cell) ?? []),
          )
        if (cut.has(cell) && cell.status !== 'proved' && cell.status !== 'repaired') cell.status = 'suspect'
        const maySign = blurred && SIGNED.test(column) && cell.mark === 'amount'
        if (
          maySign &&
          (cell.status === 'read' ||
            // A sum that breaks for want of a minus is no error of the publisher's.
            cell.status === 'inconsistent' ||
            (cell.status === 'proved' && !proofsOf(cell, places).some(showsSign)))
        )
          cell.status = 'suspect'
      }
  }
}

/** Whether digits behind the point are missing that the amounts of the table have: rounding would hide that they were lost. */
function isShort(cell: Cell, places: number | null): boolean {
  const amount = cell.mark === 'amount' && cell.yuan !== null ? parseAmount(cell.value!) : null
  return amount !== null && places !== null && amount.places < places
}

/** Whether its table shows no other nought (as `shows` finds): what was read as one, or made one, may as well be dirt in a blank. */
function isLoneNought(cell: Cell, { rows }: Table, seen: SeenCells, shows: (ink: Seen) => boolean): boolean {
  const isPrinted = (c: Cell) => {
    const ink = c.mark === 'zero' && c !== cell ? seen.get(c) : undefined
    return ink !== undefined && readCell(ink.readings[0]?.text ?? '').mark === 'zero' && shows(ink)
  }
  return cell.mark === 'zero' && !rows.some((row) => Object.values(row.cells).some(isPrinted))
}

/**
 * Print of which more than this share (0–1) of the figures is believed less than so much (0–1) may have lost a minus
 * without a trace: it is little ink. Blurred copies of 120 dpi have 11 to 20 %, those of 150 dpi at most 2 %.
 */
const BLURRED = { share: 0.05, belief: 0.95 }

/**
 * Print of which more than this share (0–1) of the figures is believed less is too small for its dots: all its 4 are
 * read as 1, and the same figure read twice is no witness. Of 5 points at 150 dpi it is 92 % of the figures of a long
 * table, and at most 77 % on blurred copies of 120 dpi, where figures that are misread alike have not been seen.
 */
const FAINT = 0.85

function doubtfulShare({ rows }: Table, seen: SeenCells): number {
  const figures = rows.flatMap((row) =>
    Object.values(row.cells).flatMap((cell) => (cell.mark === 'amount' ? (seen.get(cell) ?? []) : [])),
  )
  return figures.filter((ink) => shareOfAmount(ink) < BLURRED.belief).length / Math.max(1, figures.length)
}

/** Sums of changes hold as well where all of them lost their minus: a figure of another column, or a minus, shows it. */
export function showsSign({ check: { terms } }: Pick<Trial, 'check'>): boolean {
  return terms.some(({ column, value }) => !SIGNED.test(column ?? '') || value?.startsWith('-'))
}

/** A column is one of figures if at least this share of what is printed in it (0–1) is. */
const FIGURES = 0.5

/** Where a text is rather a figure that could not be read. */
export function figureColumns({ columns, rows }: Table): Set<string> {
  const of = columns.filter(({ id }) => {
    const printed = rows.flatMap((row) => row.cells[id] ?? []).filter((cell) => cell.mark !== 'blank')
    const count = printed.filter(({ mark }) => mark === 'amount' || mark === 'zero').length
    return count > FIGURES * printed.length
  })
  return new Set(of.map(({ id }) => id))
}

interface Doubt {
  cell: Cell
  seen: Seen
  all: SeenCells
  /** Whether a sum over the cell is broken. */
  doubted: boolean
  /** Whether hardly a figure of the table is believed. */
  faint: boolean
}

/** Whether the sums that hold over the cell would break with every other plausible reading of it. */
function provesReading(board: Board, proofs: readonly Trial[], { cell, seen, all, doubted, faint }: Doubt): boolean {
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
function isRepeated(holding: readonly Trial[]): boolean {
  return holding.every((t) => t.check.strength === 'repeat')
}

/** Whether nothing bears the cell out but the same figure elsewhere, and the reader doubts both. */
function isEcho(cell: Cell, holding: readonly Trial[], seen: SeenCells): boolean {
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
function isBacked(seen: Seen, holding: readonly Trial[]): boolean {
  return shareOfAmount(seen) >= SURE && holding.some((t) => t.check.strength === 'usual' && t.check.result === 'holds')
}

/** Whether a printed zero is one: sums of noughts prove no figure, but they would break with any other. */
function isNought(board: Board, cell: Cell): boolean {
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

/** Whether two cells may have been misread alike, so that a repaired one holds a wrong digit still. */
function isRivalled(board: Board, cell: Cell): boolean {
  const place = (board.touching.get(cell) ?? []).flatMap(printed).find((p) => p.cell === cell)
  return (
    !place ||
    board
      .changes(place)
      .filter(isPlausible)
      .some((other) => breaksAny(board, other) && hasRival(board, other))
  )
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

/** The same for a text: its share falls with every character, and nothing is computed from it. */
const SURE_TEXT = 0.5

const HAN = /\p{Script=Han}/u
/** A figure with something beside or within it that is no figure, and no measure (≥95%) either. */
const MISREAD = /^[^\p{Script=Han}%％≥≤><=]*\d[.,，]\d[^\p{Script=Han}%％≥≤><=]*$/u

/** The status of a scanned cell that no sum proves; `places` is what its table's amounts are printed with. */
function unproved(cell: Cell, seen: Seen, places: number | null, doubted: boolean, backed: boolean): Cell['status'] {
  if (cell.mark === 'text') {
    const figure = /^[-\d.,，．\s]*\d[-\d.,，．\s]*$/.test(cell.raw) || MISREAD.test(cell.raw)
    return figure || seen.readings[0]!.share < (HAN.test(cell.raw) ? SURE_TEXT : SURE_TOGETHER)
      ? 'suspect'
      : cell.status
  }
  const isJoined = isAmbiguous(cell) && readCell(cell.raw).value !== cell.value
  const sure = (isSure(seen) || backed) && cell.status !== 'suspect' && !isJoined
  if (doubted) return sure ? 'inconsistent' : 'suspect'
  const amount = cell.mark === 'amount' && cell.yuan !== null ? parseAmount(cell.value!) : null
  return sure && (!amount || places === null || amount.places === places) ? 'read' : 'suspect'
}
