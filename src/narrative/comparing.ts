/** What words say that compare without a figure: 持平, 决算数小于预算数, 减少的主要原因. */
import { squash } from '../template/words.ts'
import type { Mention } from './mentions.ts'
import { takeBase } from './phrase.ts'
import { toReading } from './reading.ts'
import { beginReason, here, type Place, type Reading, remember } from './state.ts'
import { readNoun } from './subject.ts'

export function readSame(mention: Mention, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  beginReason(lead, state, situation)
  if (state.reason) return null
  const { rest, base } = takeBase(squash(lead), situation.dictionary.grammar)
  const noun = readNoun(rest, here(state, situation), situation.dictionary)
  if (!noun.known) {
    // 绿化支出比预算无增减，比去年无增减: the second is of what nobody knows, too, and not of the subject before.
    if (noun.subject) remember(noun.subject, state)
    return null
  }
  const subject = noun.subject ?? state.subject
  const against = base ?? state.base ?? state.sentenceBase
  if (!subject || against === null) return null
  if (noun.subject) remember(subject, state)
  state.base = against
  const year = noun.year ?? state.sentenceYear ?? situation.year
  return toReading(place, mention, {
    subject,
    role: noun.role,
    year,
    base: against,
    relation: 'same',
    direction: '持平',
  })
}

export function readOrder(mention: Extract<Mention, { type: 'order' }>, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const noun = readNoun(lead, here(state, situation), situation.dictionary)
  const subject = noun.subject && noun.known ? noun.subject : state.subject
  if (!subject) return null
  if (noun.subject && noun.known) remember(subject, state)
  const year = noun.year ?? situation.year
  const { base, direction } = mention
  return toReading(place, mention, { subject, role: null, year, base, relation: 'order', direction })
}

export function readTrend(mention: Extract<Mention, { type: 'trend' }>, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { rest, base } = takeBase(squash(lead), situation.dictionary.grammar)
  const noun = readNoun(rest, here(state, situation), situation.dictionary)
  if (!noun.subject || !noun.known) return null
  remember(noun.subject, state)
  const direction = situation.dictionary.grammar.directionOf.get(mention.word) ?? null
  const year = noun.year ?? situation.year
  return toReading(place, mention, { subject: noun.subject, role: null, year, base, relation: 'trend', direction })
}
