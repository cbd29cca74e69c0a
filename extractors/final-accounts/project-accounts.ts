/** 项目收入支出决算表: of each project what was there, came in, was spent and is left (Inner Mongolia). */
import { defineTable } from '../../src/template/define.ts'
import { closingBalance, openingBalance } from '../vocabulary/balances.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { codes } from '../vocabulary/identities.ts'

export const projectAccounts = defineTable({
  id: 'project-income-expenditure',
  kind: 'final-accounts',
  titles: ['项目收入支出决算表', '项目支出决算表'],
  unlike: ['一般公共预算', '政府性基金', '国有资本'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    opening_balance: openingBalance,
    opening_balance_fiscal: ['年初结转和结余/*财政拨款*'],
    income: ['本年收入', '本年收入/合计', '本年收入/小计'],
    income_fiscal: ['本年收入/*财政拨款*'],
    income_other: ['本年收入/其他*'],
    total: ['本年支出', '本年支出/合计', '本年支出/小计', '合计', '项目支出'],
    total_fiscal: ['本年支出/*财政拨款*', '财政拨款*'],
    total_other: ['本年支出/其他*'],
    surplus_used: ['用事业基金弥补*', '使用非财政拨款结余*', '*弥补收支差额'],
    surplus_distributed: ['结余分配'],
    project_administrative: ['行政事业类项目', '行政事业类项目/小计', '行政事业类项目/合计'],
    project_construction: ['基本建设类项目', '基本建设类项目/小计', '基本建设类项目/合计'],
    closing_balance: closingBalance,
    closing_balance_fiscal: ['年末结转和结余/*财政拨款*'],
  },
  prefixes: otherYearsOfAccounts,
  identities: [
    codes,
    { sum: 'income', of: ['income_fiscal', 'income_other'] },
    { sum: 'total', of: ['total_fiscal', 'total_other'] },
    { sum: 'closing_balance', of: ['opening_balance', 'income', '-total', 'surplus_used', '-surplus_distributed'] },
  ],
})

/** The same of one kind of project (forms of 2016–2018). */
export const administrativeProjectAccounts = defineTable({
  ...projectAccounts,
  id: 'administrative-project-income-expenditure',
  titles: ['行政事业类项目收入支出决算表', '行政事业类项目支出决算表'],
})
export const capitalProjectAccounts = defineTable({
  ...projectAccounts,
  id: 'capital-project-income-expenditure',
  titles: ['基本建设类项目收入支出决算表', '基本建设类项目支出决算表'],
})
