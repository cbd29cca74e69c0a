/** Forms of many places, each drawn from a few lines of text, and what comes out of them (test/forms/cases). */
import { expect, test } from 'vitest'
import { emitted, printed } from '../forms/amounts.ts'
import { allCases } from '../forms/cases.ts'
import { read, show } from '../forms/run.ts'

const cases = allCases()

test.each(cases.map((c) => [`${c.file}: ${c.name}`, c] as const))('%s', (_, { form, expected }) => {
  expect(expected).not.toBe('')
  const document = read(form)
  expect(show(document)).toBe(expected)
  expect(emitted(document)).toEqual(printed(form))
})
