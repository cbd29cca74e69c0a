/** Which quantity a figure belongs to: the one its clause names, or the one spoken of before. */
import { type Amount, parseAmount } from '../amount.ts'
import { halfUnit, percentRange } from '../rounding.ts'
import { squash, wildcard } from '../template/words.ts'
import type { Role } from './define.ts'
import type { Figure } from './mentions.ts'
import { isDown, open, type Phrase } from './phrase.ts'
import { here, type Place, type Reading, remember, type Situation } from './state.ts'
import { fromQuantity, type Noun, named, other, type Subject } from './subject.ts'

export interface Chosen {
  subject: Subject
  /** The clause names it; it does not come from before. */
  named: boolean
}

/** The quantity of an amount or a percentage; null where it is a figure of nothing that has a name. */
export function measured(figure: Figure, lead: string, phrase: Phrase, noun: Noun, place: Place): Chosen | null {
  const { state, situation } = place
  const { sums } = situation.dictionary.vocabulary
  const ratio = noun.subject?.quantity?.units?.includes('%')
  if (figure.kind === 'percentage' && phrase.relation === 'level' && !ratio) return null
  const isCountedIn = place.clause.depth > 0 && /^(其中)?包?含/.test(squash(lead))
  if (noun.subject && noun.known && isCountedIn && !isAllOfIt(noun.subject, place))
    return { subject: other(noun.subject.words), named: true }
  if (noun.subject && noun.known) {
    // A short name is that of the count alone: 项目全年预算数为100万元.
    if (figure.kind === 'amount' && noun.subject.quantity?.scene?.length && isShort(noun.subject)) return null
    const countOnly = figure.kind === 'amount' && noun.subject.quantity?.units && !ratio
    return { subject: countOnly ? amountOf(noun.subject) : noun.subject, named: true }
  }
  if (noun.subject) {
    if (sums.includes(noun.subject.words) && state.whole.amount)
      return { subject: state.whole.amount.subject, named: false }
    if (figure.kind === 'percentage' && !state.subject) return null
    if (state.reason && !namesMoney(noun.subject.words, situation)) return null
    const grown =
      figure.kind === 'percentage' && phrase.relation === 'change' && !opensWithMoney(figure, noun.subject, place)
    if (grown || noun.subject.words.length > LONGEST) return inherited(figure, phrase, noun.role, place)
    return { subject: noun.subject, named: true }
  }
  // 预算 10 万元，其中：接待费 2 万元，用车 8 万元；决算数 8 万元: of the whole again, as the parts were.
  const whole = state.sentenceWhole?.amount
  if (noun.role && place.clause.starts === 'part' && state.partsOfRole && whole)
    return { subject: whole.subject, named: true }
  if (state.whole.list && state.whole.amount && sums.includes(open(squash(lead), situation.dictionary.grammar)))
    return { subject: state.whole.amount.subject, named: true }
  // 外地来访接待累计 30 批次，260 人次，共 3 万元: of what nobody knows, as the counts before it are.
  if (state.strange && figure.kind === 'amount' && place.clause.starts === null && phrase.relation === 'level')
    return null
  const before = inherited(figure, phrase, noun.role, place)
  if (before) return before
  const heading = place.clause.from === 0 ? situation.heading() : null
  const subject = heading ?? ofParagraphBefore(phrase, place)
  return subject && { subject, named: true }
}

/** 财务总收入 90 万元，其中：… ¶ 与上年对比增加 3 万元: of what the paragraph before tells first. */
function ofParagraphBefore({ relation, base }: Phrase, { state, situation }: Place): Subject | null {
  const compares = relation === 'change' && (base ?? state.sentenceBase) !== null
  return compares && state.recent.length === 0 ? situation.opening : null
}

/** 收入总计 10 万元（含年初结转和结余 1 万元）: all that was left, and not what of it is in some other figure. */
function isAllOfIt({ quantity }: Subject, { state }: Place): boolean {
  const whole = state.subject?.quantity?.name
  return whole !== undefined && quantity?.wholeIn?.includes(whole) === true
}

/** 财政拨款总收支较上年下降 3.85 %: a name of money that a sentence begins with is of what it speaks, known or not. */
function opensWithMoney(figure: Figure, { words }: Subject, { clause, situation }: Place): boolean {
  return clause.starts === 'sentence' && clause.mentions[0] === figure && namesMoney(words, situation)
}

/** In explanations much is said that is no quantity: 因人员增加，增加3万元. */
function namesMoney(words: string, { dictionary }: Situation): boolean {
  return dictionary.vocabulary.money.some((word) => words.includes(word))
}

/** Words of a name nobody knows: longer ones are half a sentence and name nothing. */
const LONGEST = 40

function inherited(figure: Figure, phrase: Phrase, role: Role | null, place: Place): Chosen | null {
  const whole = ofWhole(figure, phrase, place) ?? ofDivided(phrase, role, place)
  if (whole) return { subject: whole, named: true }
  const { subject } = place.state
  if (!subject) return null
  const first = ofFirst(figure, phrase, place)
  if (first) return { subject: first, named: true }
  // 收入增加 3 万元，支出增加 2 万元: not what was spent of the income.
  if (/收入$/.test(subject.words) && /支出$/.test(squash(phrase.noun))) return { subject: other('支出'), named: true }
  const counts = figure.kind === 'amount' && subject.quantity?.units
  const { amount } = place.state.last
  // 购置费 50 万元，拟购置 3 辆，比上年增加 10 万元: of the money, where the sentence has told it.
  if (counts && phrase.relation === 'change' && amount?.sentence === place.state.sentence)
    return { subject: amount.subject, named: false }
  const money = counts && role ? paidFor(subject, place) : null
  return { subject: money ?? (counts ? amountOf(subject) : subject), named: false }
}

/** 接待费 5 万元，…，外事接待 0 万元。比上年增加 2 万元: nothing rises by more than it is, so that it is what was told first. */
function ofFirst(figure: Figure, phrase: Phrase, { state, clause }: Place): Subject | null {
  const { first, last } = state
  const rises = phrase.relation === 'change' && phrase.direction !== null && !isDown(phrase.direction)
  if (!rises || figure.kind !== 'amount' || clause.starts !== 'sentence' || !first || !last.amount) return null
  const isWithin = ({ figure: own, unit }: Reading) =>
    unit === figure.unit && own!.amount.value.gte(figure.amount.value)
  const isOfLast = last.amount.subject.key === state.subject?.key && last.amount.unit === figure.unit
  return isOfLast && !isWithin(last.amount) && isWithin(first) ? first.subject : null
}

/** 支出 90 万元，其中：基本支出 60 万元，项目支出 30 万元。年初预算 80 万元: the budget of what was divided. */
function ofDivided({ relation }: Phrase, role: Role | null, { state, clause }: Place): Subject | null {
  const { amount, parts } = state.divided
  const isRole = role !== null && relation === 'level' && clause.starts === 'sentence'
  return isRole && amount && parts && parts.size > 1 ? amount.subject : null
}

/** A change and the rate behind it: 1.20万元，增长8.5%. */
const RATE = /^[，,、(]?(?:同比)?[^\d，。；]{2,4}?([\d.]+)%/
/** 比2024年执行数 5 万元增加 1 万元: the change behind the figure that is compared with. */
const CHANGE = /^(?:增加|减少)([\d.]+)万?元/
/** Parts are told once more. */
const AGAIN = /^[^。；]{0,20}[，,。；]其中/

/**
 * 收入 90 万元，其中：财政拨款 80 万元，其他收入 10 万元，比上年增加 12 万元: what grew is the whole, where no part
 * before was compared with anything; so it is in a sentence of its own behind it. A rate behind the change that
 * fits the last part alone tells otherwise; of a single part it must fit the whole.
 */
function ofWhole(figure: Figure, phrase: Phrase, { state, paragraph, clause }: Place): Subject | null {
  // 比2023年预算 27 万元减少 1 万元: of the same as the figure that is compared with.
  if (state.against === clause) return null
  const begins = clause.starts === 'sentence' || isFirst(figure, { state, paragraph, clause })
  const { amount: whole, parts, last } = begins ? state.divided : { ...state.whole, last: state.last.amount }
  const compares = phrase.relation === 'change' || (begins && phrase.base !== null)
  if (!compares || figure.kind === 'count' || !whole || !(begins || state.whole.list)) return null
  if (begins && state.subject?.key === whole.subject.key) return null
  const after = paragraph.text.slice(figure.to)
  const change = phrase.relation === 'change' ? figure.amount : toAmount(CHANGE.exec(after)?.[1])
  const rate = figure.kind === 'amount' ? toAmount(RATE.exec(after)?.[1]) : null
  const fits = (of: Reading) => rate && change && grewBy(of, change, isDown(phrase.direction), rate)
  if (last?.figure && fits(last)) return null
  // 与上年相比增长 5%，其中接待费增加…: what is divided again was divided before.
  if (begins && AGAIN.test(after)) return whole.subject
  if (figure.kind !== 'amount' || !parts) return null
  // Behind ； no part stands before it: what grew is the last one, unless the rate fits the whole alone.
  const few = parts.size < 2
  const fitsWhole = last?.figure ? fits(whole) : null
  if (fitsWhole === null) return few ? null : whole.subject
  return few && !fitsWhole ? null : whole.subject
}

/** 与上年相比，增加 80 万元: nothing but what is compared with stands before it in its sentence. */
function isFirst(
  figure: Figure,
  { state, paragraph: { text }, clause }: Pick<Place, 'state' | 'paragraph' | 'clause'>,
) {
  const before = text.slice(text.lastIndexOf('。', clause.from - 1) + 1, clause.from)
  return state.sentenceBase !== null && clause.mentions[0] === figure && !/\d/.test(before.replace(/20\d\d年/g, ''))
}

function toAmount(digits: string | undefined): Amount | null {
  return digits === undefined ? null : parseAmount(digits)
}

/** Whether the change is the rate of what there was before, within their rounding; of nothing 0 % or, as is written, 100 %. */
function grewBy({ figure }: Reading, change: Amount, fell: boolean, rate: Amount): boolean {
  const now = figure!.amount
  const value = now.value.minus(fell ? change.value.negated() : change.value)
  if (value.isZero()) return rate.value.eq(change.value.isZero() ? 0 : 100)
  const range = percentRange(change, { value, places: Math.min(now.places, change.places) }, { whole: 2 })
  if (!range || value.lt(0)) return false
  const half = halfUnit(rate)
  return range.low.minus(half).lte(rate.value) && range.high.plus(half).gte(rate.value)
}

function isShort({ quantity, words }: Subject): boolean {
  return quantity?.short?.includes(words) ?? false
}

/** 因公出国（境）团组 1 个，预算为 5 万元: the quantity of money that such things are counted beside. */
function paidFor({ name }: Subject, { state, situation }: Place): Subject | null {
  const { quantities } = situation.dictionary.vocabulary
  const quantity = quantities.find((q) => q.counts && Object.values(q.counts).includes(name))
  return quantity ? fromQuantity(quantity, name, here(state, situation)) : null
}

/** 购置车辆 0 辆、0 万元: what the counted things cost. */
function amountOf(subject: Subject): Subject {
  return named(`${subject.name}/cost`, subject)
}

/** Counts are statements only where the words are known: prose is full of numbers of things. */
export function counted(figure: Figure, noun: Noun, place: Place): Chosen | null {
  const { state, situation, paragraph, clause } = place
  const unit = figure.unit!
  const quantity = noun.subject?.quantity
  if (noun.subject) state.strange = !noun.known
  else if (state.strange && clause.starts === null) return null
  if (noun.subject && noun.known && quantity?.units?.includes(unit)) return { subject: noun.subject, named: true }
  const holder = noun.subject && noun.known ? noun.subject : noun.subject === null ? state.subject : null
  const counted = holder?.quantity?.counts?.[unit]
  if (noun.subject && holder && counted) remember(holder, state)
  if (holder && counted) return { subject: named(counted, { ...holder, quantity: holder.quantity }), named: false }
  if (noun.subject === null && state.subject?.quantity?.units?.includes(unit) && !hasNext(figure, place))
    return { subject: state.subject, named: false }
  const after = squash(paragraph.text.slice(figure.to, clause.to))
  const all = [...situation.dictionary.vocabulary.quantities, ...situation.dictionary.vocabulary.forms]
  const following = all.find((q) => q.units?.includes(unit) && q.after?.some((w) => follows(after, w)))
  if (!following) return null
  const around = here(state, situation)
  if (following.of && !around.recent.some((s) => following.of!.includes(s.name))) return null
  const subject = fromQuantity(following, after, around)
  state.recent.push(subject)
  return { subject, named: false }
}

/** Whether words begin with what may be written with `*` for any others. */
function follows(text: string, words: string): boolean {
  return words.includes('*') ? wildcard(`${words}*`)(text) : text.startsWith(words)
}

/** Something follows the count in its clause: 6 名聘用人员 counts those and not the subject before. */
function hasNext(figure: Figure, { paragraph, clause }: Place): boolean {
  return squash(paragraph.text.slice(figure.to, clause.to)) !== ''
}
