/** 收入预算总表: what the unit means to take in, by source; lines by function code or by sub-unit. */
import { defineTable } from '../../src/template/define.ts'
import { carriedOver, generalPublic, governmentFund, grandTotal, stateCapital } from '../vocabulary/columns.ts'
import { codes } from '../vocabulary/identities.ts'

export const budgetIncome = defineTable({
  id: 'budget-income',
  kind: 'budget',
  titles: ['收入预算总表', '收入总表', '收入总体情况表', '部门收入总表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '项目', '收支', '支出'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    total: grandTotal,
    current_year: ['本年收入/小计', '本年收入/合计', '本年收入合计'],
    fiscal_appropriation: [
      '财政拨款收入',
      '财政拨款',
      '财政拨款收入/小计',
      '财政拨款收入/合计',
      '财政拨款/小计',
      '预算拨款',
    ],
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    special_account: ['财政专户管理资金*', '财政专户*', '财政专户拨款收入/小计', '*/财政专户管理资金'],
    education_fees: ['教育收费', '*/教育收费'],
    special_account_other: ['其他专户收入拨款', '*/其他专户*'],
    unit_funds: ['单位资金', '单位资金/小计', '单位资金/合计', '单位资金收入'],
    institutional: ['事业收入', '*/事业收入', '事业收入/金额'],
    institutional_education_fees: ['事业收入/教育收费', '事业收入/*教育收费'],
    business: ['事业单位经营收入', '经营收入', '*/事业单位经营收入'],
    superior_subsidy: ['上级补助收入', '*/上级补助收入'],
    affiliated_remittance: ['附属单位上缴收入', '*/附属单位上缴收入'],
    other: ['其他收入', '*/其他收入'],
    carried_over: carriedOver,
    carried_over_general_public: ['上年结转*/一般公共预算*'],
    carried_over_government_fund: ['上年结转*/政府性基金*'],
    carried_over_state_capital: ['上年结转*/国有资本*'],
    carried_over_special_account: ['上年结转*/财政专户*'],
    carried_over_unit_funds: ['上年结转*/单位资金'],
    balance_used: ['*弥补收支差额', '使用非财政拨款结余', '用事业基金*'],
  },
  identities: [
    codes,
    { sum: 'total', of: ['current_year', 'carried_over'] },
    { sum: 'total', of: ['fiscal_appropriation', 'institutional', 'business', 'other'], usual: true },
    {
      sum: 'carried_over',
      of: [
        'carried_over_general_public',
        'carried_over_government_fund',
        'carried_over_state_capital',
        'carried_over_special_account',
        'carried_over_unit_funds',
      ],
    },
    {
      sum: 'current_year',
      of: [
        'general_public',
        'government_fund',
        'state_capital',
        'special_account',
        'institutional',
        'business',
        'superior_subsidy',
        'affiliated_remittance',
        'other',
      ],
    },
  ],
})
