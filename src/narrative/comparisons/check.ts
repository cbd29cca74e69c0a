/** Everything the prose says, compared with everything else the document says. */
import type { Check, Finding, Performance, Table } from '../../model.ts'
import type { NarrativeVocabulary } from '../define.ts'
import type { Dictionary } from '../dictionary.ts'
import type { Paragraph } from '../prose.ts'
import type { Reading } from '../state.ts'
import { readNoun } from '../subject.ts'
import type { Book } from '../values.ts'
import { checkAgainstForms } from './against-forms.ts'
import { compareCells } from './compare.ts'
import { checkDirections } from './directions.ts'
import { findingsOf } from './explained.ts'
import { checkListings, checkSums } from './lists.ts'
import type { Outcome } from './outcome.ts'
import { checkRates } from './rates.ts'
import { checkRepeats } from './repeats.ts'
import { checkFilled } from './unfilled.ts'
import { checkBaseYears, checkDates, checkOwnYears } from './years.ts'

export interface Evidence {
  readings: readonly Reading[]
  paragraphs: readonly Paragraph[]
  tables: readonly Table[]
  forms: readonly Performance[]
  kind: 'accounts' | 'budget'
  year: number | null
}

export function checkNarrative(
  evidence: Evidence,
  vocabulary: NarrativeVocabulary,
  dictionary: Dictionary,
): { checks: Check[]; findings: Finding[] } {
  const book: Book = { readings: evidence.readings, tables: evidence.tables }
  const baseSubject = (reading: Reading) => {
    const noun = readNoun(reading.statement.base ?? '', reading.here, dictionary)
    return noun.known ? noun.subject : null
  }
  const outcomesOf = (book: Book): Outcome[] => {
    const outcomes = [
      ...compareCells(book),
      ...checkRates(book, baseSubject),
      ...checkDirections(book, vocabulary.signed),
      ...checkSums(book),
      ...checkListings(book, vocabulary),
      ...checkBaseYears(book),
      ...checkOwnYears(book),
      ...checkDates(evidence.paragraphs, evidence.kind, evidence.year),
      ...checkFilled(evidence.paragraphs),
      ...checkRepeats(book, vocabulary.scopes),
      ...checkAgainstForms(book, evidence.forms),
    ]
    number(outcomes)
    return outcomes
  }
  const outcomes = outcomesOf(book)
  return { checks: outcomes.map((o) => o.check), findings: findingsOf(outcomes, book, outcomesOf) }
}

/** A quantity may be spoken of more than once: ids of a kind are counted. */
function number(outcomes: readonly Outcome[]): void {
  const seen = new Map<string, number>()
  for (const { check, finding } of outcomes) {
    const n = (seen.get(check.id) ?? 0) + 1
    seen.set(check.id, n)
    if (n === 1) continue
    check.id = `${check.id}#${n}`
    if (finding) finding.checks = [check.id]
  }
}
