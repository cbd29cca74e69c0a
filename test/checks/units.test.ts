/** What is money and what is not: numbers of things, percentages and figures among words have no amount in 元. */
import { expect, test } from 'vitest'
import { isTotalLabel } from '../../src/template/words.ts'
import { read } from '../forms/run.ts'

function unitsOf(form: string): Record<string, [string | null, string | null]> {
  const [table] = read(form).tables
  const units = Object.fromEntries(table!.columns.map((c) => [c.id, c.unit]))
  const cells = table!.rows.flatMap((r) => Object.entries(r.cells)).filter(([, c]) => c.mark !== 'blank')
  return Object.fromEntries(cells.map(([id, c]) => [id, [units[id] ?? null, c.yuan]]))
}

test('of the columns of 三公', () => {
  const form = `2026年某市某局部门预算
    “三公”经费支出预算表
     | 单位：万元
    | 单位名称 | 合计 | 公务接待费 | < | 公务用车运行费 | 公务用车保有量 | 比上年增减% |
    | ^ | ^ | 金额 | 批次（个） | ^ | ^ | ^ |
    | 某局机关 | 7.00 | 1.00 | 15 | 6.00 | 2 | -5.50 |`
  expect(unitsOf(form)).toEqual({
    total: [null, '70000'],
    reception: [null, '10000'],
    reception_batches: ['个', null],
    vehicle_operation: [null, '60000'],
    vehicles_held: ['辆', null],
    change_rate_total: ['%', null],
  })
})

test('of its lines', () => {
  const form = `2024年某市某局部门决算
    “三公”经费支出决算表
     | 单位：万元
    | 项目 | 预算数 | 决算数 | 完成率 |
    | 公务接待费 | 2.00 | 1.00 | 50.00 |
    | 公务用车运行维护费 | 6.00 | 6.00 | 100.00 |
    | 公务用车保有量 |  | 2 |  |`
  expect(unitsOf(form)).toMatchObject({
    budget_reception: [null, '20000'],
    actual_reception: [null, '10000'],
    completion_rate_reception: ['%', null],
    actual_vehicles_held: ['辆', null],
  })
})

test('of lists', () => {
  const form = `2026年某市某局部门预算
    新增资产配置表
     | 单位：万元
    | 资产名称 | 数量 | 单价 | 金额 |
    | 复印机 | 2 | 1.20 | 2.40 |`
  expect(unitsOf(form)).toEqual({ quantity: [null, null], price: [null, '12000'], total: [null, '24000'] })
})

test('of numbers beside amounts, whatever the line counts', () => {
  const form = `2024年某市某局部门决算
    国有资产占用情况表
     | 单位：万元
    | 项目 | 年末数 | < |
    | ^ | 数量 | 金额 |
    | 1.车辆（辆） | 12 | 40.00 |`
  expect(unitsOf(form)).toEqual({ quantity: ['个', null], total: [null, '400000'] })
})

test('of lines that a column says the measure of', () => {
  const form = `2024年某市某局部门决算
    国有资产占用情况表
     | 单位：万元
    | 项目 | 计量单位 | 年末数 |
    | 资产总额 | 万元 | 40.00 |
    | 主要负责人用车 | 辆 | 12 |`
  const rows = read(form).tables[0]!.rows.map((r) => [r.key, r.cells.total?.yuan])
  expect(rows).toEqual([
    ['资产总额', '400000'],
    ['主要负责人用车', null],
  ])
})

test('of shares that are a line, and of kinds below what is counted', () => {
  const rates = `2026年某市某局部门预算
    “三公”经费支出预算表
     | 单位：万元
    | 项目 | 合计 | 公务接待费 |
    | 2025年预算数 | 8.00 | 2.00 |
    | 2026年预算数 | 6.00 | 1.00 |
    | 增减率（%） | -25.00 | -50.00 |`
  expect(unitsOf(rates)).toMatchObject({ total: [null, '60000'], change_rate_total: ['%', null] })
  const vehicles = `2024年度某市某局部门决算
    国有资产占用情况表
     | 单位：万元
    | 单位名称 | 车辆（辆） | < | 固定资产原值 |
    | ^ | 合计 | 其他用车 | ^ |
    | 某局本级 | 6 | 3 | 800.25 |`
  expect(unitsOf(vehicles)).toMatchObject({ vehicles: ['辆', null], fixed: [null, '8002500'] })
})

test.each([
  ['金额：万元', '万元'],
  ['人民币：元', '元'],
  ['单位；万元', '万元'],
  ['以万元为单位', '万元'],
  ['万元', '万元'],
  ['单位：人、万元', '万元'],
  ['单位：元/万元', null],
])('%s above a table', (caption, unit) => {
  const form = `2026年某市某局部门预算
    一般公共预算支出表
     | ${caption}
    | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    | 201 | 一般公共服务支出 | 100.00 | 60.00 | 40.00 |`
  expect(read(form).tables[0]?.unit).toBe(unit)
})

test('of things counted by other words', () => {
  const form = `2026年某市某局部门预算
    “三公”经费支出预算表
     | 单位：万元
    | 单位名称 | 合计 | 因公出国（境） | < | 公务接待费 | 公务用车 | < | 会议费（次） | 培训（期） | 公务用车占比 |
    | ^ | ^ | 金额 | 团组 | ^ | 金额 | 辆 | ^ | ^ | ^ |
    | 某局机关 | 9.00 | 1.00 | 1 | 2.00 | 6.00 | 2 | 4 | 3 | 66.67 |`
  const units = Object.values(unitsOf(form))
  expect(units.filter(([, yuan]) => yuan !== null)).toHaveLength(4)
  expect(units.map(([unit]) => unit)).toEqual([null, null, '个', null, null, '辆', '次', '期', '%'])
})

test('every unit of money is known wherever one may be printed', () => {
  for (const [unit, yuan] of [
    ['元', 7],
    ['千元', 7000],
    ['万元', 70_000],
    ['百万元', 7_000_000],
    ['亿元', 700_000_000],
  ] as const) {
    const heads = `2026年某市某局部门预算
    一般公共预算支出表
    | 科目编码 | 科目名称 | 合计（${unit}） | 基本支出（${unit}） | 项目支出（${unit}） |
    | 201 | 一般公共服务支出 | 7.00 | 5.00 | 2.00 |`
    expect(Number(unitsOf(heads).total?.[1])).toBe(yuan)
    expect(unitsOf(heads)).toHaveProperty('basic')
    expect(unitsOf(heads)).toHaveProperty('project')
    const behind = heads.replaceAll(`（${unit}）`, '').replace('7.00', `7.00${unit}`)
    expect(Number(unitsOf(behind).total?.[1])).toBe(yuan)
    expect(isTotalLabel(`支出总计（${unit}）`)).toBe(true)
  }
})

test('of what a list counts beside its amounts, which no name of a line makes a number', () => {
  const purchases = `2026年某市某局部门预算
    政府采购预算表
     | 单位：万元
    | 采购品目 | 数量 | 总计 | 一般公共预算 |
    | 公务用车（辆） | 1 | 18.00 | 18.00 |`
  expect(unitsOf(purchases)).toEqual({
    quantity: [null, null],
    total: [null, '180000'],
    general_public: [null, '180000'],
  })
  const targets = `2026年部门预算项目绩效目标表
     | 单位：万元
    | 项目名称 | 预算数 | 三级指标 | 指标值 | 度量单位 |
    | 执法 | 300.00 | 检查次数 | 10 | 次 |`
  expect(unitsOf(targets)).toMatchObject({ total: [null, '3000000'], target: [null, null] })
})

test('of terms, years and shares among amounts', () => {
  const form = `2026年某市某局部门预算
    政府债务支出预算表
     | 单位：万元
    | 项目名称 | 债券期限（年） | 开工年度 | 债务余额 | 付息 | 合计 | 分成比例 | < |
    | ^ | ^ | ^ | ^ | ^ | ^ | 中央 | 地方 |
    | 某工程 | 10 | 2025 | 90.00 | 3.00 | 3.00 | 20 | 80 |`
  expect(unitsOf(form)).toMatchObject({
    term: [null, null],
    'other:开工年度': ['年', null],
    interest: [null, '30000'],
    'other:分成比例/中央': ['%', null],
    'other:分成比例/地方': ['%', null],
  })
})

test('of 统计数 beside values', () => {
  const form = `2024年某市某局部门决算
    国有资产占有使用情况表
    | 项目 | 统计数 | 金额（万元） |
    | 办公用房 | 8000.00 | 1500.00 |`
  expect(unitsOf(form)).toMatchObject({ 'other:统计数': ['个', null], total: [null, '15000000'] })
})

test('of names that begin within brackets as a unit of things does', () => {
  const form = `2026年某市某局部门预算
    机关运行经费预算表
     | 单位：万元
    | 项目 | 预算数 |
    | 基本支出（人员经费） | 60.00 |`
  expect(unitsOf(form)).toEqual({ amount: [null, '600000'] })
})

test('of numbers of firms and people among amounts, in a list that is known by these', () => {
  const form = `2026年某市某局部门预算
    项目支出预算表
     | 单位：万元
    | 项目名称 | 支持企业数（家） | 受益人口（万人） | 到期年份 | 资金总额 |
    | 技改补助 | 20 | 1.20 | 2027 | 200.00 |`
  expect(unitsOf(form)).toEqual({
    'other:支持企业数(家)': ['家', null],
    'other:受益人口(万人)': ['万人', null],
    'other:到期年份': ['年', null],
    total: [null, '2000000'],
  })
})
