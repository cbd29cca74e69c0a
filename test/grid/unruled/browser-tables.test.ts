/** Tables as browsers set them: several on a page, rows as close as the lines of labels, headers in the middle of what they head. */
import { expect, it } from 'vitest'
import { read, rule, table, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const SIZE = 8

/** A line: each text with the place where it begins. */
function line(y: number, ...texts: [words: string, x: number][]): Mark[] {
  return texts.map(([words, x]) => ({ kind: 'text', text: words, x, y, size: SIZE }))
}

const figures = (y: number, values: readonly string[], ends: readonly number[]): Mark[] =>
  values.flatMap((v, i) => (v === '' ? [] : [{ ...text(v, ends[i]!, y, '>'), size: SIZE } as Mark]))

const heading = (words: string, y: number, size = 13): Mark => ({ kind: 'text', text: words, x: 330, y, size })

const SPENT = [290, 390, 490]

/** A line of an expenditure table: its codes, its name beside them, its amounts. */
const spent = (y: number, codes: readonly string[], name: string, amount: string): Mark[] => [
  ...line(y, ...codes.map((c, i): [string, number] => [c, [37, 75, 113][i]!])),
  ...line(y, [name, 155]),
  ...figures(y, [amount, amount, '0.00'], SPENT),
]

it('of two tables on a page the header of the second begins below the first, be their rows ruled alike', async () => {
  // A name over three lines, its figures beside the second.
  const wrapped = (y: number, codes: string[], [a, b, c]: [string, string, string], amount: string) => [
    ...line(y - 9, [a, 155]),
    ...spent(y, codes, b, amount),
    ...line(y + 9, [c, 155]),
  ]
  const { tables, other_tables } = await read([
    heading('支出决算表', 30),
    ...line(44, ['单位：万元', 750]),
    rule(50),
    ...line(
      60,
      ['功能分类科目编码', 40],
      ['科目名称', 184],
      ['本年支出合计', 244],
      ['基本支出', 356],
      ['项目支出', 448],
    ),
    rule(66),
    ...line(76, ['合计', 184]),
    ...figures(76, ['15.30', '15.30', '0.00'], SPENT),
    rule(82),
    ...wrapped(104, ['214'], ['交通运输支', '出预算安排', '的支出'], '7.50'),
    rule(118),
    ...wrapped(140, ['214', '62'], ['车辆通行费', '安排的项目', '支出'], '7.50'),
    rule(154),
    ...spent(164, ['214', '62', '03'], '政府还贷公路管理', '7.50'),
    rule(170),
    ...wrapped(192, ['229'], ['其他有关部', '门安排的支', '出'], '7.80'),
    rule(206),
    ...spent(216, ['229', '60'], '彩票公益金', '7.80'),
    rule(222),
    ...wrapped(244, ['229', '60', '06'], ['用于残疾人', '事业的彩票', '公益金'], '7.80'),
    rule(258),
    heading('财政拨款收入支出决算总表', 295),
    ...line(311, ['公开04表', 767]),
    rule(316),
    ...line(328, ['收入', 158], ['支出', 545]),
    rule(336),
    ...line(349, ['一般公共预算财', 575]),
    ...line(361, ['项目', 105], ['行次', 198], ['决算数', 248], ['项目', 372], ['行次', 465]),
    ...line(361, ['合计', 510], ['政拨款', 590]),
    rule(381),
    ...['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '本年收入合计'].flatMap((name, i) => [
      ...line(393 + 20 * i, [name, 58], [`${i + 1}`, 197]),
      ...figures(393 + 20 * i, [['15.30', '0.00', '15.30'][i]!], [267]),
      ...line(393 + 20 * i, [['一、交通运输支出', '二、其他支出', '本年支出合计'][i]!, 334], [`${i + 4}`, 463]),
      ...figures(393 + 20 * i, [['7.50', '7.80', '15.30'][i]!, ['7.50', '7.80', '15.30'][i]!], [534, 614]),
      rule(401 + 20 * i),
    ]),
  ])
  expect(tables.map((t) => [t.id, t.rows.length])).toEqual([
    ['expenditure', 7],
    ['fiscal-appropriation-summary', 6],
  ])
  expect(other_tables).toEqual([])
  expect(tables[1]?.columns.map((c) => c.id)).toEqual(['amount', 'total', 'general_public'])
  expect(tables[1]?.rows.map((r) => r.side)).toEqual(['收入', '支出', '收入', '支出', '收入', '支出'])
})

it('收入 and 支出 head all from one column of names to the next, whatever is in the middle of that', async () => {
  const row = (y: number, n: number, [income, a]: [string, string], [spending, b]: [string, string]) => [
    ...line(y, [income, 43], [`${n}`, 283], [spending, 429], [`${n + 28}`, 667]),
    ...figures(y, [a, b], [390, 773]),
  ]
  const { tables } = await read([
    heading('收入支出决算总表', 60),
    ...line(76, ['单位：元', 750]),
    ...line(90, ['收入', 218], ['支出', 604]),
    ...line(102, ['项目', 43], ['行次', 276], ['决算数', 340]),
    ...line(102, ['项目（按功能分类）', 492], ['行次', 662], ['决算数', 735]),
    ...row(116, 1, ['一、一般公共预算财政拨款收入', '5216.24'], ['一、一般公共服务支出', '5000.00']),
    ...row(128, 2, ['二、政府性基金预算财政拨款收入', ''], ['二、外交支出', '']),
    ...row(140, 3, ['三、国有资本经营预算财政拨款收入', '43.77'], ['三、国防支出', '260.01']),
    ...row(152, 4, ['本年收入合计', '5260.01'], ['本年支出合计', '5260.01']),
  ])
  const amounts = tables[0]?.rows.map((r) => [r.side, r.cells.amount?.value])
  expect(amounts?.slice(0, 2)).toEqual([
    ['收入', '5216.24'],
    ['支出', '5000.00'],
  ])
})

it('the title of the next table ends a table though its letters are hardly larger, and is no row between two frames', async () => {
  const { tables, findings } = await read([
    heading('收入决算表', 40, 10),
    ...line(56, ['单位：元', 750]),
    rule(62),
    ...line(
      74,
      ['功能分类科目编码', 40],
      ['科目名称', 184],
      ['本年收入合计', 244],
      ['财政拨款收入', 340],
      ['其他收入', 454],
    ),
    ...spent(92, ['224'], '灾害防治及应急管理支出', '572.21'),
    ...spent(104, ['224', '05'], '地震事务', '572.21'),
    ...spent(116, ['224', '05', '06'], '地震灾害预防', '572.21'),
    rule(122),
    heading('2025年度支出决算表', 142, 10),
    rule(150),
    ...line(
      162,
      ['功能分类科目编码', 40],
      ['科目名称', 184],
      ['本年支出合计', 244],
      ['基本支出', 356],
      ['项目支出', 448],
    ),
    ...spent(180, ['224'], '灾害防治及应急管理支出', '572.21'),
    ...spent(192, ['224', '05'], '地震事务', '572.21'),
    ...spent(204, ['224', '05', '06'], '地震灾害预防', '572.21'),
    rule(210),
  ])
  expect(tables.map((t) => [t.id, t.rows.map((r) => r.key)])).toEqual([
    ['income', ['224', '22405', '2240506']],
    ['expenditure', ['224', '22405', '2240506']],
  ])
  expect(findings.map((f) => f.code)).not.toContain('unclaimed-tables')
})

it('the last line of a header above a code is none of a label', async () => {
  const wrapped = (y: number, code: string, [above, below]: [string, string]) => [
    ...line(y - 5, [above, 108]),
    ...line(y, [code, 65]),
    ...figures(y, ['7665.49', '7665.49', '—'], [240, 340, 440]),
    ...line(y + 5, [below, 108]),
  ]
  const { tables } = await read([
    heading('部门收入总表', 60),
    ...line(76, ['单位：元', 450]),
    ...line(88, ['项目', 90]),
    ...line(98, ['科目编', 62], ['科目名称', 108], ['合计', 215], ['一般公共预算', 290], ['其他收入', 400]),
    ...line(107, ['码', 70]),
    ...wrapped(122, '206', ['科学技术支', '出']),
    ...wrapped(144, '20609', ['科技重大', '项目']),
    ...wrapped(166, '2060901', ['科技重大', '专项']),
  ])
  expect(tables.map((t) => [t.id, t.rows.map((r) => r.label)])).toEqual([
    ['budget-income', ['科学技术支出', '科技重大项目', '科技重大专项']],
  ])
})

it('a label over three lines below its figures ends with the page', async () => {
  const steps: [number, string[], string][] = [
    [116, ['一、一般', '公共服务', '支出'], '147.51'],
    [164, ['二、公共', '安全支出'], '1.49'],
    [196, ['三、资源', '勘探工业', '信息等支', '出'], '2.57'],
    [260, ['四、粮油', '物资储备', '支出'], '38.85'],
  ]
  const { tables } = await read([
    heading('财政拨款收支总表', 60),
    ...line(76, ['单位：元', 450]),
    ...line(88, ['收入', 100], ['支出', 330]),
    ...line(100, ['项目', 56], ['预算数', 150], ['项目', 221], ['合计', 330], ['一般公共预算', 390]),
    ...line(116, ['一、一般', 42], ['1', 110]),
    ...figures(116, ['190.42'], [190]),
    ...line(132, ['公共预算', 42]),
    ...line(148, ['拨款', 42]),
    ...steps.flatMap(([y, label, amount]) => [
      ...label.flatMap((words, i) => line(y + 16 * i, [words, 206])),
      ...figures(y, [amount, amount], [355, 438]),
    ]),
  ])
  expect(tables[0]?.rows.at(-1)?.label).toBe('四、粮油物资储备支出')
})

it('labels of both sides that go on below their figures are of their row, where most labels stand around theirs', async () => {
  const items = ['二、国有资本经营', '三、灾害防治及应', '四、粮油物资储备', '五、资源勘探工业']
  const rests = ['预算支出', '急管理支出', '及管理支出', '信息等支出']
  const one = (y: number, [income, spending]: [string, string], amount: string) => [
    ...line(y, [income, 43], [spending, 330]),
    ...figures(y, [amount, amount, amount], [290, 490, 590]),
  ]
  const { tables } = await read([
    heading('财政拨款收入支出决算总表', 60),
    ...line(76, ['单位：元', 750]),
    ...line(88, ['收入', 120], ['支出', 450]),
    ...line(100, ['项目', 60], ['决算数', 260], ['项目', 350], ['合计', 470], ['一般公共预算财政拨款', 520]),
    ...one(122, ['一、一般公共预算财政拨款', '一、外交支出'], '100.00'),
    ...items.flatMap((words, i) => [
      ...line(144 + 37 * i, [words, 330]),
      ...figures(151 + 37 * i, ['10.00', '10.00'], [490, 590]),
      ...line(159 + 37 * i, [rests[i]!, 330]),
    ]),
    ...one(296, ['本年收入合计', '本年支出合计'], '140.00'),
    ...line(318, ['年初财政拨款结转和结', 43], ['年末财政拨款结转和结', 330]),
    ...figures(325, ['23.81', '23.81', '23.81'], [290, 490, 590]),
    ...line(333, ['余', 43], ['余', 330]),
    ...one(356, ['总计', '总计'], '163.81'),
  ])
  expect(tables[0]?.rows.slice(-4).map((r) => r.label)).toEqual([
    '年初财政拨款结转和结余',
    '年末财政拨款结转和结余',
    '总计',
    '总计',
  ])
})

it('codes with their names that have no figure are lines below a ruled header', async () => {
  const names = [
    '201一般公共服务支出',
    '20108审计事务',
    '2010801行政运行',
    '206科学技术支出',
    '20609科技重大项目',
    '2060902重点研发计划',
  ]
  const { tables } = await read([
    heading('收入决算表', 60),
    ...line(76, ['单位：元', 750]),
    ...table(84, [158, 344, 430, 520], ['项目', '本年收入合计', '财政拨款收入']),
    ...names.flatMap((name, i) => [
      ...line(124 + 17 * i, [name, 160]),
      ...figures(124 + 17 * i, i < 3 ? [] : ['5200.21', '5200.21'], [426, 516]),
    ]),
  ])
  expect(tables.map((t) => [t.id, t.rows.map((r) => r.key)])).toEqual([
    ['income', ['201', '20108', '2010801', '206', '20609', '2060902']],
  ])
})

it('two lines below a header that counts its columns are a table, be there one column of amounts', async () => {
  const { tables } = await read([
    heading('一般公共预算基本支出表', 60),
    ...line(76, ['单位：元', 400]),
    ...line(90, ['部门预算支出经济科目', 100], ['预算', 380]),
    ...line(104, ['栏次', 130], ['1', 385]),
    ...line(118, ['合计', 130]),
    ...figures(118, ['￥17.35'], [420]),
    ...line(132, ['[301]工资福利支出', 60]),
    ...figures(132, ['￥17.35'], [420]),
  ])
  expect(tables.map((t) => [t.id, t.rows.map((r) => r.cells.total?.value)])).toEqual([
    ['budget-basic-expenditure', ['17.35', '17.35']],
  ])
})
