/** What the edge of a seal leaves in a cell that holds nothing else. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import { withoutDirt, withoutStrokes } from '../../src/template/scanned/dirt.ts'

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

const read = (text: string, size: number, confidence: number) =>
  ({ text, size, confidence, box: [0, 0, 9 * text.length, size], source: 'ocr' }) as const

/** What is left of a cell that holds a name which no form prints, and a letter. */
function left(letter: string, size: number, confidence: number): string {
  const glyphs = [read('四、正生健康支出', 9, 0.4), read(letter, size, confidence)]
  const cell = { row: 0, col: 0, glyphs, text: glyphs.map((g) => g.text).join('') } as unknown as GridCell
  withoutDirt(cell, () => false)
  return cell.text
}

it('a low letter hardly read is none of the name; one as high, one read with certainty, and a digit are', () => {
  expect(left('r', 4, 0.5)).toBe('四、正生健康支出')
  expect([left('A', 9, 0.5), left('r', 4, 0.9), left('1', 4, 0.5)].map((text) => text.length)).toEqual([9, 9, 9])
})
