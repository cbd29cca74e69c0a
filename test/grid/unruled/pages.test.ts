/** Tables without rulings between the columns at the ends of pages, and what programs set around them. */
import { expect, it } from 'vitest'
import { read, rule, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const TITLE: Mark[] = [
  { kind: 'text', text: '2026年一般公共预算支出表', x: 420, y: 60, size: 20 },
  text('单位：万元', 790, 85, '>'),
]
const HEADS = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
const header = (y: number) => HEADS.map((t, i) => text(t, [90, 240, 450, 600, 740][i]!, y))

const line = (y: number, code: string, name: string, amount: string): Mark[] => [
  text(code, 70, y, '<'),
  text(name, 180, y, '<'),
  ...[480, 630, 770].map((x) => text(x === 770 ? '0.00' : amount, x, y, '>')),
]

it('a note above the last ruling is no line of a cell, and shows no columns', async () => {
  const rows = ['201', '20101', '2010101', '2010102', '2010103', '2010104']
  const { tables } = await read(
    [
      ...TITLE,
      rule(95),
      ...header(112),
      ...rows.slice(0, 5).flatMap((code, i) => line(140 + 18 * i, code, '行政运行', '100.00')),
    ],
    [
      rule(42),
      ...header(56),
      ...line(80, rows[5]!, '行政运行', '23.45'),
      ...line(94, '', '合计', '123.45').slice(1),
      text('注：本表反映部门本年度一般公共预算财政拨款的支出情况和年末结转结余情况', 420, 108),
      rule(122),
    ],
  )
  expect(tables.map((t) => t.rows.length)).toEqual([7])
  expect(tables[0]?.rows.slice(-2).map((r) => r.cells.total?.value)).toEqual(['23.45', '123.45'])
})

it('the last line of a label between rulings at the head of a page is no title', async () => {
  const names = ['一般公共服务支出', '人大事务', '行政运行', '机关事业单位基本养老保险缴费']
  const rows = ['201', '20101', '2010101', '2010102']
  const first = rows.flatMap((code, i) => [rule(126 + 18 * i), ...line(140 + 18 * i, code, names[i]!, '100.00')])
  const { tables, other_tables } = await read(
    [...TITLE, rule(95), ...header(112), ...first],
    [
      rule(42),
      text('支出', 180, 54, '<'),
      rule(63),
      ...line(76, '2010103', '机关服务', '123.45'),
      rule(84),
      ...line(96, '2010104', '人大会议', '67.89'),
      rule(104),
    ],
  )
  expect([tables.length, other_tables.length]).toEqual([1, 0])
  expect(tables[0]?.rows.slice(-2).map((r) => [r.code, r.cells.total?.value])).toEqual([
    ['2010103', '123.45'],
    ['2010104', '67.89'],
  ])
})

it('what stands as high as the first figures is none of the header', async () => {
  const { tables } = await read([
    ...TITLE,
    text('类型', 45, 112),
    ...header(112),
    text('支出', 45, 130),
    text('一般公共服务', 180, 130, '<'),
    ...line(137, '201', '', '100.00').filter((m) => m.kind === 'text' && m.text !== ''),
    text('支出', 180, 144, '<'),
    ...line(164, '20101', '人大事务', '100.00'),
    ...line(184, '2010101', '行政运行', '100.00'),
  ])
  expect(tables[0]?.rows[0]).toMatchObject({ code: '201', label: '一般公共服务支出' })
})

it('the head of a page, far above a header of several lines, is none of it', async () => {
  const at = (i: number) => 100 + 130 * i
  const { tables } = await read(
    [
      ...TITLE,
      ...header(112),
      ...['201', '20101', '2010101'].flatMap((code, i) => line(140 + 18 * i, code, '行政运行', '100.00')),
      { kind: 'text', text: '2026年财政拨款“三公”经费支出预算表', x: 420, y: 540, size: 20 },
      text('单位：万元', 790, 560, '>'),
    ],
    [
      text('某某市财政局2026年度部门预算', 420, 32),
      text('“三公”经费预算', 420, 75),
      ...['合计', '因公出国（境）费', '', '公务用车购置及运行费', '', '公务接待费'].map((t, i) => text(t, at(i), 93)),
      ...['', '', '小计', '公务用车购置费', '公务用车运行费', ''].map((t, i) => text(t, at(i), 111)),
      ...['6.27', '1.06', '4.19', '2.13', '2.06', '1.02'].map((t, i) => text(t, at(i) + 20, 129, '>')),
    ].filter((m) => m.kind !== 'text' || m.text !== ''),
  )
  const own = tables.find((t) => t.id === 'budget-three-public')?.rows[0]?.cells ?? {}
  expect(Object.values(own).map((c) => c.value)).toEqual(['6.27', '1.06', '4.19', '2.13', '2.06', '1.02'])
})

it('names alone between rulings end a page, and are no title of what goes on behind it', async () => {
  const heads = (y: number) => ['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [100, 250, 450, 650][i]!, y))
  const pair = (y: number, [left, a, right, b]: readonly string[]): Mark[] => [
    ...[text(left!, 60, y, '<'), text(a!, 290, y, '>'), text(right!, 410, y, '<'), text(b!, 770, y, '>'), rule(y + 6)],
  ]
  const { tables, other_tables } = await read(
    [
      { kind: 'text', text: '2026年收支总表', x: 420, y: 60, size: 20 },
      text('单位：万元', 790, 85, '>'),
      ...[rule(95), ...heads(109), rule(115)],
      ...pair(129, ['一、财政拨款', '100.00', '一、教育支出', '90.00']),
      ...pair(149, ['二、其他收入', '20.00', '二、卫生支出', '20.00']),
      ...pair(169, ['本年收入合计', '120.00', '本年支出合计', '110.00']),
      ...[text('上年结转结余', 60, 189, '<'), rule(195)],
    ],
    [rule(42), ...heads(56), rule(62), ...pair(76, ['收入总计', '120.00', '支出总计', '110.00'])],
  )
  expect([tables.length, other_tables.length]).toEqual([1, 0])
  expect(tables[0]?.rows.map((r) => r.label)).toContain('上年结转结余')
})
