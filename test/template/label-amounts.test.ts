/** Names that end with an amount, where nothing parts the columns. */
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
})

it('numbers that are part of a name are not', () => {
  expect(statusOf('培训')).toBe('read')
  expect(statusOf('热线12345')).toBe('read')
  expect(statusOf('培训2026')).toBe('read')
})
