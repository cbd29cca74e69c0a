/** 项目支出表: project by project (or economic code), by source of money. */
import { defineTable } from '../../src/template/define.ts'
import {
  carriedOver,
  carriedOverSources,
  generalPublic,
  governmentFund,
  specialAccount,
  stateCapital,
  total,
  unitFunds,
} from '../vocabulary/columns.ts'

import { byCarriedOver } from '../vocabulary/identities.ts'

export const budgetProjectExpenditure = defineTable({
  id: 'budget-project-expenditure',
  kind: 'budget',
  titles: [
    '项目支出表',
    '项目支出总表',
    '项目支出预算表',
    '一般公共预算项目支出表',
    '一般公共预算项目支出情况表',
    '部门预算项目支出及其他支出预算表',
    '项目支出及其他支出预算表',
    '财政拨款项目支出表',
    '专项业务经费支出表',
    '专项资金支出表',
    '专项业务经费一级项目表',
    '专项资金预算汇总表',
    '专项资金项目表',
    '项目支出明细表',
    '财政拨款重点项目支出情况表',
  ],
  unlike: ['绩效', '基本支出', '三公'],
  rows: { by: 'record' },
  columns: {
    total: [...total, '预算', '*预算/总计', '*预算/合计', '项目金额', '项目总额'],
    fiscal_appropriation: [
      '财政拨款/合计',
      '财政拨款/小计',
      '财政拨款',
      '财政拨款收入',
      '本年拨款/小计',
      '本年财政拨款',
    ],
    general_public: [...generalPublic, '本年拨款/一般公共预算'],
    government_fund: governmentFund,
    state_capital: stateCapital,
    special_account: specialAccount,
    unit_funds: unitFunds,
    institutional: ['事业收入', '*/事业收入'],
    business: ['事业单位经营收入', '*/事业单位经营收入'],
    superior_subsidy: ['上级补助收入', '*/上级补助收入'],
    affiliated_remittance: ['附属单位上缴收入', '*/附属单位上缴收入'],
    other: ['其他收入', '*/其他收入'],
    carried_over: carriedOver,
    ...carriedOverSources,
  },
  labels: {
    type: ['类型', '项目类别', '支出项目类别*'],
    unit: ['单位名称', '预算单位', '项目单位', '资金使用单位', '单位(项目)名称'],
    project: ['项目名称', '项目', '支出项目'],
  },
  texts: { goal: ['绩效目标', '*绩效目标'], summary: ['项目简介', '项目内容', '*项目概述', '立项依据', '项目概况'] },
  identities: [
    { tree: 'coded' },
    { list: 'total' },
    { sum: 'fiscal_appropriation', of: ['general_public', 'government_fund', 'state_capital'] },
    byCarriedOver,
    { sum: 'total', of: ['fiscal_appropriation', 'special_account', 'unit_funds', 'carried_over'], usual: true },
  ],
})
