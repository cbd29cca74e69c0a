/** 财政拨款支出预算表（部门经济分类科目）: what the treasury pays, by economic code, fund by fund (Sichuan). */
import { defineTable } from '../../src/template/define.ts'
import { basic, nonPersonnel, personnel, project, total } from '../vocabulary/columns.ts'
import { moneyOf } from '../vocabulary/function-budget.ts'
import { byPurpose, codes } from '../vocabulary/identities.ts'
import { byFundSuffix } from '../vocabulary/three-public.ts'

export const budgetFiscalAppropriationEconomic = defineTable({
  id: 'budget-fiscal-appropriation-economic',
  kind: 'budget',
  titles: ['财政拨款支出预算表（部门经济分类科目）', '财政拨款支出总表（按经济分类）'],
  needs: ['经济'],
  unlike: ['政府性基金', '国有资本', '一般公共预算', '基本支出', '项目支出', '三公', '收支', '功能'],
  rows: { by: 'code', classification: 'economic' },
  columns: { total, basic, project, personnel, non_personnel: nonPersonnel },
  suffixes: [byFundSuffix, moneyOf],
  identities: [codes, byPurpose],
})
