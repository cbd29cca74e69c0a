/** 支出预算总表: what the unit means to spend, by function code. */
import { defineTable } from '../../src/template/define.ts'
import {
  affiliates,
  basic,
  business,
  carriedOver,
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
import { moneyOf, natures } from '../vocabulary/function-budget.ts'
import { basicParts, byKind, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetExpenditure = defineTable({
  id: 'budget-expenditure',
  kind: 'budget',
  titles: ['支出预算总表', '支出总表', '本年支出总体情况表', '部门支出总表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '收入', '收支', '项目支出', '基本支出', '三公'],
  rows: { by: 'code', classification: 'functional' },
  suffixes: [moneyOf],
  columns: {
    total,
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    remitted_to_superior: upward,
    business,
    subsidy_to_affiliated: affiliates,
    ...natures,
    fiscal_appropriation: ['财政拨款', '财政拨款/小计', '财政拨款/合计'],
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    special_account: specialAccount,
    unit_funds: unitFunds,
    carried_over: carriedOver,
    contingency: ['单位预留机动经费'],
    carried_forward: ['结转下年资金', '结转下年'],
    procurement: ['*政府采购项目/小计', '*政府采购项目/合计', '政府采购*'],
    procurement_small_medium: ['*政府采购*/*中小企业*'],
    procurement_small: ['*政府采购*/*小型、微型*', '*政府采购*/*小微企业*'],
  },
  identities: [codes, byPurpose, byKind, basicParts],
})
