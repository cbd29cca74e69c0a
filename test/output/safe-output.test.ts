/** What comes out harms nobody, whatever a document says: spreadsheets, file systems, browsers. */
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanName } from '../../src/batch/name.ts'
import { type Document, extract } from '../../src/index.ts'
import { CELL_COLUMNS, cellRecords, cellsCsv } from '../../src/output/cells.ts'
import { fromCsv, toCsv } from '../../src/output/csv.ts'
import { DATASET } from '../../src/output/dataset/fields.ts'
import { writeDataset } from '../../src/output/dataset/index.ts'
import { linesOf } from '../../src/output/dataset/lines.ts'
import { reportHtml } from '../../src/output/report/page.ts'
import { toReport } from '../../src/output/report/report.ts'
import { parseCsv } from '../../src/output/score.ts'
import { writeAtomic, writeNew } from '../../src/output/write.ts'

const root = new URL('../..', import.meta.url).pathname
let sample: Document
let folder: string

beforeAll(async () => {
  sample = await extract(readFileSync(join(root, 'samples/shanxi-xinjiang-office-2024.pdf')), { file: 'sample.pdf' })
  folder = mkdtempSync(join(tmpdir(), 'juesuan-safe-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The document with every text of the kind that a PDF says of itself led in by these characters. */
function said(lead: string): Document {
  const document = structuredClone(sample)
  document.source.file = `${lead}${document.source.file}`
  document.source.producer = `${lead}producer`
  for (const fact of [document.document.entity, document.document.kind, document.document.superior])
    if (fact) fact.quote = `${lead}${fact.quote}`
  if (document.document.entity) document.document.entity.value = `${lead}entity`
  for (const table of document.tables) {
    table.title = `${lead}${table.title}`
    table.number = `${lead}${table.number}`
    table.unit = `${lead}${table.unit}`
    table.notes = [`${lead}note`]
    for (const column of table.columns) column.header = column.header.map((h) => lead + h)
    for (const row of table.rows) {
      row.label = `${lead}${row.label}`
      row.key = `${lead}${row.key}`
    }
  }
  for (const s of document.statements) s.quote = `${lead}${s.quote}`
  for (const check of document.checks) check.name = { zh: `${lead}${check.name.zh}`, en: `${lead}${check.name.en}` }
  for (const f of document.findings) f.message = { zh: `${lead}${f.message.zh}`, en: `${lead}${f.message.en}` }
  return document
}

const fields = (csv: string) => parseCsv(csv.replace(/^\uFEFF/, ''))

describe('CSV', () => {
  it('protects what a spreadsheet would run, and nothing else', () => {
    const runs = [
      '=1+1',
      '+1+1',
      '-1+1',
      '@SUM(A1)',
      '\t=1',
      '\rx',
      '  =1',
      '＝1+1',
      '－基本支出',
      '-',
      '--',
      "'=1",
      '+',
      '-.',
    ]
    const stays = [
      '-12.30',
      '-1,234.50',
      '+5',
      '-0.5%',
      '-.5',
      '-1e-7',
      '12',
      '2010301',
      '—',
      '一、=x',
      "'90s",
      '',
      '1-2',
    ]
    const field = (text: string) => fields(toCsv([{ a: text }], ['a'], { header: false }))[0]?.[0] ?? ''
    for (const text of runs) expect(field(text), JSON.stringify(text)).toBe(`'${text}`)
    for (const text of stays) expect(field(text), JSON.stringify(text)).toBe(text)
    for (const text of [...runs, ...stays]) expect(fromCsv(field(text))).toBe(text)
  })

  it.each(['=HYPERLINK("http://x")', '+', '-', '@', '\t', "'="])('keeps every cell after %j', (lead) => {
    const document = said(lead)
    const [header, ...lines] = fields(cellsCsv([document], { bom: true }))
    const back = lines.map((line) => Object.fromEntries(header!.map((name, i) => [name, fromCsv(line[i]!)])))
    expect(header).toEqual([...CELL_COLUMNS])
    expect(back).toEqual(cellRecords(document))
    for (const field of lines.flat()) expect(field).not.toMatch(/^\s*[=@]|^[+-](?![\d.])|^[\t\r]/)
  })

  it('keeps a negative amount, in every table of a dataset', async () => {
    const document = said('=')
    const cell = Object.values(document.tables[0]!.rows[0]!.cells).find((c) => c.mark === 'amount')!
    Object.assign(cell, { value: '-12.30', raw: '-12.30', yuan: '-123000' })
    await writeDataset([{ key: '=k', document }], folder, { format: 'csv' })
    const lines = linesOf('=k', document)
    for (const { name, fields: described } of DATASET) {
      const [header, ...rows] = fields(readFileSync(join(folder, `${name}.csv`), 'utf8'))
      const back = rows.map((row) => Object.fromEntries(header!.map((h, i) => [h, fromCsv(row[i]!)])))
      expect(back, name).toEqual(
        lines[name].map((l) => Object.fromEntries(described.map((f) => [f.name, l[f.name] ?? '']))),
      )
    }
    expect(readFileSync(join(folder, 'cells.csv'), 'utf8')).toMatch(/,-12\.30,-12\.30,amount,'=[^,]*,-123000,/)
  })
})

describe('a report', () => {
  it.each(['zh', 'en'] as const)('shows what a document says, in %s, and runs none of it', (language) => {
    const page = reportHtml(
      toReport(said('</title></style><script>alert(1)</script><img src=x onerror="f()">'), language),
    )
    expect(page.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(50)
    expect(page).not.toMatch(/<(script|img)|onerror="/)
    expect(page.match(/<\/(title|style)>/g)).toEqual(['</title>', '</style>'])
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)!
    expect(policy[1]).toContain('default-src &#39;none&#39;')
    expect(policy.index).toBeLessThan(page.indexOf('<title>'))
  })
})

describe('files', () => {
  it('are named so that they stay in their folder, on every system', () => {
    const names = [
      '../../etc/passwd',
      '..',
      '.',
      '.hidden',
      'a\0b',
      'a\nb',
      'C:\\x',
      'con',
      'nul.2024',
      'COM1.a.pdf',
      '决算/..',
      'x'.repeat(999),
    ]
    for (const name of names.map(cleanName)) {
      expect(name).not.toMatch(/[/\\:\p{C}]|^\.|^(con|nul|com1)(\.|$)/iu)
      expect(name.length).toBeGreaterThan(0)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201)
    }
    expect(cleanName('../某局 2024年度部门决算[公开].PDF')).toBe('某局 2024年度部门决算[公开]')
  })

  it('are written beside no link that somebody laid', () => {
    const victim = join(folder, 'victim')
    writeFileSync(victim, 'mine')
    symlinkSync(victim, join(folder, `.out.json.${process.pid}.tmp`))
    writeAtomic(join(folder, 'out.json'), 'new')
    symlinkSync(victim, join(folder, 'link'))
    writeNew(join(folder, 'link'), 'new')
    expect(readFileSync(victim, 'utf8')).toBe('mine')
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'link')).isFile()).toBe(true)
  })
})
