/** “三公”经费和机关运行经费预算表: budget for travel abroad, vehicles and receptions, and agency running costs. */
import { defineTable } from '../../src/template/define.ts'
import { amount } from '../vocabulary/columns.ts'
import { threePublicChanges, threePublicParts } from '../vocabulary/identities.ts'
import {
  runningCosts,
  threePublicAlone,
  threePublicCounts,
  threePublicItems,
  threePublicMoney,
  threePublicPeriods,
  withMeetings,
} from '../vocabulary/three-public.ts'
import { COUNTED } from '../vocabulary/vehicles.ts'

export const budgetThreePublic = defineTable({
  id: 'budget-three-public',
  kind: 'budget',
  titles: ['“三公”经费和机关运行经费预算表', '“三公”经费支出表', '财政拨款“三公”经费支出预算表'],
  titleHas: ['三公', '会议费', '五项经费'],
  rows: { by: 'unit', key: '三公', values: [...amount, '本年*'] },
  expected: ['total', 'outbound', 'reception', 'vehicle', 'vehicle_purchase', 'vehicle_operation'],
  counts: COUNTED,
  columns: {
    ...threePublicItems,
    // 2026年预算数 over 合计 and, beside it, over a fund that pays.
    total: [...(threePublicItems.total ?? []), '预算数'],
    three_public: threePublicAlone,
    ...threePublicCounts,
    ...runningCosts,
  },
  standsFor: { three_public: 'total' },
  prefixes: threePublicPeriods,
  suffixes: threePublicMoney,
  identities: [
    ...threePublicParts,
    { sum: 'three_public', of: ['vehicle', 'outbound', 'reception'] },
    { sum: 'total', of: ['three_public', 'meetings', 'training'] },
    ...threePublicChanges,
  ],
})

/** 政府性基金 and 国有资本经营预算“三公”: the same form once more for another budget. */
export const budgetGovernmentFundThreePublic = defineTable({
  ...budgetThreePublic,
  id: 'budget-government-fund-three-public',
  titles: [
    '政府性基金预算“三公”经费支出预算表',
    '政府性基金预算财政拨款“三公”经费支出表',
    ...withMeetings('政府性基金预算'),
  ],
  titleHas: [],
  needs: ['政府性基金'],
  unlike: ['一般公共预算'],
})
export const budgetStateCapitalThreePublic = defineTable({
  ...budgetThreePublic,
  id: 'budget-state-capital-three-public',
  titles: [
    '国有资本经营预算“三公”经费支出预算表',
    '国有资本经营预算财政拨款“三公”经费支出表',
    ...withMeetings('国有资本经营预算'),
  ],
  titleHas: [],
  needs: ['国有资本'],
  unlike: ['一般公共预算'],
})
