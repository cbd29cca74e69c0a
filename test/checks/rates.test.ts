/** Percentages beside the amounts that they are of: 增减率, 完成率. */
import { describe, expect, it } from 'vitest'
import { read } from '../forms/run.ts'

const wrong = (form: string) =>
  read(form).findings.flatMap((f) => (f.code === 'rate-violated' ? [`${f.row} ${f.column} ${f.expected}`] : []))
const results = (form: string) =>
  read(form).checks.flatMap((c) => (c.rule === 'rate' ? [`${c.terms[0]!.row} ${c.result}`] : []))

const byFunction = (rates: readonly string[], previous = '80.00') => `
2026年某市某局部门预算
一般公共预算支出表
 | 单位：万元
| 科目编码 | 科目名称 | 2025年预算数 | 2026年预算数 | < | < | 增减额 | 增减% |
| ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ | ^ |
| 201 | 一般公共服务支出 | ${previous} | 90.00 | 60.00 | 30.00 | 10.00 | ${rates[0]} |
| 208 | 社会保障和就业支出 | 30.00 | 27.00 | 27.00 | | -3.00 | ${rates[1]} |
| 210 | 卫生健康支出 | | 5.00 | 5.00 | | 5.00 | ${rates[2]} |
| 221 | 住房保障支出 | 6.00 | 7.00 | 7.00 | | 1.00 | ${rates[3]} |
| 合计 | < | 116.00 | 129.00 | 99.00 | 30.00 | 13.00 | 11.21 |`

describe('what changed since the year before', () => {
  it('is what both amounts make, rounded or cut off; of nothing there is no percentage', () => {
    const form = byFunction(['12.50', '-10.00', '100.00', '16.66'])
    expect(wrong(form)).toEqual([])
    expect(results(form)).toEqual(['201 holds', '208 holds', '221 rounding', '合计 holds'])
  })

  it('may be printed with its sign, or as a fraction', () => {
    expect(wrong(byFunction(['12.50%', '-10%', '', '16.7%']))).toEqual([])
    expect(wrong(byFunction(['12.50%', '-11%', '', '16.7%']))).toEqual(['208 change_rate -10'])
    expect(wrong(byFunction(['0.13', '-0.10', '', '0.17']))).toEqual([])
  })

  it('is told where it is not', () => {
    expect(wrong(byFunction(['12.50', '-18.00', '', '16.67']))).toEqual(['208 change_rate -10'])
    expect(wrong(byFunction(['12.50', '-10.00', '', '26.67']))).toEqual(['221 change_rate 16.67'])
  })

  it('says nothing where most lines have it of other amounts', () => {
    expect(wrong(byFunction(['1.50', '-3.00', '', '9.67']))).toEqual([])
  })

  it('says nothing more where an amount is wrong, which its sums tell', () => {
    const form = byFunction(['12.50', '-10.00', '', '16.67'], '20.00')
    expect(wrong(form)).toEqual([])
    expect(read(form).findings.map((f) => f.code)).toContain('identity-violated')
  })
})

const threePublic = (all: string, vehicles: string) => `
某市某局2025年度部门决算公开
“三公”经费支出决算表
部门：某市某局 | 金额单位：万元
| 项目 | 年初预算数 | 全年预算数 | 决算数 | 完成全年预算的% | 上年决算数 | 与上年对比 | < |
| ^ | ^ | ^ | ^ | ^ | ^ | 增减额 | 增减% |
| 合计 | 22.00 | 21.00 | 18.00 | ${all} | 19.00 | -1.00 | -5.26 |
| 因公出国（境）费 | | | | | | | |
| 公务接待费 | 4.00 | 3.00 | 2.00 | 66.67 | 3.00 | -1.00 | -33.33 |
| 公务用车购置及运行维护费 | 18.00 | 18.00 | 16.00 | 88.89 | 16.00 | | ${vehicles} |
| 其中：公务用车购置费 | | | | | | | |
| 公务用车运行维护费 | 18.00 | 18.00 | 16.00 | 88.89 | 16.00 | | |`

describe('三公 as a list', () => {
  it('has a percentage of each item', () => {
    expect(wrong(threePublic('85.71', ''))).toEqual([])
    expect(wrong(threePublic('95.71', ''))).toEqual(['三公 completion_rate_total 85.71'])
    expect(wrong(threePublic('85.71', '12.00'))).toEqual(['三公 change_rate_vehicle 0'])
  })
})
