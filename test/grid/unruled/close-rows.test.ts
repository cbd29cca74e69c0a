/** Tables without rulings whose rows are as close to each other as the lines of their labels. */
import { expect, it } from 'vitest'
import { amounts, read, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 770, 85, '>')
const HEADS = [
  text('收入', 190, 106),
  text('支出', 570, 106),
  ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [95, 320, 480, 700][i]!, 121)),
]

/** `row column value` of all amounts of a summary whose lines are drawn by the test. */
async function cellsOf(...marks: Mark[]): Promise<string[]> {
  const { tables } = await read([title('2026年部门收支总表'), UNIT, ...HEADS, ...marks])
  return (tables[0]?.rows ?? []).flatMap(({ key, cells }) =>
    Object.entries(cells).flatMap(([id, { value }]) => (value ? [`${key} ${id} ${value}`] : [])),
  )
}

/** A side of a summary from a height on: labels begin at `x`, each line `step` below the last, figures beside one of their lines. */
function side(x: number, end: number, y: number, step: number, ...rows: [string[], string, number?][]): Mark[] {
  let line = 0
  return rows.flatMap(([label, amount, beside = 0]) => {
    const from = line
    line += label.length
    return [
      ...label.flatMap((t, i) => (t === '' ? [] : [text(t, x, y + step * (from + i), '<')])),
      ...amounts([amount], [end], y + step * (from + beside)),
    ]
  })
}

/** A line of both sides: texts begin, and amounts end, at their places. */
const line = (y: number, left: string, one: string, right: string, two: string) => [
  ...(left === '' ? [] : [text(left, 40, y, '<')]),
  ...(right === '' ? [] : [text(right, 420, y, '<')]),
  ...amounts([one, two], [350, 730], y),
]

it('among numbered labels what stands below one that fills its cell is the rest of it', async () => {
  const found = await cellsOf(
    ...side(
      ...([40, 350, 150, 12.5] as const),
      [['一、一般公共预算', '拨款收入'], '60.00'],
      [['二、政府性基金预', '算拨款收入'], '10.00'],
      [['三、事业收入'], '20.00'],
      [['四、其他收入'], ''],
      [['五、上级补助收入'], ''],
      [['收入总计'], '90.00'],
    ),
    ...side(
      ...([420, 730, 150, 12.5] as const),
      [['一、一般公共服务', '支出'], '70.00'],
      [['二、教育支出', ''], '20.00'],
      [['三、国防支出'], ''],
      [['四、公共安全支出'], ''],
      [['五、其他支出'], ''],
      [['支出总计'], '90.00'],
    ),
  )
  expect(found).toContain('收入:一、一般公共预算拨款收入 amount 60.00')
  expect(found).toContain('收入:二、政府性基金预算拨款收入 amount 10.00')
  expect(found).toContain('支出:一、一般公共服务支出 total 70.00')
})

it('… be its lines nearly two letters apart, and its amount as long as a code', async () => {
  const found = await cellsOf(
    ...side(
      ...([40, 350, 150, 20.3] as const),
      [['一、一般公共预算', '拨款收入'], '3196880'],
      [['二、政府性基金预', '算拨款收入'], ''],
      [['三、国有资本经营', '预算拨款收入'], ''],
    ),
    ...side(
      ...([420, 730, 150, 20.3] as const),
      [['一、社会保障和就', '业支出'], '1309500'],
      [['二、卫生健康等支', '出'], '1061700'],
      [['三、住房保障等支', '出'], '825680'],
    ),
  )
  expect(found).toEqual([
    '收入:一、一般公共预算拨款收入 amount 3196880',
    '支出:一、社会保障和就业支出 total 1309500',
    '支出:二、卫生健康等支出 total 1061700',
    '支出:三、住房保障等支出 total 825680',
  ])
})

it('figures beside the last lines of labels, as spreadsheets set them, are of those labels', async () => {
  const found = await cellsOf(
    ...side(
      ...([40, 350, 150, 12.5] as const),
      [['一、一般公共预算', '拨款收入'], '50.00', 1],
      [['二、政府性基金预', '算拨款收入'], '10.00', 1],
      [['三、国有资本经营', '预算拨款收入'], '20.00', 1],
      [['本年收入合计'], '80.00'],
      [['上年财政拨款结转', '和结余'], '10.00', 1],
      [['收入总计'], '90.00'],
    ),
    ...side(
      ...([420, 730, 150, 12.5] as const),
      [['一、一般公共服务', '支出'], '50.00', 1],
      [['二、社会保障和就', '业支出'], '10.00', 1],
      [['三、国有资本经营', '预算支出'], '20.00', 1],
      [['本年支出合计'], '80.00'],
      [['年终财政拨款结转', '和结余'], '10.00', 1],
      [['支出总计'], '90.00'],
    ),
  )
  expect(found).toEqual([
    '收入:一、一般公共预算拨款收入 amount 50.00',
    '支出:一、一般公共服务支出 total 50.00',
    '收入:二、政府性基金预算拨款收入 amount 10.00',
    '支出:二、社会保障和就业支出 total 10.00',
    '收入:三、国有资本经营预算拨款收入 amount 20.00',
    '支出:三、国有资本经营预算支出 total 20.00',
    '收入:本年收入合计 amount 80.00',
    '支出:本年支出合计 total 80.00',
    '收入:上年财政拨款结转和结余 amount 10.00',
    '支出:年终财政拨款结转和结余 total 10.00',
    '收入:收入总计 amount 90.00',
    '支出:支出总计 total 90.00',
  ])
})

it('a line a little closer to the row above it is of the label below, where all figures stand beside last lines', async () => {
  const found = await cellsOf(
    ...line(150, '一、一般公共预算', '', '一、一般公共服务', ''),
    ...line(162.75, '拨款收入', '50.00', '支出', '50.00'),
    ...line(175.25, '二、政府性基金预', '', '二、社会保障和就', ''),
    ...line(188, '算拨款收入', '10.00', '业支出', '10.00'),
    ...line(200.5, '三、国有资本经营', '', '三、国有资本经营', ''),
    ...line(213.25, '预算拨款收入', '20.00', '预算支出', '20.00'),
    ...line(226, '本年收入合计', '80.00', '本年支出合计', '80.00'),
    ...line(238.25, '上年财政拨款结转', '', '年终财政拨款结转', ''),
    ...line(251, '和结余', '10.00', '和结余', '10.00'),
    ...line(263.75, '收入总计', '90.00', '支出总计', '90.00'),
  )
  expect(found).toContain('收入:本年收入合计 amount 80.00')
  expect(found).toContain('支出:年终财政拨款结转和结余 total 10.00')
})

it('rows of one line, as far from each other as lines are, change nothing about that', async () => {
  const short = ['四、事业收入', '五、经营收入', '六、其他收入', '七、捐赠收入']
  const found = await cellsOf(
    ...line(150, '一、一般公共预算', '60.00', '一、一般公共服务', '70.00'),
    ...line(162.5, '拨款收入', '', '', ''),
    ...line(175, '二、政府性基金预', '10.00', '二、教育支出', '20.00'),
    ...line(187.5, '算拨款收入', '', '', ''),
    ...line(200, '三、专户管理资金', '0.00', '三、国防支出', '0.00'),
    ...short.flatMap((name, i) => line(212.5 + 12.5 * i, name, `${i}.00`, '', '')),
    ...line(262.5, '收入总计', '76.00', '支出总计', '90.00'),
  )
  expect(found).toContain('收入:二、政府性基金预算拨款收入 amount 10.00')
  expect(found).toContain('收入:一、一般公共预算拨款收入 amount 60.00')
})

it('lines beside each other above and below their figures are of them, where both sides are wrapped alike', async () => {
  const found = await cellsOf(
    ...line(150, '一、一般', '', '一、一般', ''),
    ...line(162, '公共预算', '50.00', '公共服务', '80.00'),
    ...line(174, '拨款收入', '', '支出', ''),
    ...line(187.5, '二、政府', '', '二、社会', ''),
    ...line(199.5, '性基金拨', '30.00', '保障和就', ''),
    ...line(211.5, '款收入', '', '业支出', ''),
    ...line(225, '本年合计', '80.00', '本年合计', '80.00'),
    ...line(238.5, '上年财政', '', '年终财政', ''),
    ...line(250.5, '拨款结转', '10.00', '拨款结转', '10.00'),
    ...line(262.5, '和结余', '', '和结余', ''),
    ...line(276, '收入总计', '90.00', '支出总计', '90.00'),
  )
  expect(found).toContain('收入:上年财政拨款结转和结余 amount 10.00')
  expect(found).toContain('支出:年终财政拨款结转和结余 total 10.00')
})

const SHORT: readonly (readonly string[])[] = [
  ['一、一般公共预算拨款收入', '60.00', '一、一般公共服务支出', '70.00'],
  ['二、政府性基金预算拨款收入', '10.00', '二、文化旅游体育与传媒支出', '20.00'],
  ['三、事业收入', '20.00', '三、社会保障和就业支出', ''],
]

it('names without figures are a row, where programs set rows on whole pixels', async () => {
  const found = await cellsOf(
    ...[
      ...SHORT,
      ['本年收入合计', '90.00', '本年支出合计', '90.00'],
      ['上年结转结余', '', '年终结转结余', ''],
      ['收入总计', '90.00', '支出总计', '90.00'],
    ].flatMap((row, r) => {
      const y = 150 + [0, 13.5, 26.25, 39.75, 52.5, 66][r]!
      return row.flatMap((t, i) =>
        t === '' ? [] : [i % 2 ? text(t, [0, 350, 0, 730][i]!, y, '>') : text(t, [40, 0, 420][i]!, y, '<')],
      )
    }),
  )
  expect(found).toContain('收入:本年收入合计 amount 90.00')
  expect(found).toContain('支出:本年支出合计 total 90.00')
})

it('a total set at the left of a cell whose other labels are in its middle is none of the amount before it', async () => {
  const found = await cellsOf(
    ...SHORT.flatMap((row, r) =>
      row.flatMap((t, i) =>
        t === ''
          ? []
          : [i % 2 ? text(t, [0, 350, 0, 730][i]!, 150 + 20 * r, '>') : text(t, [110, 0, 500][i]!, 150 + 20 * r)],
      ),
    ),
    text('收入总计', 40, 210, '<'),
    text('支出总计', 360, 210, '<'),
    ...amounts(['90.00', '90.00'], [350, 730], 210),
  )
  expect(found).toContain('收入:收入总计 amount 90.00')
  expect(found).toContain('支出:支出总计 total 90.00')
})

it('numbered labels are rows, though figures hang lower than they do and others have none', async () => {
  const names = ['一般公共服务', '外交', '国防', '公共安全', '教育', '科学技术', '文化旅游体育与传媒']
  const labels = names.map((name, i) => `${'一二三四五六七'[i]}、${name}支出`)
  const found = await cellsOf(
    ...labels.flatMap((label, i) => [
      text(`${label.slice(0, 2)}收入`, 40, 150 + 21 * i, '<'),
      text(label, 420, 150 + 21 * i, '<'),
      ...(i % 2 === 0 ? amounts(['30.00'], [730], 150.6 + 21 * i) : []),
    ]),
  )
  expect(found).toEqual([0, 2, 4, 6].map((i) => `支出:${labels[i]} total 30.00`))
})

it('second lines of the labels of both sides, with the figures between the lines, are none of a row of their own', async () => {
  const label = (x: number, y: number, ...lines: string[]) =>
    lines.map((t, i) => text(t, x, y + 20.4 * (i - (lines.length - 1) / 2)))
  const row = (y: number, left: string[], one: string, right: string[], two: string) => [
    ...[...label(100, y, ...left), ...label(480, y, ...right)],
    ...amounts([one, two], [350, 730], y - 1),
  ]
  const found = await cellsOf(
    ...row(150, ['一、一般公共', '预算'], '70.00', ['一、公共安全', '支出'], '40.00'),
    ...row(191, ['二、政府性基', '金预算'], '10.00', ['二、教育支出'], '10.00'),
    ...row(232, ['三、国有资本', '经营预算'], '0.00', ['三、社会保障', '和就业支出'], '20.00'),
    ...row(273, [], '', ['四、住房保障', '支出'], '10.00'),
    ...row(308, ['收入总计'], '80.00', ['支出总计'], '80.00'),
  )
  expect(found.slice(0, 5)).toEqual([
    '收入:一、一般公共预算 amount 70.00',
    '支出:一、公共安全支出 total 40.00',
    '收入:二、政府性基金预算 amount 10.00',
    '支出:二、教育支出 total 10.00',
    '收入:三、国有资本经营预算 amount 0.00',
  ])
})

it('a letter beside figures, right below a label, ends that label', async () => {
  const found = await cellsOf(
    ...line(150, '一、一般公共预算', '70.00', '一、教育支出', '40.00'),
    text('二、社会保障和就业支', 420, 176, '<'),
    ...line(192.5, '二、政府性基金预算', '10.00', '出', '20.00'),
    ...line(219, '三、国有资本经营预算', '', '三、卫生健康支出', '20.00'),
    ...line(246, '收入总计', '80.00', '支出总计', '80.00'),
  )
  expect(found).toContain('支出:二、社会保障和就业支出 total 20.00')
  expect(found).toContain('收入:二、政府性基金预算 amount 10.00')
})

it('a line of labels without figures is a row where rows with figures are as close, though blank rows stand between some', async () => {
  const found = await cellsOf(
    ...line(150, '一、一般公共预算拨款收入', '60.00', '一、一般公共服务支出', '80.00'),
    ...line(163.5, '二、政府性基金预算拨款收入', '', '二、教育支出', '20.00'),
    ...line(177, '三、事业收入', '20.00', '三、国防支出', ''),
    ...line(204, '本年收入合计', '80.00', '本年支出合计', '100.00'),
    ...line(217.5, '使用非财政拨款结余', '', '结转下年', ''),
    ...line(231, '上年结转', '20.00', '', ''),
    ...line(258, '收入总计', '100.00', '支出总计', '100.00'),
  )
  expect(found.slice(-5)).toEqual([
    '收入:本年收入合计 amount 80.00',
    '支出:本年支出合计 total 100.00',
    '收入:上年结转 amount 20.00',
    '收入:收入总计 amount 100.00',
    '支出:支出总计 total 100.00',
  ])
})
