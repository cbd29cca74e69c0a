/** Labels that count on, and rows that lack the ruling between them. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf } from '../drawn/ruled.ts'

it('the last line of a wrapped name, in the middle of its cell below one at the left, is no row without a figure', () => {
  const found = rowsOf(
    [...lines('h', 0, 220, 100, 120, 140, 180), ...lines('v', 100, 180, 0, 130, 220)],
    row(110, ['项目', 65], ['预算', 175]),
    row(130, ['十三、交通运输支出', 65], ['0.00', 200]),
    row(154, ['十八、自然资源等', 5 + 36]),
    row(166, ['支出', 65]),
    row(152, ['5111.87', 194]),
  )
  expect(found.slice(1)).toEqual(['十三、交通运输支出|0.00', '十八、自然资源等支出|5111.87'])
})
