/** 公开08表 国有资本经营预算财政拨款(收入)支出决算表: the state capital budget, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byPurposes } from '../vocabulary/borne-out.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { balances, fundSpending } from '../vocabulary/fund-accounts.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const stateCapitalTable = defineTable({
  id: 'state-capital',
  kind: 'final-accounts',
  number: '公开08表',
  titles: [
    '国有资本经营预算财政拨款收入支出决算表',
    '国有资本经营预算财政拨款支出决算表',
    '国有资本经营预算收入支出决算表',
    '国有资本经营预算支出决算表',
  ],
  titleHas: ['国有资本经营'],
  unlike: ['政府性基金', '一般公共预算'],
  bornOut: byPurposes,
  rows: { by: 'code', classification: 'functional' },
  expected: ['total', 'basic', 'project'],
  columns: fundSpending,
  prefixes: otherYearsOfAccounts,
  identities: [codes, byPurpose, basicParts, ...balances],
})
