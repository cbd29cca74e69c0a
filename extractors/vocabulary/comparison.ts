/** Headers of columns of other years, of the stages of a budget, and of what changed. */
import type { Affixes, HeaderPattern } from '../../src/template/define.ts'
import { plannedFigures, spentFigures } from './figures.ts'

type Headers = readonly HeaderPattern[]

/** What changed, as headers and prose call it; how its amount ends, and its share of a hundred. */
const CHANGES = ['增减', '变动', '变化']
const AMOUNTS = ['额', '*额', '金额']
const RATES = ['%', '(%)', '率*', '比例*', '比率*', '幅度*', '百分比*']

/** Such an end in a column below 比上年增减, … */
function under(ends: readonly string[]): string[] {
  return CHANGES.flatMap((word) => ends.map((end) => `*${word}*/${end}`))
}

/** … or behind the words. */
function behind(ends: readonly string[]): string[] {
  return CHANGES.flatMap((word) => ends.map((end) => `*${word}${end}`))
}

const changedRates: Headers = [...under([...RATES, '*率*', '*比例*', '*幅度*']), ...behind(RATES), '*增幅*']

/** Earlier years and comparisons that some forms print beside the year's own figures. */
export const previousActual: Headers = [
  '上年决算数',
  '上年决算',
  '上年执行数',
  '上年执行',
  '执行数',
  '*执行数',
  '*上年*决算*',
  '上年完成数',
  '上年快报数',
  '上年实际支出',
  '上年支出数',
  '上年支出',
  '上年*完成数',
  '上年预算执行数',
  '上年*执行数/合计',
  '上年*执行数/小计',
  '上年*决算数/合计',
  '上年*决算数/小计',
]
export const previousBudget: Headers = [
  '上年预算数',
  '上年预算',
  '上年年初预算数',
  '*上年*预算*',
  '上年*预算数/合计',
  '上年*预算数/小计',
]
/** The purposes of the year before. */
export const previousPurposes = {
  previous_budget_basic: ['上年*预算数/基本支出'],
  previous_budget_project: ['上年*预算数/项目支出'],
  previous_actual_basic: ['上年*执行数/基本支出', '上年*决算数/基本支出'],
  previous_actual_project: ['上年*执行数/项目支出', '上年*决算数/项目支出'],
}
export const initialBudget: Headers = ['年初预算数', '年初预算', '*年初预算数']
export const adjustedBudget: Headers = [
  '调整预算数',
  '调整后预算数',
  '全年预算',
  '全年预算数',
  '*调整预算数',
  '*全年预算数',
]
/** What was spent against what was planned, in forms that name the two. */
export const difference: Headers = [
  '*差异*/*额',
  '*差异*/*数',
  '*差异额',
  '*差异数',
  '*差异',
  '*决算*比*预算*增减',
  '*决算*比*预算*增减额',
  '*年初预算*增减',
  '*年初预算*增减额',
  '*决算*比*预算*/*额',
  '*年初预算*增减*/*额',
]
export const differenceRate: Headers = [
  '*差异率*',
  '*差异%',
  '*差异(%)',
  '*差异*/*率*',
  '*差异*/*%*',
  '*差异*/*比例*',
  '*决算*比*预算*%*',
  '*决算*比*预算*率*',
  '*年初预算*增减*%*',
  '*年初预算*增减*率*',
  '*决算*比*预算*/*%*',
  '*年初预算*增减*/*%*',
]
/** What a line is of the whole. */
export const share: Headers = [
  '占比*',
  '*占比',
  '*占比%',
  '*占比(%)',
  '*比重',
  '*比重*%*',
  '占*合计*%*',
  '占*总*%*',
  '占*比例*',
  '占*比重*',
]
export const completionRate: Headers = [
  '*决算*为*预算*%*',
  '*支出*为*预算*%*',
  '*完成*%*',
  '*完成率*',
  '*执行率*',
  '*完成*比例*',
  // 占部门预算比重 is what a line is of the whole.
  ...['', '上年', '年初', '本年', '当年', '年度', '全年', '调整', '调整后', '年初调整'].flatMap((plan) => [
    `*占${plan}预算*%*`,
    `*占${plan}预算*比*`,
  ]),
]
export const change: Headers = [
  ...CHANGES.map((word) => `*${word}*/增加*减少*`),
  ...under(AMOUNTS),
  // 2026年比2025年增减 is compared without its years.
  ...['', '比', '较', '比上年'].map((than) => `${than}增减`),
  ...behind(['额', '数', '金额']),
  ...['增减', '增减额'].map((changed) => `*上年*年初预算*${changed}`),
  // Over all of it and its parts.
  ...['增减', '增减额'].flatMap((changed) => [`*${changed}/小计`, `*${changed}/合计`]),
]
/** What changed by how much of a hundred, over the columns that did. */
const CHANGED_BY: Headers = ['*增减%', '*增减(%)', '*增减率', '增减率']
export const changeRate: Headers = [
  ...['增减率', '增长率*', '增减比率*'],
  ...changedRates,
  ...['*上年*年初预算*增减*%*', '*上年*年初预算*增减*率*'],
  ...CHANGED_BY.flatMap((over) => [`${over}/小计`, `${over}/合计`]),
]
/** The purposes of what changed, below the one header of a share. */
const changeRatePurposes = {
  change_rate_basic: CHANGED_BY.map((over) => `${over}/基本支出`),
  change_rate_project: CHANGED_BY.map((over) => `${over}/项目支出`),
}
/** The same of the amount. */
const CHANGED: Headers = ['*增减', '*增减额']
const changePurposes = {
  change_basic: CHANGED.map((over) => `${over}/基本支出`),
  change_project: CHANGED.map((over) => `${over}/项目支出`),
}
/** How a comparison names what was spent: 比上年执行数, 较决算数. */
const ON_ACTUAL = ['比', '较', '与'].flatMap((word) => spentFigures.map((spent) => `*${word}*${spent}`))
/** Over two columns it may say of itself what they are; what it takes out (扣除基建投资) is another comparison. */
const OVER_ACTUAL = ON_ACTUAL.flatMap((over) => [over, `${over}增减`, `${over}增减情况`, `${over}增减变化`])
/**
 * What changed since what was spent of the last year, where the change on its budget stands beside it; alone it is
 * `change` and `change_rate` (`onActualAlone`).
 */
export const changeOnActual: Headers = [
  ...onActual(ON_ACTUAL, '', ['增减', '增减额', '增减数', '增减金额']),
  ...onActual(OVER_ACTUAL, '/', ['增减', '增减额', '额', '金额', '数额']),
]
export const changeRateOnActual: Headers = [
  ...onActual(ON_ACTUAL, '', ['增减%', '增减(%)', '增减率*', '增减比例*', '增减幅度*', '增长率*']),
  ...onActual(OVER_ACTUAL, '/', ['增减率', '%', '比例', '幅度', '比例%', '比例(%)', '幅度%', '幅度(%)']),
]

function onActual(over: Headers, between: string, own: Headers): Headers {
  return over.flatMap((head) => own.map((header) => `${head}${between}${header}`))
}
/** For every template that has them. */
export const onActualAlone = { change_on_actual: 'change', change_rate_on_actual: 'change_rate' }
/** The year's own budget beside what was spent, and what changed. */
export const stages = {
  initial_budget: initialBudget,
  adjusted_budget: adjustedBudget,
  completion_rate: completionRate,
  change,
  change_rate: changeRate,
  change_on_actual: changeOnActual,
  change_rate_on_actual: changeRateOnActual,
  difference,
  difference_rate: differenceRate,
  share,
}
/** The same in summaries of accounts, where the plan may stand beside what was spent without a word of its stage. */
export const summaryStages = { ...stages, budget: ['预算数', '预算'] as Headers }
/** What is spelled 合计 below another header. */
const SPELLED_BELOW = ['总计', '预算合计', '预算总额']
/** Headers over the stages of a budget. */
const over = {
  initial_budget: ['*年初预算*'],
  adjusted_budget: ['*全年预算*', '*调整*预算*'],
  budget: ['预算数', '预算'],
}

/**
 * The columns of accounts once more for each stage of the budget that stands beside them: `initial_budget_basic` for
 * 年初预算数/基本支出, `initial_budget` for its total.
 */
export function staged(columns: Record<string, Headers>): Record<string, Headers> {
  const stagesOf = Object.entries(over).flatMap(([stage, headers]) =>
    Object.entries(columns).map(([id, patterns]): [string, Headers] => [
      id === 'total' ? stage : `${stage}_${id}`,
      [
        ...(id === 'total' && stage in stages ? stages[stage as keyof typeof stages] : []),
        ...(id === 'total' ? headers.filter((header) => !header.includes('*')) : []),
        ...headers.flatMap((header) =>
          patterns.filter((p) => !p.startsWith('*') && !SPELLED_BELOW.includes(p)).map((p) => `${header}/${p}`),
        ),
      ],
    ]),
  )
  return Object.fromEntries(stagesOf)
}

/** 为上年预算%: this year's figure of a hundred of last year's. */
const ofBefore = (figures: readonly string[]): Headers =>
  ['为', '占', '相当于'].flatMap((is) =>
    figures.flatMap((of) => [`*${is}上年${of}%*`, `*${is}上年${of}的%*`, `*${is}上年${of}(%)`]),
  )

/** What a year is compared with, beside its own figures. */
export const comparison = {
  previous_actual: previousActual,
  previous_budget: previousBudget,
  ratio_to_previous_budget: ofBefore(plannedFigures),
  ratio_to_previous: ofBefore(spentFigures),
  ...previousPurposes,
  ...changePurposes,
  ...changeRatePurposes,
  ...stages,
}
/** The same of summaries, which print what changed since, too. */
export const otherYearsAndChange: readonly Affixes[] = [
  {
    change_rate_on_actual_: changeRateOnActual,
    change_on_actual_: changeOnActual,
    change_rate_: [...changedRates, '*增长率*'],
    change_: [...under(AMOUNTS), ...['', '变化', '变动'].map((end) => `*增减${end}`), ...behind(['额', '数', '金额'])],
    previous_actual_: ['上年*执行*', '上年*决算*', '上年*实际*', '上年*完成*'],
    previous_: ['上年', '上年*数', '上年*预算', '上年预算安排'],
    earlier_: ['前年', '前年*数', '前年*预算', '前年*决算', '{earlier}年*数', '{earlier}年*预算', '{earlier}年*决算'],
  },
]
/** What was spent of the last year is its figure where its budget does not stand beside it. */
export const lastYearAlone = { previous_actual_: 'previous_' }
/** Columns of earlier years, divided as the year's own are. Headers over the year before are read as 上年…. */
export const otherYears: readonly Affixes[] = [
  {
    previous_: ['上年', '上年*数', '上年*预算', '上年*决算', '上年*执行'],
    earlier_: ['前年', '前年*数', '前年*预算', '前年*决算', '{earlier}年*数', '{earlier}年*预算', '{earlier}年*决算'],
  },
]
/** The same of accounts, in which the year before is what was spent: what was planned of it is another figure. */
export const otherYearsOfAccounts: readonly Affixes[] = [{ previous_budget_: ['上年*预算*'], ...otherYears[0] }]
/** Columns of an earlier year that say no more than the year: 基本支出 over 2026年 and 2025年. */
export const bareYears: readonly Affixes[] = [{ previous_: ['上年', '上年数'], earlier_: ['前年'] }]
