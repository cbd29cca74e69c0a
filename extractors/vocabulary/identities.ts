/** Sums that several forms share. */
import type { Identity } from '../../src/template/define.ts'

export const codes: Identity = { tree: 'codes' }
export const sides: Identity = { sides: 'totals' }
export const byPurpose = {
  sum: 'total',
  of: [
    'basic',
    'project',
    'remitted_to_superior',
    'business',
    'subsidy_to_affiliated',
    'institutional_expenditure',
    'special_account_expenditure',
    'contingency',
    'carried_forward',
  ],
} satisfies Identity
/** Where personnel and non-personnel expenditure stand beside project expenditure without 基本支出 over them, or below it. */
export const byKind: Identity = {
  sum: 'total',
  of: [
    'personnel',
    'non_personnel',
    'project',
    'remitted_to_superior',
    'business',
    'subsidy_to_affiliated',
    'contingency',
    'carried_forward',
  ],
  // Projects by kind, without a column over both.
  or: ['project_operating', 'project_target'],
}
export const basicParts: Identity = { sum: 'basic', of: ['personnel', 'non_personnel'] }
/**
 * What changed on what was spent of the last year, where a form compares the two a second time without construction:
 * elsewhere 增减 may be the change on last year's budget.
 */
export const changes: readonly Identity[] = [
  { sum: 'change', of: ['total', '-previous_actual'], given: ['change_without_construction'] },
  {
    sum: 'change_without_construction',
    of: ['total_without_construction', '-previous_actual_without_construction'],
  },
  {
    sum: 'total_without_construction',
    of: ['basic_without_construction', 'project_without_construction'],
    given: ['basic_without_construction'],
  },
]
/** What is carried over is what was left of each source. */
export const byCarriedOver = {
  sum: 'carried_over',
  of: [
    'carried_over_general_public',
    'carried_over_government_fund',
    'carried_over_state_capital',
    'carried_over_special_account',
    'carried_over_unit_funds',
  ],
} satisfies Identity
export const byFund: Identity = {
  sum: 'total',
  of: ['general_public', 'government_fund', 'state_capital'],
  // 上年结转 beside the funds of the year.
  or: ['total.carried_over'],
}
/** What was there and came in, less what was spent, is left. */
export const balance: Identity = { sum: 'closing_balance', of: ['opening_balance', 'income', '-total'] }
/** What some count in. */
const BESIDE = ['meetings', 'training']
/** Receptions, or what they are called where only one kind of them is printed: beside them it is a part of them. */
const RECEPTIONS = [
  { receptions: 'reception', where: { given: ['reception'] }, unless: [] },
  { receptions: 'reception_domestic', where: {}, unless: ['reception'] },
]
export const threePublicParts: readonly Identity[] = [
  { sum: 'vehicle', of: ['vehicle_purchase', 'vehicle_operation'] },
  ...RECEPTIONS.flatMap(({ receptions, where, unless }): Identity[] => [
    {
      sum: 'total',
      of: ['vehicle', 'outbound', receptions],
      ...where,
      or: BESIDE,
      unless: ['three_public', ...unless],
    },
    // Purchase and operation of vehicles without a column over both.
    {
      sum: 'total',
      of: ['vehicle_operation', 'vehicle_purchase', 'outbound', receptions],
      ...where,
      or: BESIDE,
      unless: ['three_public', 'vehicle', ...unless],
    },
  ]),
  { sum: 'procurement', of: ['procurement_goods', 'procurement_works', 'procurement_services'] },
]

const THREE_PUBLIC = ['outbound', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'reception']
/** What changed since last year's budget, where the form prints no other figure of that year. */
export const threePublicChanges: readonly Identity[] = ['total', 'three_public', ...THREE_PUBLIC, ...BESIDE].map(
  (id) => ({
    sum: `change_${id}`,
    of: [id, `-previous_${id}`],
    given: [`previous_${id}`],
    unless: [`previous_actual_${id}`],
    usual: true,
  }),
)
