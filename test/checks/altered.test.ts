/** No miss, and the right blame: digits of proved amounts are altered at random (JUESUAN_TRIALS=100 tries many more). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Altered, alter } from '../../bench/altered.ts'
import { crossTable, sums, templates } from '../../extractors/index.ts'
import { runChecks } from '../../src/checks/index.ts'
import { extract } from '../../src/index.ts'
import { published, readPublished } from '../published.ts'

const identities = { templates, crossTable, sums }
const root = new URL('../..', import.meta.url).pathname
const MORE = Number(process.env.JUESUAN_TRIALS ?? 1)

/** The least share of failing alterations of which the altered cell is named. A sum that alone covers a cell cannot tell. */
const BLAMED = 0.5

function holds(result: Altered): void {
  expect(result.missed).toEqual([])
  expect(result.found).toBe(result.tried)
  expect(result.wrong).toEqual([])
}

describe('an altered digit of a proved amount', () => {
  const own = readdirSync(join(root, 'golden')).map((n) => join(root, 'samples', n.replace(/\.json$/, '.pdf')))

  it.each(own.filter((p) => existsSync(p)))('of %s is found, and mostly the altered cell named', async (path) => {
    const result = alter(await extract(readFileSync(path)), identities, 450 * MORE, 20241124)
    expect(result.tried).toBeGreaterThan(300)
    holds(result)
    expect(result.blamed / result.errors).toBeGreaterThan(BLAMED)
    expect(result.lastSeen / result.last).toBeGreaterThan(0.9)
  })

  it.skipIf(published.length === 0)('of published documents is found (skipped where ../shared is absent)', async () => {
    const results: Altered[] = []
    for (const [i, name] of published.entries())
      results.push(alter((await readPublished(name)).document, identities, 30 * MORE, i + 1))
    for (const result of results) holds(result)
    const sum = (of: (a: Altered) => number) => results.reduce((n, a) => n + of(a), 0)
    expect(sum((a) => a.tried)).toBeGreaterThan(500)
    expect(sum((a) => a.blamed) / sum((a) => a.errors)).toBeGreaterThan(BLAMED)
  })
})

describe('what is said of it', () => {
  // Cells of its own: what was made of a cell is kept as long as its value is the same.
  const sample = async () =>
    structuredClone(await extract(readFileSync(join(root, 'samples/shanxi-xinjiang-office-2024.pdf'))))

  it('is one error at the altered cell, with the amount it would have to be', async () => {
    const { tables } = await sample()
    tables.find((t) => t.id === 'expenditure')!.rows.find((r) => r.key === '2080505')!.cells.total!.value = '4.49'
    const { findings } = runChecks({ tables }, identities)
    expect(findings.filter((f) => f.severity === 'error')).toHaveLength(1)
    expect(findings[0]).toMatchObject({ row: '2080505', column: 'total', expected: '4.99', page: 7 })
    expect(findings[0]!.message.zh).toMatch(/^《支出决算表》2080505 .*应为4\.99：/)
    expect(findings[0]!.message.en).toMatch(/^expenditure 2080505 total prints .*; with 4\.99 it would hold that /)
  })

  it('is the failing sum with its difference, where that alone covers the cell', async () => {
    const { tables } = await sample()
    tables.find((t) => t.id === 'basic-expenditure')!.rows.find((r) => r.key === '30201')!.cells.amount!.value = '99.00'
    const errors = runChecks({ tables }, identities).findings.filter((f) => f.severity === 'error')
    expect(errors.map((f) => [f.row, f.expected])).toEqual([['302', undefined]])
  })

  it('is the unit, where a table prints 元 over figures in 万元: not every cell of it', async () => {
    const { tables } = await sample()
    const table = tables.find((t) => t.id === 'expenditure')!
    table.unit = '元'
    for (const row of table.rows) for (const cell of Object.values(row.cells)) if (cell.yuan) cell.yuan = cell.value
    const errors = runChecks({ tables }, identities).findings.filter((f) => f.severity === 'error')
    expect(errors.map((f) => [f.code, f.table])).toEqual([['unit-contradicted', 'expenditure']])
  })
})
