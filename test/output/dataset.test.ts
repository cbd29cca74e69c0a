/** Datasets: every format holds the same cells, and programs of others can read them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { Package } from 'datapackage'
import { Decimal } from 'decimal.js'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import type { Document } from '../../src/model.ts'
import { unscaled } from '../../src/output/dataset/fields.ts'
import { type DatasetFormat, writeDataset } from '../../src/output/dataset/index.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'juesuan-dataset-'))
let sample: Document

beforeAll(async () => {
  const file = 'shanxi-xinjiang-office-2024.pdf'
  sample = await extract(readFileSync(join(root, 'samples', file)), { file })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Two documents: the sample, and the sample with an amount whose reading is unsure and a text that looks like a formula. */
function* documents() {
  yield { key: 'a', document: sample }
  const doubtful = structuredClone(sample)
  const [table] = doubtful.tables
  const row = table!.rows.find((r) => Object.values(r.cells).some((c) => c.mark === 'amount'))!
  Object.values(row.cells).find((c) => c.mark === 'amount')!.status = 'suspect'
  row.label = '=HYPERLINK("http://example.org")'
  yield { key: 'b', document: doubtful }
}

async function write(format: DatasetFormat): Promise<string> {
  const out = join(folder, format)
  await writeDataset(documents(), out, { format, titles: new Map([['income', '收入决算表']]) })
  return out
}

const amounts = () =>
  [...documents()].flatMap(({ document }) =>
    document.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells).flatMap((c) => c.yuan ?? []))),
  )
const total = (values: readonly string[]) => values.reduce((sum, v) => sum.plus(v), new Decimal(0)).toFixed(2)

it('a published validator accepts the data package and every line in it', async () => {
  const out = await write('datapackage')
  const pack = await Package.load(JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')), { basePath: out })
  expect(pack.errors).toEqual([])
  for (const resource of pack.resources) {
    const lines = await resource.read({ keyed: true })
    expect(lines.length, resource.name).toBeGreaterThan(0)
    expect(await resource.checkRelations(), resource.name).toBe(true)
  }
})

it('Parquet holds every amount exactly', async () => {
  const out = await write('parquet')
  const db = await (await DuckDBInstance.create()).connect()
  const from = (name: string) => `read_parquet('${join(out, `${name}.parquet`)}')`
  const [sum] = (await db.runAndReadAll(`select sum(yuan)::decimal(38,2)::varchar from ${from('cells')}`)).getRows()[0]!
  expect(sum).toBe(total(amounts()))
  const counts = await db.runAndReadAll(`select count(*), count(distinct document) from ${from('cells')}`)
  expect(counts.getRows()[0]!.map(Number)).toEqual([326, 2])
})

it('decimals are stored to the last printed place, or left out', () => {
  expect(unscaled('-12.50')).toBe(-12_500_000n)
  expect(unscaled('0.000001')).toBe(1n)
  expect(unscaled('0.0000001')).toBeNull()
  expect(unscaled('1.0000000')).toBe(1_000_000n)
  expect(unscaled('')).toBeNull()
})

it('the views of the DuckDB file answer what people ask first', async () => {
  const out = await write('duckdb')
  expect(readdirSync(out)).toEqual(['juesuan.duckdb'])
  const instance = await DuckDBInstance.create(join(out, 'juesuan.duckdb'), { access_mode: 'READ_ONLY' })
  const db = await instance.connect()
  const ask = async (query: string) => (await db.runAndReadAll(query)).getRowsJson()
  expect(
    await ask(`select fiscal_year, yuan::decimal(18,2)::varchar from three_public
    where "column" = 'actual_vehicle_operation'`),
  ).toEqual([
    [2024, '64600.00'],
    [2024, '64600.00'],
  ])
  expect(
    await ask(
      `select yuan::decimal(18,2)::varchar from basic_by_economic_code where code = '30231' and document = 'a'`,
    ),
  ).toEqual([['64600.00']])
  expect(await ask('select document, status from to_look_at')).toEqual([['b', 'suspect']])
  db.closeSync()
  instance.closeSync()
})

it('a workbook has a sheet a kind of table, numbers as numbers in 元, and colours what a person must look at', async () => {
  const out = await write('xlsx')
  const files = unzipSync(readFileSync(join(out, 'juesuan.xlsx')))
  const xml = (name: string) => strFromU8(files[name]!)
  expect(xml('xl/workbook.xml')).toContain('name="收入决算表"')
  const strings = xml('xl/sharedStrings.xml')
  expect(strings).toContain('本年收入合计（元）')
  const sheets = Object.keys(files).filter((n) => /worksheets\/sheet\d+\.xml$/.test(n))
  expect(sheets.length).toBe(new Set(sample.tables.map((t) => t.id)).size + 2)
  for (const name of sheets) {
    expect(xml(name), name).not.toContain('<f>')
    expect(xml(name), name).toContain('state="frozen"')
  }
  expect(sheets.some((name) => /<v>1626600<\/v>/.test(xml(name)))).toBe(true)
  expect(xml('xl/styles.xml').toUpperCase()).toContain('FFD27F')
})

it('files appear when all are whole', async () => {
  const out = join(folder, 'broken')
  function* failing() {
    yield { key: 'a', document: sample }
    throw new Error('no more')
  }
  await expect(writeDataset(failing(), out, { format: 'csv' })).rejects.toThrow('no more')
  expect(readdirSync(out)).toEqual([])
})
