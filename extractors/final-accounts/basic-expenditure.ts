/** 公开06表 一般公共预算财政拨款基本支出决算(明细)表: basic expenditure by economic code, in blocks side by side. */
import { defineTable } from '../../src/template/define.ts'
import { nonPersonnel, personnel, plannedAmountOfAccounts, spentAmount, total } from '../vocabulary/columns.ts'
import { comparison, staged } from '../vocabulary/comparison.ts'
import { codes } from '../vocabulary/identities.ts'

const stages = staged({ total, personnel, non_personnel: nonPersonnel })

export const basicExpenditure = defineTable({
  id: 'basic-expenditure',
  kind: 'final-accounts',
  number: '公开06表',
  titles: [
    '一般公共预算财政拨款基本支出决算明细表',
    '一般公共预算财政拨款基本支出决算表',
    '一般公共预算基本支出决算表',
    '财政拨款基本支出决算表',
  ],
  unlike: ['项目支出'],
  rows: { by: 'code', classification: 'economic' },
  expected: ['amount'],
  columns: {
    amount: [
      ...spentAmount,
      '基本支出',
      '支出数',
      '*基本支出合计',
      '*基本支出/合计',
      '本年支出合计',
      '*基本支出',
      '决算/合计',
      '决算数/合计',
      '*决算数/小计',
    ],
    personnel: personnel.filter((p) => p !== '*人员经费'),
    non_personnel: nonPersonnel.filter((p) => p !== '*公用经费'),
    ...comparison,
    ...stages,
    // The plan beside what was spent; where it stands alone, the form calls so what was spent.
    budget: [...plannedAmountOfAccounts, ...stages.budget!],
  },
  standsFor: { budget: 'amount' },
  identities: [
    codes,
    { sum: 'amount', of: ['personnel', 'non_personnel'] },
    ...['人员经费合计', '人员支出合计'].map((row) => ({ row, of: ['301', '303'] })),
    ...['公用经费合计', '公用支出合计'].map((row) => ({
      row,
      of: ['302', '307', '309', '310', '311', '312', '313', '399'],
    })),
  ],
})
