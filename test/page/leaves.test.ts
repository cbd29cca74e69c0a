/** Sheets that hold two pages side by side, not numbered. */
import { expect, it } from 'vitest'
import { leavesOf } from '../../src/page/leaves.ts'
import type { Page } from '../../src/page/types.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'

const [WIDTH, HEIGHT] = [1190, 842]
const [LEFT, RIGHT] = [300, 890]

const sheet = (page: Page, width = WIDTH): Page => ({ ...page, width, height: HEIGHT })
const prose = (x: number) => row(200, ['本部门负责全市档案工作，指导监督。', x])
const frame = (x: number) => [...lines('h', x - 60, x + 60, 300, 324, 348), ...lines('v', 300, 348, x - 60, x, x + 60)]
const table = (x: number) => [
  row(312, ['科目名称', x - 30], ['合计', x + 30]),
  row(336, ['教育支出', x - 30], ['5.00', x + 30]),
]

/** A table beside prose, prose on both sides, and a line over the middle. */
const show = () => sheet(pageOf(frame(LEFT), [...table(LEFT), prose(RIGHT)]))
const [shown, again] = [show(), show()]
const plain = sheet(pageOf([], [prose(LEFT), prose(RIGHT)]))
const crossed = sheet(pageOf([], [row(200, ['一行跨过中间的文字，不分左右两边。', WIDTH / 2])]))

const counts = (...pages: Page[]) => {
  const leaves = leavesOf(pages)
  return pages.map(
    (page) => leaves.filter((l) => l.page === page || l.page.glyphs.some((g) => page.glyphs.includes(g))).length,
  )
}

it('prose on both sides is on two pages where other sheets of that size are two each', () => {
  expect(counts(shown, again, plain)).toEqual([2, 2, 2])
  expect(counts(plain)).toEqual([1])
  expect(counts(shown, again, plain, crossed)).toEqual([2, 2, 1, 1])
  expect(counts(shown, again, sheet(plain, WIDTH + 200))).toEqual([2, 2, 1])
})

it('the last sheet may have its left half alone', () => {
  const last = sheet(pageOf([], [prose(LEFT)]))
  const [leaf, ...others] = leavesOf([shown, last]).slice(2)
  expect(leaf!.box[2]).toBeLessThan(RIGHT)
  expect(others).toEqual([])
})

it('uprights alone on both sides are those of one table', () => {
  const uprights = [240, 300, 360, 830, 890, 950].flatMap((x) => lines('v', 300, 348, x))
  expect(counts(sheet(pageOf(uprights, [...table(LEFT), ...table(RIGHT)])))).toEqual([1])
})

it('the name of a document over a page with a narrow table is no other page', () => {
  const named = (y: number) => sheet(pageOf(frame(LEFT), [...table(LEFT), row(y, ['某市财政局部门预算', RIGHT])]))
  expect(counts(named(30))).toEqual([1])
  expect(counts(named(420))).toEqual([2])
})
