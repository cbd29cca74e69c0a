/** The nine tables of final accounts in the Shanghai form. */
import * as books from './accounts.ts'
import { basicExpenditure } from './basic-expenditure.ts'
import { base, blankRows, codeColumns, codeRows, GAP, orNothing, type SideLine, sideRows } from './lines.ts'
import { type Column, type Table, value } from './table.ts'
import { threePublic } from './three-public.ts'
import { CLASS_LINES, han } from './vocabulary.ts'

type Accounts = books.Accounts

export function finalAccountsTables(accounts: Accounts): Table[] {
  return [
    summary,
    income,
    expenditure,
    fiscalSummary,
    generalPublic,
    basicExpenditure,
    threePublic,
    (a: Accounts) => fundAccounts(a, 'government_fund'),
    (a: Accounts) => fundAccounts(a, 'state_capital'),
  ].map((table, i) => ({ ...table(accounts), number: `公开0${i + 1}表` }))
}

/** 一、一般公共服务支出 … as the form of the year has them. */
export function classLines(year: number, amounts: (code: string) => Record<string, number | null>): SideLine[] {
  return CLASS_LINES.filter((c) => year >= (c.from ?? 0) && year <= (c.until ?? 9999)).map((c, i) => ({
    label: `${han(i + 1)}、${c.name}`,
    amounts: amounts(c.code),
  }))
}

function summary(accounts: Accounts): Table {
  const { opening, closing } = accounts
  const income = (label: string, fund: books.Fund | null): SideLine => ({
    label,
    amounts: { amount: fund === null ? null : orNothing(books.incomeOn(accounts, '', [fund])) },
  })
  const opened = books.sum(Object.values(opening))
  const closed = books.sum(Object.values(closing))
  const received = books.incomeOn(accounts, '', books.ALL_FUNDS)
  const spent = books.totalOn(accounts, '', books.ALL_FUNDS)
  const balance = accounts.year < 2021 ? '用事业基金弥补收支差额' : '使用非财政拨款结余'
  const total = (label: string, fen: number): SideLine => ({ label, amounts: { amount: orNothing(fen) }, total: true })
  return {
    ...base(accounts, 'income-expenditure-summary', '收入支出决算总表'),
    columns: [
      { key: '收入.label', header: ['收入', '项目'], width: 160, role: 'label' },
      value('收入.amount', ['收入', '决算数'], 80),
      { key: '支出.label', header: ['支出', '项目'], width: 160, role: 'label' },
      value('支出.amount', ['支出', '决算数'], 80),
    ],
    rows: sideRows(
      [
        income('一、一般公共预算财政拨款收入', 'general_public'),
        income('二、政府性基金预算财政拨款收入', 'government_fund'),
        income('三、国有资本经营预算财政拨款收入', 'state_capital'),
        income('四、上级补助收入', null),
        income('五、事业收入', null),
        income('六、经营收入', null),
        income('七、附属单位上缴收入', null),
        income('八、其他收入', 'own'),
        total('本年收入合计', received),
        { label: balance, amounts: { amount: null } },
        { label: '年初结转和结余', amounts: { amount: orNothing(opened) } },
        total('总计', received + opened),
      ],
      [
        ...classLines(accounts.year, (code) => ({ amount: orNothing(books.totalOn(accounts, code, books.ALL_FUNDS)) })),
        total('本年支出合计', spent),
        { label: '结余分配', amounts: { amount: null } },
        { label: '年末结转和结余', amounts: { amount: orNothing(closed) } },
        total('总计', spent + closed),
      ],
      4,
    ),
  }
}

/** The codes of the lines and their names, as the final accounts head them. */
function functional(): Column[] {
  return codeColumns('项目', '功能分类科目编码', '科目名称')
}

function income(accounts: Accounts): Table {
  const columns = {
    total: ['本年收入合计'],
    fiscal_appropriation: ['财政拨款收入'],
    superior_subsidy: ['上级补助收入'],
    institutional: ['事业收入'],
    business: ['经营收入'],
    affiliated_remittance: ['附属单位上缴收入'],
    other: ['其他收入'],
  }
  const funds: Record<string, readonly books.Fund[]> = {
    total: books.ALL_FUNDS,
    fiscal_appropriation: books.FISCAL,
    other: ['own'],
  }
  return {
    ...base(accounts, 'income', '收入决算表'),
    columns: [...functional(), ...Object.entries(columns).map(([key, header]) => value(key, header))],
    rows: codeRows(
      books.codeLines(accounts, books.ALL_FUNDS),
      Object.keys(columns),
      (code, column) => orNothing(books.incomeOn(accounts, code, funds[column] ?? [])),
      'first',
    ),
  }
}

/** Total, basic and project expenditure of a line, of some funds; nothing for any other column. */
export function spentBy(accounts: Accounts, funds: readonly books.Fund[]) {
  return (code: string, column: string): number | null => {
    if (column === 'total') return orNothing(books.totalOn(accounts, code, funds))
    if (column !== 'basic' && column !== 'project') return null
    return orNothing(books.spentOn(accounts, code, funds, column))
  }
}

function expenditure(accounts: Accounts): Table {
  const columns = {
    total: ['本年支出合计'],
    basic: ['基本支出'],
    project: ['项目支出'],
    remitted_to_superior: ['上缴上级支出'],
    business: ['经营支出'],
    subsidy_to_affiliated: ['对附属单位补助支出'],
  }
  return {
    ...base(accounts, 'expenditure', '支出决算表'),
    columns: [...functional(), ...Object.entries(columns).map(([key, header]) => value(key, header))],
    rows: codeRows(
      books.codeLines(accounts, books.ALL_FUNDS),
      Object.keys(columns),
      spentBy(accounts, books.ALL_FUNDS),
      'first',
    ),
  }
}

function fiscalSummary(accounts: Accounts): Table {
  const funds = ['general_public', 'government_fund', 'state_capital'] as const
  const names = {
    general_public: '一般公共预算财政拨款',
    government_fund: '政府性基金预算财政拨款',
    state_capital: '国有资本经营预算财政拨款',
  }
  const byFund = (of: (funds: readonly books.Fund[]) => number) => ({
    total: orNothing(of(books.FISCAL)),
    ...Object.fromEntries(funds.map((f) => [f, orNothing(of([f]))])),
  })
  const opened = (of: readonly books.Fund[]) => books.sum(of.map((f) => accounts.opening[f]))
  const closed = (of: readonly books.Fund[]) => books.sum(of.map((f) => accounts.closing[f]))
  const received = books.incomeOn(accounts, '', books.FISCAL)
  const spent = (of: readonly books.Fund[]) => books.totalOn(accounts, '', of)
  const label = (fund: (typeof funds)[number], i: number) => `${han(i + 1)}、${names[fund]}`
  return {
    ...base(accounts, 'fiscal-appropriation-summary', '财政拨款收入支出决算总表'),
    columns: [
      { key: '收入.label', header: ['收入', '项目'], width: 150, role: 'label' },
      value('收入.amount', ['收入', '决算数']),
      { key: '支出.label', header: ['支出', '项目'], width: 150, role: 'label' },
      value('支出.total', ['支出', '合计']),
      ...funds.map((f) => value(`支出.${f}`, ['支出', names[f]])),
    ],
    rows: sideRows(
      [
        ...funds.map(
          (f, i): SideLine => ({
            label: label(f, i),
            amounts: { amount: orNothing(books.incomeOn(accounts, '', [f])) },
          }),
        ),
        { label: '本年收入合计', amounts: { amount: orNothing(received) }, total: true },
        { label: '年初财政拨款结转和结余', amounts: { amount: orNothing(opened(books.FISCAL)) } },
        ...funds.map(
          (f, i): SideLine => ({
            label: label(f, i),
            key: `年初财政拨款结转和结余/${label(f, i)}`,
            amounts: { amount: orNothing(accounts.opening[f]) },
          }),
        ),
        { label: '总计', amounts: { amount: orNothing(received + opened(books.FISCAL)) }, total: true },
      ],
      [
        ...classLines(accounts.year, (code) => byFund((of) => books.totalOn(accounts, code, of))),
        { label: '本年支出合计', amounts: byFund(spent), total: true },
        { label: '年末财政拨款结转和结余', amounts: byFund(closed) },
        GAP,
        GAP,
        GAP,
        { label: '总计', amounts: byFund((of) => spent(of) + closed(of)), total: true },
      ],
      6,
    ),
  }
}

function generalPublic(accounts: Accounts): Table {
  const columns = { total: ['合计'], basic: ['基本支出'], project: ['项目支出'] }
  return {
    ...base(accounts, 'general-public-expenditure', '一般公共预算财政拨款支出决算表'),
    columns: [...functional(), ...Object.entries(columns).map(([key, header]) => value(key, header, 90))],
    rows: codeRows(
      books.codeLines(accounts, ['general_public']),
      Object.keys(columns),
      spentBy(accounts, ['general_public']),
      'last',
    ),
  }
}

const FUND_TITLES = {
  government_fund: { id: 'government-fund', name: '政府性基金预算财政拨款' },
  state_capital: { id: 'state-capital', name: '国有资本经营预算财政拨款' },
}

function fundAccounts(accounts: Accounts, fund: 'government_fund' | 'state_capital'): Table {
  const { id, name } = FUND_TITLES[fund]
  const columns = {
    opening_balance: ['年初结转和结余'],
    income: ['本年收入'],
    total: ['本年支出', '小计'],
    basic: ['本年支出', '基本支出'],
    project: ['本年支出', '项目支出'],
    closing_balance: ['年末结转和结余'],
  }
  const codes = books.codeLines(accounts, [fund])
  const first = accounts.spending.find((s) => s.fund === fund)?.code ?? ''
  const amount = (code: string, column: string): number | null => {
    const balance = first.startsWith(code) && first !== ''
    if (column === 'opening_balance') return balance ? orNothing(accounts.opening[fund]) : null
    if (column === 'closing_balance') return balance ? orNothing(accounts.closing[fund]) : null
    if (column === 'income') return orNothing(books.incomeOn(accounts, code, [fund]))
    return spentBy(accounts, [fund])(code, column)
  }
  const table = base(accounts, id, `${name}收入支出决算表`)
  return {
    ...table,
    columns: [
      ...codeColumns('项目', '支出功能分类科目编码', '科目名称'),
      ...Object.entries(columns).map(([key, header]) => value(key, header)),
    ],
    rows: [...(codes.length === 0 ? blankRows(4) : []), ...codeRows(codes, Object.keys(columns), amount, 'last')],
    notes: codes.length === 0 ? [`注：${accounts.entity}无${name}支出，故本表无数据。`] : [],
  }
}
