/** Several disclosures in one file: of a department and of the units below it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { type Document, extract } from '../src/index.ts'
import { writeDataset } from '../src/output/dataset/index.ts'
import { disclosuresOf } from '../src/output/disclosures.ts'
import { findDisclosures } from '../src/template/disclosures.ts'

const SAMPLES = join(import.meta.dirname, '../samples')
const FILES = ['drawn-final-accounts-2024', 'shanxi-xinjiang-office-2024'].map((n) => join(SAMPLES, `${n}.pdf`))

async function joined(files: readonly string[]): Promise<Uint8Array> {
  const out = await PDFDocument.create()
  for (const file of files) {
    const one = await PDFDocument.load(readFileSync(file))
    for (const page of await out.copyPages(one, one.getPageIndices())) out.addPage(page)
  }
  return out.save()
}

/** What does not depend on the page a table stands on. */
const cellsOf = ({ tables }: Document) =>
  tables.map((t) => [t.id, t.rows.map((r) => [r.key, Object.entries(r.cells).map(([k, c]) => [k, c.value, c.status])])])
/** Ids of some name the page. */
const resultsOf = ({ checks }: Document) => checks.map((c) => [c.rule, c.result, c.difference])

describe('two disclosures in one file', async () => {
  const whole = await extract(await joined(FILES), { file: 'joined.pdf' })
  const singles = await Promise.all(FILES.map((file) => extract(readFileSync(file), { file })))

  it('are found, each from its cover on', () => {
    const { disclosures } = whole.document
    expect(disclosures?.map((d) => [d.pages, d.entity?.value])).toEqual([
      [[1, 21], '云溪市松原新区档案局'],
      [[22, 48], '山西省政府驻新疆办事处'],
    ])
    expect(whole.findings.map((f) => f.code)).toContain('several-disclosures')
  })

  it('are read and checked as if each were alone', () => {
    const parts = disclosuresOf(whole)
    expect(parts.map(cellsOf)).toEqual(singles.map(cellsOf))
    expect(parts.map(resultsOf)).toEqual(singles.map(resultsOf))
    const quotes = (d: Document) => d.statements.map((s) => [s.quantity, s.value, s.quote])
    expect(parts.map(quotes)).toEqual(singles.map(quotes))
    expect(new Set(whole.checks.map((c) => c.id)).size).toBe(whole.checks.length)
    const told = (d: Document) => d.checks.flatMap((c) => c.terms.map((t) => t.statement))
    expect(parts.map(told)).toEqual(singles.map(told))
  })

  it('are two documents of a dataset', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juesuan-two-'))
    try {
      await writeDataset([{ key: 'joined', document: whole }], folder, { format: 'csv' })
      const csv = readFileSync(join(folder, 'documents.csv'), 'utf8')
      const documents = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data
      expect(documents.map((d) => [d.document, d.entity, d.pages])).toEqual([
        ['joined', '云溪市松原新区档案局', '21'],
        ['joined#2', '山西省政府驻新疆办事处', '27'],
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('tables of one disclosure', () => {
  const tables = (...ids: string[]) => ids.map((id, i) => ({ id, pages: [i + 1] })) as unknown as Document['tables']
  const ranges = (...ids: string[]) => findDisclosures(tables(...ids), [], { from: 1, to: ids.length }).length

  it('are no second one where some are printed twice', () => {
    expect(ranges('a', 'b', 'c', 'd', 'e', 'b', 'c', 'f')).toBe(1)
    expect(ranges('a', 'a', 'b', 'b', 'c', 'c', 'd', 'd')).toBe(1)
  })

  it('are followed by another one where its forms come again', () => {
    expect(ranges('a', 'b', 'c', 'd', 'a', 'b', 'c', 'd')).toBe(2)
    expect(ranges('a', 'b', 'c', 'd', 'd', 'a', 'b', 'c', 'd', 'd')).toBe(2)
  })
})
