/** Whether tables are of a budget or of final accounts, and of which year, where a file holds both or no title says so. */
import type { Years } from '../columns/years.ts'
import type { FieldLanguage } from '../language.ts'
import { squash } from '../words.ts'
import { findYear } from './captions.ts'
import { kindOfTitle } from './facts.ts'
import type { Section } from './sections.ts'

/** 预算数 alone heads the amounts of budgets, 决算数 those of accounts; where both stand, neither tells. */
export function kindOfHeaders(
  sections: readonly Section[],
  { headers }: FieldLanguage['kinds'],
): 'budget' | 'final-accounts' | null {
  const texts = sections.flatMap(({ grid }) =>
    grid.cells.flatMap((c) => (c.text.includes('算') ? [squash(c.text)] : [])),
  )
  const [budget, accounts] = [headers.budget, headers.accounts].map((header) => texts.some((text) => header.test(text)))
  if (budget === accounts) return null
  return budget ? 'budget' : 'final-accounts'
}

type Kinds = FieldLanguage['kinds']

/** What a document, or a part of it, is, and of which year. */
export interface Whole {
  kind: string | null
  years: Years
}

/** Accounts of one year and the budget of the next may stand in one file: a title that says so is right of its table. */
export function saidOf(title: string, whole: Whole, kinds: Kinds): Whole {
  const [kind, year] = [kindOfTitle(title, kinds), findYear(title)]
  const isOther = kind !== null && kind !== whole.kind && year !== null && year !== whole.years.year
  return isOther && whole.years.year !== null ? { kind, years: { year } } : whole
}

/** Whether a line names a disclosure itself. */
export function isHeading(line: string, { heading }: Kinds): boolean {
  return heading.test(squash(line))
}

/** For each section the part of the file that it stands in: below 第二部分 2025年部门预算, up to the next such line. */
export function partsOf(sections: readonly Section[], whole: Whole, kinds: Kinds): Whole[] {
  let part = whole
  const pass = (lines: readonly { text: string }[]) => {
    for (const { text } of lines)
      if (isHeading(text, kinds) && kindOfTitle(text, kinds) !== null) part = saidOf(text, whole, kinds)
  }
  return sections.map(({ captions, after }) => {
    pass(captions)
    const own = part
    pass(after)
    return own
  })
}
