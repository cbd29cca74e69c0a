/** 公开09表 财政拨款“三公”经费支出决算表: budget and actual spending on travel abroad, vehicles and receptions. */
import { defineTable } from '../../src/template/define.ts'
import { amountOfAccounts } from '../vocabulary/columns.ts'
import { threePublicParts } from '../vocabulary/identities.ts'
import {
  againstBudget,
  changes,
  overAgainstBudget,
  previousYear,
  runningCosts,
  shareDone,
  threePublicAlone,
  threePublicCounts,
  threePublicItems,
  threePublicMoneyOfAccounts,
  withMeetings,
} from '../vocabulary/three-public.ts'
import { COUNTED } from '../vocabulary/vehicles.ts'

/** 决算数与年初预算数对比 names what it compares, and is one figure all the same. */
const differences = Object.fromEntries(
  ['difference_', 'difference_rate_'].flatMap((of) => ['actual_', 'budget_'].map((stage) => [of + stage, of])),
)

/** 决算数较预算数增减 with what it ends in, or stands over. */
function differs(ends: readonly string[]): string[] {
  return ['比', '较', '与'].flatMap((word) => ends.map((end) => `*${word}*预算*增减${end}`))
}

export const threePublic = defineTable({
  id: 'three-public',
  kind: 'final-accounts',
  number: '公开09表',
  titles: ['财政拨款“三公”经费支出决算表', '“三公”经费支出决算表'],
  titleHas: ['三公'],
  rows: { by: 'unit', key: '三公', values: [...amountOfAccounts, '本年*'] },
  expected: ['total', 'outbound', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'reception'],
  counts: COUNTED,
  columns: {
    ...threePublicItems,
    ...threePublicCounts,
    ...runningCosts,
    three_public: threePublicAlone,
  },
  // 全年预算数 is the budget unless 预算数 stands beside it.
  standsFor: {
    three_public: 'total',
    adjusted_budget_: 'budget_',
    initial_budget_: 'budget_',
    counted_: 'actual_',
    ...differences,
  },
  beside: { budget_: 'actual_' },
  prefixes: [
    {
      difference_rate_: [
        '*差异/*差异率*',
        '*差异/*率*',
        '*差异/*%*',
        '*差异率*',
        '*差异%',
        '*差异(%)',
        ...againstBudget.map((h) => `${h}/%`),
        ...againstBudget.map((h) => `${h}/*率*`),
        ...overAgainstBudget.flatMap((h) => [`${h}/*率*`, `${h}/*%*`, `${h}/*比例*`, `${h}/*幅度*`]),
        ...differs(['%', '率', '比例', '幅度'].flatMap((end) => [`*${end}*`, `/*${end}*`])),
      ],
      difference_: [
        '*差异/*差异额',
        '*差异/*额',
        '*差异/*数',
        '*差异',
        '*差异额',
        '*差异数',
        ...againstBudget.map((h) => `${h}/*额`),
        ...overAgainstBudget.flatMap((h) => [`${h}/*额`, `${h}/*数`, `${h}/*增减`]),
        ...againstBudget,
        ...differs(['/*额', '/*数', '*']),
      ],
      ...changes,
      previous_: previousYear,
      earlier_: ['{earlier}年*', '前年*'],
    },
    {
      completion_rate_: shareDone,
      initial_budget_: ['*年初预算*'],
      adjusted_budget_: ['全年预算*', '调整预算*', '调整后预算*'],
      counted_: ['统计数'],
      actual_: ['*决算数', '决算*', '*决算', '*执行数', '支出数', '*统计数', '*实际支出', '*实际支出数', '本年支出数'],
      // 一般公共预算 is a fund and no plan.
      budget_: ['*预算数', '预算*', '*年预算', '部门预算'],
    },
  ],
  suffixes: threePublicMoneyOfAccounts,
  identities: [
    ...threePublicParts,
    { sum: 'three_public', of: ['vehicle', 'outbound', 'reception'] },
    { sum: 'total', of: ['three_public', 'meetings', 'training'] },
  ],
})

/** 政府性基金 and 国有资本经营预算“三公”: the same form once more for another budget. */
export const governmentFundThreePublic = defineTable({
  ...threePublic,
  id: 'government-fund-three-public',
  number: undefined,
  titles: ['政府性基金预算财政拨款“三公”经费支出决算表', ...withMeetings('政府性基金预算')],
  titleHas: [],
  needs: ['政府性基金'],
  unlike: ['一般公共预算'],
})
export const stateCapitalThreePublic = defineTable({
  ...threePublic,
  id: 'state-capital-three-public',
  number: undefined,
  titles: ['国有资本经营预算财政拨款“三公”经费支出决算表', ...withMeetings('国有资本经营预算')],
  titleHas: [],
  needs: ['国有资本'],
  unlike: ['一般公共预算'],
})
