/** 公开07表 政府性基金预算财政拨款收入支出决算表: government funds, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byPurposes } from '../vocabulary/borne-out.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { balances, fundSpending } from '../vocabulary/fund-accounts.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const governmentFundTable = defineTable({
  id: 'government-fund',
  kind: 'final-accounts',
  number: '公开07表',
  titles: [
    '政府性基金预算财政拨款收入支出决算表',
    '政府性基金预算财政拨款支出决算表',
    '政府性基金预算收入支出决算表',
    '政府性基金预算支出决算表',
  ],
  titleHas: ['政府性基金'],
  unlike: ['国有资本', '一般公共预算', '三公'],
  bornOut: byPurposes,
  rows: { by: 'code', classification: 'functional' },
  expected: ['opening_balance', 'income', 'total', 'basic', 'project', 'closing_balance'],
  columns: fundSpending,
  prefixes: otherYearsOfAccounts,
  identities: [codes, byPurpose, basicParts, ...balances],
})
