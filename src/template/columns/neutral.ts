/** Headers that tell one column from another, and those that do not. */
import { memoisedBy } from '../../memo.ts'
import type { FieldLanguage } from '../language.ts'

export interface HeaderSense {
  /** Whether a header says no more than that the form's own figures stand below it, or those of a year. */
  isNeutral: (word: string) => boolean
  /** Whether a header says nothing of what stands below it; `own` are words that its table's title says already. */
  saysNothing: (word: string, own: readonly string[]) => boolean
  /** Of the year before 预算数 and 执行数 are two figures. */
  isPlain: (word: string) => boolean
  isTotal: (word: string) => boolean
  /** 金额: nothing but a figure of what stands over it. */
  isFigure: (word: string) => boolean
  isOwnYear: (word: string) => boolean
  /** Whether nothing below a header is the year's own money. */
  isLeftOver: (word: string) => boolean
  /** Whether a header names money by where it comes from or by what it is spent on, and whether a title says it, too. */
  isMoney: (word: string) => boolean
  isPurpose: (word: string) => boolean
  isOf: (word: string, title: string) => boolean
  /** Whether what stands below a header is counted in what stands beside it. */
  isPart: (word: string) => boolean
}

export const headerSense = memoisedBy((language: FieldLanguage): HeaderSense => {
  const { neutral, compared, total, ofYear, ownYear, leftOver, ownFigure, money, lines } = language
  const isNeutral = (word: string) => neutral.test(word.replace(ofYear, '')) || total.test(word)
  return {
    isNeutral,
    saysNothing: (word, own) =>
      compared.test(word) || neutral.test(own.reduce((text, fund) => text.replace(fund, ''), word)),
    isPlain: (word) => isNeutral(word) && !ofYear.test(word),
    isTotal: (word) => total.test(word),
    isFigure: (word) => ownFigure.any.test(word),
    isOwnYear: (word) => ownYear.test(word),
    isLeftOver: (word) => leftOver.test(word),
    isMoney: (word) => money.named.test(word),
    isPurpose: (word) => money.spent.test(word) && !money.named.test(word),
    isOf: (word, title) => title.includes(word.replace(money.filler, '')),
    isPart: (word) => lines.part.test(word),
  }
})
