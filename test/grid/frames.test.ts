/** Cells that have a frame each, as browsers draw them where borders are not collapsed. */
import { expect, it } from 'vitest'
import { findGrids } from '../../src/grid/find.ts'
import { lines, pageOf, row, rowsOf, textsOf } from '../drawn/ruled.ts'

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

it('frames further apart than rulings of one line are of one table, be its letters small', () => {
  const gap = 3.75
  const names = ['司法', '教育', '交通', '农业', '审计', '水务', '民政']
  const at = (i: number) => [14 * i + gap, 14 * (i + 1)] as const
  const header = [
    ...frame(gap, at(0)[0], 160, at(0)[1]),
    ...[0, 80].flatMap((x) => frame(x + gap, at(1)[0], x + 80, at(1)[1])),
    ...[160, 240].flatMap((x) => frame(x + gap, at(0)[0], x + 80, at(1)[1])),
  ]
  const body = names.flatMap((_, i) =>
    [0, 80, 160, 240].flatMap((x) => frame(x + gap, at(i + 2)[0], x + 80, at(i + 2)[1])),
  )
  const texts = [
    row(9, ['项目', 80]),
    row(16, ['支出', 200], ['收入', 280]),
    row(23, ['编码', 40], ['名称', 120]),
    ...names.map((name, i) => row(14 * (i + 2) + 9, [`20${i}`, 40], [name, 120], ['12.50', 200], ['2.50', 280])),
  ]
  const small = texts.map((glyphs) => glyphs.map((g) => ({ ...g, size: 7 })))
  const [grid, ...others] = findGrids(pageOf([...header, ...body], small))
  expect([grid?.ruled, others]).toEqual([true, []])
  const cells = ['项目+2|支出|收入', '编码|名称', ...names.map((name, i) => `20${i}|${name}|12.50|2.50`)]
  expect(textsOf(grid)).toEqual(cells)
  // Most of the page's text may be smaller still: that of another table.
  const tiny = Array.from({ length: 20 }, (_, i) => row(300 + 9 * i, ['一般公共预算', 80], ['政府性基金', 240]))
  const smaller = tiny.map((glyphs) => glyphs.map((g) => ({ ...g, size: 4 })))
  const [first] = findGrids(pageOf([...header, ...body], [...small, ...smaller]))
  expect([first?.ruled, ...textsOf(first)]).toEqual([true, ...cells])
})
