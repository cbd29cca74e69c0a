/** Words that one page of a table lacks: what the others print says more. */
import { expect, it } from 'vitest'
import { read, show } from '../forms/run.ts'

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

/** What is said of every cell that has an amount. */
const statuses = (form: string) =>
  read(form).tables.flatMap(({ rows }) =>
    rows.map(
      ({ key, cells }) =>
        `${key}: ${Object.entries(cells)
          .filter(([, c]) => c.mark !== 'blank')
          .map(([id, c]) => `${id} ${c.value} ${c.status}`)
          .join(', ')}`,
    ),
  )

it('a year that is lost, of two lines of one unit', () => {
  const form = (first: string, second: string) => `某局2026年部门预算
附表9 “三公”经费财政拨款预算情况表
 | 单位：万元
| 单位名称 | 年份 | “三公”经费财政拨款预算总额 | 因公出国（境）费用 | 公务接待费 | 公务用车购置和运行维护费 | < | < |
| ^ | ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 |
| 某局 | ${first} | 20.00 | | 4.00 | 16.00 | | 16.00 |
| ^ | ${second} | 18.00 | | 3.00 | 15.00 | | 15.00 |
| ^ | 增减情况 | -2.00 | | -1.00 | -1.00 | | -1.00 |
`
  expect(statuses(form('2025年', '2026年'))).toEqual([
    expect.stringMatching(/^某局: previous_total 20.00 proved, .*, total 18.00 proved, .*, change_total -2.00 proved/),
  ])
  const lost = statuses(form('', '2026年'))
  expect(lost[0]).toMatch(/^某局: total 20.00 suspect, reception 4.00 suspect/)
  expect(lost[0]).not.toMatch(/proved|read/)
  expect(lost[1]).toMatch(/^某局#2: total 18.00 /)
})

it('a name of a unit that is lost', () => {
  const form = `2026年部门预算
“三公”经费支出表
 | 单位：万元
| 单位名称 | “三公”经费合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费 |
| ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ |
| 合计 | 42.00 | | 30.00 | | 30.00 | 12.00 |
| | 25.00 | | 20.00 | | 20.00 | 5.00 |
| 某中心 | 17.00 | | 10.00 | | 10.00 | 7.00 |
`
  const [total, nameless, own] = statuses(form)
  expect(total).toMatch(/^合计: total 42.00 (proved|read)/)
  expect(nameless).toMatch(/^三公: total 25.00 suspect, vehicle 20.00 suspect/)
  expect(own).toMatch(/^某中心: total 17.00 (proved|read)/)
})

it('all names of a table, as where they stand on a page of their own', () => {
  const form = `2026年部门预算
支出总表
 | 单位：万元
| 支出总计 | 基本支出 | 项目支出 |
| 30.00 | 20.00 | 10.00 |
| 30.00 | 20.00 | 10.00 |
`
  expect(statuses(form)).toEqual([
    '第2行: total 30.00 suspect, basic 20.00 suspect, project 10.00 suspect',
    '第3行: total 30.00 suspect, basic 20.00 suspect, project 10.00 suspect',
  ])
  const [ofOneLine] = statuses(form.split('\n').slice(0, 5).join('\n'))
  expect(ofOneLine).toBe('合计: total 30.00 proved, basic 20.00 proved, project 10.00 proved')
})

it('a figure that is no amount is no certain text', () => {
  const form = `2026年部门预算
表3
支出总表
 | 单位：万元
| 科目编码 | 科目名称 | 支出总计 | 基本支出 | 项目支出 |
| 201 | 一般公共服务支出 | 30·00 | 2O.00 | 10,00 |
| 20103 | 政府办公厅（室）及相关机构事务 | 33..00 | 20.00- | 10.00CR |
| 2010301 | 行政运行 | 20.00 | 20.00 | 无 |
`
  expect(statuses(form)).toEqual([
    '201: total 30·00 suspect, basic 2O.00 suspect, project 10,00 suspect',
    '20103: total 33..00 suspect, basic 20.00- suspect, project 10.00CR suspect',
    expect.stringMatching(/^2010301: total 20.00 \w+, basic 20.00 \w+, project null read$/),
  ])
})

it('a label that is lost in the first line of a page', () => {
  const form = (last: string) => `2026年部门预算
表1
收支预算总表
 | 单位：万元
| 收入 | < | 支出 | < |
| 项目 | 预算 | 项目 | 预算 |
| 一、预算拨款 | 30.00 | 一、一般公共服务支出 | 20.00 |
| 二、事业收入 | 0.00 | 二、公共安全支出 | 3.00 |
| 三、其他收入 | 0.00 | 三、教育支出 | |
%%%
| | | | 7.00 |
| | | ${last}、卫生健康支出 | 0.00 |
| 本年收入合计 | 30.00 | 本年支出合计 | 30.00 |
`
  const lines = (last: string) =>
    show(read(form(last)))
      .split('\n')
      .filter((line) => /7\.00/.test(line))
  // 四 is missing: the amount was 三's.
  expect(lines('五')).toEqual(['支出:第6行: total 7.00'])
  // None is missing: a page end cuts the line.
  expect(lines('四')).toEqual(['支出:三、教育支出: total 7.00'])
})

it('a header that is lost: what stands below none may be anything', () => {
  const form = (header: string) => `2026年部门预算
表3 支出总表
 | 单位：万元
| 科目编码 | 科目名称 | 合计 | ${header} |
| 201 | 一般公共服务支出 | 30.00 | 20131 |
| 20103 | 政府办公厅（室）及相关机构事务 | 30.00 | 20132 |
| 2010301 | 行政运行 | 30.00 | 20133 |
`
  expect(statuses(form('')).join()).toMatch(/20132 suspect.*20133 suspect/)
  expect(statuses(form('备用数')).join()).not.toMatch(/suspect/)
})
