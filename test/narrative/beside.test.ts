/** What forms print beside a figure, and what prose tells beside it: the year before, the total, all parts. */
import { describe, expect, it } from 'vitest'
import { tableOf } from './department.ts'
import { told } from './told.ts'

/** A table with headers over its columns. */
function general(headers: Record<string, string>, rows: string) {
  const table = tableOf('budget-general-public-expenditure', '一般公共预算支出表', Object.keys(headers).join(' '), rows)
  return { ...table, columns: table.columns.map((c) => ({ ...c, header: [headers[c.id]!] })) }
}

const CHAPTER = '五、一般公共预算支出情况说明\n'
const findings = (text: string, tables: ReturnType<typeof general>[] = []) =>
  told({ kind: 'budget', year: 2024, text, tables }).findings.map((f) => `${f.severity} ${f.code}`)

describe('the year before in a column of the form', () => {
  const rows = `合计 | 合计 | total=560.11 previous=500.01
    2012601 | 行政运行 | total=330.12 previous=350.02`
  const planned = [
    general(
      { total: '2024年预算数', previous_budget: '2023年预算数' },
      rows.replaceAll('previous=', 'previous_budget='),
    ),
  ]
  const spent = [
    general(
      { total: '2024年预算数', previous_actual: '2023年执行数' },
      rows.replaceAll('previous=', 'previous_actual='),
    ),
  ]

  it.each([
    ['2024年一般公共预算支出560.11万元，比2023年预算数增加60.10万元，增长12.02%。', []],
    ['2024年一般公共预算支出560.11万元，与2023年预算500.01万元相比增加60.10万元，增长12.02%。', []],
    ['2024年一般公共预算支出560.11万元，比2023年预算数增加63.10万元，增长12.02%。', ['warning narrative-change']],
    ['2024年一般公共预算支出560.11万元，比2023年预算数增加60.10万元，增长15.02%。', ['warning narrative-growth']],
    ['2024年一般公共预算支出560.11万元，比2023年预算数增长15.02%。', ['warning narrative-growth']],
    ['2012601行政运行330.12万元，比上年预算减少29.90万元。', ['warning narrative-change']],
    ['2012601行政运行330.12万元，与上年预算持平。', ['warning narrative-direction']],
    // Which figure of that year is meant nobody says.
    ['2012601行政运行330.12万元，比上年减少29.90万元。', ['note narrative-change']],
    // Of another figure than the form prints.
    ['2012601行政运行330.12万元，比2023年执行数减少29.90万元。', []],
    ['2012601行政运行330.12万元，比2022年预算数减少29.90万元。', []],
  ])('%s', (text, expected) => {
    expect(findings(CHAPTER + text, planned)).toEqual(expected)
  })

  it('what was spent is compared with what was spent', () => {
    expect(findings(`${CHAPTER}2012601行政运行330.12万元，比2023年执行数减少29.90万元。`, spent)).toEqual([
      'warning narrative-change',
    ])
    expect(findings(`${CHAPTER}2012601行政运行330.12万元，比2023年预算数减少29.90万元。`, spent)).toEqual([])
  })

  it('a comparison may leave out what the form leaves out beside', () => {
    const headers = { total: '2024年预算数', previous_actual: '2023年执行数' }
    const without = { ...headers, previous_actual_without_construction: '2023年执行数（扣除基建）' }
    const table = general(
      without,
      '2012601 | 行政运行 | total=330.12 previous_actual=700.02 previous_actual_without_construction=300.02',
    )
    expect(findings(`${CHAPTER}2012601行政运行330.12万元，比2023年执行数增加30.10万元，增长10.03%。`, [table])).toEqual(
      [],
    )
  })
})

describe('shares of a total that nobody tells', () => {
  const rows = `合计 | 合计 | total=560.11
    201 | 一般公共服务支出 | total=400.11
    208 | 社会保障和就业支出 | total=100.00
    221 | 住房保障支出 | total=60.00`
  const tables = [general({ total: '2024年预算数' }, rows)]
  const text = (first: string) =>
    `（二）一般公共预算当年拨款结构情况\n一般公共服务（类）支出400.11万元，占${first}%；社会保障和就业（类）支出100.00万元，占17.85%；住房保障（类）支出60.00万元，占10.71%。`

  it('are of the total that the others are of', () => {
    expect(findings(text('71.43'), tables)).toEqual([])
    expect(findings(text('74.43'), tables)).toEqual(['warning narrative-share'])
  })

  it('may all be of something else', () => {
    expect(findings(text('74.43').replace('17.85', '20.85').replace('10.71', '13.71'), tables)).toEqual([])
  })
})

describe('parts that are all of it', () => {
  it.each([
    [
      '政府采购预算总额96.00万元，其中：政府采购货物预算36.00万元、政府采购工程预算0万元、政府采购服务预算60.00万元。',
      [],
    ],
    [
      '政府采购预算总额96.00万元，其中：政府采购货物预算39.00万元、政府采购工程预算0万元、政府采购服务预算60.00万元。',
      ['warning narrative-sum'],
    ],
    [
      '政府采购预算总额99.00万元，其中：政府采购货物预算36.00万元、政府采购工程预算0万元、政府采购服务预算60.00万元。',
      ['warning narrative-sum'],
    ],
    ['政府采购预算总额99.00万元，其中：政府采购货物预算36.00万元、政府采购服务预算60.00万元。', []],
    // Told beside them is what went to small enterprises.
    [
      '政府采购支出总额140.00万元，其中：货物支出44.00万元、工程支出0万元、服务支出100.00万元，授予中小企业合同金额140.00万元。',
      ['warning narrative-sum'],
    ],
    // Two of them make up the total: they are no parts of each other all the same.
    [
      '政府采购预算总额300.00万元，其中：政府采购货物预算60.00万元、政府采购工程预算40.00万元、政府采购服务预算240.00万元。',
      ['warning narrative-sum'],
    ],
    ['共有车辆7辆，其中，机要通信用车1辆、执法执勤用车3辆、其他用车2辆。', ['warning narrative-sum']],
    ['共有车辆7辆，其中，机要通信用车1辆、执法执勤用车3辆。', []],
    // Nobody knows what the first are.
    ['共有车辆7辆，其中，某某用车1辆、执法执勤用车4辆、其他用车2辆。', []],
  ])('%s', (text, expected) => {
    expect(findings(text)).toEqual(expected)
  })
})

it('one wrong budget is told with its rate, and not once more with the word for it', () => {
  const text =
    '培训费年初预算为8.30万元，支出决算为8.60万元，完成年初预算的97.7%。决算数小于年初预算数的主要原因是厉行节约。'
  const { findings } = told({ kind: 'final-accounts', year: 2024, text })
  expect(findings.map((f) => f.code)).toEqual(['narrative-completion'])
})

describe('of what is divided', () => {
  it('spending by function is no part of the fund told last', () => {
    const text =
      '2024年财政拨款收支预算300.00万元。收入按资金性质分：一般公共预算200.00万元，占66.67%；政府性基金预算100.00万元，占33.33%。支出按功能分类：教育支出240.00万元，占80.00%；其他支出60.00万元，占20.00%。'
    expect(findings(text)).toEqual([])
  })

  it('本年收入 is what the total has beside what was carried over', () => {
    const table = tableOf(
      'budget-income',
      '收入总表',
      'total current_year carried_over',
      '合计 | 合计 | total=320.50 current_year=300.20 carried_over=20.30',
    )
    const text = (own: string) =>
      `二、部门收入预算情况说明\n2024年收入预算320.50万元，其中：本年收入${own}万元，上年结转结余20.30万元。`
    expect(findings(text('300.20'), [table])).toEqual([])
    expect(findings(text('310.20'), [table])).toContain('error narrative-cell')
  })

  it('what comes from a fund may be told with what was carried over of it', () => {
    const rows = `收入:(一)一般公共预算拨款 | 一般公共预算拨款 | amount=300.20
      支出:支出合计 | 支出合计 | total=320.50 general_public=320.50`
    const table = tableOf(
      'budget-fiscal-appropriation-summary',
      '财政拨款收支总表',
      'amount total general_public',
      rows,
    )
    const text = (own: string) => `四、财政拨款收支总表的说明\n收入按资金来源分为：一般公共预算拨款${own}万元。`
    expect(findings(text('320.50'), [table])).toEqual([])
    expect(findings(text('330.50'), [table])).toEqual(['error narrative-cell'])
  })
})

describe('a rate alone in brackets', () => {
  it.each([
    ['公务接待费1.00万元，较上年增加0.50万元（100%）。', []],
    ['公务接待费1.00万元，较上年减少0.50万元（-33.33%）。', []],
    ['公务接待费1.00万元，较上年减少0.50万元（33.33%）。', []],
    ['公务接待费1.00万元，较上年减少0.50万元（37.33%）。', ['warning narrative-growth']],
  ])('%s', (text, expected) => {
    expect(findings(text)).toEqual(expected)
  })

  it('预算 is the figure that grew, in a budget', () => {
    const text = (rate: string) => `三公经费财政拨款预算42.70万元，比2023年预算增加22.83万元，增长${rate}%。`
    expect(findings(text('114.90'))).toEqual([])
    expect(findings(text('154.90'))).toEqual(['warning narrative-growth'])
  })
})

it('财政拨款 below a heading on the general public budget is that', () => {
  const general = tableOf(
    'general-public-expenditure',
    '一般公共预算财政拨款支出决算表',
    'total',
    '合计 | 合计 | total=560.11',
  )
  const all = tableOf(
    'fiscal-appropriation-summary',
    '财政拨款收入支出决算总表',
    'amount total',
    '支出:本年支出合计 | 本年支出合计 | total=650.25',
  )
  const text =
    '五、一般公共预算财政拨款支出决算情况说明\n（二）财政拨款支出决算结构情况\n2024年度财政拨款支出530.11万元。'
  const { findings } = told({ kind: 'final-accounts', year: 2024, text, tables: [all, general] })
  expect(findings.map((f) => f.table)).toEqual(['general-public-expenditure'])
})

it('收入合计 is the total where a form prints no 收入总计', () => {
  const rows = `收入:本年收入小计 | 本年收入小计 | amount=300.20
    收入:收入合计 | 收入合计 | amount=320.50`
  const table = tableOf('budget-income-expenditure-summary', '收支总表', 'amount', rows)
  expect(findings('一、收支总表的说明\n2024年收支总预算320.50万元。', [table])).toEqual([])
  expect(findings('一、收支总表的说明\n2024年收支总预算350.50万元。', [table])).toEqual(['error narrative-cell'])
})

describe('accounts: what changed since the budget of the year', () => {
  it.each([
    ['培训费全年预算18.24万元，决算数14.58万元，比全年预算减少3.66万元。', []],
    ['培训费全年预算18.24万元，决算数14.58万元，比全年预算减少7.66万元。', ['warning narrative-change']],
    ['培训费年初预算18.24万元，决算数14.58万元，比2024年年初预算减少7.66万元。', ['warning narrative-change']],
    // Another budget than the one told.
    ['培训费全年预算18.24万元，决算数14.58万元，比年初预算减少7.66万元。', []],
  ])('%s', (text, expected) => {
    const { findings } = told({ kind: 'final-accounts', year: 2024, text })
    expect(findings.map((f) => `${f.severity} ${f.code}`)).toEqual(expected)
  })
})

describe('a list of what a part consists of', () => {
  const basic = general(
    { total: '合计' },
    `302 | 商品和服务支出 | total=9.00
    30201 | 办公费 | total=6.00
    30202 | 印刷费 | total=3.00`,
  )
  const LONG = '按照从严从紧的要求安排各项公用支出，保障机构正常运转和各项工作的顺利开展。'
  const table = { ...basic, id: 'budget-basic-expenditure', title: '一般公共预算基本支出表' }

  it.each([
    // A class names its lines.
    ['商品和服务支出', []],
    ['办公费、印刷费', []],
    ['办公费', ['note narrative-list']],
  ])('%s', (list, expected) => {
    const text = `六、一般公共预算基本支出情况说明\n${LONG}\n2024年公用经费9.00万元，主要包括${list}。`
    expect(findings(text, [table])).toEqual(expected)
  })
})

describe('parts of all money, where the table beside holds those of the general public budget', () => {
  const all = { ...general({ total: '合计', basic: '基本支出' }, '合计 | 合计 | total=90.00 basic=70.00') }
  const own = general({ total: '合计', non_personnel: '公用经费' }, '合计 | 合计 | total=60.00 non_personnel=8.00')
  const tables = [
    { ...all, id: 'budget-expenditure', title: '支出总表' },
    { ...own, id: 'budget-basic-expenditure', title: '一般公共预算基本支出表' },
  ]

  it.each([
    ['基本支出70.00万元，包括人员经费60.00万元和日常公用经费10.00万元', []],
    // Where the whole is that of the table, so are its parts.
    [
      '基本支出60.00万元，包括人员经费50.00万元和日常公用经费10.00万元',
      ['error narrative-cell', 'error narrative-cell'],
    ],
  ])('%s', (parts, expected) => {
    const text = `2、支出说明\n2024年支出预算90.00万元，其中${parts}；项目支出主要为档案保护、数字化和库房设备更新等。`
    expect(findings(text, tables)).toEqual(expected)
  })
})
