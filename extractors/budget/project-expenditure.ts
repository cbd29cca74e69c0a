/** 项目支出表: project by project (or economic code), by source of money. */
import { defineTable } from '../../src/template/define.ts'
import {
  carriedOver,
  carriedOverSources,
  generalPublic,
  generalPublicSources,
  governmentFund,
  specialAccount,
  stateCapital,
  total,
  unitFunds,
} from '../vocabulary/columns.ts'
import { otherYears } from '../vocabulary/comparison.ts'
import { natures } from '../vocabulary/function-budget.ts'

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
    '专项资金项目表',
    '[部门]专项资金预算表',
    '项目支出明细表',
    '财政拨款重点项目支出情况表',
    '特定目标类项目支出表',
    '特定目标类项目预算表',
    '上级补助项目支出预算表',
  ],
  titleHas: ['项目支出', '项目预算', '项目资金'],
  unlike: ['绩效', '基本支出', '三公', '转移支付', '购买服务', '采购', '收支', '收入'],
  rows: { by: 'record' },
  columns: {
    total: [...total, '项目支出合计', '预算', '*预算/总计', '*预算/合计', '项目金额', '项目总额'],
    fiscal_appropriation: [
      '财政拨款/合计',
      '财政拨款/小计',
      '财政拨款',
      '财政拨款收入',
      '财政拨款收入/小计',
      '财政拨款收入/合计',
      '本年拨款/小计',
      '本年财政拨款',
    ],
    general_public: [...generalPublic, '本年拨款/一般公共预算'],
    ...generalPublicSources,
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
    own_level: ['*本级支出', '*本级使用*', '*本级*安排'],
    transfers: ['*转移支付*'],
    pre_allocated: ['已预拨', '*/已预拨'],
    ...carriedOverSources,
    ...natures,
  },
  prefixes: otherYears,
  labels: {
    type: ['类型', '项目类型', '项目类别', '项目分类', '支出项目类别*'],
    unit: ['单位名称', '预算单位', '项目单位', '项目实施单位', '实施单位', '资金使用单位', '单位(项目)名称'],
    project: ['项目名称', '项目', '支出项目', '专项资金名称', '专项名称'],
  },
  texts: {
    period: ['项目实施期*', '项目期*', '*实施周期'],
    goal: ['绩效目标', '*绩效目标'],
    summary: ['项目简介', '项目内容', '*项目概述', '项目概况'],
    basis: ['立项依据', '申报依据', '*政策依据'],
  },
  identities: [
    { tree: 'coded' },
    { list: 'total' },
    { sum: 'fiscal_appropriation', of: ['general_public', 'government_fund', 'state_capital'] },
    byCarriedOver,
    {
      sum: 'total',
      of: ['fiscal_appropriation', 'special_account', 'unit_funds', 'carried_over'],
      or: ['general_public_non_tax', 'government_fund', 'state_capital', 'institutional', 'business', 'other'],
      unless: ['carried_over_general_public', 'carried_over_government_fund', 'carried_over_state_capital'],
      usual: true,
    },
  ],
})

/** 专项资金预算表: what a department gives out for a purpose, fund by fund; its own projects stand elsewhere. */
export const specialFunds = defineTable({
  ...budgetProjectExpenditure,
  id: 'special-funds',
  titles: ['专项资金预算表', '专项资金预算汇总表', '专项资金安排表', '专项资金预算安排表', '专项资金管理清单'],
  titleHas: ['专项资金'],
  // 部门专项资金 are the department's own projects.
  unlike: [...budgetProjectExpenditure.unlike, '部门'],
})
