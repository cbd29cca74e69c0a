/** Ruled tables that print their header again among the rows. */
import { expect, it } from 'vitest'
import { findGrids } from '../../src/grid/find.ts'
import { glyphsOf } from '../../src/grid/types.ts'
import type { Page } from '../../src/page/types.ts'
import { lines, pageOf, row, ruling, textsOf } from '../drawn/ruled.ts'

const head = (y: number) => [row(y, ['科目名称', 100], ['支出', 300]), row(y + 14, ['合计', 250], ['项目支出', 350])]
const line = (y: number, name: string, ...amounts: [string, string]) =>
  row(y, [name, 100], [amounts[0], 250], [amounts[1], 350])
const frame = (foot: number, ...levels: number[]) => [
  ...lines('h', 0, 400, 100, ...levels, foot),
  ...lines('v', 100, foot, 0, 200, 400),
]

/** Uprights between two columns begin below the header of both. */
const below = (from: number, to: number) => ruling('v', 300, from, to)

const rowsOn = (page: Page, before: Parameters<typeof findGrids>[1] = null) => textsOf(findGrids(page, before)[0])

it('is none of the rows that rulings part it from', () => {
  const texts = [
    ...head(110),
    line(140, '教育支出', '90.00', '40.00'),
    line(160, '普通教育', '80.00', '30.00'),
    ...head(180),
    line(210, '科学支出', '70.00', '20.00'),
    line(230, '卫生支出', '60.00', '10.00'),
  ]
  const rows = ['教育支出|90.00|40.00', '普通教育|80.00|30.00', '科学支出|70.00|20.00', '卫生支出|60.00|10.00']
  const whole = [below(117, 173), below(187, 245), ruling('h', 117, 200, 400), ruling('h', 187, 200, 400)]
  const ruled = pageOf([...frame(245, 131, 150, 173, 201, 220), ...whole], texts)
  expect(rowsOn(ruled).slice(2)).toEqual(rows)
  // What it says stands in the table, and not between it and the next.
  expect(glyphsOf(findGrids(ruled)).size).toBe(ruled.glyphs.length)
})

it('… nor of those that no ruling does', () => {
  const plain = (y: number) => row(y, ['科目名称', 100], ['合计', 250], ['项目支出', 350])
  const texts = [
    plain(110),
    line(130, '教育支出', '90.00', '40.00'),
    line(150, '普通教育', '80.00', '30.00'),
    plain(170),
    line(190, '科学支出', '70.00', '20.00'),
    line(210, '卫生支出', '60.00', '10.00'),
  ]
  const rows = ['教育支出|90.00|40.00', '普通教育|80.00|30.00', '科学支出|70.00|20.00', '卫生支出|60.00|10.00']
  expect(rowsOn(pageOf([...frame(220, 120), below(100, 220)], texts)).slice(1)).toEqual(rows)
})

it('… nor on a page that goes on without one at its head', () => {
  const first = pageOf(
    [...frame(170, 131, 150), below(117, 170), ruling('h', 117, 200, 400)],
    [...head(110), line(140, '教育支出', '90.00', '40.00'), line(160, '普通教育', '80.00', '30.00')],
  )
  const [before] = findGrids(first)
  const next = pageOf(
    [...frame(200, 120, 148, 170), below(100, 120), below(134, 200), ruling('h', 134, 200, 400)],
    [
      line(110, '科学支出', '70.00', '20.00'),
      ...head(127),
      line(160, '卫生支出', '60.00', '10.00'),
      line(185, '住房支出', '5.00', '5.00'),
    ],
  )
  expect(rowsOn(next, before ?? null)).toEqual(['科学支出|70.00|20.00', '卫生支出|60.00|10.00', '住房支出|5.00|5.00'])
  expect(rowsOn(next).length).toBeGreaterThan(3)
})
