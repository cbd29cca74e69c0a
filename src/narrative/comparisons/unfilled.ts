/** Blanks of a form that nobody filled in: XX万元. */
import { gaps } from '../mentions.ts'
import { type Paragraph, placeOf, rounded } from '../prose.ts'
import { type Outcome, outcome } from './outcome.ts'

/** Characters before a blank that are quoted. */
const BEFORE = 20

interface Blank extends ReturnType<typeof placeOf> {
  quote: string
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
  return outcome(
    {
      rule: 'narrative-unfilled',
      place: String(page),
      name: { zh: '数字已填写', en: 'figures are filled in' },
      terms: [],
      numbers: null,
      strength: 'usual',
      result: 'violated',
    },
    () => ({
      severity: 'warning',
      zh: `正文有${blanks.length}处数字没有填写：“${quote}”`,
      en: `${blanks.length === 1 ? 'a figure of the text was' : `${blanks.length} figures of the text were`} not filled in: “${quote}”`,
      at: { page, bbox: rounded(bbox) },
    }),
  )
}
