/** Columns of running text in tables without rulings. */
import { expect, it } from 'vitest'
import { read, rule, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

/** Lines of a cell are 14 points apart, and set in the middle of their row. */
const PITCH = 14

const CAPTIONS = [
  { kind: 'text', text: '2026年部门项目支出预算表', x: 320, y: 60, size: 20 } as const,
  text('单位：万元', 770, 85, '>'),
]
const heads = (y: number) =>
  ['项目名称', '合计', '其他资金', '绩效目标'].map((t, i) => text(t, [110, 310, 410, 600][i]!, y))

it('sentences behind the figures of a table are texts of its cells', async () => {
  const lines: [string[], string, string[]][] = [
    [['信息化运维'], '120.00', ['1.保障系统稳定运行；', '2.年内完成两次巡检，包括：主机、网络。']],
    [['宣传经费'], '30.00', ['制作宣传片，发布作品', '若干。']],
    [['科技资源引进及', '对接经费'], '50.00', ['开展科技交流、政策宣传等', '工作，完成国有资产管理，', '提高使用效率']],
    [['培训经费'], '10.00', ['按照计划完成各项培训。']],
  ]
  let y = 140
  const rows = lines.flatMap(([label, amount, goal]) => {
    const count = Math.max(label.length, goal.length)
    const middle = y + (PITCH * (count - 1)) / 2
    y += PITCH * count + 3
    const cell = (part: string[], x: number) =>
      part.map((t, k) => text(t, x, middle + PITCH * (k - (part.length - 1) / 2), '<'))
    return [...cell(label, 60), text(amount, 330, middle, '>'), text('0.00', 439.2, middle, '>'), ...cell(goal, 440)]
  })
  const { tables, other_tables } = await read([
    ...[...CAPTIONS, ...heads(115), ...rows],
    text('注：本表按照部门预算批复填列，未含结转资金，如有出入，以批复为准，另有规定的除外。', 36, y + 20, '<'),
  ])
  expect(other_tables).toEqual([])
  expect(tables[0]?.rows.map((r) => [r.label, r.cells.total?.value, r.cells.goal?.raw])).toEqual(
    lines.map(([label, amount, goal]) => [label.join(''), amount, goal.join('')]),
  )
})

it('one row alone on the last page, beside sentences that begin where those of the page before do', async () => {
  const row = (y: number, label: string, amount: string): Mark[] => [
    text(label, 60, y + PITCH, '<'),
    ...[330, 430].map((x) => text(amount, x, y + PITCH, '>')),
    ...['保障各系统运行稳定，降低故障率；', '通过专项的防护，确保', '网络的安全。'].map((t, k) =>
      text(t, 440, y + PITCH * k, '<'),
    ),
  ]
  const { tables } = await read(
    [...CAPTIONS, ...heads(115), ...row(140, '信息化运维', '120.00'), ...row(190, '宣传经费', '30.00')],
    [...heads(45), ...row(70, '培训经费', '10.00')],
  )
  expect(tables.map((t) => t.rows.map((r) => r.cells.total?.value))).toEqual([['120.00', '30.00', '10.00']])
})

it('… be its sentence one line alone', async () => {
  const row = (y: number, label: string, amount: string, ...goal: string[]): Mark[] => [
    text(label, 60, y, '<'),
    ...[330, 430].map((x) => text(amount, x, y, '>')),
    ...goal.map((t, k) => text(t, 440, y + PITCH * k, '<')),
  ]
  const { tables } = await read(
    [
      ...[...CAPTIONS, ...heads(115), ...row(140, '信息化运维', '120.00', '保障各系统运行稳定；', '降低故障率。')],
      ...row(190, '宣传经费', '30.00', '制作宣传片，发布作品。'),
    ],
    [...heads(45), ...row(70, '培训经费', '10.00', '完成各项培训；宣传培训。')],
  )
  expect(tables.map((t) => t.rows.map((r) => r.cells.total?.value))).toEqual([['120.00', '30.00', '10.00']])
})

it('a header printed again stands above a cell of many lines, whose figures are set at the foot of their row', async () => {
  const row = (y: number, label: string, amount: string, count: number): Mark[] => {
    const foot = y + PITCH * (count - 1)
    const goal = Array.from({ length: count }, (_, k) =>
      text(`${label}第${k + 1}项按照计划完成；`, 440, y + PITCH * k, '<'),
    )
    const figures = [text(amount, 330, foot, '>'), text('0.00', 430, foot, '>')]
    return [rule(y - 12), text(label, 60, foot, '<'), ...figures, ...goal, rule(foot + 6)]
  }
  const { tables } = await read(
    [...CAPTIONS, ...heads(115), ...row(140, '信息化运维', '120.00', 3), ...row(190, '宣传经费', '30.00', 3)],
    [...heads(45), ...row(70, '培训经费', '10.00', 22), ...row(400, '对接经费', '50.00', 3)],
  )
  expect(tables.map((t) => t.rows.map((r) => r.cells.total?.value))).toEqual([['120.00', '30.00', '10.00', '50.00']])
})

/** Lines of a narrow cell around its middle. */
const narrow = (y: number, words: string, letters = 4): Mark[] =>
  (words.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? []).map((t, k) => text(t, 600, y + PITCH * k))

/** A row with its figures at the top, beside narrow lines of its goal. */
const narrowRow = (y: number, label: string, amount: string, goal: string): Mark[] => [
  text(label, 60, y, '<'),
  ...[330, 430].map((x) => text(amount, x, y, '>')),
  ...narrow(y, goal),
]

const GOALS = ['保障各系统运行稳定，降低故障率，保护了环境。', '制作宣传片，发布作品若干部。']

it('lines of four letters around the middle of their column are sentences, though the last of them is as wide as none', async () => {
  const { tables, other_tables } = await read([
    ...[...CAPTIONS, ...heads(115), ...narrowRow(140, '信息化运维', '120.00', GOALS[0]!)],
    ...narrowRow(250, '宣传经费', '30.00', GOALS[1]!),
    ...narrowRow(330, '培训经费', '10.00', ''),
  ])
  expect(other_tables).toEqual([])
  expect(tables[0]?.rows.map((r) => [r.label, r.cells.goal?.raw])).toEqual([
    ['信息化运维', GOALS[0]],
    ['宣传经费', GOALS[1]],
    ['培训经费', ''],
  ])
})

it.each([
  ['below the header', heads(45)],
  ['without a header', []],
])('a page with the rest of a row alone (%s) is of the table that goes on behind it', async (_, head) => {
  const long = '保障各系统运行稳定，降低故障率，保护环境，组织开展核心技术攻关，支持开展创新创业大赛，'
  const { tables, other_tables } = await read(
    [
      ...[...CAPTIONS, ...heads(115), ...narrowRow(140, '信息化运维', '120.00', GOALS[0]!)],
      ...narrowRow(250, '宣传经费', '30.00', GOALS[1]!),
      ...narrowRow(330, '科技资源引进', '50.00', long),
    ],
    [...head, text('及对接经费', 60, 70, '<'), ...narrow(70, '促进技术与产业链的深度融合。')],
    [...head, ...narrowRow(70, '培训经费', '10.00', '完成各项培训。')],
  )
  expect(other_tables).toEqual([])
  expect(tables.map((t) => t.rows.map((r) => [r.label, r.cells.total?.value]))).toEqual([
    [
      ['信息化运维', '120.00'],
      ['宣传经费', '30.00'],
      ['科技资源引进及对接经费', '50.00'],
      ['培训经费', '10.00'],
    ],
  ])
})
