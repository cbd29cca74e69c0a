/** Headers of projects that last several years. */
import type { Columns, HeaderPattern } from '../../src/template/define.ts'

type Headers = readonly HeaderPattern[]

/** What a project of several years costs in all, and what earlier years gave it. */
export const wholeProject: Headers = [
  '总预算',
  '项目总预算',
  '项目预算总额',
  '项目总投资',
  '总投资',
  '总投资额',
  '项目总投资额',
  '项目总金额',
]
export const arrangedBefore: Headers = [
  '已安排资金',
  '以前年度*安排*',
  '上年及以前*安排*',
  '累计*安排*',
  '上年*累计*',
  '*累计安排*',
  '累计已*',
  '*已累计*',
  '上年截至*安排*',
  '*截至*安排*',
  '已完成投资*',
]

/** When in the year the money is to be spent. */
export const quarters: Columns = Object.fromEntries(
  ['一', '二', '三', '四'].map((count, i) => [
    `quarter_${i + 1}`,
    [`${count}季度`, `第${count}季度`, `${i + 1}季度`, `*/${count}季度`, `*/第${count}季度`, `*/${i + 1}季度`],
  ]),
)

/** Money by the level of government that gives it. */
const levelWords = {
  central: ['中央', '中央级'],
  provincial: ['省级', '自治区级', '自治区'],
  municipal: ['市级'],
  county: ['县级', '区级', '区县级', '县区级', '区县', '县区'],
}
export const levels: Columns = Object.fromEntries(
  Object.entries(levelWords).map(([id, words]) => [
    id,
    words.flatMap((w) => [w, `*/${w}`, `${w}资金`, `*/${w}资金`, `${w}财政资金`, `${w}配套*`, `${w}财力*`]),
  ]),
)
