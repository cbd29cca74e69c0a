/** 财政专户管理资金预算支出表 and 单位资金预算支出表: spending of what is no fiscal appropriation, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byFunction, moneyOf, natures } from '../vocabulary/function-budget.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

const spending = {
  kind: 'budget',
  rows: { by: 'code', classification: 'functional' },
  suffixes: [moneyOf],
  columns: { ...byFunction, ...natures },
  standsFor: { adjusted_budget: 'total', initial_budget: 'total' },
  identities: [codes, byPurpose, basicParts],
} as const

/** What the treasury keeps for the unit: education fees above all. */
export const budgetSpecialAccount = defineTable({
  ...spending,
  id: 'budget-special-account',
  columns: {
    ...spending.columns,
    special_account: ['财政专户管理资金支出', '本年财政专户管理资金支出', '财政专户管理资金'],
    income: ['收入', '收入预算', '收入预算数', '本年收入', '财政专户管理资金收入', '本年财政专户管理资金收入'],
  },
  standsFor: { ...spending.standsFor, special_account: 'total' },
  titles: [
    '财政专户管理资金预算支出表',
    '财政专户管理资金支出表',
    '财政专户资金支出表',
    '财政专户管理资金支出预算表',
    '财政专户管理资金收支预算表',
    '财政专户管理资金收支表',
    '财政专户资金收支表',
    '财政专户收支表',
    '纳入财政专户支出表',
    '纳入财政专户管理支出表',
    '财政专户管理支出表',
    '财政专户支出表',
    '教育收费支出表',
    '纳入专户管理的非税收入拨款支出预算表',
    '纳入专户管理的非税收入支出表',
  ],
})

/** What it earns and is given. */
export const budgetUnitFunds = defineTable({
  ...spending,
  id: 'budget-unit-funds',
  titles: ['单位资金预算支出表', '单位资金支出预算表', '单位资金支出表'],
})
