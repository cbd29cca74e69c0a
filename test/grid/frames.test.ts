/** Cells that have a frame each, as browsers draw them where borders are not collapsed. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf } from '../drawn/ruled.ts'

const frame = (x0: number, y0: number, x1: number, y1: number) => [
  ...lines('h', x0, x1, y0, y1),
  ...lines('v', y0, y1, x0, x1),
]

/** Frames of a header of which two are merged over both rows, and of a row below it; `gap` points apart. */
const table = (gap: number) => [
  ...frame(0, 0, 100, 24),
  ...frame(0, 24 + gap, 100, 48),
  ...frame(100 + gap, 0, 160, 48),
  ...frame(160 + gap, 0, 220, 48),
  ...frame(0, 48 + gap, 100, 72),
  ...frame(100 + gap, 48 + gap, 160, 72),
  ...frame(160 + gap, 48 + gap, 220, 72),
]

it('a header within a frame of its own is one, though its lines stand in the middle of the rows beside it', () => {
  const texts = [
    row(12, ['项目', 50], ['本年支', 130], ['项目支', 190]),
    row(36, ['科目名称', 50], ['出合计', 130], ['出合计', 190]),
    row(60, ['司法', 50], ['12.50', 130], ['2.50', 190]),
  ]
  expect(rowsOf(table(0.75), ...texts)).toEqual(['项目|本年支出合计|项目支出合计', '科目名称', '司法|12.50|2.50'])
})

it('a strip of paper between frames that stand apart is no row and no column', () => {
  const sides = (gap: number) => table(gap).flatMap((r) => [r, { ...r, at: r.at + 0.5 }])
  const texts = [
    row(12, ['项目', 50], ['本年支出', 130], ['项目支出', 190]),
    row(36, ['科目名称', 50]),
    row(60, ['司法', 50], ['12.50', 130], ['2.50', 190]),
  ]
  for (const gap of [1, 2, 3, 3.6])
    expect([gap, rowsOf(sides(gap), ...texts)]).toEqual([
      gap,
      ['项目|本年支出|项目支出', '科目名称', '司法|12.50|2.50'],
    ])
})
