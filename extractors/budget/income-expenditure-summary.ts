/** 财务收支预算总表, 收支总表: all the unit means to take in and to spend. */
import { defineTable } from '../../src/template/define.ts'
import { byPublicLines } from '../vocabulary/borne-out.ts'
import {
  amount,
  basic,
  fiscalAppropriation,
  generalPublic,
  governmentFund,
  nonPersonnel,
  personnel,
  project,
  specialAccount,
  stateCapital,
  unitFunds,
} from '../vocabulary/columns.ts'
import { otherYearsAndChange, share } from '../vocabulary/comparison.ts'
import { summaryMoneyOfAll } from '../vocabulary/function-budget.ts'
import { economicSide, governmentEconomicSide, incomeSide, purposeSide, spendingSide } from '../vocabulary/headers.ts'
import { sides } from '../vocabulary/identities.ts'
import { generalPublicSources } from '../vocabulary/sources.ts'

export const budgetIncomeExpenditureSummary = defineTable({
  id: 'budget-income-expenditure-summary',
  kind: 'budget',
  titles: [
    '财务收支预算总表',
    '收支总表',
    '收支总体情况表',
    '收支预算总体情况表',
    '收支预算总表',
    '收支平衡表',
    '收入支出预算总表',
    '部门收支总表',
  ],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '项目'],
  bornOut: byPublicLines,
  rows: {
    by: 'side',
    sides: {
      收入: { head: incomeSide, columns: { amount: [...amount, '收入'], share } },
      支出: {
        head: [...spendingSide, '支出/功能分类', '*功能分*'],
        columns: {
          total: [...amount, '支出', '*/合计', '*/小计'],
          current_year: ['本年支出小计'],
          personnel: [...personnel, '*/人员经费'],
          non_personnel: nonPersonnel,
          basic,
          project,
          general_public: generalPublic,
          ...generalPublicSources,
          government_fund: governmentFund,
          state_capital: stateCapital,
          special_account: specialAccount,
          unit_funds: unitFunds,
          fiscal_appropriation: fiscalAppropriation,
          superior_subsidy: ['上级补助收入'],
          institutional: ['事业收入'],
          business_income: ['经营收入', '事业单位经营收入'],
          affiliated_remittance: ['附属单位上缴收入'],
          other: ['其他收入'],
          share,
        },
        labels: ['*支出合计', '*支出总计', '当年支出小计', '结转下年资金'],
      },
      部门经济: { head: economicSide, columns: { amount } },
      政府经济: { head: governmentEconomicSide, columns: { amount } },
      用途: {
        head: purposeSide,
        columns: { amount },
      },
    },
  },
  expected: ['收入:amount', '支出:total'],
  columns: {},
  suffixes: [summaryMoneyOfAll],
  prefixes: otherYearsAndChange,
  identities: [sides, { sum: 'total', of: ['personnel', 'non_personnel', 'project'] }],
})

/** Of one budget alone: 政府性基金收支表 of Shaanxi, with the sides that its 收支总表 has. */
export const budgetGeneralPublicSummary = defineTable({
  ...budgetIncomeExpenditureSummary,
  id: 'budget-general-public-summary',
  titles: ['一般公共预算收支总表', '一般公共预算收支表', '一般公共预算财政拨款收支总表'],
  unlike: ['政府性基金', '国有资本', '基本支出', '项目'],
})
export const budgetGovernmentFundSummary = defineTable({
  ...budgetIncomeExpenditureSummary,
  id: 'budget-government-fund-summary',
  titles: ['政府性基金收支表', '政府性基金预算收支表', '政府性基金预算收支总表', '政府性基金预算财政拨款收支总表'],
  // An expenditure table by its title that has both sides.
  titleHas: ['政府性基金预算支出', '政府性基金支出', '政府性基金预算财政拨款支出'],
  unlike: ['一般公共预算', '国有资本', '基本支出', '项目', '三公'],
})
export const budgetStateCapitalSummary = defineTable({
  ...budgetIncomeExpenditureSummary,
  id: 'budget-state-capital-summary',
  titles: [
    '国有资本经营收支表',
    '国有资本经营预算收支表',
    '国有资本经营预算收支总表',
    '国有资本经营预算财政拨款收支总表',
  ],
  titleHas: ['国有资本经营预算支出', '国有资本经营支出', '国有资本经营预算财政拨款支出'],
  unlike: ['一般公共预算', '政府性基金', '基本支出', '项目', '三公'],
})
