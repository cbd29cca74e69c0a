/** 非税收入征收计划表: fees, fines and rents that the unit collects for the treasury; its own money is none of it. */
import { defineTable } from '../../src/template/define.ts'
import { amount, total } from '../vocabulary/columns.ts'

export const nonTaxIncome = defineTable({
  id: 'non-tax-income',
  kind: 'budget',
  titles: ['非税收入征收计划表', '非税收入计划表', '非税收入预算表'],
  titleHas: ['非税收入', '行政事业性收费', '收费项目'],
  unlike: ['支出', '决算', '收支'],
  rows: { by: 'label' },
  labels: {
    unit: ['执收单位', '征收单位', '收费单位'],
    item: ['收入项目名称', '收费项目名称', '收入项目', '收费项目', '非税收入项目*'],
  },
  prefixes: [{ previous_: ['{last}年*', '上年*'] }],
  columns: {
    total: [
      ...total,
      ...amount,
      '*计划数',
      '计划*',
      '*计划',
      '*完成数',
      '*征收数',
      '*收入预算数',
      '*预计收入*',
      '*预计数',
      '征收计划*',
      '*执行数',
    ],
    general_public: ['*纳入一般公共预算*', '一般公共预算*'],
    government_fund: ['*纳入政府性基金*', '政府性基金*'],
    administrative_fees: ['行政事业性收费*'],
    fines: ['罚没*'],
    assets_used: ['国有资源*有偿使用*', '国有资产*有偿使用*'],
    special_income: ['专项收入'],
    treasury: ['*国库', '*国库*'],
    special_account: ['*财政专户', '*财政专户*'],
  },
  texts: {
    code: ['*编码', '*代码'],
    basis: ['征收依据', '收费依据', '*依据'],
    standard: ['征收标准', '收费标准'],
    kept: ['*管理方式', '*缴库方式', '*征收方式'],
  },
  standsFor: { treasury: 'total' },
  identities: [
    { sum: 'total', of: ['administrative_fees', 'fines', 'assets_used', 'special_income'], usual: true },

    { sum: 'total', of: ['treasury', 'general_public', 'government_fund', 'special_account'] },
    { list: 'total' },
  ],
})
