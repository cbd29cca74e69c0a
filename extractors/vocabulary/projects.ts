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
]
export const arrangedBefore: Headers = [
  '已安排资金',
  '以前年度*安排*',
  '累计*安排*',
  '上年*累计*',
  '*累计安排*',
  '累计已*',
  '*已累计*',
  '上年截至*安排*',
  '*截至*安排*',
]

/** When in the year the money is to be spent. */
export const quarters: Columns = Object.fromEntries(
  ['一', '二', '三', '四'].map((count, i) => [
    `quarter_${i + 1}`,
    [`${count}季度`, `第${count}季度`, `${i + 1}季度`, `*/${count}季度`, `*/第${count}季度`, `*/${i + 1}季度`],
  ]),
)

/** Money by the level of government that gives it. */
export const levels: Columns = {
  central: ['中央', '*/中央', '中央资金', '中央级'],
  provincial: ['省级', '*/省级', '省级资金', '自治区级', '*/自治区级'],
  municipal: ['市级', '*/市级', '市级资金'],
  county: ['县级', '*/县级', '区级', '*/区级', '区县级', '*/区县级', '县区级', '*/县区级'],
}
