/** Amounts that a page end cuts in two: whether two figures are its halves, and the amount that they make. */
import { readCell, toYuan } from '../../amount.ts'
import type { Cell } from '../../model.ts'
import type { Draft } from './draft.ts'

/** No amount is printed with a nought before its digits: 0 and 5.82 are two. */
const LEADING_ZERO = /^[^\d０-９]*[0０][\d０-９]/

/** Digits in both halves that make one amount with the usual places; two whole amounts make none. */
export function isCutAmount(upper: Cell, lower: Cell): boolean {
  const raw = upper.raw + lower.raw
  const amount = LEADING_ZERO.test(raw) ? undefined : readCell(raw).amount
  return amount !== undefined && amount.places <= 2 && /^[\d０-９.．,，'’]+[)）]?$/.test(lower.raw)
}

/**
 * Of two whole figures the upper is a half only where it fills its column: an amount without places is broken where
 * there is no room for the next digit, so that none of the column is wider.
 */
export function isFull(id: string, upper: Cell, lower: Cell, above: readonly Draft[]): boolean {
  if (/[.．,，]/.test(upper.raw + lower.raw)) return true
  const widthOf = ({ bbox }: Cell) => bbox[2] - bbox[0]
  const digit = widthOf(upper) / upper.raw.length
  return above.every((d) => !d.cells[id] || widthOf(d.cells[id]) < widthOf(upper) + digit)
}

export function joined(before: Cell | undefined, rest: Cell, unit: string | null): Cell {
  if (!before || before.mark === 'blank') return rest
  if (rest.mark === 'blank') return before
  const raw = before.raw + rest.raw
  const { amount, mark, value } = readCell(raw)
  if (amount) return { ...before, raw, mark, value, yuan: toYuan(amount, unit), status: 'suspect' }
  return { ...before, value: `${before.value ?? ''}${rest.value ?? ''}`, raw }
}
