/** Titles within the frame of the table above. */
import { expect, it } from 'vitest'
import { forms } from '../../src/forms.ts'
import type { Grid, GridCell } from '../../src/grid/types.ts'
import { splitAtTitles, withoutNotes } from '../../src/template/around/frame.ts'
import { titleJudge } from '../../src/template/tables.ts'

const WIDTH = 100
const HEIGHT = 20

/** Rows of texts; `<` goes on with the cell to the left. */
function grid(...rows: string[][]): Grid {
  const columns = rows[0]!.length
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, col): GridCell[] => {
      if (text === '<') return []
      let colSpan = 1
      while (texts[col + colSpan] === '<') colSpan++
      const [x, y] = [col * WIDTH, row * HEIGHT]
      const box: GridCell['box'] = [x, y, x + colSpan * WIDTH, y + HEIGHT]
      return [{ row, col, rowSpan: 1, colSpan, page: 1, box, glyphs: [], text }]
    }),
  )
  return {
    pages: [1],
    box: [0, 0, columns * WIDTH, rows.length * HEIGHT],
    xs: Array.from({ length: columns + 1 }, (_, i) => i * WIDTH),
    rows: rows.map((_, i) => ({ page: 1, y0: i * HEIGHT, y1: (i + 1) * HEIGHT })),
    cells,
    ruled: true,
  }
}

const pieces = (...rows: string[][]) =>
  splitAtTitles(grid(...rows), titleJudge(forms)).map(({ captions, grid: g }) => ({
    captions: captions.map((c) => c.text),
    rows: g?.rows.length ?? 0,
  }))

const FUND = [
  ['功能科目代码', '功能科目名称', '金额'],
  ['', '合计', ''],
]
const COSTS = [
  ['科目编码', '科目名称', '机关运行经费支出'],
  ['302', '商品和服务支出', '3,407.38'],
]

it('a title and the unit beside it, joined to the table above by a ruling, begin a table', () => {
  const title = '十一、2018年度某某法院一般公共预算机关运行经费支出预算表'
  expect(pieces(...FUND, [title, '<', '单位：万元'], ...COSTS)).toEqual([
    { captions: [], rows: 2 },
    { captions: [title, '单位：万元'], rows: 2 },
  ])
})

it('a line of a table beside a figure begins none', () => {
  const title = '一般公共预算机关运行经费支出预算表'
  expect(pieces(...FUND, [title, '<', '3,407.38'], ...COSTS)).toHaveLength(1)
})

it('captions each in one cell of a row, with ruled blanks beside them', () => {
  const found = pieces(
    ['公开01表 收入支出决算总表', '', '', ''],
    ['编制部门：青禾市档案局', '<', '', '公开01表'],
    ['', '', '', '单位：万元'],
    ['收入', '<', '支出', '<'],
    ['项目', '决算数', '项目', '决算数'],
    ['一、财政拨款收入', '28.00', '一、教育支出', '28.00'],
  )
  expect(found).toEqual([
    { captions: ['公开01表 收入支出决算总表', '编制部门：青禾市档案局', '公开01表', '单位：万元'], rows: 3 },
  ])
})

it('captions in a frame of their own are no table', () => {
  const found = pieces(['收入支出决算总表', '<'], ['编制部门：青禾市档案局', '单位：万元'])
  expect(found).toEqual([{ captions: ['收入支出决算总表', '编制部门：青禾市档案局', '单位：万元'], rows: 0 }])
})

it.each([['说明：本表由部门填列，金额保留两位小数。'], ['本表含上年结转资金，与预算批复数一致'], ['注：本表为空']])(
  'a sentence over the whole width is none of the header: %s',
  (said) => {
    const rows = [
      ['科目名称', '上年决算数', '本年决算数'],
      ['合计', '90.00', '100.00'],
    ]
    const { grid: below, notes } = withoutNotes(grid([said, '<', '<'], ...rows), forms.language)
    expect(notes).toEqual([said])
    expect(below.cells.filter((c) => c.row === 0).map((c) => c.text)).toEqual(rows[0])
    // A header over some of the columns says what they are, whatever its words.
    expect(withoutNotes(grid(['科目', said, '<'], ...rows), forms.language).notes).toEqual([])
  },
)
