/**
 * How far a cell of a scan may be trusted. The one place where this is decided:
 *
 * - `proved`: a sum holds over it that would break with any other reading the reader found possible, and
 *   with any digit but the last changed. The last digit is the reader's word where rounding may hide it.
 * - `read`: no sum covers it; the readers are sure and agree, and it is printed as its table's amounts are.
 * - `repaired`: set by repair.ts, or it was read otherwise and follows from certain figures (follows.ts).
 * - `inconsistent`: seen clearly, and the sums contradict it: that is the publisher's.
 * - `suspect`: everything else; and whatever its reading, a cell of which the line or the column is unsure.
 */
import { parseAmount, readCell } from '../../amount.ts'
import type { Cell, Table } from '../../model.ts'
import type { Glyph } from '../../page/types.ts'
import { SIGNED } from '../../template/columns/placed.ts'
import type { Seen, SeenCells } from '../../template/seen.ts'
import type { Blame } from '../blame.ts'
import { cutFigures, showsEnd } from '../cut-figures.ts'
import { differenceWith, type Trial, ZERO } from '../identities/terms.ts'
import { isSure, isSureThoughBlurred, SURE, SURE_TOGETHER, shareOfAmount } from './belief.ts'
import { type Board, toBoard } from './knots.ts'
import { isAmbiguous, isOfGroups, likeAmount, usualPlaces } from './options.ts'
import { cellsOf, type OptionsOf } from './repair.ts'
import {
  isBacked,
  isEcho,
  isNought,
  isPaired,
  isRepeated,
  isRivalled,
  isRoundedOnly,
  mayKeepDigits,
  provesReading,
} from './witness.ts'

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
  /** Figures that follow from certain ones (`follows.ts`). */
  settled?: ReadonlySet<Cell>
}

/** What is known of all cells together. */
interface Known extends Pick<Evidence, 'proved'> {
  settled: ReadonlySet<Cell>
  seen: SeenCells
  board: Board
  /** Cells that explain broken sums best. */
  guilty: ReadonlySet<Cell>
  /** Figures that may have lost their end. */
  cut: ReadonlySet<Cell>
}

/** A table as its cells are judged by it. */
interface Sheet {
  table: Table
  /** Places that its amounts are printed with, where most have as many. */
  places: number | null
  /** Columns of figures. */
  figures: ReadonlySet<string>
  blurred: boolean
  faint: boolean
}

interface Place {
  cell: Cell
  column: string
  ink: Seen
}

/** Sets the status of every cell that was read from a scan. */
export function trustScans(
  tables: readonly Table[],
  seen: SeenCells,
  { trials, proved, blamed, options, settled = new Set() }: Evidence,
): void {
  const known: Known = {
    seen,
    proved,
    settled,
    board: toBoard(trials, seen, (cell) => (settled.has(cell) ? [] : options(cell))),
    guilty: new Set(blamed.map((b) => b.place.cell)),
    cut: new Set(tables.flatMap((table) => [...cutFigures(table)])),
  }
  for (const table of tables) {
    const sheet = toSheet(table, seen)
    for (const row of table.rows)
      for (const [column, cell] of Object.entries(row.cells)) {
        const ink = seen.get(cell)
        if (ink && cell.status !== 'unreadable') cell.status = statusOf({ cell, column, ink }, sheet, known)
      }
  }
}

function toSheet(table: Table, seen: SeenCells): Sheet {
  const doubtful = doubtfulShare(table, seen)
  return {
    table,
    places: usualPlaces(table),
    figures: figureColumns(table),
    blurred: doubtful > BLURRED.share,
    faint: doubtful > FAINT,
  }
}

function statusOf(place: Place, sheet: Sheet, known: Known): Cell['status'] {
  const { cell, column } = place
  if (isNoFigureOfIts(place, sheet) || isSpared(place, known)) return 'suspect'
  const isRepaired = known.settled.has(cell) ? !isAsRead(cell) : cell.status === 'repaired'
  if (isRepaired && mayKeepDigits(cell, holdingOf(cell, known))) return 'suspect'
  if (known.settled.has(cell)) return isRepaired ? 'repaired' : 'proved'
  if (cell.status === 'repaired') return isRepairFirm(cell, sheet, known) ? 'repaired' : 'suspect'
  const status = statusRead(place, sheet, known)
  const isProved = status === 'proved' || status === 'repaired'
  if (known.cut.has(cell) && !isProved) return 'suspect'
  if (!(sheet.blurred && SIGNED.test(column) && cell.mark === 'amount')) return status
  // It may have lost its minus; a sum that breaks for want of one is no error of the publisher's.
  const hasSign = status === 'repaired' || (status === 'proved' && proofsOf(cell, sheet, known).some(showsSign))
  return hasSign || status === 'suspect' ? status : 'suspect'
}

/** Whether line or column are unsure, or what stands in the cell cannot be a figure of its table. */
function isNoFigureOfIts({ cell, column, ink }: Place, { places, figures }: Sheet): boolean {
  const isLost = figures.has(column) && cell.mark === 'text' && ink.readings[0]!.share < SURE
  const isOdd = isOfGroups(cell, places) && !(places === null && isSure(ink))
  return ink.misplaced || isLost || isOdd || isSpeck(cell, ink, places)
}

/** Ink believed less than this (0–1) is hardly read. */
const HARDLY = 0.5

/** A lone digit, hardly read, in a table whose amounts have places: dirt in a blank, which a sum takes where it makes up for a misread figure. */
function isSpeck({ mark, value }: Cell, ink: Seen, places: number | null): boolean {
  return mark === 'amount' && /^-?\d$/.test(value ?? '') && places !== null && places > 0 && shareOfAmount(ink) < HARDLY
}

/** Whether a figure hardly read may as well be dirt in a blank: all sums over it hold without it, too, by rounding. */
function isSpared({ cell, ink }: Place, known: Pick<Known, 'board'>): boolean {
  if (cell.mark !== 'amount' || shareOfAmount(ink) >= HARDLY) return false
  const holding = holdingOf(cell, known)
  const holdsWithout = (t: Trial) =>
    differenceWith(t, t.places.find((p) => p?.cell === cell)!, ZERO)
      .abs()
      .lte(t.tolerance)
  return holding.length > 0 && holding.every(holdsWithout)
}

function holdingOf(cell: Cell, { board }: Pick<Known, 'board'>): Trial[] {
  return (board.touching.get(cell) ?? []).filter((t) => t.check.result !== 'violated')
}

/** Whether what the sums made of a reading is the only thing that it may be. */
function isRepairFirm(cell: Cell, { table, places, blurred }: Sheet, { seen, board, cut }: Known): boolean {
  const holding = holdingOf(cell, { board })
  const isExact = !(isShort(cell, places) || cut.has(cell)) || holding.some((t) => isWhole(cell, t, places, cut))
  if (isLeftToRounding(cell, holding, seen) || isOffByRounding(holding)) return false
  const isLone = blurred && new Set(holding.map(cellsOf)).size < 2 && isRepeated(holding)
  const isDirt = isLoneNought(cell, table, seen, () => true)
  return isExact && !isLone && !isDirt && !isRivalled(board, cell) && !isEcho(cell, holding, seen)
}

/** The same figure in another place is the same to its last digit, whatever rounding might explain. */
function isOffByRounding(holding: readonly Trial[]): boolean {
  return holding.some((t) => t.check.strength === 'repeat' && !t.difference.isZero())
}

/** Whether a last digit that was hardly read, and as another, is what sums make it that hold by rounding alone: they allow for more than one. */
function isLeftToRounding(cell: Cell, holding: readonly Trial[], seen: SeenCells): boolean {
  const ink = seen.get(cell)
  const isHardly = ink !== undefined && shareOfAmount(ink) < HARDLY && cell.raw.at(-1) !== cell.value?.at(-1)
  return isHardly && holding.every((t) => !t.difference.isZero())
}

/** By the sums that hold over the cell, else by the readers alone. */
function statusRead({ cell, ink }: Place, sheet: Sheet, known: Known): Cell['status'] {
  const { seen, board, guilty, proved } = known
  const { table, faint } = sheet
  const doubted = (board.touching.get(cell) ?? []).some((t) => t.check.result === 'violated')
  const doubt = { cell, seen: ink, all: seen, doubted, faint }
  const isDirt = isLoneNought(cell, table, seen, isSure)
  const isOff = shareOfAmount(ink) < SURE_TOGETHER && isOffByRounding(holdingOf(cell, known))
  if (!guilty.has(cell) && !isDirt && !isOff && provesReading(board, proofsOf(cell, sheet, known), doubt))
    return isAsRead(cell) ? 'proved' : 'repaired'
  const isPrintedNought = isNought(board, cell) && !isDirt
  const status = unproved(cell, ink, sheet, doubted, isPrintedNought || isBacked(ink, proved.get(cell) ?? []))
  const isOpen = isPaired(board, cell, seen) || isRoundedOnly(cell, holdingOf(cell, known))
  return status === 'read' && shareOfAmount(ink) < SURE && isOpen ? 'suspect' : status
}

function isAsRead({ raw, value }: Cell): boolean {
  return readCell(raw).value === value
}

/** The sums that prove a cell, of those that show that no digit of it is lost. */
function proofsOf(cell: Cell, { places }: Sheet, { proved, cut }: Known): Trial[] {
  return (proved.get(cell) ?? []).filter((t) => isWhole(cell, t, places, cut))
}

function isWhole(cell: Cell, t: Trial, places: number | null, cut: ReadonlySet<Cell>): boolean {
  return (!isShort(cell, places) || t.difference.isZero()) && (!cut.has(cell) || showsEnd(cell, t, cut))
}

/** Whether digits behind the point are missing that the amounts of the table have: rounding would hide that they were lost. */
function isShort(cell: Cell, places: number | null): boolean {
  const amount = cell.mark === 'amount' && cell.yuan !== null ? parseAmount(cell.value!) : null
  return amount !== null && places !== null && amount.places < places
}

/** Whether its table shows no other nought (as `shows` finds): what was read as one, or made one, may as well be dirt in a blank. */
export function isLoneNought(cell: Cell, { rows }: Table, seen: SeenCells, shows: (ink: Seen) => boolean): boolean {
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

/** The same for a text: its share falls with every character, and nothing is computed from it. */
const SURE_TEXT = 0.5

const HAN = /\p{Script=Han}/u
/** A figure with something beside or within it that is no figure, and no measure (≥95%) either. */
const MISREAD = /^[^\p{Script=Han}%％≥≤><=]*\d[.,，]\d[^\p{Script=Han}%％≥≤><=]*$/u

/** Noughts are printed with all places or with none: 0.0 among 0.12 is 0.01 with a digit lost. */
function isCutNought({ mark, value }: Cell): boolean {
  return mark === 'zero' && (parseAmount(value ?? '')?.places ?? 0) > 0
}

/** The status of a scanned cell that no sum proves. */
function unproved(
  cell: Cell,
  seen: Seen,
  { places, blurred }: Sheet,
  doubted: boolean,
  backed: boolean,
): Cell['status'] {
  if (cell.mark === 'text') {
    const figure = /^[-\d.,，．\s]*\d[-\d.,，．\s]*$/.test(cell.raw) || MISREAD.test(cell.raw)
    return figure || seen.readings[0]!.share < (HAN.test(cell.raw) ? SURE_TEXT : SURE_TOGETHER)
      ? 'suspect'
      : cell.status
  }
  const isJoined = isAmbiguous(cell) && readCell(cell.raw).value !== cell.value
  const isBelieved = blurred ? isSureThoughBlurred(seen) : isSure(seen)
  const sure = (isBelieved || backed) && cell.status !== 'suspect' && !isJoined
  if (doubted) return sure ? 'inconsistent' : 'suspect'
  const amount = (cell.mark === 'amount' && cell.yuan !== null) || isCutNought(cell) ? parseAmount(cell.value!) : null
  return sure && (!amount || places === null || amount.places === places) ? 'read' : 'suspect'
}
