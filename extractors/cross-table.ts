/**
 * The same quantity printed in several tables: `table / row / column`. `|` divides names that forms use for
 * one thing, ` + ` adds places, {类} stands for every class of the functional codes. What holds by custom
 * only (a budget table may leave out what is carried over, project money may pay for receptions) is `usual`.
 */
import type { CrossIdentity } from '../src/template/define.ts'
import { nesting } from './vocabulary/nesting.ts'
import { allSpent, allTakenIn } from './vocabulary/sums.ts'

const OWN_YEAR_SPENT = '支出:本年支出合计|支出:本年支出|支出:本年支出小计|支出:本年支出总计'
const YEAR_SPENT = `${OWN_YEAR_SPENT}|支出:支出合计`
const SUMMARY = 'fiscal-appropriation-summary'
const FUNDS = [
  ['general_public', '一般公共预算财政拨款', 'general-public-expenditure'],
  ['government_fund', '政府性基金预算财政拨款', 'government-fund'],
  ['state_capital', '国有资本经营预算财政拨款', 'state-capital'],
] as const

/** Fund by fund: what came in and was there equals what was spent and is left, in the summary and in the fund's own table. */
const byFund: readonly CrossIdentity[] = FUNDS.flatMap(([fund, name, table]) => [
  {
    left: `income-expenditure-summary / 收入:*${name}* / amount`,
    right: `${SUMMARY} / 收入:*、${name}|收入:*、${name}收入 / amount`,
  },
  { left: `${SUMMARY} / ${YEAR_SPENT} / ${fund}`, right: `${table} / 合计 / total` },
  { left: `${SUMMARY} / 支出:{类} / ${fund}`, right: `${table} / {类} / total` },
  {
    left: `${SUMMARY} / 支出:总计 / ${fund}`,
    right: `${SUMMARY} / 收入:*、${name}|收入:*、${name}收入 / amount + ${SUMMARY} / 收入:年初财政拨款结转和结余/*${name} / amount`,
  },
  { left: `${table} / 合计 / income`, right: `${SUMMARY} / 收入:*、${name}|收入:*、${name}收入 / amount` },
  { left: `${table} / 合计 / opening_balance`, right: `${SUMMARY} / 收入:年初财政拨款结转和结余/*${name} / amount` },
  { left: `${table} / 合计 / closing_balance`, right: `${SUMMARY} / 支出:*年末财政拨款结转和结余* / ${fund}` },
])

/** Lines of income in the summary, and the columns of the table of income. */
const INCOME = [
  ['上级补助收入', 'superior_subsidy'],
  ['事业收入', 'institutional'],
  ['经营收入', 'business'],
  ['附属单位上缴收入', 'affiliated_remittance'],
  ['其他收入', 'other'],
] as const

const byIncome: readonly CrossIdentity[] = INCOME.map(([line, column]) => ({
  left: `income-expenditure-summary / 收入:*、${line} / amount`,
  right: `income / 合计 / ${column}`,
}))

/** 三公 and the economic lines of basic expenditure: project money may pay for them, too; less than these it cannot be. */
const ITEMS = [
  ['outbound', '30212'],
  ['reception', '30217'],
  ['vehicle_operation', '30231'],
  ['vehicle_purchase', '31013'],
] as const

const byItem: readonly CrossIdentity[] = ITEMS.flatMap(([item, code]) => [
  {
    left: `three-public / 三公 / actual_${item}|actual_${item}.general_public`,
    right: `basic-expenditure / ${code} / amount`,
    usual: true,
    part: true,
    source: 'rule',
  },
  {
    left: `budget-three-public / 三公 / ${item}|${item}.general_public`,
    right: `budget-basic-expenditure / ${code} / total`,
    usual: true,
    part: true,
    source: 'rule',
  },
])

const finalAccounts: readonly CrossIdentity[] = [
  {
    left: 'income-expenditure-summary / 收入:本年收入合计|收入:本年收入|收入:本年收入总计 / amount',
    right: 'income / 合计 / total',
  },
  { left: `income-expenditure-summary / ${YEAR_SPENT} / amount`, right: 'expenditure / 合计 / total' },
  { left: 'income-expenditure-summary / 支出:{类} / amount', right: 'expenditure / {类} / total' },
  {
    left: `${SUMMARY} / 收入:本年收入合计|收入:本年收入|收入:本年收入总计 / amount`,
    right: 'income / 合计 / fiscal_appropriation',
  },
  {
    left: `${SUMMARY} / 支出:{类} / total`,
    right: FUNDS.map(([, , table]) => `${table} / {类} / total`).join(' + '),
  },
  {
    left: 'general-public-expenditure / 合计 / basic',
    known:
      'general-public-expenditure / 合计 / basic = basic-expenditure / 人员经费合计 / amount + basic-expenditure / 公用经费合计 / amount',
    right:
      'basic-expenditure / 人员经费合计|人员支出合计 / amount + basic-expenditure / 公用经费合计|公用支出合计 / amount',
  },
  ...['basic', 'project'].map((kind) => ({
    left: `expenditure / 合计 / ${kind}`,
    right: `general-public-expenditure / 合计 / ${kind}`,
    of: 'expenditure / 合计 / total = general-public-expenditure / 合计 / total',
  })),
  // 机关运行经费 is by definition what the general public budget pays for the running of agencies.
  {
    left: 'disclosure-statistics / *、机关运行经费|*参照公务员法管理*|*行政单位* / value',
    known: 'disclosure-statistics / *参照公务员法管理* / value = basic-expenditure / 公用经费合计 / amount',
    right: 'basic-expenditure / 公用经费合计 / amount',
    together: true,
    usual: 'departments',
    source: 'rule',
  },
]

/** Titles of lists that show some of the projects, or what one source pays of them. */
const SELECTED = [
  ...['重点', '主要', '部分', '一般公共预算', '财政拨款', '政府性基金', '提前下达', '转移支付', '上级', '重大'],
  ...['基本建设', '基建', '运转类', '特定目标', '专项', '追加', '新增'],
]

const BUDGET = 'budget-income-expenditure-summary'
const BUDGET_FISCAL = 'budget-fiscal-appropriation-summary'
const BUDGET_SPENT = `${YEAR_SPENT}|${allSpent}`
const BUDGET_FISCAL_SPENT = `${BUDGET_FISCAL} / ${BUDGET_SPENT}`
const BUDGET_FUNDS = [
  ['general_public', 'budget-general-public-expenditure'],
  ['government_fund', 'budget-government-fund'],
  ['state_capital', 'budget-state-capital'],
] as const

const byBudgetFund: readonly CrossIdentity[] = BUDGET_FUNDS.flatMap(([fund, table]) => [
  // Ministries print this year's money alone in the tables of one fund (一般公共预算当年拨款).
  {
    left: `${BUDGET_FISCAL} / ${allSpent}|支出:本年支出合计 / ${fund}`,
    right: `${table} / 合计 / total`,
    usual: 'current',
  },
  { left: `${BUDGET_FISCAL} / 支出:{类} / ${fund}`, right: `${table} / {类} / total`, usual: 'current' },
])

const budgets: readonly CrossIdentity[] = [
  { left: `${BUDGET} / ${allTakenIn}|收入:收入合计|收入:总计 / amount`, right: 'budget-income / 合计 / total' },
  { left: `${BUDGET} / 收入:收入合计|收入:收入总计 / amount`, right: 'budget-income-sources / 收入总计 / amount' },
  { left: `${BUDGET} / ${BUDGET_SPENT} / total`, right: 'budget-expenditure / 合计 / total' },
  { left: `${BUDGET} / 支出:{类} / total`, right: 'budget-expenditure / {类} / total' },
  {
    left: 'budget-expenditure / 合计 / basic',
    right: `${BUDGET} / 支出:支出总计 / personnel + ${BUDGET} / 支出:支出总计 / non_personnel`,
  },
  { left: 'budget-expenditure / 合计 / project', right: `${BUDGET} / 支出:支出总计 / project` },
  {
    left: `${BUDGET_FISCAL} / 支出:{类} / total`,
    right: BUDGET_FUNDS.map(([, table]) => `${table} / {类} / total`).join(' + '),
    usual: true,
  },
  {
    left: 'budget-general-public-economic / 合计 / total',
    right: 'budget-general-public-expenditure / 合计 / total',
  },
  {
    left: 'budget-general-public-economic / 合计 / basic',
    right: 'budget-general-public-expenditure / 合计 / basic',
  },
  { left: 'budget-general-public-expenditure / 合计 / basic', right: 'budget-basic-expenditure / 合计 / total' },
  {
    left: 'budget-general-public-expenditure / 合计 / personnel',
    right: 'budget-basic-expenditure / 合计 / personnel',
  },
  {
    left: 'budget-general-public-expenditure / 合计 / non_personnel',
    right: 'budget-basic-expenditure / 合计 / non_personnel',
  },
  {
    left: 'budget-fiscal-appropriation-expenditure / 合计 / total|amount',
    right: `${BUDGET_FISCAL} / 支出:支出合计 / total`,
    usual: true,
  },
  {
    left: 'budget-fiscal-appropriation-expenditure / 合计 / general_public|total|amount',
    right: 'budget-general-public-expenditure / 合计 / total',
    of: `${BUDGET_FISCAL_SPENT} / total = ${BUDGET_FISCAL_SPENT} / general_public`,
    usual: true,
  },
  {
    left: 'budget-expenditure / 合计 / basic',
    right: 'budget-fiscal-appropriation-basic-expenditure / 合计 / amount|total',
    of: `budget-expenditure / 合计 / total = ${BUDGET_FISCAL_SPENT} / total`,
    usual: true,
  },
  ...['basic', 'project'].map((kind) => ({
    left: `budget-expenditure / 合计 / ${kind}`,
    right: `budget-general-public-expenditure / 合计 / ${kind}`,
    of: 'budget-expenditure / 合计 / total = budget-general-public-expenditure / 合计 / total',
  })),
  {
    left: 'budget-project-expenditure / 合计 / total',
    right: 'budget-expenditure / 合计 / project',
    usual: true,
    unlike: SELECTED,
  },
  {
    left: 'agency-running-costs / 合计 / amount',
    right: 'budget-basic-expenditure / 合计 / non_personnel',
    usual: true,
    source: 'rule',
  },
  {
    left: 'budget-three-public / 三公 / agency_running_costs',
    right: 'budget-basic-expenditure / 合计 / non_personnel',
    usual: true,
    source: 'rule',
  },
]

export const crossTable: readonly CrossIdentity[] = [
  ...finalAccounts,
  ...byFund,
  ...byIncome,
  ...budgets,
  ...byBudgetFund,
  ...byItem,
].map((identity) => ({ ...identity, balance: nesting.balance }))
