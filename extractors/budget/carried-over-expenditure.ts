/** 财政拨款上年结转资金支出表: what is spent of the money left from the year before (Shaanxi). */
import { defineTable } from '../../src/template/define.ts'
import { amount, generalPublic, governmentFund, stateCapital } from '../vocabulary/columns.ts'
import { byFunction } from '../vocabulary/function-budget.ts'

export const budgetCarriedOverExpenditure = defineTable({
  id: 'budget-carried-over-expenditure',
  kind: 'budget',
  titles: [
    '财政拨款上年结转资金支出表',
    '财政拨款结转资金支出表',
    '上年结转结余支出预算表',
    '上年结转支出预算表',
    '上年结余支出预算表',
    '上年结余结转支出预算表',
    '上年结转和结余支出预算表',
    '上年结余资金支出表',
    '上年结转资金支出表',
    '结转结余资金表',
    '上年结转结余情况表',
    '结转资金支出表',
    '结转结余资金支出表',
  ],
  unlike: ['绩效'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    ...byFunction,
    total: [...byFunction.total, ...amount],
    basic: [...byFunction.basic, '基本支出结转*', '基本支出结转*/小计'],
    project: [...byFunction.project, '项目支出结转*', '项目支出结转*/小计'],
    general_public: [...generalPublic, '一般公共预算*结转*', '一般公共预算*结余*'],
    government_fund: [...governmentFund, '政府性基金*结转*', '政府性基金*结余*'],
    state_capital: [...stateCapital, '国有资本*结转*', '国有资本*结余*'],
    special_account: ['财政专户*', '财政专户*结转*', '财政专户*结余*'],
    unit_funds: ['单位资金', '单位*资金*结转*', '单位*资金*结余*'],
  },
  identities: [
    {
      sum: 'total',
      of: ['general_public', 'government_fund', 'state_capital', 'special_account', 'unit_funds'],
      unless: ['basic'],
    },
  ],
})
