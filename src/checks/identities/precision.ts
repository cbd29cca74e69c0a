/** To which place a table prints its amounts, where it drops the zeros at their ends (1.35, 25, 0.5). */
import { parseAmount } from '../../amount.ts'
import { memoisedBy } from '../../memo.ts'
import type { Table } from '../../model.ts'

/** Fewer figures with decimals show no habit. */
const ENOUGH = 3
/** This many ending in 0 may be slips; where more do, zeros are printed, and 25 is rounded to a whole. */
const SLIPS = 1

/**
 * Decimal places to which every amount of the table was rounded, though fewer are printed; null where amounts
 * are printed to their last place, be it a different one in every cell.
 */
export const droppedTo = memoisedBy((table: Table): number | null => {
  const cells = table.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.mark === 'amount')
  // A misread point says nothing of habits.
  if (cells.some((c) => c.source === 'ocr')) return null
  const decimals = cells.map((c) => c.value ?? '').filter((v) => v.includes('.'))
  const mixed = new Set(cells.map((c) => parseAmount(c.value ?? '')?.places)).size > 1
  const zeros = decimals.filter((v) => v.endsWith('0')).length
  if (!mixed || decimals.length < ENOUGH || zeros > SLIPS) return null
  return Math.max(...decimals.map((v) => v.length - v.indexOf('.') - 1))
})
