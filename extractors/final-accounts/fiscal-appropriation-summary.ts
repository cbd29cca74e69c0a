/** 公开04表 财政拨款收入支出决算总表: income and expenditure paid for by the treasury, fund by fund. */
import { defineTable } from '../../src/template/define.ts'
import { actualAmount, generalPublic, governmentFund, stateCapital } from '../vocabulary/columns.ts'
import { otherYearsOfAccounts, summaryStages } from '../vocabulary/comparison.ts'
import { economicSide, incomeSide, purposeSide, spendingSide } from '../vocabulary/headers.ts'
import { byFund, sides } from '../vocabulary/identities.ts'

const spending = {
  total: ['合计', '小计', '*/合计', '*/小计', ...actualAmount, '支出'],
  general_public: generalPublic,
  government_fund: governmentFund,
  state_capital: stateCapital,
  ...summaryStages,
}

export const fiscalAppropriationSummary = defineTable({
  id: 'fiscal-appropriation-summary',
  kind: 'final-accounts',
  number: '公开04表',
  titles: ['财政拨款收入支出决算总表', '财政拨款收支决算总表', '财政拨款收入支出总表', '[财政拨款决算总体情况]表'],
  unlike: ['政府性基金', '国有资本', '一般公共预算'],
  rows: {
    by: 'side',
    sides: {
      收入: { head: incomeSide, columns: { amount: [...actualAmount, '收入'], ...summaryStages } },
      支出: { head: spendingSide, columns: spending },
      // The same once more by purpose and economic class, until 2018.
      用途: { head: [...purposeSide, ...economicSide], columns: spending },
    },
  },
  expected: ['收入:amount', '支出:total', '支出:general_public', '支出:government_fund', '支出:state_capital'],
  columns: {},
  prefixes: otherYearsOfAccounts,
  identities: [sides, byFund],
})
