/** 资产负债简表: what the unit owns and owes at the start and the end of the year. */
import { defineTable } from '../src/template/define.ts'

export const balanceSheet = defineTable({
  id: 'balance-sheet',
  kind: 'any',
  titles: ['资产负债简表', '资产负债表', '资产负债情况表'],
  rows: { by: 'label' },
  columns: {
    opening_balance: ['年初数', '年初余额', '期初数', '期初余额', '上年末*', '上年年末*'],
    closing_balance: ['年末数', '年末余额', '期末数', '期末余额', '本年末*'],
    change: ['*增减额', '*增减数', '*增减'],
    change_rate: ['*增减*%*', '*增减率*', '*增减比例*'],
  },
  identities: [
    { row: '一、资产合计', of: ['二、负债合计', '三、净资产合计'] },
    { row: '资产总计', of: ['负债合计', '净资产合计'] },
    { row: '资产总计', of: ['负债和净资产总计'] },
    { sum: 'change', of: ['closing_balance', '-opening_balance'] },
  ],
})
