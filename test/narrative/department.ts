/** The tables of a department that does not exist, every amount another one: what prose says can be told apart by its figure. */
import type { Cell, Table } from '../../src/model.ts'

/** `key | label | column=value …`, one row a line; a value that is not given is printed as 0.00. */
export function tableOf(id: string, title: string, columns: string, rows: string): Table {
  const ids = columns.split(' ')
  return {
    id,
    number: null,
    title,
    unit: '万元',
    pages: [1],
    state: 'data',
    notes: [],
    columns: ids.map((column) => ({ id: column, header: [column], unit: null })),
    rows: rows.split('\n').flatMap((line) => (line.trim() === '' ? [] : [rowOf(line, ids)])),
  }
}

function rowOf(line: string, columns: readonly string[]): Table['rows'][number] {
  const [key = '', label = '', cells = ''] = line.split('|').map((part) => part.trim())
  const given = new Map(cells.split(' ').map((cell) => cell.split('=') as [string, string]))
  const side = /^(收入|支出):/.exec(key)?.[1] ?? null
  return {
    key,
    code: /^\d+$/.test(key) ? key : null,
    label: label || key.replace(/^.*:/, ''),
    side: side as '收入' | null,
    line: null,
    parent: null,
    cells: Object.fromEntries(columns.map((column) => [column, cellOf(given.get(column) ?? '0.00')])),
  }
}

function cellOf(value: string): Cell {
  const mark = Number(value) === 0 ? 'zero' : 'amount'
  const yuan = (Number(value) * 10_000).toFixed(0)
  return { value, raw: value, mark, yuan, page: 1, bbox: [0, 0, 1, 1], source: 'text', status: 'read' }
}

const CLASSES = `
  201 | 一般公共服务支出 | total=560.11 basic=330.12 project=229.99
  20126 | 档案事务 | total=560.11 basic=330.12 project=229.99
  2012601 | 行政运行 | total=330.12 basic=330.12
  2012604 | 档案馆 | total=229.99 project=229.99
`

export const accounts: readonly Table[] = [
  tableOf(
    'income-expenditure-summary',
    '收入支出决算总表',
    'amount',
    `收入:一、一般公共预算财政拨款收入 | 一、一般公共预算财政拨款收入 | amount=800.37
    收入:二、政府性基金预算财政拨款收入 | 二、政府性基金预算财政拨款收入 | amount=90.14
    收入:三、国有资本经营预算财政拨款收入 | 三、国有资本经营预算财政拨款收入 | amount=10.52
    收入:四、上级补助收入 | 四、上级补助收入 | amount=20.31
    收入:五、事业收入 | 五、事业收入 | amount=30.43
    收入:六、经营收入 | 六、经营收入 | amount=15.27
    收入:七、附属单位上缴收入 | 七、附属单位上缴收入 | amount=5.62
    收入:八、其他收入 | 八、其他收入 | amount=28.94
    收入:本年收入合计 | 本年收入合计 | amount=1001.60
    收入:使用非财政拨款结余(含专用结余) | 使用非财政拨款结余（含专用结余） | amount=7.18
    收入:年初结转和结余 | 年初结转和结余 | amount=43.05
    收入:总计 | 总计 | amount=1051.83
    支出:一、一般公共服务支出 | 一、一般公共服务支出 | amount=560.11
    支出:八、社会保障和就业支出 | 八、社会保障和就业支出 | amount=180.23
    支出:九、卫生健康支出 | 九、卫生健康支出 | amount=75.36
    支出:十一、城乡社区支出 | 十一、城乡社区支出 | amount=88.47
    支出:十九、住房保障支出 | 十九、住房保障支出 | amount=98.65
    支出:二十一、国有资本经营预算支出 | 二十一、国有资本经营预算支出 | amount=9.33
    支出:本年支出合计 | 本年支出合计 | amount=1012.15
    支出:结余分配 | 结余分配 | amount=3.26
    支出:年末结转和结余 | 年末结转和结余 | amount=36.42
    支出:总计 | 总计 | amount=1051.83`,
  ),
  tableOf(
    'income',
    '收入决算表',
    'total fiscal_appropriation superior_subsidy institutional business affiliated_remittance other',
    '合计 | 合计 | total=1001.60 fiscal_appropriation=901.03 superior_subsidy=20.31 institutional=30.43 business=15.27 affiliated_remittance=5.62 other=28.94',
  ),
  tableOf(
    'expenditure',
    '支出决算表',
    'total basic project remitted_to_superior business subsidy_to_affiliated',
    `合计 | 合计 | total=1012.15 basic=610.24 project=381.78 remitted_to_superior=4.19 business=12.07 subsidy_to_affiliated=3.87
    ${CLASSES}
    208 | 社会保障和就业支出 | total=180.23 basic=180.23
    20805 | 行政事业单位养老支出 | total=180.23 basic=180.23
    2080505 | 机关事业单位基本养老保险缴费支出 | total=180.23 basic=180.23
    210 | 卫生健康支出 | total=75.36 basic=75.36
    212 | 城乡社区支出 | total=88.47 project=88.47
    221 | 住房保障支出 | total=98.65 basic=98.65
    223 | 国有资本经营预算支出 | total=9.33 project=9.33`,
  ),
  tableOf(
    'fiscal-appropriation-summary',
    '财政拨款收入支出决算总表',
    'amount total general_public government_fund state_capital',
    `收入:一、一般公共预算财政拨款 | 一、一般公共预算财政拨款 | amount=800.37
    收入:二、政府性基金预算财政拨款 | 二、政府性基金预算财政拨款 | amount=90.14
    收入:三、国有资本经营预算财政拨款 | 三、国有资本经营预算财政拨款 | amount=10.52
    收入:本年收入合计 | 本年收入合计 | amount=901.03
    收入:年初财政拨款结转和结余 | 年初财政拨款结转和结余 | amount=33.21
    收入:总计 | 总计 | amount=934.24
    支出:一、一般公共服务支出 | 一、一般公共服务支出 | total=521.46 general_public=521.46
    支出:本年支出合计 | 本年支出合计 | total=913.09 general_public=815.29 government_fund=88.47 state_capital=9.33
    支出:年末财政拨款结转和结余 | 年末财政拨款结转和结余 | total=21.15
    支出:总计 | 总计 | total=934.24 general_public=829.66 government_fund=95.25 state_capital=9.33`,
  ),
  tableOf(
    'general-public-expenditure',
    '一般公共预算财政拨款支出决算表',
    'total basic project',
    `合计 | 合计 | total=815.29 basic=560.17 project=255.12
    201 | 一般公共服务支出 | total=521.46 basic=266.34 project=255.12
    20126 | 档案事务 | total=521.46 basic=266.34 project=255.12
    2012601 | 行政运行 | total=266.34 basic=266.34
    2012604 | 档案馆 | total=255.12 project=255.12
    208 | 社会保障和就业支出 | total=148.52 basic=148.52
    20805 | 行政事业单位养老支出 | total=148.52 basic=148.52
    2080505 | 机关事业单位基本养老保险缴费支出 | total=102.36 basic=102.36
    2080506 | 机关事业单位职业年金缴费支出 | total=46.16 basic=46.16
    210 | 卫生健康支出 | total=64.88 basic=64.88
    21011 | 行政事业单位医疗 | total=64.88 basic=64.88
    2101101 | 行政单位医疗 | total=41.09 basic=41.09
    2101103 | 公务员医疗补助 | total=23.79 basic=23.79
    221 | 住房保障支出 | total=80.43 basic=80.43
    22102 | 住房改革支出 | total=80.43 basic=80.43
    2210201 | 住房公积金 | total=80.43 basic=80.43`,
  ),
  tableOf(
    'basic-expenditure',
    '一般公共预算财政拨款基本支出决算明细表',
    'amount',
    `301 | 工资福利支出 | amount=399.41
    30101 | 基本工资 | amount=210.38
    30102 | 津贴补贴 | amount=120.27
    30103 | 奖金 | amount=68.76
    302 | 商品和服务支出 | amount=84.08
    30201 | 办公费 | amount=40.55
    30216 | 培训费 | amount=2.13
    30215 | 会议费 | amount=1.64
    30217 | 公务接待费 | amount=2.91
    30231 | 公务用车运行维护费 | amount=36.85
    303 | 对个人和家庭的补助 | amount=70.59
    30302 | 退休费 | amount=70.59
    310 | 资本性支出 | amount=6.09
    31002 | 办公设备购置 | amount=6.09
    人员经费合计 | 人员经费合计 | amount=470.00
    公用经费合计 | 公用经费合计 | amount=90.17`,
  ),
  tableOf(
    'government-fund',
    '政府性基金预算财政拨款收入支出决算表',
    'opening_balance income total basic project closing_balance',
    `合计 | 合计 | opening_balance=5.11 income=90.14 total=88.47 project=88.47 closing_balance=6.78
    212 | 城乡社区支出 | opening_balance=5.11 income=90.14 total=88.47 project=88.47 closing_balance=6.78
    21208 | 国有土地使用权出让收入安排的支出 | opening_balance=5.11 income=90.14 total=88.47 project=88.47 closing_balance=6.78`,
  ),
  tableOf(
    'state-capital',
    '国有资本经营预算财政拨款支出决算表',
    'total basic project',
    `合计 | 合计 | total=9.33 project=9.33
    223 | 国有资本经营预算支出 | total=9.33 project=9.33`,
  ),
  tableOf(
    'three-public',
    '财政拨款“三公”经费支出决算表',
    'budget_total budget_outbound budget_vehicle budget_vehicle_purchase budget_vehicle_operation budget_reception actual_total actual_outbound actual_vehicle actual_vehicle_purchase actual_vehicle_operation actual_reception',
    '三公 | 三公 | budget_total=20.07 budget_outbound=5.02 budget_vehicle=9.04 budget_vehicle_purchase=3.03 budget_vehicle_operation=6.01 budget_reception=6.01 actual_total=14.56 actual_outbound=3.51 actual_vehicle=7.43 actual_vehicle_purchase=2.52 actual_vehicle_operation=4.91 actual_reception=3.62',
  ),
]

export const budget: readonly Table[] = [
  tableOf(
    'budget-income-expenditure-summary',
    '收支总表',
    'amount total',
    `收入:一、一般公共预算拨款收入 | 一、一般公共预算拨款收入 | amount=800.37
    收入:二、政府性基金预算拨款收入 | 二、政府性基金预算拨款收入 | amount=90.14
    收入:三、国有资本经营预算拨款收入 | 三、国有资本经营预算拨款收入 | amount=10.52
    收入:四、财政专户管理资金收入 | 四、财政专户管理资金收入 | amount=12.16
    收入:五、事业收入 | 五、事业收入 | amount=30.43
    收入:八、其他收入 | 八、其他收入 | amount=28.94
    收入:本年收入合计 | 本年收入合计 | amount=972.56
    收入:上年结转结余 | 上年结转结余 | amount=43.05
    收入:收入总计 | 收入总计 | amount=1015.61
    支出:一、一般公共服务支出 | 一、一般公共服务支出 | total=600.48
    支出:八、社会保障和就业支出 | 八、社会保障和就业支出 | total=180.23
    支出:九、卫生健康支出 | 九、卫生健康支出 | total=75.36
    支出:十九、住房保障支出 | 十九、住房保障支出 | total=59.45
    支出:本年支出合计 | 本年支出合计 | total=1012.15
    支出:结转下年 | 结转下年 | total=3.46
    支出:支出总计 | 支出总计 | total=1015.61`,
  ),
  tableOf(
    'budget-income',
    '收入总表',
    'total carried_over general_public government_fund state_capital special_account institutional other',
    '合计 | 合计 | total=1015.61 carried_over=43.05 general_public=800.37 government_fund=90.14 state_capital=10.52 special_account=12.16 institutional=30.43 other=28.94',
  ),
  tableOf(
    'budget-expenditure',
    '支出总表',
    'total basic project',
    `合计 | 合计 | total=1012.15 basic=630.37 project=381.78
    201 | 一般公共服务支出 | total=600.48 basic=330.12 project=270.36
    20126 | 档案事务 | total=600.48 basic=330.12 project=270.36
    2012601 | 行政运行 | total=330.12 basic=330.12
    2012604 | 档案馆 | total=270.36 project=270.36`,
  ),
  tableOf(
    'budget-fiscal-appropriation-summary',
    '财政拨款收支总表',
    'amount total general_public government_fund state_capital',
    `收入:一、本年收入 | 一、本年收入 | amount=901.03
    收入:二、上年结转 | 二、上年结转 | amount=33.21
    收入:收入总计 | 收入总计 | amount=934.24
    支出:一、本年支出 | 一、本年支出 | total=931.09
    支出:(一)一般公共服务支出 | （一）一般公共服务支出 | total=521.46 general_public=521.46
    支出:二、结转下年 | 二、结转下年 | total=3.15
    支出:支出总计 | 支出总计 | total=934.24 general_public=834.47 government_fund=90.25 state_capital=9.52`,
  ),
  tableOf(
    'budget-general-public-expenditure',
    '一般公共预算支出表',
    'total basic project',
    `合计 | 合计 | total=815.29 basic=560.17 project=255.12
    201 | 一般公共服务支出 | total=521.45 basic=266.33 project=255.12
    20126 | 档案事务 | total=521.45 basic=266.33 project=255.12
    2012601 | 行政运行 | total=266.33 basic=266.33
    2012604 | 档案馆 | total=255.12 project=255.12
    208 | 社会保障和就业支出 | total=148.52 basic=148.52
    20805 | 行政事业单位养老支出 | total=148.52 basic=148.52
    2080505 | 机关事业单位基本养老保险缴费支出 | total=102.36 basic=102.36
    2080506 | 机关事业单位职业年金缴费支出 | total=46.16 basic=46.16
    210 | 卫生健康支出 | total=64.88 basic=64.88
    221 | 住房保障支出 | total=80.44 basic=80.44
    22102 | 住房改革支出 | total=80.44 basic=80.44
    2210201 | 住房公积金 | total=80.44 basic=80.44`,
  ),
  tableOf(
    'budget-basic-expenditure',
    '一般公共预算基本支出表',
    'total personnel non_personnel',
    `合计 | 合计 | total=560.17 personnel=470.01 non_personnel=90.16
    301 | 工资福利支出 | total=399.42 personnel=399.42
    302 | 商品和服务支出 | total=90.16 non_personnel=90.16
    303 | 对个人和家庭的补助 | total=70.59 personnel=70.59`,
  ),
  tableOf(
    'budget-government-fund',
    '政府性基金预算支出表',
    'total basic project',
    `合计 | 合计 | total=88.47 project=88.47
    212 | 城乡社区支出 | total=88.47 project=88.47`,
  ),
  tableOf(
    'budget-state-capital',
    '国有资本经营预算支出表',
    'total basic project',
    '合计 | 合计 | total=9.33 project=9.33',
  ),
  tableOf(
    'budget-three-public',
    '“三公”经费支出表',
    'total outbound reception vehicle vehicle_purchase vehicle_operation',
    '三公 | 三公 | total=20.07 outbound=5.02 reception=6.01 vehicle=9.04 vehicle_purchase=3.03 vehicle_operation=6.01',
  ),
]
