/** Headers of pages without rulings, as they stand in published documents. */
import { expect, it } from 'vitest'
import { read, rule, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 770, 85, '>')

/** Lines of a wrapped header around a middle line. */
const wrapped = (lines: readonly string[], x: number, y: number, step: number): Mark[] =>
  lines.map((line, i) => text(line, x, y + step * (i - (lines.length - 1) / 2)))

/** The lines of a department without units below it: its own amounts are the total's. */
const totalAndUnit = (...amounts: string[]) => [
  ['合计', ...amounts],
  ['某某市财政局', ...amounts],
]

it('a header close above the middle of three is none of its lines, which are shorter', async () => {
  const middles = [100, 230, 330, 430, 530, 630]
  const lines = totalAndUnit('90.00', '60.00', '10.00', '15.00', '5.00')
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    ...['单位名称', '合计', '财政拨款收入'].map((t, i) => text(t, middles[i]!, 130)),
    text('其他资金收入', 530, 106),
    text('事业收入', 430, 140),
    ...wrapped(['事业单', '位经营', '收入'], 530, 138, 16),
    text('其他收入', 630, 140),
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k === 0 ? 60 : middles[k]! + 40, 180 + 20 * i, k === 0 ? '<' : '>')),
    ),
  ])
  const column = tables[0]?.columns.find((c) => c.id === 'business')
  expect(column?.header).toEqual(['其他资金收入', '事业单位经营收入'])
  expect(tables[0]?.rows[0]?.cells.business?.value).toBe('15.00')
})

it('an amount between a short and a long header is of the column that is as wide as the others', async () => {
  const middles = [105, 207, 309, 411, 513, 615, 717]
  const heads = ['合计', '因公出国(境)费', '公务接待费', '小计', '购置费', '运行费', '机关运行经费预算数']
  const amounts = ['16.80', '10.00', '0.50', '6.30', '', '6.30', '']
  const { tables } = await read([
    title('2026年部门“三公”经费和机关运行经费预算表'),
    UNIT,
    text('“三公”经费预算数', 360, 108),
    text('公务用车购置及运行费', 513, 126),
    ...heads.map((t, i) => text(t, middles[i]!, i < 3 ? 135 : i < 6 ? 146 : 126)),
    ...amounts.map((t, i) => text(t, middles[i]! + 49, 180, '>')),
  ])
  const cells = tables[0]?.rows[0]?.cells ?? {}
  expect(cells.vehicle_operation?.value).toBe('6.30')
  expect(cells.agency_running_costs?.value ?? null).toBeNull()
})

it('headers whose lines are set as wide as rows are one text each', async () => {
  const middles = [60, 160, 260, 360, 460]
  const lines = totalAndUnit('90.00', '60.00', '10.00', '20.00')
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    text('单位名称', 60, 130),
    text('合计', 160, 130),
    ...wrapped(['一般公共', '预算'], 260, 130, 22),
    ...wrapped(['政府性', '基金'], 360, 130, 22),
    ...wrapped(['其他', '收入'], 460, 130, 22),
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k === 0 ? 30 : middles[k]! + 40, 180 + 20 * i, k === 0 ? '<' : '>')),
    ),
  ])
  const values = Object.entries(tables[0]?.rows[0]?.cells ?? {}).map(([id, c]) => `${id} ${c.value}`)
  expect(values.sort()).toEqual(['general_public 60.00', 'government_fund 10.00', 'other 20.00', 'total 90.00'])
})

it('a group’s header a little further above wrapped ones than their lines are apart is none of their lines', async () => {
  const middles = [60, 160, 260, 360, 460, 600]
  const lines = totalAndUnit('95.00', '90.00', '60.00', '10.00', '20.00')
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    text('单位名称', 60, 129),
    text('合计', 160, 129),
    text('本年收入', 360, 97),
    text('小计', 260, 140),
    // 21 points apart, and the first of them 22 below 本年收入.
    ...wrapped(['一般公', '共预算', '收入'], 360, 140, 21),
    ...wrapped(['政府性', '基金预', '算'], 460, 140, 21),
    ...wrapped(['其他', '收入'], 600, 140, 21),
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k === 0 ? 30 : middles[k]! + 40, 190 + 20 * i, k === 0 ? '<' : '>')),
    ),
  ])
  const headers = tables[0]?.columns.map((c) => `${c.id}: ${c.header.join('/')}`)
  expect(headers).toContain('current_year: 本年收入/小计')
  expect(headers).toContain('general_public: 本年收入/一般公共预算收入')
})

it('letters alone on a line are the end of the line above them, also in the last line of a header', async () => {
  const middles = [60, 180, 290, 400, 510]
  const lines = totalAndUnit('90.00', '60.00', '10.00', '20.00')
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    text('单位名称', 60, 130),
    text('合计', 180, 130),
    ...wrapped(['一般公共预算', '财', '政拨款'], 290, 130, 14),
    ...wrapped(['政府性基金预', '算', '财政拨款'], 400, 130, 14),
    ...wrapped(['国有资本经营', '预', '算财政拨', '款'], 510, 130, 14),
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k === 0 ? 30 : middles[k]! + 40, 166 + 20 * i, k === 0 ? '<' : '>')),
    ),
  ])
  const values = Object.entries(tables[0]?.rows[0]?.cells ?? {}).map(([id, c]) => `${id} ${c.value}`)
  expect(values.sort()).toEqual(['general_public 60.00', 'government_fund 10.00', 'state_capital 20.00', 'total 90.00'])
})

it('headers over groups that print the same words are over one group each', async () => {
  const line = (y: number, left: string, a: string, right: string, b: string): Mark[] => [
    rule(y + 15),
    ...[text(left, 60, y, '<'), text(a, 390, y, '>'), text(right, 400, y, '<'), text(b, 770, y, '>')],
  ]
  const { tables } = await read([
    { kind: 'text', text: '2026年部门收支总表', x: 420, y: 60, size: 20 },
    text('单位：万元', 770, 85, '>'),
    ...[rule(95), text('收入', 222, 110), text('支出', 587, 110), rule(125)],
    ...['项目', '2026年预算数', '项目', '2026年预算数'].map((t, i) => text(t, [85, 230, 425, 590][i]!, 140)),
    rule(155),
    ...line(170, '一、财政', '100.00', '一、一般', '60.00'),
    ...line(200, '二、其他', '20.00', '二、教育', '60.00'),
    ...line(230, '收入总计', '120.00', '支出总计', '120.00'),
  ])
  expect(tables[0]?.rows.map((r) => r.key)).toEqual([
    ...['收入:一、财政', '支出:一、一般', '收入:二、其他', '支出:二、教育'],
    ...['收入:收入总计', '支出:支出总计'],
  ])
})

it('a header in the middle of three columns heads them all, though a long name hides how far the first reaches', async () => {
  const { tables } = await read([
    title('2026年部门支出总表'),
    UNIT,
    text('支出预算', 530, 105),
    ...['科目编码', '科目名称'].map((t, i) => text(t, [75, 220][i]!, 115)),
    ...['合计', '基本支出', '项目支出'].map((t, i) => text(t, 350 + 180 * i, 125)),
    ...[
      ['208', '社会保障和就业支出', '90.00', '60.00', '30.00'],
      ['20805', '机关事业单位基本养老保险缴费支出及其他', '90.00', '60.00', '30.00'],
      ['2080505', '行政事业单位离退休', '90.00', '60.00', '30.00'],
    ].flatMap(([code, name, ...rest], i) => [
      text(code!, 50, 155 + 20 * i, '<'),
      text(name!, 120, 155 + 20 * i, '<'),
      ...rest.map((t, k) => text(t, 350 + 180 * k, 155 + 20 * i)),
    ]),
  ])
  expect(tables[0]?.columns.map((c) => `${c.id}: ${c.header.join('/')}`)).toEqual([
    'total: 支出预算/合计',
    'basic: 支出预算/基本支出',
    'project: 支出预算/项目支出',
  ])
})

it('收 and 入 at the two ends of their cell are one word, however wide it is', async () => {
  const { tables } = await read([
    title('2026年部门收支总表'),
    UNIT,
    ...[text('收', 60, 110, '<'), text('入', 385, 110, '>'), text('支', 391, 110, '<'), text('出', 770, 110, '>')],
    ...[text('项', 60, 130, '<'), text('目', 280, 130, '>'), text('预算数', 330, 130)],
    ...[text('项', 391, 130, '<'), text('目', 600, 130, '>'), text('预算数', 700, 130)],
    ...['一、财政拨款', '二、事业收入', '收入总计'].map((t, i) => text(t, 60, 150 + 20 * i, '<')),
    ...['一、一般公共服务支出', '二、外交支出', '支出总计'].map((t, i) => text(t, 391, 150 + 20 * i, '<')),
    ...['100.00', '20.00', '120.00'].map((t, i) => text(t, 385, 150 + 20 * i, '>')),
    ...['70.00', '50.00', '120.00'].map((t, i) => text(t, 770, 150 + 20 * i, '>')),
  ])
  const rows = tables[0]?.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.value)].join(' '))
  expect(rows?.slice(-2)).toEqual(['收入:收入总计 120.00', '支出:支出总计 120.00'])
})

it('a header exactly in the middle of names and their amounts heads both, though it stands as high as one of its own would', async () => {
  const names = ['一、外交支出', '二、国防支出', '三、教育支出']
  const uses = ['一、基本支出', '二、项目支出', '三、机动经费']
  const { tables } = await read([
    title('2018年度收支预算总表'),
    UNIT,
    ...[text('收入', 180, 100), text('支出', 540, 100), text('功能分类', 425, 122), text('支出用途', 665, 122)],
    ...[text('项目名称', 125, 133), text('金额', 255, 133)],
    ...[text('科目', 380, 144), text('金额', 505, 144), text('项目', 620, 144), text('金额', 735, 144)],
    ...['一、财政拨款', '二、其他资金'].map((t, i) => text(t, 55, 166 + 20 * i, '<')),
    ...['90.00', '10.00'].map((t, i) => text(t, 295, 166 + 20 * i, '>')),
    ...names.map((t, i) => text(t, 305, 166 + 20 * i, '<')),
    ...['70.00', '20.00', '10.00'].map((t, i) => text(t, 545, 166 + 20 * i, '>')),
    ...uses.map((t, i) => text(t, 555, 166 + 20 * i, '<')),
    ...['60.00', '30.00', '10.00'].map((t, i) => text(t, 775, 166 + 20 * i, '>')),
    // Over the two columns of 功能分类 and the names behind them.
    text('结转下年资金', 482, 226),
    ...[text('收入合计', 55, 246, '<'), text('100.00', 295, 246, '>')],
    ...[text('支出合计', 500, 246), text('100.00', 775, 246, '>')],
  ])
  const rows = tables[0]?.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.value)].join(' '))
  expect(rows?.slice(0, 6)).toEqual([
    ...['收入:一、财政拨款 90.00', '支出:一、外交支出 70.00', '用途:一、基本支出 60.00'],
    ...['收入:二、其他资金 10.00', '支出:二、国防支出 20.00', '用途:二、项目支出 30.00'],
  ])
})

it('a header a letter wider than the two lines below it, which are as wide as each other, is none of their text', async () => {
  const middles = [60, 160, 260, 360, 460, 560, 660]
  const lines = totalAndUnit('95.00', '95.00', '60.00', '15.00', '15.00', '5.00')
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    text('单位名称', 60, 129),
    text('合计', 160, 129),
    text('本年收入', 460, 104),
    text('小计', 260, 137),
    ...wrapped(['一般公共', '预算'], 360, 137, 16),
    // Their cell is as narrow as three letters.
    ...wrapped(['财政专', '户管理', '资金'], 460, 136, 16),
    ...[text('事业收入', 560, 137), text('其他收入', 660, 137)],
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k === 0 ? 30 : middles[k]! + 40, 190 + 20 * i, k === 0 ? '<' : '>')),
    ),
  ])
  expect(tables[0]?.columns.map((c) => `${c.id}: ${c.header.join('/')}`)).toContain(
    'special_account: 本年收入/财政专户管理资金',
  )
})

it('a letter alone below a header goes on with it, however far apart lines are', async () => {
  const lines = totalAndUnit('95.00', '80.00', '60.00', '20.00', '15.00')
  const middles = [60, 160, 260, 360, 460, 560]
  const { tables } = await read([
    title('2026年部门支出总表'),
    UNIT,
    ...['单位名称', '合计'].map((t, i) => text(t, middles[i]!, 124.5)),
    text('项目支出', 560, 124.5),
    text('基本支出', 360, 104),
    ...['小计', '人员经费'].map((t, i) => text(t, middles[i + 2]!, 134.8)),
    ...[text('日常公用支', 460, 124.5), text('出', 460, 145)],
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k === 0 ? 30 : middles[k]! + 30, 180 + 20 * i, k === 0 ? '<' : '>')),
    ),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toContain('基本支出/日常公用支出')
})
