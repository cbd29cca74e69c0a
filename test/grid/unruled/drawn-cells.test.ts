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

it('uprights alone show columns and which of them a header is over; what stands above them is none of the table', async () => {
  const xs = [40, 110, 300, 400, 500, 600, 700]
  const upright = (x: number, y0: number, y1: number): Mark => ({
    ...{ kind: 'rule', x0: x, x1: x, y0, y1, width: 0.5, color: [0, 0, 0], as: 'stroke' },
  })
  const uprights = (top: number, foot: number) =>
    xs.map((x, i) => upright(x, [4, 5].includes(i) ? top + 20 : top, foot))
  const at = (words: string, col: number, y: number): Mark =>
    ({ ...text(words, xs[col]! + 3, y, '<'), size: SIZE }) as Mark
  const atEnd = (words: string, col: number, y: number): Mark =>
    ({ ...at(words, col, y), x: xs[col + 1]! - 3 - words.length * SIZE }) as Mark
  const head = (y: number) => [
    ...['科目编码', '科目名称', '合计'].map((w, i) => atEnd(w, i, y + 22)),
    atEnd('基本支出', 5, y),
    ...['小计', '人员经费', '公用经费'].map((w, i) => atEnd(w, i + 3, y + 22)),
  ]
  const row = (y: number, ...words: string[]) =>
    words.map((w, i) => at(w, i, y)).filter((m) => 'text' in m && m.text !== '')
  const found = await read(
    [
      ...captions('一般公共预算支出表'),
      ...uprights(60, 180),
      ...head(74),
      ...row(120, '201', '一般公共服务支出', '9.00', '9.00', '9.00', ''),
      ...row(144, '20106', '财政事务', '5.00', '5.00', '5.00', ''),
      ...row(168, '20108', '审计事务', '4.00', '4.00', '4.00', ''),
    ],
    [
      { kind: 'text', text: '某局2026年部门预算', x: 550, y: 46, size: SIZE },
      ...uprights(60, 152),
      ...head(74),
      ...row(120, '205', '教育支出', '2.00', '2.00', '', '2.00'),
      ...row(144, '20502', '普通教育', '2.00', '2.00', '', '2.00'),
    ],
  )
  expect(amountsOf(found, 'budget-general-public-expenditure')).toEqual([
    ['201', ['total 9.00', 'basic 9.00', 'personnel 9.00']],
    ['20106', ['total 5.00', 'basic 5.00', 'personnel 5.00']],
    ['20108', ['total 4.00', 'basic 4.00', 'personnel 4.00']],
    ['205', ['total 2.00', 'basic 2.00', 'non_personnel 2.00']],
    ['20502', ['total 2.00', 'basic 2.00', 'non_personnel 2.00']],
  ])
})

it('a frame around cells that are filled stands at no side of any but the first and last; its rows are no column of names', async () => {
  const xs = [60, 210, 300, 470, 560]
  const heads = [
    [cell('收入', '>', 2), cell('支出', '>', 2)],
    ['项目', '预算数', '项目', '预算数'].map((w) => cell(w, '>')),
  ]
  const line = (left: string, a: string, right: string, b: string) => [
    cell(left),
    cell(a, '<'),
    cell(right),
    cell(b, '<'),
  ]
  const rows = [
    ...heads,
    line('一、一般公共预算拨款收入', '9.00', '一、一般公共服务支出', '7.00'),
    line('二、政府性基金预算拨款收入', '', '二、教育支出', '2.00'),
    line('收入总计', '9.00', '支出总计', '9.00'),
  ]
  const own = table(xs, rows, (row) => row < 2 || row === 3)
  const foot = TOP + LINE * rows.length
  const frame: Mark = { kind: 'rule', x0: 0, x1: 0, y0: TOP, y1: foot, width: 0.75, color: [0, 0, 0], as: 'stroke' }
  const sides = [xs[0]!, xs.at(-1)!].map((x): Mark => ({ ...frame, x0: x, x1: x }))
  const ends = [TOP, foot].map((y): Mark => ({ ...frame, x0: xs[0]!, x1: xs.at(-1)!, y0: y, y1: y }))
  const found = await read([...captions('部门收支总表'), ...own, ...sides, ...ends])
  expect(amountsOf(found, 'budget-income-expenditure-summary')?.filter(([, cells]) => cells!.length > 0)).toEqual([
    ['收入:一、一般公共预算拨款收入', ['amount 9.00']],
    ['支出:一、一般公共服务支出', ['total 7.00']],
    ['支出:二、教育支出', ['total 2.00']],
    ['收入:收入总计', ['amount 9.00']],
    ['支出:支出总计', ['total 9.00']],
  ])
})
