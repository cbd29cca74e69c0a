/** 政府性基金预算支出功能分类预算表: spending from government funds, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byPurposes } from '../vocabulary/borne-out.ts'
import { bareYears } from '../vocabulary/comparison.ts'
import { accountByFunction, moneyOfFund } from '../vocabulary/function-budget.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetGovernmentFund = defineTable({
  id: 'budget-government-fund',
  kind: 'budget',
  titles: [
    '政府性基金预算支出功能分类预算表',
    '政府性基金预算支出表',
    '政府性基金预算支出预算表',
    '财政拨款政府性基金支出预算表',
    '政府性基金预算财政拨款支出表',
    '政府性基金收支表',
    '政府性基金预算收支表',
    '政府性基金预算收入支出表',
  ],
  unlike: ['国有资本', '一般公共预算', '三公'],
  bornOut: byPurposes,
  rows: { by: 'code', classification: 'functional' },
  prefixes: bareYears,
  suffixes: [moneyOfFund('政府性基金')],
  expected: ['total', 'basic', 'project'],
  columns: {
    ...accountByFunction,
    government_fund: ['政府性基金预算支出', '政府性基金支出'],
  },
  standsFor: { adjusted_budget: 'total', initial_budget: 'total', government_fund: 'total' },
  identities: [codes, byPurpose, basicParts],
})
