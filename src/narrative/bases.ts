/** What something is compared with, where that is a figure itself. */
import { squash } from '../template/words.ts'
import type { BaseWords, Role } from './define.ts'
import type { Figure } from './mentions.ts'
import { here, type Place, remember, type Situation } from './state.ts'
import { readNoun } from './subject.ts'

/** 与**2021年度**收支总计 1.3 亿元相比，减少…: what is compared with, so that its year is not that of what follows. */
export function comparedWith({ to }: Figure, lead: string, { paragraph, situation }: Place): string | null {
  if (!situation.dictionary.vocabulary.bases.compared.test(paragraph.text.slice(to))) return null
  return situation.dictionary.grammar.withYear.exec(squash(lead))?.[1] ?? null
}

/** 2020年收入预算与2019年收入预算 9 万元相比，减少…: the words of what is compared with; what is behind it is of what was named first. */
export function ofEarlier(figure: Figure, lead: string, { state, situation, paragraph }: Place): string | null {
  const { dictionary } = situation
  const words = squash(lead)
  const with_ = dictionary.grammar.withYear.exec(words)
  if (!with_ || with_.index === 0 || !dictionary.vocabulary.bases.compared.test(paragraph.text.slice(figure.to)))
    return null
  const noun = readNoun(words.slice(0, with_.index), here(state, situation), dictionary)
  if (!noun.subject || !noun.known) return null
  remember(noun.subject, state)
  return words.slice(with_.index + 1)
}

/** 年初预算 8 万元，支出决算合计 7 万元: what was spent of that, and not all that was spent. */
export function isSpentOfPlan(words: string, { state, situation, clause }: Place): boolean {
  if (situation.kind !== 'accounts' || clause.starts !== null || !state.subject) return false
  const { vocabulary, grammar } = situation.dictionary
  const sum = vocabulary.sums.find((word) => words.endsWith(word))
  const isSpent = (word: string) => grammar.role.some((r) => r.role === 'actual' && r.word === word)
  if (!sum || !isSpent(words.slice(0, -sum.length))) return false
  const ofSubject = [...state.told].filter((t) => t.startsWith(`${state.subject!.key} `))
  return ofSubject.length > 0 && ofSubject.every((t) => / (initial|adjusted|budget) /.test(t))
}

/** Year and role of a base: 2025年执行数, 上年预算. 上年 alone is in accounts what was spent, as all they tell. */
export function baseFigure(base: string, situation: Situation): { year: number | null; role: Role | null } {
  const { bases } = situation.dictionary.vocabulary
  const before = bases.before.test(base) && situation.year !== null ? situation.year - 1 : situation.year
  const role = bases.spent.test(base)
    ? 'executed'
    : bases.initial.test(base) && bases.planned.test(base)
      ? 'initial'
      : bases.adjusted.test(base)
        ? 'adjusted'
        : situation.kind === 'budget' || bases.planned.test(base)
          ? 'budget'
          : null
  return { year: yearNamed(base) ?? before, role }
}

/** The year that a base names in figures. */
export function yearNamed(base: string): number | null {
  const named = /^20\d\d/.exec(base)
  return named && Number(named[0])
}

/** Whether a base is of a year of its own, named or not: 上年预算 is none of the document's. */
export function isOfAYear(base: string, { before }: BaseWords): boolean {
  return before.test(base) || yearNamed(base) !== null
}
