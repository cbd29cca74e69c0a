/** 项目支出绩效目标表: what a project is to reach; lists with a line a project or an indicator. */
import { defineTable } from '../../src/template/define.ts'
import { generalPublic, governmentFund, specialAccount, stateCapital, unitFunds } from '../vocabulary/columns.ts'

/** What the name of an indicator stands below. */
const INDICATOR = ['三级指标', '指标名称', '指标内容', '指标']

/** 产出指标 over 三级指标 and 指标值, and beside them the same of 效益指标. */
const indicatorsAcross = Object.fromEntries(
  // 绩效指标 is over all of them, so 效 alone says nothing.
  Object.entries({ cost: ['成本'], output: ['产出'], benefit: ['效益', '效果'], satisfaction: ['满意度'] }).flatMap(
    ([id, kinds]) => [
      [`${id}_indicator`, kinds.flatMap((k) => [...INDICATOR.map((header) => `*${k}*/${header}`), `*/${k}指标`])],
      [`${id}_target`, kinds.flatMap((k) => [`*${k}*/指标值`, `*${k}*/目标值`])],
    ],
  ),
)

/** What an indicator must reach to be judged so. */
const grades = {
  grade_excellent: ['*评价标准/优*'],
  grade_good: ['*评价标准/良*'],
  grade_fair: ['*评价标准/中*'],
  grade_poor: ['*评价标准/差*'],
}

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
  titleHas: ['绩效目标', '支出绩效表', '绩效信息', '绩效指标', '绩效情况'],
  unlike: ['自评'],
  rows: { by: 'record' },
  columns: {
    total: [
      '金额',
      '项目总额',
      '项目预算',
      '预算数',
      '项目金额',
      '合计',
      '预算金额',
      '*预算数*',
      '年度资金总额',
      '资金总额',
      '*/资金总额',
      '*资金总额',
      '资金规模*',
      '*支出金额',
      '项目资金',
      '项目资金/*总额',
      '预算资金',
      '安排资金',
      '预算',
    ],
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    special_account: specialAccount,
    basic: ['基本支出', '*/基本支出'],
    project: ['项目支出', '*/项目支出'],
    fiscal_appropriation: [
      '*/政府预算资金',
      '政府预算资金',
      '财政性资金',
      '*/财政性资金',
      '财政资金',
      '*/财政资金',
      '财政拨款',
      '*/财政拨款',
    ],
    other_funds: [...unitFunds, '其他资金', '*/其他资金'],
  },
  labels: {
    duty: ['职责活动', '*工作活动', '职责*活动*'],
    unit: ['单位名称', '预算单位', '二级预算单位名称', '*单位名称', '部门名称', '单位(专项)名称', '*(专项)名称'],
    project: ['项目名称', '一级项目名称', '项目', '*项目名称', '单位名称*项目名称'],
    level1: ['一级指标'],
    level2: ['二级指标'],
    level3: ['三级指标', '指标名称', '指标内容', '绩效指标'],
  },
  texts: {
    code: ['单位编码(项目编码)', '项目编码(单位编码)'],
    goal: ['绩效目标', '*绩效目标', '年度绩效目标', '年度目标', '*绩效目标*'],
    content: ['内容描述', '*工作内容', '*活动内容'],
    // Indicators beside each other in the line of their project.
    ...indicatorsAcross,
    ...grades,
    level: ['*项目级次', '*级次', '项目等级', '项目级别'],
    whole_goal: ['总体绩效目标', '*总体目标', '*实施期*目标'],
    duties: ['*职能*', '*职责*'],
    standard: ['*评分标准*', '*扣分标准*', '评*分标准'],
    kind: ['指标属性', '指标类型'],
    target_content: ['指标值内容', '指标解释', '指标说明', '*指标内容说明*'],
    nature: ['绩效指标性质', '指标性质', '*性质', '*运算符*'],
    direction: ['指标方向性', '*方向性', '指标方向'],
    target: ['本年绩效指标值', '指标值', '*指标值', '目标值'],
    measure: ['绩效度量单位', '度量单位', '计量单位'],
    weight: ['权重', '分值', '指标分值', '指标权重'],
    execution_weight: ['*执行率权重*'],
  },
  identities: [
    {
      sum: 'total',
      of: ['fiscal_appropriation', 'other_funds'],
      given: ['other_funds'],
      unless: ['special_account', 'government_fund', 'state_capital'],
    },
    // By custom: what some forms count in the total has no column of its own.
    {
      sum: 'total',
      of: ['fiscal_appropriation', 'special_account', 'other_funds'],
      or: ['government_fund', 'state_capital'],
      given: ['special_account'],
      usual: true,
    },
    {
      sum: 'total',
      of: ['general_public', 'government_fund', 'state_capital', 'special_account', 'other_funds'],
      unless: ['fiscal_appropriation'],
      usual: true,
    },
    { sum: 'total', of: ['basic', 'project'], usual: true },
  ],
})
