/** Running costs, procurement, assets, staff and performance: what the last chapter tells. */
import type { Quantity, Reference } from '../../src/narrative/define.ts'

/** A line of the table that Shanxi prints of these figures. */
function statistics(row: string): Reference[] {
  return [{ at: `disclosure-statistics/${row}/value`, ifPrinted: true }]
}

function vehicles(name: string, row: string, ...words: string[]): Quantity {
  return {
    name,
    words,
    of: ['vehicles', 'vehicles_planned'],
    units: ['辆', '台'],
    accounts: statistics(row),
  }
}

export const other: readonly Quantity[] = [
  {
    name: 'agency_running_costs',
    words: [
      '机关运行经费',
      '机关运行经费支出',
      '机关运行经费预算',
      '财政拨款的机关运行经费',
      '机关运行经费财政拨款',
      '机关运行经费财政拨款预算',
      '一般公共预算机关运行经费',
      '*财政拨款的机关运行经费预算',
      '机关运行经费预算支出',
    ],
    accounts: statistics('(一)行政单位|(二)参照公务员法管理事业单位'),
    budget: [{ at: 'budget-three-public/三公/agency_running_costs' }, { at: 'agency-running-costs/合计/amount|total' }],
  },
  {
    name: 'procurement',
    words: [
      '政府采购支出总额',
      '政府采购支出',
      '政府采购金额(以合同签订为准)',
      '政府采购金额',
      '政府采购预算',
      '政府采购预算总额',
      '政府采购项目',
      '政府采购支出预算总额',
      '纳入部门预算的政府采购项目',
      '政府采购支出预算',
    ],
    accounts: statistics('合计'),
  },
  {
    name: 'goods',
    of: ['procurement'],
    words: [
      '货物采购',
      '政府采购货物',
      '政府采购货物支出',
      '货物类项目',
      '货物类',
      '采购货物',
      '拟采购货物',
      '货物采购金额',
    ],
    accounts: statistics('货物'),
  },
  {
    name: 'works',
    of: ['procurement'],
    words: [
      '工程采购',
      '政府采购工程',
      '政府采购工程支出',
      '工程类项目',
      '工程类',
      '采购工程',
      '拟采购工程',
      '工程采购金额',
    ],
    accounts: statistics('工程'),
  },
  {
    name: 'services',
    of: ['procurement'],
    words: [
      '服务采购',
      '政府采购服务',
      '政府采购服务支出',
      '服务类项目',
      '服务类',
      '采购服务',
      '拟采购服务',
      '拟购买服务',
      '服务采购金额',
    ],
    accounts: statistics('服务'),
  },
  {
    name: 'vehicles',
    words: ['车辆', '实有车辆', '共有车辆', '公务用车', '共有公务用车', '车辆合计', '共有公务车辆'],
    units: ['辆', '台'],
    accounts: statistics('(一)车辆数合计(辆)'),
  },
  {
    name: 'vehicles_planned',
    words: ['购置车辆', '计划购置车辆', '预算安排购置车辆', '安排购置车辆', '部门预算安排购置车辆', '拟购置车辆'],
    units: ['辆', '台'],
  },
  vehicles(
    'provincial_leaders',
    '1.副部(省)级及以上领导用车',
    '副部(省)级及以上领导用车',
    '部级领导干部用车',
    '副部(省)级以上领导用车',
    '省部级及以上领导用车',
    '部级及以上领导用车',
    '省部级领导干部用车',
  ),
  vehicles('principals', '2.主要负责人用车', '主要负责人用车', '主要领导干部用车', '主要领导用车'),
  vehicles('confidential', '3.机要通信用车', '机要通信用车', '机要通信车'),
  vehicles('emergency', '4.应急保障用车', '应急保障用车', '应急保障车'),
  vehicles('law_enforcement', '5.执法执勤用车', '执法执勤用车', '执法执勤车'),
  vehicles('special', '6.特种专业技术用车', '特种专业技术用车', '特种专业技术车'),
  vehicles('retired_cadres', '7.离退休干部服务用车', '离退休干部服务用车', '离退休干部用车'),
  vehicles('general', '8.一般公务用车', '一般公务用车'),
  vehicles('other', '8.其他用车', '其他用车', '其他车辆'),
  {
    name: 'equipment_over_1_million',
    words: [
      '单价100万元(含)以上设备(不含车辆)',
      '单价100万元以上设备',
      '单价100万元(含)以上设备',
      '单位价值100万元以上设备*',
      '单价100万元(含)以上的设备*',
      '单位价值100万元以上大型设备*',
      '单台价值100万元以上设备',
      '单价100万元以上*设备',
    ],
    units: ['台(套)', '台', '套'],
    accounts: statistics('(二)单价100万元(含)以上设备(不含车辆)'),
  },
  {
    name: 'equipment_over_1_million_planned',
    words: [
      '购置单价100万元*设备*',
      '预算安排购置单价100万元*设备*',
      '购置单位价值100万元*设备*',
      '安排购置单位价值100万元*设备*',
    ],
    units: ['台(套)', '台', '套'],
  },
  {
    name: 'equipment_over_1_million',
    of: ['vehicles_planned'],
    words: ['单价100万元*设备*', '单位价值100万元*设备*'],
    units: ['台(套)', '台', '套'],
  },
  {
    name: 'institutions',
    words: [
      '独立编制机构数',
      '独立编制机构',
      '独立核算机构',
      '机构数',
      '纳入*编制范围的单位',
      '预算单位',
      '下属预算单位',
      '所属预算单位',
    ],
    units: ['个', '家'],
  },
  { name: 'staff', words: ['实有人数', '年末实有人数', '实有人员', '实有在职人员'], units: ['人', '名'] },
  { name: 'staff_quota', words: ['编制人数', '编制数', '核定编制', '人员编制', '编制'], units: ['人', '名', '个'] },
  { name: 'staff_retired', words: ['离退休人员', '退休人员', '年末离退休人员'], units: ['人', '名'] },
  {
    name: 'staff_hired',
    words: ['聘用人员', '临聘人员', '编外人员', '编外聘用人员'],
    after: ['聘用人员', '临聘人员', '编外人员', '编外聘用人员'],
    units: ['人', '名'],
  },
  {
    name: 'performance_self_evaluated',
    words: ['二级项目绩效自评个数', '绩效自评*项目', '绩效自评项目', '开展绩效自评的项目', '项目绩效自评个数'],
    units: ['个', '项'],
  },
  {
    name: 'performance_targets',
    words: ['编报绩效目标的*项目', '编报绩效目标的项目', '设置绩效目标的项目', '编报绩效目标项目'],
    units: ['个', '项'],
  },
  {
    name: 'performance_monitored',
    words: ['绩效跟踪评价的*项目', '绩效跟踪的*项目', '绩效运行监控*项目', '绩效监控*项目'],
    units: ['个', '项'],
  },
  {
    name: 'amount',
    of: ['performance_self_evaluated', 'performance_targets', 'performance_monitored'],
    words: ['涉及资金', '涉及预算金额', '涉及预算资金', '涉及项目预算资金', '涉及预算拨款', '涉及金额', '涉及财政资金'],
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
      of: ['performance_self_evaluated'],
      words: [
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
