/** Headers that are all set at one side of their cells, or at the foot of them, without rulings. */
import { expect, it } from 'vitest'
import type { Block } from '../../../src/grid/unruled/bands.ts'
import { groupsBelow } from '../../../src/grid/unruled/head-groups.ts'
import type { Row } from '../../../src/model.ts'
import type { Glyph } from '../../../src/page/types.ts'
import { amounts, read, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 770, 85, '>')

/** Headers of one line that all end at their places. */
const ending = (y: number, ...heads: [string, number][]): Mark[] => heads.map(([t, x]) => text(t, x, y, '>'))

it('what ends where a header does, and is shorter than it, heads it at the right of its cell', async () => {
  const ends = [120, 230, 330, 440, 550, 650, 770]
  const { tables } = await read([
    title('2026年部门“三公”经费和机关运行经费预算表'),
    UNIT,
    ...ending(110, ['“三公”经费预算数', 650], ['机关运行经费预算', 770]),
    ...ending(
      124,
      ['合计', 120],
      ['因公出国(境)费', 230],
      ['公务接待费', 330],
      ['公务用车购置及运行费', 650],
      ['数', 770],
    ),
    ...ending(138, ['小计', 440], ['购置费', 550], ['运行费', 650]),
    ...amounts(['24.26', '7.92', '0.37', '15.97', '7.39', '8.58', '393.59'], ends, 156),
  ])
  const found = Object.entries(tables[0]?.rows[0]?.cells ?? {}).map(([id, { value }]) => `${id} ${value}`)
  expect(found).toContain('vehicle 15.97')
  expect(found).toContain('vehicle_operation 8.58')
  expect(found).toContain('agency_running_costs 393.59')
})

it('小计 begins the columns of a header at the right of its cell', async () => {
  const ends = [330, 410, 490, 570, 670, 790]
  const rows = [
    ['2010801', '行政运行', '4952.85', '4697.04', '4032.02', '665.02', '255.81', '255.81'],
    ['2010805', '审计管理', '486.51', '', '', '', '486.51', '486.51'],
    ['2050803', '培训支出', '32.80', '19.60', '', '19.60', '13.20', '13.20'],
  ]
  const { tables } = await read([
    title('一般公共预算支出表'),
    UNIT,
    ...ending(110, ['功能分类科目', 220], ['预算数', 790]),
    ...ending(130, ['基本支出', 570], ['项目支出', 790]),
    ...ending(
      150,
      ...(
        [
          ['科目编码', 90],
          ['科目名称', 220],
          ['合计', 330],
          ['小计', 410],
          ['人员经费', 490],
          ['公用经费', 570],
        ] as const
      ).map(([t, x]): [string, number] => [t, x]),
      ['项目支出总数', 670],
      ['扣除基建项目后预算数', 790],
    ),
    ...rows.flatMap(([code, name, ...values], i) => [
      text(code!, 40, 175 + 22 * i, '<'),
      text(name!, 120, 175 + 22 * i, '<'),
      ...amounts(values, ends, 175 + 22 * i),
    ]),
  ])
  const cells = tables[0]?.rows[0]?.cells ?? {}
  expect(cells.total?.value).toBe('4952.85')
  expect(cells.basic?.value).toBe('4697.04')
  expect(cells.project?.value).toBe('255.81')
})

it('预算数 and 决算数 that stand beside each other again and again head a column each', async () => {
  const begins = [40, 110, 180, 250, 320, 390, 460, 530, 600, 670, 740]
  const begin = (y: number, ...heads: [string, number][]) => heads.map(([t, i]) => text(t, begins[i]!, y, '<'))
  const pairs = (from: number[]) =>
    from.flatMap((i): [string, number][] => [
      ['预算数', i],
      ['决算数', i + 1],
    ])
  const { tables } = await read([
    title('财政拨款“三公”经费支出决算表'),
    UNIT,
    ...begin(
      110,
      ['合计', 0],
      ['因公出国（境）费', 2],
      ['公务用车购置费', 4],
      ['公务用车运行费', 6],
      ['公务接待费', 8],
    ),
    ...begin(124, ...pairs([0, 2, 4, 6, 8])),
    ...['14.99', '11.92', '1.01', '0.47', '8.86', '8.68', '3.36', '1.55', '1.76', '1.22'].map((v, i) =>
      text(v, begins[i]! + 4, 145, '<'),
    ),
  ])
  const cells = tables[0]?.rows[0]?.cells ?? {}
  expect(cells.actual_total?.value).toBe('11.92')
  expect(cells.budget_reception?.value).toBe('1.76')
  expect(cells.actual_reception?.value).toBe('1.22')
})

it('what stands in the middle of two columns heads those, where all cells are set from the foot', async () => {
  const middles = [90, 190, 280, 380, 480, 580, 680]
  const rows = [
    ['合计', '90.00', '40.00', '20.00', '30.00'],
    ['科学技术支出', '30.00', '', '', '30.00'],
    ['卫生健康支出', '60.00', '40.00', '20.00', ''],
  ]
  const { tables } = await read([
    title('2026年部门支出预算总表'),
    UNIT,
    text('基本支出', 330, 121),
    ...['功能分类科目名称', '总计', '人员支出', '日常公用支出', '项目支出'].map((t, i) => text(t, middles[i]!, 149)),
    ...[
      ['事业单位', '经营支出'],
      ['对附属', '单位补', '助支出'],
    ].flatMap((lines, i) => lines.map((t, k) => text(t, middles[5 + i]!, 149 - 14 * (lines.length - 1 - k)))),
    ...rows.flatMap(([name, ...values], i) => [
      text(name!, 40, 175 + 22 * i, '<'),
      ...amounts(values, [230, 320, 420, 520], 175 + 22 * i),
    ]),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
    ...['总计', '基本支出/人员支出', '基本支出/日常公用支出', '项目支出', '事业单位经营支出', '对附属单位补助支出'],
  ])
})

it('a header at the right of its cell heads the names of its one column of figures', () => {
  const block = (words: string, x1: number): Block => {
    const size = 10
    const glyphs = [...words].map((t, i): Glyph => {
      const x0 = x1 - size * (words.length - i)
      return { text: t, box: [x0, 0, x0 + size, size], size, source: 'text' }
    })
    return { x0: x1 - size * words.length, x1, y0: 0, y1: size, size, glyphs }
  }
  const column = (head: string, x1: number, kind: 'text' | 'amount') => {
    const leaf = block(head, x1)
    return { leaf, x0: leaf.x0, x1, data: { x0: leaf.x0, x1, kind } }
  }
  const columns = [
    ...[column('科目名称', 100, 'text'), column('金额', 200, 'amount')],
    ...[column('项目名称', 300, 'text'), column('金额', 400, 'amount')],
  ]
  const level = { open: columns.map(() => true), side: 'right' as const, areLowest: true }
  expect(groupsBelow([block('功能分类', 200), block('支出用途', 400)], columns, level)).toEqual([
    [0, 1],
    [2, 3],
  ])
})

it.each(['<', '>'] as const)('headers that begin or end where their amounts do are set there (%s)', async (at) => {
  const places = [130, 230, 330, 430, 530, 630]
  const heads = ['科目编码', '合计', '小计', '人员经费', '公用经费', '项目支出']
  const rows = [
    ['201', '2906.63', '2567.13', '2171.53', '395.60', '339.50'],
    ['208', '442.09', '442.09', '442.09', '', ''],
    ['221', '1302.95', '1302.95', '1302.95', '', ''],
  ]
  const group = at === '<' ? places[2]! : places[4]!
  const { tables } = await read([
    title('2026年一般公共预算支出表'),
    UNIT,
    text('基本支出', group, 110, at),
    ...heads.map((t, i) => text(t, places[i]!, [2, 3, 4].includes(i) ? 134 : 122, at)),
    ...rows.flatMap((row, r) => row.flatMap((t, i) => (t === '' ? [] : [text(t, places[i]!, 155 + 20 * r, at)]))),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
    ...['合计', '基本支出/小计', '基本支出/人员经费', '基本支出/公用经费', '项目支出'],
  ])
})

it('收入 beside 支出, each over figures at the left of their cells, heads the names beside them, too', async () => {
  const names = ['一、一般公共服务支出', '二、外交支出', '三、国防支出']
  const { tables } = await read([
    title('2026年财政拨款收支总表'),
    UNIT,
    ...['收入', '支出'].map((t, i) => text(t, [215, 575][i]!, 110)),
    ...['项目', '预算', '项目', '预算'].map((t, i) => text(t, [120, 310, 490, 660][i]!, 130)),
    ...['一、一般公共预算', '二、政府性基金预算', '三、国有资本经营预算'].map((t, i) => text(t, 120, 150 + 20 * i)),
    ...['3944.08', '-', '-'].map((t, i) => text(t, 212, 150 + 20 * i, '<')),
    ...names.map((t, i) => text(t, 490, 150 + 20 * i)),
    ...['2570.71', '-', '1373.37'].map((t, i) => text(t, 572, 150 + 20 * i, '<')),
  ])
  const valuesOf = (r: Row) => Object.values(r.cells).flatMap((c) => c.value ?? [])
  const found = tables[0]?.rows.map((r) => [r.key, ...valuesOf(r)].join(' '))
  expect(found).toContain('收入:一、一般公共预算 3944.08')
  expect(found).toContain('支出:三、国防支出 1373.37')
})

it('财政拨款收入 beside 财政拨款支出, close above 项目 each, head the columns of their sides', async () => {
  const cells = [42, 190, 290, 470, 600]
  const { tables } = await read([
    title('2026年财政拨款收支预算总表'),
    UNIT,
    ...['财政拨款收入', '财政拨款支出'].map((t, i) => text(t, cells[2 * i]!, 108, '<')),
    ...['项目', '预算数', '项目', '合计', '一般公共预算'].map((t, i) => text(t, cells[i]!, 122, '<')),
    ...['一、一般公共预算', '二、政府性基金预算', '三、国有资本经营预算', '收入总计'].map((t, i) =>
      text(t, 42, 142 + 20 * i, '<'),
    ),
    ...[text('3944.08', 250, 142), text('3944.08', 250, 202)],
    ...['一、卫生健康支出', '二、住房保障支出', '', '支出总计'].map((t, i) => text(t, 290, 142 + 20 * i, '<')),
    ...['2570.71', '1373.37', '', '3944.08'].flatMap((t, i) => [530, 650].map((x) => text(t, x, 142 + 20 * i))),
  ])
  const found = tables[0]?.rows.flatMap((r) =>
    Object.values(r.cells).flatMap((c) => (c.value ? [`${r.key} ${c.value}`] : [])),
  )
  expect(found).toContain('收入:一、一般公共预算 3944.08')
  expect(found).toContain('支出:二、住房保障支出 1373.37')
})

it.each([
  ['<', '>'],
  ['>', '<'],
] as const)(
  'headers as far from the amounts beside them as margins are wide are set there (%s, amounts at %s)',
  async (at, of) => {
    const heads = ['功能分类科目名称', '总计', '人员支出', '日常公用支出', '项目支出']
    const cells = [40, 200, 290, 380, 470, 560]
    const place = (i: number, side: string) => (side === '<' ? cells[i]! + 4 : cells[i + 1]! - 4)
    const rows = [
      ['一般公共服务支出', '28506.17', '21118.51', '', '7387.66'],
      ['教育支出', '939.16', '10.00', '1.16', '928.00'],
      ['卫生健康支出', '256.00', '200.00', '56.00', ''],
    ]
    const { tables } = await read([
      title('2026年部门支出预算总表'),
      UNIT,
      text('基本支出', place(at === '<' ? 2 : 3, at), 110, at),
      ...heads.map((t, i) => text(t, place(i, at), i === 2 || i === 3 ? 130 : 120, at)),
      ...rows.flatMap((row, r) =>
        row.flatMap((t, i) =>
          t === '' ? [] : [text(t, place(i, i === 0 ? '<' : of), 155 + 20 * r, i === 0 ? '<' : of)],
        ),
      ),
    ])
    expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
      ...['总计', '基本支出/人员支出', '基本支出/日常公用支出', '项目支出'],
    ])
  },
)

it('总计 is none of the columns of a header at the right of its cell', async () => {
  const ends = [150, 260, 370, 480, 590]
  const heads = ['项目名称', '总计', '一般公共预算', '政府性基金', '单位资金']
  const { tables } = await read([
    title('2026年部门项目支出预算表'),
    UNIT,
    ...ending(110, ['财政拨款收入', ends[3]!]),
    ...ending(130, ...heads.map((t, i): [string, number] => [t, ends[i]!])),
    ...['法治建设', '监狱管理', '日常保障'].flatMap((name, i) => [
      text(name, 60, 150 + 20 * i, '<'),
      ...amounts(['28.00', '20.00', '1.00', '7.00'], ends.slice(1), 150 + 20 * i),
    ]),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
    ...['总计', '财政拨款收入/一般公共预算', '财政拨款收入/政府性基金', '单位资金'],
  ])
})

it('a header exactly over one of some columns at the foot is over 小计 beside it, too', async () => {
  const heads = ['科目编码', '合计', '小计', '人员经费', '公用经费', '项目支出']
  const ends = [100, 300, 391, 482, 573, 656]
  const rows = [
    ['201', '64090.74', '6895.74', '6377.17', '518.57', '57195.00'],
    ['205', '4523.04', '2919.84', '2556.25', '363.59', '1603.20'],
  ]
  const { tables } = await read([
    title('2026年一般公共预算支出表'),
    UNIT,
    ...ending(110, ['基本支出', ends[4]!]),
    ...ending(129, ...heads.map((t, i): [string, number] => [t, ends[i]!])),
    ...rows.flatMap((row, r) => row.map((t, i) => text(t, ends[i]! - 38, 148 + 20 * r))),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toContain('基本支出/小计')
})
