/** 国有资产使用(占用)情况表: what the unit owns. */
import { defineTable } from '../src/template/define.ts'

export const stateAssets = defineTable({
  id: 'state-assets',
  kind: 'any',
  titles: [
    '国有资产使用情况表',
    '国有资产占用情况表',
    '国有资产占有使用情况表',
    '国有资产情况表',
    '行政事业单位资产情况表',
  ],
  titleHas: ['国有资产占', '国有资产使用'],
  unlike: ['三公', '机构运行', '机关运行', '政府采购'],
  rows: { by: 'label', counts: ['*辆*', '*台*', '*面积*', '*平方米*', '*数量*'] },
  columns: {
    total: [
      '资产总额',
      '总额',
      '合计',
      '资产合计',
      '金额',
      '*价值',
      '*价值(*',
      '*原值',
      '账面价值',
      '账面数',
      '期末数',
      '决算数',
    ],
    opening: ['期初数', '年初数', '年初*价值', '期初*价值'],
    quantity: ['数量', '*数量'],
    area: ['面积*', '*面积*'],
    current: ['流动资产'],
    fixed: ['固定资产', '固定资产/小计', '固定资产/合计'],
    buildings: ['房屋构筑物', '房屋*', '固定资产/房屋*'],
    vehicles: ['车辆', '汽车', '*汽车*', '*车辆*'],
    large_equipment: ['*大型设备*', '*以上*设备*'],
    fixed_other: ['其他固定资产', '固定资产/其他*'],
    investments: ['对外投资*', '长期投资*'],
    construction: ['在建工程'],
    intangible: ['无形资产'],
    other_assets: ['其他资产'],
  },
  identities: [
    {
      sum: 'total',
      of: ['current', 'fixed', 'investments', 'construction', 'intangible', 'other_assets'],
    },
    { sum: 'fixed', of: ['buildings', 'vehicles', 'large_equipment', 'fixed_other'] },
  ],
})
