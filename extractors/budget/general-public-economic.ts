/** 一般公共预算支出表（按经济分类）: all spending from the general public budget, by economic code. */
import { defineTable } from '../../src/template/define.ts'
import { basic, nonPersonnel, personnel, project, total } from '../vocabulary/columns.ts'
import { bareYears, comparison } from '../vocabulary/comparison.ts'
import { byKind, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetGeneralPublicEconomic = defineTable({
  id: 'budget-general-public-economic',
  kind: 'budget',
  titles: [
    '一般公共预算支出表（按经济分类）',
    '一般公共预算支出经济分类情况表',
    '一般公共预算支出预算表（经济科目）',
    '一般公共预算支出分经济科目表',
  ],
  needs: ['经济'],
  unlike: ['基本支出', '项目支出', '三公', '功能'],
  rows: { by: 'code', classification: 'economic' },
  prefixes: bareYears,
  columns: { total, basic, project, personnel, non_personnel: nonPersonnel, ...comparison },
  identities: [codes, byPurpose, byKind],
})
