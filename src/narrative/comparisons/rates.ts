/** Percentages computed again: shares, rates of completion, growth; and the direction words beside them. */
import { Decimal } from 'decimal.js'
import type { Amount } from '../../amount.ts'
import { halfUnit, lastPlace, percentRange } from '../../rounding.ts'
import { isOfAYear } from '../bases.ts'
import type { BaseWords, Role } from '../define.ts'
import { isDown } from '../phrase.ts'
import { isLevel, type Reading } from '../state.ts'
import type { Subject } from '../subject.ts'
import { type Book, candidates, fromReading, type Known, known, UNIT } from '../values.ts'
import { figureOf, type Outcome, outcome, quoteOf, statementTerm } from './outcome.ts'
import { printedPriors, priorOf } from './priors.ts'
import { totalOver, wholeOfOthers } from './totals.ts'

export function checkRates(book: Book, baseSubjects: (reading: Reading) => Subject[]): Outcome[] {
  return book.readings.flatMap((reading, index) => {
    if (reading.figure?.kind !== 'percentage') return []
    if (reading.relation === 'completion') return completion(reading, index, book)
    if (reading.relation === 'share') return share(reading, book, baseSubjects)
    return reading.relation === 'change' ? growth(reading, index, book) : []
  })
}

function completion(reading: Reading, index: number, book: Book): Outcome[] {
  const part = known(reading, null, book, UNIT)
  const name = { zh: '完成率', en: 'rate of completion' }
  if (!part) return []
  const told = budgetsOf(reading, book)
  const wholes = told.length > 0 ? told : budgetBehind(reading, part, book)
  return best(wholes.map((whole) => rate({ rule: 'narrative-completion', name, reading, index, part, whole })))
}

/** 完成年初预算100%，决算数大于预算数55.93万元: the budget that nobody says is what was spent without the difference. */
function budgetBehind(reading: Reading, part: Known, book: Book): Known[] {
  const { plannedEnd } = book.bases
  const bare = (base: string | null) => (plannedEnd.test(base ?? '') ? base!.replace(plannedEnd, '') : undefined)
  const own = bare(reading.statement.base)
  const found = book.readings.find(
    (r) =>
      r.paragraph === reading.paragraph &&
      r.sentence === reading.sentence &&
      r.subject.key === reading.subject.key &&
      r.relation === 'change' &&
      r.figure?.kind === 'amount' &&
      r.statement.direction !== null &&
      (bare(r.statement.base) === own || bare(r.statement.base) === ''),
  )
  const difference = found && fromReading(found, book, UNIT)
  if (own === undefined || !difference) return []
  const delta = difference.amount.value.times(isDown(found.statement.direction) ? -1 : 1)
  const places = Math.min(part.amount.places, difference.amount.places)
  return [{ amount: { value: part.amount.value.minus(delta), places }, term: difference.term }]
}

/**
 * The budgets that a base may speak of: said in the paragraph, else printed in the table. A form prints one budget,
 * mostly the one after changes: what 年初预算 was is known only where the prose says it.
 */
export function budgetsOf(reading: Reading, book: Book): Known[] {
  const base = reading.statement.base ?? ''
  const initial = book.bases.initial.test(base)
  const roles: Role[] = initial
    ? ['initial']
    : book.bases.adjusted.test(base)
      ? ['adjusted']
      : ['initial', 'adjusted', 'budget']
  const found = roles.flatMap((role) => known(reading, role, book, UNIT) ?? [])
  return initial ? found.filter(({ term }) => !term.column?.startsWith('budget_')) : found
}

function share(reading: Reading, book: Book, basesOf: (reading: Reading) => readonly Subject[]): Outcome[] {
  const bases = basesOf(reading)
  const part = known(reading, reading.role, book, UNIT)
  const listed = [reading.whole, firstOf(reading, book)].flatMap((r) => (r && fromReading(r, book, UNIT)) ?? [])
  const named = bases.flatMap((subject) => candidates({ ...reading, subject }, null, book, UNIT))
  // 占总收入: what a word for the whole means, or the figure that the list divides.
  const divided = listed.slice(0, reading.whole ? 1 : 0)
  const ofOtherYear = reading.statement.year !== null && reading.statement.year !== reading.here.year
  // 2024年支出 630 万元，其中：项目支出 400 万元，占总支出的63%: no table has last year's.
  const told = reading.among ? candidates({ ...reading, subject: reading.among }, null, book, UNIT) : []
  const all = divided.length > 0 ? divided : told
  const wholes = !reading.statement.base || ofOtherYear ? all : named.length > 0 ? [...named, ...listed] : []
  const name = { zh: '占比', en: 'share' }
  const of = (own: Reading, part: Known, whole: Known) =>
    rate({ rule: 'narrative-share', name, reading: own, index: book.readings.indexOf(own), part, whole })
  const holds = (own: Reading, part: Known, whole: Known) => of(own, part, whole).check.result !== 'violated'
  const isOpen = wholes.length === 0 && !reading.statement.base
  const ofOthers = () => wholeOfOthers(reading, book, holds, basesOf)
  const total = isOpen ? (totalOver(reading, book, holds) ?? ofOthers()) : null
  const found = best(part ? (total ? [total] : wholes).map((whole) => of(reading, part, whole)) : [])
  if (!part || !found.some((o) => o.check.result === 'violated') || !isSibling(reading, book)) return found
  const other = ofOthers()
  return other ? [of(reading, part, other)] : []
}

/** 基本支出 9 万元，占90%，其中：人员经费…；项目支出 1 万元，占10%: of what the first is a share of, which nobody said. */
function isSibling({ whole, statement, paragraph, sentence }: Reading, { readings }: Book): boolean {
  const isOwn = (r: Reading) =>
    r.paragraph === paragraph && r.sentence === sentence && r.subject.key === whole?.subject.key
  return statement.base === null && readings.some((r) => r.relation === 'share' && isOwn(r))
}

/** The amount that a paragraph begins with. */
function firstOf(reading: Reading, book: Book): Reading | null {
  const first = book.readings.find((r) => r.paragraph === reading.paragraph && isLevel(r))
  return first && first.subject.key !== reading.subject.key ? first : null
}

/** Of several readings of the words the one that holds, else the first. */
export function best(outcomes: readonly Outcome[]): Outcome[] {
  const found = outcomes.find((o) => o.check.result !== 'violated') ?? outcomes[0]
  return found ? [found] : []
}

function growth(reading: Reading, index: number, book: Book): Outcome[] {
  if (reading.statement.direction === null) return []
  const levels = candidates(reading, null, book, UNIT)
  return best(levels.flatMap((level) => grown(reading, index, book, level)))
}

function grown(reading: Reading, index: number, book: Book, level: Known): Outcome[] {
  const change = changeOf(reading, book)
  const told = priorOf(reading, book)
  const since = told ? [grownSince(reading, index, level, told)] : []
  const printed = printedPriors(reading, book).map((before) => grownSince(reading, index, level, before))
  // Where the change is told wrong, the rate may be that of what is printed of both years.
  if (change) return [grownBy(reading, index, level, change), ...since, ...printed]
  return told ? since : printed
}

const GROWTH = { rule: 'narrative-growth', name: { zh: '增减幅度', en: 'rate of change' } }

/** 增加 3 万元，增长 5%: the rate of the change that is told. */
function grownBy(reading: Reading, index: number, level: Known, change: Known & { reading: Reading }): Outcome {
  const delta = change.amount.value.times(isDown(change.reading.statement.direction) ? -1 : 1)
  const amount = {
    value: level.amount.value.minus(delta),
    places: Math.min(level.amount.places, change.amount.places),
  }
  const stated = reading.figure!.amount.value
  const opposite = !delta.isZero() && !stated.isZero() && fell(change.reading) !== fell(reading)
  const madeOf = { whole: 2 }
  return rate({ ...GROWTH, reading, index, part: change, whole: { amount, term: level.term }, opposite, madeOf })
}

/** The rate of both years' figures. */
function grownSince(reading: Reading, index: number, level: Known, before: Known): Outcome {
  const delta = level.amount.value.minus(before.amount.value)
  const part: Known = {
    amount: { value: delta, places: Math.min(level.amount.places, before.amount.places) },
    term: level.term,
  }
  const opposite = !delta.isZero() && !reading.figure!.amount.value.isZero() && delta.isNegative() !== fell(reading)
  return rate({ ...GROWTH, reading, index, part, whole: before, opposite, madeOf: { part: 2 } })
}

/** Whether the figure became smaller: 下降 5 %, and 增长 -5 %. */
function fell({ statement, figure }: Reading): boolean {
  return isDown(statement.direction) !== figure!.amount.value.isNegative()
}

/** 减少 160.71 万元 before 下降 49.36%: the change in money that the percentage goes with. */
function changeOf(reading: Reading, book: Book): (Known & { reading: Reading }) | null {
  const at = book.readings.indexOf(reading)
  const goesWith = (r: Reading) =>
    r.paragraph === reading.paragraph &&
    r.subject.key === reading.subject.key &&
    r.relation === 'change' &&
    r.statement.direction !== null &&
    r.figure?.kind === 'amount' &&
    isSameBase(r.statement.base, reading.statement.base, book.bases)
  // 同比下降 4%（减少 20 万元）: or the change behind it, before anything else is told.
  const next = book.readings[at + 1]
  const found = book.readings.slice(0, at).findLast(goesWith) ?? (next && goesWith(next) ? next : undefined)
  const amount = found && fromReading(found, book, UNIT)
  return amount ? { ...amount, reading: found } : null
}

/** 比上年增加 3 万元，同比增长 5%: the year before, once named and once not. */
function isSameBase(one: string | null, other: string | null, bases: BaseWords): boolean {
  const isYear = (base: string | null) => base !== null && isOfAYear(base, bases)
  const isUnnamed = (base: string | null) => base !== null && bases.unnamed.test(base)
  return one === other || (isUnnamed(one) && isYear(other)) || (isYear(one) && isUnnamed(other))
}

interface Rate {
  rule: string
  name: { zh: string; en: string }
  reading: Reading
  index: number
  part: Known
  whole: Known
  /** The direction word says the opposite of the figures. */
  opposite?: boolean
  /** How many printed amounts part and whole are made of. */
  madeOf?: { part?: number; whole?: number }
}

function rate(made: Rate): Outcome {
  const { reading, part, whole, opposite } = made
  const { amount } = reading.figure!
  // The sign of 增长 -5 % is in the direction.
  const stated = { ...amount, value: reading.relation === 'change' ? amount.value.abs() : amount.value }
  // Said to have grown by 100 % from nothing: nothing has no percentage.
  if (whole.amount.value.isZero() && !part.amount.value.isZero() && !stated.value.isZero()) return rateOfNothing(made)
  const range = percentRange(part.amount, whole.amount, made.madeOf)
  const expected = range && part.amount.value.abs().dividedBy(whole.amount.value.abs()).times(100)
  const numbers =
    expected && range
      ? { expected, actual: stated.value, tolerance: slack(range, expected, stated), places: stated.places }
      : null
  const shown = expected?.toDecimalPlaces(2).toFixed(2) ?? ''
  return outcome(
    { ...checked(made, stated.value), numbers, result: opposite && numbers ? 'violated' : rounded(numbers, stated) },
    () => ({
      severity: 'warning',
      zh: `正文“${quoteOf(reading)}”为${figureOf(reading)}，按${show(part)}与${show(whole)}计算应为${shown}%${opposite ? '，方向相反' : ''}`,
      en: `the text says ${figureOf(reading)} (“${quoteOf(reading)}”); ${show(part)} and ${show(whole)} make ${shown} %${opposite ? ', in the other direction' : ''}`,
      at: reading.statement,
    }),
  )
}

/** Many write 100 % where the base is nought, so that it is told as a remark. */
function rateOfNothing(made: Rate): Outcome {
  const { reading } = made
  return outcome({ ...checked(made, reading.figure!.amount.value), numbers: null, result: 'violated' }, () => ({
    severity: 'note',
    zh: `正文“${quoteOf(reading)}”为${figureOf(reading)}，但基数为0，没有百分比可言`,
    en: `the text says ${figureOf(reading)} (“${quoteOf(reading)}”), but of nothing there is no percentage`,
    at: reading.statement,
  }))
}

/** What is checked: the percentage that is told, its part and its whole. */
function checked({ rule, name, reading, index, part, whole }: Rate, stated: Decimal) {
  return {
    rule,
    place: reading.statement.quantity,
    name,
    terms: [
      statementTerm(reading, index, stated),
      { ...part.term, sign: 1 as const, value: part.amount.value.toFixed() },
      { ...whole.term, sign: -1 as const, value: whole.amount.value.toFixed() },
    ],
    strength: 'sum' as const,
  }
}

function show(of: Known): string {
  return `${of.amount.value.toFixed()}${UNIT}`
}

/** A percentage that is the exact one rounded to its printed places holds, whatever the difference. */
function rounded(numbers: { expected: Decimal } | null, stated: Amount): 'holds' | undefined {
  return numbers?.expected.toDecimalPlaces(stated.places, Decimal.ROUND_HALF_UP).eq(stated.value) ? 'holds' : undefined
}

/** Rounding of both amounts and of the percentage, which may also have been cut off. */
function slack(range: { low: Decimal; high: Decimal }, expected: Decimal, stated: Amount): Decimal {
  const spread = Decimal.max(range.high.minus(expected), expected.minus(range.low))
  const own = expected.toDecimalPlaces(stated.places, Decimal.ROUND_DOWN).eq(stated.value)
    ? lastPlace(stated)
    : halfUnit(stated)
  return spread.plus(own)
}
