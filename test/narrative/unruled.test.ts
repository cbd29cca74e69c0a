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

it('parts a short numbered line from what follows, though nothing is set in and it is worded as no heading', () => {
  const flat = (text: string) => setAsPages(text)[0]!.lines
  const [heading, ...rest] = ['三、一般公共预算拨款支出', TEXT].flatMap(flat)
  const left = Math.min(...rest.map((l) => l.box[0]))
  const moved = [heading!, ...rest].map((line, i) => {
    const by = line.box[0] - left
    const at = 110 + 24 * i
    const glyphs = line.glyphs.map((g) => ({ ...g, box: [g.box[0] - by, at, g.box[2] - by, at + 12] as const }))
    return { ...line, glyphs, box: [left, at, line.box[2] - by, at + 12] as const }
  })
  const [page] = setAsPages(TEXT)
  const texts = textOf([
    {
      ...page!,
      lines: moved.map((l) => ({ ...l, glyphs: l.glyphs.map((g) => ({ ...g, box: [...g.box] })), box: [...l.box] })),
    } as never,
  ])
  expect(texts).toEqual(['三、一般公共预算拨款支出', TEXT])
})
