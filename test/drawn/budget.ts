/** The nine tables of a budget in the Shanghai form: 元, except 三公 in 万元. */
import * as books from './accounts.ts'
import { spentBy } from './final-accounts.ts'
import { blankRows, codeColumns, codeRows, GAP, orNothing, type SideLine, sideRows } from './lines.ts'
import { type Table, value } from './table.ts'
import { threePublicAmounts } from './three-public.ts'
import { ECONOMIC, FUNCTIONS, han } from './vocabulary.ts'

type Accounts = books.Accounts

export function budgetTables(accounts: Accounts): Table[] {
  return [
    summary(accounts),
    income(accounts),
    expenditure(accounts),
    fiscalSummary(accounts),
    byFunction(accounts, 'general_public'),
    byFunction(accounts, 'government_fund'),
    byFunction(accounts, 'state_capital'),
    basicExpenditure(accounts),
    threePublic(accounts),
  ]
}

function base(accounts: Accounts, id: string, title: string): Omit<Table, 'columns' | 'rows'> {
  const { entity, year } = accounts
  return { id, title: `${year}年部门${title}`, number: null, unit: '元', entity, year, notes: [], ordinals: false }
}

/** A zero is printed where the form asks for a figure. */
const whole = (fen: number) => fen

/** Function classes that the department has, numbered in order. */
function ownClasses(accounts: Accounts, funds: readonly books.Fund[]) {
  return books
    .codeLines(accounts, funds)
    .filter((code) => code.length === 3)
    .map((code, i) => ({ code, label: `${han(i + 1)}、${FUNCTIONS[code]}` }))
}

function summary(accounts: Accounts): Table {
  const fund = (of: readonly books.Fund[]) => books.totalOn(accounts, '', of)
  const line = (label: string, of: readonly books.Fund[]): SideLine => ({ label, amounts: { amount: whole(fund(of)) } })
  const all = fund(books.ALL_FUNDS)
  return {
    ...base(accounts, 'budget-income-expenditure-summary', '财务收支预算总表'),
    columns: [
      { key: '收入.label', header: ['本年收入', '项目'], width: 150, role: 'label' },
      value('收入.amount', ['本年收入', '预算数'], 110),
      { key: '支出.label', header: ['本年支出', '项目'], width: 150, role: 'label' },
      value('支出.total', ['本年支出', '预算数'], 110),
    ],
    rows: sideRows(
      [
        line('一、财政拨款收入', books.FISCAL),
        line('1.一般公共预算', ['general_public']),
        line('2.政府性基金预算', ['government_fund']),
        line('3.国有资本经营预算', ['state_capital']),
        line('二、事业收入', []),
        line('三、事业单位经营收入', []),
        line('四、其他收入', ['own']),
        GAP,
        { label: '收入总计', amounts: { amount: all }, total: true },
      ],
      [
        ...ownClasses(accounts, books.ALL_FUNDS).map(({ code, label }) => ({
          label,
          amounts: { total: books.totalOn(accounts, code, books.ALL_FUNDS) },
        })),
        { label: '支出总计', amounts: { total: all }, total: true },
      ],
      1,
    ),
  }
}

function functional() {
  return codeColumns('项目', '功能分类科目编码', '功能分类科目名称')
}

function income(accounts: Accounts): Table {
  const columns = {
    total: ['收入预算', '合计'],
    fiscal_appropriation: ['收入预算', '财政拨款收入'],
    institutional: ['收入预算', '事业收入'],
    business: ['收入预算', '事业单位经营收入'],
    other: ['收入预算', '其他收入'],
  }
  const funds: Record<string, readonly books.Fund[]> = {
    total: books.ALL_FUNDS,
    fiscal_appropriation: books.FISCAL,
    other: ['own'],
  }
  return {
    ...base(accounts, 'budget-income', '收入预算总表'),
    columns: [...functional(), ...Object.entries(columns).map(([key, header]) => value(key, header, 90))],
    rows: codeRows(
      books.codeLines(accounts, books.ALL_FUNDS),
      Object.keys(columns),
      (code, column) => whole(books.totalOn(accounts, code, funds[column] ?? [])),
      'last',
    ),
  }
}

function expenditure(accounts: Accounts): Table {
  const columns = { total: ['支出预算', '合计'], basic: ['支出预算', '基本支出'], project: ['支出预算', '项目支出'] }
  return {
    ...base(accounts, 'budget-expenditure', '支出预算总表'),
    columns: [...functional(), ...Object.entries(columns).map(([key, header]) => value(key, header, 110))],
    rows: codeRows(
      books.codeLines(accounts, books.ALL_FUNDS),
      Object.keys(columns),
      (code, column) => whole(spentBy(accounts, books.ALL_FUNDS)(code, column) ?? 0),
      'last',
    ),
  }
}

function fiscalSummary(accounts: Accounts): Table {
  const names = { general_public: '一般公共预算', government_fund: '政府性基金预算', state_capital: '国有资本经营预算' }
  const funds = ['general_public', 'government_fund', 'state_capital'] as const
  const byFund = (code: string): Record<string, number | null> => ({
    total: books.totalOn(accounts, code, books.FISCAL),
    ...Object.fromEntries(funds.map((f) => [f, orNothing(books.totalOn(accounts, code, [f]))])),
  })
  return {
    ...base(accounts, 'budget-fiscal-appropriation-summary', '财政拨款收支预算总表'),
    columns: [
      { key: '收入.label', header: ['财政拨款收入', '项目'], width: 130, role: 'label' },
      value('收入.amount', ['财政拨款收入', '预算数'], 100),
      { key: '支出.label', header: ['财政拨款支出', '项目'], width: 140, role: 'label' },
      value('支出.total', ['财政拨款支出', '合计'], 96),
      ...funds.map((f) => value(`支出.${f}`, ['财政拨款支出', names[f]], 96)),
    ],
    rows: sideRows(
      [
        ...funds.map(
          (f, i): SideLine => ({
            label: `${han(i + 1)}、${names[f]}`,
            amounts: { amount: whole(books.totalOn(accounts, '', [f])) },
          }),
        ),
        { label: '收入总计', amounts: { amount: books.totalOn(accounts, '', books.FISCAL) }, total: true },
      ],
      [
        ...ownClasses(accounts, books.FISCAL).map(({ code, label }) => ({ label, amounts: byFund(code) })),
        { label: '支出总计', amounts: byFund(''), total: true },
      ],
      1,
    ),
  }
}

const FUND_TABLES = {
  general_public: { id: 'budget-general-public-expenditure', name: '一般公共预算' },
  government_fund: { id: 'budget-government-fund', name: '政府性基金预算' },
  state_capital: { id: 'budget-state-capital', name: '国有资本经营预算' },
}

function byFunction(accounts: Accounts, fund: keyof typeof FUND_TABLES): Table {
  const { id, name } = FUND_TABLES[fund]
  const head = `${name}支出`
  const columns = { total: [head, '合计'], basic: [head, '基本支出'], project: [head, '项目支出'] }
  const codes = books.codeLines(accounts, [fund])
  const amount = (code: string, column: string) =>
    codes.length === 0 ? null : whole(spentBy(accounts, [fund])(code, column) ?? 0)
  return {
    ...base(accounts, id, `${name}支出功能分类预算表`),
    columns: [...functional(), ...Object.entries(columns).map(([key, header]) => value(key, header, 110))],
    rows: [...(codes.length === 0 ? blankRows(5) : []), ...codeRows(codes, Object.keys(columns), amount, 'last')],
    notes: codes.length === 0 ? [`注：本部门${accounts.year}年无${name}财政拨款安排的预算，故本表为空表。`] : [],
  }
}

function basicExpenditure(accounts: Accounts): Table {
  const head = '一般公共预算基本支出'
  const columns = { total: [head, '合计'], personnel: [head, '人员经费'], non_personnel: [head, '公用经费'] }
  const codes = [...new Set(accounts.economic.flatMap((e) => [e.code.slice(0, 3), e.code]))].sort()
  const of: Record<string, readonly string[]> = { personnel: books.PERSONNEL, non_personnel: books.OTHER_CLASSES }
  const amount = (code: string, column: string) =>
    column === 'total'
      ? books.economicOn(accounts, code)
      : books.sum(
          of[column]!.map((c) => (code === '' || code.startsWith(c) ? books.economicOn(accounts, code || c) : 0)),
        )
  return {
    ...base(accounts, 'budget-basic-expenditure', '一般公共预算基本支出部门预算经济分类预算表'),
    columns: [
      ...codeColumns('项目', '经济分类科目编码', '经济分类科目名称', ['类', '款']),
      ...Object.entries(columns).map(([key, header]) => value(key, header, 110)),
    ],
    rows: codeRows(codes, Object.keys(columns), amount, 'last', ECONOMIC, ['类', '款']),
  }
}

function threePublic(accounts: Accounts): Table {
  const head = '“三公”经费预算数'
  const vehicle = '公务用车购置及运行费'
  const columns = {
    total: [head, '合计'],
    outbound: [head, '因公出国(境)费'],
    reception: [head, '公务接待费'],
    vehicle: [head, vehicle, '小计'],
    vehicle_purchase: [head, vehicle, '购置费'],
    vehicle_operation: [head, vehicle, '运行费'],
    agency_running_costs: ['机关运行经费预算数'],
  }
  const amounts: Record<string, number> = {
    ...threePublicAmounts(accounts.planned),
    agency_running_costs: books.economicOfClasses(accounts, books.OTHER_CLASSES),
  }
  const cells = Object.fromEntries(
    Object.keys(columns).map((key) => [key, { fen: whole(amounts[key]!), row: '三公', column: key }]),
  )
  return {
    ...base(accounts, 'budget-three-public', '“三公”经费和机关运行经费预算表'),
    unit: '万元',
    columns: Object.entries(columns).map(([key, header]) => value(key, header, 90)),
    rows: [{ cells, depth: 0 }],
  }
}
