/** 支出预算总表: what the unit means to spend, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { carriedOver } from '../vocabulary/balances.ts'
import { byPublicMoney } from '../vocabulary/borne-out.ts'
import {
  affiliates,
  basic,
  business,
  fiscalAppropriation,
  generalPublic,
  governmentFund,
  nonPersonnel,
  personnel,
  project,
  specialAccount,
  stateCapital,
  total,
  unitFunds,
  upward,
} from '../vocabulary/columns.ts'
import { bareYears, comparison } from '../vocabulary/comparison.ts'
import { carriedForward, moneyOf, natures, projectKinds, projectNatures } from '../vocabulary/function-budget.ts'
import { fundPurposes, fundSums } from '../vocabulary/fund-purposes.ts'
import { basicParts, byKind, byPurpose, codes } from '../vocabulary/identities.ts'
import { generalPublicSources } from '../vocabulary/sources.ts'

export const budgetExpenditure = defineTable({
  id: 'budget-expenditure',
  kind: 'budget',
  titles: ['支出预算总表', '支出总表', '支出预算总体情况表', '本年支出总体情况表', '部门支出总表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '收入', '收支', '项目支出', '基本支出', '三公'],
  bornOut: byPublicMoney,
  rows: { by: 'code', classification: 'functional' },
  prefixes: bareYears,
  suffixes: [moneyOf],
  columns: {
    total: total.filter((header) => !header.startsWith('本年支出')),
    current_year: ['本年支出', '本年支出/小计', '本年支出/合计', '本年支出合计'],
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    remitted_to_superior: upward,
    business,
    subsidy_to_affiliated: affiliates,
    institutional_expenditure: ['事业支出'],
    special_account_expenditure: ['财政专户管理*支出'],
    ...natures,
    ...projectNatures,
    fiscal_appropriation: fiscalAppropriation,
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    special_account: specialAccount,
    ...generalPublicSources,
    unit_funds: unitFunds,
    unit_funds_institutional: ['单位资金*/事业支出'],
    unit_funds_business: ['单位资金*/事业单位经营支出', '单位资金*/经营支出'],
    unit_funds_remitted_to_superior: ['单位资金*/上缴上级支出'],
    unit_funds_subsidy_to_affiliated: ['单位资金*/对附属单位补助支出', '单位资金*/附属单位补助支出'],
    unit_funds_other: ['单位资金*/其他支出'],
    ...fundPurposes,
    ...projectKinds,
    superior_subsidy: ['上级补助收入', '*/上级补助收入'],
    institutional: ['事业收入', '*/事业收入'],
    business_income: ['事业单位经营收入', '*/事业单位经营收入'],
    affiliated_remittance: ['附属单位上缴收入', '*/附属单位上缴收入'],
    other: ['其他收入', '*/其他收入'],
    ...comparison,
    carried_over: carriedOver,
    contingency: ['单位预留机动经费'],
    carried_forward: carriedForward,
    procurement: ['*政府采购项目/小计', '*政府采购项目/合计', '政府采购*'],
    procurement_small_medium: ['*政府采购*/*中小企业*'],
    procurement_small: ['*政府采购*/*小型、微型*', '*政府采购*/*小微企业*'],
  },
  // Without 总计 over it the year's own spending is the total.
  standsFor: { current_year: 'total' },
  identities: [
    codes,
    { ...byPurpose, unless: ['current_year'] },
    { ...byPurpose, sum: 'current_year', of: byPurpose.of.filter((id) => id !== 'carried_forward') },
    {
      sum: 'total',
      of: ['current_year', 'carried_forward'],
      or: ['total.carried_over', 'carried_over'],
      given: ['carried_forward'],
    },
    byKind,
    basicParts,
    { sum: 'project', of: ['project_operating', 'project_target'] },
    ...fundSums,
  ],
})
