/** Rulings left out below a header that shows them: by its own rulings, one of which ends there, or by its texts. */
import { expect, it } from 'vitest'
import { row, rowsOf, ruling } from '../drawn/ruled.ts'

const level = (to: number) => [
  ...[100, 140, 160, 180, 200].map((y) => ruling('h', y, 0, 500)),
  ruling('h', 120, 100, to),
]
const upright = [...[0, 100, 200, 300, 500].map((x) => ruling('v', x, x === 300 || x === 200 ? 120 : 100, 200))]

it('the ruling below 基本支出 ends between 公用经费 and 项目支出', () => {
  const found = rowsOf(
    [...level(400), ...upright],
    row(120, ['科目名称', 50], ['项目支出', 450]),
    row(110, ['基本支出', 250]),
    row(130, ['小计', 150], ['人员经费', 250], ['公用经费', 350]),
    row(150, ['教育', 50], ['85.22', 175], ['70.22', 275], ['15.00', 375]),
    row(170, ['科技', 50], ['26.78', 175], ['26.78', 275]),
    row(190, ['卫生', 50], ['2.78', 178], ['2.78', 278]),
  )
  expect(found).toEqual([
    '科目名称|基本支出+3|项目支出',
    '小计|人员经费|公用经费',
    '教育|85.22|70.22|15.00|',
    '科技|26.78|26.78||',
    '卫生|2.78|2.78||',
  ])
})

it('one that is drawn too short below a header of all columns shows nothing', () => {
  const found = rowsOf(
    [...level(400), ...upright],
    row(120, ['科目名称', 50]),
    row(110, ['基本支出', 300]),
    row(130, ['小计', 150], ['人员经费', 250], ['公用经费', 400]),
    row(150, ['教育', 50], ['85.22', 175], ['70.22', 275], ['15.00', 475]),
    row(170, ['科技', 50], ['26.78', 175], ['26.78', 275]),
  )
  expect(found.slice(1)).toEqual(['小计|人员经费|公用经费', '教育|85.22|70.22|15.00', '科技|26.78|26.78|', '|||'])
})

it('below the header of two columns of names, with numbers of columns between', () => {
  const rulings = [
    ...[100, 120, 140, 160, 180, 200, 220].map((y) => ruling('h', y, 0, 400)),
    ...[0, 300, 400].map((x) => ruling('v', x, 100, 220)),
    ruling('v', 150, 100, 120),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['一级', 75], ['二级', 225], ['预算金额', 350]),
    row(130, ['栏次', 150], ['1', 350]),
    row(150, ['合计', 75], ['678.30', 370]),
    row(170, ['公共服务', 75], ['公共安全服务', 225], ['622.80', 370]),
    row(190, ['公共服务', 75], ['社会保障服务', 225], ['30.20', 370]),
    row(210, ['履职服务', 75], ['法律顾问服务', 225], ['25.30', 370]),
  )
  expect(found).toEqual([
    '一级|二级|预算金额',
    '栏次+2|1',
    '合计||678.30',
    '公共服务|公共安全服务|622.80',
    '公共服务|社会保障服务|30.20',
    '履职服务|法律顾问服务|25.30',
  ])
})

it('below the header of units and codes, where amounts have no places', () => {
  const rulings = [
    ...[100, 120, 140, 160, 180].map((y) => ruling('h', y, 0, 400)),
    ...[0, 200, 300, 400].map((x) => ruling('v', x, 100, 180)),
    ruling('v', 100, 100, 120),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['预算单位', 50], ['科目编码', 150], ['支出总计', 250], ['项目支出', 350]),
    row(130, ['财政局', 40], ['373858800', 260], ['263615700', 360]),
    row(150, ['301', 150], ['84904200', 262], ['0.00', 385]),
    row(170, ['30101', 150], ['13984600', 262], ['0.00', 385]),
  )
  expect(found.slice(1)).toEqual(['财政局||373858800|263615700', '|301|84904200|0.00', '|30101|13984600|0.00'])
})

it('the ruling below 财政拨款 ends between two columns that have amounts in every line', () => {
  const found = rowsOf(
    [
      ...[100, 140, 160, 180].map((y) => ruling('h', y, 0, 400)),
      // It reaches over more than half of what is one cell without the ruling at 265.
      ruling('h', 120, 100, 265),
      ...[0, 100, 300, 400].map((x) => ruling('v', x, 100, 180)),
      ruling('v', 200, 120, 180),
    ],
    row(110, ['财政拨款', 182]),
    row(120, ['项目', 50], ['备注', 350]),
    row(115, ['专户', 283]),
    row(125, ['拨款', 283]),
    row(130, ['合计', 150], ['国资', 226]),
    row(150, ['教育', 50], ['85.22', 185], ['70.22', 250], ['15.00', 288]),
    row(170, ['科技', 50], ['26.78', 185], ['26.78', 250], ['0.00', 288]),
  )
  expect(found).toEqual([
    '项目|财政拨款+2|专户拨款|备注',
    '合计|国资',
    '教育|85.22|70.22|15.00|',
    '科技|26.78|26.78|0.00|',
  ])
})

it('below a header over groups of columns, whose uprights begin further down than those between the groups', () => {
  const [whole, group, column] = [100, 120, 140]
  const begins = [whole, group, whole, column, group, column, whole]
  const found = rowsOf(
    [
      ...[100, 160, 200].map((y) => ruling('h', y, 0, 600)),
      ...begins.map((from, i) => ruling('v', 100 * i, from, 200)),
    ],
    row(110, ['收入', 100], ['支出', 400]),
    row(130, ['功能分类', 300], ['支出用途', 500]),
    row(140, ['项目', 50], ['金额', 150]),
    row(150, ['科目', 250], ['金额', 350], ['项目', 450], ['金额', 550]),
    row(
      180,
      ['一、财政拨款', 50],
      ['90.00', 150],
      ['一、教育支出', 250],
      ['90.00', 350],
      ['一、基本支出', 450],
      ['60.00', 550],
    ),
  )
  expect(found.slice(0, 3)).toEqual(['收入+2|支出+4', '项目|金额|功能分类+2|支出用途+2', '科目|金额|项目|金额'])
})
