/** Words of a scan beside which a pen left a stroke. */
import { expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import type { GridCell } from '../../src/grid/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import { mend } from '../../src/template/scanned/mend.ts'
import { mendWords, toLexicon } from '../../src/template/scanned/words.ts'

const words = toLexicon(['项目支出'])

it('a known word is taken without the stroke, and in doubt where that may be a letter', () => {
  const read = (text: string) => mend([{ text, share: 0.9999 }], words)
  expect(read('项目支出<')).toEqual({ text: '项目支出', sure: true })
  expect(read('项目支出V')).toEqual({ text: '项目支出', sure: false })
  expect(read('项目支出率')).toEqual({ text: '项目支出率', sure: true })
})

it('no header of which only a part is fixed is made of it', () => {
  const text = '项目支出<'
  const box = [0, 0, 50, 10] as const
  const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence: 0.99 }]
  const cell: GridCell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
  const grid = { cells: [cell], xs: [0] }
  const sheet = { page: 1, box: [0, 0, 500, 500], grids: [grid], lines: [] } as unknown as Sheet
  mendWords([sheet], { words, titles: new Map(), isHeader: () => true, misread })
  expect([cell.text, cell.unsure]).toEqual(['项目支出', undefined])
})

it('a name hardly read that differs by a letter from another one of its table is in doubt', () => {
  const named = (first: string, share: number, second: string) => {
    const cells = [first, second].map((text, row): GridCell => {
      const box = [0, 20 * row, 50, 20 * row + 10] as const
      const alternatives = [{ text: text.slice(0, -1), confidence: 0.01 }]
      const glyphs = [
        { text, box, size: 10, source: 'ocr' as const, confidence: row === 0 ? share : 0.98, alternatives },
      ]
      return { row, col: 0, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
    })
    const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0] }], lines: [] } as unknown as Sheet
    mendWords([sheet], { words, titles: new Map(), isHeader: (header) => header.endsWith('专项业务费'), misread })
    return cells.map((c) => c.unsure)
  }
  expect(named('审翔专项业务费', 0.51, '审判专项业务费')).toEqual([true, undefined])
  expect(named('审翔专项业务费', 0.98, '审判专项业务费')).toEqual([undefined, undefined])
  expect(named('信访专项业务费', 0.51, '审判专项业务费')).toEqual([undefined, undefined])
})
