/** Totals in other words: they prove what they are the sum of, as 合计 does, and break no sum that holds. */
import { expect, test } from 'vitest'
import { read } from '../forms/run.ts'

/** Whether every figure of the form is proved and nothing is said to be broken. */
function outcome(form: string): { violated: string[]; unproved: string[] } {
  const { checks, tables } = read(form)
  const cells = tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)))
  return {
    violated: checks.filter((c) => c.result === 'violated').map((c) => c.name.zh),
    unproved: cells.filter((c) => c.mark !== 'blank' && c.status !== 'proved').map((c) => c.raw),
  }
}
const ALL = { violated: [], unproved: [] }

const list = (total: string) => `2026年某市某局部门预算
  项目支出预算表
   | 单位：万元
  | 项目名称 | 合计 | 一般公共预算 | 政府性基金预算 |
  | 档案整理 | 60.00 | 50.00 | 10.00 |
  | 信访接待 | 40.00 | 35.00 | 5.00 |
  | ${total} | 100.00 | 85.00 | 15.00 |`

test.each(['合计', '总计', '共计', '合计：', '总 计', '本单位合计', '部门合计', '全部合计', '资金合计'])(
  'of a list: %s',
  (total) => expect(outcome(list(total))).toEqual(ALL),
)

const sides = (income: string, year: string, all: string) => `2026年某市某局部门预算
  收支总表
   | 单位：万元
  | 收入 | < | 支出 | < |
  | 项目 | 预算数 | 项目 | 预算数 |
  | 一、一般公共预算拨款收入 | 70.00 | 一、一般公共服务支出 | 90.00 |
  | 二、事业收入 | 20.00 | 二、住房保障支出 | 7.00 |
  | ${income} | 90.00 | ${year} | 97.00 |
  | 上年结转 | 10.00 | 结转下年 | 3.00 |
  | 收入${all} | 100.00 | 支出${all} | 100.00 |`

test.each([
  ['本年收入合计', '本年支出合计', '总计'],
  ['本年收入', '本年支出', '总计：'],
  ['本年收入总计', '本年支出总计', '总额'],
  ['收入合计', '本年支出小计', '总计（万元）'],
])('of two sides: %s, %s, %s', (income, year, all) => expect(outcome(sides(income, year, all))).toEqual(ALL))

test('用事业基金弥补收支总额 is a line and no total of those before it', () => {
  const form = sides('本年收入合计', '本年支出合计', '总计').replace('上年结转', '用事业基金弥补收支总额')
  expect(outcome(form)).toEqual(ALL)
})

test('二、项目支出合计 is a line and no total of those before it', () => {
  const form = `2026年某市某局部门预算
    收支总表
     | 单位：万元
    | 收入 | < | 支出 | < |
    | 项目 | 预算数 | 项目 | 预算数 |
    | 一、一般公共预算拨款收入 | 90.00 | 一、基本支出合计 | 70.00 |
    | 二、事业收入 | 10.00 | 二、项目支出合计 | 30.00 |
    | 收入总计 | 100.00 | 支出总计 | 100.00 |`
  expect(outcome(form)).toEqual(ALL)
})

test('本年支出 in other words is compared with the table of spending, and not what is left for the next year', () => {
  const spending = `%%%
    支出总表
     | 单位：万元
    | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    | 合计 | < | 97.00 | 90.00 | 7.00 |
    | 2010301 | 行政运行 | 90.00 | 90.00 | |
    | 2210201 | 住房公积金 | 7.00 | | 7.00 |`
  for (const year of ['本年支出', '本年支出总计'])
    expect(outcome(`${sides('本年收入', year, '总计')}\n${spending}`).violated).toEqual([])
})
