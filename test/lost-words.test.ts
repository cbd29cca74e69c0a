/** Words that one page of a table lacks: what the others print says more. */
import { expect, it } from 'vitest'
import { read, show } from './forms/run.ts'

it('a header word that the first page lacks and the next one prints', () => {
  const form = `2026年部门预算
表3
支出总表
部门：某某局 | 单位：万元
| 科目编码 | 科目名称 | 支出总计 | | 项目支出 |
| 201 | 一般公共服务支出 | 30.00 | 20.00 | 10.00 |
| 20103 | 政府办公厅（室）及相关机构事务 | 30.00 | 20.00 | 10.00 |
| 2010301 | 行政运行 | 20.00 | 20.00 | |
%%%
| 科目编码 | 科目名称 | 支出总计 | 基本支出 | |
| 2010302 | 一般行政管理事务 | 10.00 | | 10.00 |
| 合计 | | 30.00 | 20.00 | 10.00 |
`
  expect(show(read(form))).toBe(`# budget-expenditure 万元
201: total 30.00, basic 20.00, project 10.00
20103: total 30.00, basic 20.00, project 10.00
2010301: total 20.00, basic 20.00
2010302: total 10.00, project 10.00
合计: total 30.00, basic 20.00, project 10.00`)
})

it('words at the head of a page are not the rest of an amount', () => {
  const form = `2026年部门预算
表1
收支预算总表
 | 单位：万元
| 收入 | < | 支出 | < |
| 项目 | 预算 | 项目 | 预算 |
| 一、预算拨款 | 30.00 | 一、一般公共服务支出 | 20.00 |
| 二、事业收入 | 0.00 | 二、社会保障和就业支出 | 10.00 |
| 三、其他收入 | 0.00 | 三、其他支出 | 0.00 |
%%%
| 项目 | 见说明 | | 预算 |
| 本年收入合计 | 30.00 | 本年支出合计 | 30.00 |
`
  expect(show(read(form))).toBe(`# budget-income-expenditure-summary 万元
收入:一、预算拨款: amount 30.00
支出:一、一般公共服务支出: total 20.00
收入:二、事业收入: amount 0.00
支出:二、社会保障和就业支出: total 10.00
收入:三、其他收入: amount 0.00
支出:三、其他支出: total 0.00
收入:项目: amount 见说明
支出:第6行: total 预算
收入:本年收入合计: amount 30.00
支出:本年支出合计: total 30.00`)
})
