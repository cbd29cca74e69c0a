/** Years and dates of the prose against the document's. */
import { yearNamed } from '../bases.ts'
import { type Paragraph, placeOf, rounded } from '../prose.ts'
import type { Reading } from '../state.ts'
import type { Book } from '../values.ts'
import { type Outcome, outcome, quoteOf, statementTerm } from './outcome.ts'

/** 比2026年预算 in a budget for 2026: what is compared must be of another year. */
export function checkBaseYears(book: Book): Outcome[] {
  const seen = new Set<string>()
  return book.readings.flatMap((reading, index) => {
    const { base, year } = reading.statement
    const own = reading.here.year
    const against = yearNamed(base ?? '')
    if (against === null || own === null || year !== own || reading.here.apart) return []
    // 比2023年年初预算 in the accounts for 2023 is no comparison of years; nor need 比2019年 be a slip.
    if (
      against < own - 1 ||
      (against === own && reading.here.kind === 'accounts' && book.bases.planned.test(base ?? ''))
    )
      return []
    const key = `${reading.subject.key}:${base}:${reading.sentence}:${index}`
    if (seen.has(key)) return []
    seen.add(key)
    return [
      outcome(
        {
          rule: 'narrative-year',
          place: reading.statement.quantity,
          name: { zh: '比较年份为上年', en: 'a comparison is with the year before' },
          terms: [statementTerm(reading, index, null)],
          numbers: null,
          strength: 'usual',
          result: against === own - 1 ? 'holds' : 'violated',
        },
        () => ({
          severity: 'warning',
          zh: `正文“${quoteOf(reading)}”与${against}年比较，文件年度为${own}年`,
          en: `“${quoteOf(reading)}” compares with ${against}, the document is for ${own}`,
          at: reading.statement,
        }),
      ),
    ]
  })
}

/** A figure that is this year's in the table, but is said to be of the year before. */
export function checkOwnYears(book: Book): Outcome[] {
  return book.readings.flatMap((reading, index) => {
    const { year, value, unit } = reading.statement
    const own = reading.here.year
    const cell = reading.target.cell
    if (own === null || year !== own - 1 || reading.relation !== 'level' || !cell || !value) return []
    if (/^previous_/.test(cell.column) || cell.cell.mark !== 'amount' || unit !== cell.table.unit) return []
    if (cell.cell.value !== value || reading.figure?.kind !== 'amount' || saidAgain(reading, book)) return []
    return [
      outcome(
        {
          rule: 'narrative-year',
          place: reading.statement.quantity,
          name: { zh: '数字的年份与表一致', en: 'a figure of the text is of the year of its table' },
          terms: [
            statementTerm(reading, index, null),
            { table: cell.table.id, row: cell.row, column: cell.column, sign: -1, value },
          ],
          numbers: null,
          strength: 'usual',
          result: 'violated',
        },
        () => ({
          severity: 'warning',
          zh: `正文“${quoteOf(reading)}”称为${year}年，表中同一数字属${own}年`,
          en: `“${quoteOf(reading)}” says ${year}; the same figure stands in the table for ${own}`,
          at: reading.statement,
        }),
      ),
    ]
  })
}

/** Both years may have had the same figure: the document then says this year's, too, or that they are alike. */
function saidAgain(reading: Reading, book: Book): boolean {
  return book.readings.some(
    (r) =>
      r !== reading &&
      r.subject.key === reading.subject.key &&
      ((r.relation === 'level' && r.statement.year === reading.here.year) ||
        (r.relation === 'same' && r.paragraph === reading.paragraph)),
  )
}

/** What is owned is counted at a date; other things of the prose may have happened at any. */
const OWNED = /车辆|资产|设备/
/** Budgets count what is owned at most so many years before: the accounts of the year before are not closed yet. */
const BUDGET_LAG = 2

/** 截至2024年12月31日: the end of the year of final accounts; for budgets a year just before. */
export function checkDates(
  paragraphs: readonly Paragraph[],
  kind: 'accounts' | 'budget',
  year: number | null,
): Outcome[] {
  if (year === null) return []
  const owned = paragraphs.filter(({ text }) => OWNED.test(text))
  return owned.flatMap((paragraph) =>
    [...paragraph.text.matchAll(/截[至止](20\d\d)年(\d{1,2}月(?:\d{1,2}日|底|末)?)/g)].map((match): Outcome => {
      const said = Number(match[1])
      const right = kind === 'accounts' ? said === year : said <= year && said >= year - BUDGET_LAG
      const { page, bbox } = placeOf(paragraph, match.index, match.index + match[0].length)
      return outcome(
        {
          rule: 'narrative-date',
          place: `${page}:${Math.round(bbox[1])}`,
          name: { zh: '日期与文件年度一致', en: 'a date fits the year of the document' },
          terms: [],
          numbers: null,
          strength: 'usual',
          result: right ? 'holds' : 'violated',
        },
        () => ({
          severity: 'warning',
          zh: `正文“${match[0]}”与文件年度${year}年不符`,
          en: `the text says “${match[0]}”, the document is for ${year}`,
          at: { page, bbox: rounded(bbox) },
        }),
      )
    }),
  )
}
