/** Tables without rulings whose columns have room for a letter or two, as browsers set them. */
import { expect, it } from 'vitest'
import { read, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const captions = (words: string): Mark[] => [
  { kind: 'text', text: words, x: 250, y: 40, size: 16 },
  text('单位：万元', 540, 56, '>'),
]

/** Lines below each other, around a height. */
const pillar = (lines: readonly string[], x: number, middle: number, step = 13.2): Mark[] =>
  lines.map((words, i) => text(words, x, middle + (i - (lines.length - 1) / 2) * step))

const line = (y: number, name: string, amounts: readonly string[], ends: readonly number[]): Mark[] => [
  ...(name === '' ? [] : [text(name, 60, y, '<')]),
  ...amounts.map((a, i) => text(a, ends[i]!, y, '>')),
]

it('headers that are wrapped letter by letter are each one, on further pages, too', async () => {
  const ends = [251, 314, 376, 405, 434, 463]
  const head = (middle: number): Mark[] => [
    ...[...pillar(['功能分类科', '目'], 100, middle + 4), text('合计', 224, middle + 4)],
    ...[text('基本支出', 286, middle + 4), text('项目支出', 349, middle + 4)],
    ...pillar([...'事业单位经营支出'], 394, middle),
    ...pillar([...'上缴上级支出'], 423, middle),
    ...pillar([...'对附属单位其他补助支出'], 452, middle),
    ...['栏次', '1', '2', '3', '4', '5', '6'].map((n, i) =>
      text(n, [100, 224, 286, 349, 394, 423, 452][i]!, middle + 92),
    ),
  ]
  const row = (y: number, name: string, total: string, project: string) =>
    line(y, name, [total, '1.00', project, '0.00', '0.00', '0.00'], ends)
  const { tables } = await read(
    [
      ...captions('部门支出总表'),
      ...head(140),
      ...row(256, '合计', '11.00', '10.00'),
      ...row(274, '201一般公共服务支出', '11.00', '10.00'),
    ],
    [
      ...head(120),
      ...row(236, '', '11.00', '10.00'),
      ...['20103政府', '办公厅'].map((w, i) => text(w, 60, 249 + 13 * i, '<')),
      ...row(282, '2010301行政运行', '11.00', '10.00'),
    ],
  )
  const [table, ...others] = tables
  expect(others).toEqual([])
  expect(table?.rows.map((r) => r.key)).toEqual(['合计', '201', '20103', '2010301'])
  expect(table?.columns.map((c) => c.header.join('/'))).toEqual([
    ...['合计', '基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位其他补助支出'],
  ])
})

it('the number of a row close behind 一、 is in its own column', async () => {
  const xs = [60, 112, 160, 231, 261, 335, 398]
  const side = (y: number, lines: readonly string[], [name, count]: [number, number], n: string): Mark[] => [
    ...lines.map((words, i) => text(words, xs[name]!, y + 13.2 * i, '<')),
    text(n, xs[count]!, y, '<'),
  ]
  const right = [
    ['一、', '一般', '公共', '服务', '支出'],
    ['二、', '教育', '支出'],
    ['三、', '卫生', '健康', '支出'],
  ]
  const left = [
    ['一、', '一般', '公共', '预算', '拨款'],
    ['二、', '政府', '性基', '金预', '算拨', '款'],
    ['三、', '国有', '资本', '经营', '预算', '拨款'],
  ]
  const { tables } = await read([
    ...captions('财政拨款收支总表'),
    ...[text('收入', 120, 80), text('支出', 340, 80)],
    ...[text('项目', 71, 104), text('行次', 115, 104), text('预算数', 182, 104)],
    ...[text('项目', 242, 104), text('行次', 267, 104), text('合计', 318, 104), text('一般公共预算', 375, 104)],
    ...left.flatMap((lines, i) => [
      ...side(130 + 88 * i, lines, [0, 1], `${i + 1}`),
      text(['8.00', '0.00', '0.00'][i]!, 212, 130 + 88 * i, '>'),
      ...side(130 + 88 * i, right[i]!, [3, 4], `${i + 30}`),
      ...[335, 398].map((x) => text(['3.00', '4.00', '1.00'][i]!, x, 130 + 88 * i, '>')),
    ]),
    ...[text('收入总计', 60, 400, '<'), text('4', 112, 400, '<'), text('8.00', 212, 400, '>')],
    ...[
      text('支出', 231, 400, '<'),
      text('总计', 231, 413, '<'),
      text('33', 261, 400, '<'),
      ...[335, 398].map((x) => text('8.00', x, 400, '>')),
    ],
  ])
  const keys = tables[0]?.rows.map((r) => r.key).filter((key) => key.startsWith('支出'))
  expect(keys).toEqual(['支出:一、一般公共服务支出', '支出:二、教育支出', '支出:三、卫生健康支出', '支出:支出总计'])
})

it('小计 begins the columns of the header above it, though that stands in the middle of those around as well', async () => {
  const ends = [240, 320, 400, 480, 560]
  const { tables } = await read([
    ...captions('一般公共预算支出表'),
    text('基本支出', 375, 80),
    text('功能分类科目', 110, 96),
    ...['合计', '小计', '人员经费', '公用经费', '项目支出'].map((words, i) => text(words, ends[i]! - 25, 96)),
    ...line(116, '合计', ['11.00', '7.00', '4.00', '3.00', '4.00'], ends),
    ...line(136, '201一般公共服务支出', ['11.00', '7.00', '4.00', '3.00', '4.00'], ends),
    ...line(156, '20103政府办公厅', ['11.00', '7.00', '4.00', '3.00', '4.00'], ends),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
    ...['合计', '基本支出/小计', '基本支出/人员经费', '基本支出/公用经费', '项目支出'],
  ])
})

it('figures beside names of several codes are in doubt, whatever sums hold over them', async () => {
  const ends = [205, 285, 355]
  const name = (y: number, ...lines: string[]) => lines.map((words, i) => text(words, 64, y + 11 * i, '<'))
  const { tables } = await read([
    ...captions('支出决算表'),
    ...[
      text('功能分类科目', 64, 96, '<'),
      ...['本年支出合计', '基本支出', '项目支出'].map((w, i) => text(w, ends[i]! - 64, 96, '<')),
    ],
    ...line(120, '合计', ['10.00', '6.00', '4.00'], ends),
    ...line(131, '', ['4.00', '', '4.00'], ends),
    ...name(142, '2014002一', '般行政管理事', '务'),
    ...line(175, '', ['6.00', '6.00', ''], ends),
    ...name(186, '2080116引', '进人才费用'),
    ...line(208, '', ['0.00', '0.00', '0.00'], ends),
    ...name(219, '2121402代', '征手续费'),
  ])
  const wrong = tables.flatMap((t) => t.rows).filter((r) => r.key === '2014002' && r.cells.total?.value !== '4.00')
  const cells = wrong.flatMap((r) => Object.values(r.cells)).filter((c) => c.value !== null)
  expect(cells.map((c) => c.status)).toEqual(cells.map(() => 'suspect'))
  expect(cells.length).toBeGreaterThan(0)
})
