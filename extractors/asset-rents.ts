/** 国有资产出租出借情况表: what is let, to whom and for how much. */
import { defineTable } from '../src/template/define.ts'

export const assetRents = defineTable({
  id: 'asset-rents',
  kind: 'any',
  titles: ['国有资产出租出借收入情况表', '国有资产出租情况表', '资产出租出借情况表', '房屋出租情况表'],
  titleHas: ['出租', '出借'],
  unlike: ['三公', '绩效'],
  rows: { by: 'record' },
  columns: {
    total: ['*租金', '*租金收入', '*租金*', '*收入', '*收入金额', '金额', '*收入预算*', '合计'],
    paid: ['*已缴*', '*上缴*', '*已收*', '*入库*'],
    unpaid: ['未缴*', '*未缴*', '*欠缴*', '*未收*'],
    value: ['*原值*', '*账面*', '*价值'],
  },
  prefixes: [{ previous_: ['上年*'] }],
  labels: {
    unit: ['单位名称', '出租单位', '*单位名称', '出租方'],
    asset: ['资产名称', '*名称', '资产类别', '资产类型'],
  },
  texts: {
    place: ['*位置', '*地址', '*地点'],
    area: ['*面积*', '数量*'],
    tenant: ['承租*', '借用*', '租赁方*', '租赁单位*'],
    period: ['*租期*', '*期限*', '*起止*', '*时间*'],
    way: ['*方式*'],
  },
  identities: [{ list: 'total' }],
})
