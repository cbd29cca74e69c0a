/** 公开03表 支出决算表: what the unit spent in the year, by function code (类/款/项). */
import { defineTable } from '../../src/template/define.ts'
import { byPublicMoney } from '../vocabulary/borne-out.ts'
import {
  actualTotal,
  affiliates,
  basic,
  business,
  nonPersonnel,
  personnel,
  project,
  upward,
} from '../vocabulary/columns.ts'
import { bareYears, comparison, staged } from '../vocabulary/comparison.ts'
import { moneyOfAccounts, natures, projectKinds, projectNatures } from '../vocabulary/function-budget.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const expenditure = defineTable({
  id: 'expenditure',
  kind: 'final-accounts',
  number: '公开03表',
  titles: ['支出决算表', '支出决算总表'],
  unlike: [
    '财政拨款',
    '政府性基金',
    '国有资本',
    '一般公共预算',
    '收入',
    '收支',
    '项目支出',
    '基本支出',
    '三公',
    '明细',
  ],
  bornOut: byPublicMoney,
  rows: { by: 'code', classification: 'functional' },
  prefixes: bareYears,
  suffixes: [moneyOfAccounts],
  expected: ['total', 'basic', 'project', 'remitted_to_superior', 'business', 'subsidy_to_affiliated'],
  columns: {
    total: actualTotal,
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    ...natures,
    ...projectNatures,
    ...projectKinds,
    project_administrative: ['项目支出/行政事业类*', '行政事业类项目*'],
    project_construction: ['项目支出/基本建设*', '基本建设类项目*'],
    fiscal: ['财政拨款*/合计', '财政拨款*/小计', '其中:财政拨款*'],
    non_fiscal: ['非财政拨款*', '非财政拨款*/合计', '非财政拨款*/小计'],
    basic_fiscal: ['基本支出/财政拨款*', '财政拨款*/基本支出'],
    basic_non_fiscal: ['基本支出/非财政拨款*', '非财政拨款*/基本支出', '基本支出/其他资金'],
    project_fiscal: ['项目支出/财政拨款*', '财政拨款*/项目支出'],
    project_non_fiscal: ['项目支出/非财政拨款*', '非财政拨款*/项目支出', '项目支出/其他资金'],
    remitted_to_superior: upward,
    business,
    subsidy_to_affiliated: affiliates,
    ...comparison,
    ...staged({ total: actualTotal, basic, project }),
  },
  identities: [
    codes,
    byPurpose,
    basicParts,
    { sum: 'total', of: ['fiscal', 'non_fiscal'] },
    { sum: 'basic', of: ['basic_fiscal', 'basic_non_fiscal'] },
    { sum: 'project', of: ['project_administrative', 'project_construction'] },
    { sum: 'project', of: ['project_fiscal', 'project_non_fiscal'] },
  ],
})
