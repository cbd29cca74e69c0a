/** 财政拨款上年结转资金支出表: what is spent of the money left from the year before (Shaanxi). */
import { defineTable } from '../../src/template/define.ts'
import { amount, generalPublic, governmentFund, stateCapital } from '../vocabulary/columns.ts'
import { byFunction } from '../vocabulary/function-budget.ts'
import { byFund } from '../vocabulary/identities.ts'

export const budgetCarriedOverExpenditure = defineTable({
  id: 'budget-carried-over-expenditure',
  kind: 'budget',
  titles: [
    '财政拨款上年结转资金支出表',
    '财政拨款结转资金支出表',
    '上年结转结余支出预算表',
    '上年结转支出预算表',
    '上年结转资金支出表',
    '结转结余资金表',
    '上年结转结余情况表',
  ],
  unlike: ['绩效'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    ...byFunction,
    total: [...byFunction.total, ...amount],
    basic: [...byFunction.basic, '基本支出结转*', '基本支出结转*/小计'],
    project: [...byFunction.project, '项目支出结转*', '项目支出结转*/小计'],
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
  },
  identities: [{ ...byFund, unless: ['basic'] }],
})
