/**
 * The books of a department that does not exist. All money is whole 分 (a number of it is exact), so
 * everything adds up in 元, and what a form prints rounded differs by rounding alone.
 */
import { Dice } from './dice.ts'
import * as words from './vocabulary.ts'

export type Fund = 'general_public' | 'government_fund' | 'state_capital' | 'own'

/** What one 项 of the functional classification spends of one fund; `own` is money of the unit's own. */
export interface Spending {
  code: string
  fund: Fund
  basic: number
  project: number
}

export interface ThreePublic {
  outbound: number
  purchase: number
  operation: number
  reception: number
}

export interface Accounts {
  kind: 'final-accounts' | 'budget'
  entity: string
  year: number
  spending: Spending[]
  /** Basic expenditure of the general public budget by economic code (五位款). */
  economic: { code: string; amount: number }[]
  opening: Record<Fund, number>
  closing: Record<Fund, number>
  planned: ThreePublic
  spent: ThreePublic
}

export interface Size {
  /** How many 项 of the office's own work, and of those all offices pay. */
  work: number
  common: number
  /** How many economic codes besides those of 三公. */
  economic: number
}

export const FULL: Size = { work: 9, common: 11, economic: 60 }
export const SMALL: Size = { work: 2, common: 3, economic: 5 }

const THREE_PUBLIC_CODES = ['30212', '30217', '30231', '31013']

export function makeAccounts(seed: number, kind: Accounts['kind'], year: number, size: Size): Accounts {
  const dice = new Dice(seed, 'accounts')
  const office = dice.pick(words.OFFICES)
  const spending = makeSpending(dice, office.work, size, year)
  // Plans for projects are made in whole 元: a column then mixes amounts with and without decimals.
  if (kind === 'budget') for (const s of spending) s.project -= s.project % 100
  const planned = makeThreePublic(dice)
  const spent = kind === 'budget' ? planned : lessThan(dice, planned)
  const basic = sum(spending.filter((s) => s.fund === 'general_public').map((s) => s.basic))
  const opening: Accounts['opening'] = { general_public: 0, government_fund: 0, state_capital: 0, own: 0 }
  const closing = { ...opening }
  if (kind === 'final-accounts')
    for (const fund of ['general_public', 'government_fund', 'own'] as const)
      if (spending.some((s) => s.fund === fund)) {
        // Less than any fund's spending, so that no income is negative.
        const most = fund === 'own' ? 3000 : 80_000
        opening[fund] = dice.chance(0.7) ? dice.money(100, most) : 0
        closing[fund] = dice.chance(0.7) ? dice.money(100, most) : 0
      }
  return {
    kind,
    entity: dice.pick(words.PLACES) + dice.pick(words.DISTRICTS) + office.name,
    year,
    spending,
    economic: makeEconomic(dice, basic, spent, size.economic),
    opening,
    closing,
    planned,
    spent,
  }
}

function makeSpending(dice: Dice, work: string, size: Size, year: number): Spending[] {
  const own = Object.keys(words.FUNCTIONS).filter((c) => c.length === 7 && c.startsWith(work))
  const items = [own[0]!, ...dice.some(own.slice(1), size.work - 1)]
  const common = dice.some(words.COMMON_ITEMS, size.common)
  const out: Spending[] = []
  for (const code of items) {
    const basic = code === own[0] ? dice.money(4_000_000, 30_000_000) : 0
    out.push({ code, fund: 'general_public', basic, project: basic > 0 ? 0 : dice.money(50_000, 20_000_000) })
  }
  for (const code of common) out.push({ code, fund: 'general_public', basic: dice.money(5_000, 4_000_000), project: 0 })
  for (const code of dice.some(words.FUND_ITEMS, dice.int(0, 2)))
    out.push({ code, fund: 'government_fund', basic: 0, project: dice.money(90_000, 9_000_000) })
  // Before 2020 the forms have no line for it.
  if (dice.chance(0.3) && year >= 2020)
    out.push({
      code: words.STATE_CAPITAL_ITEMS[0]!,
      fund: 'state_capital',
      basic: 0,
      project: dice.money(9_000, 900_000),
    })
  if (dice.chance(0.6)) out.push({ code: items.at(-1)!, fund: 'own', basic: 0, project: dice.money(4_000, 400_000) })
  return out.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

function makeThreePublic(dice: Dice): ThreePublic {
  const some = (high: number) => (dice.chance(0.8) ? dice.money(1000, high) : 0)
  return { outbound: some(80_000), purchase: some(180_000), operation: some(90_000), reception: some(30_000) }
}

function lessThan(dice: Dice, plan: ThreePublic): ThreePublic {
  const part = (amount: number) => Math.floor((amount * dice.int(40, 100)) / 100)
  return {
    outbound: part(plan.outbound),
    purchase: part(plan.purchase),
    operation: part(plan.operation),
    reception: part(plan.reception),
  }
}

/** Basic expenditure by economic code: personnel nine tenths of it; the codes of 三公 hold what 三公 says. */
function makeEconomic(dice: Dice, basic: number, spent: ThreePublic, count: number): Accounts['economic'] {
  const codes = Object.keys(words.ECONOMIC).filter((c) => c.length === 5 && !THREE_PUBLIC_CODES.includes(c))
  const fixed = [
    { code: '30212', amount: spent.outbound },
    { code: '30217', amount: spent.reception },
    { code: '30231', amount: spent.operation },
    { code: '31013', amount: spent.purchase },
  ].filter((e) => e.amount > 0)
  const isPersonnel = (code: string) => code.startsWith('301') || code.startsWith('303')
  const chosen = dice.some(codes, Math.min(count, codes.length))
  const personnel = [...new Set(['30101', ...chosen.filter(isPersonnel)])]
  const other = [...new Set(['30201', ...chosen.filter((c) => !isPersonnel(c))])]
  const rest = basic - sum(fixed.map((e) => e.amount))
  const ofPersonnel = Math.floor(rest * 0.9)
  const parts = dice.split(ofPersonnel, personnel.length).map((amount, i) => ({ code: personnel[i]!, amount }))
  const others = dice.split(rest - ofPersonnel, other.length).map((amount, i) => ({ code: other[i]!, amount }))
  return [...parts, ...others, ...fixed].sort((a, b) => (a.code < b.code ? -1 : 1))
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => a + b, 0)
}

/** What a code and all below it spend, of some funds. '' is all codes. */
export function spentOn(accounts: Accounts, code: string, funds: readonly Fund[], of: 'basic' | 'project'): number {
  return sum(accounts.spending.filter((s) => s.code.startsWith(code) && funds.includes(s.fund)).map((s) => s[of]))
}

export const FISCAL: readonly Fund[] = ['general_public', 'government_fund', 'state_capital']
export const ALL_FUNDS: readonly Fund[] = [...FISCAL, 'own']

export function totalOn(accounts: Accounts, code: string, funds: readonly Fund[]): number {
  return spentOn(accounts, code, funds, 'basic') + spentOn(accounts, code, funds, 'project')
}

/** Income of some funds: what was spent and is left, less what was there. It is booked on the first 项 of the fund. */
export function incomeOn(accounts: Accounts, code: string, funds: readonly Fund[]): number {
  return sum(
    funds.map((fund) => {
      const first = accounts.spending.find((s) => s.fund === fund)
      const change = first?.code.startsWith(code) ? accounts.closing[fund] - accounts.opening[fund] : 0
      return totalOn(accounts, code, [fund]) + change
    }),
  )
}

/** 类, 款 and 项 of some funds, each 类 followed by what is below it. */
export function codeLines(accounts: Accounts, funds: readonly Fund[]): string[] {
  const codes = new Set<string>()
  for (const { code, fund } of accounts.spending)
    if (funds.includes(fund)) for (const n of [3, 5, 7]) codes.add(code.slice(0, n))
  return [...codes].sort()
}

export function economicOn(accounts: Accounts, code: string): number {
  return sum(accounts.economic.filter((e) => e.code.startsWith(code)).map((e) => e.amount))
}

export const PERSONNEL = ['301', '303']
export const OTHER_CLASSES = ['302', '310']

export function economicOfClasses(accounts: Accounts, classes: readonly string[]): number {
  return sum(classes.map((c) => economicOn(accounts, c)))
}
