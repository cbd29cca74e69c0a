/** 财政专户管理资金预算支出表: spending of what the treasury keeps for the unit (education fees), by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byFunction, moneyOf, natures } from '../vocabulary/function-budget.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetSpecialAccount = defineTable({
  id: 'budget-special-account',
  kind: 'budget',
  titles: ['财政专户管理资金预算支出表', '财政专户管理资金支出表', '财政专户管理资金支出预算表'],
  rows: { by: 'code', classification: 'functional' },
  suffixes: [moneyOf],
  columns: { ...byFunction, ...natures },
  standsFor: { initial_budget: 'total' },
  identities: [codes, byPurpose, basicParts],
})
