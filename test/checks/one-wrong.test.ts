/** One figure that is wrong breaks the sums that it stands in, and changes nothing of how the others are read. */
import { expect, test } from 'vitest'
import { read } from '../forms/run.ts'

const violated = (form: string) => read(form).checks.flatMap((c) => (c.result === 'violated' ? [c.name.zh] : []))

const income = (total: string) => `2026年某市某局部门预算
  收入总表
   | 单位：万元
  | 单位编码 | 单位名称 | 合计 | 一般公共预算 | 政府性基金 | 事业收入 | 上年结转 | < |
  | ^ | ^ | ^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金 |
  | 101001 | 某市某局本级 | ${total} | 300.00 | 30.00 | | 17.00 | 8.00 |
  | 101002 | 某市某中心 | 225.00 | 180.00 | 20.00 | 25.00 | | |
  | 101003 | 某市某学校 | 146.00 | 120.00 | | 15.00 | 11.00 | |`

test('what is carried over counts in, in every row: the row of the wrong total alone is broken', () => {
  expect(violated(income('355.00'))).toEqual([])
  expect(violated(income('365.00'))).toEqual([expect.stringContaining('某市某局本级')])
})

const projects = (ofUnit: string) => `2026年某市某局部门预算
  项目支出表
   | 单位：万元
  | 项目名称 | 合计 | 一般公共预算 | 政府性基金预算 |
  | 合计 | 330.00 | 290.00 | 40.00 |
  | 某市某局本级 | 330.00 | ${ofUnit} | 40.00 |
  | 执法专项 | 200.00 | 160.00 | 40.00 |
  | 信息化运维 | 130.00 | 130.00 | |`

test('a unit over its projects is no line beside them in any column, be a figure of it wrong', () => {
  expect(violated(projects('290.00'))).toEqual([])
  const broken = read(projects('390.00')).checks.filter((c) => c.result === 'violated')
  const wrong = (t: { row?: string; column?: string }) => t.row === '某市某局本级' && t.column === 'general_public'
  expect(broken.length).toBeGreaterThan(0)
  expect(broken.filter((c) => !c.terms.some(wrong))).toEqual([])
})

const single = (amount: string) => `2026年某市某局部门预算
  项目支出表
   | 单位：万元
  | 项目名称 | 合计 | 一般公共预算 | 政府性基金预算 |
  | 信访业务费 | ${amount} | 20.00 | 2.00 |
  | 合计 | 22.00 | 20.00 | 2.00 |`

test('one line of a list is no group and its members, though it is twice the total', () => {
  expect(violated(single('22.00'))).toEqual([])
  expect(violated(single('44.00')).length).toBeGreaterThan(0)
})
