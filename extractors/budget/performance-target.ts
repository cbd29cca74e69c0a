/** 项目支出绩效目标表: what a project is to reach; lists with a line a project or an indicator. */
import { defineTable } from '../../src/template/define.ts'

export const performanceTarget = defineTable({
  id: 'performance-target',
  kind: 'budget',
  titles: [
    '项目支出绩效目标表',
    '项目支出绩效表',
    '部门整体支出绩效目标表',
    '整体支出绩效目标表',
    '重点项目预算绩效目标情况',
    '重点项目绩效目标情况表',
  ],
  titleHas: ['绩效目标', '支出绩效表'],
  unlike: ['自评'],
  rows: { by: 'record' },
  columns: {
    total: ['金额', '项目总额', '预算数', '项目金额', '合计', '预算金额', '*预算数*', '年度资金总额'],
    fiscal_appropriation: ['财政资金', '*/财政资金', '财政拨款', '*/财政拨款'],
    other_funds: ['其他资金', '*/其他资金'],
  },
  labels: {
    unit: ['单位名称', '预算单位', '二级预算单位名称', '*单位名称'],
    project: ['项目名称', '一级项目名称', '项目', '*项目名称'],
    level1: ['一级指标'],
    level2: ['二级指标'],
    level3: ['三级指标', '指标名称', '指标内容'],
  },
  texts: {
    goal: ['绩效目标', '*绩效目标', '年度绩效目标', '年度目标'],
    nature: ['绩效指标性质', '指标性质', '*性质'],
    target: ['本年绩效指标值', '指标值', '*指标值', '目标值'],
    measure: ['绩效度量单位', '度量单位', '计量单位'],
    weight: ['权重', '分值'],
  },
})
