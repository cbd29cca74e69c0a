/** 财政拨款收支预算总表: income and expenditure paid for by the treasury, fund by fund. */
import { defineTable } from '../../src/template/define.ts'
import { amount, basic, generalPublic, governmentFund, project, stateCapital } from '../vocabulary/columns.ts'
import { otherYearsAndChange } from '../vocabulary/comparison.ts'
import { summaryMoney } from '../vocabulary/function-budget.ts'
import { economicSide, governmentEconomicSide, incomeSide, purposeSide, spendingSide } from '../vocabulary/headers.ts'
import { byFund, sides } from '../vocabulary/identities.ts'

export const budgetFiscalAppropriationSummary = defineTable({
  id: 'budget-fiscal-appropriation-summary',
  kind: 'budget',
  titles: [
    '财政拨款收支预算总表',
    '财政拨款收支总表',
    '财政拨款收支总体情况表',
    '财政拨款收入支出预算总表',
    '财政拨款收支平衡表',
    '[财政拨款总体情况]表',
  ],
  unlike: ['政府性基金', '国有资本', '一般公共预算'],
  rows: {
    by: 'side',
    sides: {
      收入: {
        head: incomeSide,
        columns: {
          amount: [...amount, '收入'],
          general_public: generalPublic,
          government_fund: governmentFund,
          state_capital: stateCapital,
        },
      },
      支出: {
        head: [...spendingSide, '*功能分*'],
        columns: {
          total: [
            '合计',
            '总计',
            '小计',
            '*/合计',
            '*/小计',
            '预算数',
            '预算',
            '金额',
            '*预算数',
            '*预算合计',
            '*金额',
            '年初预算',
            '支出',
          ],
          general_public: generalPublic,
          // Henan, below the fund's own total.
          general_public_funding: ['一般公共预算*/财政拨款'],
          government_fund: governmentFund,
          state_capital: stateCapital,
          basic,
          project,
        },
        labels: ['*支出合计', '*支出总计'],
      },
      部门经济: { head: economicSide, columns: { amount } },
      政府经济: { head: governmentEconomicSide, columns: { amount } },
      用途: { head: purposeSide, columns: { amount } },
    },
  },
  expected: ['收入:amount', '支出:total'],
  columns: {},
  suffixes: [summaryMoney],
  prefixes: otherYearsAndChange,
  identities: [sides, byFund, { sum: 'total', of: ['basic', 'project'] }],
})
