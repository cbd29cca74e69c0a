/** Tables whose header alone is ruled. */
import { expect, it } from 'vitest'
import { read, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const TOP = 100
const BOTTOM = 140

/** A ruled header, a cell a column; `xs` are the edges. */
function header(xs: readonly number[], heads: readonly string[]): Mark[] {
  const stroke = (x0: number, y0: number, x1: number, y1: number): Mark => ({
    kind: 'rule',
    x0,
    y0,
    x1,
    y1,
    width: 0.5,
    color: [0, 0, 0],
    as: 'stroke',
  })
  return [
    ...[TOP, BOTTOM].map((y) => stroke(xs[0]!, y, xs.at(-1)!, y)),
    ...xs.map((x) => stroke(x, TOP, x, BOTTOM)),
    ...heads.map((t, i) => text(t, (xs[i]! + xs[i + 1]!) / 2, (TOP + BOTTOM) / 2 + 4)),
  ]
}

it('类, 款 and 项 below a ruled header part its first column, and the other columns stay', async () => {
  const xs = [60, 180, 330, 430, 530, 630, 730]
  const heads = ['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '上级补助收入', '其他收入']
  const lines = [
    ['201', '', '', '一般公共服务支出', '120.50', '100.00', '20.50'],
    ['201', '06', '', '财政事务', '120.50', '100.00', '20.50'],
    ['201', '06', '01', '行政运行', '120.50', '100.00', '20.50'],
  ]
  const rowAt = ([code, part, item, label, ...amounts]: readonly string[], y: number) => [
    ...[code!, part!, item!].flatMap((t, i) => (t === '' ? [] : [text(t, 80 + 40 * i, y)])),
    text(label!, 185, y, '<'),
    ...amounts.map((t, i) => text(t, [425, 525, 725][i]!, y, '>')),
  ]
  const { tables } = await read([
    { kind: 'text', text: '收入决算表', x: 400, y: 60, size: 20 },
    text('单位：万元', 730, 85, '>'),
    ...header(xs, heads),
    ...['类', '款', '项'].map((t, i) => text(t, 80 + 40 * i, 156)),
    // The total may stand in the line of 类, 款 and 项, or a little lower.
    ...rowAt(['', '', '', '合计', '120.50', '100.00', '20.50'], 162).filter((m) => m.kind !== 'text' || m.text !== ''),
    ...lines.flatMap((line, i) => rowAt(line, 184 + 20 * i)),
  ])
  const [table] = tables
  expect(table?.rows.map((r) => `${r.key} ${r.cells.total?.value} ${r.cells.fiscal_appropriation?.value}`)).toEqual(
    ['合计', '201', '20106', '2010601'].map((key) => `${key} 120.50 100.00`),
  )
})

it('a text that begins above the first figure below a ruled header is of its row, and no figure that touches it is lost', async () => {
  const goals = [
    [
      '有序推进各项奖项的推荐',
      '与提名工作，做好成果的',
      '跟踪和转化服务，深度参',
      '与各项活动，提高效率；',
      '扩大宣传的范围。',
    ],
    ['推动区域合作，推进资源', '共享和创新，促进各类资', '源汇聚，提升影响力。'],
    ['按照计划完成各项培训；', '做好系统运维工作，落实', '巡检，及时修复漏洞。'],
  ]
  let y = 156
  const rows = goals.flatMap((goal, i) => {
    const middle = y + 7 * (goal.length - 1)
    const marks = [
      text(`项目经费${'甲乙丙'[i]}`, 65, middle, '<'),
      text('120.00', 325, middle, '>'),
      text('100.00', 425, middle, '>'),
      text('20.00', 529.5, middle, '>'),
      ...goal.map((t, k) => text(t, 530, y + 14 * k, '<')),
    ]
    y += 14 * goal.length + 4
    return marks
  })
  const { tables, other_tables } = await read([
    { kind: 'text', text: '2026年部门项目支出预算表', x: 400, y: 60, size: 20 },
    text('单位：万元', 730, 85, '>'),
    ...header([60, 230, 330, 430, 530, 730], ['项目名称', '合计', '一般公共预算', '其他资金', '绩效目标']),
    ...rows,
  ])
  expect(other_tables).toEqual([])
  expect(tables[0]?.rows.map((r) => [r.label, r.cells.total?.value, r.cells.goal?.raw])).toEqual(
    goals.map((goal, i) => [`项目经费${'甲乙丙'[i]}`, '120.00', goal.join('')]),
  )
  expect(tables[0]?.rows.map((r) => Object.values(r.cells).filter((c) => c.value === '20.00').length)).toEqual([
    1, 1, 1,
  ])
})

it('numbers of columns below a ruled header are of its table', async () => {
  const xs = [60, 330, 430, 530, 630]
  const lines = [
    ['**', '1', '2', '3'],
    ['合计', '120.50', '100.00', '20.50'],
    ['一般公共服务支出', '20.50', '', '20.50'],
    ['社会保障和就业支出', '100.00', '100.00', ''],
  ]
  const { tables, other_tables } = await read([
    { kind: 'text', text: '2026年部门支出预算总表', x: 400, y: 60, size: 20 },
    text('单位：万元', 630, 85, '>'),
    ...header(xs, ['功能分类科目名称', '合计', '基本支出', '项目支出']),
    ...lines.flatMap(([label, ...amounts], i) => [
      text(label!, 195, 160 + 20 * i),
      ...amounts.flatMap((t, k) => (t === '' ? [] : [text(t, xs[k + 2]! - 5, 160 + 20 * i, '>')])),
    ]),
  ])
  expect(other_tables).toEqual([])
  expect(tables[0]?.rows.map((r) => [r.label, r.cells.total?.value])).toEqual([
    ['合计', '120.50'],
    ['一般公共服务支出', '20.50'],
    ['社会保障和就业支出', '100.00'],
  ])
})
