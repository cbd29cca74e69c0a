/** Forms that nobody filled in: what names their lines heads no column. */
import { expect, it } from 'vitest'
import { read } from '../forms/run.ts'

it('codes with their names are lines though no amount stands in the whole form', () => {
  const { tables } = read(`
    某市某局2024年度部门决算
    一般公共预算财政拨款基本支出决算表 | 单位：万元
    | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
    | 301 | 工资福利支出 | | 302 | 商品和服务支出 | |
    | 30101 | 基本工资 | | 30201 | 办公费 | |
    | 人员经费合计 | < | | 公用经费合计 | < | |`)
  expect(tables.map(({ id, state, columns }) => [id, state, columns.map((c) => c.id)])).toEqual([
    ['basic-expenditure', 'empty', ['amount']],
  ])
})
