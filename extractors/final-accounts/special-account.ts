/** 财政专户管理资金收入支出决算表: what the treasury keeps for the unit, by function code (forms of 2016–2018). */
import { defineTable } from '../../src/template/define.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { balances, fundAccounts } from '../vocabulary/fund-accounts.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const specialAccount = defineTable({
  id: 'special-account',
  kind: 'final-accounts',
  titles: ['财政专户管理资金收入支出决算表', '财政专户管理资金支出决算表'],
  unlike: ['一般公共预算', '政府性基金', '国有资本'],
  rows: { by: 'code', classification: 'functional' },
  columns: fundAccounts,
  prefixes: otherYearsOfAccounts,
  identities: [codes, byPurpose, basicParts, ...balances],
})
