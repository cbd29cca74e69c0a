/** 政府采购预算表: what is to be bought, by category, item and source of money. */
import { defineTable } from '../../src/template/define.ts'
import {
  carriedOver,
  generalPublic,
  governmentFund,
  specialAccount,
  stateCapital,
  unitFunds,
} from '../vocabulary/columns.ts'

export const governmentProcurement = defineTable({
  id: 'government-procurement',
  kind: 'any',
  number: '公开12表',
  titles: ['政府采购预算表', '政府采购支出表', '政府采购预算明细表', '政府采购支出预算表', '政府采购情况表'],
  titleHas: ['政府采购'],
  rows: { by: 'record' },
  columns: {
    total: ['总计', '合计', '金额', '采购金额', '采购金额合计', '*金额合计', '预算金额', '*预算数', '小计'],
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    special_account: specialAccount,
    other_funds: [...unitFunds, '资金来源/其他', '资金来源/其他*'],
    institutional: ['事业收入', '事业收入预算', '*/事业收入'],
    goods: ['货物', '货物类', '*货物*'],
    works: ['工程', '工程类', '*工程*'],
    services: ['服务', '服务类', '*服务类*'],
    price: ['单价', '*单价*'],
    other_income: ['其他收入', '*/其他收入'],
    fiscal_appropriation: ['财政拨款', '*/财政拨款', '财政性资金', '*财政拨款*/小计'],
    carried_over: carriedOver,
    small_medium: ['*面向中小企业*', '*中小企业预留*'],
  },
  labels: {
    category: ['采购品目大类', '采购类别', '采购大类', '采购类型', '采购项目类别'],
    item: ['专项名称', '项目名称', '采购项目', '采购项目名称'],
    subject: ['经济科目', '*经济科目*', '支出经济分类*'],
    article: ['采购物品名称', '采购品目名称', '采购品目', '采购目录', '采购内容', '品目名称'],
    method: ['采购组织形式', '采购方式'],
  },
  texts: {
    quantity: ['数量', '采购数量'],
    measure: ['计量单位'],
    price: ['单价', '*单价'],
    specification: ['规格型号', '规格*'],
    content: ['购买服务内容'],
    time: ['*采购时间', '*采购日期'],
  },
  identities: [{ list: 'total' }],
})
