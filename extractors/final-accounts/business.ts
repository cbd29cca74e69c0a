/** 经营收入支出决算表: what a unit takes in and spends by its own business, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { business } from '../vocabulary/columns.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { balances, fundAccounts } from '../vocabulary/fund-accounts.ts'
import { balance, basicParts, codes } from '../vocabulary/identities.ts'

export const businessTable = defineTable({
  id: 'business',
  kind: 'final-accounts',
  titles: ['经营收入支出决算表', '经营收支决算表', '事业单位经营收入支出决算表', '经营支出决算表'],
  unlike: ['一般公共预算', '政府性基金', '国有资本', '财政拨款', '明细'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    ...fundAccounts,
    opening_balance: [...fundAccounts.opening_balance, '年初经营*', '年初未弥补*'],
    income: [...fundAccounts.income, '经营收入', '本年经营收入', '收入合计'],
    total: [...fundAccounts.total, ...business, '本年经营支出'],
    year_balance: ['经营结余', '本年经营结余', '本年收支结余', '收支结余', '本年收支差额'],
    surplus_distributed: ['结余分配', '*结余分配'],
    closing_balance: [...fundAccounts.closing_balance, '年末经营*', '年末未弥补*'],
  },
  prefixes: otherYearsOfAccounts,
  identities: [
    codes,
    basicParts,
    ...balances.filter((one) => one !== balance),
    { sum: 'year_balance', of: ['income', '-total'] },
    { sum: 'closing_balance', of: ['opening_balance', 'income', '-total', '-surplus_distributed'] },
  ],
})
