/** What no table has and the prose tells twice within a chapter is the same both times. */
import { Decimal } from 'decimal.js'
import { allowance } from '../../rounding.ts'
import type { Reading } from '../state.ts'
import { amountIn, type Book, UNIT } from '../values.ts'
import { figureOf, type Outcome, outcome, quoteOf, statementTerm } from './outcome.ts'

export function checkRepeats(book: Book, scopes: readonly string[]): Outcome[] {
  const told = book.readings.flatMap((reading, index) => (isComparable(reading) ? [{ reading, index }] : []))
  return [...Map.groupBy(told, ({ reading }) => sameThing(reading, scopes)).values()].flatMap(([first, ...others]) =>
    others.flatMap((other) => repeated(first!, other)),
  )
}

/** Figures with a cell are compared with it, those of forms within their form. */
function isComparable({ relation, figure, target, subject, statement }: Reading): boolean {
  const isFigure = figure?.kind === 'amount' || figure?.kind === 'count'
  const isNamed =
    !subject.key.startsWith('other:') && !subject.quantity?.several && !statement.quantity.startsWith('performance/')
  return relation === 'level' && isFigure && isNamed && !target.cell && statement.base === null
}

/** One thing of one year, as one chapter speaks of it: another one may count another unit's. */
function sameThing({ statement, figure, role, here }: Reading, scopes: readonly string[]): string {
  const { quantity, year, unit } = statement
  const counted = figure!.kind === 'count' ? unit : figure!.kind
  const scope = scopes.filter((word) => statement.quote.includes(word))
  return [quantity, year, counted, role, here.chapter, ...scope].join(' ')
}

interface Told {
  reading: Reading
  index: number
}

function repeated(first: Told, other: Told): Outcome[] {
  const isMoney = other.reading.figure!.kind === 'amount'
  const unit = isMoney ? UNIT : other.reading.unit
  const [expected, actual] = [amountIn(first.reading, unit), amountIn(other.reading, unit)]
  if (!expected || !actual) return []
  return [
    outcome(
      {
        rule: 'narrative-repeat',
        place: other.reading.statement.quantity,
        name: { zh: '同一数字前后一致', en: 'a figure told twice is the same' },
        terms: [
          statementTerm(other.reading, other.index, actual.value),
          statementTerm(first.reading, first.index, expected.value, -1),
        ],
        numbers: {
          expected: expected.value,
          actual: actual.value,
          tolerance: isMoney ? allowance([expected, actual]) : new Decimal(0),
          places: actual.places,
        },
        strength: 'repeat',
      },
      () => ({
        severity: 'warning',
        zh: `正文“${quoteOf(other.reading)}”为${figureOf(other.reading)}，前文“${quoteOf(first.reading)}”为${figureOf(first.reading)}`,
        en: `the text says ${figureOf(other.reading)} (“${quoteOf(other.reading)}”) and before ${figureOf(first.reading)} (“${quoteOf(first.reading)}”)`,
        at: other.reading.statement,
      }),
    ),
  ]
}
