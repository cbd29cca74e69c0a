/** 一般性支出情况表: meetings, travel, offices and the like, one a line, against last year and the budget. */
import { defineTable } from '../src/template/define.ts'
import { plannedAmount, spentAmount } from './vocabulary/columns.ts'
import { completionRate, difference, differenceRate, otherYearsAndChange } from './vocabulary/comparison.ts'

export const generalExpenses = defineTable({
  id: 'general-expenses',
  kind: 'any',
  titles: ['一般性支出情况表', '一般性支出预算表', '一般性支出表', '压减一般性支出情况表'],
  titleHas: ['一般性支出'],
  unlike: ['三公', '绩效'],
  rows: { by: 'label' },
  columns: {
    amount: spentAmount,
    budget: plannedAmount,
    initial_budget: ['年初预算数', '年初预算', '*年初预算数'],
    adjusted_budget: ['全年预算数', '全年预算', '调整预算数', '*全年预算数'],
    completion_rate: completionRate,
    difference,
    difference_rate: differenceRate,
  },
  prefixes: otherYearsAndChange,
  standsFor: { budget: 'amount' },
  identities: [{ list: 'total' }],
})
