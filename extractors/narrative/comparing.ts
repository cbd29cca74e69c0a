/** What changed, and what a figure is compared with. */
import type { BaseWords, Direction } from '../../src/narrative/define.ts'
import { plannedFigures, spentFigures } from '../vocabulary/figures.ts'

export const directions: Readonly<Record<Direction, readonly string[]>> = {
  增加: ['增加', '新增', '增加额', '调增', '多支出', '多支', '增支', '增', '多'],
  减少: ['减少', '压减', '调减', '缩减', '减少额', '核减', '节约', '少支出', '少支', '节支', '减支', '减', '少'],
  增长: ['增长', '增幅', '升幅', '上升', '升', '提高', '增长率', '增长幅度', '上涨'],
  下降: ['下降', '减幅', '降低', '降幅', '下降幅度', '下降率', '节约率', '降'],
  持平: [],
  大于: ['大于', '高于'],
  小于: ['小于', '低于'],
  等于: ['等于'],
}

/** Words of a change that do not say which, or forms in which nobody chose. */
export const eitherWay: readonly string[] = ['增减', '增减额', '增减变动', '增减变化', '增(减)', '增/减']

/** A rate that says by its sign what was spent beyond the budget, or less than it, and that budget. */
export const deviations: readonly string[] = ['预决算差异率', '决算差异率', '差异率']
export const deviatesFrom = '年初预算'

/** 决算 90 万元，完成 90%: how much was spent of a plan that is not named again, where nothing else stands before the rate. */
export const completed: readonly string[] = ['完成', '完成了']
export const completedOf = '预算'

/** Words between a figure's name and the budget that it is larger than. */
export const exceeding: readonly string[] = ['大于', '高于', '超出', '超过', '超']

export const changing: readonly string[] = ['增加', '减少', '压减', '调增', '调减', '核减', '缩减']

export const same: readonly string[] = [
  '持平',
  '相同',
  '一致',
  '保持不变',
  '不变',
  '无变化',
  '没有变化',
  '无增减变化',
  '无增减变动',
  '无增减',
  '无差异',
]

export const earlierYear: readonly string[] = ['上年度', '上年', '上一年度', '上一年', '去年']
export const ownYear: readonly string[] = ['本年度', '本年', '今年']
export const samePeriod: readonly string[] = ['同期', '同期数']

/** 上年结转 is what was left, and 本年收入 all that came in. */
export const yearNames: readonly string[] = [
  ...['结转', '结余'].flatMap((word) => ['上年', '本年'].map((year) => `${year}${word}*`)),
  ...['收入', '支出'].map((word) => `本年${word}*`),
  ...['预算', '安排', '拨款', '资金'].map((word) => `本年${word}`),
]

/** What the words of a base say of the figure that they name: 上年决算数, 年初预算. */
export const bases: BaseWords = {
  spent: /执行|决算|实际/,
  planned: /预算/,
  plannedEnd: /预算数?$/,
  initial: /年初/,
  adjusted: /全年|调整/,
  before: /^(上|去|前)/,
  unnamed: /^同比/,
  compared: /^(?:相比|比较|相较|相对比)/,
}

/** What was spent, and the plan that it is larger or smaller than: 决算数大于年初预算数. */
export const ordered = { spent: /(?:支出)?决算数?/, planned: /(?:年初|全年|调整)?预算数?/ }

export const baseTimes: readonly string[] = [...earlierYear, '去年同期', '上年同期', '前一年', '年初']

export const baseFigures: readonly string[] = [
  ...spentFigures,
  ...plannedFigures,
  ...['当年预算执行数', '部门预算执行数', '年初部门预算', '部门预算', '三公经费预算'],
  ...['全年预算', '全年预算数', '调整预算数', '预算拨款', '年初预算拨款'],
  ...['支出决算', '支出决算数', '决算支出', '收入决算', '收入决算数', '实际支出'],
  ...['同期', '同期数', '当年'],
]
