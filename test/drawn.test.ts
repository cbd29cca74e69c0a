/**
 * Random layouts of fictional documents (test/drawn, docs/layouts.md): every cell of ruled tables is read
 * right and no identity is said to be broken. JUESUAN_DRAWN=5000 tries more; `npm run drawn` shows what fails.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isRight, judge } from './drawn/judge.ts'
import { drawDocument, type Spec, specOf } from './drawn/plan.ts'
import { variations } from './drawn/variations.ts'

const COUNT = Number(process.env.JUESUAN_DRAWN ?? 500)
/** Documents in one test, so that a run shows where it is. */
const BLOCK = 50

/** Rulings between the columns: where there are none, two readings may be possible. */
const isRuled = ({ choices }: Spec) =>
  [undefined, 'open at the sides'].includes(choices['which rulings']) && choices['a ruling left out'] === undefined

describe('documents in random layouts', () => {
  const blocks = Array.from({ length: Math.ceil(COUNT / BLOCK) }, (_, i) => 1 + i * BLOCK)
  const unruled = { cells: 0, right: 0, silent: 0 }

  it.each(blocks)('from seed %i on: ruled tables come out right, cell for cell', async (first) => {
    const wrong: string[] = []
    for (let seed = first; seed < first + BLOCK; seed++) {
      const spec = specOf(seed)
      const verdict = await judge(await drawDocument(spec))
      if (isRuled(spec)) {
        if (!isRight(verdict)) wrong.push(JSON.stringify(spec))
        continue
      }
      unruled.cells += verdict.cells
      unruled.right += verdict.right
      unruled.silent += verdict.silent.filter((m) => m.kind !== 'missing').length
    }
    expect(wrong).toEqual([])
  })

  it('of tables without rulings between the columns nearly all cells come out right, and none is wrong without a mark', () => {
    expect(unruled.right / unruled.cells).toBeGreaterThan(RIGHT)
    expect(unruled.silent).toBe(0)
  })

  it('every option of every variation is drawn', () => {
    const drawn = new Set<string>()
    for (let seed = 1; seed <= COUNT; seed++)
      for (const [name, choice] of Object.entries(specOf(seed).choices)) drawn.add(`${name}: ${choice}`)
    const all = variations.flatMap((v) => Object.keys(v.options).map((o) => `${v.name}: ${o}`))
    expect(all.filter((option) => !drawn.has(option))).toEqual([])
  })
})

it('docs/layouts.md names every variation', () => {
  const text = readFileSync(new URL('../docs/layouts.md', import.meta.url), 'utf8')
  const listed = text.split('\n').flatMap(
    (line) =>
      line
        .split('|')[2]
        ?.split(',')
        .map((name) => name.trim()) ?? [],
  )
  expect(variations.map((v) => v.name).filter((name) => !listed.includes(name))).toEqual([])
})

/** Share of the cells, 0–1. */
const RIGHT = 0.97
