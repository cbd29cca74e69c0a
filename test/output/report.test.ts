/** The report for people: complete, and harmless whatever a document says. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Document, extract } from '../../src/index.ts'
import { reportMarkdown } from '../../src/output/report/markdown.ts'
import { reportHtml } from '../../src/output/report/page.ts'
import { toReport } from '../../src/output/report/report.ts'
import { MAIN } from '../built.ts'

const root = new URL('../..', import.meta.url).pathname
const sample = join(root, 'samples/shanxi-xinjiang-office-2024.pdf')
let document: Document
let folder: string

beforeAll(async () => {
  document = await extract(readFileSync(sample), { file: 'sample.pdf' })
  folder = mkdtempSync(join(tmpdir(), 'juesuan-report-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the report of the sample', () => {
  it('says all findings, worst first, each with its page', () => {
    const { findings } = toReport(document, 'zh')
    expect(findings.map((f) => f.finding)).toEqual(document.findings)
    expect(findings.every((f) => f.where.startsWith('第'))).toBe(true)
    const page = reportHtml(toReport(document, 'zh'))
    expect(page.match(/<article class="finding/g)).toHaveLength(document.findings.length)
  })

  it('sets a sentence of the prose beside the figures it speaks of', () => {
    const told = toReport(document, 'zh').findings.find((f) => f.finding.code === 'narrative-form')!
    const [evidence] = told.evidence
    expect(evidence!.sentences.map((s) => s.page)).toEqual([20])
    expect(evidence!.figures.map((f) => f.printed)).toEqual(['29', '17.5', '26.44'])
    expect(evidence!.sum).toMatchObject({ expected: '72.94', actual: '74.75', difference: '1.81' })
  })

  it('counts what is proved, table by table, and all of it', () => {
    const { tables, amounts, proved } = toReport(document, 'zh')
    expect(tables.map((c) => c.table.id)).toEqual(document.tables.map((t) => t.id))
    expect(proved).toBe(amounts)
    expect(amounts).toBeGreaterThan(150)
  })

  it('stands in Chinese and in English, as HTML and as Markdown', () => {
    for (const language of ['zh', 'en'] as const)
      for (const render of [reportHtml, reportMarkdown]) {
        const text = render(toReport(document, language))
        for (const f of document.findings)
          expect(text).toContain(language === 'zh' ? `第${f.page}页` : `page ${f.page}`)
        expect(text.includes('需要核对的问题')).toBe(language === 'zh')
      }
  })

  it('shows the terms of a sum that fails, where they are printed and what would fit', async () => {
    const broken = structuredClone(document)
    const { runChecks } = await import('../../src/checks/index.ts')
    const { crossTable, sums, templates } = await import('../../extractors/index.ts')
    broken.tables.find((t) => t.id === 'income')!.rows[0]!.cells.total!.value = '999.99'
    const checked = runChecks(broken, { templates, crossTable, sums })
    const [first] = toReport({ ...broken, ...checked }, 'zh').findings
    expect(first!.finding.expected).toBeDefined()
    expect(first!.where).toMatch(/^第6页 · 《收入决算表》/)
    expect(first!.evidence[0]!.figures[0]!.sign).toBe('=')
    expect(first!.evidence.flatMap((e) => e.figures).every((f) => f.page !== null)).toBe(true)
  })
})

describe('a report', () => {
  it('takes nothing that a document says for HTML', () => {
    const evil = structuredClone(document)
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&'
    evil.source.file = script
    evil.document.entity = { value: script, page: 1, quote: script }
    evil.tables[0]!.title = script
    evil.tables[0]!.rows[0]!.label = script
    evil.findings[0] = { ...evil.findings[0]!, message: { zh: script, en: script } }
    evil.statements = evil.statements.map((s) => ({ ...s, quote: script }))
    const page = reportHtml(toReport(evil, 'zh'))
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toMatch(/<(script|img)/)
    expect(reportMarkdown(toReport(evil, 'zh'))).not.toMatch(/<(script|img)/)
  })

  it('fetches nothing and runs nothing', () => {
    const page = reportHtml(toReport(document, 'zh'))
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"`)
    expect(page).not.toMatch(/https?:|url\(|<link|<iframe|src=/)
  })
})

describe('juesuan extract --report', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [MAIN, 'extract', sample, ...args], { encoding: 'utf8' })

  it('writes the report and nothing else', () => {
    const path = join(folder, 'one/report.html')
    const { status, stdout } = run('--report', path)
    expect([status, stdout]).toEqual([0, ''])
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>/)
  })

  it('writes a page for each of several files into a folder', () => {
    const other = join(root, 'samples/shanxi-xinjiang-office-2024-mixed.pdf')
    execFileSync(process.execPath, [
      MAIN,
      ...['extract', sample, other, '--pages', '1-2', '--report', join(folder, 'many'), '--fail-on', 'never'],
    ])
    expect(readdirSync(join(folder, 'many')).sort()).toEqual([
      'shanxi-xinjiang-office-2024-mixed.html',
      'shanxi-xinjiang-office-2024.html',
    ])
  })

  it('is a usage error where the name is no report', () => {
    const { status, stderr } = run('--report', join(folder, 'report.docx'))
    expect(status).toBe(2)
    expect(stderr).toMatch(/a report is HTML or Markdown/)
    expect(existsSync(join(folder, 'report.docx'))).toBe(false)
  })

  it('ends with 1 from the severity on that --fail-on says, and speaks the language of --lang', () => {
    const path = join(folder, 'two.md')
    const quiet = run('--report', path, '--fail-on', 'never', '--lang', 'en')
    expect(quiet.status).toBe(0)
    expect(quiet.stderr).toMatch(/the text says 74\.75/)
    const strict = run('--report', path, '--fail-on', 'error')
    expect(strict.status).toBe(1)
    expect(strict.stderr).toMatch(/正文“/)
  })
})
