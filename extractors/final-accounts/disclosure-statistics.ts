/** 公开10表 部门决算公开相关信息统计表: procurement, agency running costs, vehicles and equipment. */
import { defineTable } from '../../src/template/define.ts'

export const disclosureStatistics = defineTable({
  id: 'disclosure-statistics',
  kind: 'final-accounts',
  number: '公开10表',
  titles: ['部门决算公开相关信息统计表', '决算公开相关信息统计表', '机构运行信息表'],
  titleHas: ['公开相关信息', '支出相关信息', '机构运行信息', '机构运行经费'],
  rows: { by: 'label', counts: ['*车辆*', '*用车', '*设备*'] },
  columns: { value: ['统计数', '金额', '数量', '决算数', '统计数据'] },
  identities: [
    { row: '合计', of: ['货物', '工程', '服务'] },
    { row: '*车辆数合计*', of: ['*用车'] },
  ],
})
