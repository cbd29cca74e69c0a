/** 项目支出绩效自评情况汇总表: a line a project with its money, how much of it was spent, and how it was judged. */
import { defineTable } from '../src/template/define.ts'
import { completionRate } from './vocabulary/comparison.ts'

export const performanceResults = defineTable({
  id: 'performance-results',
  kind: 'any',
  titles: ['项目支出绩效自评情况[汇总]表', '项目绩效自评结果[汇总]表', '绩效自评结果表', '绩效评价结果[汇总]表'],
  titleHas: [
    '自评结果',
    '自评情况',
    '自评汇总',
    '自评得分',
    '绩效评价结果',
    '绩效评价情况',
    '评价得分',
    '绩效自评表',
    '绩效评价自评',
  ],
  rows: { by: 'record' },
  columns: {
    initial_budget: ['年初预算数', '年初预算', '*年初预算*'],
    adjusted_budget: ['全年预算数', '全年预算', '调整预算数', '调整后预算*', '*全年预算*'],
    budget: ['预算数', '预算', '预算金额', '项目预算', '*预算安排*', '项目金额', '资金总额', '*预算数'],
    executed: ['全年执行数', '执行数', '实际支出*', '*执行数', '*支出数', '支出金额', '决算数', '*执行金额'],
    fiscal_appropriation: ['财政拨款', '*/财政拨款', '财政资金', '*财政资金'],
    other_funds: ['其他资金', '*/其他资金'],
    balance: ['*结余*', '*结转*'],
    completion_rate: completionRate,
    weight: ['分值', '*/分值', '权重*'],
    score: ['*得分', '自评分*', '*分数', '*评分'],
  },
  labels: {
    unit: ['单位名称', '预算单位', '*实施单位', '*单位名称', '项目单位'],
    type: ['*项目类别', '*项目类型', '*项目级次'],
    project: ['项目名称', '项目', '*项目名称', '专项名称', '政策名称'],
  },
  texts: {
    grade: ['*等级', '*等次', '*评级', '评价结果', '自评结果', '自评结论'],
    way: ['*评价方式', '*评价形式'],
    problems: ['*问题*', '*原因*'],
    measures: ['*措施*', '*整改*', '*应用*'],
  },
  identities: [{ list: 'total' }],
})
