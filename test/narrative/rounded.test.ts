/** Whole amounts of prose may be rounded; where the table prints the same with decimals, they are not. */
import { expect, test } from 'vitest'
import { read } from '../forms/run.ts'

const document = (rate: string, planned: string) => `2023年度某市某局部门决算
  七、“三公”经费支出决算情况说明
  公务接待费支出预算为4万元，支出决算为2.5万元，完成预算的${rate}%。
  %%%
  “三公”经费支出决算表
  公开09表
  部门：某市某局 | 单位：万元
  | 项目 | 预算数 | 决算数 |
  | 公务接待费 | ${planned} | 2.50 |
  | 公务用车购置及运行费 | 11.00 | 9.80 |
  | 合计 | 15.00 | 12.30 |`

const rates = (rate: string, planned: string) =>
  read(document(rate, planned)).checks.flatMap((c) => (c.rule === 'narrative-completion' ? [c.result] : []))

test('4 万元 is 4.00 of the table: the rate is told to its last place', () => {
  expect(rates('62.5', '4.00')).toEqual(['holds'])
  expect(rates('72.5', '4.00')).toEqual(['violated'])
})

test('4 万元 is 3.60 of the table, rounded', () => {
  expect(rates('69.44', '3.60')).toEqual(['holds'])
})
