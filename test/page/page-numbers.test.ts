/** Numbers of pages where few pages have one. */
import { expect, it } from 'vitest'
import type { Page } from '../../src/page/types.ts'
import { toSheets } from '../../src/sheets.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'

const numbered = (number: number, { glyphs, rulings }: Page): Page => ({ ...pageOf([], []), number, glyphs, rulings })
const table = pageOf(
  [...lines('h', 100, 300, 100, 124, 148), ...lines('v', 100, 148, 100, 200, 300)],
  [row(112, ['教育支出', 150], ['5.00', 250]), row(136, ['科学技术支出', 150], ['6.00', 250])],
)
const only = (y: number, text: string) => pageOf([], [row(y, [text, 300])])

it.each([
  ['- 3 -', 30],
  ['3', 820],
])('nothing but %s stands on a page: it is blank', (text, y) => {
  const [, between] = toSheets([numbered(1, table), numbered(2, only(y, text)), numbered(3, table)])
  expect(between).toMatchObject({ isBlank: true, follows: true })
})

it.each([
  ['3 个', 30],
  ['3', 400],
])('%s may be a text of its own', (text, y) => {
  expect(toSheets([numbered(1, table), numbered(2, only(y, text))])[1]).toMatchObject({ isBlank: false })
})
