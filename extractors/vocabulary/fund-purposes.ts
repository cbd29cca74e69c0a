/** Columns that a fund and a purpose name together. */

/** What a fund pays for, where its header spans the purposes, or theirs the funds. */
export const fundPurposes = {
  fiscal_appropriation_basic: ['财政拨款*/基本支出', '基本支出/财政拨款*'],
  fiscal_appropriation_project: ['财政拨款*/项目支出', '项目支出/财政拨款*'],
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
