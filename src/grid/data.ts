/** Where the figures of a table begin. */
import { isWrittenAmount } from '../amount.ts'
import type { Grid } from './types.ts'

/** The first row with a figure; null without any. */
export function dataFrom({ cells }: Grid): number | null {
  return cells.find((c) => isWrittenAmount(c.text))?.row ?? null
}

/** A code or an amount without places: years have fewer digits. */
export const NO_HEADER = /^[¥￥]?\s*[\d０-９]{5,}$/

/** The first row that is none of a header; null if none shows it. */
export function headerEnd({ cells }: Grid): number | null {
  return cells.find((c) => isWrittenAmount(c.text) || NO_HEADER.test(c.text))?.row ?? null
}
