/** Places of amounts: where all of a column have as many, a line with fewer is the beginning of a wrapped one. */
import { readCell } from '../../amount.ts'
import { dataFrom } from '../data.ts'
import type { Grid } from '../types.ts'
import type { Text } from './divide-rows.ts'

/** More amounts than this show what is usual. */
const SHOWN = 4

/** Whether the lines of a cell are one amount: none but this has as many places as all others of the table. */
export function areParts({ cell, lines }: Text, grid: Grid): boolean {
  const texts = lines.map((l) => l.text)
  const whole = placesOf(texts.join(''))
  if (!whole || texts.every((t) => (placesOf(t) ?? whole) === whole)) return false
  const from = dataFrom(grid) ?? 0
  const places = new Map<number, number[]>()
  for (const { row, col, text } of grid.cells) {
    const own = row < from ? null : placesOf(text)
    if (own !== null) places.set(col, [...(places.get(col) ?? []), own])
  }
  // Where no amount has places, codes stand, or counts.
  const columns = [...places.values()].filter((own) => own.some((n) => n > 0))
  const own = places.get(cell.col) ?? []
  const all = own.length > SHOWN ? own : columns.flat()
  return all.length > SHOWN && all.every((n) => n === whole)
}

/** With how many places an amount is printed; null for 0, a dash, or anything else. */
function placesOf(text: string): number | null {
  const { mark, amount } = readCell(text)
  return mark === 'amount' && amount ? amount.places : null
}
