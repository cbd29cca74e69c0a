/** Papers that are no disclosures, however like their titles and tables: they yield no statutory table and no form. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { casesOf } from './forms/cases.ts'
import { read } from './forms/run.ts'

const papers = casesOf('papers.txt', readFileSync(join(import.meta.dirname, 'foreign/papers.txt'), 'utf8'))

it.each(papers.map((p) => [p.name, p.form] as const))('%s', (_, form) => {
  const { tables, performance, other_tables } = read(form)
  expect(tables.map((t) => `${t.id} ${t.title}`)).toEqual([])
  expect(performance).toEqual([])
  expect(other_tables.length).toBeGreaterThan(0)
})

it('a table whose title others use, too, is ours where its lines or columns say so', () => {
  const titled = (title: string, rows: string) => `2024年度部门决算\n${title}\n| 单位：万元\n${rows}`
  const ids = (form: string) => read(form).tables.map((t) => t.id)
  const sides = '| 收入 | < | 支出 | < |\n| 项目 | 金额 | 项目 | 金额 |\n'
  expect(ids(titled('收入支出决算总表', `${sides}| 一、会费 | 1.00 | 一、差旅 | 1.00 |`))).toEqual([])
  expect(ids(titled('收入支出决算总表', `${sides}| 一、财政拨款收入 | 1.00 | 一、外交支出 | 1.00 |`))).toEqual([
    'income-expenditure-summary',
  ])
  const funds = (columns: string, row: string) => titled('政府性基金预算支出决算表', `${columns}\n${row}`)
  expect(ids(funds('| 项目 | 合计 | 增长% |', '| 车辆通行费 | 5.00 | 3.1 |'))).toEqual([])
  expect(ids(funds('| 项目 | 合计 | 基本支出 | 项目支出 |', '| 车辆通行费 | 5.00 |  | 5.00 |'))).toEqual([
    'government-fund',
  ])
  expect(ids(funds('| 科目编码 | 项目 | 合计 |', '| 2140112 | 公路运输管理 | 5.00 |'))).toEqual(['government-fund'])
})
