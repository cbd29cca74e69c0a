/** Random layouts that once came out wrong (test/drawn/regressions.tsv): apart from test/drawn.test.ts, so that two processes share them. */
import { expect, it } from 'vitest'
import { judge } from './drawn/judge.ts'
import { drawDocument } from './drawn/plan.ts'
import { specs } from './drawn/regressions.ts'

it.each(specs.map((s) => [s.was, s] as const))('stays right: %s', async (_, spec) => {
  expect(await judge(await drawDocument(spec))).toMatchObject({ misses: [], violated: [], units: [] })
})
