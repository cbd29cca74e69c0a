/** Tables of which a ruling between two rows is left out: what stands in the cells shows that these are two. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type ReadFile, readFile, understand } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import type { Grid, GridCell } from '../src/grid/types.ts'
import { divideRows } from '../src/grid/undivided-rows.ts'
import type { Document } from '../src/model.ts'
import { cellRecords } from '../src/output/cells.ts'
import type { Glyph, Page } from '../src/page/types.ts'

const file: ReadFile = await readFile(readFileSync(new URL('../samples/drawn-budget-2026.pdf', import.meta.url)), {
  file: 'drawn.pdf',
})
const plain = cells(understand(forms, file).document)

function cells(document: Document): string[] {
  return cellRecords(document).map((c) => [c.table, c.page, c.row, c.column, c.value].join(' '))
}

/** Heights of the page's inner horizontal rulings, top to bottom. */
function heights({ rulings }: Page): number[] {
  const all = [...new Set(rulings.flatMap((r) => (r.axis === 'h' ? [Math.round(r.at)] : [])))].sort((a, b) => a - b)
  return all.slice(1, -1)
}

/** What is read where each page lacks the ruling that `choose` takes of its inner ones. */
function without(choose: (own: number[]) => number | undefined): string[] {
  const pages = file.pages.map((page) => {
    const at = choose(heights(page))
    const isLeft = (r: Page['rulings'][number]) => at === undefined || r.axis === 'v' || Math.round(r.at) !== at
    return { ...page, rulings: page.rulings.filter(isLeft) }
  })
  return cells(understand(forms, { ...file, pages }).document)
}

it('between two of the last rows', () => {
  expect(without((own) => own.at(-2))).toEqual(plain)
})

it('between two rows in the middle', () => {
  expect(without((own) => own[(own.length + 3) >> 1])).toEqual(plain)
})

it('no amount is put together from two', () => {
  for (let n = 0; n < 12; n++) {
    const known = new Set(plain.map((line) => line.split(' ').at(-1)))
    const found = without((own) => own[n]).filter((line) => /^-?[\d.]+$/.test(line.split(' ').at(-1)!))
    expect(found.filter((line) => !known.has(line.split(' ').at(-1)))).toEqual([])
  }
})

it('a long paragraph beside a list of figures is left whole', () => {
  const text = (word: string, x: number, y: number): Glyph[] =>
    [...word].map((c, i) => ({ text: c, size: 9, box: [x + i * 9, y, x + i * 9 + 9, y + 9], source: 'text' }))
  const lines = (count: number, leading: number, word: string, x: number) =>
    Array.from({ length: count }, (_, i) => text(word, x, i * leading)).flat()
  const cell = (col: number, x0: number, x1: number, glyphs: Glyph[]): GridCell => ({
    ...{ row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box: [x0, 0, x1, 700], glyphs },
    text: glyphs.map((g) => g.text).join(''),
  })
  const cells = [
    cell(0, 0, 200, lines(15, 44, '某项支出', 0)),
    cell(1, 200, 400, lines(15, 44, '1.50', 200)),
    cell(2, 400, 600, lines(60, 11.5, '说明文字', 400)),
  ]
  const grid: Grid = {
    ...{ pages: [1], box: [0, 0, 600, 700], xs: [0, 200, 400, 600], ruled: true },
    rows: [{ page: 1, y0: 0, y1: 700 }],
    cells,
  }
  divideRows(grid, [])
  expect(grid.rows).toHaveLength(15)
  expect(grid.cells.filter((c) => c.col === 2).map((c) => c.rowSpan)).toEqual([15])
})
