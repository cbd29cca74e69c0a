/** Summaries of two sides without rulings between the columns: rows far apart, cells that stand a little lower, pages without a row. */
import { expect, it } from 'vitest'
import { amounts, read, rule, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 790, 85, '>')

const SUMMARY = (y: number): Mark[] => [
  ...[text('收入', 222, y), text('支出', 587, y)],
  ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [85, 330, 425, 700][i]!, y + 19)),
]
const summaryLine = (y: number, left: string, a: string, right: string, b: string): Mark[] => [
  ...[text(left, 60, y, '<'), text(right, 400, y, '<')],
  ...amounts([a, b], [370, 770], y),
]

const NUMBERED = (y: number): Mark[] => [
  ...SUMMARY(y),
  ...['栏次', '1', '栏次', '2'].map((t, i) => text(t, [85, 330, 425, 700][i]!, y + 38)),
]

it.each([
  ['its header', SUMMARY, 40],
  ['its header and the numbers of its columns', NUMBERED, 60],
])('a table goes on behind a page that prints %s alone', async (_, head, below) => {
  const { tables } = await read(
    [
      title('2026年部门收支总表'),
      UNIT,
      ...head(110),
      ...summaryLine(110 + below, '一、财政拨款', '100.00', '一、教育支出', '60.00'),
      ...summaryLine(130 + below, '二、事业收入', '20.00', '二、住房保障支出', '60.00'),
      ...summaryLine(150 + below, '三、其他收入', '', '三、其他支出', ''),
    ],
    head(60),
    [...head(60), ...summaryLine(60 + below, '收入总计', '120.00', '支出总计', '120.00')],
  )
  expect(tables.map((t) => t.rows.length)).toEqual([8])
  expect(tables[0]?.rows.at(-1)?.key).toBe('支出:支出总计')
})

it('the first line of a wrapped label far below the rows does not part the total from them', async () => {
  const document = await read([
    title('2026年部门收支总表'),
    UNIT,
    ...SUMMARY(110),
    ...summaryLine(150, '一、财政拨款', '100.00', '一、教育支出', '60.00'),
    ...summaryLine(170, '二、事业收入', '20.00', '二、住房保障支出', '60.00'),
    ...summaryLine(190, '三、其他收入', '', '三、其他支出', ''),
    text('支出总', 425, 380),
    text('计', 400, 394, '<'),
    ...[text('收入总计', 85, 387), ...amounts(['120.00', '120.00'], [370, 770], 387)],
  ])
  expect(document.tables[0]?.rows.at(-1)?.key).toBe('支出:支出总计')
})

it('rows far apart are one table, though their heights are rounded and cells of one row stand a little lower', async () => {
  const labels = ['一、财政拨款', '二、事业收入', '三、经营收入', '四、其他收入', '五、上级补助收入', '六、利息收入']
  const heights = [71, 79, 71, 71, 79, 71]
  const at = (i: number) => 150 + heights.slice(0, i).reduce((sum, h) => sum + h, 0)
  const document = await read([
    title('2026年部门收支总表'),
    UNIT,
    ...SUMMARY(100),
    ...labels.flatMap((label, i) => summaryLine(at(i), label, '10.00', '', '')),
    ...['一、教育支出', '二、科学技术支出', '三、卫生健康支出'].map((t, i) => text(t, 400, at(i) + 7, '<')),
  ])
  expect(document.tables[0]?.rows.filter((r) => r.cells.amount).map((r) => r.label)).toEqual(labels)
})

it('amounts a little above their labels, with nothing else in their rows, begin rows of their own', async () => {
  const names = ['教育', '科学技术', '文化旅游', '卫生健康', '节能环保', '城乡社区', '农林水', '交通运输']
  const document = await read([
    title('2026年部门收支总表'),
    UNIT,
    ...SUMMARY(100),
    ...names.flatMap((name, i) => {
      const label = `${'一二三四五六七八'[i]}、${name}`
      const y = 140 + 26 * i
      const left = i < 4 ? [text(`${label}收入`, 60, y, '<'), text('10.00', 370, y + 2, '>')] : []
      return [...left, text('10.00', 770, y, '>'), text(`${label}支出`, 400, y + 6, '<')]
    }),
  ])
  expect(document.tables[0]?.rows.filter((r) => r.cells.total).length).toBe(names.length)
})

it('headers over both sides that are set at the left are over the columns from there on', async () => {
  const lefts = [50, 176, 280, 415, 518, 616]
  const rights = [274, 512, 610, 706]
  const head = ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算']
  const line = (y: number, left: string, right: string, ...of: string[]) => [
    ...[text(left, lefts[0]!, y, '<'), text(right, lefts[2]!, y, '<')],
    ...amounts(of, rights, y),
  ]
  const { tables } = await read([
    title('2026年部门财政拨款收支预算总表'),
    UNIT,
    ...[98, 116, 135, 220].map(rule),
    ...[text('财政拨款收入', lefts[0]!, 110, '<'), text('财政拨款支出', lefts[2]!, 110, '<')],
    ...head.map((words, i) => text(words, lefts[i]!, 129, '<')),
    ...line(150, '一、一般公共预算', '一、教育支出', '7100.00', '7000.00', '7000.00', '0.00'),
    ...line(170, '二、政府性基金预算', '二、住房保障支出', '300.00', '100.00', '100.00', '0.00'),
    ...line(190, '', '三、城乡社区支出', '', '300.00', '0.00', '300.00'),
    ...line(210, '收入总计', '支出总计', '7400.00', '7400.00', '7100.00', '300.00'),
  ])
  const columns = tables[0]!.rows.map((r) => [r.key, ...Object.keys(r.cells)])
  expect(columns[0]).toEqual(['收入:一、一般公共预算', 'amount'])
  expect(columns[1]).toEqual(['支出:一、教育支出', 'total', 'general_public', 'government_fund'])
})

it('a total far below the header of a further page is its row, though a label is wrapped around its figures', async () => {
  const { tables } = await read(
    [
      title('2026年部门收支总表'),
      UNIT,
      ...SUMMARY(110),
      ...summaryLine(150, '一、财政拨款', '100.00', '一、教育支出', '60.00'),
      ...summaryLine(170, '二、事业收入', '20.00', '二、住房保障支出', '60.00'),
      ...summaryLine(190, '三、其他收入', '', '三、其他支出', ''),
    ],
    [
      ...SUMMARY(60),
      ...[text('收入总计', 85, 187), text('支出', 440, 181), text('总计', 400, 193, '<')],
      ...amounts(['120.00', '120.00'], [370, 770], 187),
    ],
  )
  expect(tables.map((t) => t.rows.map((r) => r.key).slice(-2))).toEqual([['收入:收入总计', '支出:支出总计']])
})

it.each([
  ['stand lower', [text('收入总计', 85, 386), text('支出总计', 440, 386)]],
  [
    'are wrapped around them',
    [text('收入', 85, 374), text('总计', 60, 386, '<'), text('支', 440, 374), text('出总计', 400, 386, '<')],
  ],
])('a total whose labels are not beside its figures but %s ends the table far above', async (_, labels) => {
  const { tables } = await read([
    title('2026年部门收支总表'),
    UNIT,
    ...SUMMARY(110),
    ...summaryLine(150, '一、财政拨款', '100.00', '一、教育支出', '60.00'),
    ...summaryLine(170, '二、事业收入', '20.00', '二、住房保障支出', '60.00'),
    ...summaryLine(190, '三、其他收入', '', '三、其他支出', ''),
    ...labels,
    ...amounts(['120.00', '120.00'], [370, 770], 380),
  ])
  expect(tables[0]?.rows.map((r) => r.key).slice(-2)).toEqual(['收入:收入总计', '支出:支出总计'])
})

it('two names without figures, as far from the rows around as numbered rows are, are a row and not the ends of labels', async () => {
  const pair = (y: number, [left, a, right, b]: readonly string[]): Mark[] =>
    [text(left!, 60, y, '<'), text(a!, 390, y, '>'), text(right!, 400, y, '<'), text(b!, 770, y, '>')].filter(
      (m) => m.kind !== 'text' || m.text !== '',
    )
  const { tables } = await read([
    { kind: 'text', text: '2026年部门收支总表', x: 420, y: 60, size: 20 },
    ...[text('单位：万元', 770, 85, '>'), ...['收入', '支出'].map((t, i) => text(t, [220, 580][i]!, 105))],
    ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [150, 330, 480, 700][i]!, 120)),
    ...pair(137, ['一、一般公共预算拨款收入', '16.00', '一、一般公共服务支出', '47.00']),
    ...pair(154, ['二、政府性基金预算拨款收入', '1.00', '二、教育支出', '1.00']),
    ...pair(175, ['三、事业收入', '', '三、社会保障和就业支出', '2.00']),
    ...pair(192, ['四、其他收入', '33.00', '', '']),
    ...pair(243, ['本年收入合计', '48.00', '本年支出合计', '50.00']),
    ...pair(260, ['使用非财政拨款结余', '', '结转下年', '']),
    ...pair(277, ['上年结转', '2.00', '', '']),
    ...pair(321, ['收入总计', '50.00', '支出总计', '50.00']),
  ])
  const labels = tables.flatMap((t) => t.rows.map((r) => r.label))
  expect(labels).toEqual(expect.arrayContaining(['本年支出合计', '使用非财政拨款结余', '上年结转']))
})

it('a total’s label in the middle one of three columns that are one in its row', async () => {
  // The cells of the right side begin at 280, those of its last amounts at 660; names stand at the left of theirs.
  const line = (y: number, left: string, a: string, name: string, b: string, use: string, c: string): Mark[] => [
    ...[text(left, 60, y, '<'), text(name, 310, y, '<'), text(use, 560, y, '<')],
    ...amounts([a, b, c], [270, 520, 790], y),
  ]
  const { tables } = await read([
    title('收支预算总表'),
    UNIT,
    text('收入', 165, 110),
    text('支出', 540, 110),
    text('功能分类', 410, 128),
    text('支出用途', 675, 128),
    ...['项目名称', '金额', '功能科目名称', '金额', '项目名称', '金额'].map((t, i) =>
      text(t, [100, 230, 345, 470, 600, 745][i]!, 146),
    ),
    ...line(170, '一、财政拨款', '120.00', '一、教育支出', '100.00', '一、基本支出', '90.00'),
    ...line(190, '二、事业收入', '30.00', '二、住房保障支出', '50.00', '二、项目支出', '60.00'),
    text('当年收入小计', 100, 210),
    text('当年支出小计', 470, 210),
    ...amounts(['150.00', '150.00'], [270, 790], 210),
    text('收入合计', 100, 230),
    text('支出合计', 470, 230),
    ...amounts(['150.00', '150.00'], [270, 790], 230),
  ])
  expect(tables[0]?.rows.map((r) => r.key).filter((key) => /计$/.test(key))).toEqual([
    '收入:当年收入小计',
    '支出:当年支出小计',
    '收入:收入合计',
    '支出:支出合计',
  ])
})

it('a wrapped label and the one beside it, far from the rows around, are a row without a figure', async () => {
  const { tables } = await read([
    title('2026年部门收支总表'),
    UNIT,
    ...SUMMARY(110),
    ...summaryLine(160, '一、财政拨款', '100.00', '一、教育支出', '60.00'),
    ...summaryLine(215, '二、事业收入', '20.00', '二、住房保障支出', '60.00'),
    ...summaryLine(270, '本年收入合计', '120.00', '本年支出合计', '120.00'),
    text('使用非财政', 60, 303, '<'),
    text('结转下年', 400, 310, '<'),
    text('拨款结余', 60, 317, '<'),
    ...summaryLine(350, '上年结转', '0.50', '', ''),
    ...summaryLine(405, '收入总计', '120.50', '支出总计', '120.50'),
  ])
  expect(tables[0]?.rows.map((r) => r.key).slice(6, 9)).toEqual([
    '收入:使用非财政拨款结余',
    '支出:结转下年',
    '收入:上年结转',
  ])
})
