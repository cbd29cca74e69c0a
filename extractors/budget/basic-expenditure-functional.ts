/** 一般公共预算基本支出明细表（按支出功能分类科目）: basic expenditure by function code (Shaanxi). */
import { defineTable } from '../../src/template/define.ts'
import { nonPersonnel, personnel, total } from '../vocabulary/columns.ts'
import { otherYears } from '../vocabulary/comparison.ts'
import { codes } from '../vocabulary/identities.ts'

export const budgetBasicExpenditureFunctional = defineTable({
  id: 'budget-basic-expenditure-functional',
  kind: 'budget',
  titles: ['一般公共预算基本支出明细表（按支出功能分类科目）', '一般公共预算基本支出表（按功能分类科目）'],
  needs: ['功能'],
  unlike: ['项目支出', '经济'],
  rows: { by: 'code', classification: 'functional' },
  columns: { total, personnel, non_personnel: nonPersonnel },
  prefixes: otherYears,
  identities: [codes, { sum: 'total', of: ['personnel', 'non_personnel'] }],
})
