/** Paragraphs → statements: every figure with the quantity it is a figure of. */
import { squash } from '../template/words.ts'
import { type Clause, toClauses } from './clauses.ts'
import { readOrder, readSame, readTrend } from './comparing.ts'
import { readFigure } from './figure.ts'
import { findMentions, type Mention } from './mentions.ts'
import { type Grammar, open, parsePhrase, takeBase } from './phrase.ts'
import type { Paragraph } from './prose.ts'
import { shareOut } from './respectively.ts'
import { takeYear } from './spoken-year.ts'
import {
  announce,
  beginReason,
  divide,
  enter,
  here,
  isLevel,
  isOwn,
  newState,
  type Place,
  type Reading,
  remember,
  type Situation,
  type State,
} from './state.ts'
import { fromQuantity, other, readNoun, type Subject, subjectOf } from './subject.ts'

/** Words of headings behind what they name. */
const TITLE_ENDS = /(?:各项|的)?(?:具体)?(?:情况|说明|情况说明)$/

export function readParagraph(paragraph: Paragraph, situation: Situation): Reading[] {
  const { dictionary } = situation
  const { text } = paragraph
  const mentions = findMentions(text, dictionary.vocabulary)
  // Duties and definitions have no figures: they state nothing, and nothing of them is taken up later.
  if (mentions.length === 0) return []
  const clauses = toClauses(text, mentions, dictionary.vocabulary.unbroken)
  const leads = shareOut(text, clauses)
  const state = newState(situation)
  if (/^其中/.test(text)) state.last.amount = situation.previous
  const readings: Reading[] = []
  clauses.forEach((clause, i) => {
    enter(clause, text.slice(clause.from, clause.to), state, situation)
    if (clause.mentions.length === 0) listen(text, clause, clauses, i, state, situation)
    let from = clause.from
    for (const mention of clause.mentions) {
      const isAlone = mention.type === 'figure' && mention.kind === 'amount' && isInBrackets(text, mention)
      const base = isAlone ? baseBefore(text.slice(0, mention.from - 1), dictionary.grammar) : null
      const lead = leads.get(mention) ?? base ?? text.slice(from, mention.from)
      if (leads.get(mention) === null || (isAlone && base === null)) continue
      const reading = readMention(mention, lead, { paragraph, clause, state, situation })
      if (reading) readings.push(reading)
      else if (mention.type !== 'figure' || !situation.dictionary.grammar.from.test(squash(lead))) continue
      from = mention.to
    }
    announce(text.slice(clause.from, clause.to), state, situation, clause)
    const last = readings.at(-1)
    if (last && isListed(last, clause)) divide(state)
  })
  return readings
}

/** A figure with brackets around it and nothing else in them. */
function isInBrackets(text: string, { from, to }: Mention): boolean {
  return text[from - 1] === '(' && text[to] === ')'
}

/** 比上年预算（90 万元）减少…: what is in brackets is the figure that is compared with. */
function baseBefore(text: string, { baseBehind }: Grammar): string | null {
  return baseBehind.exec(/[^，,。；;：:()]*$/.exec(text)![0])?.[0] ?? null
}

/** 三公经费 10 万元：接待费 2 万元；…: an amount with a colon behind it is divided by what follows. */
function isListed(last: Reading, { end, to }: Clause): boolean {
  return /[：:]/.test(end) && isLevel(last) && last.figure?.to === to
}

/** The subject and whole a paragraph leaves to the next one: 收入合计 …万元，其中： */
export function announced(paragraph: Paragraph, readings: readonly Reading[]): Reading | null {
  const all = readings.filter(isLevel)
  // 支出 9 万元，较上年 10 万元减少 1 万元。其中：…
  const amounts = all.some(isOwn) ? all.filter(isOwn) : all
  const last = amounts.at(-1)
  if (!last) return null
  if (/如下[:：]$/.test(paragraph.text)) return amounts[0]!
  // 收入 940 万元，包括本年收入 930 万元，结转 10 万元。其中：… is of all of it, divided once more.
  const listed = amounts.filter(({ list }) => list !== null && list === last.list)
  if (/。其中[:：]$/.test(paragraph.text) && listed.length > 1) return last.whole
  return /(其中|方面|包括)[:：]$/.test(paragraph.text) ? last : null
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
  beginReason(words, state, situation)
  const { rest, base } = takeBase(open(words, situation.dictionary.grammar), situation.dictionary.grammar)
  if (base) {
    state.sentenceBase = base
    state.base = base
  }
  const dated = takeYear(rest, situation, situation.dictionary.grammar)
  if (dated.year !== null && (dated.text === '' || base)) state.sentenceYear = dated.year
  if (dated.year !== null && /^截[至止]/.test(words)) state.asOf = dated.year
  const coded = /(?<!\d)(?:\d{3}|\d{5}|\d{7})(?![年度\d])[^\d]+$/.exec(words)?.[0]
  const scene = situation.dictionary.vocabulary.quantities.find((q) => q.scene?.some((w) => words.includes(w)))
  if (scene) state.recent.push(fromQuantity(scene, words, here(state, situation)))
  const whole = clause.starts === 'sentence' && (/[。:]/.test(clause.end) || i === 0 || base !== null)
  const path = /\(\d*项\)/.test(words)
  const named = (words: string) =>
    subjectOf(words.replace(TITLE_ENDS, ''), here(state, situation), situation.dictionary)
  // 2023年度“三公”经费支出决算中，公务接待费…，占10%: of all of it, which another sentence tells.
  if (clause.starts === 'sentence' && /中$/.test(rest)) state.among = named(rest.slice(0, -1))
  if (!whole && !path && !coded && !isToldNext(text, clauses[i + 1], situation)) return
  const subject = named(coded ?? rest)
  if (subject && clauses.length > 1) remember(subject, state)
}

/** 为…、…而开支的机关运行经费，合计 10 万元: the amount of what the clause before it names. */
function isToldNext(text: string, next: Clause | undefined, { dictionary }: Situation): boolean {
  const first = next?.mentions[0]
  if (first?.type !== 'figure' || first.kind !== 'amount') return false
  return dictionary.grammar.verbs.includes(squash(text.slice(next!.from, first.from)))
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
    case 'gap':
      return skipGap(lead, place)
  }
}

/** What has no figure is spoken of all the same: the share beside it is its own. */
function skipGap(lead: string, { state, situation }: Place): null {
  const { noun: words, base } = parsePhrase(lead, false, situation.dictionary.grammar)
  const noun = readNoun(words, here(state, situation), situation.dictionary)
  if (noun.subject) remember(noun.known ? noun.subject : other(words), state)
  if (base) {
    state.sentenceBase = base
    state.base = base
  }
  return null
}

/** What a heading names, for figures that stand alone below it; 具体情况说明 and the like name nothing. */
export function titleSubject(paragraph: Paragraph, situation: Situation): Subject | null {
  const { dictionary } = situation
  const text = open(squash(paragraph.text), dictionary.grammar).replace(/[。:：]$/, '')
  const title = text.replace(TITLE_ENDS, '')
  const known = subjectOf(title, here(newState(situation), situation), dictionary)
  return known ?? (title === text ? other(title) : null)
}
