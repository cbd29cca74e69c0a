/** 政府性基金预算和国有资本经营预算支出表: the two small funds in one table, for which most forms have one each. */
import { defineTable } from '../src/template/define.ts'
import { budgetGovernmentFund } from './budget/government-fund.ts'
import { governmentFund, stateCapital } from './vocabulary/columns.ts'
import { fundAccounts } from './vocabulary/fund-accounts.ts'
import { fundPurposes, sumsOfFund } from './vocabulary/fund-purposes.ts'

const titled = (ends: readonly string[]): string[] =>
  ['政府性基金预算', '政府性基金'].flatMap((fund) =>
    ['和', '及', '与', '、'].flatMap((and) => ends.map((end) => `${fund}${and}国有资本经营预算${end}`)),
  )

const ofTwo = {
  needs: ['国有资本'],
  unlike: ['一般公共预算', '三公'],
  rows: { by: 'code', classification: 'functional' },
  identities: [
    ...(budgetGovernmentFund.identities ?? []),
    ...['government_fund', 'state_capital'].flatMap(sumsOfFund),
    { sum: 'total', of: ['government_fund', 'state_capital'], unless: ['basic', 'project'] },
  ],
} as const

export const budgetFundAndCapital = defineTable({
  ...ofTwo,
  id: 'budget-government-fund-and-state-capital',
  kind: 'budget',
  titles: titled(['支出表', '支出预算表', '支出情况表', '财政拨款支出表', '收支表']),
  bornOut: budgetGovernmentFund.bornOut,
  columns: {
    ...budgetGovernmentFund.columns,
    government_fund: governmentFund,
    state_capital: stateCapital,
    ...fundPurposes,
  },
})

export const fundAndCapital = defineTable({
  ...ofTwo,
  id: 'government-fund-and-state-capital',
  kind: 'final-accounts',
  titles: titled(['支出决算表', '财政拨款支出决算表', '收入支出决算表', '财政拨款收入支出决算表']),
  columns: { ...fundAccounts, government_fund: governmentFund, state_capital: stateCapital, ...fundPurposes },
})
