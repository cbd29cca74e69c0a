/** 对下转移支付预算表: what goes on to lower governments, project by project and area by area. */
import { defineTable } from '../../src/template/define.ts'
import { basic, generalPublic, governmentFund, project, stateCapital, total } from '../vocabulary/columns.ts'
import { otherYearsAndChange } from '../vocabulary/comparison.ts'
import { levels } from '../vocabulary/projects.ts'

export const transferPayments = defineTable({
  id: 'transfer-payments',
  kind: 'budget',
  titles: [
    '对下转移支付预算表',
    '专项转移支付预算表',
    '部门管理转移支付表',
    '部门管理的转移支付表',
    '转移支付表',
    '对市县转移支付预算表',
  ],
  titleHas: ['转移支付'],
  unlike: ['绩效', '三公', '转移支付补助项目'],
  rows: { by: 'record' },
  columns: {
    total: [
      ...total,
      '资金来源/合计',
      '预算',
      '预算金额',
      '安排金额',
      '转移支付金额',
      '转移支付资金',
      '转移支付预算数',
      '补助金额',
      '下达金额',
      '分配金额',
    ],
    general_public: [...generalPublic, '一般公共预算*'],
    government_fund: governmentFund,
    state_capital: stateCapital,
    basic,
    project,
    ratio_to_previous: ['*为上年*%*', '*占上年*%*'],
    ...levels,
    advance: ['*提前下达*'],
    pending: ['待下达*'],
    general_transfers: ['一般性转移支付', '*一般性转移支付'],
    earmarked_transfers: ['专项转移支付', '*专项转移支付'],
    shared_transfers: ['共同财政事权转移支付', '*共同财政事权转移支付'],
    areas: ['*地区/小计', '*地区/合计', '*区县/小计', '*县区/小计'],
  },
  labels: {
    unit: ['单位名称', '单位名称(项目)', '主管部门', '*单位(项目)*'],
    project: ['项目名称', '项目', '转移支付项目*', '*项目名称', '专项资金名称', '*转移支付名称'],
    area: ['地区', '地区名称', '*区县', '市县'],
  },
  prefixes: [
    { general_: ['一般性转移支付'], earmarked_: ['专项转移支付'], shared_: ['共同财政事权转移支付'] },
    { previous_actual_: ['上年*执行数', '上年*决算数', '上年*完成数'], ...otherYearsAndChange[0] },
  ],
  standsFor: {
    general_total: 'general_transfers',
    earmarked_total: 'earmarked_transfers',
    shared_total: 'shared_transfers',
  },
  texts: {
    document: ['*文号'],
    date: ['*下达日期', '*下达时间'],
    basis: ['*依据'],
    source: ['资金性质', '资金来源'],
    recipient: ['*分配单位', '*接收单位', '*使用单位', '*受补助*'],
    way: ['分配方法', '分配方式', '分配因素'],
  },
  identities: [
    { sum: 'total', of: ['central', 'provincial', 'municipal'], usual: true },
    { sum: 'total', of: ['pending', 'advance'], usual: true },
    { list: 'total' },
    { sum: 'total', of: ['general_public', 'government_fund', 'state_capital'] },
  ],
})
