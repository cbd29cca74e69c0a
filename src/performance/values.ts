/** Boxes of a form as values: what a row holds under its columns. */
import { printAmount, readCell } from '../amount.ts'
import type { GridCell } from '../grid/types.ts'
import type { Performance } from '../model.ts'
import type { FormRow } from './layout.ts'

export type Value = NonNullable<Performance['total']>

/** The cells that begin in a row, by the ids of their columns. */
export function columnCells(row: FormRow, columns: Map<number, string>, without?: RegExp): Record<string, Value> {
  const out: Record<string, Value> = {}
  for (const [col, id] of columns) {
    const cell = row.across[col]
    if (!cell || without?.test(id)) continue
    // A cell merged over rows says it once, in its first row.
    if (cell.row !== row.index || (out[id] && out[id].raw.trim() !== '')) continue
    out[id] = toValue(cell)
  }
  return out
}

/** What the page end cut off is put behind what stood before it. */
export function appendCells(before: Record<string, Value>, rest: Record<string, Value>): void {
  for (const [id, value] of Object.entries(rest)) {
    const own = before[id]
    if (value.raw.trim() === '') continue
    before[id] =
      own && own.raw.trim() !== ''
        ? { ...own, raw: own.raw + value.raw, value: (own.value ?? '') + value.raw.trim() }
        : value
  }
}

export function toValue(cell: GridCell): Value {
  const reading = readCell(cell.text)
  const [x0, y0, x1, y1] = cell.box
  const round = (n: number) => Math.round(n * 100) / 100
  return {
    value: reading.amount ? printAmount(reading.amount) : reading.mark === 'text' ? cell.text.trim() : null,
    raw: cell.text,
    page: cell.page,
    bbox: [round(x0), round(y0), round(x1), round(y1)],
  }
}
