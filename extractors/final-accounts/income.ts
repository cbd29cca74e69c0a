/** 公开02表 收入决算表: what the unit took in, by function code and source. */
import { defineTable } from '../../src/template/define.ts'
import { byPublicMoney } from '../vocabulary/borne-out.ts'
import { actualTotal, fiscalAppropriation } from '../vocabulary/columns.ts'
import { bareYears, comparison, staged } from '../vocabulary/comparison.ts'
import { codes } from '../vocabulary/identities.ts'
import { hospitalIncome, OTHER_INCOME, otherIncome } from '../vocabulary/sources.ts'

const sources = {
  fiscal_appropriation: [...fiscalAppropriation, '财政补助收入'],
  superior_subsidy: ['上级补助收入', '上级补助*'],
  institutional: ['事业收入', '事业收入/小计', '事业收入/合计', '事业收入/金额'],
  institutional_education_fees: ['其中:教育收费', '教育收费', '事业收入/*教育收费*'],
  institutional_special_account: ['事业收入/*财政专户*', '事业收入/*专户管理*'],
  business: ['经营收入', '*经营收入'],
  affiliated_remittance: ['附属单位上缴收入', '附属单位*', '*附属单位*缴*'],
  ...hospitalIncome,
  ...otherIncome,
  other: ['其他收入', '其他收入/小计', '其他收入/合计', '其他收入/金额'],
}

/** Those of the national form; the others are parts of them, or of some places. */
const SOURCES = [
  'fiscal_appropriation',
  'superior_subsidy',
  'institutional',
  'business',
  'affiliated_remittance',
  'other',
]

export const income = defineTable({
  id: 'income',
  kind: 'final-accounts',
  number: '公开02表',
  titles: ['收入决算表', '收入决算总表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '项目'],
  bornOut: byPublicMoney,
  rows: { by: 'code', classification: 'functional' },
  prefixes: bareYears,
  expected: ['total', ...SOURCES],
  columns: {
    total: [...actualTotal, '本年收入'],
    ...sources,
    surplus_used: ['使用*结余', '使用*结余(*', '用*弥补收支差额'],
    general_public: ['财政拨款收入/*一般公共预算*', '其中:一般公共预算*'],
    government_fund: ['财政拨款收入/*政府性基金*', '其中:政府性基金*'],
    state_capital: ['财政拨款收入/*国有资本*', '其中:国有资本*'],
    ...comparison,
    ...staged({ total: actualTotal, ...sources }),
  },
  identities: [
    codes,
    {
      sum: 'total',
      of: [...SOURCES, ...OTHER_INCOME],
      // Some count it in.
      or: ['surplus_used', 'medical', 'science_education'],
    },
    { sum: 'fiscal_appropriation', of: ['general_public', 'government_fund', 'state_capital'] },
  ],
})
