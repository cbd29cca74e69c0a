/** 财政拨款支出预算表: all spending paid for by the treasury, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { generalPublic, governmentFund, stateCapital, total } from '../vocabulary/columns.ts'
import { bareYears } from '../vocabulary/comparison.ts'
import { byFunction } from '../vocabulary/function-budget.ts'
import { fundPurposes } from '../vocabulary/fund-purposes.ts'
import { basicParts, byFund, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetFiscalAppropriationExpenditure = defineTable({
  id: 'budget-fiscal-appropriation-expenditure',
  kind: 'budget',
  titles: ['财政拨款支出预算表', '财政拨款支出表'],
  unlike: ['政府性基金', '国有资本', '一般公共预算', '基本支出', '项目支出', '三公', '收支', '收入'],
  rows: { by: 'code', classification: 'functional' },
  prefixes: bareYears,
  columns: {
    ...byFunction,
    total: [...total.filter((h) => h !== '金额'), '财政拨款*总计', '财政拨款*合计'],
    fiscal_appropriation: ['财政拨款', '财政拨款支出'],
    amount: ['金额'],
    general_public: [...generalPublic, '一般公共预算支出', '一般公共预算安排支出'],
    government_fund: governmentFund,
    state_capital: stateCapital,
    ...fundPurposes,
  },
  standsFor: { fiscal_appropriation: 'total' },
  identities: [codes, byPurpose, basicParts, byFund],
})
