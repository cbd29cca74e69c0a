/** Sums that several forms share. */
import type { Identity } from '../../src/template/define.ts'

export const codes: Identity = { tree: 'codes' }
export const sides: Identity = { sides: 'totals' }
export const byPurpose: Identity = {
  sum: 'total',
  of: [
    'basic',
    'project',
    'remitted_to_superior',
    'business',
    'subsidy_to_affiliated',
    'contingency',
    'carried_forward',
  ],
}
/** Where personnel and non-personnel expenditure stand beside project expenditure without 基本支出 over them, or below it. */
export const byKind: Identity = {
  sum: 'total',
  of: ['personnel', 'non_personnel', 'project', 'remitted_to_superior', 'business', 'subsidy_to_affiliated'],
}
export const basicParts: Identity = { sum: 'basic', of: ['personnel', 'non_personnel'] }
export const byFund: Identity = { sum: 'total', of: ['general_public', 'government_fund', 'state_capital'] }
/** What was there and came in, less what was spent, is left. */
export const balance: Identity = { sum: 'closing_balance', of: ['opening_balance', 'income', '-total'] }
export const threePublicParts: readonly Identity[] = [
  { sum: 'vehicle', of: ['vehicle_purchase', 'vehicle_operation'] },
  { sum: 'total', of: ['outbound', 'vehicle', 'reception'], unless: ['three_public'] },
]
