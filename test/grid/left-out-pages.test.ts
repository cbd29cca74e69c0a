/** A ruling that every page of a table lacks: what stands on each of them shows where it would be. */
import { expect, it } from 'vitest'
import { findGrids } from '../../src/grid/find.ts'
import { lines, pageOf, row, textsOf } from '../drawn/ruled.ts'

/** Three columns, between whose first two no ruling is drawn; room between them is left at 100. */
const page = (...names: [string, number][]) => {
  const ys = [100, 120, ...names.map((_, i) => 140 + 20 * i)]
  return pageOf(
    [...lines('h', 0, 400, ...ys), ...lines('v', 100, ys.at(-1)!, 0, 300, 400)],
    [
      row(110, ['功能分类', 40], ['经济分类科目', 180], ['金额', 350]),
      ...names.map(([name, x], i) => row(130 + 20 * i, [name, x], ['基本工资与津贴', 137], ['26.81', 350])),
    ],
  )
}

it('it stands where the texts of both pages leave room', () => {
  const [first] = findGrids(page(['事业运行', 22], ['离退休费', 22], ['购房补贴', 22]))
  const [next] = findGrids(page(['机关事业单位养老保险', 51], ['公务员费', 22], ['死亡抚恤', 22]), first)
  expect(first!.xs[1]).toBe(next!.xs[1])
  expect(textsOf(next).slice(1)).toEqual([
    '机关事业单位养老保险|基本工资与津贴|26.81',
    '公务员费|基本工资与津贴|26.81',
    '死亡抚恤|基本工资与津贴|26.81',
  ])
})
