/** 项目收入支出决算表: of each project what was there, came in, was spent and is left (Inner Mongolia). */
import { defineTable } from '../../src/template/define.ts'
import { closingBalance, openingBalance } from '../vocabulary/balances.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { codes } from '../vocabulary/identities.ts'

function sums(header: string): string[] {
  return [`${header}/合计`, `${header}/小计`]
}

export const projectAccounts = defineTable({
  id: 'project-income-expenditure',
  kind: 'final-accounts',
  titles: ['项目收入支出决算表', '项目支出决算表'],
  unlike: ['一般公共预算', '政府性基金', '国有资本'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    opening_balance: openingBalance,
    opening_balance_fiscal: ['年初结转和结余/*财政拨款*'],
    resources: ['资金来源', '资金来源/合计', '资金来源/小计'],
    income: ['本年收入', '本年收入/合计', '本年收入/小计'],
    income_fiscal: ['本年收入/*财政拨款*'],
    income_other: ['本年收入/其他*'],
    fiscal_appropriation: ['资金来源/财政拨款*', '资金来源/财政拨款*/小计', '资金来源/财政拨款*/合计'],
    general_public: ['*/一般公共预算*'],
    government_fund: ['*/政府性基金*'],
    state_capital: ['*/国有资本*'],
    resources_other: ['资金来源/其他*', '资金来源/非财政*'],
    total: ['本年支出', '支出数', '合计', '项目支出', ...['本年支出', '支出数'].flatMap(sums)],
    total_fiscal: ['本年支出/*财政拨款*', '支出数/财政拨款*', '财政拨款*'],
    total_other: ['本年支出/其他*', '支出数/其他*', '支出数/非财政*'],
    surplus_used: ['用事业基金弥补*', '使用非财政拨款结余*', '*弥补收支差额'],
    surplus_distributed: ['结余分配'],
    project_administrative: ['行政事业类项目', '行政事业类项目/小计', '行政事业类项目/合计'],
    project_construction: ['基本建设类项目', '基本建设类项目/小计', '基本建设类项目/合计'],
    closing_balance: closingBalance,
    closing_balance_fiscal: ['年末结转和结余/*财政拨款*'],
    closing_balance_other: ['年末结转和结余/其他*', '年末结转和结余/非财政*'],
  },
  texts: {
    kind: ['*项目类别', '项目类型', '*项目/类别'],
    property: ['*项目属性', '*项目性质'],
    parent_project: ['*一级项目名称'],
    carried_on: ['*是否*'],
  },
  prefixes: otherYearsOfAccounts,
  identities: [
    codes,
    { sum: 'income', of: ['income_fiscal', 'income_other'] },
    { sum: 'total', of: ['total_fiscal', 'total_other'] },
    { sum: 'fiscal_appropriation', of: ['general_public', 'government_fund', 'state_capital'] },
    { sum: 'resources', of: ['fiscal_appropriation', 'opening_balance', 'resources_other'] },
    { sum: 'closing_balance', of: ['resources', '-total'] },
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
