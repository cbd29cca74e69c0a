/** Columns that tell of the money of a fund where it comes from, and of what is carried over from which fund. */
import type { Columns, HeaderPattern } from '../../src/template/define.ts'

type Headers = readonly HeaderPattern[]

/** Money of the funds by where it comes from. */
export const generalPublicSources = {
  general_public_funding: [
    '经费拨款',
    '经费拨款*',
    '*/经费拨款*',
    '一般公共预算经费拨款',
    '*一般公共预算*/财政拨款',
    '*一般公共预算*/财政拨款收入',
  ],
  general_public_non_tax: ['*非税收入*', '*/*非税收入*'],
  general_public_special: [
    '*专项资金列入*',
    '*专项转移支付*',
    '*提前下达*',
    '一般公共预算*/*专项转移支付*',
    '一般公共预算*/*提前下达*',
    '一般公共预算*/上级专项*',
    '*上级*提前下达*',
    '*提前下达*上级*',
    '一般公共预算*/*上级*提前下达*',
  ],
  general_public_earmarked: ['一般公共预算*/专项收入'],
  general_public_fees: ['一般公共预算*/*行政事业性收费*'],
  general_public_penalties: ['一般公共预算*/*罚没*'],
  general_public_donations: ['一般公共预算*/*捐赠*'],
  general_public_housing_fund: ['一般公共预算*/*住房基金*'],
  general_public_other: ['一般公共预算*/其他收入*', '一般公共预算*/其他非税*'],
  general_public_superior: ['财政拨款*/上级*补助*', '财政拨款*/*转移支付*', '一般公共预算*/上级转移支付*'],
  general_public_bonds: ['财政拨款*/*债券*'],
  general_public_asset_use: ['一般公共预算*/*国有资源*有偿使用*', '一般公共预算*/*国有资产*有偿使用*'],
  general_public_own_level: [
    '一般公共预算*/本级安排',
    '一般公共预算*/本级',
    '一般公共预算*/*本级资金',
    '一般公共预算*/本级财力',
  ],
  government_fund_own_level: ['政府性基金*/本级安排', '政府性基金*/本级', '政府性基金*/*本级资金'],
  // The same words below another fund are money of that fund.
  government_fund_special: ['政府性基金*/*专项转移支付*', '政府性基金*/*提前下达*', '政府性基金*/*上级*'],
  state_capital_special: ['国有资本*/*专项转移支付*', '国有资本*/*提前下达*', '国有资本*/*上级*'],
}

/** What a unit takes in beside public money in the year, where 单位资金 is no column of its own. */
export const OWN_INCOME = ['institutional', 'business', 'superior_subsidy', 'affiliated_remittance', 'other']

/** Kinds of other income, which stand beside it … */
const apartFromOther: Columns = {
  non_peer_appropriation: ['非同级财政拨款*'],
  donations: ['捐赠收入', '*捐赠收入'],
  interest: ['利息收入'],
  rents: ['租金收入', '房屋出租收入'],
  investment: ['投资收益', '投资预算收益', '*投资收益'],
  debt: ['债务收入', '债务预算收入'],
}
/** … and so are parts of the whole, or below it or another source, of which they are parts then. */
export const OTHER_INCOME = Object.keys(apartFromOther)
export const otherIncome: Columns = {
  ...apartFromOther,
  ...Object.fromEntries(
    Object.entries(apartFromOther).map(([id, headers]) => [`other_${id}`, headers.map((h) => `其他收入/${h}`)]),
  ),
  institutional_non_peer_appropriation: ['事业收入/非同级财政拨款*'],
  fiscal_appropriation_peer: ['财政拨款*/同级财政拨款*'],
  fiscal_appropriation_non_peer: ['财政拨款*/非同级财政拨款*'],
}

/** What patients and research pay a hospital, within 事业收入 or beside the treasury's money. */
export const hospitalIncome: Columns = {
  medical: ['医疗收入', '医疗收入/小计', '医疗收入/合计', '*医疗收入', '事业收入/医疗收入'],
  medical_outpatient: ['医疗收入/门*'],
  medical_inpatient: ['医疗收入/住院*'],
  science_education: ['科教收入', '*科教*收入', '事业收入/科教*收入'],
}

/** What is carried over, by its source. */
export const carriedOverSources = {
  carried_over_general_public: [...leftOf('一般公共预算*'), ...isLeft('一般公共预算')],
  carried_over_government_fund: [...leftOf('政府性基金*'), ...isLeft('政府性基金')],
  carried_over_state_capital: [...leftOf('国有资本*'), ...isLeft('国有资本')],
  carried_over_special_account: [...leftOf('财政专户*'), ...isLeft('财政专户')],
  carried_over_unit_funds: [
    ...leftOf('单位资金*'),
    ...leftOf('单位自有资金*'),
    ...leftOf('单位其他资金*'),
    ...leftOf('其他资金*'),
  ],
  carried_over_fiscal: [...leftOf('财政拨款*'), ...leftOf('财政结余'), ...leftOf('财政性*')],
  carried_over_non_fiscal: [...leftOf('非财政*'), ...leftOf('其他结余'), ...leftOf('其他')],
}

/** The year's own money of each source, where what is carried over of it stands beside. */
export const currentSources: Columns = {
  fiscal_appropriation_current: currentOf('财政拨款*'),
  general_public_current: currentOf('一般公共预算*'),
  government_fund_current: currentOf('政府性基金*'),
  state_capital_current: currentOf('国有资本*'),
  special_account_current: currentOf('财政专户*'),
  unit_funds_current: currentOf('单位资金*'),
}
/** Alone beside what is carried over, as the source's own. */
export const currentAlone = Object.fromEntries(
  Object.keys(currentSources).map((id) => [id, id.replace('_current', '')]),
)

function currentOf(source: string): Headers {
  return ['本年', '当年'].flatMap((own) =>
    ['', '*拨款*', '*安排*', '*收入*', '*预算*', '*资金*'].map((of) => `${source}/${own}${of}`),
  )
}

/** 一般公共预算结转 in one header. */
function isLeft(source: string): Headers {
  return ['结转', '结余', '结转结余'].flatMap((left) => [`${source}*${left}`, `上年${source}*${left}`])
}

function leftOf(source: string): Headers {
  const over = ['上年*结*', '年初*结*', '*结转*结余*', '*结余*结转*', '*财政拨款结转*', '结转资金*']
  const below = ['上年*结*', '年初*结*', '*结转*结余*', '*结余*结转*', '结转*资金*', '结转']
  return [...over.map((left) => `${left}/${source}`), ...below.map((left) => `${source}/${left}`)]
}
