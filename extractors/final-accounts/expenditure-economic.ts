/** 支出决算表（按经济分类）: what was spent, by economic code, of all money or of the treasury's. */
import { defineTable } from '../../src/template/define.ts'
import { actualAmount, actualTotal, basic, nonPersonnel, personnel, project } from '../vocabulary/columns.ts'
import { comparison, otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const expenditureEconomic = defineTable({
  id: 'expenditure-economic',
  kind: 'final-accounts',
  titles: ['支出决算表（按经济分类）', '部门支出决算表（按经济科目）'],
  needs: ['经济分类', '经济科目'],
  unlike: ['财政拨款', '一般公共预算', '政府性基金', '国有资本', '收入', '基本支出', '项目支出', '三公', '明细'],
  rows: { by: 'code', classification: 'economic' },
  columns: {
    total: [...actualTotal, ...actualAmount, '本年支出'],
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    ...comparison,
  },
  prefixes: otherYearsOfAccounts,
  identities: [codes, byPurpose, basicParts],
})

export const fiscalAppropriationEconomic = defineTable({
  ...expenditureEconomic,
  id: 'fiscal-appropriation-economic',
  titles: ['财政拨款支出决算表（按经济分类）', '财政拨款支出决算表（按经济科目）'],
  unlike: ['一般公共预算', '政府性基金', '国有资本', '收入', '基本支出', '项目支出', '三公', '明细'],
})

export const generalPublicEconomic = defineTable({
  ...expenditureEconomic,
  id: 'general-public-economic',
  titles: ['一般公共预算支出决算表（按经济分类）', '一般公共预算财政拨款支出决算表（按支出经济分类）'],
  unlike: ['政府性基金', '国有资本', '收入', '基本支出', '项目支出', '三公', '明细'],
})
