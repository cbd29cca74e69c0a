/** Percentages of tables, and the columns of amounts beside them that they are of. */
import type { Rate } from '../src/template/define.ts'

/** The year's own figure of a line … */
const OWN = ['total', 'amount', 'value']
/** … and those of the years before: what was planned, or what was spent. */
const BEFORE = ['previous', 'earlier'].flatMap((year) =>
  ['budget', 'initial_budget', 'adjusted_budget', 'actual', ...OWN].map((figure) => `${year}_${figure}`),
)
/** The same of one item, 三公 or a fund, and what was planned of the year itself. */
const BEFORE_OF_ITEM = ['', 'budget_', 'initial_budget_', 'adjusted_budget_', 'actual_'].flatMap((stage) => [
  `previous_${stage}*`,
  `earlier_${stage}*`,
])
const PLANNED = ['budget_*', 'adjusted_budget_*', 'initial_budget_*']

export const rates: readonly Rate[] = [
  { kind: 'growth', rate: 'change_rate', part: OWN, of: BEFORE, changed: ['change'] },
  {
    kind: 'growth',
    rate: 'change_rate_without_construction',
    part: ['total_without_construction'],
    of: ['previous_actual_without_construction'],
    changed: ['change_without_construction'],
  },
  {
    kind: 'growth',
    rate: 'change_rate_on_actual',
    part: OWN,
    of: ['previous_actual'],
    changed: ['change_on_actual'],
  },
  {
    kind: 'growth',
    rate: 'change_rate_actual_*',
    part: ['actual_*'],
    of: BEFORE_OF_ITEM,
    changed: ['change_actual_*'],
  },
  {
    kind: 'growth',
    rate: 'change_rate_*',
    part: ['*', 'actual_*'],
    of: BEFORE_OF_ITEM,
    changed: ['change_*'],
  },
  {
    kind: 'growth',
    rate: 'difference_rate_initial_budget_*',
    part: ['actual_*'],
    of: PLANNED,
    changed: ['difference_initial_budget_*'],
  },
  {
    kind: 'growth',
    rate: 'difference_rate_*',
    part: ['actual_*'],
    of: PLANNED,
    changed: ['difference_*'],
  },
  {
    kind: 'growth',
    rate: 'difference_rate',
    part: OWN,
    of: ['budget', 'adjusted_budget', 'initial_budget'],
    changed: ['difference'],
  },
  { kind: 'share', rate: 'ratio_to_previous_budget', part: OWN, of: ['previous_budget'] },
  { kind: 'share', rate: 'ratio_to_previous', part: OWN, of: ['previous_actual', 'previous_budget'] },
  { kind: 'share', rate: 'completion_rate_*', part: ['actual_*', '*'], of: PLANNED },
  {
    kind: 'share',
    rate: 'completion_rate',
    part: ['executed', 'actual', ...OWN],
    of: ['adjusted_budget', 'budget', 'initial_budget'],
  },
]
