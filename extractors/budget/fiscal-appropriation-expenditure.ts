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
  priorWithoutConstruction,
  project,
  projectWithoutConstruction,
  total,
  totalWithoutConstruction,
} from '../vocabulary/columns.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetFiscalAppropriationExpenditure = defineTable({
  id: 'budget-fiscal-appropriation-expenditure',
  kind: 'budget',
  titles: ['财政拨款支出预算表', '财政拨款支出表'],
  unlike: ['政府性基金', '国有资本', '一般公共预算', '基本支出', '项目支出', '三公', '收支', '收入'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    total: total.filter((h) => h !== '金额'),
    amount: ['金额'],
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    project_without_construction: projectWithoutConstruction,
    total_without_construction: totalWithoutConstruction,
    prior_actual: priorActual,
    prior_actual_without_construction: priorWithoutConstruction,
    prior_budget: priorBudget,
    change,
    change_rate: changeRate,
    change_without_construction: ['*(扣除*/增减额'],
    change_rate_without_construction: ['*(扣除*/增减*%*'],
  },
  identities: [codes, byPurpose, basicParts],
})
