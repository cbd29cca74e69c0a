/** Corners that a slanted line parts, and texts that look like them. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf } from '../drawn/ruled.ts'

const rulings = [...lines('h', 0, 400, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 200, 300, 400)]
/** 金额 at the upper right, 项目 at the lower left of the first of two cells. */
const corner = (y: number, upper: string, lower: string, x: number) => [
  ...row(y - 8, [upper, x + 38]),
  ...row(y + 8, [lower, x - 38]),
]

it('a header names its rows and its columns', () => {
  const found = rowsOf(
    rulings,
    corner(120, '金额', '项目', 50),
    row(120, ['预算数', 150], ['项目', 250], ['预算数', 350]),
    row(160, ['收入总计', 50], ['13616271', 150], ['支出总计', 250], ['13616271', 350]),
  )
  expect(found[0]).toBe('项目＼金额|预算数|项目|预算数')
})

it('a name beside amounts without places is one, however blanks set it', () => {
  const found = rowsOf(
    rulings,
    row(120, ['项目', 50], ['预算数', 150], ['项目', 250], ['预算数', 350]),
    corner(160, '收入', '总计', 50),
    row(160, ['13616271', 150]),
    corner(160, '支出', '总计', 250),
    row(160, ['13616271', 350]),
  )
  expect(found[1]).toBe('收入总计|13616271|支出总计|13616271')
})

it('so is one beside amounts of few digits', () => {
  const found = rowsOf(
    rulings,
    row(120, ['单位', 50], ['预算数', 150], ['备注', 250], ['总计', 350]),
    corner(160, '便民', '中心', 50),
    row(160, ['156', 150], ['156', 350]),
  )
  expect(found[1]).toBe('便民中心|156||156')
})

it('a name over two lines beside amounts of few digits and the goal of its row is one', () => {
  const found = rowsOf(
    rulings,
    row(120, ['项目', 50], ['预算数', 150], ['其他资金', 250], ['绩效目标', 350]),
    corner(160, '防雷业', '务经费', 50),
    row(160, ['23', 150], ['23', 250], ['加强宣传', 350]),
  )
  expect(found[1]).toBe('防雷业务经费|23|23|加强宣传')
})
