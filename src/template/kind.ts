/** Whether tables are of a budget or of final accounts where no title says so. */
import type { Section } from './sections.ts'
import { squash } from './words.ts'

/** Headers are no longer than so many letters. */
const LONGEST = 12

/** 预算数 alone heads the amounts of budgets, 决算数 those of accounts; where both stand, neither tells. */
export function kindOfHeaders(sections: readonly Section[]): 'budget' | 'final-accounts' | null {
  const has = (word: string) =>
    sections.some(({ grid }) => grid.cells.some(({ text }) => text.includes(word) && squash(text).length <= LONGEST))
  const [budget, accounts] = [has('预算数'), has('决算数')]
  if (budget === accounts) return null
  return budget ? 'budget' : 'final-accounts'
}
