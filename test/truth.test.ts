/** Every cell of the hand-made truth, and no other; on every page it names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '../src/index.ts'
import { cellRecords } from '../src/output/cells.ts'
import { parseCells, score } from '../src/output/score.ts'

const root = new URL('..', import.meta.url).pathname
const shared = join(root, '..', 'shared')

/**
 * Cells that a truth file lacks although the page prints them, each proved by looking. The page of 三公
 * prints 0.95 as the budget's total and as its receptions; the narrative of the document says so, too.
 */
const ERRATA: Record<string, string[]> = {
  上海市普陀区财政局2024年度部门决算: [
    'extra three-public 三公 budget_total 0.95',
    'extra three-public 三公 budget_reception 0.95',
  ],
}

async function misses(pdf: string, truth: string) {
  const document = await extract(readFileSync(pdf), { file: basename(pdf) })
  const result = score(parseCells(readFileSync(truth, 'utf8')), cellRecords(document))
  return {
    cells: result.truth,
    right: result.right,
    misses: result.misses.map((m) => `${m.kind} ${m.table} ${m.row} ${m.column} ${m.found}`),
  }
}

describe('our samples', () => {
  it('shanxi-xinjiang-office-2024: every cell right', async () => {
    const pdf = join(root, 'samples/shanxi-xinjiang-office-2024.pdf')
    const result = await misses(pdf, join(root, 'test/truth/shanxi-xinjiang-office-2024.csv'))
    expect(result).toEqual({ cells: 163, right: 163, misses: [] })
  })
})

const all = existsSync(shared) ? readdirSync(shared, { recursive: true, encoding: 'utf8' }) : []

describe.skipIf(all.length === 0)('published documents (skipped where ../shared is absent)', () => {
  const names = all.filter((n) => n.startsWith('truth/') && n.endsWith('.csv')).map((n) => basename(n, '.csv'))
  const pdfs = all.filter((n) => n.endsWith('.pdf'))

  it.each(names)('%s', async (name) => {
    const pdf = pdfs.find((p) => basename(p) === `${name}.pdf`)!
    const result = await misses(join(shared, pdf), join(shared, 'truth', `${name}.csv`))
    expect(result).toEqual({ cells: result.cells, right: result.cells, misses: ERRATA[name] ?? [] })
    expect(result.cells).toBeGreaterThan(100)
  })

  it('the blank official form gives its nine tables, empty, and not one cell', async () => {
    const pdf = pdfs.find((p) => p.includes('附件2：'))!
    const document = await extract(readFileSync(join(shared, pdf)))
    expect(document.tables.map((t) => t.state)).toEqual(Array(9).fill('empty'))
    expect(document.tables.flatMap((t) => t.rows)).toEqual([])
  })
})
