/** 部门项目中期规划预算表: what projects are to cost in the year and the two after it (Yunnan). */
import { defineTable } from '../../src/template/define.ts'
import { amount, total } from '../vocabulary/columns.ts'
import { arrangedBefore, wholeProject } from '../vocabulary/projects.ts'

export const mediumTermPlan = defineTable({
  id: 'medium-term-plan',
  kind: 'budget',
  titles: ['部门项目中期规划预算表', '项目支出中期规划预算表', '中期财政规划表', '三年支出规划表', '支出规划表'],
  titleHas: ['中期规划', '中期财政规划', '中期支出规划', '三年滚动', '三年支出规划', '三年规划'],
  unlike: ['绩效'],
  rows: { by: 'record' },
  prefixes: [{ previous_: ['{last}年*', '上年*'], next_: ['{year+1}年*'], after_next_: ['{year+2}年*'] }],
  columns: {
    total: [...total, ...amount, '本年预算数*', '分年度*', '分年度*/本年', '本年'],
    whole: wholeProject,
    spent: arrangedBefore,
    basic: ['基本支出'],
    project: ['项目支出'],
  },
  labels: {
    unit: ['单位名称', '预算单位'],
    type: ['项目类别', '项目分类', '项目类型', '支出类别'],
    project: ['项目名称', '项目', '支出项目'],
  },
  texts: { level: ['项目级次'] },
  identities: [{ list: 'total' }],
})
