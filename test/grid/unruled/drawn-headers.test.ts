/** Headers of which cells are drawn one by one, without uprights: which columns a text heads, and where the header begins. */
import { expect, it } from 'vitest'
import { findGrids } from '../../../src/grid/find.ts'
import { roomBetweenFrames } from '../../../src/grid/rulings/cell-frames.ts'
import type { Ruling } from '../../../src/page/types.ts'
import { lines, pageOf, row, ruling, textsOf } from '../../drawn/ruled.ts'

/** Pieces of a ruling, as wide as the cells above it. */
const pieces = (y: number, xs: readonly number[]) => xs.slice(1).map((x, i) => ruling('h', y, xs[i]! + 0.05, x - 0.05))
const middles = (xs: readonly number[]) => xs.slice(1).map((x, i) => (xs[i]! + x) / 2)
const rowAt = (y: number, xs: readonly number[], ...words: string[]) =>
  row(y, ...middles(xs).flatMap((x, i): [string, number][] => (words[i] ? [[words[i], x]] : [])))

it('a text in the middle of two columns heads these, and not all of those whose headers stand lower', () => {
  const xs = [40, 200, 270, 340, 410, 460, 520, 560]
  const names = ['科目名称', '总计', '人员支出', '公用支出', '项目支出', '经营支出', '其他']
  const [grid] = findGrids(
    pageOf(
      [...pieces(150, xs), ...pieces(170, xs), ...pieces(190, xs)],
      [
        row(115, ['基本支出', 340]),
        rowAt(140, xs, ...names),
        rowAt(160, xs, '教育支出', '90.00', '50.00', '20.00', '20.00'),
        rowAt(180, xs, '科学技术支出', '80.00', '50.00', '20.00', '10.00'),
      ],
    ),
  )
  const head = grid!.cells.find((c) => c.text === '基本支出')
  expect([head?.col, head?.colSpan]).toEqual([2, 2])
})

it('a ruling that is as wide as some columns stands within the header, be two of its lines no wider', () => {
  const below = [...lines('h', 0, 590, 100, 160), ...lines('h', 0, 160, 115, 130, 145)]
  const grids = findGrids(
    pageOf(below, [
      row(85, ['编制部门：某局', 60], ['单位：万元', 760]),
      row(107, ['项目', 150], ['合计', 350], ['基本支出', 450], ['项目支出', 550]),
      row(122, ['支出功能分类', 80], ['科目名称', 220]),
      row(137, ['科目编码', 80]),
      row(152, ['类', 30], ['款', 80], ['项', 130]),
      row(180, ['205', 30], ['教育支出', 220], ['90.00', 350], ['50.00', 450], ['40.00', 550]),
      row(200, ['205', 30], ['02', 80], ['普通教育', 220], ['90.00', 350], ['50.00', 450], ['40.00', 550]),
    ]),
  )
  expect(grids.flatMap((g) => textsOf(g)).join('|')).toContain('基本支出')
})

it('frames of few cells are told by the places that their sides have, one beside the other', () => {
  const sides = (y: number, ...xs: number[]): Ruling[] =>
    xs.flatMap((x) => [x, x + 3.6].map((at) => ruling('v', at, y, y + 20)))
  const apart = [...sides(100, 120, 200, 280), ...sides(124, 360, 440)]
  expect(roomBetweenFrames(apart, 6)).toBeCloseTo(3.9)
  // A doubled side of a table has a pair for each of its pieces.
  expect(
    roomBetweenFrames(
      [100, 120, 140, 160].flatMap((y) => sides(y, 40, 500)),
      6,
    ),
  ).toBe(0)
})
