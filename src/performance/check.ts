/** A performance form against itself: weights, scores, rates. */
import { Decimal } from 'decimal.js'
import type { Amount } from '../amount.ts'
import type { Check, Finding, Performance, Severity } from '../model.ts'
import { allowance, halfUnit, percentRange } from '../rounding.ts'
import { amount, divisionsOf, type FundWords, isTotal, partFunds, totalFunds } from './divisions.ts'

/** By custom of the form the execution of the budget counts ten points where no weight is printed for it. */
const RATE_WEIGHT = new Decimal(10)
const FULL = new Decimal(100)

type Value = NonNullable<Performance['total']>

export interface Checked {
  checks: Check[]
  findings: Finding[]
}

export function checkForms(forms: readonly Performance[], words: FundWords): Checked {
  const all = forms.flatMap((form, i) => {
    const id = form.project ?? String(i + 1)
    return form.kind === 'target'
      ? [targetWeights(form, id), ...fundSums(form, id, words)]
      : [
          weights(form, id, words),
          scores(form, id, words),
          ...limits(form, id),
          ...rates(form, id),
          ...fundSums(form, id, words),
        ]
  })
  const made = all.flatMap((m) => m ?? [])
  return { checks: made.map((m) => m.check), findings: made.flatMap((m) => m.finding ?? []) }
}

interface Made {
  check: Check
  finding: Finding | null
}

interface Rule {
  rule: string
  zh: string
  en: string
}

interface Sum {
  form: string
  place: string
  rule: Rule
  terms: { column: string; row: string; value: Decimal; sign: 1 | -1 }[]
  expected: Decimal
  actual: Decimal
  tolerance: Decimal
  strength: Check['strength']
  severity: Severity
  at: Value | null
  zh: string
  en: string
  /** Only more than expected is wrong. */
  atMost?: boolean
}

function make(sum: Sum): Made {
  const difference = sum.actual.minus(sum.expected)
  const within = sum.atMost ? difference.lte(sum.tolerance) : difference.abs().lte(sum.tolerance)
  const exact = sum.atMost ? within : difference.isZero()
  const check: Check = {
    id: `${sum.rule.rule}:performance:${sum.place}`,
    rule: sum.rule.rule,
    name: { zh: sum.rule.zh, en: sum.rule.en },
    terms: sum.terms.map(({ row, column, value, sign }) => ({
      table: 'performance',
      row: `${sum.form}/${row}`,
      column,
      sign,
      value: value.toFixed(),
    })),
    expected: sum.expected.toDecimalPlaces(4).toFixed(),
    actual: sum.actual.toFixed(),
    difference: difference.toDecimalPlaces(4).toFixed(),
    tolerance: sum.tolerance.toDecimalPlaces(4).toFixed(),
    strength: sum.strength,
    result: exact ? 'holds' : within ? 'rounding' : 'violated',
  }
  if (check.result !== 'violated') return { check, finding: null }
  const finding: Finding = {
    code: sum.rule.rule,
    severity: sum.severity,
    message: { zh: sum.zh, en: sum.en },
    page: sum.at?.page ?? null,
    bbox: sum.at?.bbox ?? null,
    checks: [check.id],
  }
  return { check, finding }
}

function column(form: Performance, id: 'weight' | 'score') {
  return form.indicators.flatMap((i) => {
    const own = amount(i.cells[id])
    return own ? [{ row: i.path.join('/'), column: id, value: own.value, sign: 1 as const, amount: own }] : []
  })
}

/** Points are printed without their last zeros: 20 beside 12.5 is 20.0, and whole points are not rounded at all. */
function pointsAllowance(points: readonly Amount[]): Decimal {
  const places = Math.max(...points.map((p) => p.places))
  return places === 0 ? new Decimal(0) : allowance(points.map((p) => ({ ...p, places })))
}

const WEIGHTS: Rule = { rule: 'performance-weights', zh: '分值合计为100', en: 'weights sum to 100' }

function weights(form: Performance, id: string, words: FundWords): Made | null {
  const terms = column(form, 'weight')
  if (terms.length === 0) return null
  const printed = amount(totalFunds(form, words)?.cells.weight)
  const own = terms.reduce((s, t) => s.plus(t.value), new Decimal(0))
  const unscored = form.funds.length === 0 || (own.eq(FULL) && !amount(totalFunds(form, words)?.cells.score))
  const funds = printed?.value ?? (unscored ? new Decimal(0) : RATE_WEIGHT)
  const actual = own.plus(funds)
  return make({
    form: id,
    place: id,
    rule: WEIGHTS,
    terms: [...terms, { row: '资金', column: 'weight', value: funds, sign: 1 }],
    expected: FULL,
    actual,
    tolerance: pointsAllowance(terms.map((t) => t.amount)),
    strength: printed ? 'sum' : 'usual',
    severity: 'warning',
    at: form.indicators.at(-1)?.cells.weight ?? null,
    zh: `《${form.title}》各指标分值之和${own.toFixed()}，加预算执行率${funds.toFixed()}分为${actual.toFixed()}，应为100`,
    en: `the weights of ${form.title} sum to ${own.toFixed()}, with ${funds.toFixed()} for the rate of execution to ${actual.toFixed()}, not 100`,
  })
}

/** Weights of a target form: 90, the execution of the budget is the rest. */
function targetWeights(form: Performance, id: string): Made | null {
  const terms = column(form, 'weight')
  if (terms.length === 0) return null
  const own = terms.reduce((s, t) => s.plus(t.value), new Decimal(0))
  const expected = own.lte(FULL.minus(RATE_WEIGHT)) ? FULL.minus(RATE_WEIGHT) : FULL
  return make({
    form: id,
    place: id,
    rule: { rule: 'performance-weights', zh: '分值合计为90或100', en: 'weights sum to 90 or 100' },
    terms,
    expected,
    actual: own,
    tolerance: new Decimal(0),
    strength: 'usual',
    severity: 'warning',
    at: form.indicators.at(-1)?.cells.weight ?? null,
    zh: `《${form.title}》各指标分值之和为${own.toFixed()}，应为${expected.toFixed()}`,
    en: `the weights of ${form.title} sum to ${own.toFixed()}, not ${expected.toFixed()}`,
  })
}

function scores(form: Performance, id: string, words: FundWords): Made | null {
  const terms = column(form, 'score')
  const total = amount(form.total)
  if (terms.length === 0 || !total) return null
  const funds = amount(totalFunds(form, words)?.cells.score)
  const own = terms.reduce((s, t) => s.plus(t.value), new Decimal(0))
  const actual = own.plus(funds?.value ?? 0)
  return make({
    form: id,
    place: id,
    rule: { rule: 'performance-scores', zh: '得分合计为总分', en: 'scores sum to the total' },
    terms: [...terms, ...(funds ? [{ row: '资金', column: 'score', value: funds.value, sign: 1 as const }] : [])],
    expected: total.value,
    actual,
    tolerance: pointsAllowance([...terms.map((t) => t.amount), total]),
    strength: 'sum',
    severity: 'error',
    at: form.total,
    zh: `《${form.title}》各指标得分之和${own.toFixed()}，加预算执行率${funds?.value.toFixed() ?? 0}分为${actual.toFixed()}，总分为${total.value.toFixed()}`,
    en: `the scores of ${form.title} sum to ${own.toFixed()}, with ${funds?.value.toFixed() ?? 0} for the rate of execution to ${actual.toFixed()}; the total is ${total.value.toFixed()}`,
  })
}

function limits(form: Performance, id: string): Made[] {
  return form.indicators.flatMap((indicator, i) => {
    const [weight, score] = [amount(indicator.cells.weight), amount(indicator.cells.score)]
    if (!weight || !score) return []
    const row = indicator.path.join('/')
    return [
      make({
        form: id,
        place: `${id}:${i}`,
        rule: { rule: 'performance-score-limit', zh: '得分不高于分值', en: 'no score is above its weight' },
        terms: [
          { row, column: 'score', value: score.value, sign: 1 },
          { row, column: 'weight', value: weight.value, sign: -1 },
        ],
        expected: weight.value,
        actual: score.value,
        tolerance: new Decimal(0),
        strength: 'sum',
        severity: 'error',
        at: indicator.cells.score ?? null,
        zh: `《${form.title}》“${row}”得分${score.value.toFixed()}高于分值${weight.value.toFixed()}`,
        en: `“${row}” of ${form.title} scores ${score.value.toFixed()} of ${weight.value.toFixed()}`,
        atMost: true,
      }),
    ]
  })
}

function rates(form: Performance, id: string): Made[] {
  return form.funds.flatMap((line) => {
    const { cells, label } = line
    const executed = amount(cells.executed)
    const budget = amount(cells.adjusted_budget ?? cells.drawn_up ?? cells.initial_budget)
    const stated = amount(cells.rate)
    const range = executed && budget && percentRange(executed, budget)
    if (!executed || !budget || !stated || !range) return []
    const percent = executed.value.dividedBy(budget.value).times(100)
    const off = Decimal.max(range.high.minus(percent), percent.minus(range.low))
    // 0.88 without a sign is the fraction itself.
    const fraction = !/[%％]/.test(cells.rate?.raw ?? '') && percent.minus(stated.value.times(100)).abs().lte(1)
    const expected = fraction ? percent.dividedBy(100) : percent
    const spread = (fraction ? off.dividedBy(100) : off).plus(halfUnit(stated))
    const sign = fraction ? '' : '%'
    return [
      make({
        form: id,
        place: `${id}:${label}`,
        rule: { rule: 'performance-rate', zh: '执行率为执行数与预算数之比', en: 'rate is executed by budget' },
        terms: [
          { row: label, column: 'executed', value: executed.value, sign: 1 },
          { row: label, column: 'adjusted_budget', value: budget.value, sign: -1 },
        ],
        expected,
        actual: stated.value,
        tolerance: spread,
        strength: 'sum',
        severity: 'warning',
        at: cells.rate ?? null,
        zh: `《${form.title}》“${label}”执行率${stated.value.toFixed()}${sign}，按${executed.value.toFixed()}/${budget.value.toFixed()}应为${expected.toFixed(2)}${sign}`,
        en: `rate of “${label}” in ${form.title} is ${stated.value.toFixed()}${sign}, ${executed.value.toFixed()} of ${budget.value.toFixed()} is ${expected.toFixed(2)}${sign}`,
      }),
    ]
  })
}

/** The lines below the total: they sum to it, unless some are only a part of another. */
function fundSums(form: Performance, id: string, words: FundWords): Made[] {
  const total = totalFunds(form, words)
  const lines = partFunds(form, total, words)
  if (!total) return []
  return Object.keys(total.cells).flatMap((key) => {
    const whole = /rate|score|weight|reason|other/.test(key) ? null : amount(total.cells[key])
    if (!whole) return []
    return divisionsOf(lines, key, whole, words).flatMap((parts, i) => {
      if (parts.length === 0) return []
      const actual = parts.reduce((s, p) => s.plus(p.amount.value), new Decimal(0))
      // 年度预算收入 above amounts of tasks: a line that is not called a sum need be none.
      if (!isTotal(total, words) && !actual.eq(whole.value)) return []
      return make({
        form: id,
        place: i === 0 ? `${id}:${key}` : `${id}:${key}:${i + 1}`,
        rule: { rule: 'performance-funds', zh: '各项资金之和为资金总额', en: 'funds sum to their total' },
        terms: parts.map((p) => ({ row: p.label, column: key, value: p.amount.value, sign: 1 as const })),
        expected: whole.value,
        actual,
        tolerance: allowance([...parts.map((p) => p.amount), whole]),
        strength: 'usual',
        severity: 'note',
        at: total.cells[key] ?? null,
        zh: `《${form.title}》各项资金之和为${actual.toFixed()}，${total.label}为${whole.value.toFixed()}`,
        en: `the funds of ${form.title} sum to ${actual.toFixed()}, the total is ${whole.value.toFixed()}`,
      })
    })
  })
}
