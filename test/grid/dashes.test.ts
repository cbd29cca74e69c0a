/** Lines that programs draw dash by dash, and cells that do not touch each other, as browsers print them. */
import { expect, it } from 'vitest'
import { findGrids } from '../../src/grid/find.ts'
import { toTextRow } from '../../src/grid/pieces.ts'
import { toLines } from '../../src/page/lines.ts'
import type { DrawnShape } from '../../src/page/operators/drawing.ts'
import { toRulings } from '../../src/page/rulings.ts'
import type { Glyph, Page, Ruling } from '../../src/page/types.ts'

const A4 = { width: 595, height: 842 }
const SIZE = 8
const [DASH, BLANK, THICK] = [2.25, 1.6, 0.75]

/** Dashes as filled rectangles from one place to another; the last one is no longer than is left. */
function dashed(axis: Ruling['axis'], at: number, from: number, to: number): DrawnShape[] {
  const out: DrawnShape[] = []
  for (let a = from; a < to - 1; a += DASH + BLANK) {
    const b = Math.min(a + DASH, to)
    const box: DrawnShape['box'] =
      axis === 'h' ? [a, at - THICK / 2, b, at + THICK / 2] : [at - THICK / 2, a, at + THICK / 2, b]
    out.push({ box, kind: 'rect', filled: true, invisible: false, thickness: THICK, order: out.length } as DrawnShape)
  }
  return out
}

it('dashes that follow each other are one line', () => {
  const [line, ...others] = toRulings(dashed('h', 100, 50, 150), A4, SIZE)
  expect(others).toEqual([])
  expect(line).toMatchObject({ axis: 'h', at: 100, from: 50 })
  expect(line!.to).toBeGreaterThan(147)
})

it('the sides of low cells are lines, too; pieces that stand apart are none', () => {
  const sides = [0, 1, 2].flatMap((row) => dashed('v', 50, 100 + 12 * row, 110 + 12 * row))
  expect(toRulings([...dashed('h', 100, 50, 150), ...sides], A4, SIZE).filter((r) => r.axis === 'v')).toHaveLength(1)
  const apart = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => dashed('h', 200, 50 + 20 * i, 50 + 20 * i + DASH))
  expect(toRulings(apart, A4, SIZE)).toHaveLength(8)
})

/** Characters in one go, from a place. */
function text(words: string, x: number, y: number, size: number): Glyph[] {
  return [...words].map((c, i) => ({
    ...{ text: c, size, source: 'text' as const },
    box: [x + i * size, y - size / 2, x + (i + 1) * size, y + size / 2] as Glyph['box'],
  }))
}

function page(rulings: Ruling[], glyphs: Glyph[]): Page {
  return { ...A4, number: 1, rotation: 0, kind: 'text', images: [], rulings, glyphs }
}

const ruling = (axis: Ruling['axis'], at: number, from: number, to: number): Ruling => ({
  axis,
  at,
  from,
  to,
  thickness: 1,
})

it('an amount with its unit ends where a name runs up to it behind a ruling', () => {
  const amount = '１７．２８万元'
  const rulings = [
    ...[100, 112, 124].map((y) => ruling('h', y, 50, 250)),
    ...[50, 50 + amount.length * SIZE, 250].map((x) => ruling('v', x, 100, 124)),
  ]
  const glyphs = [106, 118].flatMap((y) => text(`${amount}二、外交支出`, 50, y, SIZE))
  expect(findGrids(page(rulings, glyphs))[0]!.cells.map((c) => c.text)).toEqual([
    ...[amount, '二、外交支出', amount, '二、外交支出'],
  ])
})

it('cells of tiny print that stand a little apart have no rows and columns between them', () => {
  const frames = [0, 1].flatMap((r) =>
    [0, 1].flatMap((c) => {
      const [x0, y0] = [50 + 60 * c, 100 + 12 * r]
      const [x1, y1] = [x0 + 57.75, y0 + 9.75]
      return [ruling('h', y0, x0, x1), ruling('h', y1, x0, x1), ruling('v', x0, y0, y1), ruling('v', x1, y0, y1)]
    }),
  )
  const glyphs = [0, 1].flatMap((r) => [0, 1].flatMap((c) => text('公用', 55 + 60 * c, 105 + 12 * r, 6)))
  expect(findGrids(page(frames, glyphs))[0]!.cells).toHaveLength(4)
})

it('an amount and its unit, which programs set apart a little, are one text', () => {
  const at = (x: number) => [...text('5743.45', x, 106, SIZE), ...text('万元', x + 7.3 * SIZE, 106, SIZE)]
  const [line] = toLines([...at(50), ...at(200)])
  expect(toTextRow(line!).pieces).toHaveLength(2)
})
