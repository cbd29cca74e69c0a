/** 一般公共预算机关运行经费支出预算表: what it costs to keep the agency running, by economic code. */
import { defineTable } from '../../src/template/define.ts'
import { generalPublic, governmentFund, stateCapital } from '../vocabulary/columns.ts'
import { completionRate, otherYearsAndChange } from '../vocabulary/comparison.ts'
import { economicColumns } from '../vocabulary/economic.ts'
import { codes } from '../vocabulary/identities.ts'

export const agencyRunningCosts = defineTable({
  id: 'agency-running-costs',
  kind: 'any',
  number: '公开11表',
  titles: [
    '一般公共预算机关运行经费支出预算表',
    '机关运行经费支出预算表',
    '机关运行经费预算表',
    '机关运行费预算表',
    '一般公共预算机关运行经费',
  ],
  titleHas: ['机关运行经费'],
  unlike: ['三公', '公开相关信息', '国有资产', '政府采购'],
  rows: { by: 'code', classification: 'economic' },
  columns: {
    amount: ['机关运行经费支出', '机关运行经费*', '金额', '合计', '决算数', '决算', '*决算数'],
    budget: ['预算数', '预算', '*预算数', '*预算金额', '本年预算', '当年预算', '机关运行经费*预算*'],
    initial_budget: ['年初预算数', '年初预算'],
    adjusted_budget: ['全年预算数', '全年预算', '调整预算数'],
    completion_rate: completionRate,
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    ...economicColumns,
  },
  prefixes: otherYearsAndChange,
  standsFor: { budget: 'amount' },
  identities: [codes],
})
