/** A comparison as the contract wants it: a check, and a finding where a person should look. */
import type { Decimal } from 'decimal.js'
import type { Check, Finding, Severity, Term } from '../../model.ts'
import type { Reading } from '../state.ts'

export interface Outcome {
  check: Check
  finding: Finding | null
}

export interface Comparison {
  rule: string
  /** Distinguishes the checks of a rule. */
  place: string
  name: Check['name']
  terms: Term[]
  /** What it would have to be, what is printed, and what rounding allows; null: nothing to compare with. */
  numbers: { expected: Decimal; actual: Decimal; tolerance: Decimal; places: number } | null
  strength: Check['strength']
  /** Set where the result follows from more than a difference. */
  result?: Check['result']
}

export interface Telling {
  severity: Severity
  zh: string
  en: string
  at: Pick<Reading['statement'], 'page' | 'bbox'>
  cell?: { table: string; row: string; column: string } | null
}

export function outcome(comparison: Comparison, telling: () => Telling): Outcome {
  const { numbers } = comparison
  const difference = numbers ? numbers.actual.minus(numbers.expected) : null
  const result = comparison.result ?? resultOf(numbers)
  const print = (value: Decimal | undefined | null) =>
    value ? value.toDecimalPlaces(Math.max(0, numbers!.places + 2)).toFixed() : null
  const check: Check = {
    id: `${comparison.rule}:${comparison.place}`,
    rule: comparison.rule,
    name: comparison.name,
    terms: comparison.terms,
    expected: print(numbers?.expected),
    actual: print(numbers?.actual),
    difference: print(difference),
    tolerance: print(numbers?.tolerance),
    strength: comparison.strength,
    result,
  }
  return { check, finding: result === 'violated' ? toFinding(check, telling()) : null }
}

function resultOf(numbers: Comparison['numbers']): Check['result'] {
  if (!numbers) return 'not-applicable'
  const off = numbers.actual.minus(numbers.expected).abs()
  if (off.isZero()) return 'holds'
  return off.lte(numbers.tolerance) ? 'rounding' : 'violated'
}

function toFinding(check: Check, telling: Telling): Finding {
  return {
    code: check.rule,
    severity: telling.severity,
    message: { zh: telling.zh, en: telling.en },
    page: telling.at.page,
    bbox: telling.at.bbox,
    ...telling.cell,
    checks: [check.id],
  }
}

/** The statement as a term of a check. */
export function statementTerm(reading: Reading, index: number, value: Decimal | null, sign: 1 | -1 = 1): Term {
  return { statement: index, sign, value: value ? value.toFixed() : (reading.statement.value ?? null) }
}

/** Quotes longer than this are cut in messages. */
const QUOTE = 60

/** The sentence around a figure, short enough for a message. */
export function quoteOf(reading: Reading): string {
  const { quote } = reading.statement
  if (quote.length <= QUOTE) return quote
  const at = reading.statement.value === null ? 0 : Math.max(0, quote.indexOf(printed(reading)))
  const from = Math.max(0, Math.min(at - QUOTE / 2, quote.length - QUOTE))
  return `${from > 0 ? '…' : ''}${quote.slice(from, from + QUOTE)}${from + QUOTE < quote.length ? '…' : ''}`
}

function printed(reading: Reading): string {
  const { figure, paragraph } = reading
  return figure ? paragraph.text.slice(figure.from, figure.to) : ''
}

/** 74.75万元, 77.55%: the figure as printed. */
export function figureOf(reading: Reading): string {
  return printed(reading) || `${reading.statement.value ?? ''}${reading.unit ?? ''}`
}
