/** Lines of words that stand over the rulings above and below their cell, which is too low for them. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf, ruling } from '../drawn/ruled.ts'

const NAMES = ['教育支出', '卫生健康支出', '住房保障支出']

/** Two headers below that of a group, in a row from 124 to 137, and amounts below. */
function table(...heads: Parameters<typeof row>[]) {
  const rulings = [
    ...lines('h', 60, 340, 100, 137, 152, 167, 182),
    ruling('h', 124, 180, 340),
    ...lines('v', 100, 182, 60, 180, 340),
    ruling('v', 260, 124, 182),
  ]
  const rows = NAMES.map((name, r) => row(144.5 + 15 * r, [name, 120], ['12.00', 220], [`${r}.50`, 300]))
  const top = [row(118.5, ['项目', 120]), row(112, ['财政拨款收入', 260])]
  return rowsOf(rulings, ...top, ...heads.map((own) => row(...own)), ...rows)
}

const BODY = NAMES.map((name, r) => `${name}|12.00|${r}.50`)

it('the lines of a wrapped header in the middle of a low row are one text', () => {
  const two = table([124, ['政府性基金', 220]], [137, ['预算拨款', 220]], [130.5, ['其他收入', 300]])
  expect(two).toEqual(['项目|财政拨款收入+2', '政府性基金预算拨款|其他收入', ...BODY])
})

it('texts of rows as close as lines, all of them as low in their cells, are each of its own', () => {
  const ys = [0, 1, 2, 3, 4].map((r) => 100 + 10 * r)
  const texts = ['项目', ...NAMES].map((name, r) =>
    row(108.5 + 10 * r, [name, 120], [r === 0 ? '合计' : `${r}.50`, 220]),
  )
  const rulings = [...lines('h', 60, 260, ...ys), ...lines('v', 100, 140, 60, 180, 260)]
  expect(rowsOf(rulings, ...texts)).toEqual(['项目|合计', ...NAMES.map((name, r) => `${name}|${r + 1}.50`)])
})

it('what stands alone in its cell is of no other one, be all amounts in the middle of theirs', () => {
  const ys = [0, 1, 2, 3, 4].map((r) => 100 + 10 * r)
  const body = NAMES.map((name, r) => [row(118.5 + 10 * r, [name, 120]), row(115 + 10 * r, [`${r}.50`, 220])])
  const texts = [row(108.5, ['项目', 120]), row(105, ['合计', 220]), ...body.flat()]
  const rulings = [...lines('h', 60, 260, ...ys), ...lines('v', 100, 140, 60, 180, 260)]
  expect(rowsOf(rulings, ...texts)).toEqual(['项目|合计', ...NAMES.map((name, r) => `${name}|${r}.50`)])
})
