/** Ruled tables over page ends, in two frames beside each other, and below the note of another. */
import { expect, it } from 'vitest'
import { cellRecords } from '../../src/output/cells.ts'
import { read, stroke, table, text, withoutRowRulings } from '../drawn/by-hand.ts'

const captions = (title: string, unit = '万元') => [
  text(title, 420, 60),
  text('公开部门：云溪市司法局', 40, 85, '<'),
  text(`单位：${unit}`, 800, 85, '>'),
]
const HEAD = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出']
const XS = [40, 140, 380, 520, 660, 806]
const TOTAL = ['合计', '', '90.00', '50.00', '40.00']
const FIRST = ['205', '教育支出', '60.00', '30.00', '30.00']
const LAST = ['208', '社会保障和就业支出', '30.00', '20.00', '10.00']

it.each(['支出决算表（续）', '续：2024年度支出决算表', '2024年度支出决算表（续1）'])(
  'a table goes on below its title with 续: %s',
  async (title) => {
    const next = [text(title, 420, 40), ...table(60, XS, HEAD, LAST)]
    const { tables, findings } = await read(
      [...captions('2024年度支出决算表'), ...table(100, XS, HEAD, TOTAL, FIRST)],
      next,
    )
    expect(tables.map((t) => [t.id, t.pages, t.rows.length])).toEqual([['expenditure', [1, 2], 3]])
    expect(findings).toEqual([])
  },
)

const inYuan = (row: string[]) => row.map((text) => text.replace(/\.00$/, '0000'))

it.each([
  ['with places', '万元', [TOTAL, FIRST, LAST]],
  ['without places', '元', [TOTAL, FIRST, LAST].map(inYuan)],
])('no ruling between the rows, nor below the header, of amounts %s', async (_, unit, rows) => {
  const { tables, findings } = await read([
    ...captions('2024年度支出决算表', unit),
    ...withoutRowRulings(100, XS, HEAD, ...rows),
  ])
  const found = tables[0]!.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.raw)])
  expect(found).toEqual(rows.map(([code, , ...amounts]) => [code, ...amounts]))
  expect(findings).toEqual([])
})

it('no ruling between the rows of a header of two, the numbers of its columns and the figures below', async () => {
  const xs = [40, 140, 380, 520, 660, 806]
  const head = [text('项目', 210, 112), text('科目编码', 44, 140, '<'), text('科目名称', 144, 140, '<')]
  const middles = HEAD.slice(2).map((words, i) => text(words, (xs[i + 2]! + xs[i + 3]!) / 2, 126))
  const numbers = ['栏次', '', '1', '2', '3']
  const { tables } = await read([
    ...captions('2024年度支出决算表'),
    ...head,
    ...middles,
    ...withoutRowRulings(100, xs, ['', '', '', '', ''], ['', '', '', '', ''], numbers, TOTAL, FIRST, LAST),
  ])
  expect(tables[0]!.rows.map((r) => [r.key, r.cells.total?.raw])).toEqual([
    ['合计', '90.00'],
    ['205', '60.00'],
    ['208', '30.00'],
  ])
})

it.each([
  [HEAD, XS],
  [
    [...HEAD, '上缴上级支出', '经营支出'],
    [40, 120, 300, 400, 500, 600, 710, 806],
  ],
])('rows of which one has words in the place of figures are told apart, and in doubt: %s', async (head, xs) => {
  const rows = [FIRST, LAST, ['其他', '', '见说明', '见说明', '见说明']]
  const full = [head, ...rows].map((row) => head.map((_, i) => row[i] ?? ''))
  const { tables } = await read([...captions('2024年度支出决算表'), ...withoutRowRulings(100, xs, ...full)])
  const cells = tables[0]!.rows.map((r) => [r.key, ...['total', 'basic', 'project'].map((c) => r.cells[c])] as const)
  expect(cells.map(([key, ...own]) => [key, ...own.map((c) => c?.raw)])).toEqual(
    rows.map(([code, , ...own]) => [code, ...own]),
  )
  expect(new Set(cells.flatMap(([, ...own]) => own.map((c) => c?.status)))).toEqual(new Set(['suspect']))
})

it('amounts with their unit, without places, in the second of two frames head no columns', async () => {
  const xs = [40, 140, 380, 520]
  const { tables, findings } = await read([
    ...captions('2026年一般公共预算基本支出表'),
    ...table(
      100,
      xs,
      ['科目编码', '科目名称', '金额'],
      ['302', '商品和服务支出', '380.50万元'],
      ['30201', '办公费', '80.50万元'],
    ),
    ...table(180, xs, ['30205', '水费', '50万元'], ['30206', '电费', '100万元'], ['30207', '邮电费', '150.00万元']),
  ])
  expect(tables.map((t) => t.rows.map((r) => r.key))).toEqual([['302', '30201', '30205', '30206', '30207']])
  expect(findings).toEqual([])
})

it('a header printed again shows a table of amounts without places that is as wide no more', async () => {
  const head = ['部门预算支出经济科目', '预算']
  const first = table(100, [40, 300, 800], head, ['合计', '4160300'], ['[301]工资福利支出', '4000300'])
  const next = table(60, [40, 250, 600], head, ['[302]商品和服务支出', '160000'])
  const document = await read([...captions('2026年一般公共预算基本支出情况表', '元'), ...first], next)
  expect(cellRecords(document).map((c) => [c.row, c.page, c.value])).toEqual([
    ['合计', '1', '4160300'],
    ['301', '1', '4000300'],
    ['302', '2', '160000'],
  ])
})

it('the last line of a note is no part of the title below it', async () => {
  const running = table(
    100,
    [40, 140, 380, 806],
    ['科目编码', '科目名称', '机关运行经费支出'],
    ['30299', '其他支出', '9.29'],
  )
  const note = [
    text(
      '注：1.机关运行经费指行政单位使用一般公共预算安排的基本支出中的日常公用经费支出，包括办公及印刷费、',
      40,
      170,
      '<',
    ),
    text(
      '邮电费、差旅费、会议费、福利费、日常维修费，以及专用材料、一般设备购置费、公务接待费、公务用车费',
      40,
      190,
      '<',
    ),
    text('财政拨款支出表（功能科目）', 420, 210),
    text('单位：万元', 800, 230, '>'),
  ]
  const document = await read([
    ...[...captions('一般公共预算机关运行经费支出预算表'), ...running, ...note],
    ...table(240, XS, ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], TOTAL, FIRST, LAST),
  ])
  expect(document.tables.map((t) => t.id)).toEqual(['agency-running-costs', 'budget-fiscal-appropriation-expenditure'])
})

const side = (x: number, head: string, ...rows: string[][]) => [
  text(head, x + 185, 116),
  ...table(124, [x, x + 240, x + 370], ['项目', '决算数'], ...rows),
  ...[stroke(x, 100, x + 370, 100), stroke(x, 100, x, 124), stroke(x + 370, 100, x + 370, 124)],
]

it('income in one frame and expenditure in another beside it are one summary', async () => {
  const document = await read([
    ...captions('2024年度收入支出决算总表'),
    ...side(40, '收入', ['一、一般公共预算财政拨款收入', '900.00'], ['二、其他收入', '100.00'], ['总计', '1000.00']),
    ...side(432, '支出', ['一、教育支出', '650.00'], ['二、社会保障和就业支出', '350.00'], ['总计', '1000.00']),
  ])
  expect(cellRecords(document).map((c) => [c.row, c.value])).toEqual([
    ['收入:一、一般公共预算财政拨款收入', '900.00'],
    ['支出:一、教育支出', '650.00'],
    ['收入:二、其他收入', '100.00'],
    ['支出:二、社会保障和就业支出', '350.00'],
    ['收入:总计', '1000.00'],
    ['支出:总计', '1000.00'],
  ])
})

it('a row of which the page end leaves some cells above and takes the others, of more lines, to the next page', async () => {
  const xs = [40, 200, 360, 520, 620, 710, 806]
  const head = ['支出功能分类科目', '政府支出经济分类科目', '部门支出经济分类科目', '合计', '基本支出', '项目支出']
  const items = ['30101-基本工资', '30102-津贴补贴', '30103-奖金', '30107-绩效工资', '30113-住房公积金', '30114-医疗费']
  const rows = items.map((item) => ['2010101-行政运行', '50101-工资奖金津补贴', item, '3.00', '2.00', '1.00'])
  const cut = ['', '50102-社会保障缴费', '', '6.00', '4.00', '2.00']
  const rest = ['2080505-机关事业单位基本养老保险缴费支出', '', '30108-机关事业单位基本养老保险缴费', '', '', '']
  const total = ['合计', '', '', '24.00', '16.00', '8.00']
  const { tables, findings } = await read(
    [...captions('2026年部门支出预算总表'), ...table(100, xs, head, ...rows, cut)],
    table(60, xs, head, rest, total),
  )
  expect(tables[0]!.rows.map((r) => [r.key, r.cells.total!.raw]).slice(-2)).toEqual([
    ['2080505/50102/30108', '6.00'],
    ['合计', '24.00'],
  ])
  expect(findings).toEqual([])
})

it('the rest of a label that could be a line without a number, below one that leaves no room, where others end so', async () => {
  const xs = [40, 126, 260, 480, 620]
  const head = ['项目', '预算数', '项目', '预算数']
  const { tables } = await read(
    [
      ...captions('2026年财政拨款收支总表'),
      ...table(
        100,
        xs,
        head,
        ['一、本年安排', '36.00', '一、一般公共服务支出', '26.00'],
        ['1.一般公共预算', '36.00', '二、教育支出', '10.00'],
      ),
    ],
    table(
      60,
      xs,
      head,
      ['拨款', '', '', ''],
      ['2.基金预算拨款', '0.00', '', ''],
      ['收入总计', '36.00', '支出总计', '36.00'],
    ),
  )
  const income = tables[0]!.rows.filter((r) => r.side === '收入')
  expect(income.map((r) => [r.label, r.cells.amount!.raw])).toEqual([
    ['一、本年安排', '36.00'],
    ['1.一般公共预算拨款', '36.00'],
    ['2.基金预算拨款', '0.00'],
    ['收入总计', '36.00'],
  ])
})
