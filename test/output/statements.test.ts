/** Every statement of the hand-made truth, and no other. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { scoreStatements } from './score-statements.ts'

const root = new URL('../..', import.meta.url).pathname

describe('statements of our samples', () => {
  it.each([
    ['shanxi-xinjiang-office-2024', 176],
    ['drawn-final-accounts-2024', 138],
  ])('%s: every one right, none invented', async (name, truth) => {
    const pdf = join(root, `samples/${name}.pdf`)
    const { statements } = await extract(readFileSync(pdf), { file: basename(pdf) })
    const score = scoreStatements(join(root, `golden/${name}.statements.csv`), statements)
    expect(score).toEqual({ truth, right: truth, missing: [], invented: [] })
  })
})
