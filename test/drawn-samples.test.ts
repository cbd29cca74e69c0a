/** The drawn samples: what is committed is what the generator draws, and every cell of it is read right. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Document, extract } from '../src/index.ts'
import { cellRecords } from '../src/output/cells.ts'
import { score } from '../src/output/score.ts'
import { drawSamples, type Sample, truthCsv } from './drawn/samples.ts'

const root = new URL('..', import.meta.url).pathname
const names = ['drawn-final-accounts-2024', 'drawn-budget-2026']

describe('the drawn samples', () => {
  let samples: Sample[]
  beforeAll(async () => {
    samples = await drawSamples()
  })

  it('are all that is drawn', () => {
    expect(samples.map((s) => s.name)).toEqual(names)
  })

  describe.each(names)('%s', (name) => {
    let sample: Sample
    let document: Document
    beforeAll(async () => {
      sample = samples.find((s) => s.name === name)!
      document = await extract(sample.bytes, { file: `${name}.pdf` })
    })

    it('is drawn again to the byte, with its truth (node test/drawn/samples.ts)', () => {
      expect(Buffer.compare(readFileSync(join(root, 'samples', `${name}.pdf`)), sample.bytes)).toBe(0)
      expect(readFileSync(join(root, 'test/truth', `${name}.csv`), 'utf8')).toBe(truthCsv(sample.truth))
    })

    it('is read right, cell for cell and page for page', () => {
      const truth = sample.truth.map((t) => ({ ...t, page: String(t.page) }))
      const { truth: cells, right, misses } = score(truth, cellRecords(document))
      expect({ right, misses }).toEqual({ right: cells, misses: [] })
      expect(cells).toBeGreaterThan(200)
    })

    it('has nine tables, one of them empty at least and saying why', () => {
      expect(document.tables).toHaveLength(9)
      const empty = document.tables.filter((t) => t.state === 'empty')
      expect(empty.length).toBeGreaterThan(0)
      for (const table of empty) expect(table.notes).toEqual([expect.stringMatching(/^注：.*(无数据|空表)。$/)])
    })

    it('contradicts itself nowhere, in its tables and in sixty figures of its prose', () => {
      expect(document.checks.filter((c) => c.result === 'violated' && c.strength !== 'usual')).toEqual([])
      expect(document.statements.filter((s) => s.value !== null).length).toBeGreaterThanOrEqual(60)
    })
  })
})
