/** Names that begin or end with an amount, where nothing parts the columns. */
import { expect, it } from 'vitest'
import { read } from '../forms/run.ts'

const statusOf = (label: string) => {
  const document = read(`2026年某市某局部门预算
    项目支出表
    编制单位：某市某局 | 单位：元
    | 项目名称 | 合计 | 其他资金 |
    | ${label} | 2061700.00 | 500.00 |
    | 热线运行 | 1000000.00 | 30.00 |`)
  return document.tables[0]!.rows[0]!.cells.total!.status
}

it('the amounts beside them are in doubt', () => {
  expect(statusOf('培训1,061,700.00')).toBe('suspect')
  expect(statusOf('培训1061700')).toBe('suspect')
  expect(statusOf('1,061,700.00培训')).toBe('suspect')
})

it('numbers that are part of a name are not', () => {
  expect(statusOf('培训')).toBe('read')
  expect(statusOf('热线12345')).toBe('read')
  expect(statusOf('12345热线')).toBe('read')
  expect(statusOf('培训2026')).toBe('read')
})

it('an amount without places behind words in a column of amounts is in doubt', () => {
  const document = read(`2024年度支出决算表
    部门：某市某局 | 单位：元
    | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    | 205 | 教育支出 | 合计105573700 | 500 | 700 |`)
  expect(document.tables[0]!.rows[0]!.cells.total!.status).toBe('suspect')
})

it('a numbered text is another column’s label in a column of amounts, and what the form asks for in one of texts', () => {
  const { tables } = read(`
    2026年某市某局部门预算
    部门预算项目绩效目标表 | 单位：万元
    | 单位名称 | 项目名称 | 预算金额 | 绩效目标 |
    | 某市某局 | 设备维护 | 12.00 | 1.设备完好。2.用户满意。 |
    | 某市某局 | 会议服务 | 十二、农林水支出 | 一、会议如期召开。 |`)
  const statuses = tables[0]!.rows.map(({ cells }) => [cells.total?.status, cells.goal?.status])
  expect(statuses).toEqual([
    ['read', 'read'],
    ['suspect', 'read'],
  ])
})
