/** Tables without rulings whose labels are wrapped around their amounts, or go on below them. */
import { expect, it } from 'vitest'
import { read, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const captions = (title: string): Mark[] => [
  { kind: 'text', text: title, x: 320, y: 84, size: 20 },
  text('单位：万元', 560, 105, '>'),
]

it('every label of two columns is wrapped around its amount', async () => {
  const lines: [string[], string][] = [
    [['[301]工资福利', '支出'], '900.00'],
    [['[30101]基本工', '资'], '500.00'],
    [['[30108]机', '关事业单位基本养', '老保险缴费'], '400.00'],
    [['[302]商品和服', '务支出'], '100.00'],
    [['[30201]办公', '费'], '100.00'],
  ]
  let y = 155
  const { tables } = await read([
    ...captions('一般公共预算基本支出情况表'),
    text('部门预算支出经济科目', 160, 126),
    text('预算', 500, 126),
    text('合计', 160, 142),
    text('1,000.00', 560, 142, '>'),
    ...lines.flatMap(([label, amount]) => {
      const top = y
      y += 13 * label.length + 3
      const middle = top + (13 * (label.length - 1)) / 2
      return [...label.map((t, i) => text(t, 100, top + 13 * i, '<')), text(amount, 560, middle, '>')]
    }),
  ])
  const rows = tables[0]?.rows.map((r) => [r.code ?? r.label, Object.values(r.cells)[0]?.value])
  expect(rows).toEqual([
    ['合计', '1000.00'],
    ['301', '900.00'],
    ['30101', '500.00'],
    ['30108', '400.00'],
    ['302', '100.00'],
    ['30201', '100.00'],
  ])
})

it('what begins with 一、 goes on from nothing, and labels that are wrapped beside each other are no row', async () => {
  const left: [string, string, string?][] = [
    ['一、预算拨款', '900.00'],
    ['二、财政专户拨款', '0.00'],
    ['三、附属单位上缴', '0.00', '收入'],
    ['四、其他收入', '0.00'],
  ]
  const right: [string, string, string?][] = [
    ['一、一般公共服务', '300.00', '支出'],
    ['二、外交支出', '0.00'],
    ['三、文化旅游体育', '200.00', '与传媒支出'],
    ['四、社会保障和就', '400.00', '业支出'],
  ]
  const tops = [155, 180, 197, 222]
  const side = (all: typeof left, x: number, end: number) =>
    all.flatMap(([name, amount, rest], i) => [
      text(name, x, tops[i]!, '<'),
      text(amount, end, tops[i]!, '>'),
      ...(rest ? [text(rest, x, tops[i]! + 13, '<')] : []),
    ])
  const { tables } = await read([
    ...captions('2026年收支预算总表'),
    text('收入', 190, 120),
    text('支出', 450, 120),
    ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [140, 290, 380, 530][i]!, 138)),
    ...side(left, 100, 320),
    ...side(right, 340, 560),
  ])
  expect(tables[0]?.rows.map((r) => r.label)).toEqual([
    '一、预算拨款',
    '一、一般公共服务支出',
    '二、财政专户拨款',
    '二、外交支出',
    '三、附属单位上缴收入',
    '三、文化旅游体育与传媒支出',
    '四、其他收入',
    '四、社会保障和就业支出',
  ])
})

it('a line with room behind it ends its label: the next begins that of the row below', async () => {
  const lines: [string, string[], string][] = [
    ['208', ['社会保障和就业支', '出'], '700.00'],
    ['20805', ['行政事业单位养老', '支出'], '700.00'],
    ['2080505', ['机关事业单位基本', '养老保险缴费'], '400.00'],
    ['2080506', ['机关事业单位职业', '年金缴费支出'], '300.00'],
  ]
  const { tables } = await read([
    ...captions('一般公共预算支出表'),
    ...['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((t, i) =>
      text(t, [90, 190, 320, 430, 530][i]!, 126),
    ),
    ...lines.flatMap(([code, label, amount], i) => [
      text(code, 70, 150 + 25 * i, '<'),
      ...label.map((t, k) => text(t, 140, 150 + 25 * i + 13 * k, '<')),
      ...[350, 460].map((x) => text(amount, x, 150 + 25 * i, '>')),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => [r.code, r.label])).toEqual(lines.map(([code, label]) => [code, label.join('')]))
})

it.each(['<', '|', '>'] as const)(
  'the last digit of a wrapped amount, and a blank behind 一、 (set at %s)',
  async (at) => {
    const x = { '<': 430, '|': 450, '>': 470 }[at]
    const { tables } = await read([
      ...captions('2026年一般公共预算支出表'),
      ...['项目', '合计', '基本支出', '项目支出'].map((t, i) => text(t, [150, 330, 450, 550][i]!, 126)),
      ...['一、', '二、', '三、'].flatMap((number, i) => [
        text(number, 100, 156 + 40 * i, '<'),
        text(['一般公共服务支出', '教育支出', '卫生健康支出'][i]!, 134, 156 + 40 * i, '<'),
        text('21,818.51', 350, 156 + 40 * i, '>'),
        text('21,118.5', x, 150 + 40 * i, at),
        text('1', x, 163 + 40 * i, at),
        text('700.00', 570, 156 + 40 * i, '>'),
      ]),
    ])
    const rows = tables[0]?.rows.map((r) => r.cells.basic?.value)
    expect(rows).toEqual(['21118.51', '21118.51', '21118.51'])
    expect(tables[0]?.rows[0]?.label).toMatch(/一般公共服务支出$/)
  },
)

it.each([
  ['21118.5', '0'],
  ['２１１１８．５', '０'],
])('the last digit of wrapped amounts may be a zero: no row of its own (%s over %s)', async (upper, digits) => {
  const rows = ['201', '20103', '2010301']
  const { tables } = await read([
    ...captions('2026年一般公共预算支出表'),
    ...['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((t, i) =>
      text(t, [90, 190, 330, 450, 570][i]!, 126),
    ),
    ...rows.flatMap((code, i) => [
      text(code, 70, 156 + 30 * i, '<'),
      text('行政运行', 140, 156 + 30 * i, '<'),
      ...[350, 470].flatMap((x) => [text(upper, x, 150 + 30 * i, '>'), text(digits, x, 163 + 30 * i, '>')]),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => [r.code, r.cells.total?.value])).toEqual(rows.map((code) => [code, '21118.50']))
})

it('an amount and its unit that stand a little apart are one where noughts begin as the unit does', async () => {
  const x = { total: 340, basic: 500, project: 680 }
  const amount = (value: string, end: number) =>
    value === '0.00' ? [text(value, end - 22, 0, '<')] : [text('万元', end - 22, 0, '<'), text(value, end - 25, 0, '>')]
  const lines = [
    ['201', '834.05', '834.05', '0.00'],
    ['20101', '834.05', '834.05', '0.00'],
    ['2010101', '600.00', '600.00', '0.00'],
    ['2010102', '234.05', '0.00', '234.05'],
    ['204', '12.00', '0.00', '12.00'],
  ]
  const { tables } = await read([
    ...captions('2026年一般公共预算支出表'),
    ...['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((t, i) =>
      text(t, [90, 190, 300, 450, 610][i]!, 126),
    ),
    ...lines.flatMap(([code, ...values], i) => [
      text(code!, 70, 150 + 18 * i, '<'),
      text('行政运行', 140, 150 + 18 * i, '<'),
      ...values.flatMap((v, k) => amount(v, Object.values(x)[k]!)).map((m) => ({ ...m, y: 150 + 18 * i })),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => Object.keys(x).map((id) => r.cells[id]?.value))).toEqual(
    lines.map(([, ...values]) => values),
  )
})

it('amounts that the labels of the next column touch are in their own column', async () => {
  const left = ['一、预算拨款', '二、事业收入', '三、其他收入', '本年收入合计']
  const right = ['一、公共服务支出', '二、教育支出', '三、住房保障支出', '本年支出合计']
  const income = ['16,474.82', '31,888.00', '2,254.12', '50,616.94']
  const spent = ['47,179.30', '2,208.19', '1,229.45', '50,616.94']
  const { tables } = await read([
    ...captions('收支预算总表'),
    text('收入', 190, 120),
    text('支出', 410, 120),
    ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [150, 290, 370, 510][i]!, 138)),
    ...left.flatMap((name, i) => {
      const y = 155 + 18 * i
      return [
        text(name, 100, y, '<'),
        // Programs round places: the last digit may reach over the edge by a fraction of a point.
        text(income[i]!, 330.05, y, '>'),
        text(right[i]!, 330, y, '<'),
        text(spent[i]!, 540, y, '>'),
      ]
    }),
  ])
  const rows = tables[0]?.rows.map((r) => `${r.key} ${Object.values(r.cells).map((c) => c.value)}`)
  const sides: [string, string[], string[]][] = [
    ['收入', left, income],
    ['支出', right, spent],
  ]
  const expected = left.flatMap((_, i) =>
    sides.map(([side, names, values]) => `${side}:${names[i]} ${values[i]!.replace(',', '')}`),
  )
  expect(rows).toEqual(expected)
})
