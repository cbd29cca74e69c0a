/** 国有资本经营预算支出功能分类预算表: spending from the state capital budget, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byPurposes } from '../vocabulary/borne-out.ts'
import { accountByFunction, moneyOfFund } from '../vocabulary/function-budget.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetStateCapital = defineTable({
  id: 'budget-state-capital',
  kind: 'budget',
  titles: [
    '国有资本经营预算支出功能分类预算表',
    '国有资本经营预算支出表',
    '国有资本经营预算支出预算表',
    '国有资本经营预算财政拨款支出表',
    '国有资本经营收支表',
    '国有资本经营预算收支表',
    '国有资本经营预算收入支出表',
  ],
  unlike: ['政府性基金', '一般公共预算', '三公'],
  bornOut: byPurposes,
  rows: { by: 'code', classification: 'functional' },
  suffixes: [moneyOfFund('国有资本经营预算')],
  expected: ['total', 'basic', 'project'],
  columns: { ...accountByFunction, expense: ['费用性支出', '*/费用性支出'] },
  texts: { enterprise: ['企业名称', '*企业名称'] },
  standsFor: { adjusted_budget: 'total', initial_budget: 'total' },
  identities: [
    codes,
    byPurpose,
    basicParts,
    { sum: 'total', of: ['capital', 'expense', 'other_expenditure'], given: ['expense'], usual: true },
  ],
})
