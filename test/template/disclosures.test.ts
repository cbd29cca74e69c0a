/** Several disclosures in one file: of a department and of the units below it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { language } from '../../extractors/vocabulary/language.ts'
import { type Document, extract } from '../../src/index.ts'
import { writeDataset } from '../../src/output/dataset/index.ts'
import { disclosuresOf } from '../../src/output/disclosures.ts'
import { findDisclosures } from '../../src/template/around/disclosures.ts'
import { read } from '../forms/run.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
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
  const ranges = (...ids: string[]) =>
    findDisclosures(tables(...ids), [], language.kinds, { from: 1, to: ids.length }).length

  it('are no second one where some are printed twice', () => {
    expect(ranges('a', 'b', 'c', 'd', 'e', 'b', 'c', 'f')).toBe(1)
    expect(ranges('a', 'a', 'b', 'b', 'c', 'c', 'd', 'd')).toBe(1)
  })

  it('are followed by another one where its forms come again', () => {
    expect(ranges('a', 'b', 'c', 'd', 'a', 'b', 'c', 'd')).toBe(2)
    expect(ranges('a', 'b', 'c', 'd', 'd', 'a', 'b', 'c', 'd', 'd')).toBe(2)
  })

  it('are followed by another one where they come again in another order under another name', () => {
    const named = (ids: string, names: string) => {
      const all = tables(...ids)
      const owners = new Map(all.map((t, i) => [t, names[i]!]))
      return findDisclosures(all, [], language.kinds, { from: 1, to: ids.length, owners }).length
    }
    expect(named('abcdcebad', 'XXXXYYYYY')).toBe(2)
    expect(named('abcdabcd', 'XXYYXXYY')).toBe(2)
    expect(named('abcdef', 'XXXXYX')).toBe(1)
    expect(named('aabbccdd', 'XYXYXYXY')).toBe(1)
  })
})

describe('tables of several units that take turns', () => {
  const table = (unit: string, title: string, column: string, total: string, part: string) =>
    [
      title,
      `编制单位：${unit} | 单位：万元`,
      `| 科目编码 | 科目名称 | ${column} | 基本支出 | 项目支出 |`,
      `| 合计 | < | ${total} | ${part} | 1.00 |`,
      `| 201 | 一般公共服务支出 | ${total} | ${part} | 1.00 |`,
    ].join('\n')
  const [all, public_] = ['支出决算表', '一般公共预算财政拨款支出决算表']
  const file = (one: string, other: string) =>
    [
      '2024年度某市某局部门决算',
      table(one, all!, '本年支出合计', '9.00', '8.00'),
      table(other, all!, '本年支出合计', '5.00', '4.00'),
      table(other, public_!, '本年支出', '5.00', '4.00'),
      table(one, public_!, '本年支出', '9.00', '7.00'),
    ].join('\n%%%\n')
  const broken = (form: string) =>
    read(form)
      .checks.filter((c) => c.rule === 'cross-table' && c.result === 'violated')
      .map((c) => [c.expected, c.actual, c.strength])

  it('are compared with those of their own unit', () => {
    expect(broken(file('某市某局', '某市某中心'))).toEqual([['80000', '70000', 'repeat']])
  })

  it('contradict nothing for sure where no name tells them apart', () => {
    expect(broken(file('某市某局', '某市某局')).filter(([, , strength]) => strength !== 'usual')).toEqual([])
  })
})
