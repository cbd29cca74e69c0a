/** Pages of rulings and texts placed one by one, and the grid that is found on them. */
import { findGrids } from '../../src/grid/find.ts'
import type { Grid } from '../../src/grid/types.ts'
import type { Glyph, Page, Ruling } from '../../src/page/types.ts'

const SIZE = 9

/** Words with their middle at a place. */
function text(words: string, x: number, y: number): Glyph[] {
  const widths = [...words].map((c) => (/\p{Script=Han}/u.test(c) ? SIZE : SIZE / 2))
  const width = widths.reduce((a, b) => a + b, 0)
  let at = x - width / 2
  return [...words].map((c, i) => {
    const x0 = at
    at += widths[i]!
    return { text: c, size: SIZE, box: [x0, y - SIZE / 2, at, y + SIZE / 2], source: 'text' }
  })
}

export const ruling = (axis: 'h' | 'v', at: number, from: number, to: number): Ruling => ({
  axis,
  at,
  from,
  to,
  thickness: 1,
})

const blank = { number: 1, width: 595, height: 842, rotation: 0, kind: 'text', images: [] } as const

/** What each row of the only grid of a page holds, cell by cell; `+2` behind those over two columns. */
export function rowsOf(rulings: Ruling[], ...texts: Glyph[][]): string[] {
  return textsOf(findGrids(pageOf(rulings, texts))[0])
}

export const pageOf = (rulings: Ruling[], texts: Glyph[][]): Page => ({
  ...blank,
  images: [],
  rulings,
  glyphs: texts.flat(),
})

export function textsOf(grid: Grid | undefined): string[] {
  return (grid?.rows ?? []).map((_, row) =>
    grid!.cells
      .filter((c) => c.row === row)
      .sort((a, b) => a.col - b.col)
      .map((c) => (c.colSpan > 1 ? `${c.text}+${c.colSpan}` : c.text))
      .join('|'),
  )
}

export const row = (y: number, ...cells: [words: string, x: number][]) =>
  cells.flatMap(([words, x]) => text(words, x, y))

export const lines = (axis: 'h' | 'v', from: number, to: number, ...places: number[]) =>
  places.map((at) => ruling(axis, at, from, to))
