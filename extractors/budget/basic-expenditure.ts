/** 一般公共预算基本支出部门预算经济分类预算表: basic expenditure by economic code. */
import { defineTable } from '../../src/template/define.ts'
import { amount, nonPersonnel, personnel } from '../vocabulary/columns.ts'
import { bareYears, comparison } from '../vocabulary/comparison.ts'
import { moneyOf, natures } from '../vocabulary/function-budget.ts'
import { codes } from '../vocabulary/identities.ts'

export const budgetBasicExpenditure = defineTable({
  id: 'budget-basic-expenditure',
  kind: 'budget',
  titles: [
    '一般公共预算基本支出部门预算经济分类预算表',
    '一般公共预算基本支出表',
    '一般公共预算基本支出预算表',
    '一般公共预算财政拨款基本支出表',
    '一般公共预算基本支出情况表',
    '一般公共预算基本支出经济分类情况表',
    '一般公共预算基本支出明细表（按支出经济分类科目）',
    '一般公共预算安排基本支出分经济科目表',
    '一般公共预算基本支出政府预算经济分类表',
  ],
  unlike: ['项目支出'],
  rows: { by: 'code', classification: 'economic' },
  prefixes: bareYears,
  expected: ['total'],
  columns: {
    total: [...amount, '*基本支出/合计', '*基本支出'],
    personnel,
    non_personnel: nonPersonnel,
    ...natures,
    ...comparison,
  },
  suffixes: [moneyOf],
  identities: [codes, { sum: 'total', of: ['personnel', 'non_personnel'] }],
})
