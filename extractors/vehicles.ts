/** 公务用车情况表: how many cars a unit may have, has and buys, and what they cost; a line a unit, or an item a line. */
import { defineTable } from '../src/template/define.ts'

export const vehicles = defineTable({
  id: 'vehicles',
  kind: 'any',
  titles: ['[公务用车情况]表', '[车辆情况]表', '[公务用车]编制及实有[情况]表', '[公务用车购置及保有]情况表'],
  titleHas: ['公务用车情况', '公务用车编制', '公务用车保有', '公务用车配备', '公务用车更新', '车辆情况', '车辆配备'],
  unlike: ['三公', '经费', '人员', '绩效', '采购', '资产', '租'],
  rows: { by: 'unit', key: 'vehicles', values: ['数量', '*数', '*数量', '数值', '年末*'] },
  counts: [
    '*编制*',
    '*实有*',
    '*保有*',
    '*数',
    '*数量',
    '*辆数*',
    '*用车',
    '*小计',
    '*合计',
    '小型*',
    '中型*',
    '大型*',
  ],
  columns: {
    quota: ['编制数', '*编制数', '*编制', '核定*数', '*编制*/小计', '*编制*/合计'],
    vehicles: ['实有数', '*实有*数', '*实有*', '*保有*', '现有*数', '*实有*/小计', '*实有*/合计'],
    purchased: ['*购置数*', '*购置*/数量', '*更新数*', '*配备数*', '*更新*/数量', '*新增*数*'],
    disposed: ['*报废*数*', '*处置*数*', '*报废*/数量', '*处置*/数量'],
    purchase: ['*购置费*', '*购置*金额', '*购置*/金额', '*更新*/金额', '*购置*经费*', '*购置*预算*'],
    operation: ['*运行*费*', '*运行*经费*', '*维护费*', '*运行*/金额'],
  },
  identities: [{ list: 'total' }],
})
