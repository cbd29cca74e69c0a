/** Paragraphs → statements: every figure with the quantity it is a figure of. */
import { printAmount } from '../amount.ts'
import type { Statement, Table } from '../model.ts'
import { squash } from '../template/words.ts'
import { type Clause, sentenceAt, toClauses } from './clauses.ts'
import type { Direction, Role } from './define.ts'
import { type Figure, findMentions, type Mention } from './mentions.ts'
import { open, type Phrase, parsePhrase, takeBase } from './phrase.ts'
import { type Paragraph, placeOf } from './prose.ts'
import { resolve, type Target } from './refs.ts'
import {
  type Dictionary,
  fromQuantity,
  type Noun,
  named,
  other,
  readNoun,
  type Subject,
  type Surroundings,
  subjectOf,
  takeYear,
} from './subject.ts'

/** A statement with what the checks need to know about it. */
export interface Reading {
  statement: Statement
  figure: Figure | null
  subject: Subject
  role: Role | null
  relation: 'level' | 'change' | 'share' | 'completion' | 'order' | 'same' | 'trend'
  target: Target
  chapter: string
  /** The unit the figure is in where none is printed. */
  unit: string | null
  /** Reading that names the whole of which this is a part (…，其中：). */
  whole: Reading | null
  /** Paragraph and sentence: readings of one sentence speak of each other. */
  paragraph: Paragraph
  sentence: number
}

export interface Situation extends Omit<Surroundings, 'recent'> {
  tables: readonly Table[]
  dictionary: Dictionary
  /** The whole that a paragraph before announced with a colon. */
  whole: Reading | null
  /** The last amount of the paragraph before, for one that begins with 其中. */
  previous: Reading | null
  /** Subject of the heading above. */
  heading: Subject | null
}

interface State {
  subject: Subject | null
  recent: Subject[]
  /** What the sentence compares with (与上年相比，…), and what its last figure was compared with. */
  sentenceBase: string | null
  base: string | null
  sentenceYear: number | null
  year: number | null
  sentence: number
  /** After 主要原因: what follows explains and states nothing of the subject. */
  reason: boolean
  whole: Wholes
  /** What the first 其中 of the sentence divides: after ； the parts are its parts again. */
  sentenceWhole: Wholes | null
  last: Wholes
  /** The first amount of the paragraph: what 收入包括 and 支出包括 divide. */
  first: Reading | null
  /** 截至2025年8月31日: holds for the whole paragraph. */
  asOf: number | null
  moneyUnit: string | null
  /** Saved at an opening bracket. */
  outer: { subject: Subject | null; base: string | null; whole: Wholes; last: Wholes }[]
}

/** The amount and the count that 其中 divides. */
interface Wholes {
  amount: Reading | null
  count: Reading | null
}

const REASON = /原因|主要是/
const PARTS = /(包括|其中|以下方面|支出内容为)$/
/** The sum of a list, said again at its end. */
const SUM = /^(合计|共计|总计)$/

export function readParagraph(paragraph: Paragraph, situation: Situation): Reading[] {
  const { dictionary } = situation
  const { text } = paragraph
  const mentions = findMentions(text, dictionary.vocabulary)
  const clauses = toClauses(text, mentions, dictionary.vocabulary.unbroken)
  const state: State = {
    subject: null,
    recent: [],
    sentenceBase: null,
    base: null,
    sentenceYear: null,
    year: null,
    sentence: 0,
    reason: false,
    whole: { amount: situation.whole, count: null },
    sentenceWhole: null,
    last: { amount: situation.previous, count: null },
    first: null,
    asOf: null,
    moneyUnit: null,
    outer: [],
  }
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

export function isLevel(reading: Reading): boolean {
  return reading.relation === 'level' && reading.figure?.kind === 'amount'
}

/** The subject and whole a paragraph leaves to the next one: 收入合计 …万元，其中： */
export function announced(paragraph: Paragraph, readings: readonly Reading[]): Reading | null {
  const amounts = readings.filter(isLevel)
  if (/如下[:：]$/.test(paragraph.text)) return amounts[0] ?? null
  return /(其中|方面|包括)[:：]$/.test(paragraph.text) ? (amounts.at(-1) ?? null) : null
}

function enter(clause: Clause, words: string, state: State, situation: Situation): void {
  if (clause.starts === 'sentence') {
    state.sentence++
    state.sentenceBase = null
    state.sentenceYear = null
    state.year = null
    state.reason = false
    state.whole = { amount: situation.whole, count: null }
    state.sentenceWhole = null
  }
  if (clause.starts === 'part') {
    state.year = null
    state.reason &&= /^[二三四五六七八九]是/.test(words)
    state.whole = state.sentenceWhole ?? state.whole
  }
  while (state.outer.length < clause.depth)
    state.outer.push({ subject: state.subject, base: state.base, whole: state.whole, last: { ...state.last } })
  while (state.outer.length > clause.depth) {
    const saved = state.outer.pop()!
    state.subject = saved.subject
    state.base = saved.base
    state.whole = saved.whole
    state.last = saved.last
  }
}

/** 其中 and 包括: what follows are parts of the figure before. */
function announce(words: string, state: State): void {
  if (!PARTS.test(squash(words))) return
  const divided = /(收入|支出)包括$/.test(squash(words)) ? state.first : null
  state.whole = { ...state.last, amount: divided ?? state.last.amount }
  state.sentenceWhole ??= state.whole
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
  if (REASON.test(words)) state.reason = true
  const { rest, base } = takeBase(open(words, situation.dictionary.grammar), situation.dictionary.grammar)
  if (base) {
    state.sentenceBase = base
    state.base = base
  }
  const dated = takeYear(rest, situation)
  if (dated.year !== null && (dated.text === '' || base)) state.sentenceYear = dated.year
  if (dated.year !== null && /^截[至止]/.test(words)) state.asOf = dated.year
  const coded = /(?<!\d)(?:\d{3}|\d{5}|\d{7})(?![年度\d])[^\d]+$/.exec(words)?.[0]
  const whole = clause.starts === 'sentence' && (/[。:]/.test(clause.end) || i === 0 || base !== null)
  const path = /\(\d*项\)/.test(words)
  if (!whole && !path && !coded) return
  const subject = subjectOf(
    (coded ?? rest).replace(/(?:各项|的)?(?:具体)?(?:情况|说明)$/, ''),
    here(state, situation),
    situation.dictionary,
  )
  if (subject && clauses.length > 1) name(subject, state)
}

function here(state: State, situation: Situation): Surroundings {
  const { kind, year, entity, chapter, apart } = situation
  return { kind, year, entity, chapter, apart, recent: state.recent }
}

function name(subject: Subject, state: State): void {
  state.subject = subject
  state.recent.push(subject)
}

interface Place {
  paragraph: Paragraph
  clause: Clause
  state: State
  situation: Situation
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
  if (REASON.test(lead)) state.reason = true
  if (split.length > 1) announce(split.slice(0, -1).join(''), state)
  const phrase = parsePhrase(split.at(-1)!, figure.kind === 'percentage', dictionary.grammar)
  const noun = readNoun(phrase.noun, here(state, situation), dictionary)
  const chosen = figure.kind === 'count' ? counted(figure, noun, place) : measured(figure, lead, phrase, noun, place)
  if (!chosen) return null
  const { subject, named: isNamed } = chosen
  if (isNamed) {
    name(subject, state)
    state.base = null
  }
  if (phrase.base && phrase.relation === 'change') state.base = phrase.base
  const year = noun.year ?? state.year ?? state.sentenceYear ?? state.asOf ?? situation.year
  if (noun.year !== null) state.year = noun.year
  const base = phrase.relation === 'change' ? (phrase.base ?? state.base ?? state.sentenceBase) : phrase.base
  if (figure.kind === 'amount' && figure.unit) state.moneyUnit = figure.unit
  const reading = toReading(place, figure, {
    subject,
    role: noun.role,
    year,
    base,
    relation: phrase.relation,
    direction: phrase.direction,
  })
  reading.figure = figure
  reading.unit = figure.unit ?? state.moneyUnit
  if (phrase.relation === 'level' && figure.kind === 'amount' && !state.reason) {
    state.last.amount = reading
    state.first ??= reading
  }
  if (phrase.relation === 'level' && figure.kind === 'count' && isNamed) state.last.count = reading
  return reading
}

interface Chosen {
  subject: Subject
  /** The clause names it; it does not come from before. */
  named: boolean
}

function measured(figure: Figure, lead: string, phrase: Phrase, noun: Noun, place: Place): Chosen | null {
  const { state, situation } = place
  const ratio = noun.subject?.quantity?.units?.includes('%')
  if (figure.kind === 'percentage' && phrase.relation === 'level' && !ratio) return null
  if (noun.subject && noun.known && place.clause.depth > 0 && /^(其中)?包?含/.test(squash(lead)))
    return { subject: other(noun.subject.words), named: true }
  if (noun.subject && noun.known) {
    const countOnly = figure.kind === 'amount' && noun.subject.quantity?.units && !ratio
    return { subject: countOnly ? amountOf(noun.subject) : noun.subject, named: true }
  }
  if (noun.subject) {
    if (SUM.test(noun.subject.words) && state.whole.amount) return { subject: state.whole.amount.subject, named: false }
    if (figure.kind === 'percentage' && !state.subject) return null
    if (figure.kind === 'percentage' || noun.subject.words.length > LONGEST) return inherited(figure, place)
    return { subject: noun.subject, named: true }
  }
  const alone = place.clause.from === 0 && situation.heading
  return inherited(figure, place) ?? (alone ? { subject: situation.heading!, named: true } : null)
}

/** Words of a name nobody knows: longer ones are half a sentence and name nothing. */
const LONGEST = 40

function inherited(figure: Figure, { state }: Place): Chosen | null {
  const subject = state.subject
  if (!subject) return null
  const counts = figure.kind === 'amount' && subject.quantity?.units
  return { subject: counts ? amountOf(subject) : subject, named: false }
}

/** 购置车辆 0 辆、0 万元: what the counted things cost. */
function amountOf(subject: Subject): Subject {
  return named(`${subject.name}/cost`, subject)
}

/** Counts are statements only where the words are known: prose is full of numbers of things. */
function counted(figure: Figure, noun: Noun, place: Place): Chosen | null {
  const { state, situation, paragraph, clause } = place
  const unit = figure.unit!
  const quantity = noun.subject?.quantity
  if (noun.subject && noun.known && quantity?.units?.includes(unit)) return { subject: noun.subject, named: true }
  const holder = noun.subject && noun.known ? noun.subject : noun.subject === null ? state.subject : null
  const counted = holder?.quantity?.counts?.[unit]
  if (holder && counted) return { subject: named(counted, { ...holder, quantity: holder.quantity }), named: false }
  if (noun.subject === null && state.subject?.quantity?.units?.includes(unit) && !hasNext(figure, place))
    return { subject: state.subject, named: false }
  const after = squash(paragraph.text.slice(figure.to, clause.to))
  const all = [...situation.dictionary.vocabulary.quantities, ...situation.dictionary.vocabulary.forms]
  const following = all.find((q) => q.units?.includes(unit) && q.after?.some((w) => after.startsWith(w)))
  if (!following) return null
  const around = here(state, situation)
  if (following.of && !around.recent.some((s) => following.of!.includes(s.name))) return null
  return { subject: fromQuantity(following, after, around), named: false }
}

/** Something follows the count in its clause: 6 名聘用人员 counts those and not the subject before. */
function hasNext(figure: Figure, { paragraph, clause }: Place): boolean {
  return squash(paragraph.text.slice(figure.to, clause.to)) !== ''
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
  if (noun.subject) name(subject, state)
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
  if (noun.subject && noun.known) name(subject, state)
  const year = noun.year ?? situation.year
  const { base, direction } = mention
  return toReading(place, mention, { subject, role: null, year, base, relation: 'order', direction })
}

function readTrend(mention: Extract<Mention, { type: 'trend' }>, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { rest, base } = takeBase(squash(lead), situation.dictionary.grammar)
  const noun = readNoun(rest, here(state, situation), situation.dictionary)
  if (!noun.subject || !noun.known) return null
  name(noun.subject, state)
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
    quantity: target.quantity,
    kind,
    value: figure ? printAmount(figure.amount) : null,
    unit: figure?.unit ?? null,
    year,
    base: meaning.base,
    direction: meaning.direction,
    page,
    bbox: [...bbox] as Statement['bbox'],
    quote: paragraph.text.slice(from, to),
  }
  const part = relation === 'share' || relation === 'level'
  const whole = part ? state.whole[figure?.kind === 'count' ? 'count' : 'amount'] : null
  return {
    statement,
    figure: null,
    subject,
    role,
    relation,
    target,
    chapter: situation.chapter,
    unit: null,
    whole,
    paragraph,
    sentence: state.sentence,
  }
}

/** The noun of a heading as a subject, for figures that stand alone below it. */
export function headingSubject(text: string): Subject {
  return other(squash(text).replace(/^([一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.])/, ''))
}
