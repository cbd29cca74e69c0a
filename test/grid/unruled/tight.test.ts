/** Tables without rulings or room between their cells, as browsers print them. */
import { expect, it } from 'vitest'
import { toTextRow } from '../../../src/grid/pieces.ts'
import { toLines } from '../../../src/page/lines.ts'
import type { Glyph } from '../../../src/page/types.ts'
import { read, SIZE, text } from '../../drawn/by-hand.ts'
import { widthOf } from '../../drawn/font.ts'
import type { Mark } from '../../drawn/pdf.ts'

const STEP = 18

const captions = (words: string): Mark[] => [
  { kind: 'text', text: words, x: 320, y: 64, size: 20 },
  text('单位：元', 780, 85, '>'),
]

/** Cells of some rows: labels begin at their place, amounts end there. */
const lines = (rows: readonly (readonly string[])[], places: readonly number[], y: number): Mark[] =>
  rows.flatMap((row, i) =>
    row.flatMap((t, k) =>
      t === '' ? [] : [text(t, places[k]!, y + STEP * i, /^\d[\d,]*\.\d\d$|^0$|,/.test(t) ? '>' : '<')],
    ),
  )

const columnsOf = ({ tables }: Awaited<ReturnType<typeof read>>) => tables[0]!.columns.map((c) => c.id)

it('类, 款 and 项 less than a letter apart are none of the total that stands on their line', async () => {
  const found = await read([
    ...captions('收入决算表'),
    text('支出功能分类', 110, 112),
    text('科目编码', 110, 125),
    ...['科目名称', '本年收入合计', '财政拨款收入', '其他收入'].map((t, i) => text(t, [220, 340, 440, 540][i]!, 119)),
    ...['类', '款', '项'].map((t, i) => text(t, 90 + 20 * i, 140)),
    ...lines([['合计', '630.00', '600.00', '30.00']], [175, 373, 473, 562], 140),
    ...lines(
      [
        ['201', '', '', '一般公共服务支出', '630.00', '600.00', '30.00'],
        ['201', '06', '', '财政事务', '630.00', '600.00', '30.00'],
        ['201', '06', '01', '行政运行', '630.00', '600.00', '30.00'],
      ],
      [81, 104, 125, 145, 373, 473, 562],
      140 + STEP,
    ),
  ])
  expect(columnsOf(found)).toEqual(expect.arrayContaining(['total', 'fiscal_appropriation', 'other']))
  expect(found.tables[0]?.rows.map((r) => r.cells.total?.value)).toEqual(['630.00', '630.00', '630.00', '630.00'])
})

it('a 0 that touches the amount of the column before is an amount of its own', async () => {
  const width = (t: string) => widthOf(t, SIZE)
  const amounts = ['12,803,407', '2,803,407', '10,000,000']
  // The widest amount fills the first column; 0 begins where the next one does.
  const row = (label: string, total: string, end: number): Mark[] => [
    text(label, 70, end, '<'),
    text(total, 400, end, '>'),
    text(total, 400, end, '<'),
    text('0', 400 + width(amounts[0]!), end, '<'),
  ]
  const { tables } = await read([
    ...captions('一般公共预算基本支出表'),
    ...['科目编码', '科目名称'].map((t, i) => text(t, [85, 200][i]!, 110)),
    ...['合计', '人员经费', '公用经费'].map((t, i) => text(t, 372 + width(amounts[0]!) * i, 110)),
    ...amounts.flatMap((t, i) => [
      ...row(['301', '30101', '30102'][i]!, t, 130 + STEP * i),
      text(['工资福利支出', '基本工资', '津贴补贴'][i]!, 140, 130 + STEP * i, '<'),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => ['total', 'personnel', 'non_personnel'].map((c) => r.cells[c]?.value))).toEqual(
    amounts.map((t) => [t.replaceAll(',', ''), t.replaceAll(',', ''), '0']),
  )
})

it('a line of many headers that stand close is no sentence', async () => {
  const heads = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '事业收入', '经营收入', '其他收入', '上年结转']
  const width = (t: string) => widthOf(t, SIZE)
  const ends = heads.map((t, i) => 240 + width(heads.slice(0, i).join('')) + 6 * i + width(t))
  const amounts = ['100.00', '20.00', '3.00', '90.00', '10.00', '1.00', '5.00']
  const { tables } = await read([
    ...captions('2026年部门收入预算总表'),
    text('单位名称', 90, 112),
    text('合计', 210, 112),
    ...heads.map((t, i) => text(t, ends[i]!, 122, '>')),
    ...['某某市财政局', '某某市财政局本级'].flatMap((name, i) => [
      text(name, 60, 142 + STEP * i, '<'),
      text('229.00', 230, 142 + STEP * i, '>'),
      ...amounts.map((t, k) => text(t, ends[k]!, 142 + STEP * i, '>')),
    ]),
  ])
  expect(tables[0]?.columns.map((c) => c.header.at(-1))).toEqual(['合计', ...heads])
})

it('a text that says its beginning twice is the headers of two groups', async () => {
  const width = (t: string) => widthOf(t, SIZE)
  const group = '预算数比执行数'
  const groups = [group, `${group}（扣除中央基建投资后）`]
  const begins = [430, 430 + width(group) / 2, 430 + width(group), 430 + width(group) + width(groups[1]!) / 2]
  const widths = groups.flatMap((g) => [width(g) / 2, width(g) / 2])
  const { tables } = await read([
    ...captions('一般公共预算支出表'),
    ...['科目编码', '科目名称', '上年执行数', '预算数'].map((t, i) => text(t, [80, 160, 300, 380][i]!, 118)),
    text(groups.join(''), 430, 110, '<'),
    ...['增减额', '增减%', '增减额', '增减%'].map((t, i) => text(t, begins[i]! + widths[i]! / 2, 126)),
    ...lines(
      [
        ['201', '一般公共服务支出', '100.00', '150.00', '50.00', '50.00%', '50.00', '50.00%'],
        ['205', '教育支出', '80.00', '100.00', '20.00', '25.00%', '20.00', '25.00%'],
        ['221', '住房保障支出', '20.00', '30.00', '10.00', '50.00%', '10.00', '50.00%'],
      ],
      [60, 110, 325, 400, begins[1]! - 1, begins[1]!, begins[3]! - 1, begins[3]!],
      146,
    ),
  ])
  expect(tables[0]?.columns.slice(-4).map((c) => c.header)).toEqual([
    [group, '增减额'],
    [group, '增减%'],
    [groups[1], '增减额'],
    [groups[1], '增减%'],
  ])
})

it('a header of a group is no first line of a wrapped one that it is beside the middle of', async () => {
  const middles = [240, 315, 390, 465]
  const { tables } = await read([
    ...captions('2026年部门基本支出预算总表'),
    text('科目名称', 110, 118),
    text('总计', 190, 118),
    text('财政拨款', (middles[0]! + middles[2]!) / 2 + 5, 110),
    text('小计', middles[0]!, 125),
    ...['一般公共', '预算拨款'].map((t, i) => text(t, middles[1]!, 125 + 13 * i)),
    ...['政府性基', '金预算'].map((t, i) => text(t, middles[2]!, 125 + 13 * i)),
    text('单位资金', middles[3]!, 118),
    ...lines(
      [
        ['工资福利支出', '330.00', '300.00', '200.00', '100.00', '30.00'],
        ['商品和服务支出', '90.00', '60.00', '40.00', '20.00', '30.00'],
        ['合计', '420.00', '360.00', '240.00', '120.00', '60.00'],
      ],
      [70, 215, ...middles.map((x) => x + 25)],
      160,
    ),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join())).toContain('财政拨款,一般公共预算拨款')
})

it('digits set with room between them are one amount', async () => {
  const room = 2
  const spaced = (words: string, end: number, y: number): Mark[] =>
    [...words].map((letter, i) => {
      const rest = words.slice(i + 1)
      return text(letter, end - widthOf(rest, SIZE) - room * rest.length, y, '>')
    })
  const { tables } = await read([
    ...captions('2026年部门收入总表'),
    ...['单位名称', '合计', '财政拨款收入', '其他收入'].map((t, i) => text(t, [80, 250, 400, 550][i]!, 115)),
    ...[
      ['合计', '940.05', '900.05', '40.00'],
      ['某某市财政局', '940.05', '900.05', '40.00'],
    ].flatMap(([label, ...amounts], i) => [
      text(label!, 40, 140 + STEP * i, '<'),
      ...amounts.flatMap((t, k) => spaced(t, 280 + 150 * k, 140 + STEP * i)),
    ]),
  ])
  expect(Object.values(tables[0]?.rows[0]?.cells ?? {}).map((c) => c.value)).toEqual(['940.05', '900.05', '40.00'])
})

it('one line of amounts below headers that nothing but a blank parts is a table', async () => {
  const gap = 8
  const heads = ['合计', '因公出国(境)费', '公务接待费', '小计', '购置费', '运行费', '机关运行经费预算数']
  const places = heads.map((_, i) => 43 + heads.slice(0, i).reduce((x, t) => x + widthOf(t, SIZE) + gap, 0))
  const { tables } = await read([
    ...captions('2025年部门“三公”经费和机关运行经费预算表'),
    text('“三公”经费预算数', places[0]!, 112, '<'),
    text('公务用车购置及运行费', places[3]!, 133, '<'),
    ...heads.map((t, i) => text(t, places[i]!, 154, '<')),
    ...['1', '', '1', '', '', '', '171.01'].flatMap((t, i) => (t === '' ? [] : [text(t, places[i]!, 174, '<')])),
  ])
  const values = Object.entries(tables[0]?.rows[0]?.cells ?? {}).map(([id, { value }]) => `${id} ${value}`)
  expect(values).toEqual(expect.arrayContaining(['total 1', 'reception 1', 'agency_running_costs 171.01']))
})

it('codes over their names, half a letter from those of the next column, are of two', () => {
  const word = (words: string, x: number): Glyph[] =>
    [...words].map((c, i) => ({ text: c, size: 12, source: 'text', box: [x + 6 * i, 100, x + 6 * i + 6, 112] }))
  const [line] = toLines([...word('2101102-', 40), ...word('50102-', 94.5)])
  expect(toTextRow(line!).pieces.map((p) => p.text)).toEqual(['2101102-', '50102-'])
})
