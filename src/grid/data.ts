/** Where the figures of a table begin. */
import { isWrittenAmount } from '../amount.ts'
import type { Grid } from './types.ts'

/** The first row with a figure; null without any. */
export function dataFrom({ cells }: Grid): number | null {
  return cells.find((c) => isWrittenAmount(c.text))?.row ?? null
}
