/** The items of 三公 tables, final accounts and budget alike. */
import type { Affixes, Columns, HeaderPattern } from '../../src/template/define.ts'
import { moneyOf, moneyOfAccounts } from './function-budget.ts'
import { largeEquipment, vehicleKinds } from './vehicles.ts'

export const threePublicItems: Columns = {
  total: ['合计', '总计', '小计', '支出合计', '*费用总额'],
  outbound: [
    '因公出国*',
    '*因公出国*',
    '因公临时出国*',
    '因公出国(境)*/小计',
    '因公出国(境)*/合计',
    '出国*',
    '公务出国*',
    '因公出国*/金额',
  ],
  vehicle: [
    '公务用车购置及运行*',
    '公务用车购置和运行*',
    '公务用车购置及运维*',
    '*公务用车购置及运行*',
    '*公务用车购置*运行*/小计',
    '*公务用车购置*运行*/合计',
    '公务用车*/小计',
    '公务用车*/合计',
    '公务用车费*',
    '公务用车支出',
    '公务用车经费',
    '公务用车',
    '车辆购置及运行*',
    '公务车辆购置及运行*',
  ],
  vehicle_purchase: [
    '公务用车购置费',
    '公务用车购置',
    '公务用车购置支出',
    '公务用车购置费支出',
    '公务用车购置费用',
    '公务用车购置经费',
    '公务用车*/购置*',
    '公务用车*/公务用车购置*',
    '公务用车*/购车*',
    '*购置费',
    '车辆购置',
    '车辆购置支出',
  ],
  vehicle_operation: [
    '公务用车运行*',
    '公务用车运维*',
    '公务用车*/运行*',
    '公务用车*/公务用车运行*',
    '公务用车维护*',
    '公务用车*/维护费',
    '*运行维护费',
    '*运行费',
    ...['', '费', '支出'].map((of) => `车辆运行维护${of}`),
    '车辆运行',
    '车辆运行支出',
  ],
  reception: [
    '公务接待*',
    '*公务接待*',
    '业务接待费',
    '业务招待费',
    '招待费',
    '接待费',
    '接待费用',
    '公务接待费/小计',
    '公务接待费/合计',
    '公务接待*/金额',
  ],
  meetings: ['会议费*', '*会议费', '会议', '会议经费'],
  training: ['培训费*', '*培训费', '培训', '培训经费'],
  outbound_general: ['*一般公务*出国*', '*一般因公*出国*'],
  outbound_research: ['*科研*因公出国*', '*科研*出国*', '*学术*出国*', '*教学科研*'],
  reception_domestic: ['国内接待费*', '国内公务接待费*', '公务接待*/国内接待*'],
  reception_foreign_affairs: ['外事接待费*', '外宾接待费*', '外事接待支出*'],
  reception_abroad: ['国(境)外接待费*', '国(境)外公务接待费*', '境外接待费*'],
}

/** What the money went to, counted: lines of lists that name costs and numbers. */
export const threePublicCounts: Columns = {
  outbound_groups: ['因公出国*团组*', '*团组数*', '因公出国*/*团组*'],
  outbound_people: ['因公出国*人次*', '因公出国*人数*', '因公出国*/*人次*', '因公出国*/*人数*'],
  vehicles_purchased: ['公务用车购置数(*', '公务用车购置数', '公务用车购置数量*', '公务用车购置量*', '*车辆购置数*'],
  vehicles_held: ['*保有量*', '*保有数*'],
  reception_batches: [
    '国内公务接待批次*',
    '公务接待批次*',
    '国内接待批次*',
    '*接待批次*',
    '公务接待*/*批次*',
    '公务接待*/*批数*',
  ],
  reception_people: [
    '国内公务接待人次*',
    '公务接待人次*',
    '国内接待人次*',
    '*接待人次*',
    '*接待人数*',
    '公务接待*/*人次*',
    '公务接待*/*人数*',
  ],
  foreign_affairs_batches: ['外事接待批次*'],
  foreign_affairs_people: ['外事接待人次*'],
  reception_abroad_batches: ['国(境)外公务接待批次*', '国(境)外接待批次*'],
  reception_abroad_people: ['国(境)外公务接待人次*', '国(境)外接待人次*'],
  meetings_held: ['*会议次数*', '*会议个数*', '*会议期数*'],
  meetings_people: ['*会议人次*', '*会议人数*'],
  trainings_held: ['*培训次数*', '*培训个数*', '*培训期数*', '*培训班次*'],
  training_people: ['*培训人次*', '*培训人数*'],
}

/** Running costs, and what is bought, that some forms print below 三公. */
export const runningCosts: Columns = {
  agency_running_costs: ['机关运行*', '*机关运行经费*', '机构运行经费*'],
  // Guangdong: wages and projects of the administration, too.
  administrative_costs: ['行政经费', '*行政经费*'],
  agency_running_costs_administrative: ['行政单位', '机关运行经费/行政单位'],
  agency_running_costs_institution: ['参照公务员法管理*', '参照公务员法*'],
  procurement: [
    '政府采购支出合计',
    '政府采购',
    '政府采购预算',
    '政府采购支出',
    '政府采购合计',
    '政府采购*金额',
    '政府采购*总额',
  ],
  procurement_goods: ['货物', '货物类', '政府采购货物*'],
  procurement_works: ['工程', '工程类', '政府采购工程*'],
  procurement_services: ['服务', '服务类', '政府采购服务*'],
  vehicles: ['车辆数*', '车辆合计*'],
  ...vehicleKinds,
  ...largeEquipment,
}

/** Figures of the year before. */
export const previousYear: readonly HeaderPattern[] = [
  '{last}年*',
  '上年',
  '上年*数',
  '上年度*数',
  '上年*预算',
  '上年*决算',
]

/** What was spent against the year's own budget. */
export const againstBudget: readonly HeaderPattern[] = ['比', '较', '与'].flatMap((word) => [
  `${word}预算增减*`,
  `${word}年初预算增减*`,
  `决算${word}预算增减*`,
  `决算数${word}预算增减*`,
  `决算数${word}预算数增减*`,
  `决算数${word}年初预算数增减*`,
  // 决算数与全年预算数对比, over 增减额 and 增减%.
  ...['', '全年', '年初'].flatMap((of) => ['', '数'].map((end) => `决算${end}${word}${of}预算${end}*比*`)),
])
/** The same over 增减额 and 增减率, without a word of change of its own: 决算比预算. */
export const overAgainstBudget: readonly HeaderPattern[] = ['比', '较', '与'].flatMap((word) =>
  ['', '年初', '全年', '调整'].flatMap((of) => ['', '数'].map((end) => `*决算*${word}*${of}预算${end}`)),
)

/** How much of what was planned was spent. */
export const shareDone: readonly HeaderPattern[] = [
  '*占*比例*',
  '*占*%*',
  '*完成*%*',
  '*完成率*',
  '*执行率*',
  '*完成*比例*',
]

/** 增减额 below 决算比上年, which says itself what it is compared with. */
function overLastYear(ends: readonly string[]): HeaderPattern[] {
  return ['比', '较', '与'].flatMap((word) => ends.map((end) => `*${word}上年*/${end}`))
}

/** What changed since. */
export const changes: Affixes = {
  change_rate_: [
    ...overLastYear(['增减*率*', '增减*比例*', '增减*幅度*', '增减*%*', '增长*率*', '变动*率*', '%', '比例', '幅度']),
    // Both headers first: of 较上年增减情况 over 增减率 nothing is left that would be an item.
    '*增减*/%',
    '*增减*/*率*',
    '*增减*/*比例*',
    '*增减*/*幅度*',
    '*增减%',
    '*增减(%)',
    '*增减比例*',
    '*增减幅度*',
    '*增减率*',
    '*增长率*',
    '*增减变化率*',
    '*变动比例*',
    '*变动幅度*',
    '*变动率*',
  ],
  change_: [
    ...overLastYear(['增减*', '增长*', '变动*', '金额', '*额']),
    '*增减*/较上年*预算*',
    '*增减*/比上年*预算*',
    '*增减*/金额',
    '*增减*/*额',
    '*增减',
    '增减*',
    '*增减额',
    '*增减数*',
    '*增减变化*',
    '*增减情况*',
  ],
}

/** The year before and what changed since; of the year before what was spent, too. */
export const threePublicPeriods: readonly Affixes[] = [
  {
    ...changes,
    previous_: previousYear,
    earlier_: ['{earlier}年*', '前年*'],
  },
  { actual_: ['*执行数', '*决算数', '*实际数', '*年执行', '上年执行', '*比*执行*', '*较*执行*'] },
]

/** The fund that pays, behind the column id. */
export const byFundSuffix: Affixes = {
  '.general_public': [
    '一般公共预算',
    '一般公共预算支出',
    '一般公共预算*拨款',
    '一般公共预算*拨款支出',
    '一般公共预算*收入',
    '一般公共预算*资金',
    '一般公共预算*安排',
    '一般公共预算(*',
    '*一般公共预算',
  ],
  '.government_fund': [
    '政府性基金',
    '政府性基金预算',
    '政府性基金预算支出',
    '政府性基金*拨款',
    '政府性基金*拨款支出',
    '政府性基金*收入',
    '政府性基金*资金',
    '政府性基金*安排',
    '政府性基金*(*',
  ],
  '.state_capital': [
    '国有资本经营',
    '国有资本经营预算',
    '国有资本经营预算支出',
    '国有资本*拨款',
    '国有资本*拨款支出',
    '国有资本*收入',
    '国有资本*资金',
    '国有资本*安排',
    '国有资本*(*',
  ],
  '.fiscal_appropriation': ['财政拨款', '财政拨款安排*'],
  '.other_funds': ['其他资金', '其他资金*', '单位资金', '非财政拨款*', '非财政资金'],
}

/** What 三公 alone came to: the total where nothing else is counted in. */
export const threePublicAlone: readonly HeaderPattern[] = [
  '*三公*/小计',
  '*三公*/合计',
  '*三公*小计',
  '*三公*合计',
  '三公经费',
  '*三公经费',
  '*三公*支出',
  '*三公*总额',
  '*三公*预算数',
]

/** Which fund pays, whether the money is the year's own, and which part of the budget it is in. */
export const threePublicMoney: readonly Affixes[] = [
  byFundSuffix,
  moneyOf,
  { '.basic': ['基本支出'], '.project': ['项目支出'] },
]
/** The same of accounts. */
export const threePublicMoneyOfAccounts = threePublicMoney.with(1, moneyOfAccounts)

/** Titles of 三公 with what is counted in beside it, of a budget other than the general one: 政府性基金预算“三公”经费及会议费支出表. */
export const withMeetings = (fund: string): string[] =>
  ['及', '、', '和'].flatMap((and) => [
    `${fund}“三公”经费${and}会议费、培训费支出表`,
    `${fund}“三公”经费${and}会议费和培训费支出表`,
    `${fund}“三公”经费、会议费${and}培训费支出表`,
    `${fund}“三公”经费${and}会议费支出表`,
    `${fund}“三公”经费${and}培训费支出表`,
  ])
