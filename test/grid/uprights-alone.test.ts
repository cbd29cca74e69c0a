/** Ruled tables with rulings between their columns alone, and texts that programs set close to rulings or far apart. */
import { expect, it } from 'vitest'
import { sidesByUprights } from '../../src/grid/rulings/uprights.ts'
import { cellRecords } from '../../src/output/cells.ts'
import type { Glyph, Ruling } from '../../src/page/types.ts'
import { read, SIZE, stroke, table, text, withoutRowRulings } from '../drawn/by-hand.ts'
import { widthOf } from '../drawn/font.ts'
import type { Mark } from '../drawn/pdf.ts'

const captions = (title: string) => [text(title, 420, 60), text('单位：万元', 800, 85, '>')]

const amountsOf = async (...marks: Mark[]) => {
  const records = cellRecords(await read(marks))
  return records.flatMap((c) => (c.value === null ? [] : [`${c.row} ${c.column} ${c.value} ${c.status}`]))
}

it('a total merged over the columns of codes, where no ruling is drawn below it: the amounts of all columns are in rows', async () => {
  const xs = [40, 100, 160, 380, 520, 660, 806]
  const rows = [
    ['类', '款', '科目名称', '本年支出合计', '基本支出', '项目支出'],
    ['合计', '', '', '90.00', '50.00', '40.00'],
    ['205', '', '教育支出', '60.00', '50.00', '10.00'],
    ['205', '02', '普通教育', '60.00', '50.00', '10.00'],
    ['208', '', '社会保障和就业支出', '30.00', '', '30.00'],
    ['208', '05', '行政事业单位养老支出', '30.00', '', '30.00'],
  ]
  const isOverTotal = (m: Mark) => m.kind === 'rule' && m.x0 === m.x1 && (m.x0 === 100 || m.x0 === 160)
  const foot = 100 + 24 * rows.length
  const marks = withoutRowRulings(100, xs, ...rows).filter((m) => !isOverTotal(m))
  const codes = [100, 160].flatMap((x) => [stroke(x, 100, x, 124), stroke(x, 148, x, foot)])
  const found = await amountsOf(...captions('2024年度支出决算表'), ...marks, ...codes, stroke(40, 124, 806, 124))
  expect(found.filter((cell) => / (basic|project) /.test(cell))).toEqual([
    '合计 basic 50.00 proved',
    '合计 project 40.00 proved',
    '205 basic 50.00 proved',
    '205 project 10.00 proved',
    '20502 basic 50.00 proved',
    '20502 project 10.00 proved',
    '208 project 30.00 proved',
    '20805 project 30.00 proved',
  ])
})

it('the sides of a summary count on alone, and one has more lines', async () => {
  const head = [
    ['收入', '', '支出', ''],
    ['项目', '决算数', '项目', '决算数'],
  ]
  const body = [
    ['一、一般公共预算财政拨款收入', '100.00', '一、教育支出', ''],
    ['二、事业收入', '', '二、科学技术支出', '30.00'],
    ['', '', '三、住房保障支出', '70.00'],
    ['本年收入合计', '100.00', '本年支出合计', '100.00'],
    ['使用非财政拨款结余', '', '', ''],
    ['总计', '100.00', '总计', '100.00'],
  ]
  const xs = [40, 300, 420, 680, 806]
  const found = await amountsOf(
    ...captions('2024年度收入支出决算总表'),
    ...table(100, xs, ...head),
    ...withoutRowRulings(148, xs, ...body),
  )
  expect(found).toEqual([
    '收入:一、一般公共预算财政拨款收入 amount 100.00 proved',
    '支出:二、科学技术支出 amount 30.00 proved',
    '支出:三、住房保障支出 amount 70.00 proved',
    '收入:本年收入合计 amount 100.00 proved',
    '支出:本年支出合计 amount 100.00 proved',
    '收入:总计 amount 100.00 proved',
    '支出:总计 amount 100.00 proved',
  ])
})

it('a page that goes on with the total of one side beside two last numbers of the other', async () => {
  const head = [
    ['收入', '', '支出', ''],
    ['项目', '决算数', '项目', '决算数'],
  ]
  const first = [['一、一般公共预算财政拨款收入', '90.00', '一、教育支出', '90.00']]
  const next = [
    ['', '', '二、债务付息支出', ''],
    ['', '', '三、抗疫特别国债安排的支出', ''],
    ['本年收入合计', '90.00', '本年支出合计', '90.00'],
    ['年初结转和结余', '10.00', '年末结转和结余', '10.00'],
    ['一、一般公共预算财政拨款', '10.00', '', ''],
    ['二、政府性基金预算财政拨款', '', '', ''],
    ['总计', '100.00', '总计', '100.00'],
  ]
  const xs = [40, 300, 420, 680, 806]
  const top = [...captions('2024年度收入支出决算总表'), ...table(500, xs, ...head, ...first)]
  const rest = [...table(40, xs, ...head), ...withoutRowRulings(88, xs, ...next)]
  const found = cellRecords(await read(top, rest)).flatMap((c) => (c.value === null ? [] : [`${c.row} ${c.value}`]))
  expect(found).toEqual([
    '收入:一、一般公共预算财政拨款收入 90.00',
    '支出:一、教育支出 90.00',
    '收入:本年收入合计 90.00',
    '支出:本年支出合计 90.00',
    '收入:年初结转和结余 10.00',
    '支出:年末结转和结余 10.00',
    '收入:年初结转和结余/一、一般公共预算财政拨款 10.00',
    '收入:总计 100.00',
    '支出:总计 100.00',
  ])
})

it('a row in which two numbered labels stand is in doubt', async () => {
  const xs = [40, 140, 420, 680, 806]
  const head = table(100, xs, ['收入', '', '支出', ''], ['项目', '决算数', '项目', '决算数'])
  const frame = withoutRowRulings(148, xs, ['', '', '', ''], ['', '', '', ''], ['', '', '', ''])
  const listed = (words: string[], x: number) => words.map((w, i) => text(w, x, [164, 176, 204][i]!, '<'))
  const labels = [
    ...listed(['一、一般公共预算', '财政拨款收入', '本年收入合计'], 44),
    ...listed(['一、教育支出', '二、科学技术支出', '本年支出合计'], 424),
  ]
  const sums = [170, 204].flatMap((y) => [416, 802].map((x) => text('90.00', x, y, '>')))
  const found = await amountsOf(...captions('2024年度收入支出决算总表'), ...head, ...frame, ...labels, ...sums)
  expect(found.filter((cell) => cell.includes('科学技术'))).toEqual([
    '支出:一、教育支出二、科学技术支出 amount 90.00 suspect',
  ])
})

it('amounts with room between their digits run over the edges of their cells', async () => {
  const xs = [40, 140, 380, 520, 560, 806]
  const spaced = (words: string, end: number, y: number) => {
    const widths = [...words].map((sign) => widthOf(sign, SIZE) + 1)
    const endOf = (i: number) => end - widths.slice(i + 1).reduce((sum, width) => sum + width, 0)
    return [...words].map((sign, i) => text(sign, endOf(i), y, '>'))
  }
  const rows = [
    ['205', '教育支出', '', '', '30.00'],
    ['合计', '', '', '', '30.00'],
  ]
  const found = await amountsOf(
    ...captions('2024年度支出决算表'),
    ...table(100, xs, ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'], ...rows),
    ...[140, 164].flatMap((y) => [...spaced('3974.08', 516, y), ...spaced('3944.08', 557, y)]),
  )
  expect(found.slice(0, 3)).toEqual([
    '205 total 3974.08 proved',
    '205 basic 3944.08 proved',
    '205 project 30.00 proved',
  ])
})

it('the blank half of a bracket lies over a ruling, up to the amount of the column before', async () => {
  const xs = [40, 300, 420, 680, 806]
  const found = await amountsOf(
    ...captions('2024年度财政拨款收入支出决算总表'),
    ...table(
      100,
      xs,
      ['收入', '', '支出', ''],
      ['项目', '决算数', '项目', '决算数'],
      ['一、本年收入', '100.00', '一、本年支出', '100.00'],
      ['（一）一般公共预算财政拨款', '', '', '100.00'],
      ['总计', '100.00', '总计', '100.00'],
    ),
    text('100.00', 416.5, 100 + 24 * 3 + 16, '>'),
    text('（一）教育支出', 417, 100 + 24 * 3 + 16, '<'),
  )
  expect(found.slice(2, 4)).toEqual([
    '收入:(一)一般公共预算财政拨款 amount 100.00 proved',
    '支出:(一)教育支出 total 100.00 proved',
  ])
})

it('a header of two lines that are set far apart is one, though a ruling beside it stands between them', async () => {
  const xs = [40, 160, 300, 440, 580, 660]
  const head = [
    ['合计', '因公出国（境）费', '公务用车购置及运行费', '', ''],
    ['', '', '小计', '购置费', ''],
  ]
  const marks = table(100, xs, ...head, ['30.00', '10.00', '20.00', '20.00', '5.00'])
  const isBetween = (m: Mark) => m.kind === 'rule' && m.y0 === 124 && m.y1 === 124
  const isOverGroup = (m: Mark) => m.kind === 'rule' && m.x0 === 440 && m.x1 === 440
  const found = await amountsOf(
    ...captions('2024年“三公”经费和机关运行经费预算表'),
    ...marks.filter((m) => !isBetween(m) && !isOverGroup(m)),
    stroke(300, 124, 580, 124),
    stroke(440, 124, 440, 172),
    text('机关运行经费预', 620, 116),
    text('算数', 620, 140),
  )
  expect(found.at(-1)).toBe('三公 agency_running_costs 5.00 read')
})

it('names that fill their rows and are not dealt out to them leave the amounts beside them in doubt', async () => {
  const xs = [40, 100, 300, 500]
  const head = table(100, xs, ['单位名称', '合计', '一般公共预算'])
  const frame = withoutRowRulings(124, xs, ...Array.from({ length: 10 }, () => ['', '', '']))
  const names = ['某市东', '郊某某', '某某某', '某所']
  const lines = [...names, ...names, ...names, ...names, ...names]
  const sums = ['10.00', '20.00', '30.00', '40.00', '50.00']
  const found = await amountsOf(
    ...captions('2026年部门收入预算表'),
    ...head,
    ...frame,
    ...lines.map((w, i) => text(w, 44, 138.3 + 11.5 * i, '<')),
    ...sums.flatMap((w, i) => [296, 496].map((x) => text(w, x, 155.5 + 46 * i, '>'))),
  )
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((cell) => !cell.endsWith(' suspect'))).toEqual([])
})

it('names as close as lines, that may be dealt out otherwise, leave the amounts beside them in doubt', async () => {
  const xs = [40, 100, 300, 500]
  const head = table(100, xs, ['项目类别', '合计', '一般公共预算'])
  const frame = withoutRowRulings(124, xs, ...Array.from({ length: 5 }, () => ['', '', '']))
  const lines = ['深圳市', '信访局', '　　工', '资福利', '支出', '', '基本工', '资']
  const at = [135, 162.5, 205]
  const found = await amountsOf(
    ...captions('2026年基本支出预算表'),
    ...head,
    ...frame,
    ...lines.flatMap((w, i) => (w === '' ? [] : [text(w, 44, 136 + 13.5 * i, '<')])),
    ...['3072.01', '2522.02', '356.33'].flatMap((w, i) => [296, 496].map((x) => text(w, x, at[i]!, '>'))),
  )
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((cell) => !cell.endsWith(' suspect'))).toEqual([])
})

it('one line of figures within a frame, whose uprights begin below the headers of several columns', async () => {
  const xs = [40, 200, 300, 400, 500, 600, 700, 806]
  const found = await amountsOf(
    ...captions('2026年收入总表'),
    ...[100, 172].map((y) => stroke(40, y, 806, y)),
    ...[40, 200, 300, 806].map((x) => stroke(x, 100, x, 172)),
    ...[500, 700].map((x) => stroke(x, 124, x, 172)),
    ...[400, 600].map((x) => stroke(x, 136, x, 172)),
    text('预算单位', 120, 126),
    text('收入总计', 250, 126),
    text('本年收入', 553, 116),
    text('财政拨款', 400, 132),
    text('单位资金', 600, 132),
    text('上年结转', 753, 140),
    ...['一般公共预算', '政府性基金预算', '事业收入', '其他收入'].map((w, i) => text(w, 350 + 100 * i, 148)),
    text('某市财政局', 44, 166, '<'),
    ...['60.00', '50.00', '0.00', '0.00', '4.00', '6.00'].map((w, i) => text(w, xs[i + 2]! - 4, 166, '>')),
  )
  expect(found.map((cell) => cell.split(' ')[1])).toEqual([
    ...['total', 'general_public', 'government_fund', 'institutional', 'other', 'carried_over'],
  ])
})

it('names of many rows, of which the first alone have amounts, and a group of them beside: whose they are is in doubt', async () => {
  const xs = [40, 200, 400, 560]
  const upright = (x: number, from: number, to: number) => [-1, 1].map((side) => stroke(x + side, from, x + side, to))
  const names = ['小计', '公共财政拨款资金', '专项收入', '小计', '小计', '专户管理教育收费']
  const found = await amountsOf(
    ...captions('2019年收入预算总表'),
    ...[100, 124, 292].map((y) => stroke(40, y, 560, y)),
    ...[40, 560].flatMap((x) => upright(x, 100, 292)),
    ...[...upright(200, 100, 124), ...upright(200, 148, 292), ...upright(400, 100, 292)],
    ...['项目名称', '项目名称', '金额'].map((w, i) => text(w, (xs[i]! + xs[i + 1]!) / 2, 116)),
    text('收入总计', 220, 140),
    ...names.map((w, i) => text(w, 300, 164 + 24 * i)),
    ...['一般公共预算资金', '政府性基金', '财政专户管理资金'].map((w, i) => text(w, 120, [188, 236, 272][i]!)),
    ...[140, 164, 188].map((y) => text('18.37', 556, y, '>')),
  )
  expect(found.length).toBeGreaterThan(1)
  expect(found.filter((cell) => !cell.endsWith(' suspect'))).toEqual([])
})

it('uprights of cells that are apart, row by row, and of pieces of a table are those of one', () => {
  const glyph = (c: string, x: number, y: number): Glyph => ({
    text: c,
    size: 10,
    source: 'text',
    box: [x, y, x + 5, y + 10],
  })
  const line = (y: number) =>
    [...'教育支出'].map((c, i) => glyph(c, 50 + 10 * i, y)).concat([...'60.00'].map((c, i) => glyph(c, 150 + 5 * i, y)))
  const upright = (at: number, from: number, to: number): Ruling => ({ axis: 'v', at, from, to, thickness: 0.5 })
  const sides = (y: number, ...xs: number[]) =>
    xs.slice(1).flatMap((x, i) => [xs[i]!, x - 3].map((at) => upright(at, y, y + 21)))
  const rulings = [...sides(100, 40, 140, 340), ...[124, 148, 174].flatMap((y) => sides(y, 40, 140, 240, 340))]
  const found = sidesByUprights(rulings, [...line(128), ...line(152), ...line(178)], { tolerance: 3.3, letter: 10 })
  const rounded = found.map(({ at, parts, joints }) =>
    [at, ...parts.flat(), joints?.length].map((n) => Math.round(n ?? 0)),
  )
  expect(rounded).toEqual([
    [100, 40, 337, 0],
    [124, 139, 337, 0],
    [195, 40, 337, 2],
  ])
  // One that ends above a cell over several columns is one of them, too.
  const shorter = [...rulings, ...sides(198, 40, 140, 340)]
  const { joints } = sidesByUprights(shorter, line(128), { tolerance: 3.3, letter: 10 }).at(-1)!
  expect(joints).toHaveLength(2)
})
