/** The lines of funds that sum to a form's total: once, or once by source and once more by purpose. */
import { Decimal } from 'decimal.js'
import { type Amount, parseAmount } from '../amount.ts'
import type { Performance } from '../model.ts'

type Line = Performance['funds'][number]
export interface Part {
  label: string
  amount: Amount
}

/** The printed amount of a box, points and percentages without their signs. */
export function amount(value: Performance['total'] | undefined): Amount | null {
  return value?.value ? parseAmount(value.value.replace(/[%％分]$/, '')) : null
}

/** Lines of a column whose sum is to be the total; where they divide it several times over, each division. */
export function divisionsOf(lines: readonly Line[], column: string, whole: Amount): Part[][] {
  const parts = lines.flatMap(({ label, cells }): Part[] => {
    const own = amount(cells[column])
    // 支出合计 beside 收入合计: another total, no part.
    const again = own?.value.eq(whole.value) && /总额|合计/.test(label)
    return own && !again ? [{ label, amount: own }] : []
  })
  const divisions: Part[][] = []
  let left = new Decimal(0)
  for (const part of parts) {
    if (left.isZero() && (divisions.length === 0 || !part.amount.value.isZero())) {
      divisions.push([])
      left = whole.value
    }
    divisions.at(-1)!.push(part)
    left = left.minus(part.amount.value)
  }
  return left.isZero() ? divisions : [parts]
}
