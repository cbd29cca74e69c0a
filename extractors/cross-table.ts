/**
 * The same quantity printed in two tables: `table / row / column`. `|` divides names that forms use for
 * one thing, ` + ` adds places, {类} stands for every class of the functional codes. What holds by
 * custom only (a budget table may leave out what is carried over) is `usual`.
 */
import type { CrossIdentity } from '../src/template/define.ts'

const YEAR_SPENT = '支出:本年支出合计|支出:支出合计'

export const crossTable: readonly CrossIdentity[] = [
  { left: 'income-expenditure-summary / 收入:本年收入合计 / amount', right: 'income / 合计 / total' },
  { left: `income-expenditure-summary / ${YEAR_SPENT} / amount`, right: 'expenditure / 合计 / total' },
  { left: 'income-expenditure-summary / 支出:{类} / amount', right: 'expenditure / {类} / total' },
  { left: 'fiscal-appropriation-summary / 收入:本年收入合计 / amount', right: 'income / 合计 / fiscal_appropriation' },
  {
    left: 'income-expenditure-summary / 收入:*一般公共预算财政拨款* / amount',
    right: 'fiscal-appropriation-summary / 收入:一、一般公共预算财政拨款 / amount',
  },
  { left: 'income-expenditure-summary / 收入:*其他收入 / amount', right: 'income / 合计 / other' },
  {
    left: 'fiscal-appropriation-summary / 支出:本年支出合计 / general_public',
    right: 'general-public-expenditure / 合计 / total',
  },
  {
    left: 'fiscal-appropriation-summary / 支出:{类} / general_public',
    right: 'general-public-expenditure / {类} / total',
  },
  {
    left: 'fiscal-appropriation-summary / 支出:本年支出合计 / government_fund',
    right: 'government-fund / 合计 / total',
  },
  { left: 'fiscal-appropriation-summary / 支出:本年支出合计 / state_capital', right: 'state-capital / 合计 / total' },
  {
    left: 'general-public-expenditure / 合计 / basic',
    right: 'basic-expenditure / 人员经费合计 / amount + basic-expenditure / 公用经费合计 / amount',
  },
  { left: 'expenditure / 合计 / basic', right: 'general-public-expenditure / 合计 / basic', usual: true },
  { left: 'expenditure / 合计 / project', right: 'general-public-expenditure / 合计 / project', usual: true },
  {
    left: 'disclosure-statistics / *参照公务员法管理*|*行政单位* / value',
    right: 'basic-expenditure / 公用经费合计 / amount',
    usual: true,
  },
  { left: 'three-public / 三公 / actual_vehicle_operation', right: 'basic-expenditure / 30231 / amount', usual: true },
  { left: 'three-public / 三公 / actual_reception', right: 'basic-expenditure / 30217 / amount', usual: true },
  { left: 'three-public / 三公 / actual_outbound', right: 'basic-expenditure / 30212 / amount', usual: true },

  {
    left: 'budget-income-expenditure-summary / 收入:收入总计|收入:收入合计|收入:总计 / amount',
    right: 'budget-income / 合计 / total',
  },
  {
    left: 'budget-income-expenditure-summary / 收入:收入合计|收入:收入总计 / amount',
    right: 'budget-income-sources / 收入总计 / amount',
  },
  {
    left: 'budget-income-expenditure-summary / 支出:本年支出合计|支出:支出合计|支出:支出总计 / total',
    right: 'budget-expenditure / 合计 / total',
  },
  { left: 'budget-income-expenditure-summary / 支出:{类} / total', right: 'budget-expenditure / {类} / total' },
  {
    left: 'budget-fiscal-appropriation-summary / 支出:支出总计|支出:本年支出合计 / general_public',
    right: 'budget-general-public-expenditure / 合计 / total',
  },
  {
    left: 'budget-fiscal-appropriation-summary / 支出:{类} / general_public',
    right: 'budget-general-public-expenditure / {类} / total',
  },
  { left: 'budget-general-public-expenditure / 合计 / basic', right: 'budget-basic-expenditure / 合计 / total' },
  {
    left: 'budget-general-public-expenditure / 合计 / personnel',
    right: 'budget-basic-expenditure / 合计 / personnel',
  },
  {
    left: 'budget-general-public-expenditure / 合计 / non_personnel',
    right: 'budget-basic-expenditure / 合计 / non_personnel',
  },
  {
    left: 'budget-fiscal-appropriation-expenditure / 合计 / total|amount',
    right: 'budget-fiscal-appropriation-summary / 支出:支出合计 / total',
    usual: true,
  },
  {
    left: 'budget-general-public-expenditure / 合计 / total',
    right: 'budget-fiscal-appropriation-expenditure / 合计 / total|amount',
    usual: true,
  },
  {
    left: 'budget-expenditure / 合计 / basic',
    right: 'budget-fiscal-appropriation-basic-expenditure / 合计 / amount|total',
    usual: true,
  },
  { left: 'budget-expenditure / 合计 / basic', right: 'budget-general-public-expenditure / 合计 / basic', usual: true },
  {
    left: 'budget-expenditure / 合计 / project',
    right: 'budget-general-public-expenditure / 合计 / project',
    usual: true,
  },
  { left: 'budget-project-expenditure / 合计 / total', right: 'budget-expenditure / 合计 / project', usual: true },
  {
    left: 'agency-running-costs / 合计 / amount',
    right: 'budget-basic-expenditure / 合计 / non_personnel',
    usual: true,
  },
  {
    left: 'budget-three-public / 三公 / vehicle_operation',
    right: 'budget-basic-expenditure / 30231 / total',
    usual: true,
  },
  { left: 'budget-three-public / 三公 / reception', right: 'budget-basic-expenditure / 30217 / total', usual: true },
  {
    left: 'budget-three-public / 三公 / agency_running_costs',
    right: 'budget-basic-expenditure / 合计 / non_personnel',
    usual: true,
  },
]
