/**
 * What the figures in doubt most likely are: of all that their ink may be, that with which most sums over them hold at
 * the least cost (`explain.ts`, `candidates.ts`). They stay `suspect`, and `raw` keeps what was read: a guess proves
 * nothing, and no other cell is believed for it.
 */
import { type Amount, parseAmount } from '../../amount.ts'
import type { Cell, Table } from '../../model.ts'
import type { SeenCells } from '../../template/seen.ts'
import type { Place, Trial } from '../identities/terms.ts'
import { isSure, shareOfAmount } from './belief.ts'
import { candidates } from './candidates.ts'
import { explain } from './explain.ts'
import { printed, toBoard } from './knots.ts'
import { meanings, usualPlaces } from './options.ts'
import { type OptionsOf, setAmount, type TryAll } from './repair.ts'
import { figureColumns } from './trust.ts'

interface Sums {
  tryAll: TryAll
  options: OptionsOf
}

/** Gives suspect cells of scans their likeliest value; returns whether it changed any. */
export function guess(tables: readonly Table[], seen: SeenCells, { tryAll, options }: Sums): boolean {
  const cells = tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)))
  const doubtful = new Set(cells.filter((c) => c.status === 'suspect' && seen.has(c) && c.value !== null))
  const lost = assume(tables, seen)
  for (const cell of lost.keys()) doubtful.add(cell)
  if (doubtful.size === 0) return false
  const board = toBoard(tryAll(), seen, (cell) => (doubtful.has(cell) ? options(cell) : []), { usual: true })
  const sure = new Set(cells.flatMap((c) => (doubtful.has(c) || c.value === null ? [] : [c.value])))
  const own = candidates(tables, seen, { board, sure, lost: new Set(lost.keys()) })
  const made = explain(board, doubtful, own)
  for (const [cell, { option }] of made) setAmount(cell, option.amount, seen.get(cell)!)
  const after = lost.size > 0 ? tryAll() : []
  for (const [cell, before] of lost) if (!isBorneOut(cell, after)) Object.assign(cell, before)
  return made.size > 0 || [...lost.keys()].some((cell) => cell.value !== null)
}

/** Ink believed less than this (0–1) was hardly read. */
const HARDLY = 0.6

/**
 * Noughts that were read clearly and contradicted their sums for nothing but ink that was hardly read: now that the sums
 * hold with what that may be, nothing is left of the contradiction, and they are as sure as where no sum covers them.
 * (Of other figures a reader can be sure and wrong, and what is hardly read is made to fit them.)
 */
export function acquit(before: readonly Trial[], after: readonly Trial[], seen: SeenCells): void {
  const isHardly = ({ cell }: Place) => {
    const ink = seen.get(cell)
    return ink !== undefined && cell.status === 'suspect' && shareOfAmount(ink) < HARDLY
  }
  const isBroken = (t: Trial) => t.check.strength !== 'usual' && t.check.result === 'violated'
  const accused = new Set(
    before.filter((t) => isBroken(t) && !printed(t).some(isHardly)).flatMap((t) => printed(t).map((p) => p.cell)),
  )
  for (const t of after) if (isBroken(t)) for (const { cell } of printed(t)) accused.add(cell)
  for (const { cell } of after.flatMap(printed)) {
    const ink = seen.get(cell)
    if (cell.status === 'inconsistent' && cell.mark === 'zero' && ink && isSure(ink) && !accused.has(cell))
      cell.status = 'read'
  }
}

export type Before = Pick<Cell, 'value' | 'mark' | 'yuan' | 'status'>

/** A figure of which no reading is one is nought until the sums say more; what it was goes with it. */
export function assume(tables: readonly Table[], seen: SeenCells): Map<Cell, Before> {
  const out = new Map<Cell, Before>()
  for (const table of tables) {
    const [figures, places] = [figureColumns(table), usualPlaces(table)]
    for (const row of table.rows)
      for (const [column, cell] of Object.entries(row.cells)) {
        const ink = seen.get(cell)
        const isText = cell.status === 'suspect' && cell.mark === 'text'
        if (!ink || !figures.has(column) || !(isText || cell.status === 'unreadable')) continue
        const { value, mark, yuan, status } = cell
        out.set(cell, { value, mark, yuan, status })
        setAmount(cell, digitsOf(cell.raw, places) ?? nought(places), ink)
        cell.status = 'suspect'
      }
  }
  return out
}

/** .500.00 is at least 500.00. */
function digitsOf(raw: string, places: number | null): Amount | null {
  const [tail] = /\d[\d.,]*$/.exec(raw) ?? []
  return (tail && meanings(tail, places)[0]?.amount) || null
}

function nought(places: number | null): Amount {
  return parseAmount((0).toFixed(places ?? 0))!
}

/** Whether sums over the cell say what it is, and none says otherwise. */
function isBorneOut(cell: Cell, trials: readonly Trial[]): boolean {
  const own = trials.filter((t) => t.check.strength !== 'usual' && printed(t).some((p) => p.cell === cell))
  return own.length > 0 && own.every((t) => t.check.result === 'holds')
}
