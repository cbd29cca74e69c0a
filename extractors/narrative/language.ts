/** Verbs, roles, comparisons: the words around a figure. */
import type { Direction, Role } from '../../src/narrative/define.ts'

/** Whose figure a number is. The longest words win. */
export const roles: Readonly<Record<Role, readonly string[]>> = {
  initial: ['年初预算', '年初预算数', '年初预算安排', '年初部门预算'],
  adjusted: ['全年预算', '全年预算数', '调整预算', '调整预算数', '调整后预算', '调整后预算数'],
  budget: ['预算', '预算数', '预算安排', '预算安排数', '当年预算', '预算金额', '预算总额', '支出预算', '预算支出'],
  executed: ['预算执行数', '当年预算执行数', '执行数', '预算执行', '实际执行数'],
  actual: ['支出决算', '支出决算数', '决算支出', '决算', '决算数', '实际支出', '决算支出数', '实际支出数'],
}

export const directions: Readonly<Record<Direction, readonly string[]>> = {
  增加: ['增加', '新增', '增加额', '调增', '多支出', '增支'],
  减少: ['减少', '压减', '调减', '缩减', '减少额', '核减', '节约'],
  增长: ['增长', '增幅', '上升', '提高', '增长率', '增长幅度', '上涨'],
  下降: ['下降', '减幅', '降低', '降幅', '下降幅度'],
  持平: [],
  大于: ['大于', '高于'],
  小于: ['小于', '低于'],
  等于: ['等于'],
}

export const changing: readonly string[] = ['增加', '减少', '压减', '调增', '调减', '核减', '缩减']

export const same: readonly string[] = ['持平', '相同', '一致']

export const baseTimes: readonly string[] = [
  '上年度',
  '上年',
  '上一年度',
  '上一年',
  '去年',
  '去年同期',
  '上年同期',
  '前一年',
  '年初',
]

export const baseFigures: readonly string[] = [
  '预算执行数',
  '当年预算执行数',
  '部门预算执行数',
  '预算执行',
  '执行数',
  '执行',
  '年初预算数',
  '年初预算',
  '年初部门预算',
  '全年预算',
  '全年预算数',
  '调整预算数',
  '部门预算',
  '预算数',
  '预算',
  '决算数',
  '决算',
  '支出决算',
  '决算支出',
  '实际数',
  '实际支出',
  '三公经费预算',
  '同期',
  '当年',
]

/** Words that open a clause and are no part of any name. */
export const openers: readonly string[] = [
  '其中',
  '主要包括',
  '具体包括',
  '收入包括',
  '支出包括',
  '包括',
  '主要用于',
  '主要为',
  '主要原因是',
  '主要原因为',
  '主要原因',
  '主要是',
  '原因是',
  '一是',
  '二是',
  '三是',
  '四是',
  '五是',
  '六是',
  '同时',
  '另外',
  '此外',
  '以及',
  '并且',
  '按照支出功能分类',
  '按支出功能分类',
  '按支出用途分类',
  '从收入构成看',
  '从支出构成看',
  '本部门(单位)',
  '本部门',
  '本单位',
  '我部门',
  '我单位',
  '我局',
  '我办',
  '该部门',
]

/** Words before a name that say nothing about what it is. */
export const leads: readonly string[] = [
  '(部门)',
  '(单位)',
  '(本级)',
  '和',
  '及',
  '并',
  '含',
  '部门',
  '预计',
  '整体',
  '总体',
  '累计',
  '共计',
  '共',
  '仅',
  '全年',
  '当年',
  '本年',
  '本年度',
  '本级',
  '全部',
  '区级',
  '市级',
  '财政拨款安排的',
  '财政拨款安排',
  '使用财政拨款',
  '安排',
  '拟安排',
  '财政拨款的',
]

/** Verbs between a name and its figure. */
export const verbs: readonly string[] = [
  '为',
  '是',
  '达',
  '达到',
  '约',
  '有',
  '共',
  '共有',
  '共计',
  '合计',
  '仅',
  '各',
  '均',
  '即',
  '调整为',
]

/** Words after a name that say nothing about what it is. */
export const tails: readonly string[] = [
  '整体',
  '总体',
  '安排',
  '支出',
  '支出数',
  '支出总额',
  '金额',
  '总金额',
  '科目',
  '资金',
  '经费',
  '本年度',
  '当年',
  '上年度',
  '上年',
  '同比',
  '数',
  '额',
]

export const money: readonly string[] = [
  '费',
  '款',
  '支出',
  '收入',
  '资金',
  '补助',
  '补贴',
  '工资',
  '奖',
  '金',
  '保险',
  '项目',
  '预算',
  '结余',
  '投资',
  '采购',
]

export const pronouns: readonly string[] = [
  '此项目',
  '该项目',
  '本项目',
  '该项',
  '此项',
  '其',
  '该项经费',
  '该经费',
  '本项',
  '接待',
  '接待国(境)外',
  '国(境)外',
  '接待国内',
  '支出',
]

/** Where 、 does not divide. */
export const unbroken: readonly string[] = ['收入、支出', '收、支', '类、款、项']

export const countUnits: readonly string[] = [
  '台(套)',
  '批次',
  '人次',
  '辆次',
  '辆',
  '个',
  '家',
  '人',
  '名',
  '台',
  '套',
  '批',
  '项',
  '次',
  '分',
]
