/** 会议费明细表, 培训费明细表: meetings and courses one a line, with what each costs. */
import { defineTable } from '../../src/template/define.ts'
import { generalPublic, governmentFund, unitFunds } from '../vocabulary/columns.ts'
import { otherYearsAndChange } from '../vocabulary/comparison.ts'

export const meetingsTraining = defineTable({
  id: 'meetings-training',
  kind: 'any',
  titles: ['会议费预算明细表', '培训费预算明细表', '会议计划表', '培训计划表', '会议费培训费明细表'],
  titleHas: ['会议费', '培训费', '会议计划', '培训计划', '会议、培训', '会议及培训'],
  unlike: ['三公', '机关运行', '绩效'],
  rows: { by: 'record' },
  columns: {
    total: ['*会议费*', '*培训费*', '金额', '*金额', '合计', '*决算', '*决算数', '费用', '*经费'],
    budget: ['*预算', '*预算数'],
    general_public: generalPublic,
    government_fund: governmentFund,
    other_funds: unitFunds,
  },
  prefixes: otherYearsAndChange,
  standsFor: { budget: 'total' },
  labels: {
    unit: ['单位名称', '主办单位', '承办单位'],
    event: ['*名称', '会议内容', '培训内容', '*项目', '*班次'],
  },
  texts: {
    class: ['*类别', '*类型', '*分类'],
    days: ['会期*', '*天数*', '*期限*'],
    people: ['*人数*'],
    times: ['*次数*', '*期数*', '*场次*'],
    audience: ['*对象*'],
    place: ['*地点*'],
    time: ['*时间*'],
    source: ['资金来源', '*来源', '经费渠道', '列支渠道'],
  },
  identities: [{ list: 'total' }],
})
