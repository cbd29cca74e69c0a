/** Everything the prose says, compared with everything else the document says. */
import type { Check, Finding, Performance, Table } from '../../model.ts'
import type { NarrativeVocabulary, Quantity } from '../define.ts'
import type { Dictionary } from '../dictionary.ts'
import type { Paragraph } from '../prose.ts'
import type { Reading } from '../state.ts'
import { fromQuantity, readNoun, type Subject } from '../subject.ts'
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
  const book: Book = { readings: evidence.readings, tables: evidence.tables, bases: vocabulary.bases }
  const baseSubjects = (reading: Reading) => basesOf(reading, dictionary)
  const outcomesOf = (book: Book): Outcome[] => {
    const outcomes = [
      ...compareCells(book),
      ...checkRates(book, baseSubjects),
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

/** What the base of a share names, and what it may be of all the same. */
function basesOf({ statement, here }: Reading, dictionary: Dictionary): Subject[] {
  const { subject, known } = readNoun(statement.base ?? '', here, dictionary)
  if (!known || !subject) return []
  const { quantities } = dictionary.vocabulary
  const isLooser = (q: Quantity) => q.name === subject.quantity?.shares && (!q.only || q.only === here.kind)
  const looser = quantities.find(isLooser)
  return [subject, ...(looser ? [fromQuantity(looser, subject.words, here)] : [])]
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
