/** 公开02表 收入预算总表 of the Jiangsu provincial form (2017–2019): one line a source, below its fund. */
import { defineTable } from '../../src/template/define.ts'
import { carriedOver } from '../vocabulary/balances.ts'
import { byPublicMoney } from '../vocabulary/borne-out.ts'
import { otherYearsAndChange, share } from '../vocabulary/comparison.ts'

export const budgetIncomeSources = defineTable({
  id: 'budget-income-sources',
  kind: 'budget',
  number: '公开02表',
  titles: ['收入预算总表', '收入来源预算表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '项目', '收支', '支出'],
  bornOut: byPublicMoney,
  rows: { by: 'label' },
  columns: { amount: ['金额', '预算数', '*年预算数', '预算', '*年预算'], share },
  prefixes: otherYearsAndChange,
})

/** The same with the unit and its source in columns of their own. */
export const budgetIncomeByUnit = defineTable({
  ...budgetIncomeSources,
  id: 'budget-income-by-unit',
  rows: { by: 'record' },
  labels: {
    unit: ['单位名称', '预算单位', '单位', '部门名称'],
    source: ['资金来源', '收入来源', '资金性质', '经费来源'],
  },
  columns: { ...budgetIncomeSources.columns, carried_over: carriedOver },
  identities: [{ list: 'total' }],
})
