/** Lines of prose that look like the columns of a table are still prose; a table that a form claims is not. */
import { expect, it } from 'vitest'
import type { Grid } from '../../src/grid/types.ts'
import { toParagraphs } from '../../src/narrative/prose.ts'
import { withProse } from '../../src/narrative/unruled.ts'
import { setAsPages } from './told.ts'

const TEXT = '某市档案馆预算4684.30万元，包括在职人员经费2422.61万元、公用经费357.43万元、项目支出1904.26万元。'

function taken(text: string): { grid: Grid; sheet: Parameters<typeof withProse>[0][number] } {
  const [page] = setAsPages(text)
  const cells = page!.lines.map((line, row) => ({
    ...{ row, col: 0, rowSpan: 1, colSpan: 1, page: 1, box: line.box, glyphs: [...line.glyphs], text: line.text },
  }))
  const grid: Grid = { pages: [1], box: page!.lines[0]!.box, xs: [90, 500], rows: [], cells, ruled: false }
  return { grid, sheet: { ...page!, lines: [], grids: [grid] } }
}

const textOf = (pages: Parameters<typeof toParagraphs>[0]) => toParagraphs(pages).map((p) => p.text)

it('gives sentences back to the prose, whole', () => {
  expect(textOf(withProse([taken(TEXT).sheet], new Set()))).toEqual([TEXT])
})

it('leaves what a form claims, what has rulings and what holds no sentence', () => {
  const { grid, sheet } = taken(TEXT)
  expect(textOf(withProse([sheet], new Set([grid])))).toEqual([])
  expect(textOf(withProse([{ ...sheet, grids: [{ ...grid, ruled: true }] }], new Set()))).toEqual([])
  expect(textOf(withProse([taken('基本支出 100.00').sheet], new Set()))).toEqual([])
})
