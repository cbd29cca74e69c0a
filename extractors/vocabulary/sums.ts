/** What the lines of summaries are called that sums are told by, and which codes divide one amount twice. */
import type { SumWords } from '../../src/template/language.ts'

/** The lines of a summary of a budget that are all of a side, with what is carried over. */
const grandLines = (side: string) =>
  [`${side}总计`, `${side}总额`, `总${side}`].map((line) => `${side}:${line}`).join('|')
export const allTakenIn = grandLines('收入')
export const allSpent = grandLines('支出')

export const sums: SumWords = {
  income: '收入',
  expenditure: '支出',
  purpose: '用途',
  // 用事业基金弥补收支总额 is a part of the sum and not the sum.
  grand: /总[计额]$|^总(收入|支出)$/,
  ofYear: /(合计|小计)$|^(本年|当年)(收入|支出)(总计|总额)?$/,
  carried: /结转|结余|弥补/,
  subtotal: /(合计|小计)$/,
  totals: {
    income: { zh: '收入总计', en: 'total income' },
    expenditure: { zh: '支出总计', en: 'total expenditure' },
  },
  // Economic subjects of departments (3…) and those of governments (5…).
  classifications: ['3', '5'],
}
