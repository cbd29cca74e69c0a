/** 公开05表 一般公共预算财政拨款支出决算表: spending from the general public budget, by function code. */
import { defineTable } from '../../src/template/define.ts'
import { byPurposes } from '../vocabulary/borne-out.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { balances, fundSpending } from '../vocabulary/fund-accounts.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const generalPublicExpenditure = defineTable({
  id: 'general-public-expenditure',
  kind: 'final-accounts',
  number: '公开05表',
  titles: ['一般公共预算财政拨款支出决算表', '一般公共预算支出决算表', '一般公共预算财政拨款收入支出决算表'],
  unlike: ['基本支出', '项目支出', '三公', '明细'],
  bornOut: byPurposes,
  rows: { by: 'code', classification: 'functional' },
  expected: ['total', 'basic', 'project'],
  columns: fundSpending,
  prefixes: otherYearsOfAccounts,
  identities: [codes, byPurpose, basicParts, ...balances],
})
