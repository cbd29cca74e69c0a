/** 社会保险基金: what each insurance took in, paid and has left; insurances in lines and kinds of money in columns, or the other way. */
import { type Columns, defineTable, type HeaderPattern, type Identity } from '../src/template/define.ts'
import { closingBalance, openingBalance } from './vocabulary/balances.ts'
import { actualAmount, actualTotal, amount, total } from './vocabulary/columns.ts'
import { comparison, otherYearsAndChange, summaryStages } from './vocabulary/comparison.ts'
import { incomeSide, spendingSide } from './vocabulary/headers.ts'
import { codes, sides } from './vocabulary/identities.ts'

const insurances = {
  pension_enterprise: ['企业职工*养老*', '职工*养老*'],
  pension_residents: ['*居民*养老*', '*居民社会养老*'],
  pension_government: ['机关事业*养老*', '机关*养老*'],
  medical_employees: ['*职工*医疗*', '城镇职工*医疗*'],
  medical_residents: ['*居民*医疗*', '新型农村合作医疗*'],
  medical: ['基本医疗保险*'],
  unemployment: ['失业保险*'],
  work_injury: ['工伤保险*'],
  maternity: ['生育保险*'],
}
const INSURANCES = Object.keys(insurances)

const income = {
  premiums: ['*保险费收入', '社会保险费收入', '缴费收入', '个人缴费*', '保费收入'],
  fiscal_subsidy: ['财政补贴收入', '*财政补贴收入', '财政补贴', '政府补贴收入'],
  interest: ['利息收入'],
  investment: ['*投资收益'],
  transfers_in: ['转移收入'],
  superior_subsidy: ['上级补助收入', '*调剂资金收入', '*调剂金收入'],
  subordinate_remittance: ['下级上解收入'],
  other: ['其他收入'],
}
const spending = {
  benefits: ['*待遇支出', '待遇支出', '*保险待遇'],
  transfers_out: ['转移支出'],
  subordinate_subsidy: ['补助下级支出', '*调剂资金支出', '*调剂金支出'],
  superior_remittance: ['上解上级支出'],
  other_expenditure: ['其他支出'],
}
const balances = {
  opening_balance: [...openingBalance, '上年滚存结余', '上年末*结余', '年初滚存结余'],
  year_balance: ['本年收支结余', '当年收支结余', '本年结余', '当年结余', '收支结余'],
  closing_balance: [...closingBalance, '年末滚存结余', '滚存结余', '年末累计结余', '累计结余', '期末滚存结余'],
}
/** Budgets call the opening balance what the year before left. */
const plannedBalances = {
  ...balances,
  opening_balance: [
    ...['上年结转结余', '上年结转结余/合计', '上年结转结余/小计'],
    ...balances.opening_balance.filter((h) => !h.startsWith('年初结转和结余')),
  ],
}

const flows = {
  income: ['收入', '本年收入', '收入合计', '本年收入/合计', '本年收入/小计', '基金收入'],
  expenditure: ['支出', '本年支出', '支出合计', '本年支出/合计', '本年支出/小计', '基金支出'],
}
/** What came in, less what was paid, is left of the year, and with what there was all that is left. */
const balance: readonly Identity[] = [
  { sum: 'year_balance', of: ['income', '-expenditure'] },
  { sum: 'closing_balance', of: ['opening_balance', 'income', '-expenditure'] },
]

/** 预算数为上年执行数的%. */
const ratio = { ratio_to_previous: ['*为上年*%*', '*占上年*%*', '*为上年*比例*'] }

const sums: readonly Identity[] = [codes, sides, { sum: 'total', of: INSURANCES }]

const ofBudget = {
  kind: 'budget',
  rows: { by: 'code', classification: 'functional' },
  prefixes: otherYearsAndChange,
} as const
const ofAccounts = { ...ofBudget, kind: 'final-accounts' } as const

/** The form's own figure, the insurances, and what a year is compared with. */
const budgeted: Columns = { total: [...total, '计划数'], ...insurances, ...ratio, ...comparison }
const spent: Columns = { total: actualTotal, ...insurances, ...ratio, ...summaryStages }

const INCOME = {
  titleHas: ['社会保险基金收入', '社会保险基金预算收入', '社保基金收入', '社保基金预算收入'],
  unlike: ['收支', '收入支出', '收入、支出', '收入和支出', '情况说明'],
}
const SPENDING = {
  titleHas: ['社会保险基金支出', '社会保险基金预算支出', '社保基金支出', '社保基金预算支出'],
  unlike: ['收支', '收入', '情况说明'],
}

export const budgetSocialInsuranceIncome = defineTable({
  ...ofBudget,
  ...INCOME,
  id: 'budget-social-insurance-income',
  titles: ['社会保险基金收入预算表', '社会保险基金预算收入表'],
  columns: { ...budgeted, ...income },
  identities: [...sums, { sum: 'total', of: Object.keys(income) }],
})
export const budgetSocialInsuranceExpenditure = defineTable({
  ...ofBudget,
  ...SPENDING,
  id: 'budget-social-insurance-expenditure',
  titles: ['社会保险基金支出预算表', '社会保险基金预算支出表'],
  columns: { ...budgeted, ...spending },
  identities: [...sums, { sum: 'total', of: Object.keys(spending) }],
})
export const socialInsuranceIncome = defineTable({
  ...ofAccounts,
  ...INCOME,
  id: 'social-insurance-income',
  titles: ['社会保险基金收入决算表'],
  columns: { ...spent, ...income },
  identities: [...sums, { sum: 'total', of: Object.keys(income) }],
})
export const socialInsuranceExpenditure = defineTable({
  ...ofAccounts,
  ...SPENDING,
  id: 'social-insurance-expenditure',
  titles: ['社会保险基金支出决算表'],
  columns: { ...spent, ...spending },
  identities: [...sums, { sum: 'total', of: Object.keys(spending) }],
})

/** What came in, was paid and is left of each insurance, in one list. */
const both = {
  titleHas: ['社会保险基金', '社保基金'],
  unlike: ['补助', '说明', '三公', '绩效', '项目', '人数', '参保', '缴费基数', '财政拨款', '结构'],
}
export const budgetSocialInsuranceAccount = defineTable({
  ...ofBudget,
  ...both,
  id: 'budget-social-insurance-account',
  titles: ['社会保险基金预算表', '社会保险基金收支预算表', '社会保险基金结余预算表'],
  columns: { ...budgeted, ...flows, ...plannedBalances },
  identities: [{ sum: 'total', of: INSURANCES }, ...balance],
})
export const socialInsuranceAccount = defineTable({
  ...ofAccounts,
  ...both,
  id: 'social-insurance-account',
  titles: ['社会保险基金决算表', '社会保险基金收支决算表', '社会保险基金结余决算表'],
  columns: { ...spent, ...flows, ...balances },
  identities: [{ sum: 'total', of: INSURANCES }, ...balance],
})

/** The same with what came in beside what was paid. */
const summary = {
  ...both,
  columns: {},
  prefixes: otherYearsAndChange,
  identities: [sides],
} as const
const besideEachOther = (amount: readonly HeaderPattern[]) =>
  ({
    by: 'side',
    sides: {
      收入: { head: incomeSide, columns: { amount: [...amount, '收入'], ...insurances, ...ratio } },
      支出: { head: spendingSide, columns: { amount: [...amount, '支出'], ...insurances, ...ratio } },
    },
  }) as const
export const budgetSocialInsuranceSummary = defineTable({
  ...summary,
  rows: besideEachOther(amount),
  id: 'budget-social-insurance-summary',
  kind: 'budget',
  titles: ['社会保险基金收支预算总表', '社会保险基金收支总表'],
})
export const socialInsuranceSummary = defineTable({
  ...summary,
  rows: besideEachOther(actualAmount),
  id: 'social-insurance-summary',
  kind: 'final-accounts',
  titles: ['社会保险基金收支决算总表'],
})
