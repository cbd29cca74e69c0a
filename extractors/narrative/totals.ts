/** Totals of income and expenditure, by source, by kind and by fund. */
import type { Quantity } from '../../src/narrative/define.ts'
import { allSpent, allTakenIn } from '../vocabulary/sums.ts'
import { ofTheYear } from './funds.ts'
import { ofFund } from './parts.ts'

const FISCAL = ['fiscal'] as const
/** The lines of a summary that end its sides: forms print one, two or all of them, the first of these is the most. */
const TAKEN_IN = `${allTakenIn}|收入:总计|收入:收入合计`
const ALL_TAKEN_IN = `${TAKEN_IN}|收入:本年收入合计`
const SPENT = `${allSpent}|支出:总计|支出:支出合计`
const ALL_SPENT = `${SPENT}|支出:本年支出合计`
/** Where 财政拨款 is the money of all funds: in the chapter on the general public budget it is that one’s. */
const OF_ALL_FUNDS = ['fiscal', 'fiscal-expenditure', 'overall', 'income', 'expenditure', ''] as const

/** What comes in and what is spent, told at once. */
const BOTH = ['收入支出', '收支', '收入、支出', '收、支', '收入和支出']
const BOTH_SUMS = ['总收入和总支出', '总收入、总支出', '总收入与总支出']
const inAll = (of: string): string[] => ['总计', '总预算', '总决算', '预算总计', '决算总计'].map((all) => of + all)
/** 财政拨款支出预算总额 is what is spent of the year, without what is carried over: only of all money it says no less. */
const inSum = (of: string): string[] => ['总额', '预算总额', '决算总额'].map((all) => of + all)

export const totals: readonly Quantity[] = [
  {
    name: 'income_and_expenditure_total',
    words: [...BOTH, ...BOTH.flatMap(inAll), ...BOTH.flatMap(inSum), ...BOTH_SUMS, '收支预算', '收支总预算数'],
    accounts: [
      { in: FISCAL, at: 'fiscal-appropriation-summary/收入:总计/amount' },
      { at: 'income-expenditure-summary/收入:总计/amount' },
    ],
    budget: [
      { in: FISCAL, at: `budget-fiscal-appropriation-summary/${ALL_TAKEN_IN}/amount` },
      { at: `budget-income-expenditure-summary/${ALL_TAKEN_IN}/amount` },
    ],
  },
  {
    name: 'income_total',
    shares: 'income',
    opening: { budget: ['收入'] },
    words: [
      ...inAll('收入'),
      ...inSum('收入'),
      '总收入',
      '收入预算',
      '预算收入',
      '部门预算收入',
      '收入预算数',
      '总收入预算',
      '财务总收入',
      '部门财务总收入',
    ],
    accounts: [
      { in: FISCAL, at: 'fiscal-appropriation-summary/收入:总计/amount' },
      { at: 'income-expenditure-summary/收入:总计/amount' },
    ],
    budget: [
      { in: FISCAL, at: `budget-fiscal-appropriation-summary/${ALL_TAKEN_IN}/amount` },
      { at: `budget-income-expenditure-summary/${ALL_TAKEN_IN}/amount` },
    ],
  },
  {
    name: 'expenditure_total',
    shares: 'expenditure',
    opening: { budget: ['支出'] },
    words: [
      ...inAll('支出'),
      '总支出',
      '支出预算',
      '预算支出',
      '本年预算支出',
      '当年预算支出',
      '部门预算支出',
      '支出预算数',
      '总支出预算',
    ],
    accounts: [
      { in: FISCAL, at: 'fiscal-appropriation-summary/支出:总计/total' },
      { at: 'income-expenditure-summary/支出:总计/amount' },
    ],
    budget: [
      { in: FISCAL, at: `budget-fiscal-appropriation-summary/${ALL_SPENT}/total` },
      { at: `budget-income-expenditure-summary/${ALL_SPENT}/total` },
    ],
  },
  ofTheYear,
  {
    name: 'income',
    opening: { accounts: ['收入'] },
    words: ['收入合计', '本年收入合计', '本年收入', '收入决算合计', '收入预算合计', '本年收入预算'],
    accounts: [
      { in: ['overall'], at: 'income-expenditure-summary/收入:本年收入合计/amount' },
      { in: FISCAL, at: 'fiscal-appropriation-summary/收入:本年收入合计/amount' },
      ...ofFund('income'),
      { at: 'income/合计/total' },
    ],
    budget: [
      { in: FISCAL, at: 'budget-fiscal-appropriation-summary/收入:本年收入合计|收入:一、本年收入/amount' },
      { in: ['income'], at: 'budget-income/合计/total' },
      { at: 'budget-income-expenditure-summary/收入:本年收入合计/amount' },
    ],
  },
  {
    name: 'expenditure',
    opening: { accounts: ['支出'] },
    words: ['支出合计', '本年支出合计', '本年支出', '支出决算合计', '支出预算合计', '本年支出预算'],
    accounts: [
      { in: ['overall'], at: 'income-expenditure-summary/支出:本年支出合计/amount' },
      { in: FISCAL, at: 'fiscal-appropriation-summary/支出:本年支出合计/total' },
      ...ofFund('total'),
      { at: 'expenditure/合计/total' },
    ],
    budget: [
      { in: FISCAL, at: 'budget-fiscal-appropriation-summary/支出:本年支出合计|支出:一、本年支出/total' },
      { in: ['expenditure'], at: 'budget-expenditure/合计/total' },
      { at: 'budget-income-expenditure-summary/支出:本年支出合计/total' },
    ],
  },
  {
    name: 'fiscal_appropriation_income_and_expenditure',
    words: [...BOTH.flatMap(inAll).map((of) => `财政拨款${of}`), '财政拨款收入支出'],
    accounts: [{ at: 'fiscal-appropriation-summary/收入:总计/amount' }],
    budget: [{ at: `budget-fiscal-appropriation-summary/${TAKEN_IN}/amount` }],
  },
  {
    name: 'fiscal_appropriation_income_total',
    words: [...inAll('财政拨款收入'), '财政拨款总收入'],
    // Some mean what came in of the year.
    accounts: ['总计', '本年收入合计'].map((line) => ({ at: `fiscal-appropriation-summary/收入:${line}/amount` })),
    budget: [{ at: `budget-fiscal-appropriation-summary/${TAKEN_IN}/amount` }],
  },
  {
    name: 'fiscal_appropriation_expenditure_total',
    words: [...inAll('财政拨款支出'), '财政拨款总支出'],
    accounts: ['总计', '本年支出合计'].map((line) => ({ at: `fiscal-appropriation-summary/支出:${line}/total` })),
    budget: [{ at: `budget-fiscal-appropriation-summary/${SPENT}/total` }],
  },
  {
    name: 'fiscal_appropriation_income',
    words: [
      '财政拨款收入',
      '当年财政拨款收入',
      '本年财政拨款收入',
      '财政拨款本年收入',
      '财政拨款收入预算',
      '财政拨款收入合计',
    ],
    accounts: [
      { in: FISCAL, at: 'fiscal-appropriation-summary/收入:本年收入合计/amount' },
      { at: 'income/合计/fiscal_appropriation' },
    ],
    budget: [
      {
        in: FISCAL,
        at: 'budget-fiscal-appropriation-summary/收入:本年收入合计|收入:一、本年收入|收入:收入总计/amount',
      },
      { at: 'budget-income/合计/fiscal_appropriation' },
      { at: 'budget-income-expenditure-summary/收入:一、财政拨款收入/amount' },
    ],
  },
  {
    name: 'fiscal_appropriation_expenditure',
    // Its 基本支出 is of all funds of the treasury and of nothing else: no table has it.
    ownParts: ['basic_expenditure', 'project_expenditure'],
    words: [
      '财政拨款支出',
      '当年财政拨款支出',
      '本年财政拨款支出',
      '财政拨款本年支出',
      '财政拨款支出预算',
      '财政拨款预算支出',
      '财政拨款支出决算',
      '财政拨款支出合计',
      '财政拨款安排支出',
      '财政拨款安排的支出',
    ],
    accounts: [
      { in: ['general'], at: 'general-public-expenditure/合计/total' },
      { at: 'fiscal-appropriation-summary/支出:本年支出合计/total' },
    ],
    budget: [
      { in: ['fiscal-expenditure'], at: 'budget-fiscal-appropriation-expenditure/合计/total' },
      {
        at: 'budget-fiscal-appropriation-summary/支出:本年支出合计|支出:一、本年支出|支出:支出总计|支出:总计|支出:支出合计/total',
      },
    ],
  },
  {
    name: 'fiscal_appropriation_opening_balance',
    words: ['年初财政拨款结转结余', '年初财政拨款结转和结余', '上年财政拨款结转结余'],
    short: ['年初结转结余', '年初数结转结余', '年初结余结余', '年初结余', '年初结转和结余'],
    accounts: [
      {
        in: ['general'],
        at: 'fiscal-appropriation-summary/收入:年初财政拨款结转和结余/一、一般公共预算财政拨款|收入:年初财政拨款结转和结余/一般公共预算财政拨款/amount',
      },
      { in: OF_ALL_FUNDS, at: 'fiscal-appropriation-summary/收入:年初财政拨款结转和结余/amount' },
    ],
    budget: [{ at: 'budget-fiscal-appropriation-summary/收入:二、上年结转|收入:上年结转/amount' }],
  },
  {
    name: 'fiscal_appropriation_closing_balance',
    words: ['年末财政拨款结转结余', '年末财政拨款结转和结余'],
    short: ['年末结转结余', '年末数结转结余', '年末结余', '年末结转和结余'],
    accounts: [
      { in: ['general'], at: 'fiscal-appropriation-summary/支出:年末财政拨款结转和结余/general_public' },
      { in: OF_ALL_FUNDS, at: 'fiscal-appropriation-summary/支出:年末财政拨款结转和结余/total' },
    ],
  },
  {
    name: 'general_public_closing_balance',
    words: ['年末一般公共预算财政拨款结转和结余', '年末一般公共预算财政拨款结转结余'],
    accounts: [{ at: 'fiscal-appropriation-summary/支出:年末财政拨款结转和结余/general_public' }],
  },
  {
    name: 'opening_balance',
    wholeIn: ['income_total', 'fiscal_appropriation_income_total'],
    words: [
      '年初结转和结余',
      '年初结转结余',
      '上年结转和结余',
      '上年结转结余',
      '上年结转',
      '上年结转结余收入',
      '上年结转收入',
      '上年结转(结余)',
      // Henan.
      '部门结转资金',
    ],
    accounts: [
      ...ofFund('opening_balance'),
      { in: FISCAL, at: 'fiscal-appropriation-summary/收入:年初财政拨款结转和结余/amount' },
      { at: 'income-expenditure-summary/收入:年初结转和结余/amount' },
    ],
    budget: [
      { in: FISCAL, at: 'budget-fiscal-appropriation-summary/收入:二、上年结转|收入:上年结转/amount' },
      { in: ['income'], at: 'budget-income/合计/carried_over' },
      {
        at: 'budget-income-expenditure-summary/收入:上年结转结余|收入:上年结转|收入:年初结转结余/amount',
      },
    ],
  },
  {
    name: 'closing_balance',
    wholeIn: ['expenditure_total', 'fiscal_appropriation_expenditure_total'],
    words: ['年末结转和结余', '年末结转结余', '年终结转结余', '年终结转和结余', '结转下年', '结转下年支出'],
    accounts: [
      ...ofFund('closing_balance'),
      { in: FISCAL, at: 'fiscal-appropriation-summary/支出:年末财政拨款结转和结余/total' },
      { at: 'income-expenditure-summary/支出:年末结转和结余/amount' },
    ],
    budget: [
      {
        at: 'budget-income-expenditure-summary/支出:年终结转结余|支出:结转下年支出|支出:结转下年|支出:结转结余下年/total',
      },
    ],
  },
  {
    name: 'unallocated_balance_used',
    words: [
      '使用非财政拨款结余(含专用结余)',
      '使用非财政拨款结余和专用结余',
      '使用非财政拨款结余',
      '用事业基金弥补收支差额',
      '事业基金弥补收支差额',
      '动用事业基金弥补收支差额',
      '动用事业基金',
    ],
    budget: [{ at: 'budget-income/合计/balance_used', ifPrinted: true }],
    accounts: [
      {
        at: 'income-expenditure-summary/收入:使用非财政拨款结余(含专用结余)|收入:使用非财政拨款结余和专用结余|收入:使用非财政拨款结余|收入:用事业基金弥补收支差额/amount',
      },
    ],
  },
  {
    name: 'balance_distribution',
    words: ['结余分配'],
    accounts: [{ at: 'income-expenditure-summary/支出:结余分配/amount' }],
  },
  { name: 'closing_balance_other_funds', words: ['年末其他资金结转结余', '年末其他资金结转和结余'] },
]
