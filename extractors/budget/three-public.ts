/** “三公”经费和机关运行经费预算表: budget for travel abroad, vehicles and receptions, and agency running costs. */
import { defineTable } from '../../src/template/define.ts'
import { moneyOf } from '../vocabulary/function-budget.ts'
import { threePublicParts } from '../vocabulary/identities.ts'
import { threePublicItems } from '../vocabulary/three-public.ts'

export const budgetThreePublic = defineTable({
  id: 'budget-three-public',
  kind: 'budget',
  titles: ['“三公”经费和机关运行经费预算表', '“三公”经费支出表', '财政拨款“三公”经费支出预算表'],
  titleHas: ['三公'],
  rows: { by: 'unit', key: '三公' },
  columns: {
    ...threePublicItems,
    three_public: ['*三公*经费/小计', '三公经费小计'],
    agency_running_costs: ['机关运行*', '*机关运行经费*', '行政经费', '*行政经费*'],
  },
  prefixes: { previous_: ['上年*', '{last}年*'], change_: ['增减变化*', '增减*'] },
  suffixes: {
    '.general_public': ['一般公共预算*', '*一般公共预算'],
    '.government_fund': ['政府性基金*'],
    '.state_capital': ['国有资本*'],
    ...moneyOf,
  },
  identities: [
    ...threePublicParts,
    { sum: 'three_public', of: ['outbound', 'vehicle', 'reception'] },
    { sum: 'total', of: ['three_public', 'meetings', 'training'] },
  ],
})
