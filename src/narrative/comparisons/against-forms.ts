/** What the prose says of performance forms against the forms, and what a form's prose says against its own boxes. */
import { Decimal } from 'decimal.js'
import { type Amount, parseAmount } from '../../amount.ts'
import type { Performance, Term } from '../../model.ts'
import { halfUnit } from '../../rounding.ts'
import type { Reading } from '../state.ts'
import type { Book } from '../values.ts'
import { figureOf, type Outcome, outcome, quoteOf, statementTerm } from './outcome.ts'

type Value = NonNullable<Performance['total']>

/** Columns that hold what a word of the texts means, first choice first. */
const COLUMNS: Record<string, readonly string[]> = {
  budget: ['adjusted_budget', 'drawn_up', 'initial_budget', 'budget'],
  executed: ['executed'],
  balance: ['balance'],
  rate: ['rate'],
}

export function checkAgainstForms(book: Book, forms: readonly Performance[]): Outcome[] {
  return [
    ...checkSummary(book, forms),
    ...forms.flatMap((form, i) => checkForm(book, form, `performance/${form.project ?? i + 1}/`)),
  ]
}

/** 绩效自评 3 个，涉及资金 74.75 万元，2 个为优: against the forms that the document holds. */
function checkSummary(book: Book, all: readonly Performance[]): Outcome[] {
  // What is told is told of projects.
  const forms = all.filter((f) => f.kind === 'self-evaluation' && f.project !== null)
  const count = book.readings.find((r) => r.statement.quantity === 'performance_self_evaluated' && r.figure)
  if (forms.length === 0 || !count) return []
  const whole = count.figure!.amount.value.eq(forms.length)
  return book.readings.flatMap((reading, index) => {
    const { quantity } = reading.statement
    if (!reading.figure || !quantity.startsWith('performance_self_evaluated')) return []
    if (quantity === 'performance_self_evaluated')
      return [stated(reading, index, [], new Decimal(forms.length), '份自评表', 'forms')]
    // A document that annexes some of its forms only says nothing about their sum.
    if (!whole) return []
    if (quantity.endsWith('/amount')) return amounts(reading, index, forms)
    const grade = /grade:(.+)$/.exec(quantity)?.[1]
    if (!grade) return []
    const graded = forms.filter((f) => f.grade === grade)
    return [
      stated(reading, index, [], new Decimal(graded.length), `份自评表等级为“${grade}”`, `forms are graded ${grade}`),
    ]
  })
}

function amounts(reading: Reading, index: number, forms: readonly Performance[]): Outcome[] {
  const terms = forms.flatMap((f): (Term & { amount: Decimal })[] => {
    const found = totalCell(f, COLUMNS.budget!)
    return found ? [{ ...found.term, sign: -1, value: found.amount.value.toFixed(), amount: found.amount.value }] : []
  })
  if (terms.length !== forms.length || reading.unit !== forms[0]?.money_unit) return []
  const sum = terms.reduce((s, t) => s.plus(t.amount), new Decimal(0))
  const plain = terms.map(({ amount: _, ...term }) => term)
  return [
    stated(
      reading,
      index,
      plain,
      sum,
      `（各自评表资金总额之和：${plain.map((t) => t.value).join(' + ')}）`,
      `(sum of the forms: ${plain.map((t) => t.value).join(' + ')})`,
    ),
  ]
}

function stated(reading: Reading, index: number, terms: Term[], expected: Decimal, zh: string, en: string): Outcome {
  const actual = reading.figure!.amount
  const tolerance = reading.figure!.kind === 'count' ? new Decimal(0) : halfUnit(actual).times(terms.length + 1)
  return outcome(
    {
      rule: 'narrative-form',
      place: reading.statement.quantity,
      name: { zh: '正文与绩效自评表一致', en: 'the text agrees with the performance forms' },
      terms: [statementTerm(reading, index, actual.value), ...terms],
      numbers: { expected, actual: actual.value, tolerance, places: actual.places },
      strength: 'repeat',
    },
    () => ({
      severity: 'error',
      zh: `正文“${quoteOf(reading)}”为${figureOf(reading)}，绩效自评表为${expected.toFixed()}${zh}`,
      en: `the text says ${figureOf(reading)} (“${quoteOf(reading)}”), the performance forms ${expected.toFixed()} ${en}`,
      at: reading.statement,
    }),
  )
}

function checkForm(book: Book, form: Performance, prefix: string): Outcome[] {
  const own = book.readings.flatMap((reading, index) =>
    reading.statement.quantity.startsWith(prefix) ? [{ reading, index }] : [],
  )
  const texts = own.flatMap(({ reading, index }) => {
    const name = reading.statement.quantity.slice(prefix.length)
    if (!reading.figure || reading.relation !== 'level') return []
    if (name === 'satisfaction') return satisfaction(reading, index, form)
    const columns = COLUMNS[name]
    const found = columns && totalCell(form, columns)
    return found ? [against(reading, index, form, found)] : []
  })
  return [...texts, ...sameCounts(own, form)]
}

function totalCell(
  form: Performance,
  columns: readonly string[],
): { amount: Amount; value: Value; term: Omit<Term, 'sign' | 'value'> } | null {
  const line = form.funds.find((f) => /总额|合计/.test(f.label)) ?? form.funds[0]
  for (const column of columns) {
    const value = line?.cells[column]
    const amount = value?.value ? parseAmount(value.value.replace(/[%％]$/, '')) : null
    if (value && amount && line)
      return {
        amount,
        value,
        term: { table: 'performance', row: `${form.project ?? form.title}/${line.label}`, column },
      }
  }
  return null
}

function against(
  reading: Reading,
  index: number,
  form: Performance,
  found: NonNullable<ReturnType<typeof totalCell>>,
): Outcome {
  const actual = reading.figure!.amount
  return outcome(
    {
      rule: 'performance-text',
      place: reading.statement.quantity,
      name: { zh: '自评表文字与数字一致', en: "a form's text agrees with its figures" },
      terms: [
        statementTerm(reading, index, actual.value),
        { ...found.term, sign: -1, value: found.amount.value.toFixed() },
      ],
      numbers: {
        expected: found.amount.value,
        actual: actual.value,
        tolerance: halfUnit(actual).plus(halfUnit(found.amount)),
        places: actual.places,
      },
      strength: 'repeat',
      result: alike(actual, found.amount) ? 'holds' : undefined,
    },
    () => ({
      severity: 'error',
      zh: `《${form.title}》文字“${quoteOf(reading)}”为${figureOf(reading)}，表内为${found.value.raw.trim()}`,
      en: `the text of ${form.title} says ${figureOf(reading)} (“${quoteOf(reading)}”), its box ${found.value.raw.trim()}`,
      at: reading.statement,
    }),
  )
}

/** The same figure, or the more exact one rounded to the places of the other. */
function alike(a: Amount, b: Amount): boolean {
  const places = Math.min(a.places, b.places)
  return (
    a.value.toDecimalPlaces(places).eq(b.value.toDecimalPlaces(places)) &&
    a.value
      .minus(b.value)
      .abs()
      .lte(halfUnit({ ...a, places }))
  )
}

/** 满意度达 90% in the text against the indicator's value, where the form has one of them only. */
function satisfaction(reading: Reading, index: number, form: Performance): Outcome[] {
  const cells = form.indicators.filter((i) => i.path.some((p) => /满意/.test(p))).flatMap((i) => i.cells.actual ?? [])
  const values = cells.map((c) => parseAmount((c.value ?? '').replace(/^[≥≤=＝>]/, '').replace(/[%％]$/, '')))
  const [first] = values
  if (!first || !reading.figure || values.some((v) => !v?.value.eq(first.value))) return []
  return [
    outcome(
      {
        rule: 'performance-text',
        place: reading.statement.quantity,
        name: { zh: '自评表文字与数字一致', en: "a form's text agrees with its figures" },
        terms: [statementTerm(reading, index, reading.figure.amount.value)],
        numbers: {
          expected: first.value,
          actual: reading.figure.amount.value,
          tolerance: new Decimal(0),
          places: first.places,
        },
        strength: 'usual',
      },
      () => ({
        severity: 'note',
        zh: `《${form.title}》文字“${quoteOf(reading)}”满意度为${figureOf(reading)}，指标实际完成值为${cells[0]!.raw.trim()}`,
        en: `the text of ${form.title} says ${figureOf(reading)} satisfaction, the indicator ${cells[0]!.raw.trim()}`,
        at: reading.statement,
      }),
    ),
  ]
}

/** 6 名聘用人员 here and 3 名 there: counts of one thing in one form. */
function sameCounts(own: readonly { reading: Reading; index: number }[], form: Performance): Outcome[] {
  const counts = own.filter((o) => o.reading.figure?.kind === 'count')
  const names = [...new Set(counts.map((o) => o.reading.statement.quantity))]
  return names.flatMap((name) => {
    const group = counts.filter((o) => o.reading.statement.quantity === name)
    if (group.length < 2) return []
    const values = group.map((g) => g.reading.figure!.amount.value)
    const odd = group.find((g) => !g.reading.figure!.amount.value.eq(mostCommon(values))) ?? group[0]!
    const expected = mostCommon(values)
    return [
      outcome(
        {
          rule: 'performance-count',
          place: group[0]!.reading.statement.quantity,
          name: { zh: '同一自评表内人数一致', en: 'a form counts the same people alike' },
          terms: group.map((g) => statementTerm(g.reading, g.index, g.reading.figure!.amount.value)),
          numbers: { expected, actual: odd.reading.figure!.amount.value, tolerance: new Decimal(0), places: 0 },
          strength: 'repeat',
        },
        () => ({
          severity: 'warning',
          zh: `《${form.title}》人数不一：${group.map((g) => `“${quoteOf(g.reading)}”`).join('、')}`,
          en: `${form.title} counts the same people differently: ${group.map((g) => figureOf(g.reading)).join(', ')} (“${quoteOf(odd.reading)}”)`,
          at: odd.reading.statement,
        }),
      ),
    ]
  })
}

function mostCommon(values: readonly Decimal[]): Decimal {
  const count = (v: Decimal) => values.filter((o) => o.eq(v)).length
  return values.reduce((best, v) => (count(v) > count(best) ? v : best))
}
