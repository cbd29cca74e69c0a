/**
 * Figures that lost their end. On pages of text a line of a wrapped amount or its last digit may be lost with what
 * stood over it. Of scans print may be too pale to be seen, or cut with its cell. The figures of a whole column
 * lose it together, and add up as well as if they were whole, for what rounding explains is as much.
 */
import { parseAmount } from '../amount.ts'
import type { Cell, Table } from '../model.ts'
import type { Trial } from './identities/terms.ts'

/** The places that so many of a table's amounts with places (0–1) have are what its print is made with. */
const USED = 0.25
/** Of amounts that are printed without their last noughts so many are short (0–1) … */
const NATURAL = 0.12
/** … and a column with so many that this happens by chance less often than so (0–1) was cut. */
const CHANCE = 0.02

const placesOf = (cell: Cell) =>
  cell.source === 'ocr' && cell.mark === 'amount' && cell.yuan !== null ? parseAmount(cell.value!)!.places : 0

const distinct = (cells: readonly Cell[]) => new Set(cells.map((cell) => cell.value)).size

/** The short figures (fewer places than the print of their table has) of columns that have too many of them. */
export function cutFigures({ columns, rows }: Table): Set<Cell> {
  const counts = new Map<number, number>()
  let total = 0
  for (const cell of rows.flatMap((row) => Object.values(row.cells))) {
    const places = placesOf(cell)
    if (places === 0) continue
    counts.set(places, (counts.get(places) ?? 0) + 1)
    total++
  }
  const most = Math.max(0, ...[...counts].flatMap(([places, n]) => (n >= USED * total ? [places] : [])))
  const cut = columns.flatMap(({ id }) => {
    const own = rows.flatMap((row) => row.cells[id] ?? []).filter((cell) => placesOf(cell) > 0)
    const short = own.filter((cell) => placesOf(cell) < most)
    return short.length > 0 && byChance(distinct(short), distinct(own)) < CHANCE ? short : []
  })
  return new Set(cut)
}

/** How likely at least `few` of `all` figures are short. */
function byChance(few: number, all: number): number {
  let [sum, exactly] = [0, (1 - NATURAL) ** all]
  for (let k = 0; k <= all; k++) {
    if (k >= few) sum += exactly
    exactly *= ((all - k) / (k + 1)) * (NATURAL / (1 - NATURAL))
  }
  return sum
}

/** Whether a sum shows that a figure has its end: it holds exactly, with figures of more places, and no other one may be cut alike. */
export function showsEnd(cell: Cell, { difference, places }: Trial, cut: ReadonlySet<Cell>): boolean {
  const own = places.find((p) => p?.cell === cell)
  const others = places.filter((p) => p && p.cell !== cell)
  return (
    own !== undefined &&
    difference.isZero() &&
    others.some((p) => p.ulp.lt(own.ulp)) &&
    !others.some((p) => cut.has(p.cell))
  )
}

/** So many amounts with places, of which so many end with a nought, show that a table prints the noughts of all … */
const PRINTED = { amounts: 8, noughts: 2 }
/** … unless more than this share (0–1) of its amounts are shorter: that is a habit. */
const HABIT = 0.1

/** Marks figures of text pages `suspect` that have fewer places than the print of their table, unless a sum shows their end. */
export function doubtShort(tables: readonly Table[], proved: ReadonlyMap<Cell, readonly Trial[]>): void {
  for (const { rows } of tables) {
    const amounts = rows
      .flatMap((row) => Object.values(row.cells))
      .flatMap((cell) => (isPrinted(cell) ? [{ cell, places: decimalsOf(cell) }] : []))
      .filter(({ places }) => places > 0)
    const most = Math.max(0, ...amounts.map(({ places }) => places))
    const short = new Set(amounts.flatMap(({ cell, places }) => (places < most ? [cell] : [])))
    const noughts = amounts.filter(({ cell, places }) => places === most && cell.value!.endsWith('0'))
    const isHabit = short.size > HABIT * amounts.length
    if (amounts.length < PRINTED.amounts || noughts.length < PRINTED.noughts || isHabit) continue
    for (const cell of short)
      if (!(proved.get(cell) ?? []).some((t) => showsEnd(cell, t, short)) && /^(read|proved)$/.test(cell.status))
        cell.status = 'suspect'
  }
}

function isPrinted({ source, mark, yuan }: Cell): boolean {
  return source !== 'ocr' && mark === 'amount' && yuan !== null
}

function decimalsOf({ value }: Cell): number {
  const [, decimals = ''] = (value ?? '').split('.')
  return decimals.length
}
