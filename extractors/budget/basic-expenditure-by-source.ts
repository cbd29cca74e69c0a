/** 基本支出总表: basic expenditure by economic line and source of money (Shenzhen, Guangzhou). */
import { defineTable } from '../../src/template/define.ts'
import { nonPersonnel, personnel } from '../vocabulary/columns.ts'
import { OWN_INCOME } from '../vocabulary/sources.ts'
import { budgetProjectExpenditure } from './project-expenditure.ts'

/** Headers that stand below no fund. */
function ofNoFund(headers: readonly string[]): string[] {
  return [
    ...headers.filter((header) => !header.startsWith('*')),
    ...headers.filter((h) => !h.includes('/')).map((h) => `基本支出*/${h}`),
  ]
}

const carriedOverByFund = ['carried_over_general_public', 'carried_over_government_fund', 'carried_over_state_capital']

export const budgetBasicExpenditureBySource = defineTable({
  id: 'budget-basic-expenditure-by-source',
  kind: 'budget',
  titles: ['基本支出总表', '部门预算基本支出预算表', '基本支出预算表', '基本支出人员经费表', '基本支出公用经费表'],
  unlike: ['一般公共预算', '财政拨款', '项目支出'],
  rows: { by: 'record' },
  columns: {
    ...budgetProjectExpenditure.columns,
    personnel: ofNoFund(personnel),
    non_personnel: ofNoFund(nonPersonnel),
    general_public_personnel: ['一般公共预算*/人员经费', '一般公共预算*/人员支出'],
    general_public_non_personnel: ['一般公共预算*/公用经费', '一般公共预算*/日常公用经费', '一般公共预算*/公用支出'],
    fiscal_appropriation_personnel: ['财政拨款/人员经费', '财政拨款/人员支出'],
    fiscal_appropriation_non_personnel: ['财政拨款/公用经费', '财政拨款/日常公用经费', '财政拨款/公用支出'],
    // What of the year's money was granted when, beside what was granted ahead (Yunnan).
    offset: ['一般公共预算*/抵扣上年垫付资金', '一般公共预算*/抵扣*'],
    granted_apart: ['一般公共预算*/另文下达'],
  },
  labels: budgetProjectExpenditure.labels,
  identities: [
    { sum: 'total', of: ['personnel', 'non_personnel'] },
    { sum: 'general_public', of: ['general_public_personnel', 'general_public_non_personnel'] },
    {
      sum: 'fiscal_appropriation',
      of: ['fiscal_appropriation_personnel', 'fiscal_appropriation_non_personnel'],
    },
    { sum: 'fiscal_appropriation', of: ['general_public', 'government_fund', 'state_capital'] },
    {
      sum: 'total',
      given: ['unit_funds'],
      of: ['fiscal_appropriation', 'special_account', 'unit_funds', 'carried_over'],
      unless: carriedOverByFund,
      usual: true,
    },
    {
      sum: 'total',
      of: ['fiscal_appropriation', 'special_account', ...OWN_INCOME, 'carried_over'],
      unless: ['unit_funds', ...carriedOverByFund],
      usual: true,
    },
  ],
})
