/** Sources of income, kinds of expenditure, funds. */
import type { Quantity, Reference } from '../../src/narrative/define.ts'

function source(name: string, column: string, ...words: string[]): Quantity {
  return {
    name,
    words,
    accounts: [{ at: `income/合计/${column}` }],
    budget: [{ at: `budget-income/合计/${column}` }],
  }
}

/** The same in the tables of one fund, in the chapters on them. */
export function ofFund(column: string, before: '' | 'budget-' = ''): Reference[] {
  return [
    { in: ['fund'], at: `${before}government-fund/合计/${column}` },
    { in: ['capital'], at: `${before}state-capital/合计/${column}` },
  ]
}

/** Money by where it comes from: as a part of what is spent on one thing it is no figure of the tables of income and funds. */
export const byMoney: readonly string[] = [
  'general_public_expenditure',
  'general_public_appropriation',
  'government_fund_expenditure',
  'state_capital_expenditure',
  'fiscal_appropriation_income',
  'fiscal_appropriation_expenditure',
  'income_general_public',
  'income_government_fund',
  'income_state_capital',
  'income_special_account',
  'income_unit_funds',
  'income_institutional',
  'income_other',
]

function kind(name: string, column: string, ...words: string[]): Quantity {
  return {
    name,
    words,
    column,
    ownParts: byMoney,
    accounts: [
      { in: ['general', 'basic'], at: `general-public-expenditure/合计/${column}` },
      ...ofFund(column),
      { at: `expenditure/合计/${column}` },
    ],
    budget: [
      { in: ['general'], at: `budget-general-public-expenditure/合计/${column}` },
      ...ofFund(column, 'budget-'),
      { at: `budget-expenditure/合计/${column}` },
    ],
  }
}

/** 使用政府性基金预算拨款安排的支出: what is spent of a fund, in more words. */
function spentOf(fund: string): string[] {
  const given = ['拨款', '财政拨款'].flatMap((of) =>
    ['安排的支出', '安排支出', '安排'].map((spent) => fund + of + spent),
  )
  return ['', '使用', '用'].flatMap((lead) => given.map((words) => lead + words))
}

/** Where 人员经费 and 公用经费 are those that the general public budget pays: the table has no others. */
const OF_GENERAL = ['general', 'basic', 'fiscal', 'fiscal-expenditure', 'fiscal-basic', 'agency', '']

/** What they are parts of. */
const GENERAL_BASIC = 'general-public-expenditure/合计/basic'
const PERSONNEL = ['人员经费', '人员支出', '人员经费支出']
const NON_PERSONNEL = ['公用经费', '日常公用支出', '日常公用经费', '公用经费支出', '公用支出']

export const parts: readonly Quantity[] = [
  source('income_superior_subsidy', 'superior_subsidy', '上级补助收入'),
  source('income_institutional', 'institutional', '事业收入', '事业收入预算'),
  source('income_business', 'business', '经营收入', '事业单位经营收入'),
  source('income_affiliated_remittance', 'affiliated_remittance', '附属单位上缴收入', '附属单位缴款收入'),
  source('income_education_fees', 'education_fees', '教育收费资金收入', '教育收费收入'),
  source('income_other', 'other', '其他收入', '当年其他收入', '其他收入预算'),
  {
    name: 'income_general_public',
    words: [
      '一般公共预算拨款收入',
      '一般公共预算收入',
      '一般公共预算财政拨款收入',
      '一般公共预算资金',
      '一般公共预算拨款',
      '一般公共财政预算拨款收入',
      '一般公共财政预算拨款',
      '公共财政预算拨款收入',
      '公共财政预算拨款',
    ],
    accounts: [
      {
        in: ['fiscal'],
        at: 'fiscal-appropriation-summary/收入:一、一般公共预算财政拨款|收入:一、一般公共预算财政拨款收入/amount',
      },
      { at: 'income-expenditure-summary/收入:一、一般公共预算财政拨款收入/amount' },
    ],
    budget: [
      {
        in: ['fiscal'],
        at: 'budget-fiscal-appropriation-summary/收入:(一)一般公共预算拨款|收入:一、一般公共预算|收入:一般公共预算拨款收入/amount',
      },
      // By source it may be told with what was carried over of it: all that is spent of the fund.
      {
        in: ['fiscal-expenditure'],
        at: 'budget-fiscal-appropriation-summary/支出:支出总计|支出:支出合计|支出:总计/general_public',
      },
      // 一般公共预算拨款合计, divided by purpose, is what is spent of it, with what is carried over.
      { in: ['general'], at: 'budget-general-public-expenditure/合计/total' },
      { at: 'budget-income/合计/general_public' },
      { at: 'budget-income-expenditure-summary/收入:一、一般公共预算拨款收入|收入:一、一般公共预算/amount' },
    ],
  },
  {
    name: 'income_government_fund',
    words: [
      '政府性基金预算拨款收入',
      '政府性基金预算拨款',
      '政府性基金预算收入',
      '政府性基金预算财政拨款收入',
      '政府性基金财政拨款收入',
      '政府性基金财政拨款',
      '政府性基金收入',
      '政府性基金拨款收入',
      ...['基金预算收入', '基金预算拨款'],
    ],
    accounts: [
      { in: ['fund'], at: 'government-fund/合计/income' },
      { at: 'income-expenditure-summary/收入:二、政府性基金预算财政拨款收入/amount' },
    ],
    budget: [
      { at: 'budget-income/合计/government_fund' },
      { at: 'budget-income-expenditure-summary/收入:二、政府性基金预算拨款收入/amount' },
    ],
  },
  {
    name: 'income_state_capital',
    words: [
      '国有资本经营预算拨款收入',
      '国有资本经营预算拨款',
      '国有资本经营预算收入',
      '国有资本经营预算财政拨款收入',
      '国有资本经营财政拨款收入',
      '国有资本经营财政拨款',
      // Yunnan.
      ...['国有资本经营收益财政拨款', '国有资本经营收益'],
      '国有资本经营收入',
      '国有资本经营拨款收入',
    ],
    accounts: [
      { in: ['capital'], at: 'state-capital/合计/income' },
      { at: 'income-expenditure-summary/收入:三、国有资本经营预算财政拨款收入/amount' },
    ],
    budget: [
      { at: 'budget-income/合计/state_capital' },
      { at: 'budget-income-expenditure-summary/收入:三、国有资本经营预算拨款收入/amount' },
    ],
  },
  {
    name: 'income_special_account',
    words: [
      ...['财政专户管理资金收入', '财政专户管理资金', '专户资金'],
      ...['财政专户拨款收入', '财政专户收入', '财政专户核拨收入'],
      ...['纳入', '', '纳入财政', '财政'].flatMap((lead) =>
        ['行政事业性收费', '教育收费', '非税收入', '收入', '资金'].map((of) => `${lead}专户管理的${of}`),
      ),
      '财政专户管理教育收费',
    ],
    budget: [{ at: 'budget-income/合计/special_account' }],
  },
  {
    name: 'income_unit_funds',
    words: ['单位资金', '单位资金收入', '其他来源收入'],
    budget: [{ at: 'budget-income/合计/unit_funds' }],
  },
  {
    name: 'contingency',
    words: ['单位预留机动经费', '预留机动经费'],
    budget: [{ at: 'budget-expenditure/合计/contingency' }],
  },
  kind('basic_expenditure', 'basic', '基本支出', '基本支出预算', '基本支出决算', '*正常运转的日常支出'),
  kind('project_expenditure', 'project', '项目支出', '项目支出预算', '项目支出决算', '用于专项业务工作的经费支出'),
  kind('expenditure_remitted', 'remitted_to_superior', '上缴上级支出'),
  kind('expenditure_business', 'business', '经营支出', '事业单位经营支出'),
  kind('expenditure_subsidy', 'subsidy_to_affiliated', '对附属单位补助支出', '对附属单位补助'),
  {
    name: 'general_public_basic_expenditure',
    column: 'basic',
    words: [
      '财政拨款基本支出',
      '一般公共财政拨款基本支出',
      '一般公共预算财政拨款基本支出',
      '一般公共预算基本支出',
      '一般公共预算拨款基本支出',
    ],
    accounts: [{ at: 'general-public-expenditure/合计/basic' }],
    budget: [
      { in: ['fiscal-basic'], at: 'budget-fiscal-appropriation-basic-expenditure/合计/total' },
      { at: 'budget-basic-expenditure/合计/total' },
      { at: 'budget-general-public-expenditure/合计/basic' },
    ],
  },
  {
    name: 'general_public_project_expenditure',
    column: 'project',
    words: ['一般公共预算财政拨款项目支出', '一般公共预算项目支出'],
    accounts: [{ at: 'general-public-expenditure/合计/project' }],
    budget: [{ at: 'budget-general-public-expenditure/合计/project' }],
  },
  {
    // What was granted for the year and, where the table spends what was carried over too, what comes in.
    name: 'general_public_appropriation',
    words: ['一般公共预算当年拨款', '一般公共预算当年财政拨款', '一般公共预算财政拨款'],
    accounts: [
      { at: 'general-public-expenditure/合计/total' },
      { at: 'income-expenditure-summary/收入:一、一般公共预算财政拨款收入/amount' },
    ],
    budget: [
      { at: 'budget-general-public-expenditure/合计/total' },
      { at: 'budget-income/合计/general_public' },
      { at: 'budget-income-expenditure-summary/收入:一、一般公共预算拨款收入|收入:一、一般公共预算/amount' },
    ],
  },
  {
    name: 'general_public_expenditure',
    words: [
      '一般公共预算财政拨款支出',
      '一般公共预算财政拨款支出总计',
      '一般公共预算财政拨款支出合计',
      '一般公共预算财政拨款总支出',
      '一般公共预算支出',
      '一般公共预算支出总计',
      '一般公共预算支出合计',
      '一般公共预算拨款支出',
      '一般公共预算当年拨款支出',
      '一般公共预算拨款支出预算',
      '一般公共预算财政拨款支出预算',
    ],
    accounts: [{ at: 'general-public-expenditure/合计/total' }],
    budget: [{ at: 'budget-general-public-expenditure/合计/total' }],
  },
  {
    name: 'government_fund_expenditure',
    words: [
      '政府性基金预算财政拨款支出',
      '政府性基金预算支出',
      '政府性基金拨款支出',
      '政府性基金支出',
      '政府性基金预算拨款支出',
      '政府性基金支出预算',
      '政府性基金预算拨款支出预算',
      '政府性基金预算财政拨款支出预算',
      ...spentOf('政府性基金预算'),
    ],
    accounts: [{ at: 'government-fund/合计/total' }],
    budget: [{ at: 'budget-government-fund/合计/total' }],
  },
  {
    name: 'state_capital_expenditure',
    words: [
      '国有资本经营预算财政拨款支出',
      '国有资本经营预算支出',
      '国有资本经营预算拨款支出',
      '国有资本经营支出',
      '国有资本经营支出预算',
      '国有资本经营预算拨款支出预算',
      '国有资本经营预算财政拨款支出预算',
      ...spentOf('国有资本经营预算'),
    ],
    accounts: [{ at: 'state-capital/合计/total' }],
    budget: [{ at: 'budget-state-capital/合计/total' }],
  },
  {
    name: 'personnel',
    words: PERSONNEL,
    column: 'personnel',
    accounts: [{ in: OF_GENERAL, at: 'basic-expenditure/人员经费合计|人员支出合计/amount', within: GENERAL_BASIC }],
    budget: [
      { in: ['fiscal-basic'], at: 'budget-fiscal-appropriation-basic-expenditure/合计/personnel' },
      { in: ['expenditure'], at: 'budget-expenditure/合计/personnel' },
      { at: 'budget-basic-expenditure/合计/personnel' },
    ],
  },
  {
    name: 'non_personnel',
    words: NON_PERSONNEL,
    column: 'non_personnel',
    accounts: [{ in: OF_GENERAL, at: 'basic-expenditure/公用经费合计|公用支出合计/amount', within: GENERAL_BASIC }],
    budget: [
      { in: ['fiscal-basic'], at: 'budget-fiscal-appropriation-basic-expenditure/合计/non_personnel' },
      { in: ['expenditure'], at: 'budget-expenditure/合计/non_personnel' },
      { at: 'budget-basic-expenditure/合计/non_personnel' },
    ],
  },
  // Elsewhere they are those that all money pays for, which no table holds.
  { name: 'personnel', words: PERSONNEL, column: 'personnel' },
  { name: 'non_personnel', words: NON_PERSONNEL, column: 'non_personnel' },
]
