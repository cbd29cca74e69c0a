/** A class of spending stands in the table of all spending and in that of one fund: prose means the one that has its figure. */
import { expect, test } from 'vitest'
import { read } from '../forms/run.ts'

const all = `%%%
  支出决算表
  公开03表
  部门：某市某局 | 单位：万元
  | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
  | 合计 | < | 910.00 | 620.00 | 290.00 |
  | 201 | 一般公共服务支出 | 760.00 | 470.00 | 290.00 |
  | 208 | 社会保障和就业支出 | 150.00 | 150.00 | |`
const ofFund = `%%%
  一般公共预算财政拨款支出决算表
  公开05表
  部门：某市某局 | 单位：万元
  | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
  | 合计 | < | 900.00 | 620.00 | 280.00 |
  | 201 | 一般公共服务支出 | 750.00 | 470.00 | 280.00 |
  | 208 | 社会保障和就业支出 | 150.00 | 150.00 | |`

/** What the prose says of 201, and how it compares with the tables. */
function ofClass(chapter: string, amount: string, tables: readonly string[]): { meant?: string; results: string[] } {
  const prose = `2023年度某市某局部门决算
    ${chapter}
    主要用于以下方面：一般公共服务（类）支出${amount}万元；社会保障和就业（类）支出150.00万元。`
  const { statements, checks } = read([prose, ...tables].join('\n'))
  const index = statements.findIndex((s) => Number(s.value) === Number(amount))
  const own = checks.filter((c) => c.rule === 'narrative-cell' && c.terms.some((t) => t.statement === index))
  return { meant: statements[index]?.quantity, results: own.map((c) => c.result) }
}

const SPENDING = '三、支出决算情况说明'
const FUND = '五、一般公共预算财政拨款支出决算情况说明'

test('of all spending', () => {
  expect(ofClass(SPENDING, '760.00', [all, ofFund])).toEqual({ meant: 'expenditure/201/total', results: ['holds'] })
})

test('of one fund', () => {
  const meant = 'general-public-expenditure/201/total'
  expect(ofClass(FUND, '750.00', [all, ofFund])).toEqual({ meant, results: ['holds'] })
})

test('neither has it', () => {
  expect(ofClass(SPENDING, '770.00', [all, ofFund]).results).toEqual(['violated'])
  expect(ofClass(FUND, '770.00', [all, ofFund]).results).toEqual(['violated'])
})

test('of one fund whose table the document lacks: that of all spending does not contradict it', () => {
  const meant = 'general-public-expenditure/201/total'
  expect(ofClass(FUND, '750.00', [all])).toEqual({ meant, results: [] })
})
