/** Direction words against the figures they join: 决算数小于预算数, 持平, 增加. */
import { Decimal } from 'decimal.js'
import type { Amount } from '../../amount.ts'
import { allowanceInProse } from '../../rounding.ts'
import { isOfAYear, yearNamed } from '../bases.ts'
import { isDown } from '../phrase.ts'
import type { Reading } from '../state.ts'
import { amountIn, type Book, type Known, known, UNIT } from '../values.ts'
import { type Outcome, outcome, quoteOf, statementTerm } from './outcome.ts'
import { type Printed, printedPriors, priorOf } from './priors.ts'
import { best, budgetsOf } from './rates.ts'

/** 基本持平 is said of figures that differ by no more than this share. */
const ABOUT = new Decimal('0.05')

/** `signed`: words of what may be below nought. */
export function checkDirections(book: Book, signed: readonly string[]): Outcome[] {
  return book.readings.flatMap((reading, index) => {
    if (reading.relation === 'order')
      return best(budgetsOf(reading, book).flatMap((b) => compared(reading, index, b, book)))
    if (reading.relation === 'same')
      return best(others(reading, book).flatMap((o) => compared(reading, index, o, book)))
    return reading.relation === 'change' && reading.figure?.kind === 'amount'
      ? changed(reading, index, book, signed)
      : []
  })
}

/** What 与…持平 compares with: a budget of the year, or the year before. */
function others(reading: Reading, book: Book): Known[] {
  if (isOfOwnBudget(reading, book)) return reading.here.kind === 'accounts' ? budgetsOf(reading, book) : []
  const prior = priorOf(reading, book)
  return prior ? [prior] : printedPriors(reading, book)
}

/** 年初预算数, 2024年预算 told in 2024: a budget of the year itself. */
function isOfOwnBudget({ statement: { base }, here: { year } }: Reading, { bases }: Book): boolean {
  if (base === null || !bases.planned.test(base)) return false
  return !isOfAYear(base, bases) || (year !== null && yearNamed(base) === year)
}

/** The year's figure against the other one: larger, smaller or the same, as the word says. */
function compared(reading: Reading, index: number, other: Known, book: Book): Outcome[] {
  const own = known(reading, null, book, UNIT)
  const { direction } = reading.statement
  if (!own || !direction) return []
  const difference = own.amount.value.minus(other.amount.value)
  const about = /基本|总体/.test(reading.words) ? other.amount.value.abs().times(ABOUT) : new Decimal(0)
  const alike = difference.abs().lte(Decimal.max(about, 0))
  const right = direction === '大于' ? difference.gt(0) : direction === '小于' ? difference.lt(0) : alike
  return [
    outcome(
      {
        rule: 'narrative-direction',
        place: reading.statement.quantity,
        name: { zh: '方向词与数字一致', en: 'a direction word fits its figures' },
        terms: [
          statementTerm(reading, index, null),
          { ...own.term, sign: 1, value: own.amount.value.toFixed() },
          { ...other.term, sign: -1, value: other.amount.value.toFixed() },
        ],
        numbers: { expected: other.amount.value, actual: own.amount.value, tolerance: about, places: 2 },
        strength: 'repeat',
        // Printed alike, they may have differed before they were rounded.
        result: right
          ? 'holds'
          : difference.abs().lte(allowanceInProse([own.amount, other.amount]))
            ? 'rounding'
            : 'violated',
      },
      () => ({
        severity: 'warning',
        zh: `正文“${quoteOf(reading)}”称“${direction}”，但两数为${show(own)}与${show(other)}`,
        en: `the text says ${ENGLISH[direction]} (“${quoteOf(reading)}”), but the figures are ${show(own)} and ${show(other)}`,
        at: reading.statement,
      }),
    ),
  ]
}

const ENGLISH: Record<string, string> = {
  大于: 'larger',
  小于: 'smaller',
  等于: 'equal',
  持平: 'the same',
  增加: 'an increase',
  减少: 'a decrease',
  增长: 'growth',
  下降: 'a fall',
}

/** 支出 0 万元，比上年增加 2 万元: the year before would have been below nought. */
function beyond(reading: Reading, index: number, own: Known, stated: Amount, signed: readonly string[]): Outcome[] {
  const excess = stated.value.abs().minus(own.amount.value.abs())
  const rose = isDown(reading.statement.direction) === stated.value.isNegative()
  const isSigned = signed.some((word) => reading.subject.words.includes(word))
  if (!rose || isSigned || excess.lte(allowanceInProse([own.amount, stated]))) return []
  return [
    outcome(
      {
        rule: 'narrative-change',
        place: reading.statement.quantity,
        name: { zh: '增加额不大于本身', en: 'nothing rises by more than itself' },
        terms: [
          statementTerm(reading, index, stated.value),
          { ...own.term, sign: -1, value: own.amount.value.toFixed() },
        ],
        numbers: null,
        strength: 'repeat',
        result: 'violated',
      },
      () => ({
        severity: 'warning',
        zh: `正文“${quoteOf(reading)}”增加${stated.value.toFixed()}${UNIT}，但本身只有${show(own)}`,
        en: `“${quoteOf(reading)}”: up by ${stated.value.toFixed()}${UNIT}, but it is ${show(own)} only`,
        at: reading.statement,
      }),
    ),
  ]
}

function show(value: Known): string {
  return `${value.amount.value.toFixed()}${UNIT}`
}

/** 较上年增加 17.23 万元, where the paragraph says both years' figures, or the form prints the one of the year before. */
function changed(reading: Reading, index: number, book: Book, signed: readonly string[]): Outcome[] {
  const own = known(reading, null, book, UNIT)
  const stated = amountIn(reading, UNIT)
  if (!own || !stated || reading.statement.direction === null) return []
  const priors = changedSince(reading, book)
  if (priors.length === 0) return beyond(reading, index, own, stated, signed)
  return best(priors.map((before) => differing(reading, index, own, before)))
}

/** What a change is told from: a budget of the year, in accounts; else the figure of the year before. */
function changedSince(reading: Reading, book: Book): Printed[] {
  const told = priorOf(reading, book)
  const firm =
    isOfOwnBudget(reading, book) && reading.here.kind === 'accounts' ? budgetsOf(reading, book) : told ? [told] : []
  return firm.length > 0 ? firm.map((known) => ({ ...known, loose: false })) : printedPriors(reading, book)
}

function differing(reading: Reading, index: number, own: Known, before: Printed): Outcome {
  const stated = amountIn(reading, UNIT)!
  const expected = own.amount.value.minus(before.amount.value)
  const actual = stated.value.times(isDown(reading.statement.direction) ? -1 : 1)
  return outcome(
    {
      rule: 'narrative-change',
      place: reading.statement.quantity,
      name: { zh: '增减额', en: 'amount of change' },
      terms: [
        statementTerm(reading, index, actual),
        { ...own.term, sign: -1, value: own.amount.value.toFixed() },
        { ...before.term, sign: 1, value: before.amount.value.toFixed() },
      ],
      numbers: {
        expected,
        actual,
        tolerance: allowanceInProse([own.amount, before.amount, stated]),
        places: stated.places,
      },
      strength: 'sum',
    },
    () => ({
      severity: before.loose ? 'note' : 'warning',
      zh: `正文“${quoteOf(reading)}”，按${show(own)}与${reading.statement.base ?? ''}${show(before)}计算应为${expected.toFixed()}${UNIT}`,
      en: `“${quoteOf(reading)}”: ${show(own)} and ${show(before)} make ${expected.toFixed()}${UNIT}`,
      at: reading.statement,
    }),
  )
}
