/** A ruling of a header that ends between two headers, where no other ruling is: one is left out there. */
import { expect, it } from 'vitest'
import { row, rowsOf, ruling } from './drawn/ruled.ts'

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
