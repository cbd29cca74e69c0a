/** The year that a noun phrase names. */
import type { Grammar } from './phrase.ts'

const DATE = /(?:截至|截止)?(20\d\d)年(?:度|末|底)?(?:\d{1,2}月(?:底|末)?)?(?:\d{1,2}日)?[,，]?/g

/** Takes the year out of a noun phrase, with the organisation named before it. */
export function takeYear(
  words: string,
  here: { year: number | null },
  grammar: Grammar,
): { text: string; year: number | null } {
  // 2024年接待费由 2023 年的 4 万元减少到…: of the year that is named last.
  const from = grammar.fromYear.exec(words)
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
  const word = grammar.relativeYear.exec(words)?.[0]
  if (!word || here.year === null || grammar.isYearName(words)) return { text: words, year: null }
  return { text: words.replace(word, ''), year: grammar.isEarlierYear.test(word) ? here.year - 1 : here.year }
}

/** 接待费上年, 接待费上年同期: the name, and the year that ends it. */
export function yearBehind(
  words: string,
  here: { year: number | null },
  grammar: Grammar,
): { text: string; year: number } | null {
  const found = grammar.yearBehind.exec(words)
  if (!found || here.year === null) return null
  const year = found[1] ? Number(found[1]) : found[2] ? here.year - 1 : here.year
  return { text: words.slice(0, found.index), year }
}

/** The same of words before a figure: 2023年接待费上年为 is of the year that stands last. */
export function takeYearBehind(
  words: string,
  here: { year: number | null },
  grammar: Grammar,
): ReturnType<typeof takeYear> {
  const verb = grammar.verbs.find((v) => words.endsWith(v))
  const name = verb ? words.slice(0, -verb.length) : words
  const behind = grammar.fromYear.test(name) ? null : yearBehind(name, here, grammar)
  if (!behind || behind.text === '') return takeYear(words, here, grammar)
  return { text: takeYear(behind.text, here, grammar).text, year: behind.year }
}
