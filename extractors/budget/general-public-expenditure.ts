/** 一般公共预算支出功能分类预算表: spending from the general public budget, by function code. */
import { defineTable } from '../../src/template/define.ts'
import {
  basic,
  change,
  changeRate,
  nonPersonnel,
  personnel,
  priorActual,
  priorBudget,
  priorWithoutConstruction,
  project,
  projectWithoutConstruction,
  total,
  totalWithoutConstruction,
} from '../vocabulary/columns.ts'
import { basicParts, byPurpose, codes } from '../vocabulary/identities.ts'

export const budgetGeneralPublicExpenditure = defineTable({
  id: 'budget-general-public-expenditure',
  kind: 'budget',
  titles: [
    '一般公共预算支出功能分类预算表',
    '一般公共预算支出表',
    '一般公共预算支出预算表',
    '一般公共预算财政拨款支出预算表',
    '一般公共预算支出情况表',
    '一般公共预算拨款支出预算表',
    '一般公共预算支出明细表（按支出功能分类科目）',
  ],
  unlike: ['基本支出', '项目支出', '三公'],
  rows: { by: 'code', classification: 'functional' },
  suffixes: {
    '.current': ['当年', '当年预算', '当年拨款', '当年财政拨款'],
    '.carried_over': ['上年结转', '上年结转*'],
  },
  columns: {
    total,
    basic,
    personnel,
    non_personnel: nonPersonnel,
    project,
    wages_welfare: ['工资福利支出', '*/工资福利支出'],
    goods_services: ['商品和服务支出', '*/商品和服务支出'],
    personal_family: ['对个人和家庭的补助*', '*/对个人和家庭*'],
    capital: ['资本性支出*', '*/资本性支出*'],
    project_without_construction: projectWithoutConstruction,
    total_without_construction: totalWithoutConstruction,
    prior_actual: priorActual,
    prior_actual_without_construction: priorWithoutConstruction,
    prior_budget: priorBudget,
    change,
    change_rate: changeRate,
    change_without_construction: ['*(扣除*/增减额'],
    change_rate_without_construction: ['*(扣除*/增减*%*'],
  },
  identities: [codes, byPurpose, basicParts],
})
