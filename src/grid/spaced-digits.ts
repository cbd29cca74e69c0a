/** Digits that stand apart and are of one amount all the same. */
import { blockText } from '../page/lines.ts'
import type { Glyph } from '../page/types.ts'

/** Letters set with room between them are as far from each other, but for this share of their size. */
const EVEN = 0.02

/** 42 901 153.44: blanks part the thousands of an amount. */
export function isThousands(before: string, next: string): boolean {
  const isHead = /^[-−△(¥]?\s*\d{1,3}(\s?\d{3})*$/.test(before.normalize('NFKC').trim())
  return isHead && /^\d{3}(?!\d)/.test(next.normalize('NFKC'))
}

/**
 * 2 9 4 0 . 0 5: whether a digit is as far from an amount as the letters of that are from each other. Behind two decimals
 * an amount is at its end: the columns of a narrow table may be as close.
 */
export function isNextDigit(amount: readonly Glyph[], next: Glyph): boolean {
  if (!/^[\d０-９]$/.test(next.text) || amount.length < 2 || /[.．][\d０-９]{2}$/.test(blockText(amount))) return false
  const gaps = [...amount.slice(1), next].map((g, i) => g.box[0] - amount[i]!.box[2])
  return gaps.every((gap) => Math.abs(gap - gaps[0]!) < EVEN * next.size)
}
