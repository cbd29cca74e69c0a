/** 收入预算总表: what the unit means to take in, by source; lines by function code or by sub-unit. */
import { defineTable } from '../../src/template/define.ts'
import { accountBalance, carriedOver } from '../vocabulary/balances.ts'
import { byPublicMoney } from '../vocabulary/borne-out.ts'
import {
  fiscalAppropriation,
  generalPublic,
  governmentFund,
  grandTotal,
  socialInsurance,
  specialAccount,
  stateCapital,
  unitFunds,
} from '../vocabulary/columns.ts'
import { otherYearsAndChange } from '../vocabulary/comparison.ts'
import { byCarriedOver, codes } from '../vocabulary/identities.ts'
import {
  carriedOverSources,
  currentAlone,
  currentSources,
  generalPublicSources,
  hospitalIncome,
  OTHER_INCOME,
  OWN_INCOME,
  otherIncome,
} from '../vocabulary/sources.ts'

/** The money of the treasury and of the special account. */
const publicFunds = ['general_public', 'government_fund', 'state_capital', 'special_account']
/** What a unit takes in beside it in the year … */
const yearsOwn = [...OWN_INCOME, ...OTHER_INCOME]
/** … and what was left from before. */
const leftBefore = ['carried_over', 'account_balance', 'balance_used']
const ownIncome = [...yearsOwn, ...leftBefore]

/** Public money that few departments have. */
const FROM_ELSEWHERE = ['superior_fiscal', 'social_insurance']

/** What was left of the treasury's money and of other, without a column of both. */
const LEFT = ['carried_over_fiscal', 'carried_over_non_fiscal']

export const budgetIncome = defineTable({
  id: 'budget-income',
  kind: 'budget',
  titles: ['收入预算总表', '收入总表', '收入预算总体情况表', '收入总体情况表', '部门收入总表', '收入来源预算表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '项目', '收支', '支出'],
  bornOut: byPublicMoney,
  rows: { by: 'code', classification: 'functional' },
  expected: ['total', 'institutional', 'business', 'other'],
  columns: {
    total: grandTotal,
    current_year: ['本年收入/小计', '本年收入/合计', '本年收入合计', '本年收入小计', '本年收入'],
    // What the year gives, beside what is left of the one before (Shaanxi).
    department_budget: ['部门预算/小计'],
    fiscal_appropriation: [...fiscalAppropriation, '财政拨款(*', '财政拨款(*/小计', '财政拨款(*/合计', '财政补助收入'],
    general_public: [...generalPublic, '财政拨款(一般公共预算*)'],
    government_fund: governmentFund,
    state_capital: stateCapital,
    ...generalPublicSources,
    special_account: specialAccount,
    education_fees: ['教育收费', '教育收费收入', '教育收费(*', '教育收费资金*', '*/教育收费', '*/教育收费收入'],
    special_account_other: ['其他专户收入拨款', '*/其他专户*'],
    unit_funds: [...unitFunds, '其他资金/合计'],
    institutional: ['事业收入', '事业收入/小计', '事业收入/合计', '*/事业收入', '事业收入/金额', '事业收入(*'],
    institutional_education_fees: [
      '事业收入/教育收费*',
      '事业收入/教育收费',
      '事业收入/*教育收费',
      '事业收入/*教育收费收入',
    ],
    institutional_non_education: ['事业收入/非教育*'],
    institutional_special_account: ['事业收入/*财政专户*', '事业收入/*专户管理*'],
    business: ['事业单位经营收入', '经营收入', '*经营收入预算', '*/事业单位经营收入'],
    superior_subsidy: ['上级补助收入', '*/上级补助收入'],
    superior_fiscal: ['上级财政补助*', '*/上级财政补助*'],
    social_insurance: socialInsurance,
    affiliated_remittance: ['附属单位上缴收入', '附属单位上缴收入/金额', '*/附属单位上缴收入'],
    affiliated_remittance_education_fees: ['附属单位上缴收入/教育收费'],
    ...hospitalIncome,
    fiscal_appropriation_basic: ['财政*/基本*', '财政基本*补助*'],
    fiscal_appropriation_project: ['财政*/项目*', '财政*/专项*', '财政项目*补助*'],
    other: ['其他收入', '其他收入/小计', '其他收入/合计', '其他收入/金额', '*/其他收入'],
    carried_over: carriedOver,
    ...carriedOverSources,
    ...currentSources,
    ...otherIncome,
    account_balance: accountBalance,
    balance_used: [
      '*弥补收支差额',
      '使用非财政拨款结余',
      '用事业基金*',
      '非财政拨款结余*',
      '动用*结余*',
      '使用*结余',
      '使用*结余(*',
    ],
  },
  prefixes: otherYearsAndChange,
  standsFor: { ...currentAlone, department_budget: 'total' },
  identities: [
    codes,
    { sum: 'total', of: ['current_year', 'carried_over', 'balance_used'] },
    { sum: 'total', of: ['department_budget', 'carried_over', 'account_balance'] },
    {
      sum: 'total',
      of: [...publicFunds, 'education_fees', 'special_account_other', ...ownIncome],
      // A fund without a column of its own, by where it comes from.
      or: [...FROM_ELSEWHERE, 'government_fund_own_level', 'government_fund_special', ...LEFT, ...byCarriedOver.of],
      unless: ['current_year', 'fiscal_appropriation', 'unit_funds', 'institutional_education_fees'],
    },
    // 其中：教育收费 beside all 事业收入.
    {
      sum: 'total',
      given: ['institutional', 'institutional_education_fees'],
      of: [...publicFunds, ...ownIncome],
      or: [...FROM_ELSEWHERE, ...byCarriedOver.of],
      unless: ['current_year', 'fiscal_appropriation', 'unit_funds', 'education_fees'],
    },
    {
      sum: 'total',
      given: ['unit_funds'],
      of: [...publicFunds, 'unit_funds', ...leftBefore],
      or: [...FROM_ELSEWHERE, ...byCarriedOver.of],
      unless: ['current_year', 'fiscal_appropriation', ...yearsOwn],
    },
    {
      sum: 'total',
      of: ['fiscal_appropriation', 'special_account', ...ownIncome],
      or: [
        'general_public_non_tax',
        'government_fund',
        'state_capital',
        'education_fees',
        ...LEFT,
        ...byCarriedOver.of,
      ],
      unless: ['current_year', 'unit_funds'],
      usual: true,
    },
    {
      sum: 'total',
      given: ['fiscal_appropriation'],
      of: ['unit_funds', 'fiscal_appropriation', 'special_account', 'carried_over', 'balance_used'],
      or: ['education_fees', ...LEFT],
      unless: ['current_year'],
      usual: true,
    },
    byCarriedOver,
    {
      sum: 'general_public',
      of: [
        'general_public_funding',
        'general_public_non_tax',
        'general_public_earmarked',
        'general_public_fees',
        'general_public_asset_use',
        'general_public_penalties',
        'general_public_donations',
        'general_public_housing_fund',
        'general_public_other',
      ],
    },
    { sum: 'current_year', of: [...publicFunds, ...yearsOwn], unless: ['unit_funds'] },
    { sum: 'department_budget', of: [...publicFunds, ...yearsOwn], unless: ['unit_funds'] },
    // 单位资金 stands for what is its own, or, where they are no parts of it, beside them.
    { sum: 'current_year', given: ['unit_funds'], of: [...publicFunds, 'unit_funds'], or: yearsOwn },
  ],
})
