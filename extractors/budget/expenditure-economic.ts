/** Spending with the classes of economic subjects as columns (lines by function code), or as lines (columns by fund). */
import { defineTable, type Identity } from '../../src/template/define.ts'
import { carriedOver } from '../vocabulary/balances.ts'
import {
  basic,
  fiscalAppropriation,
  generalPublic,
  governmentFund,
  nonPersonnel,
  personnel,
  project,
  specialAccount,
  stateCapital,
  total,
  unitFunds,
} from '../vocabulary/columns.ts'
import {
  byEconomicLine,
  departmentClasses,
  economicColumns,
  governmentClasses,
  governmentLines,
} from '../vocabulary/economic.ts'
import { byPurpose, codes } from '../vocabulary/identities.ts'
import { generalPublicSources } from '../vocabulary/sources.ts'

const purposes = { '.basic': ['基本支出'], '.project': ['项目支出'] }
const sources = {
  fiscal_appropriation: [...fiscalAppropriation, '财政拨款*/小计', '财政拨款*/合计'],
  general_public: generalPublic,
  ...generalPublicSources,
  government_fund: governmentFund,
  state_capital: stateCapital,
  special_account: specialAccount,
  unit_funds: unitFunds,
  carried_over: carriedOver,
  institutional: ['事业收入', '*/事业收入'],
  business_income: ['经营收入', '事业单位经营收入', '*/事业单位经营收入', '*/经营收入'],
  superior_subsidy: ['上级补助收入', '*/上级补助收入'],
  affiliated_remittance: ['附属单位上缴收入', '*/附属单位上缴收入'],
  other: ['其他收入', '*/其他收入'],
  personnel,
  non_personnel: nonPersonnel,
}
/** Words of a title that says whose classification its subjects are of: 对企业补助 has one code for departments, another for governments. */
const ofGovernments = ['政府预算经济', '政府经济', '政府支出经济', '政府预算支出经济']

const byClass = (classes: object): readonly Identity[] => [codes, { sum: 'total', of: Object.keys(classes) }, byPurpose]

/** 按部门预算经济分类: 工资福利支出, 商品和服务支出, … */
export const budgetExpenditureEconomic = defineTable({
  id: 'budget-expenditure-economic',
  kind: 'budget',
  titles: [
    '支出预算分类汇总表（按部门预算经济分类）',
    '支出总表（按部门预算经济分类）',
    '部门预算支出经济分类表',
    '支出分类（部门预算）',
  ],
  needs: ['经济', '(部门预算)'],
  unlike: [...ofGovernments, '基本支出', '项目支出', '三公', '一般公共预算', '政府性基金', '国有资本'],
  rows: { by: 'code', classification: 'functional' },
  columns: { total, basic, project, ...sources, ...departmentClasses },
  suffixes: [purposes],
  identities: byClass(departmentClasses),
})

/** 按政府预算经济分类: 机关工资福利支出, 机关商品和服务支出, … */
export const budgetExpenditureGovernmentEconomic = defineTable({
  id: 'budget-expenditure-government-economic',
  kind: 'budget',
  titles: [
    '支出预算分类汇总表（按政府预算经济分类）',
    '支出总表（按政府预算经济分类）',
    '政府预算支出经济分类表',
    '支出分类（政府预算）',
  ],
  needs: [...ofGovernments, '(政府预算)'],
  unlike: ['基本支出', '项目支出', '三公', '一般公共预算', '政府性基金', '国有资本'],
  rows: { by: 'code', classification: 'functional' },
  columns: { total, basic, project, ...sources, ...governmentClasses },
  suffixes: [purposes],
  identities: byClass(governmentClasses),
})

/** 政府性基金预算支出分类汇总表, by either classification (Hunan). */
export const budgetGovernmentFundEconomic = defineTable({
  id: 'budget-government-fund-economic',
  kind: 'budget',
  titles: ['政府性基金预算支出分类汇总表（按经济分类）'],
  needs: ['经济'],
  unlike: [...ofGovernments, '三公', '一般公共预算', '国有资本'],
  rows: { by: 'code', classification: 'functional' },
  columns: { total, basic, project, ...departmentClasses, ...governmentClasses },
  suffixes: [purposes],
  identities: byClass({ ...departmentClasses, ...governmentClasses }),
})
export const budgetGovernmentFundGovernmentEconomic = defineTable({
  ...budgetGovernmentFundEconomic,
  id: 'budget-government-fund-government-economic',
  titles: ['政府性基金预算支出分类汇总表（按政府预算经济分类）'],
  needs: ofGovernments,
  unlike: ['三公', '一般公共预算', '国有资本'],
  columns: { total, basic, project, ...governmentClasses },
  identities: byClass(governmentClasses),
})

/** 一般公共预算基本支出表—人员经费（…）, 公用经费（…）: basic expenditure by function code, economic lines as columns (Hunan). */
export const budgetBasicExpenditureEconomic = defineTable({
  id: 'budget-basic-expenditure-economic',
  kind: 'budget',
  titles: [
    '一般公共预算基本支出表—人员经费（工资福利支出）',
    '一般公共预算基本支出表—公用经费（商品和服务支出）',
    '一般公共预算基本支出表（工资福利支出）',
    '一般公共预算基本支出明细表—工资福利支出',
    '一般公共预算基本支出明细表—商品和服务支出',
    '一般公共预算基本支出明细表—对个人和家庭的补助',
    '基本支出明细表—工资福利支出',
    '基本支出明细表—商品和服务支出',
    '基本支出明细表—对个人和家庭的补助',
    '人员经费支出表',
    '公用经费支出表',
    '一般公共预算人员经费支出表',
    '一般公共预算公用经费支出表',
    '基本支出人员经费表',
    '基本支出公用经费表',
    '工资福利支出表',
    '商品和服务支出表',
    '对个人和家庭的补助表',
  ],
  needs: ['人员经费', '公用经费', '工资福利', '商品和服务', '对个人和家庭'],
  unlike: [...ofGovernments, '项目支出', '三公'],
  rows: { by: 'code', classification: 'functional' },
  columns: {
    total,
    ...economicColumns,
    ...governmentLines,
    economic_50101: [...(governmentLines.economic_50101 ?? []), '工资津补贴', '工资津补贴/小计', '工资津补贴/合计'],
  },
  identities: [codes, ...byEconomicLine],
})
export const budgetBasicExpenditureGovernmentEconomic = defineTable({
  ...budgetBasicExpenditureEconomic,
  id: 'budget-basic-expenditure-government-economic',
  titles: budgetBasicExpenditureEconomic.titles.map((title) => `${title}（按政府预算经济分类）`),
  needs: ofGovernments,
  unlike: ['项目支出', '三公'],
  columns: {
    total,
    ...governmentLines,
    economic_50999: [...(governmentLines.economic_50999 ?? []), '其他对个人和家庭的补助'],
  },
  identities: [codes],
})
