/** 财政拨款支出预算表: all spending paid for by the treasury, by function code. */
import { defineTable } from '../../src/template/define.ts'
import {
  basic,
  change,
  changeRate,
  nonPersonnel,
  personnel,
  priorActual,
  priorBudget,
  project,
  total,
} from '../vocabulary/columns.ts'

export const budgetFiscalAppropriationExpenditure = defineTable({
  id: 'budget-fiscal-appropriation-expenditure',
  kind: 'budget',
  titles: ['财政拨款支出预算表', '财政拨款支出表'],
  unlike: ['政府性基金', '国有资本', '一般公共预算', '基本支出', '项目支出', '三公', '收支', '收入'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    total,
    amount: ['金额'],
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    prior_actual: priorActual,
    prior_budget: priorBudget,
    change,
    change_rate: changeRate,
  },
})
