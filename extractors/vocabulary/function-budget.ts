/** The columns of a budget table by function code: the same whichever fund pays. */
import type { Affixes, Columns } from '../../src/template/define.ts'
import { closingBalance } from './balances.ts'
import {
  basic,
  basicWithoutConstruction,
  nonPersonnel,
  personnel,
  previousWithoutConstruction,
  project,
  projectWithoutConstruction,
  total,
  totalWithoutConstruction,
} from './columns.ts'
import { comparison } from './comparison.ts'

/** What the money is spent on, where a form divides its columns by economic class. */
const natureHeaders = {
  wages_welfare: ['工资福利支出', '*/工资福利支出', '基本支出/工资福利支出'],
  goods_services: ['商品和服务支出', '商品服务支出', '*/商品*服务支出', '基本支出/商品*服务支出'],
  personal_family: ['对个人和家庭的补助*', '*/对个人和家庭*', '基本支出/对个人和家庭*'],
  capital: ['其他资本性支出', '资本性支出', '资本性支出*', '*/资本性支出', '*/资本性支出*', '基本支出/资本性支出*'],
  capital_construction: ['资本性支出(基本建设)', '*/资本性支出(基本建设)'],
  debt_interest: ['债务利息及费用支出', '*/债务利息*'],
  enterprise_subsidy: ['对企业补助', '对企业补助*', '*/对企业补助', '*/对企业补助*'],
  enterprise_subsidy_construction: ['对企业补助(基本建设)', '*/对企业补助(基本建设)'],
  social_security_subsidy: ['对社会保障基金补助', '*/对社会保障基金补助'],
  other_expenditure: ['其他支出'],
}

/** Each also where its lines stand below it: 工资福利支出/小计. */
export const natures: Columns = Object.fromEntries(
  Object.entries(natureHeaders).map(([id, headers]) => [
    id,
    [...headers, ...headers.filter((h) => !/[*/]/.test(h)).flatMap((h) => [`${h}/小计`, `${h}/合计`])],
  ]),
)

/** The same below 项目支出, where 基本支出 is divided, too. */
export const projectNatures = {
  project_wages_welfare: ['项目支出/工资福利支出'],
  project_goods_services: ['项目支出/商品*服务支出'],
  project_personal_family: ['项目支出/对个人和家庭*'],
  project_capital: ['项目支出/资本性支出*'],
}

/** What is left for the next year. */
export const carriedForward = [
  ...['结转下年资金', '结转下年', '结转下年*', '结余结转下年*'],
  ...['年末*结转*', '年终*结转*', '年末结余*', '年终结余*'],
]

/** The year's own money beside what is carried over. */
export const moneyOf = {
  '.current': [
    '本年',
    '当年',
    '本年安排*',
    '本年财力*',
    '当年财力*',
    '当年安排*',
    '本年预算安排*',
    '当年预算安排*',
    '本年拨款安排*',
    '本年资金安排*',
    '当年预算',
    '当年预算数',
    '本年预算',
    '本年预算数',
    '当年拨款',
    '本年拨款',
    '本年财政拨款',
    '当年财政拨款',
    '*当年*拨款安排',
    '当年*预算安排',
    '当年*支出',
  ],
  '.carried_over': [
    ...['上年结转', '上年结转*', '上年财政拨款*结转*', '上年结余*', '结转资金*'],
    // 结转下年支出 is of the next year.
    ...['结转支出', '结转安排', '结转结余', '结转结余支出', '结转结余安排'],
  ],
  '.advance_transfers': ['*提前通知*', '*上级提前通知*', '上级*提前下达*', '提前下达*转移支付*'],
}

/** The same in the table of one fund, which names it over the year's own money: 本年一般公共预算 beside 上年结转. */
export function moneyOfFund(fund: string): Affixes {
  return { ...moneyOf, '.current': [...moneyOf['.current'], `本年${fund}*`, `当年${fund}*`] }
}

/** The same where all sources stand: 本年财政拨款 beside 单位资金 is a source, and not all of the year's own. */
export const moneyOfAll: Affixes = {
  ...moneyOf,
  '.current': moneyOf['.current'].filter((header) => !header.endsWith('财政拨款')),
}

/** The same of accounts, in which what was planned of the year is another figure. */
export const moneyOfAccounts: Affixes = {
  ...moneyOfAll,
  '.current': (moneyOfAll['.current'] ?? []).filter((header) => !header.includes('预算')),
}

/** The same in summaries, where what comes in is divided by year, too. */
export const summaryMoney: Affixes = { ...moneyOf, '.current': [...moneyOf['.current'], '本年收入'] }
export const summaryMoneyOfAll: Affixes = { ...moneyOfAll, '.current': [...(moneyOfAll['.current'] ?? []), '本年收入'] }

/** Kinds of projects, where a form divides them. */
export const projectKinds = {
  project_operating: ['*其他运转类*', '*运转类其他*', '项目支出/*其他运转类*', '项目支出/*运转类其他*'],
  project_target: ['*特定目标类*', '项目支出/*特定目标类*'],
  project_administrative: ['行政事业类项目', '行政事业类项目/小计'],
  previous_actual_construction: ['*执行数/*基建投资'],
  total_construction: ['预算数/*基建投资', '预算数/*基本建设*'],
  project_construction: [
    '基本建设类项目',
    '基本建设类项目/小计',
    '项目支出/*基建投资',
    '项目支出/基建项目',
    '项目支出/基本建设项目',
  ],
  operating: ['运转类', '运转类项目', '运转类支出', '*/运转类', '*/运转类项目', '*/运转类支出'],
  project_own_level: [
    '项目支出/本级',
    '项目支出/本级支出',
    '项目支出/本级项目*',
    '项目支出/本级安排*',
    '项目支出/部门使用*',
    '项目支出/本部门*',
  ],
  project_superior: ['项目支出/上级*', '项目支出/*上级专款*'],
  project_transfers: ['项目支出/*转移支付*'],
  project_one_time: ['*一次性项目*'],
  project_department: ['项目支出/部门专项*'],
  project_development: ['项目支出/发展经费'],
  // Henan.
  project_general: ['项目支出/一般性项目*'],
  project_special: ['项目支出/专项资金*'],
  project_recurring: ['*经常性项目*', '*延续性项目*'],
}

export const byFunction = {
  total,
  basic,
  personnel,
  non_personnel: nonPersonnel,
  project: [...project, '项目支出/年初预算数'],
  basic_without_construction: basicWithoutConstruction,
  project_without_construction: projectWithoutConstruction,
  ...projectKinds,
  total_without_construction: totalWithoutConstruction,
  ...comparison,
  previous_actual_without_construction: previousWithoutConstruction,
  change_without_construction: [
    '*(扣除*/增减额',
    '*/扣除*增减额',
    '*增减*/扣除*额',
    '增减额/扣除*',
    '扣除*增减额',
    '*增减额(扣除*',
    '*/增减额(扣除*',
  ],
  change_rate_without_construction: [
    '*(扣除*/增减率',
    '*/扣除*增减*%*',
    '*增减*/扣除*%*',
    '*增减*/扣除*率*',
    '增减率/扣除*',
    '扣除*增减*%*',
    '*增减%(扣除*',
    '*/增减%(扣除*',
  ],
}

/** The same in the account of one fund, which may print what came in and what is left. */
export const accountByFunction = {
  ...byFunction,
  total: total.filter((header) => !header.includes('收入')),
  ...natures,
  income: ['本年收入', '本年收入/合计', '本年收入/小计'],
  closing_balance: closingBalance,
}
