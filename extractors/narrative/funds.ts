/** What came in and was spent of each fund, told one behind the other. */
import type { Quantity } from '../../src/narrative/define.ts'
import { ofFund } from './parts.ts'

/** The funds of the treasury: what columns, tables, chapters and lines call them, and what the prose does, shortest first. */
const FUNDS = [
  {
    fund: 'general_public',
    table: 'general-public-expenditure',
    chapter: 'general',
    line: '一、一般公共预算财政拨款收入',
    names: ['一般公共预算'],
  },
  {
    fund: 'government_fund',
    table: 'government-fund',
    chapter: 'fund',
    line: '二、政府性基金预算财政拨款收入',
    names: ['政府性基金', '政府性基金预算'],
  },
  {
    fund: 'state_capital',
    table: 'state-capital',
    chapter: 'capital',
    line: '三、国有资本经营预算财政拨款收入',
    names: ['国有资本经营', '国有资本经营预算'],
  },
] as const

/** What the treasury pays beside the general public budget. */
const OTHER_FUNDS = FUNDS.slice(1)

const PAID = ['财政拨款', '预算财政拨款']

/** 一般公共预算财政拨款本年收入 10 万元…；本年支出 9 万元: what was spent of the fund whose income was told before. */
const apart: readonly Quantity[] = FUNDS.flatMap(({ fund, table, line, names }): Quantity[] => [
  {
    name: `own_income_${fund}`,
    words: names.flatMap((name) => [name, ...PAID.map((paid) => name + paid)]).map((of) => `${of}本年收入`),
    accounts: [{ at: `income-expenditure-summary/收入:${line}/amount` }],
  },
  {
    name: 'own_expenditure',
    of: [`own_income_${fund}`],
    words: ['本年支出', '本年支出合计', '支出'],
    accounts: [{ at: `${table}/合计/total` }],
  },
])

/** 年初结转和结余 1 万元，收入 9 万元，支出 8 万元，年末结转和结余 2 万元: of the fund its chapter speaks of. */
const inTurn: readonly Quantity[] = [
  { name: 'income', of: ['opening_balance'], words: ['收入'], only: 'accounts', accounts: ofFund('income') },
  ...['opening_balance', 'income_government_fund', 'income_state_capital'].map(
    (before): Quantity => ({
      name: 'expenditure',
      of: [before],
      words: ['支出'],
      only: 'accounts',
      accounts: ofFund('total'),
    }),
  ),
]

/** 政府性基金预算财政拨款收入总计: what came in and was there of one fund, which is what was spent and is left of it. */
const wholes: readonly Quantity[] = FUNDS.map(
  ({ fund, chapter, names }): Quantity => ({
    name: `total_${fund}`,
    words: ['收入', '支出', '收支'].flatMap((of) => [
      `${names.at(-1)}财政拨款${of}总计`,
      `${names.at(-1)}财政拨款${of}决算总计`,
    ]),
    accounts: [{ in: [chapter], at: `fiscal-appropriation-summary/支出:总计/${fund}` }],
    only: 'accounts',
  }),
)

/** 一般公共预算收支预算 (Henan): the same of a budget. */
const wholesOfBudgets: readonly Quantity[] = FUNDS.map(
  ({ fund, names }): Quantity => ({
    name: `total_${fund}`,
    words: [...names, ...names.flatMap((name) => ['拨款', '财政拨款'].map((paid) => name + paid))].flatMap((name) =>
      ['收支预算', '收支总预算', '收支预算总计'].map((of) => name + of),
    ),
    budget: [{ at: `budget-fiscal-appropriation-summary/支出:支出总计|支出:总计|支出:本年支出合计/${fund}` }],
    only: 'budget',
  }),
)

/** 上年结转结余的一般公共预算收入: what was left of each. */
const left: readonly Quantity[] = [
  ...FUNDS.map(({ fund, names }) => [fund, `${names.at(-1)}收入`, `${names.at(-1)}拨款收入`] as const),
  ['special_account', '财政专户管理资金'] as const,
  ['unit_funds', '单位资金'] as const,
].map(
  ([column, ...words]): Quantity => ({
    name: `carried_over_${column}`,
    words: words.flatMap((w) => [`上年结转结余的${w}`, `上年结转的${w}`, `上年结转${w}`]),
    budget: [{ at: `budget-income/合计/carried_over_${column}` }],
  }),
)

/**
 * 财政拨款收入 90 万元，其中：…，政府性基金预算财政拨款 9 万元: the name of a fund alone is of what it is a part of. The general
 * public budget goes so by its short name, for 一般公共预算财政拨款 means it by itself.
 */
const alone: readonly Quantity[] = [
  ...FUNDS.map(
    ({ fund, line, names }): Quantity => ({
      name: fund,
      of: ['fiscal_appropriation_income'],
      words: fund === 'general_public' ? names : names.flatMap((name) => [name, ...PAID.map((paid) => name + paid)]),
      accounts: [{ at: `income-expenditure-summary/收入:${line}/amount` }],
      budget: [{ at: `budget-income/合计/${fund}` }],
    }),
  ),
  ...OTHER_FUNDS.map(
    ({ fund, table, names: [name] }): Quantity => ({
      name: fund,
      of: ['fiscal_appropriation_expenditure'],
      words: PAID.toReversed().map((paid) => name + paid),
      accounts: [{ at: `${table}/合计/total` }],
      budget: [{ at: `budget-${table}/合计/total` }],
    }),
  ),
]

/** Where income is told, the name of a fund alone is what comes from it. */
const sources: readonly Quantity[] = FUNDS.map(
  ({ fund, names }): Quantity => ({
    name: `income_${fund}`,
    words: names,
    budget: [
      { in: ['income'], at: `budget-income/合计/${fund}` },
      // 收入预算中，一般公共预算 90 万元，上年结转 5 万元; with that, it is all that is spent of the fund.
      { in: ['fiscal'], at: `budget-income/合计/${fund}` },
      {
        in: ['fiscal-expenditure'],
        at: `budget-fiscal-appropriation-summary/支出:支出总计|支出:支出合计|支出:总计/${fund}`,
      },
    ],
    only: 'budget',
  }),
)

/** 收入预算 90 万元，其中：一般公共预算 80 万元: so is what it is a part of, wherever that is told. */
const sourcesOfAll: readonly Quantity[] = FUNDS.map(
  ({ fund, names }): Quantity => ({
    name: fund,
    of: ['income_total'],
    words: names,
    budget: [{ at: `budget-income/合计/${fund}` }],
    only: 'budget',
  }),
)

/** 收入预算 90 万元，其中：财政拨款 80 万元: what the treasury gives, by its short name. */
const paidOfAll: Quantity = {
  name: 'fiscal_appropriation_income',
  of: ['income_total'],
  words: ['财政拨款', '财政拨款资金'],
  accounts: [{ at: 'income/合计/fiscal_appropriation' }],
  budget: [{ at: 'budget-income/合计/fiscal_appropriation' }],
}

/** 政府性基金预算当年拨款: what was granted of the fund for the year. */
const granted: readonly Quantity[] = OTHER_FUNDS.map(
  ({ fund, table, names }): Quantity => ({
    name: `${fund}_appropriation`,
    words: names.flatMap((name) => ['当年拨款', '当年财政拨款'].map((of) => name + of)),
    only: 'budget',
    budget: [{ at: `budget-${table}/合计/total` }, { at: `budget-income/合计/${fund}` }],
  }),
)

/** 本年收入 of a budget: what is carried over stands beside it in the total. */
export const ofTheYear: Quantity = {
  name: 'income',
  words: ['本年收入', '本年收入合计', '本年收入预算'],
  only: 'budget',
  budget: [
    { in: ['fiscal'], at: 'budget-fiscal-appropriation-summary/收入:本年收入合计|收入:一、本年收入/amount' },
    { in: ['income'], at: 'budget-income/合计/current_year|total' },
    { at: 'budget-income-expenditure-summary/收入:本年收入合计/amount' },
  ],
}

/** 收支总预算 90 万元，其中：本年预算 80 万元，上年结转 10 万元: the year's own as a part of a total. */
const ownOfTotals: readonly Quantity[] = [
  ...['income_and_expenditure_total', 'income_total'].map((of) => ({ of, summary: 'income-expenditure' })),
  ...['fiscal_appropriation_income_and_expenditure', 'fiscal_appropriation_income_total'].map((of) => ({
    of,
    summary: 'fiscal-appropriation',
  })),
].map(
  ({ of, summary }): Quantity => ({
    name: 'own',
    of: [of],
    words: ['本年', '当年'].flatMap((year) => ['预算', '安排', '拨款', '财政拨款', '资金'].map((word) => year + word)),
    only: 'budget',
    budget: [{ at: `budget-${summary}-summary/收入:本年收入合计|收入:一、本年收入|收入:本年收入/amount` }],
  }),
)

/** 事业收入（不含专户管理教育收费）: only where a form divides the two is it what the table calls 事业收入. */
const ownOfUnits: Quantity = { name: 'income_institutional_own', words: ['事业收入(不含*)'] }

export const ofFunds: readonly Quantity[] = [
  ownOfUnits,
  ...[...wholes, ...wholesOfBudgets, ...left, ...apart, ...inTurn, ...alone],
  ...[...sources, ...sourcesOfAll, paidOfAll, ...granted, ...ownOfTotals],
]
