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

it('it stands where the one header of the two columns has it, which is in the middle of its own', () => {
  /** Names begin at 155, and the second column of them ends at 300, where amounts begin. */
  const sources = (...rows: [source: string, name: string, amount: string][]) => {
    const ys = [100, 120, ...rows.map((_, i) => 140 + 20 * i)]
    const cells = rows.map(([source, name, amount], i) =>
      row(130 + 20 * i, [source, 75], [name, 155 + 4.5 * name.length], [amount, 425]),
    )
    return pageOf(
      [...lines('h', 0, 450, ...ys), ...lines('v', 100, ys.at(-1)!, 0, 150, 450)],
      [row(110, ['项目名称', 75], ['金额', 375]), ...cells],
    )
  }
  const [first] = findGrids(sources(['预算资金', '公共财政拨款补助资金', '33172.15'], ['预算资金', '专项收入', '']))
  const [next] = findGrids(sources(['其他资金', '事业收入', ''], ['结转资金', '小计', '']), first)
  expect(textsOf(first)).toEqual(['项目名称||金额', '预算资金|公共财政拨款补助资金|33172.15', '预算资金|专项收入|'])
  expect(textsOf(next)).toEqual(['项目名称||金额', '其他资金|事业收入|', '结转资金|小计|'])
})

it('it is shown by the headers at its sides, where the page ends within the header', () => {
  const [first] = findGrids(
    pageOf(
      [...lines('h', 0, 450, 100, 120), ...lines('v', 100, 120, 0, 150, 250, 450)],
      [row(110, ['项目', 75], ['本年收入合计', 200], ['财政拨款收入', 300], ['上级补助收入', 400])],
    ),
  )
  expect(textsOf(first)).toEqual(['项目|本年收入合计|财政拨款收入|上级补助收入'])
  expect(first!.xs[3]).toBeCloseTo(350)
})
