/** Whether tables are of a budget or of final accounts where no title says so. */
import type { Section } from './sections.ts'
import { squash } from './words.ts'

/** 预算数（万元）, 决算数: nothing but the header of amounts. */
const BUDGET = /^.{0,6}预算数.{0,6}$/
const ACCOUNTS = /^.{0,6}决算数.{0,6}$/

/** 预算数 alone heads the amounts of budgets, 决算数 those of accounts; where both stand, neither tells. */
export function kindOfHeaders(sections: readonly Section[]): 'budget' | 'final-accounts' | null {
  const texts = sections.flatMap(({ grid }) =>
    grid.cells.flatMap((c) => (c.text.includes('算') ? [squash(c.text)] : [])),
  )
  const [budget, accounts] = [BUDGET, ACCOUNTS].map((header) => texts.some((text) => header.test(text)))
  if (budget === accounts) return null
  return budget ? 'budget' : 'final-accounts'
}
