/** How far names are set in: behind marks of notes, and where some are set smaller than others. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import { blockText } from '../../src/page/lines.ts'
import type { Glyph } from '../../src/page/types.ts'
import type { PlacedColumn } from '../../src/template/columns/placed.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { withMeantIndents } from '../../src/template/lines/indents.ts'
import { keyCells } from '../../src/template/lines/key-cells.ts'

const glyph = (text: string, x: number, y: number, size: number): Glyph => ({
  ...{ text, size, font: 'a', angle: 0, source: 'text' as const },
  box: [x, y, x + size, y + size],
})

/** How a name stands in its cell of 200 points, letters of 10 points. */
function namingOf(...glyphs: Glyph[]) {
  const cell: GridCell = {
    ...{ page: 1, row: 0, col: 0, rowSpan: 1, colSpan: 1, box: [0, 0, 200, 20] },
    ...{ glyphs, text: glyphs.map((g) => g.text).join('') },
  }
  const column = { role: 'label', leaf: { c0: 0, c1: 1, words: ['项目'] } } as unknown as PlacedColumn
  return keyCells([[cell]], 0, [column], { from: 0, letter: 10 }).naming
}

const indentOf = (...glyphs: Glyph[]) => namingOf(...glyphs).indent

it('a mark that stands higher than its name does not begin it', () => {
  const name = [glyph('司', 20, 8, 10), glyph('法', 30, 8, 10)]
  expect(indentOf(...name)).toBe(2)
  expect(indentOf(...name, glyph('①', 40, 5, 6))).toBe(2)
})

it.each([
  ['left', 20, false],
  ['middle', 90, true],
  ['right', 175, true],
])('where a name set at the %s begins', (_, x, beginsAnywhere) => {
  const name = [glyph('司', x, 8, 10), glyph('法', x + 10, 8, 10)]
  expect(namingOf(...name).beginsAnywhere).toBe(beginsAnywhere)
})

it('a name that fills its cell does not show where it is set, unless a line of it that is wrapped leaves room', () => {
  const full = Array.from({ length: 20 }, (_, i) => glyph('司', 10 * i, 0, 10))
  expect(namingOf(...full)).toMatchObject({ beginsAnywhere: false, fills: true })
  expect(namingOf(...full, glyph('法', 95, 10, 10))).toMatchObject({ beginsAnywhere: true, fills: false })
  expect(namingOf(...full, glyph('法', 0, 10, 10))).toMatchObject({ beginsAnywhere: false, fills: false })
})

/** Lines with names of some size, as a share of the usual one, set in so many letters. */
const indents = (...lines: [size: number, indent: number][]) =>
  withMeantIndents(
    lines.map(
      ([size, indent]) => ({ size, indent, aside: 0, beginsAnywhere: false, reach: [0, 0] }) as unknown as Draft,
    ),
  ).map((d) => Math.round(10 * d.indent) / 10)

it('blanks before a name that is shrunk into its cell are as many as before the others', () => {
  expect(indents([1, 0.2], [1, 1.2], [1, 2.2], [0.5, 1.2], [0.8, 1.8])).toEqual([0.2, 1.2, 2.2, 2.2, 2.2])
})

it('an indent of the cell is that of the others, whatever the size of the name', () => {
  expect(indents([1, 0.2], [1, 1.2], [1, 2.2], [0.5, 2.2], [0.8, 1.2])).toEqual([0.2, 1.2, 2.2, 2.2, 1.2])
})

it('a mark that is larger than its name, which is shrunk, is none of it', () => {
  const name = [...'信息中心'].map((c, i) => glyph(c, 20 + 2.3 * i, 12, 2.3))
  expect(blockText([...name, glyph('①', 29.2, 7.3, 4.9)])).toBe('信息中心')
})

/** A name of so many letters behind so many blanks, in the middle of its cell together with them. */
const middle = ([letters, blanks]: readonly [number, number]) => {
  const name = Array.from({ length: letters }, (_, i) => glyph('司', 100 + 5 * (blanks - letters) + 10 * i, 8, 10))
  return { ...namingOf(...name), reach: [0, 0] } as unknown as Draft
}

type Name = Parameters<typeof middle>[0]
const likely: Name[] = [
  [6, 0],
  [2, 1],
  [4, 2],
  [8, 2],
  [12, 2],
  [5, 1],
  [4, 2],
]
const narrow: Name[] = [
  [2, 0],
  [6, 0],
  [5, 1],
  [2, 1],
  [4, 2],
  [4, 2],
  [4, 2],
]

it.each([
  ['as long as they like', likely],
  ['most of them filling their first lines', narrow],
])('names in the middle of their column, %s, are as far in as they have blanks before them', (_, names) => {
  expect(withMeantIndents(names.map(middle)).map((d) => Math.round(d.indent))).toEqual(
    names.map(([, blanks]) => blanks),
  )
})
