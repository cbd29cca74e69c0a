/** 一般公共预算财政拨款项目支出决算(明细)表: what projects cost, by function or economic code. */
import { defineTable } from '../../src/template/define.ts'
import { budgetProjectExpenditure } from '../budget/project-expenditure.ts'
import { carriedOver, closingBalance, openingBalance } from '../vocabulary/balances.ts'
import { actualTotal, spentAmount } from '../vocabulary/columns.ts'
import { adjustedBudget, initialBudget, otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { economicColumns } from '../vocabulary/economic.ts'
import { codes } from '../vocabulary/identities.ts'

export const generalPublicProjectExpenditure = defineTable({
  id: 'general-public-project-expenditure',
  kind: 'final-accounts',
  titles: ['一般公共预算财政拨款项目支出决算表', '一般公共预算项目支出决算表'],
  unlike: ['基本支出', '政府性基金', '国有资本', '收入'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    total: [...actualTotal, ...spentAmount, '项目支出', '本年支出'],
    budget: ['预算数', '预算'],
    initial_budget: initialBudget,
    adjusted_budget: adjustedBudget,
    opening_balance: openingBalance,
    income: ['本年收入', '本年收入/合计', '本年收入/小计'],
    closing_balance: closingBalance,
    ...economicColumns,
  },
  prefixes: otherYearsOfAccounts,
  identities: [codes],
})

/** What was spent of a project, where its plans stand beside it. */
const SPENT: readonly string[] = ['全年执行数', '执行数', '实际支出']

/** 项目支出决算表 with a line a project, by source of money. */
export const projectExpenditureList = defineTable({
  ...budgetProjectExpenditure,
  id: 'project-expenditure-list',
  kind: 'final-accounts',
  titles: ['项目支出决算表', '项目支出情况表'],
  columns: {
    ...budgetProjectExpenditure.columns,
    total: [...budgetProjectExpenditure.columns.total.filter((h) => !h.includes('预算')), ...SPENT],
    budget: ['预算数', '预算', '项目预算*'],
    initial_budget: initialBudget,
    adjusted_budget: adjustedBudget,
    carried_over: ['年初结转和结余', ...carriedOver.filter((h) => h !== '上年结转结余')],
  },
  titleHas: [],
  unlike: ['绩效', '基本支出', '三公', '收入', '一般公共预算', '政府性基金', '国有资本'],
})
