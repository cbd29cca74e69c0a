/** What a document says of itself in several places: one thing is altered on the page, and it is found, alone. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { trace } from '../../src/extract.ts'
import { forms } from '../../src/forms.ts'
import type { Document } from '../../src/model.ts'
import type { Page } from '../../src/page/types.ts'
import { type ReadFile, understand } from '../../src/understand.ts'
import { read } from '../forms/run.ts'

const RULES = [
  'contents',
  'contents-twice',
  'contents-order',
  'year',
  'entity',
  'unit',
  'unit-printed',
  'line-numbers',
  'code-name',
  'empty-form',
]

let pages: Page[]
let source: ReadFile['source']

beforeAll(async () => {
  const bytes = readFileSync(new URL('../../samples/shanxi-xinjiang-office-2024.pdf', import.meta.url))
  const read = await trace(forms, bytes)
  pages = read.pages
  source = read.document.source
})

/** The document of these pages in this order, numbered anew. */
function documentOf(own: readonly Page[]): Document {
  const numbered = own.map((page, i) => ({ ...page, number: i + 1 }))
  return understand(forms, { pages: numbered, findings: [], source: { ...source, pages: own.length } }).document
}

/** Page `number` with one text printed instead of another of the same length; every other page as it is. */
function altered(number: number, from: string, to: string): Page[] {
  return pages.map((page) => {
    if (page.number !== number) return page
    const at = page.glyphs.findIndex((_, i) => spelt(page, i, from.length) === from)
    expect(at, `${from} stands on page ${number}`).toBeGreaterThanOrEqual(0)
    const letters = [...to]
    const glyphs = page.glyphs.map((g, i) => (i >= at && i < at + from.length ? { ...g, text: letters[i - at]! } : g))
    return { ...page, glyphs }
  })
}

function spelt(page: Page, at: number, length: number): string {
  return page.glyphs
    .slice(at, at + length)
    .map((g) => g.text)
    .join('')
}

const found = (document: Document) =>
  document.findings.filter((f) => RULES.includes(f.code)).map((f) => [f.code, f.severity, f.page, f.table ?? null])

const tried = (document: Document, rule: string) => document.checks.filter((c) => c.rule === rule).map((c) => c.result)

describe('the sample', () => {
  it('keeps its contents, year, entity, units and line numbers', () => {
    const document = documentOf(pages)
    expect(found(document)).toEqual([])
    expect(tried(document, 'contents')).toEqual(Array(10).fill('holds'))
    expect(tried(document, 'year')).toEqual(Array(11).fill('holds'))
    expect(tried(document, 'entity')).toEqual(Array(10).fill('holds'))
    expect(tried(document, 'empty-form')).toEqual(['holds', 'holds'])
    expect(tried(document, 'line-numbers').length).toBeGreaterThan(5)
    expect(tried(document, 'code-name')).toEqual(['holds'])
  })

  it('without the page of a table lacks a table that its contents announce', () => {
    const document = documentOf(pages.filter((p) => p.number !== 13))
    expect(found(document)).toEqual([['contents', 'warning', 2, 'government-fund']])
    expect(document.tables.filter((t) => t.state === 'missing').map((t) => [t.id, t.pages, t.rows])).toEqual([
      ['government-fund', [], []],
    ])
  })

  it('lacks a table of a list that stands before them without a heading, too', () => {
    const document = documentOf(altered(2, '目录', '某局').filter((p) => p.number !== 13))
    expect(found(document)).toEqual([['contents', 'warning', 2, 'government-fund']])
    expect(tried(documentOf(altered(2, '目录', '某局')), 'contents')).toEqual(Array(10).fill('holds'))
  })

  it('lacks a table whose number is not among those of the others, where nothing announces it', () => {
    const own = (without: number) => altered(2, '目录', '某局').filter((p) => p.number !== 2 && p.number !== without)
    const numbers = (d: Document) => d.findings.filter((f) => f.code === 'table-numbers').map((f) => f.message.zh)
    expect(numbers(documentOf(own(13)))).toEqual(['各表编号到10为止，其中没有公开07表'])
    expect(numbers(documentOf(own(0)))).toEqual([])
  })

  it('with a page that was not read is not said to lack anything', () => {
    const unread = pages.map((p): Page => (p.number === 13 ? { ...p, glyphs: [], rulings: [], unread: true } : p))
    const document = documentOf(unread)
    expect(found(document)).toEqual([])
    expect(document.tables.some((t) => t.state === 'missing')).toBe(false)
  })

  it('of which only some pages are read is not said to lack anything', () => {
    const some = pages.filter((p) => p.number < 8)
    const read = understand(forms, { pages: some, findings: [], source })
    expect(read.document.tables.some((t) => t.state === 'missing')).toBe(false)
  })

  it('whose tables are all in another file lacks them, which is a note', () => {
    const document = documentOf(pages.filter((p) => p.number < 4 || p.number > 16))
    expect(document.findings.filter((f) => f.code === 'contents').map((f) => f.severity)).toEqual(['note'])
    expect(document.tables.map((t) => t.state)).toEqual(Array(10).fill('missing'))
  })

  it('with a table twice', () => {
    const again = pages.flatMap((p) => (p.number === 7 ? [p, p] : [p]))
    expect(found(documentOf(again))).toContainEqual(['contents-twice', 'warning', 8, 'expenditure'])
  })

  it('with two tables in another order than the contents say', () => {
    const order = [...pages.slice(0, 12), pages[13]!, pages[12]!, ...pages.slice(14)]
    expect(found(documentOf(order))).toEqual([['contents-order', 'note', 13, 'state-capital']])
  })

  it('with another year over one table', () => {
    expect(found(documentOf(altered(7, '2024', '2023')))).toEqual([['year', 'warning', 7, 'expenditure']])
  })

  it('with another entity over one table', () => {
    expect(found(documentOf(altered(10, '驻新疆', '驻上海')))).toEqual([
      ['entity', 'warning', 10, 'general-public-expenditure'],
    ])
  })

  it('with a code that is called otherwise in one table', () => {
    const document = documentOf(altered(10, '卫生健康支出', '教育健康支出'))
    expect(found(document)).toEqual([['code-name', 'warning', 10, 'general-public-expenditure']])
    expect(tried(document, 'code-name')).toEqual(['violated'])
  })

  it('with a name that its cell cuts short in one table', () => {
    const short = altered(10, '卫生健康支出', '卫生健康    ')
    expect(tried(documentOf(short), 'code-name')).toEqual(['holds'])
  })

  it('but not with 栏次 that say what their columns are the sums of', () => {
    const { checks } = read(`一般公共预算支出预算表
      部门名称：某市某局 | 单位：万元
      | 科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出 |
      | ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^ |
      | 1 | 2 | 3=4+7 | 4=5+6 | 5 | 6 | 7 |
      | 201 | 一般公共服务支出 | 9.00 | 6.00 | 4.00 | 2.00 | 3.00 |
      | 合 计 | < | 9.00 | 6.00 | 4.00 | 2.00 | 3.00 |`)
    expect(checks.filter((c) => c.rule === 'line-numbers').map((c) => c.result)).toEqual(['holds'])
  })

  it('with a number of a line left out', () => {
    const document = documentOf(altered(4, '14', '15'))
    expect(found(document).map(([code, , page]) => [code, page])).toEqual([['line-numbers', 4]])
  })

  it('with an empty form that does not say why', () => {
    const silent = pages.map((p) => ({ ...p, glyphs: p.glyphs.filter((g) => !'无没'.includes(g.text)) }))
    expect(found(documentOf(silent)).map(([code, severity]) => [code, severity])).toEqual([
      ['empty-form', 'note'],
      ['empty-form', 'note'],
    ])
  })
})
