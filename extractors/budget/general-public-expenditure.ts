/** 一般公共预算支出功能分类预算表: spending from the general public budget, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byPurposes } from '../vocabulary/borne-out.ts'
import { bareYears } from '../vocabulary/comparison.ts'
import { byFunction, carriedForward, moneyOfFund, natures, projectNatures } from '../vocabulary/function-budget.ts'
import { basicParts, byPurpose, changes, codes } from '../vocabulary/identities.ts'

export const budgetGeneralPublicExpenditure = defineTable({
  id: 'budget-general-public-expenditure',
  kind: 'budget',
  titles: [
    '一般公共预算支出功能分类预算表',
    '一般公共预算支出表',
    '一般公共预算支出预算表',
    '一般公共预算财政拨款支出预算表',
    '一般公共预算支出情况表',
    '一般公共预算拨款支出预算表',
    '一般公共预算支出明细表（按支出功能分类科目）',
  ],
  unlike: ['基本支出', '项目支出', '三公'],
  bornOut: byPurposes,
  rows: { by: 'code', classification: 'functional' },
  prefixes: bareYears,
  suffixes: [moneyOfFund('一般公共预算')],
  expected: ['total', 'basic', 'project'],
  columns: {
    ...byFunction,
    general_public: ['一般公共预算支出', '本年一般公共预算支出', '一般公共预算合计'],
    ...natures,
    ...projectNatures,
    carried_forward: carriedForward,
  },
  standsFor: { adjusted_budget: 'total', initial_budget: 'total', general_public: 'total' },
  identities: [codes, byPurpose, basicParts, ...changes],
})
