/** Performance forms of other places, drawn from text: what is read of them, and what does not add up. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { performance as vocabulary } from '../../extractors/performance.ts'
import type { Document, Performance } from '../../src/model.ts'
import { checkForms } from '../../src/performance/check.ts'
import { emitted, printed } from '../forms/amounts.ts'
import { casesOf } from '../forms/cases.ts'
import { read } from '../forms/run.ts'

const cases = casesOf('forms.txt', readFileSync(join(import.meta.dirname, 'forms.txt'), 'utf8'))

it.each(cases.map((c) => [c.name, c] as const))('%s', (_, { form, expected }) => {
  const document = read(form)
  expect(show(document).split('\n')).toEqual(expected.split('\n'))
  expect(document.other_tables).toEqual([])
  expect(emitted(document)).toEqual(printed(form))
})

it('an altered weight, score, rate or amount of the national form does not add up', () => {
  const form = read(cases[0]!.form).performance[0]!
  const boxes = [
    ...form.indicators.flatMap(({ cells }) => [cells.weight!, cells.score!]),
    ...form.funds.slice(0, 1).flatMap(({ cells }) => [cells.weight!, cells.score!, cells.executed!, cells.rate!]),
    form.total!,
  ]
  const violated = () => checkForms([form], vocabulary.funds).checks.filter((c) => c.result === 'violated')
  expect(violated()).toEqual([])
  for (const box of boxes) {
    const { value } = box
    box.value = value!.replace(/[1-9]/, (digit) => (digit === '9' ? '7' : String(Number(digit) + 1)))
    expect([box.raw, violated().length > 0]).toEqual([box.raw, true])
    box.value = value
  }
})

function show({ performance, checks }: Document): string {
  const violated = checks.filter((c) => c.rule.startsWith('performance-') && c.result === 'violated')
  return [...performance.flatMap(showForm), ...violated.map((c) => `! ${c.rule} ${c.actual} of ${c.expected}`)].join(
    '\n',
  )
}

function showForm(form: Performance): string[] {
  const party = (of: Performance['unit']) => (of ? [of.name, of.code].filter(Boolean).join(' ') : '-')
  const cells = (of: Performance['funds'][number]['cells']) =>
    Object.entries(of)
      .filter(([, value]) => value.raw.trim() !== '')
      .map(([id, value]) => `${id} ${value.raw.trim()}`)
      .join(', ')
  return [
    `# ${form.kind} ${form.project} / ${party(form.department)} / ${party(form.unit)} ${form.year} ${form.money_unit}`,
    ...form.funds.map((f) => `funds ${f.label}: ${cells(f.cells)}`),
    ...(form.goal ? [`goal ${form.goal.raw.trim()}`] : []),
    ...(form.actual ? [`actual ${form.actual.raw.trim()}`] : []),
    ...form.indicators.map((i) => `${i.path.join('/')}: ${cells(i.cells)}`),
    ...(form.total ? [`total ${form.total.raw.trim()}`] : []),
    ...(form.grade ? [`grade ${form.grade}`] : []),
    ...form.texts.map((t) => `text ${t.label}: ${t.text}`),
  ]
}
