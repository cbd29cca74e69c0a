/** 收支预算对比表: income and spending of two years, or against the budget, line by line. */
import { defineTable } from '../src/template/define.ts'
import { actualTotal } from './vocabulary/columns.ts'
import { comparison, otherYearsAndChange } from './vocabulary/comparison.ts'

export const yearComparison = defineTable({
  id: 'year-comparison',
  kind: 'any',
  titles: ['收支预算对比表', '收支对比表', '收支决算对比表', '预决算对比表'],
  titleHas: [
    '收支预算对比',
    '收支对比',
    '收支决算对比',
    '预决算对比',
    '收支增减',
    '收支变动',
    '收入支出对比',
    '上年预算对比',
  ],
  unlike: ['三公', '绩效', '采购', '资产'],
  rows: { by: 'label' },
  columns: {
    total: [...actualTotal, '决算', '*决算数', '本年', '*金额'],
    budget: ['预算', '预算数', '*预算数'],
    ...comparison,
  },
  standsFor: { budget: 'total' },
  prefixes: otherYearsAndChange,
})
