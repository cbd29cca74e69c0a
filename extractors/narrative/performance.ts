/** Self-evaluations, targets and evaluations of projects: how many, for how much money, with what result. */
import type { Quantity } from '../../src/narrative/define.ts'

export const performance: readonly Quantity[] = [
  {
    name: 'performance_self_evaluated',
    scene: ['绩效自评'],
    short: ['涉及项目', '共涉及项目', '项目'],
    after: ['*项目*绩效自评'],
    words: ['二级项目绩效自评个数', '绩效自评*项目', '绩效自评项目', '开展绩效自评的项目', '项目绩效自评个数'],
    units: ['个', '项'],
  },
  {
    name: 'performance_targets',
    words: [
      '编报绩效目标的*项目',
      '编报绩效目标的项目',
      '绩效目标管理的项目',
      '*绩效目标管理的项目',
      '*绩效目标管理的*项目',
      '设置绩效目标的项目',
      '编报绩效目标项目',
    ],
    after: ['项目绩效目标', '项目纳入绩效目标管理', '项目支出绩效目标'],
    units: ['个', '项'],
  },
  {
    name: 'performance_monitored',
    words: ['绩效跟踪评价的*项目', '绩效跟踪的*项目', '绩效运行监控*项目', '绩效监控*项目'],
    units: ['个', '项'],
  },
  ...(
    [
      ['level_1', '一级项目'],
      ['level_2', '二级项目'],
    ] as const
  ).map(([name, ...words]): Quantity => ({ name, of: ['performance_self_evaluated'], words, units: ['个', '项'] })),
  {
    name: 'performance_evaluated',
    words: ['开展部门评价的项目', '部门评价项目', '重点评价项目'],
    after: ['项目*部门评价', '项目*重点绩效评价', '项目*重点评价', '项目*财政评价'],
    units: ['个', '项'],
  },
  { name: 'performance_overall', scene: ['整体支出绩效'], words: ['部门整体支出绩效评价'] },
  {
    name: 'score',
    of: ['performance_self_evaluated', 'performance_evaluated', 'performance_overall'],
    words: ['自评得分', '评价得分', '综合得分', '综合评分', '自评总分', '得分', '自评综合得分'],
    units: ['分'],
  },
  {
    name: 'amount',
    of: [
      'performance_self_evaluated',
      'performance_targets',
      'performance_monitored',
      'performance_evaluated',
      'performance_overall',
    ],
    words: [
      '涉及资金',
      '涉及预算金额',
      '涉及预算资金',
      '涉及项目预算资金',
      '涉及预算拨款',
      '涉及金额',
      '涉及财政资金',
      '涉及财政性资金',
      '涉及一般公共预算*拨款',
      '涉及一般公共预算',
      '涉及一般公共预算支出',
      '涉及政府性基金预算支出',
      '涉及*预算资金',
      '资金',
    ],
  },
  {
    name: 'average_score',
    of: ['performance_self_evaluated'],
    words: ['平均得分', '平均分'],
    units: ['分'],
  },
  ...(['优', '良', '中', '差', '合格', '不合格'] as const).map(
    (grade): Quantity => ({
      name: `grade:${grade}`,
      of: ['performance_self_evaluated', 'performance_evaluated'],
      words: [
        `评价等次为${grade}的项目`,
        `等次为${grade}的项目`,
        `结果为${grade}的项目`,
        `评价结果为${grade}的项目`,
        `自评结果为${grade}的项目`,
        `${grade}的项目`,
        `为${grade}的项目`,
        `为${grade}的`,
        `绩效评级为${grade}的项目`,
        `自评等级为${grade}的项目`,
        `评价等级为${grade}的项目`,
        `等级为${grade}的项目`,
      ],
      after: [`项目自评等级为${grade}`, `项目评价等级为${grade}`, `项目绩效评级为${grade}`, `项目等级为${grade}`],
      units: ['个', '项'],
    }),
  ),
]
