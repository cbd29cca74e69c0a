import type { Reference } from '../../src/narrative/define.ts'

/** A line of the table that Shanxi prints of these figures. */
export function statistics(row: string): Reference[] {
  return [{ at: `disclosure-statistics/${row}/value`, ifPrinted: true }]
}
