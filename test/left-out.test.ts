/** Tables that lack one ruling between two columns from the head to the foot: what stands in them shows the columns. */
import { expect, it } from 'vitest'
import { findGrids } from '../src/grid/find.ts'
import type { Glyph, Page, Ruling } from '../src/page/types.ts'

const SIZE = 9

/** Words with their middle at a place. */
function text(words: string, x: number, y: number): Glyph[] {
  const widths = [...words].map((c) => (/\p{Script=Han}/u.test(c) ? SIZE : SIZE / 2))
  const width = widths.reduce((a, b) => a + b, 0)
  let at = x - width / 2
  return [...words].map((c, i) => {
    const x0 = at
    at += widths[i]!
    return { text: c, size: SIZE, box: [x0, y - SIZE / 2, at, y + SIZE / 2], source: 'text' }
  })
}

const ruling = (axis: 'h' | 'v', at: number, from: number, to: number): Ruling => ({ axis, at, from, to, thickness: 1 })

const blank = { number: 1, width: 595, height: 842, rotation: 0, kind: 'text', images: [] } as const

/** What each row of the only grid of a page holds, cell by cell; `+2` behind those over two columns. */
function rowsOf(rulings: Ruling[], ...texts: Glyph[][]): string[] {
  const page: Page = { ...blank, images: [], rulings, glyphs: texts.flat() }
  const [grid] = findGrids(page)
  return (grid?.rows ?? []).map((_, row) =>
    grid!.cells
      .filter((c) => c.row === row)
      .sort((a, b) => a.col - b.col)
      .map((c) => (c.colSpan > 1 ? `${c.text}+${c.colSpan}` : c.text))
      .join('|'),
  )
}

const row = (y: number, ...cells: [words: string, x: number][]) => cells.flatMap(([words, x]) => text(words, x, y))

it('between 合计 over two rows and the first column of 基本支出', () => {
  const rulings = [
    ...[100, 140, 160, 180, 200, 220].map((y) => ruling('h', y, 0, 500)),
    ruling('h', 120, 200, 500),
    ...[0, 100, 400, 500].map((x) => ruling('v', x, 100, 220)),
    ruling('v', 300, 120, 220),
  ]
  // The one at 200 is left out.
  const at120 = rulings.find((r) => r.axis === 'h' && r.at === 120)!
  const rest = [...rulings.filter((r) => r !== at120), { ...at120, to: 400 }]
  const found = rowsOf(
    rest,
    row(120, ['科目名称', 50], ['项目支出', 450]),
    row(121, ['合计', 150]),
    row(110, ['基本支出', 300]),
    row(130, ['小计', 250], ['人员经费', 350]),
    row(150, ['教育', 50], ['9626.78', 170], ['7485.22', 270], ['7000.22', 370], ['2141.56', 470]),
    row(170, ['科技', 50], ['26.78', 175], ['26.78', 275], ['26.78', 375]),
    row(190, ['卫生', 50], ['2.78', 178], ['2.78', 478]),
    row(210, ['住房', 50], ['6.70', 178], ['6.70', 278], ['6.70', 378]),
  )
  expect(found).toEqual([
    '科目名称|合计|基本支出+2|项目支出',
    '小计|人员经费',
    '教育|9626.78|7485.22|7000.22|2141.56',
    '科技|26.78|26.78|26.78|',
    '卫生|2.78|||2.78',
    '住房|6.70|6.70|6.70|',
  ])
})

it('between two columns of labels', () => {
  const rulings = [
    ...[100, 120, 140, 160, 180].map((y) => ruling('h', y, 0, 400)),
    ...[0, 300, 400].map((x) => ruling('v', x, 100, 180)),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['一级目录', 75], ['二级目录', 225], ['预算金额', 350]),
    row(130, ['公共服务', 75], ['公共安全服务', 225], ['622.80', 350]),
    row(150, ['公共服务', 75], ['社会保障服务', 225], ['30.20', 350]),
    row(170, ['履职服务', 75], ['法律顾问服务', 225], ['25.50', 350]),
  )
  expect(found).toEqual([
    '一级目录|二级目录|预算金额',
    '公共服务|公共安全服务|622.80',
    '公共服务|社会保障服务|30.20',
    '履职服务|法律顾问服务|25.50',
  ])
})
