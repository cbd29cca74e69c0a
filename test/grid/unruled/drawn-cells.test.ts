/** Tables without uprights whose cells are drawn one by one, as browsers and word processors do it: with a border below each, or filled. */
import { expect, it } from 'vitest'
import { read, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const SIZE = 8
const LINE = 10
const TOP = 60

interface Cell {
  lines: string[]
  at?: '|' | '<' | '>'
  span?: number
  /** How many rows of the header it reaches over. */
  rows?: number
}
const cell = (words: string, at: '|' | '<' | '>' = '|', span = 1, rows = 1): Cell => ({
  lines: words === '' ? [] : words.split('/'),
  at,
  span,
  rows,
})

const area = (x0: number, y0: number, x1: number, y1: number): Mark => ({
  ...{ kind: 'box', x0, y0, x1, y1, color: [0.9, 0.93, 0.85] },
})

/** Rows of cells, set from the top of each row; every row is as high as its highest cell. `isFilled`: which rows are. */
function table(xs: readonly number[], rows: Cell[][], isFilled?: (row: number) => boolean): Mark[] {
  const room = isFilled ? 0 : 6
  const heights = rows.map(
    (r) => room + LINE * Math.max(1, ...r.filter((c) => (c.rows ?? 1) === 1).map((c) => c.lines.length)),
  )
  const ys = [0, ...heights].map((_, r) => TOP + heights.slice(0, r).reduce((sum, h) => sum + h, 0))
  const taken = new Set<string>()
  return rows.flatMap((row, r) => {
    let col = 0
    return row.flatMap(({ lines, at = '|', span = 1, rows: high = 1 }) => {
      while (taken.has(`${r} ${col}`)) col++
      for (let i = 0; i < high; i++) for (let k = 0; k < span; k++) taken.add(`${r + i} ${col + k}`)
      const [x0, x1, y0, y1] = [xs[col]!, xs[col + span]!, ys[r]!, ys[r + high]!]
      col += span
      const x = at === '<' ? x0 + 2 : at === '>' ? x1 - 2 : (x0 + x1) / 2
      const texts = lines.map((words, i): Mark => {
        const width = words.length * SIZE * (/^[\d.]+$/.test(words) ? 0.55 : 1)
        const y = (high > 1 ? (y0 + y1) / 2 - 5 : y0) + LINE * (i + 1) - 1
        return { ...text(words, 0, y), size: SIZE, x: at === '<' ? x : at === '>' ? x - width : x - width / 2 } as Mark
      })
      const border: Mark = { kind: 'rule', x0, x1, y0: y1, y1, width: 0.5, color: [0, 0, 0], as: 'stroke' }
      const drawn = isFilled ? (isFilled(r) ? [area(x0, y0, x1, y1)] : []) : [border]
      return [...drawn, ...texts]
    })
  })
}

const captions = (words: string): Mark[] => [
  { kind: 'text', text: words, x: 330, y: 30, size: 13 },
  { kind: 'text', text: '单位：万元', x: 700, y: 46, size: SIZE },
]

type Found = Awaited<ReturnType<typeof read>>
const amountsOf = ({ tables }: Found, id: string) =>
  tables
    .find((t) => t.id === id)
    ?.rows.map((r) => [
      r.key,
      Object.entries(r.cells).flatMap(([c, { value }]) => (value === null ? [] : [`${c} ${value}`])),
    ])

it('columns end where the borders of cells meet, though figures are nearer to the next header', async () => {
  const xs = [57, 168, 410, 547, 649, 785]
  const line = (code: string, name: string) =>
    [cell(code, '<'), cell(name, '<'), cell('16.12', '>'), cell(''), cell('16.12', '>')].slice(name === '' ? 1 : 0)
  const heads = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((w) => cell(w, '<'))
  const total = [cell('合计', '<', 2), ...line('', '').slice(1)]
  const found = await read([
    ...captions('国有资本经营预算财政拨款支出决算表'),
    ...table(xs, [heads, total, line('2230299', '其他国有企业资本金注入')]),
  ])
  const own = ['total 16.12', 'project 16.12']
  expect(amountsOf(found, 'state-capital')).toEqual(['合计', '2230299'].map((key) => [key, own]))
})

it('rows are as the areas of cells are filled, though they stand as close as the lines of their labels', async () => {
  const xs = [37, 117, 187, 267, 347, 437, 527]
  const funds = ['一般公共预/算财政拨款', '政府性基金/预算财政拨/款'].map((w) => cell(w))
  const line = (left: string, a: string, right: string, b: string) => [
    ...[cell(left, '<'), cell(a, '>'), cell(right, '<'), cell(b, '>'), cell(b, '>'), cell('')],
  ]
  const rows = [
    [cell('收入', '|', 2), cell('支出', '|', 4)],
    [cell('项目'), cell('决算数'), cell('项目'), cell('合计'), ...funds],
    line('一、一般公共预算/财政拨款', '20.50', '一、公共安全支出', '18.00'),
    line('二、政府性基金预/算财政拨款', '', '二、教育支出', '0.50'),
    line('三、国有资本经营/预算财政拨款', '', '三、文化旅游体育/与传媒支出', '0.50'),
    line('', '', '四、卫生健康支出', '0.50'),
    line('', '', '五、农林水支出', '1.00'),
    line('', '', '二十/一、其他支出', '0.00'),
    line('本年收入/合计', '20.50', '本年支出/合计', '20.50'),
    line('年初财政拨款结转/和结余', '1.00', '年末财政拨款结转/和结余', '1.00'),
    line('总计', '21.50', '总计', '21.50'),
  ]
  const close = table(xs, rows, (row) => row < 2 || row % 2 === 0)
  const found = await read([...captions('财政拨款收入支出决算总表'), ...close])
  const right = [
    '一、公共安全支出',
    '二、教育支出',
    '三、文化旅游体育与传媒支出',
    '四、卫生健康支出',
    '五、农林水支出',
    '二十一、其他支出',
    '本年支出合计',
    '年末财政拨款结转和结余',
    '总计',
  ]
  const keys = amountsOf(found, 'fiscal-appropriation-summary')
    ?.filter(([, amounts]) => amounts!.length > 0)
    .map(([key]) => key)
  expect(keys?.filter((key) => `${key}`.startsWith('支出'))).toEqual(right.map((w) => `支出:${w}`))
  expect(keys?.filter((key) => `${key}`.startsWith('收入'))).toEqual(
    ['一、一般公共预算财政拨款', '本年收入合计', '年初财政拨款结转和结余', '总计'].map((w) => `收入:${w}`),
  )
})

it('what has two figures of a row in one column of the page before does not go on from there', async () => {
  const three = [
    [cell('项目', '<'), cell('预算数'), cell('决算数')],
    ...['合计', '1.因公出国（境）费', '2.公务用车购置及运行维护费', '3.公务接待费'].map((name) => [
      ...[cell(name, '<'), cell('5.20', '|'), cell('5.10', '|')],
    ]),
  ]
  const funds = [
    [
      ...['功能分类科目', '年初结转和结余', '本年收入'].map((w) => cell(w, '|', 1, 2)),
      ...[cell('本年支出', '|', 3), cell('年末结转和结余', '|', 1, 2)],
    ],
    ['小计', '基本支出', '项目支出'].map((w) => cell(w)),
    ...['合计', '212城乡社区支出', '229其他支出'].map((name) => [
      ...[cell(name), ...['0.00', '3.58', '3.58', '0.00', '3.58', '0.00'].map((a) => cell(a))],
    ]),
  ]
  const filled = (row: number) => row % 2 === 0
  const found = await read(
    [
      ...captions('财政拨款“三公”经费支出决算表'),
      ...table([151, 447, 569, 691], three, filled),
      ...captions('政府性基金预算财政拨款收入支出决算表').map(
        (m): Mark => (m.kind === 'text' ? { ...m, y: m.y + 500 } : m),
      ),
    ],
    table([151, 238, 314, 390, 465, 541, 616, 691], funds, filled),
  )
  expect(amountsOf(found, 'government-fund')?.map(([key, own]) => [key, own!.length])).toEqual([
    ['合计', 6],
    ['212', 6],
    ['229', 6],
  ])
})

it('nor does what has other columns, as the borders of its cells show', async () => {
  const line = (...words: string[]) => words.map((w) => cell(w))
  const three = [
    line('项目', '预算数', '决算数'),
    line('合计', '5.20', '5.10'),
    line('1.因公出国（境）费', '5.20', '5.10'),
    line('2.公务接待费', '0.00', '0.00'),
  ]
  const funds = [
    line('功能分类科目', '合计', '基本支出', '项目支出'),
    ...['合计', '212城乡社区支出', '229其他支出'].map((name) => line(name, '3.58', '0.00', '3.58')),
  ]
  const next = captions('政府性基金预算支出表').map((m): Mark => (m.kind === 'text' ? { ...m, y: m.y + 500 } : m))
  const found = await read(
    [...captions('一般公共预算“三公”经费支出表'), ...table([151, 447, 569, 691], three), ...next],
    table([151, 250, 440, 560, 691], funds),
  )
  expect(amountsOf(found, 'budget-government-fund')?.map(([key]) => key)).toEqual(['合计', '212', '229'])
})
