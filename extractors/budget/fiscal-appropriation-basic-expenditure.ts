/** 财政拨款基本支出预算表: basic expenditure paid for by the treasury, by economic code. */
import { defineTable } from '../../src/template/define.ts'
import { generalPublic, governmentFund, nonPersonnel, personnel, stateCapital } from '../vocabulary/columns.ts'
import { otherYears } from '../vocabulary/comparison.ts'
import { byFund, codes } from '../vocabulary/identities.ts'
import { carriedOverSources, currentAlone, currentSources } from '../vocabulary/sources.ts'

export const budgetFiscalAppropriationBasicExpenditure = defineTable({
  id: 'budget-fiscal-appropriation-basic-expenditure',
  kind: 'budget',
  titles: ['财政拨款基本支出预算表', '财政拨款基本支出表'],
  unlike: ['项目支出', '一般公共预算'],
  rows: { by: 'code', classification: 'economic' },
  columns: {
    amount: ['金额', '*预算数'],
    total: ['合计', '小计'],
    personnel,
    non_personnel: nonPersonnel,
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    ...currentSources,
    ...carriedOverSources,
  },
  standsFor: currentAlone,
  prefixes: otherYears,
  identities: [codes, { sum: 'total', of: ['personnel', 'non_personnel'] }, byFund],
})
