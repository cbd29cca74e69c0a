/** What the edge of a seal leaves in a cell that holds nothing else. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import { withoutStrokes } from '../../src/template/scanned/dirt.ts'

const WIDTH = 50
const isWord = (text: string) => ['收入', '支出', '预算数'].includes(text)

/** The first row of a grid; a dash in it was hardly read. */
function firstRow(...texts: string[]): GridCell[] {
  return texts.map((text, col) => {
    const box = [col * WIDTH, 0, (col + 1) * WIDTH, 10] as const
    const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence: text === '—' ? 0.75 : 0.99 }]
    return { row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
  })
}

const after = (cells: readonly GridCell[]) => {
  withoutStrokes(cells, isWord)
  return cells.at(-1)
}

it('a stroke hardly read beside headers is none of a line of figures', () => {
  expect(after(firstRow('收入', '支出', '—'))).toMatchObject({ text: '', unsure: true })
})

it('a dash in a line of figures is one, and so is one read with certainty', () => {
  expect(after(firstRow('收入', '12.00', '—'))).toMatchObject({ text: '—' })
  const sure = firstRow('收入', '支出', '—').map((c) => ({
    ...c,
    glyphs: c.glyphs.map((g) => ({ ...g, confidence: 1 })),
  }))
  expect(after(sure)).toMatchObject({ text: '—' })
})
