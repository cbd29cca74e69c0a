/** 新增资产配置表: what the unit means to acquire. */
import { defineTable } from '../../src/template/define.ts'
import { fiscalAppropriation, generalPublic, governmentFund, stateCapital, unitFunds } from '../vocabulary/columns.ts'

export const assetAcquisition = defineTable({
  id: 'asset-acquisition',
  kind: 'budget',
  titles: ['新增资产配置表', '新增资产配置预算表', '资产配置预算表', '资产购置预算表'],
  titleHas: ['资产配置', '资产购置', '新增资产', '新增国有资产', '车辆购置'],
  unlike: ['采购'],
  rows: { by: 'record' },
  columns: {
    total: [
      '*新增*/金额',
      '*新增*/合计',
      '*配置*/金额',
      '金额',
      '*/金额',
      '合计',
      '总金额',
      '总价',
      '资产总额',
      '预算金额',
      '*金额*',
      '*/合计',
    ],
    existing_value: ['现有*/*值', '*存量*/*值', '现有*/金额', '*存量*/金额'],
    price: ['*新增*/单价', '*配置*/单价', '单价', '*/单价', '单价*'],
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    fiscal_appropriation: [...fiscalAppropriation, '*/财政拨款', '财政性资金'],
    other_funds: unitFunds,
  },
  labels: {
    unit: ['单位名称'],
    project: ['项目名称'],
    class: ['资产类别', '资产分类*', '资产类型', '车辆类型', '车型'],
    asset: ['资产名称', '*资产名称', '设备名称'],
  },
  texts: {
    measure: ['计量单位'],
    existing_quantity: ['现有*/数量', '*存量*/数量', '现有数量*', '存量数量*'],
    quantity: ['*新增*/数量', '*配置*/数量', '数量', '*/数量', '*数量*'],
    code: ['资产分类代码*', '资产代码'],
    source: ['资金来源'],
    specification: ['规格*'],
  },
  identities: [{ list: 'total' }],
})
