/** Whether tables are of a budget or of final accounts where no title says so. */
import type { FieldLanguage } from '../define.ts'
import { squash } from '../words.ts'
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
