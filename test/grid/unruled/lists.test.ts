/** Lists of indicators without rulings, beside cells that reach over many of their rows. */
import { expect, it } from 'vitest'
import { read, text } from '../../drawn/by-hand.ts'

/** Rows are so many points apart, and lines of a cell. */
const ROW = 20
const LINE = 13

interface Project {
  name: string[]
  sum: string
  goal: string[]
  indicators: string[][]
}

const PROJECTS: Project[] = [
  {
    name: ['某某市信息系统', '运维类项目'],
    sum: '689.15',
    goal: ['完成信息系统性能', '优化及软件维护；', '为信息系统安全稳', '定运行提供防护。'],
    indicators: [
      ['产出指标', '时效指标', '支出进度', '定性', '优', ''],
      ['产出指标', '时效指标', '响应时间', '≤', '5', '分钟'],
      ['产出指标', '数量指标', '维护数量', '＝', '2', '个'],
      ['产出指标', '质量指标', '修复率', '≥', '99', '%'],
      ['成本指标', '经济成本', '成本控制', '≤', '536.56', '万元'],
    ],
  },
  {
    name: ['某某市办公设备', '购置类项目'],
    sum: '29.35',
    goal: ['开展设备采购，提', '高工作效率。'],
    indicators: [
      ['效益指标', '社会效益', '设备利用率', '≥', '100', '%'],
      ['效益指标', '可持续', '使用年限', '≥', '7', '年'],
      ['产出指标', '数量指标', '采购数量', '≥', '18', '台'],
    ],
  },
]

const HEADS = [
  '项目名称',
  '项目总额',
  '绩效目标',
  '一级指标',
  '二级指标',
  '三级指标',
  '绩效指标性质',
  '本年绩效指标值',
  '绩效度量单位',
]
const MIDDLES = [90, 180, 275, 370, 440, 510, 590, 680, 770]

it('a project beside the list of its indicators is of the rows in whose middle it stands, its lines are no rows', async () => {
  let top = 140
  const marks = PROJECTS.flatMap(({ name, sum, goal, indicators }) => {
    const middle = top + (ROW * (indicators.length - 1)) / 2
    const rows = indicators.flatMap((cells, k) =>
      cells.flatMap((t, i) => (t === '' ? [] : [text(t, MIDDLES[i + 3]! - 25, top + ROW * k, '<')])),
    )
    top += ROW * indicators.length
    const cell = (lines: string[], x: number) =>
      lines.map((t, k) => text(t, x, middle + LINE * (k - (lines.length - 1) / 2), '<'))
    return [...rows, ...cell(name, 45), text(sum, 205, middle, '>'), ...cell(goal, 230)]
  })
  const { tables, other_tables } = await read([
    { kind: 'text', text: '项目支出绩效目标表', x: 400, y: 60, size: 20 },
    text('金额单位：万元', 780, 85, '>'),
    ...HEADS.map((t, i) => text(t, MIDDLES[i]!, 112)),
    ...marks,
  ])
  expect(other_tables).toEqual([])
  const rows = tables[0]?.rows.map((r) => [r.key, r.cells.total?.value, r.cells.goal?.raw, r.cells.target?.raw])
  expect(rows).toEqual(
    PROJECTS.flatMap(({ name, sum, goal, indicators }) =>
      indicators.map(([level1, level2, level3, , target], k) => [
        `${name.join('')}/${level1}/${level2}/${level3}`,
        k === 0 ? sum : undefined,
        k === 0 ? goal.join('') : undefined,
        target,
      ]),
    ),
  )
})

it('lines of cells that are set from the top are of the row above, where rows are a little further apart than they', async () => {
  const units: [string[], string[], string, string[]][] = [
    [
      ['某某市财政局本', '级单位'],
      ['预决算管理业', '务'],
      '18,808.16',
      ['完成本市各项贷款贴', '息；做好预决算的工', '作。'],
    ],
    [['某某市财政局本', '级单位'], ['财政综合管理', '业务'], '2,714.03', ['加强综合保障，做好', '宣传。']],
    [['某某市财政局本', '级单位'], ['转移支付项目'], '2,000.00', ['按规定使用资金，推', '动发展；']],
    [['某某市财政局本', '级单位'], ['监督管理业务'], '1,509.83', ['加强会计管理，组织', '考试；检查质量。']],
  ]
  let y = 140
  const rows = units.flatMap((cells) => {
    const marks = cells.flatMap((cell, i) =>
      typeof cell === 'string'
        ? [text(cell, 440, y, '>')]
        : cell.map((t, k) => text(t, [60, 200, 0, 520][i]!, y + 16 * k, '<')),
    )
    y += 16 * Math.max(...cells.map((c) => (typeof c === 'string' ? 1 : c.length))) + 0.5
    return marks
  })
  const { tables } = await read([
    { kind: 'text', text: '重点项目预算绩效目标情况', x: 400, y: 60, size: 20 },
    text('单位：万元', 780, 85, '>'),
    ...['二级预算单位名称', '一级项目名称', '预算数', '绩效目标'].map((t, i) => text(t, [110, 250, 410, 580][i]!, 115)),
    ...rows,
  ])
  expect(tables[0]?.rows.map((r) => [r.key, r.cells.total?.value, r.cells.goal?.raw])).toEqual(
    units.map(([unit, project, sum, goal]) => [
      `${unit.join('')}/${project.join('')}`,
      sum.replace(',', ''),
      goal.join(''),
    ]),
  )
})

it('a text in a line of its own is a row where it is as far from the next as rows are, and a heading below is none', async () => {
  const lines: [string, string, string][] = [
    ['', '收入总计', '162.66'],
    ['', '小计', '162.66'],
    ['一般公共预算资金', '财政拨款资金', '162.66'],
    ['', '专项收入', ''],
    ['财政专户资金', '小计', ''],
    ['', '教育收费', ''],
    ['其他资金', '经营收入', ''],
  ]
  const { tables, other_tables } = await read([
    { kind: 'text', text: '2026年部门收入预算总表', x: 320, y: 60, size: 20 },
    text('单位：万元', 770, 85, '>'),
    ...['项目名称', '金额'].map((t, i) => text(t, [150, 650][i]!, 110)),
    ...lines.flatMap(([kind, label, amount], k) => [
      ...(kind === '' ? [] : [text(kind, 130, 131 + 21 * k)]),
      ...(label === '' ? [] : [text(label, 260, 131 + 21 * k, '<')]),
      ...(amount === '' ? [] : [text(amount, 680, 131 + 21 * k, '>')]),
    ]),
    { kind: 'text', text: '第三部分', x: 200, y: 300, size: 20 },
    { kind: 'text', text: '情况说明', x: 400, y: 300, size: 20 },
  ])
  const found = JSON.stringify([tables, other_tables])
  expect(found).toContain('财政拨款资金')
  expect(found).not.toContain('财政拨款资金专项收入')
  expect(found).not.toContain('情况说明')
})
