/** Blanks of a form that nobody filled in: XX万元. */
import type { Check } from '../model.ts'
import { gaps } from './mentions.ts'
import type { Outcome } from './outcome.ts'
import { type Paragraph, placeOf } from './prose.ts'

/** Characters before a blank that are quoted. */
const BEFORE = 20

interface Blank {
  quote: string
  page: number
  bbox: readonly [number, number, number, number]
}

/** One finding a page: a form that was published empty has a hundred of them. */
export function checkFilled(paragraphs: readonly Paragraph[]): Outcome[] {
  const blanks = paragraphs.flatMap((paragraph) =>
    gaps(paragraph.text).map(({ from, to }): Blank => {
      const quote = paragraph.text.slice(Math.max(0, from - BEFORE), to)
      return { quote, ...placeOf(paragraph, from, to) }
    }),
  )
  return [...Map.groupBy(blanks, (b) => b.page).values()].map(toOutcome)
}

function toOutcome(blanks: readonly Blank[]): Outcome {
  const { quote, page, bbox } = blanks[0]!
  const check: Check = {
    id: `narrative-unfilled:${page}`,
    rule: 'narrative-unfilled',
    name: { zh: '数字已填写', en: 'figures are filled in' },
    terms: [],
    expected: null,
    actual: null,
    difference: null,
    tolerance: null,
    strength: 'usual',
    result: 'violated',
  }
  return {
    check,
    finding: {
      code: 'narrative-unfilled',
      severity: 'warning',
      message: {
        zh: `正文有${blanks.length}处数字没有填写：“${quote}”`,
        en: `${blanks.length === 1 ? 'a figure of the text was' : `${blanks.length} figures of the text were`} not filled in: “${quote}”`,
      },
      page,
      bbox: bbox.map((n) => Math.round(n * 100) / 100) as [number, number, number, number],
      checks: [check.id],
    },
  }
}
