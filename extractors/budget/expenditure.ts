/** 支出预算总表: what the unit means to spend, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { affiliates, basic, business, nonPersonnel, personnel, project, total, upward } from '../vocabulary/columns.ts'

export const budgetExpenditure = defineTable({
  id: 'budget-expenditure',
  kind: 'budget',
  titles: ['支出预算总表', '支出总表', '本年支出总体情况表', '部门支出总表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '收入', '收支', '项目支出', '基本支出', '三公'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    total,
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    remitted_to_superior: upward,
    business,
    subsidy_to_affiliated: affiliates,
    contingency: ['单位预留机动经费'],
    carried_forward: ['结转下年资金', '结转下年'],
    procurement: ['*政府采购项目/小计', '*政府采购项目/合计', '政府采购*'],
    procurement_small_medium: ['*政府采购*/*中小企业*'],
    procurement_small: ['*政府采购*/*小型、微型*', '*政府采购*/*小微企业*'],
  },
})
