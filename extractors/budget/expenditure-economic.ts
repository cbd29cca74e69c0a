/** 支出预算分类汇总表（按经济分类）: spending by function code, with the classes of economic subjects as columns. */
import { defineTable, type Identity } from '../../src/template/define.ts'
import { basic, project, total } from '../vocabulary/columns.ts'
import { departmentClasses, governmentClasses } from '../vocabulary/economic.ts'
import { byPurpose, codes } from '../vocabulary/identities.ts'

const purposes = { '.basic': ['基本支出'], '.project': ['项目支出'] }

/** 按部门预算经济分类: 工资福利支出, 商品和服务支出, … */
export const budgetExpenditureEconomic = defineTable({
  id: 'budget-expenditure-economic',
  kind: 'budget',
  titles: ['支出预算分类汇总表（按部门预算经济分类）', '支出总表（按部门预算经济分类）'],
  needs: ['经济'],
  unlike: ['政府预算经济', '政府经济', '基本支出', '项目支出', '三公', '一般公共预算'],
  rows: { by: 'code', classification: 'functional' },
  columns: { total, basic, project, ...departmentClasses },
  suffixes: [purposes],
  identities: [codes, { sum: 'total', of: Object.keys(departmentClasses) } as Identity, byPurpose],
})

/** 按政府预算经济分类: 机关工资福利支出, 机关商品和服务支出, … */
export const budgetExpenditureGovernmentEconomic = defineTable({
  id: 'budget-expenditure-government-economic',
  kind: 'budget',
  titles: ['支出预算分类汇总表（按政府预算经济分类）', '支出总表（按政府预算经济分类）'],
  needs: ['政府预算经济', '政府经济'],
  unlike: ['基本支出', '项目支出', '三公', '一般公共预算'],
  rows: { by: 'code', classification: 'functional' },
  columns: { total, basic, project, ...governmentClasses },
  suffixes: [purposes],
  identities: [codes, { sum: 'total', of: Object.keys(governmentClasses) } as Identity, byPurpose],
})
