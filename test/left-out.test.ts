/** Tables that lack one ruling between two columns from the head to the foot: what stands in them shows the columns. */
import { expect, it } from 'vitest'
import { findGrids } from '../src/grid/find.ts'
import type { Grid } from '../src/grid/types.ts'
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
  return textsOf(findGrids(pageOf(rulings, texts))[0])
}

const pageOf = (rulings: Ruling[], texts: Glyph[][]): Page => ({ ...blank, images: [], rulings, glyphs: texts.flat() })

function textsOf(grid: Grid | undefined): string[] {
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

it('between 收入 and 支出 whose letters are set apart', () => {
  const rulings = [
    ...[100, 120, 140, 160].map((y) => ruling('h', y, 0, 400)),
    ...[0, 400].map((x) => ruling('v', x, 100, 160)),
    ...[120, 320].map((x) => ruling('v', x, 120, 160)),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['收', 60], ['入', 140], ['支', 260], ['出', 340]),
    row(130, ['项目', 60], ['预算数', 160], ['项目', 260], ['预算数', 360]),
    row(150, ['财政拨款', 60], ['53.07', 180], ['本年支出', 230], ['53.07', 380]),
  )
  expect(found).toEqual(['收 入+2|支 出+2', '项目|预算数|项目|预算数', '财政拨款|53.07|本年支出|53.07'])
})

it('beside cells that are merged over the rows of a list, where rulings between rows begin', () => {
  const inner = [120, 140, 180, 200].map((y) => ruling('h', y, 200, 400))
  const rulings = [
    ...[100, 160, 220].map((y) => ruling('h', y, 0, 400)),
    ...inner,
    ...[0, 100, 300, 400].map((x) => ruling('v', x, 100, 220)),
  ]
  const found = rowsOf(
    rulings,
    row(130, ['来信', 50], ['压缩时间', 150]),
    row(190, ['机动', 50], ['解决项目', 150]),
    ...[110, 130, 150, 170, 190, 210].map((y) => row(y, ['指标', 250], ['优', 350])),
  )
  expect(found).toEqual(['来信|压缩时间|指标|优', '指标|优', '指标|优', '机动|解决项目|指标|优', '指标|优', '指标|优'])
})

it('on a page that goes on without a header', () => {
  const level = [100, 120, 140, 160].map((y) => ruling('h', y, 0, 400))
  const upright = [0, 100, 300, 400].map((x) => ruling('v', x, 100, 160))
  const lines = (...codes: string[]) =>
    codes.map((code, i) => row(130 + 20 * i, [code, 50], ['住房公积金', 200], ['26.81', 350]))
  const head = row(110, ['编码', 50], ['名称', 200], ['金额', 350])
  const [before] = findGrids(pageOf([...level, ...upright], [head, ...lines('30108', '30109')]))
  const further = lines('30112', '30113').map((glyphs) =>
    glyphs.map((g) => ({ ...g, box: [g.box[0], g.box[1] - 20, g.box[2], g.box[3] - 20] as const })),
  )
  const rest = [...level.slice(0, 3), ...upright.filter((r) => r.at !== 300).map((r) => ({ ...r, to: 140 }))]
  expect(textsOf(findGrids(pageOf(rest, further), before)[0])).toEqual([
    '30112|住房公积金|26.81',
    '30113|住房公积金|26.81',
  ])
})
