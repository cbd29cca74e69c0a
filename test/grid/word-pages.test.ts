/** Tables as office programs set them: amounts broken behind their sign, headers cut by the end of a page. */
import { expect, it } from 'vitest'
import { nesting } from '../../extractors/vocabulary/nesting.ts'
import { findGrids } from '../../src/grid/find.ts'
import { hasSameColumns, joinGrids } from '../../src/grid/pages/join.ts'
import { divideRows } from '../../src/grid/rows/undivided-rows.ts'
import type { Grid, GridCell } from '../../src/grid/types.ts'
import type { Cell } from '../../src/model.ts'
import type { Glyph, Page, Ruling } from '../../src/page/types.ts'
import { mendCut } from '../../src/template/lines/cut.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { joinCodes } from '../../src/template/lines/printed-codes.ts'

const WIDE = 80

const text = (word: string, x: number, y: number): Glyph[] =>
  [...word].map((c, i) => ({ text: c, size: 9, box: [x + i * 6, y, x + i * 6 + 6, y + 9], source: 'text' }))

/** A grid of `columns` columns; each row is a list of cells: text, and the columns and rows it is merged over. */
function gridOf(page: number, columns: number, rows: readonly (readonly [string, number?, number?])[][]): Grid {
  const taken = new Set<string>()
  const cells: GridCell[] = []
  for (const [row, own] of rows.entries()) {
    let col = 0
    for (const [word, colSpan = 1, rowSpan = 1] of own) {
      while (taken.has(`${row} ${col}`)) col++
      for (let r = 0; r < rowSpan; r++) for (let c = 0; c < colSpan; c++) taken.add(`${row + r} ${col + c}`)
      const box: GridCell['box'] = [col * WIDE, row * 20, (col + colSpan) * WIDE, (row + rowSpan) * 20]
      cells.push({ page, row, col, rowSpan, colSpan, box, glyphs: text(word, box[0] + 2, box[1] + 4), text: word })
      col += colSpan
    }
  }
  const xs = Array.from({ length: columns + 1 }, (_, i) => i * WIDE)
  const bands = rows.map((_, row) => ({ page, y0: row * 20, y1: row * 20 + 20 }))
  return { pages: [page], box: [0, 0, columns * WIDE, rows.length * 20], xs, rows: bands, cells, ruled: true }
}

const shown = (grid: Grid) =>
  grid.cells
    .filter((c) => c.text !== '')
    .map((c) => `${c.row} ${c.text}${c.rowSpan > 1 ? ` over ${c.rowSpan} rows` : ''}`)

it('a header that the end of a page cuts goes on below it', () => {
  const above = gridOf(1, 5, [
    [
      ['项目', 4],
      ['合计', 1, 2],
    ],
    [['支出功能分类', 3], ['科目名称']],
  ])
  const below = gridOf(2, 5, [
    [['科目编码', 3], [''], ['']],
    [['类'], ['款'], ['项'], [''], ['']],
    [['201'], ['06'], ['01'], ['行政运行'], ['15.11']],
  ])
  expect(shown(joinGrids([above, below])).slice(0, 7)).toEqual([
    '0 项目',
    '0 合计 over 4 rows',
    '1 支出功能分类',
    '1 科目名称 over 3 rows',
    '2 科目编码',
    '3 类',
    '3 款',
  ])
})

it('headers that a page end cuts within a word go on from where they fill their cells', () => {
  const above = gridOf(1, 3, [[['项目'], ['一般公共预算财政拨款支'], ['政府性基金预算财政拨款']]])
  const below = gridOf(2, 3, [
    [[''], ['出合计'], ['支出合计']],
    [['教育支出'], ['15.11'], ['12.10']],
  ])
  expect(shown(joinGrids([above, below])).slice(0, 3)).toEqual([
    '0 项目 over 2 rows',
    '0 一般公共预算财政拨款支出合计 over 2 rows',
    '0 政府性基金预算财政拨款支出合计 over 2 rows',
  ])
  const whole = gridOf(1, 3, [[['项目'], ['基本支出'], ['项目支出']]])
  expect(shown(joinGrids([whole, below])).slice(0, 3)).toEqual(['0 项目', '0 基本支出', '0 项目支出'])
})

it('a line without figures below a header that is whole is none of its', () => {
  const above = gridOf(1, 3, [
    [
      ['科目', 2],
      ['合计', 1, 2],
    ],
    [['编码'], ['名称']],
  ])
  const below = gridOf(2, 3, [
    [['人员经费'], [''], ['']],
    [['301'], ['工资'], ['15.11']],
  ])
  expect(shown(joinGrids([above, below]))).toContain('0 合计 over 2 rows')
})

/** A row of 40 points: a name over two lines, an amount, and a cell with a sign over the rest of its amount. */
function signed(amount: Glyph[]): Grid {
  const grid = gridOf(1, 3, [[[''], [''], ['']]])
  grid.rows[0]!.y1 = 40
  const glyphs = [
    [...text('一般公共', 2, 4), ...text('服务支出', 2, 22)],
    amount,
    [...text('-', 230, 4), ...text('20,442.30', 182, 22)],
  ]
  for (const [i, cell] of grid.cells.entries()) {
    cell.box = [cell.box[0], 0, cell.box[2], 40]
    cell.glyphs = glyphs[i]!
    cell.text = cell.glyphs.map((g) => g.text).join('')
  }
  return grid
}

it('an amount that had no room behind its sign is one', () => {
  const grid = signed(text('13,144.37', 100, 13))
  divideRows(grid, [])
  expect(grid.rows).toHaveLength(1)
})

it('a dash over an amount is a row of its own where the others have two, too', () => {
  const grid = signed([...text('13,144.37', 100, 4), ...text('3,586.67', 106, 22)])
  divideRows(grid, [])
  expect(grid.rows).toHaveLength(2)
})

/** A line of a list of projects: its name, an amount and its aims. */
function project(label: string, amount: string, goal: string): Draft {
  const cell = (raw: string, mark: Cell['mark']) => ({ raw, mark: raw === '' ? 'blank' : mark, value: raw }) as Cell
  const cells = { total: cell(amount, 'amount'), goal: cell(goal, 'text') }
  return {
    label,
    codes: [],
    labels: [label],
    labelAt: [0],
    side: null,
    block: 0,
    line: null,
    unitName: '',
    row: 0,
    cells,
  } as unknown as Draft
}

const LIST = { byCode: false, isName: () => false, unitOf: () => null, words: nesting }

it('the name of a project goes on on the next page beside the rest of its aims', () => {
  const above = [
    project('基础研究计划', '525.00', '聚焦科学'),
    { ...project('企业创新', '47.21', '聚焦产业，'), row: 1 },
  ]
  expect(mendCut(above, [project('计划', '', '实施计划。')], LIST)).toEqual([])
  expect(above.map((d) => [d.label, d.cells.total?.raw, d.cells.goal?.value])).toEqual([
    ['基础研究计划', '525.00', '聚焦科学'],
    ['企业创新计划', '47.21', '聚焦产业，实施计划。'],
  ])
})

it('so does a name alone, where all lines have an amount', () => {
  const above = ['办公费', '印刷费', '咨询费', '差旅费', '手'].map((label, row) => ({
    ...project(label, '1.20', ''),
    row,
  }))
  const doubted = [...above]
  doubted[4] = { ...above[4]! }
  expect(mendCut(above, [project('续费', '', '')], LIST)).toEqual([])
  expect(above.at(-1)).toMatchObject({ label: '手续费' })
  expect(above.at(-1)?.unsure).toBeUndefined()
  // Of a scan it may be the rest of a header printed again.
  expect(mendCut(doubted, [{ ...project('出', '', ''), unsure: true as const }], LIST)).toEqual([])
  expect(doubted.at(-1)).toMatchObject({ label: '手出', unsure: true })
})

it('the rest of a name goes to the column that it stands in', () => {
  const bought = (what: string, row: number) => {
    const labels = [what, '家具', '集中采购']
    return { ...project('集中采购', '20.68', ''), labels, labelAt: [1, 2, 3], row }
  }
  const above = ['办公费', '印刷费', '咨询费', '差旅费', '办公场所搬'].map(bought)
  expect(mendCut(above, [{ ...project('迁费', '', ''), labelAt: [1] }], LIST)).toEqual([])
  expect(above.at(-1)).toMatchObject({ label: '集中采购', labels: ['办公场所搬迁费', '家具', '集中采购'] })
})

it('two amounts without places are none that a page end cuts, where their column has room for more', () => {
  const item = (label: string, amount: string, row: number): Draft => {
    const bbox = [0, 0, 5 * amount.length, 9] as Cell['bbox']
    const cells = { total: { raw: amount, mark: 'amount', value: amount, bbox } as Cell }
    return { ...project(label, '', ''), side: '支出', cells, row }
  }
  const above = [item('四、卫生健康支出', '254793', 0), item('五、农林水支出', '2000', 1)]
  expect(mendCut(above, [item('普惠金融发展支出', '2000', 0)], LIST)).toHaveLength(1)
  const full = [item('四、卫生健康支出', '2547', 0), item('五、农林水', '1200', 1)]
  expect(mendCut(full, [item('支出', '50', 0)], LIST)).toEqual([])
})

it('the name of a source goes on on the next page, where the whole name is another line of its side, too', () => {
  const source = (label: string, raw: string, row: number): Draft => {
    const cells = { amount: { raw, mark: raw === '' ? 'blank' : 'amount', value: raw } as Cell }
    return { ...project(label, '', ''), side: '收入', cells, row, labelAt: [0], filled: [0] }
  }
  const above = [source('一、一般公共预算财政拨款', '10.00', 0), source('一般公共预算财', '2.00', 1)]
  expect(mendCut(above, [source('政拨款', '', 0)], LIST)).toEqual([])
  expect(above.at(-1)?.label).toBe('一般公共预算财政拨款')
  expect(mendCut(above, [source('财政拨款收入', '', 0)], LIST)).toHaveLength(1)
})

it('the name of a purchase goes on with what is no amount by itself; with one it may be another line', () => {
  const bought = (label: string, raw: string, row: number): Draft => {
    const cells = {
      total: { raw, mark: 'amount', value: raw, bbox: [0, 0, 5 * raw.length, 9], status: 'read' } as Cell,
    }
    return { ...project(label, '', ''), cells, row, labelAt: [1], filled: [1] }
  }
  const above = [bought('交通运行费', '83.60', 0), bought('人代会二次会', '1035', 1)]
  expect(mendCut(above, [bought('议经费', '.00', 0)], LIST)).toEqual([])
  expect(above[1]).toMatchObject({ label: '人代会二次会议经费', cells: { total: { raw: '1035.00' } } })
  const [narrow, rest] = [[bought('交通运行费', '183', 0), bought('人代会二次会', '103', 1)], bought('议经费', '5', 0)]
  expect(mendCut(narrow, [rest], LIST)).toEqual([rest])
  expect([narrow[1]!, rest].map((d) => d.cells.total?.status)).toEqual(['suspect', 'suspect'])
})

it('the name of a unit goes on in brackets on the next page', () => {
  const unit = (unitName: string, amount: string) => ({ ...project('', amount, ''), labels: [], unitName })
  const above = [unit('合计', '5.01'), { ...unit('某市服务中心', '5.01'), row: 1 }]
  expect(mendCut(above, [unit('（某市发布中心）', '')], LIST)).toEqual([])
  expect(above[1]!.unitName).toBe('某市服务中心（某市发布中心）')
  expect(above[1]!.unsure).toBe(undefined)
})

it('so does one without brackets, which may be that of a unit without money', () => {
  const unit = (unitName: string, amount: string) => ({ ...project('', amount, ''), labels: [], unitName })
  const above = [unit('合计', '5.01'), { ...unit('某市应急管', '5.01'), row: 1 }]
  expect(mendCut(above, [unit('理局', '')], LIST)).toEqual([])
  expect(above[1]).toMatchObject({ unitName: '某市应急管理局', unsure: true })
  expect(mendCut(above, [unit('合计', '')], LIST)).toHaveLength(1)
})

it('a project without an amount stays, where others have none either', () => {
  const above = [project('基础研究计划', '', '聚焦科学'), { ...project('企业创新计划', '47.21', '聚焦产业。'), row: 1 }]
  expect(mendCut(above, [project('人才计划', '', '实施计划。')], LIST)).toHaveLength(1)
})

it('a header at the foot of its merged cell is one, as spreadsheets set it', () => {
  const h = (at: number, from = 54, to = 508): Ruling => ({ axis: 'h', at, from, to, thickness: 0.75 })
  const v = (at: number, from = 102, to = 219): Ruling => ({ axis: 'v', at, from, to, thickness: 0.75 })
  const rulings = [...[102, 120, 156, 174, 201, 219].map((at) => h(at)), h(138, 275)]
  rulings.push(v(54), v(275), v(508), v(176, 120), v(413, 138))
  /** Texts at the foot of their rows. */
  const row = (foot: number, ...words: [string, number][]) => words.flatMap(([word, x]) => text(word, x, foot - 11.3))
  const glyphs = [
    ...row(120, ['收入', 155], ['支出', 382]),
    ...row(138, ['支出用途', 370]),
    ...row(156, ['项目名称', 97], ['金额', 217], ['项目名称', 326], ['金额', 452]),
    ...row(174, ['一、公共预算', 55], ['33,172.15', 219], ['一、基本支出', 276], ['18,570.82', 452]),
    ...row(201, ['二、基金预算', 55], ['二、项目支出', 276], ['14,601.33', 452]),
    ...row(219, ['收入合计', 97], ['33,172.15', 219], ['支出合计', 326], ['33,172.15', 452]),
  ]
  const page: Page = { number: 1, width: 562, height: 340, rotation: 0, kind: 'text', glyphs, rulings, images: [] }
  const [grid] = findGrids(page, null)
  expect(shown(grid!).slice(0, 5)).toEqual([
    '0 收入',
    '0 支出',
    '1 项目名称 over 2 rows',
    '1 金额 over 2 rows',
    '1 支出用途',
  ])
})

it('a header of one line that stands alone in its rulings is the same on the next page, though an edge is elsewhere', () => {
  const header = gridOf(1, 4, [[['科目名称'], ['合计'], ['基本支出'], ['项目支出']]])
  const moved = header.xs.map((x, i) => (i === 2 ? x + 20 : x))
  expect(hasSameColumns(header, header, { ...header, pages: [2], xs: moved })).toBe(true)
})

it('款 and 项 that are alike are two parts of a code, below a page end that leaves 类 on the page before', () => {
  expect(joinCodes(['99', '99'])).toEqual(['9999'])
  expect(joinCodes(['211', '99', '99'])).toEqual(['2119999'])
  expect(joinCodes(['2010301', '2010301'])).toEqual(['2010301'])
})
