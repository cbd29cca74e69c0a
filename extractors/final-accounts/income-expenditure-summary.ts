/** 公开01表 收入支出决算总表: all the unit took in and spent in the year, 类 by 类. */
import { defineTable } from '../../src/template/define.ts'
import { byPublicLines } from '../vocabulary/borne-out.ts'
import { actualAmount } from '../vocabulary/columns.ts'
import { otherYearsOfAccounts, summaryStages } from '../vocabulary/comparison.ts'
import { economicSide, incomeSide, purposeSide, spendingSide } from '../vocabulary/headers.ts'
import { sides } from '../vocabulary/identities.ts'

export const incomeExpenditureSummary = defineTable({
  id: 'income-expenditure-summary',
  kind: 'final-accounts',
  number: '公开01表',
  titles: ['收入支出决算总表', '收支决算总表', '收入支出决算表', '财务收支决算总表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '项目'],
  bornOut: byPublicLines,
  rows: {
    by: 'side',
    sides: {
      收入: { head: incomeSide, columns: { amount: [...actualAmount, '收入'], ...summaryStages } },
      支出: { head: spendingSide, columns: { amount: [...actualAmount, '支出'], ...summaryStages } },
      用途: { head: [...purposeSide, ...economicSide], columns: { amount: actualAmount, ...summaryStages } },
    },
  },
  expected: ['收入:amount', '支出:amount'],
  columns: {},
  prefixes: otherYearsOfAccounts,
  identities: [sides],
})
