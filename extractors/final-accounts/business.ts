/** What a unit takes in and spends by its own business (经营收入支出决算表), and all in all (收入支出决算表), by function code. */
import { defineTable } from '../../src/template/define.ts'
import { affiliates, business, upward } from '../vocabulary/columns.ts'
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

/** All that came in and was spent, beside what was left of it (财决03表). */
export const incomeExpenditure = defineTable({
  id: 'income-expenditure',
  kind: 'final-accounts',
  titles: ['收入支出决算表', '医疗卫生机构收入支出决算总表（按功能分类）'],
  // 收入支出决算总表 has two sides.
  needs: ['决算表', '收支表', '按功能'],
  unlike: ['一般公共预算', '政府性基金', '国有资本', '财政拨款', '经营', '项目'],
  bornOut: { columns: ['opening_balance', 'closing_balance'] },
  rows: { by: 'code', classification: 'functional' },
  expected: ['opening_balance', 'income', 'total', 'closing_balance'],
  columns: {
    ...fundAccounts,
    opening_balance_business: ['年初*结转*/经营结余'],
    income_fiscal: ['本年收入/财政拨款*'],
    total_fiscal: ['本年支出/财政拨款*'],
    year_balance: ['收支结余', '收支结余/合计', '收支结余/小计'],
    remitted_to_superior: upward,
    business: [...business, '本年支出/经营支出'],
    subsidy_to_affiliated: affiliates,
    surplus_used: ['用事业基金弥补*', '使用非财政拨款结余*', '*弥补收支差额'],
    surplus_distributed: ['结余分配', '结余分配/合计', '结余分配/小计'],
    closing_balance_business: ['年末*结转*/经营结余'],
  },
  prefixes: otherYearsOfAccounts,
  identities: [
    codes,
    { sum: 'closing_balance', of: ['opening_balance', 'income', '-total', 'surplus_used', '-surplus_distributed'] },
  ],
})
