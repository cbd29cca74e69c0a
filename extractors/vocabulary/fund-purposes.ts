/** Columns that a fund and a purpose name together. */
import type { Columns, Identity } from '../../src/template/define.ts'

/** What a fund pays for, where its header spans the purposes, or theirs the funds. */
const ofFunds: Columns = {
  fiscal_appropriation_basic: ['财政拨款*/基本支出', '*年财政拨款*/基本支出', '基本支出/财政拨款*'],
  fiscal_appropriation_project: ['财政拨款*/项目支出', '*年财政拨款*/项目支出', '项目支出/财政拨款*'],
  general_public_basic: ['一般公共预算*/基本支出', '一般公共预算*/*/基本支出', '基本支出/一般公共预算*'],
  general_public_project: ['一般公共预算*/项目支出', '一般公共预算*/*/项目支出', '项目支出/一般公共预算*'],
  government_fund_basic: ['政府性基金*/基本支出', '政府性基金*/*/基本支出', '基本支出/政府性基金*'],
  government_fund_project: ['政府性基金*/项目支出', '政府性基金*/*/项目支出', '项目支出/政府性基金*'],
  state_capital_basic: ['国有资本*/基本支出', '国有资本*/*/基本支出', '基本支出/国有资本*'],
  state_capital_project: ['国有资本*/项目支出', '国有资本*/*/项目支出', '项目支出/国有资本*'],
  special_account_basic: ['*财政专户*/基本支出', '基本支出/*财政专户*'],
  special_account_project: ['*财政专户*/项目支出', '项目支出/*财政专户*'],
  unit_funds_basic: [
    '单位资金*/基本支出',
    '其他资金*/基本支出',
    '非财政*/基本支出',
    '基本支出/单位资金*',
    '基本支出/其他资金*',
    '基本支出/非财政*',
  ],
  unit_funds_project: [
    '单位资金*/项目支出',
    '其他资金*/项目支出',
    '非财政*/项目支出',
    '项目支出/单位资金*',
    '项目支出/其他资金*',
    '项目支出/非财政*',
  ],
}

/** How the headers over a fund's money begin. */
const funds: Record<string, readonly string[]> = {
  fiscal_appropriation: ['财政拨款*'],
  general_public: ['一般公共预算*'],
  government_fund: ['政府性基金*'],
  state_capital: ['国有资本*'],
  special_account: ['*财政专户*'],
  unit_funds: ['单位资金*', '其他资金*', '非财政*'],
}
/** The parts of 基本支出, which may stand over them. */
const parts: Record<string, readonly string[]> = {
  personnel: ['人员经费', '人员支出', '人员类*'],
  non_personnel: ['公用经费', '公用支出', '日常公用经费', '日常公用支出', '公用类*'],
}

/** What each fund pays for. */
export const fundPurposes: Columns = {
  ...ofFunds,
  ...Object.fromEntries(
    Object.entries(funds).flatMap(([fund, over]) =>
      Object.entries(parts).map(([part, headers]): [string, readonly string[]] => [
        `${fund}_${part}`,
        over.flatMap((f) => headers.flatMap((h) => [`${f}/${h}`, `${f}/基本支出/${h}`])),
      ]),
    ),
  ),
}

/** A unit's own money may pay for more than these. */
const fiscalFunds = Object.keys(funds).filter((fund) => fund !== 'unit_funds')

export const fundSums: readonly Identity[] = fiscalFunds.flatMap(sumsOfFund)

export function sumsOfFund(fund: string): Identity[] {
  return [
    { sum: fund, of: [`${fund}_basic`, `${fund}_project`] },
    { sum: fund, of: [`${fund}_personnel`, `${fund}_non_personnel`, `${fund}_project`], unless: [`${fund}_basic`] },
    { sum: `${fund}_basic`, of: [`${fund}_personnel`, `${fund}_non_personnel`] },
  ]
}
