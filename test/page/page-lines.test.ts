/** Lines beside tables and through them that are none of their rulings. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf, ruling } from '../drawn/ruled.ts'

it('a line over the whole paper is no ruling', () => {
  const rulings = [...lines('h', 0, 300, 100, 120, 140), ...lines('v', 100, 140, 0, 100, 300)]
  const texts = [row(110, ['项目', 50], ['预算数', 200]), row(130, ['教育支出', 50], ['1,233.10', 200])]
  expect(rowsOf([...rulings, ruling('v', 210, 0, 842), ruling('h', 128, 0, 595)], ...texts)).toEqual([
    '项目|预算数',
    '教育支出|1,233.10',
  ])
})

it('an empty frame close around a table is none of its rows and columns', () => {
  const rulings = [...lines('h', 20, 300, 100, 120, 140), ...lines('v', 100, 140, 20, 100, 300)]
  // Rulings that reach a little over their corner touch it.
  const frame = [...lines('h', 15, 305, 95, 145), ...lines('v', 95, 145, 15, 305)]
  const over = rulings.map((r) => ({ ...r, from: r.from - 2, to: r.to + 2 }))
  const texts = [row(110, ['项目', 50], ['预算数', 200]), row(130, ['教育支出', 60], ['1,233.10', 200])]
  expect(rowsOf([...over, ...frame], ...texts)).toEqual(['项目|预算数', '教育支出|1,233.10'])
})

it('a frame around the paper that a wider table crosses is none of its rulings', () => {
  const rulings = [...lines('h', 10, 585, 100, 120, 140), ...lines('v', 100, 140, 10, 300, 585)]
  const frame = [...lines('h', 20, 575, 20, 822), ...lines('v', 20, 822, 20, 575)]
  const texts = [row(110, ['项目', 50], ['预算数', 400]), row(130, ['教育支出', 33], ['1,233.10', 400])]
  expect(rowsOf([...rulings, ...frame], ...texts)).toEqual(['项目|预算数', '教育支出|1,233.10'])
})
