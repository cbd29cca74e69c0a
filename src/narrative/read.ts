/** Paragraphs → statements: every figure with the quantity it is a figure of. */
import { printAmount } from '../amount.ts'
import type { Statement } from '../model.ts'
import { squash } from '../template/words.ts'
import { counted, measured } from './choose.ts'
import { type Clause, sentenceAt, toClauses } from './clauses.ts'
import type { Direction, Role } from './define.ts'
import { type Figure, findMentions, type Mention } from './mentions.ts'
import { open, type Phrase, parsePhrase, takeBase } from './phrase.ts'
import { type Paragraph, placeOf } from './prose.ts'
import { resolve } from './refs.ts'
import {
  announce,
  beginReason,
  enter,
  here,
  isLevel,
  newState,
  type Place,
  type Reading,
  remember,
  type Situation,
  type State,
} from './state.ts'
import { fromQuantity, other, readNoun, type Subject, subjectOf, takeYear } from './subject.ts'

const REASON = /原因|主要是/

export function readParagraph(paragraph: Paragraph, situation: Situation): Reading[] {
  const { dictionary } = situation
  const { text } = paragraph
  const mentions = findMentions(text, dictionary.vocabulary)
  const clauses = toClauses(text, mentions, dictionary.vocabulary.unbroken)
  const state = newState(situation)
  if (/^其中/.test(text)) state.last.amount = situation.previous
  const readings: Reading[] = []
  clauses.forEach((clause, i) => {
    enter(clause, text.slice(clause.from, clause.to), state, situation)
    if (clause.mentions.length === 0) listen(text, clause, clauses, i, state, situation)
    let from = clause.from
    for (const mention of clause.mentions) {
      const reading = readMention(mention, text.slice(from, mention.from), { paragraph, clause, state, situation })
      if (!reading) continue
      readings.push(reading)
      from = mention.to
    }
    announce(text.slice(clause.from, clause.to), state)
  })
  return readings
}

/** The subject and whole a paragraph leaves to the next one: 收入合计 …万元，其中： */
export function announced(paragraph: Paragraph, readings: readonly Reading[]): Reading | null {
  const amounts = readings.filter(isLevel)
  if (/如下[:：]$/.test(paragraph.text)) return amounts[0] ?? null
  return /(其中|方面|包括)[:：]$/.test(paragraph.text) ? (amounts.at(-1) ?? null) : null
}

/** A clause without a figure may set the scene: a comparison, a date, a subject. */
function listen(
  text: string,
  clause: Clause,
  clauses: readonly Clause[],
  i: number,
  state: State,
  situation: Situation,
) {
  const words = squash(text.slice(clause.from, clause.to))
  if (REASON.test(words)) beginReason(state)
  const { rest, base } = takeBase(open(words, situation.dictionary.grammar), situation.dictionary.grammar)
  if (base) {
    state.sentenceBase = base
    state.base = base
  }
  const dated = takeYear(rest, situation)
  if (dated.year !== null && (dated.text === '' || base)) state.sentenceYear = dated.year
  if (dated.year !== null && /^截[至止]/.test(words)) state.asOf = dated.year
  const coded = /(?<!\d)(?:\d{3}|\d{5}|\d{7})(?![年度\d])[^\d]+$/.exec(words)?.[0]
  const scene = situation.dictionary.vocabulary.quantities.find((q) => q.scene?.some((w) => words.includes(w)))
  if (scene) state.recent.push(fromQuantity(scene, words, here(state, situation)))
  const whole = clause.starts === 'sentence' && (/[。:]/.test(clause.end) || i === 0 || base !== null)
  const path = /\(\d*项\)/.test(words)
  if (!whole && !path && !coded) return
  const subject = subjectOf(
    (coded ?? rest).replace(/(?:各项|的)?(?:具体)?(?:情况|说明)$/, ''),
    here(state, situation),
    situation.dictionary,
  )
  if (subject && clauses.length > 1) remember(subject, state)
}

function readMention(mention: Mention, lead: string, place: Place): Reading | null {
  switch (mention.type) {
    case 'figure':
      return readFigure(mention, lead, place)
    case 'same':
      return readSame(mention, lead, place)
    case 'order':
      return readOrder(mention, lead, place)
    case 'trend':
      return readTrend(mention, lead, place)
  }
}

function readFigure(figure: Figure, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { dictionary } = situation
  const split = lead.split(/(?<=原因是|主要是|包括|其中)/)
  if (REASON.test(lead)) beginReason(state)
  if (split.length > 1) announce(split.slice(0, -1).join(''), state)
  if (isWhole(figure, place.paragraph)) return readWhole(figure, split.at(-1)!, place)
  const phrase = phraseOf(figure, split.at(-1)!, place)
  const noun = readNoun(phrase.noun, here(state, situation), dictionary)
  if (noun.foreign) return null
  const chosen = figure.kind === 'count' ? counted(figure, noun, place) : measured(figure, lead, phrase, noun, place)
  if (!chosen) return null
  const { subject, named: isNamed } = chosen
  if (isNamed) {
    remember(subject, state)
    state.base = null
  }
  if (phrase.base && phrase.relation === 'change') state.base = phrase.base
  // 比2025年年初预算数9819.98万元: the figure that is compared with, told itself.
  const against = phrase.relation === 'level' && phrase.base ? baseFigure(phrase.base, situation) : null
  if (against) state.base = phrase.base
  const year = against?.year ?? noun.year ?? state.year ?? state.sentenceYear ?? state.asOf ?? situation.year
  if (noun.year !== null) state.year = noun.year
  const compared =
    phrase.relation === 'change' ? (phrase.base ?? state.base ?? state.sentenceBase ?? state.partsBase) : phrase.base
  const base = against ? null : compared
  if (figure.kind === 'amount' && figure.unit) state.moneyUnit = figure.unit
  const reading = toReading(place, figure, {
    subject,
    role: against ? against.role : noun.role,
    year,
    base,
    relation: phrase.relation,
    direction: phrase.direction,
  })
  reading.figure = figure
  reading.unit = figure.unit ?? state.moneyUnit
  if (phrase.relation === 'level' && figure.kind === 'amount' && !state.reason && !against) {
    state.last.amount = reading
    state.first ??= reading
  }
  if (phrase.relation === 'level' && figure.kind === 'count' && isNamed) state.last.count = reading
  return reading
}

/** The words before a figure; where they are 的 alone, what was said of the whole before it. */
function phraseOf(figure: Figure, lead: string, { state, situation }: Place): Phrase {
  const { portion } = state
  state.portion = null
  if (portion && squash(lead) === '的') return { noun: '', direction: null, ...portion }
  return parsePhrase(lead, figure.kind === 'percentage', situation.dictionary.grammar)
}

/** 84.82万元 in 完成全年预算84.82万元的73.2%; the rate may be missing: 完成预算0万元的--%. */
function isWhole(figure: Figure, { text }: Paragraph): boolean {
  return figure.kind === 'amount' && /^的[\d.,—-]+%/.test(text.slice(figure.to))
}

/** The whole that a rate is told of: the budget of the subject, or another quantity named after 占. */
function readWhole(figure: Figure, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { noun: words, relation, base } = parsePhrase(lead, true, situation.dictionary.grammar)
  if (base === null || (relation !== 'completion' && relation !== 'share')) return null
  const noun = readNoun(words, here(state, situation), situation.dictionary)
  if (noun.subject && noun.known) remember(noun.subject, state)
  const whole = relation === 'share' ? readNoun(base, here(state, situation), situation.dictionary) : noun
  const subject = relation === 'share' ? whole.subject : state.subject
  state.portion = { relation, base }
  if (!subject || !whole.known) return null
  const { year, role } = relation === 'share' ? whole : baseFigure(base, situation)
  const meaning = { subject, role, year: year ?? situation.year, base: null, direction: null }
  return toReading(place, figure, { ...meaning, relation: 'level' })
}

/** Year and role of a base: 2025年执行数, 上年预算. */
function baseFigure(base: string, situation: Situation): { year: number | null; role: Role | null } {
  const named = /^(20\d\d)年/.exec(base)
  const before = /^(上|去|前)/.test(base) && situation.year !== null ? situation.year - 1 : situation.year
  const role = /执行|决算|实际/.test(base)
    ? 'executed'
    : /年初预算/.test(base)
      ? 'initial'
      : /全年|调整/.test(base)
        ? 'adjusted'
        : 'budget'
  return { year: named ? Number(named[1]) : before, role }
}

function readSame(mention: Mention, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  if (state.reason || REASON.test(lead)) return null
  const { rest, base } = takeBase(squash(lead), situation.dictionary.grammar)
  const noun = readNoun(rest, here(state, situation), situation.dictionary)
  if (!noun.known) return null
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

function readOrder(mention: Extract<Mention, { type: 'order' }>, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const noun = readNoun(lead, here(state, situation), situation.dictionary)
  const subject = noun.subject && noun.known ? noun.subject : state.subject
  if (!subject) return null
  if (noun.subject && noun.known) remember(subject, state)
  const year = noun.year ?? situation.year
  const { base, direction } = mention
  return toReading(place, mention, { subject, role: null, year, base, relation: 'order', direction })
}

function readTrend(mention: Extract<Mention, { type: 'trend' }>, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { rest, base } = takeBase(squash(lead), situation.dictionary.grammar)
  const noun = readNoun(rest, here(state, situation), situation.dictionary)
  if (!noun.subject || !noun.known) return null
  remember(noun.subject, state)
  const direction = situation.dictionary.grammar.directionOf.get(mention.word) ?? null
  const year = noun.year ?? situation.year
  return toReading(place, mention, { subject: noun.subject, role: null, year, base, relation: 'trend', direction })
}

interface Meaning {
  subject: Subject
  role: Role | null
  year: number | null
  base: string | null
  relation: Reading['relation']
  direction: Direction | null
}

function toReading(place: Place, mention: Mention, meaning: Meaning): Reading {
  const { paragraph, state, situation } = place
  const { subject, role, year, relation } = meaning
  const target = resolve(subject, role, year, here(state, situation), situation.tables)
  const figure = mention.type === 'figure' ? mention : null
  const [from, to] = sentenceAt(paragraph.text, mention.from)
  const { page, bbox } = placeOf(paragraph, mention.from, mention.to)
  const kind =
    relation === 'level' || relation === 'share' || relation === 'completion'
      ? (figure?.kind ?? 'amount')
      : 'comparison'
  const statement: Statement = {
    quantity: situation.form ? `${situation.form}/${target.quantity}` : target.quantity,
    kind,
    value: figure ? printAmount(figure.amount) : null,
    unit: figure?.unit ?? null,
    year,
    base: meaning.base,
    direction: meaning.direction,
    page,
    bbox: bbox.map((n) => Math.round(n * 100) / 100) as Statement['bbox'],
    quote: paragraph.text.slice(from, to),
  }
  const part = (relation === 'share' || relation === 'level') && !state.reason
  const whole = part ? state.whole[figure?.kind === 'count' ? 'count' : 'amount'] : null
  return {
    statement,
    figure: null,
    subject,
    role,
    relation,
    target,
    words: paragraph.text.slice(mention.from, mention.to),
    here: { ...here(state, situation), recent: [...state.recent] },
    unit: null,
    whole,
    list: whole ? state.whole.list : null,
    paragraph,
    sentence: state.sentence,
  }
}

/** The noun of a heading as a subject, for figures that stand alone below it. */
export function headingSubject(text: string): Subject {
  return other(squash(text).replace(/^([一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.])/, ''))
}
