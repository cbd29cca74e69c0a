/** The year that a noun phrase names. */
import type { Grammar } from './phrase.ts'

const DATE = /(?:截至|截止)?(20\d\d)年(?:度|末|底)?(?:\d{1,2}月(?:底|末)?)?(?:\d{1,2}日)?[,，]?/g

/** 2024年接待费由 2023 年的 4 万元减少到…: of the year that is named last. */
const FROM_YEAR = /^(.*?)[由从](?:(20\d\d)年度?|(?:上一?年|去年)度?)的?$/

/** Takes the year out of a noun phrase, with the organisation named before it. */
export function takeYear(
  words: string,
  here: { year: number | null },
  grammar: Grammar,
): { text: string; year: number | null } {
  const from = FROM_YEAR.exec(words)
  if (from) {
    const year = from[2] ? Number(from[2]) : here.year === null ? null : here.year - 1
    return { text: takeYear(from[1]!, here, grammar).text, year }
  }
  const dates = [...words.matchAll(DATE)]
  const last = dates.at(-1)
  if (last) {
    const before = words.slice(0, last.index)
    const after = words.slice(last.index + last[0].length)
    const year = Number(last[1])
    if (/^[与和同比较]?$/.test(before) || grammar.organisation.test(before) || after === '')
      return { text: before === '' || after !== '' ? after : before, year }
    if (dates.length === 1) return { text: words, year: null }
  }
  const relative = /^(上年度?|上一年度?|去年|本年度?|今年)|(上年度|上年|本年度|今年)$/.exec(words)
  const word = relative?.[0]
  if (!word || here.year === null || /^(上年|本年)(结转|结余|收入|支出)|^本年(预算|安排|拨款|资金)$/.test(words))
    return { text: words, year: null }
  return { text: words.replace(word, ''), year: /^上|^去/.test(word) ? here.year - 1 : here.year }
}
