/** Options of a batch reach the workers, and what changes a document makes a file be read again. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Child } from '../../src/batch/child.ts'
import { madeWith } from '../../src/batch/options.ts'
import type { BatchOptions, Document } from '../../src/index.ts'
import { DEFAULT_LIMITS } from '../../src/limits.ts'
import { library } from '../built.ts'
import { encrypted } from '../encrypted.ts'
import { manifest, small, start, temporaryFolder } from './batch-files.ts'

const root = new URL('../..', import.meta.url).pathname
const { batch } = await library()
let folder: string
let input: string
let output: string

beforeEach(() => {
  folder = temporaryFolder()
  input = join(folder, 'in')
  output = join(folder, 'out')
  mkdirSync(input)
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (options: Partial<BatchOptions> = {}) => batch([input], { output, jobs: 2, ...options })
const document = (): Document => JSON.parse(readFileSync(join(output, manifest(output)[0]!.output!), 'utf8'))

/** Some pages of a sample as a file of their own. */
async function pages(name: string, numbers: readonly number[]): Promise<void> {
  const from = await PDFDocument.load(readFileSync(join(root, 'samples', `${name}.pdf`)))
  const to = await PDFDocument.create()
  const copied = await to.copyPages(
    from,
    numbers.map((n) => n - 1),
  )
  for (const page of copied) to.addPage(page)
  writeFileSync(join(input, `${name}.pdf`), await to.save())
}

it('only the tables asked for are kept; other tables, limits or a file of limits are other work', async () => {
  await pages('shanxi-xinjiang-office-2024', [6, 7])
  await run({ tables: ['income'] })
  expect(document().tables.map((t) => t.id)).toEqual(['income'])
  expect(manifest(output)[0]!.options).toEqual({ ocr: 'auto', tables: ['income'] })
  expect(await run({ tables: ['income'] })).toMatchObject({ settled: 1 })
  expect(await run()).toMatchObject({ settled: 0 })
  expect(document().tables.map((t) => t.id)).toEqual(['income', 'expenditure'])
  expect(await run({ limits: { ...DEFAULT_LIMITS, glyphs: 10 } })).toMatchObject({ settled: 0, done: 1 })
  expect(document().findings.filter((f) => f.code === 'page-unreadable')).toHaveLength(2)
  expect(manifest(output)[0]!).toMatchObject({ incomplete: true, options: { limits: { glyphs: 10 } } })
})

it('the order of tables and limits that are as they always are make no difference', async () => {
  expect(await madeWith({ tables: ['b', 'a', 'b'] })).toEqual(await madeWith({ tables: ['a', 'b'] }))
  expect(await madeWith({ limits: { ...DEFAULT_LIMITS } })).toEqual(await madeWith({}))
})

it('a password opens what was locked before, without being asked to try again, and stands nowhere', async () => {
  writeFileSync(join(input, 'locked.pdf'), encrypted('open sesame'))
  small(input, 'a.pdf')
  expect(await run()).toMatchObject({ done: 1, failed: 1 })
  expect(await run()).toMatchObject({ failed: 1, settled: 2 })
  const tried = await run({ password: 'wrong' })
  expect(tried.lines.map((l) => l.reason?.code ?? l.state)).toEqual(['done', 'wrong-password'])
  expect(await run({ password: 'open sesame' })).toMatchObject({ done: 2, settled: 1 })
  expect(readFileSync(join(output, 'manifest.jsonl'), 'utf8')).not.toContain('sesame')
})

it('a scanned page is read by OCR in its worker', async () => {
  await pages('shanxi-xinjiang-office-2024-scan-clean', [6])
  small(input, 'a.pdf')
  const { lines } = await run()
  expect(lines.map((l) => [l.state, l.ocr_pages])).toEqual([
    ['done', 0],
    ['done', 1],
  ])
  const scanned: Document = JSON.parse(readFileSync(join(output, lines[1]!.output!), 'utf8'))
  expect(scanned.tables.flatMap((t) => t.rows).length).toBeGreaterThan(0)
})

it('a name that is wrong is told before anything is read', async () => {
  small(input, 'a.pdf')
  const wrong = (...args: string[]) => start(['batch', input, '-o', output, ...args]).ended
  const [table, limit, none] = await Promise.all([
    wrong('--tables', 'incoem'),
    wrong('--limit', 'memory=500'),
    wrong('--limit', 'glyphs=none'),
  ])
  expect([table.code, limit.code, none.code]).toEqual([2, 2, 2])
  expect(table.err).toContain('no table is called incoem')
  expect(limit.err).toContain('write --memory instead')
})

it('a PDF of the list that is not there costs nobody else, and is forgotten when it is not named again', async () => {
  const there = small(input, 'a.pdf')
  const some = await start(['batch', '-', '-o', output], `${there}\n${join(input, 'gone.pdf')}\n`).ended
  expect(some.code).toBe(3)
  expect(manifest(output).map((l) => l.reason?.code ?? l.state)).toEqual(['done', 'not-found'])
  expect((await start(['batch', input, '-o', output]).ended).code).toBe(0)
  expect(manifest(output)).toHaveLength(1)
})

it('each scanned page begins the time of its file anew', async () => {
  await pages('shanxi-xinjiang-office-2024-scan-clean', [6, 7])
  const begun: string[] = []
  const real = globalThis.setTimeout
  const watched = (act: () => void, ms: number) => {
    const timer = real(act, ms)
    const { refresh } = timer
    timer.refresh = () => {
      begun.push('anew')
      return refresh.call(timer)
    }
    return timer
  }
  vi.stubGlobal('setTimeout', watched)
  const child = new Child({ seconds: 600, megabytes: 4000, threads: 1 })
  try {
    const [file] = readdirSync(input)
    const temporary = join(output, 'one.json')
    mkdirSync(output)
    const summary = await child.run({ file: join(input, file!), temporary, options: {} })
    expect(summary).toMatchObject({ pages: 2, ocr_pages: 2 })
    expect(begun).toEqual(['anew', 'anew'])
  } finally {
    child.end()
    vi.unstubAllGlobals()
  }
})
