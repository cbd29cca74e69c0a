/** What no template knows: kept, named in one note a kind, and explained. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { explainCommand } from '../../src/cli/explain.ts'
import { DEFAULT_LIMITS } from '../../src/limits.ts'
import type { Finding } from '../../src/model.ts'
import { drawPdf } from '../forms/pdf.ts'
import { read } from '../forms/run.ts'

const EXPENDITURE = `2026年某市某局部门预算
表3 支出总表
 | 单位：万元
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 鹤柏桐莺 |
| 201 | 一般公共服务支出 | 100.00 | 80.00 | 20.00 | 3.00 |
| 20103 | 政府办公厅（室）及相关机构事务 | 100.00 | 80.00 | 20.00 | 3.00 |
| 2010301 | 行政运行 | 100.00 | 80.00 | 20.00 | 3.00 |
|  | 预留部分 | 5.00 |  | 5.00 |  |
| 合计 | < | 105.00 | 80.00 | 25.00 | 3.00 |`

const WEATHER = `表9 气象观测站点分布表
| 站点 | 海拔 | 面积 |
| 东山 | 1,203.50 | 12.30 |
| 西山 | 980.20 | 8.10 |`

const SEA = WEATHER.replace('气象', '海洋')

const told = (findings: readonly Finding[]) =>
  findings.filter((f) => /^un(known|claimed)-/.test(f.code)).map((f) => [f.code, f.severity, f.table, f.message])

describe('findings about what no template knows', () => {
  it('name columns and lines of a known table once a kind, however often it comes', () => {
    const { tables, findings } = read(`${EXPENDITURE}\n%%%\n${EXPENDITURE.replace('表3', '表4')}`)
    expect(tables.map((t) => t.id)).toEqual(['budget-expenditure', 'budget-expenditure'])
    expect(tables[0]!.rows[2]!.cells['other:鹤柏桐莺']?.raw).toBe('3.00')
    expect(told(findings)).toEqual([
      [
        'unknown-columns',
        'note',
        'budget-expenditure',
        {
          zh: '《表3 支出总表》有1列的表头未能识别，按原表头保留为other:…列：“鹤柏桐莺”',
          en: 'budget-expenditure has 1 columns that no template knows; they are kept under their own headers as other:HEADER: "鹤柏桐莺"',
        },
      ],
      [
        'unknown-rows',
        'note',
        'budget-expenditure',
        {
          zh: '《表3 支出总表》有1行既无科目编码也不是合计，按原名称保留：“预留部分”',
          en: 'budget-expenditure has 1 lines with neither a code nor the label of a total; they are kept under their own labels: "预留部分"',
        },
      ],
    ])
  })

  it('name headers over a part of the columns, which keep their own names', () => {
    const form = `2026年某市某局部门预算
表3 支出总表
 | 单位：万元
| 科目编码 | 科目名称 | 合计 | 党建经费 | < |
| ^ | ^ | ^ | 基本支出 | 项目支出 |
| 201 | 一般公共服务支出 | 100.00 | 80.00 | 20.00 |
| 20103 | 政府办公厅（室）及相关机构事务 | 100.00 | 80.00 | 20.00 |
| 合计 | < | 100.00 | 80.00 | 20.00 |`
    const { tables, findings } = read(form)
    expect(tables[0]!.rows[0]!.cells.basic?.raw).toBe('80.00')
    expect(told(findings)).toEqual([
      [
        'unknown-spans',
        'note',
        'budget-expenditure',
        {
          zh: '《表3 支出总表》有1个上级表头未能识别，其下的列按各自的表头命名：“党建经费”',
          en: 'budget-expenditure has 1 headers over known columns that no template knows; the columns go by their own headers: "党建经费"',
        },
      ],
    ])
  })

  it('name the tables that no template claims in one note, and say nothing of those without amounts', () => {
    const plain = WEATHER.replace('气象', '地震').replace(/[\d,]+\.\d+/g, '无')
    const { other_tables, findings } = read(`${EXPENDITURE}\n%%%\n${WEATHER}\n%%%\n${SEA}\n%%%\n${plain}`)
    expect(other_tables).toHaveLength(3)
    expect(other_tables[0]!.rows[1]).toEqual(['东山', '1,203.50', '12.30'])
    expect(told(findings).filter(([code]) => code === 'unclaimed-tables')).toEqual([
      [
        'unclaimed-tables',
        'note',
        undefined,
        {
          zh: '2张有金额的表没有识别为已知表格，原样保留在other_tables中：第2页《表9 气象观测站点分布表》、第3页《表9 海洋观测站点分布表》',
          en: '2 tables with amounts were not recognised; they are kept as printed in other_tables: "表9 气象观测站点分布表" on page 2, "表9 海洋观测站点分布表" on page 3',
        },
      ],
    ])
  })

  it('are none where all is known, blank columns and the lines of units among it', () => {
    const known = EXPENDITURE.replace('鹤柏桐莺', '上缴上级支出').replace(/.*预留部分.*\n/, '')
    expect(told(read(known).findings)).toEqual([])
    const blank = known.replace('上缴上级支出', '从未见过').replaceAll('3.00 |', ' |')
    expect(told(read(blank).findings)).toEqual([])
  })
})

describe('amounts that stand in no table', () => {
  const loose = (form: string) => read(form).findings.filter((f) => f.code === 'loose-amounts')

  it('are told with their page, and those of sentences are not', () => {
    const [finding, ...more] = loose(`${EXPENDITURE}\n%%%\n财政专户 | 1,234.56\n政府债券 | 88.10`)
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      severity: 'warning',
      page: 2,
      message: { zh: '第2页有2处金额不在任何表的单元格中，未被提取：1,234.56、88.10' },
    })
    expect(loose(EXPENDITURE)).toEqual([])
    const [wide] = loose(`${EXPENDITURE}\n%%%\n财政专户 | １，２３４．５６`)
    expect(wide?.message.zh).toBe('第2页有1处金额不在任何表的单元格中，未被提取：１，２３４．５６')
    const glued = loose(EXPENDITURE.replace('行政运行 |', '行政运行62.50 |'))
    expect(glued.map((f) => f.message.en)).toEqual([
      'page 1 prints 1 amounts that stand in no cell of a table and were not extracted: 62.50',
    ])
    expect(loose(`${EXPENDITURE}\n%%%\n本年预算总额1,234.56\n万元，比上年增加 | 88.10 万元。`)).toEqual([])
  })
})

describe('juesuan explain', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'juesuan-explain-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function explain(...forms: string[]): Promise<string> {
    const files: string[] = []
    for (const [i, form] of forms.entries()) {
      files.push(join(folder, `${i + 1}.pdf`))
      writeFileSync(files.at(-1)!, await drawPdf(form))
    }
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    try {
      expect(await explainCommand(files, { limit: DEFAULT_LIMITS })).toBe(0)
      return log.mock.calls.map(([text]) => String(text)).join('\n')
    } finally {
      log.mockRestore()
    }
  }

  it('says for each table which template won, what came next, and what is not known', async () => {
    const out = await explain(`${EXPENDITURE}\n%%%\n${WEATHER}`)
    expect(out).toMatch(
      /page 1: 表3支出总表\n {4}budget-expenditure \d+ % \(title 100 %, headers known 75 %, columns found \d+ %\): 5 rows, 4 columns, 万元/,
    )
    expect(out).toMatch(/\n {4}(next: [a-z-]+ \d+ % \(|no other template has such a title)/)
    expect(out).toContain('headers no column knows: 鹤柏桐莺\n')
    expect(out).toContain('rows no rule knows: 预留部分\n')
    expect(out).toMatch(
      /page 2: 表9气象观测站点分布表\n {4}no template has this title\n {4}the grid is kept in other_tables/,
    )
    expect(out).not.toContain('Over ')
  })

  it('names the columns that nearly every print of the form has, and not those of some places', async () => {
    const out = await explain(EXPENDITURE.replace('基本支出', '基本开支'))
    expect(out).toMatch(/headers known 50 %, columns found 67 %\)/)
    expect(out).toContain('\n    columns not found: basic\n')
  })

  it('says of a table that has the title of a known one why it is none', async () => {
    const out = await explain(`${EXPENDITURE}\n%%%\n${WEATHER.replace('气象观测站点分布表', '收入总表')}`)
    expect(out).toContain('budget-income has this title, but it knows too few of the headers: 站点, 海拔, 面积')
    expect(out).toContain('income has this title, but it is a table of final-accounts')
  })

  it('sums up over many files what changed', async () => {
    const without = EXPENDITURE.replace(/(\|[^|\n]*){3}$/gm, '|')
    const out = await explain(EXPENDITURE, `${EXPENDITURE.replace('基本支出', '基本开支')}\n%%%\n${WEATHER}`, without)
    const summary = out.slice(out.indexOf('Over 3 files'))
    expect(summary).toMatch(/Tables found: 1\n {2}3 {2}budget-expenditure/)
    expect(summary).toMatch(/Tables no template claims: 1\n {2}1 {2}表9气象观测站点分布表 +2\.pdf/)
    expect(summary).toMatch(
      /Headers no column knows: 2\n {2}2 {2}budget-expenditure: 鹤柏桐莺 +1\.pdf\n {2}1 {2}budget-expenditure: 基本开支 +2\.pdf/,
    )
    expect(summary).toMatch(/Rows no rule knows: 1\n {2}3 {2}budget-expenditure: 预留部分/)
    expect(summary).toMatch(
      /Columns that some files have and these have not: 2\n {2}1 {2}budget-expenditure: basic +2\.pdf\n {2}1 {2}budget-expenditure: project +3\.pdf/,
    )
  })
})
