/** Lines of a form that count on over the page end: 十、 goes on from 九、, though no figure stands on the page. */
import { columnOf } from '../columns/column-of.ts'
import type { TextRow } from '../pieces.ts'
import type { Grid } from '../types.ts'

const DIGITS = '一二三四五六七八九'

/** Whether every line begins with the number that is due in its column, the first of them after the grid's last. */
export function countsOn(rows: readonly TextRow[], { xs, cells }: Grid): boolean {
  const next = new Map<number, number>()
  for (const cell of cells) {
    const number = ordinal(cell.text)
    if (number > 0) next.set(cell.col, number + 1)
  }
  for (const piece of rows.flatMap((r) => r.pieces)) {
    const col = columnOf(xs, piece)
    const number = ordinal(piece.text)
    if (number === 0 || next.get(col) !== number) return false
    next.set(col, number + 1)
  }
  return true
}

/** 二十一、 is 21; 0 for what does not begin with a number. */
function ordinal(text: string): number {
  const match = /^([一二三]?)(十?)([一二三四五六七八九]?)、/.exec(text.replace(/\s+/g, ''))
  if (!match) return 0
  const [, tens, ten, units] = match
  const value = (digit: string) => DIGITS.indexOf(digit) + 1
  if (ten === '') return tens === '' ? value(units!) : units === '' ? value(tens!) : 0
  return 10 * (tens === '' ? 1 : value(tens!)) + (units === '' ? 0 : value(units!))
}
