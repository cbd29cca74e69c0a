/** 国有资本经营预算支出功能分类预算表: spending from the state capital budget, by function code. */
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

export const budgetStateCapital = defineTable({
  id: 'budget-state-capital',
  kind: 'budget',
  titles: [
    '国有资本经营预算支出功能分类预算表',
    '国有资本经营预算支出表',
    '国有资本经营预算支出预算表',
    '国有资本经营预算财政拨款支出表',
  ],
  unlike: ['政府性基金', '一般公共预算', '三公'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    total,
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
})
