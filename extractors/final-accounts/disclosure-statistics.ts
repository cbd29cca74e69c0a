/** 公开10表 部门决算公开相关信息统计表: procurement, agency running costs, vehicles and equipment. */
import { defineTable } from '../../src/template/define.ts'

export const disclosureStatistics = defineTable({
  id: 'disclosure-statistics',
  kind: 'final-accounts',
  number: '公开10表',
  titles: ['部门决算公开相关信息统计表', '决算公开相关信息统计表', '机构运行信息表', '相关统计数据表'],
  titleHas: [
    '公开相关信息',
    '决算重要信息',
    '支出相关信息',
    '机构运行信息',
    '机构运行经费',
    '运行经费及国有资产',
    '运行经费、国有资产',
    '运行经费和国有资产',
    '运行经费、政府采购',
    '运行经费及政府采购',
    '政府采购、机关运行',
    '政府采购及机关运行',
    '国有资产占用及政府采购',
    '国有资产占用情况及政府采购',
  ],
  unlike: ['三公'],
  rows: { by: 'label' },
  counts: ['*车辆*', '*用车', '*设备*'],
  columns: {
    budget: ['预算数', '预算'],
    adjusted_budget: ['全年预算数', '全年预算', '调整预算数'],
    initial_budget: ['年初预算数', '年初预算'],
    value: [
      '统计数',
      '决算统计数',
      '*统计数',
      '金额',
      '数量',
      '决算数',
      '决算',
      '统计数据',
      '数值',
      '数据',
      '本年数',
      '合计',
    ],
  },
  // The plan is the last that was made of it.
  standsFor: { adjusted_budget: 'budget', initial_budget: 'budget' },
  identities: [
    { row: '合计', of: ['货物', '工程', '服务'] },
    { row: '*车辆数合计*', of: ['*用车'] },
  ],
})
