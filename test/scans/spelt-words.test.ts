/** How words of scans are spelt that a form is known to print. */
import { expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import { mend } from '../../src/template/scanned/mend.ts'
import { mendWords, toLexicon } from '../../src/template/scanned/words.ts'

it('a bracket in another place than that of the known word was read badly, and one more was not', () => {
  const known = toLexicon(['维修（护）费', '上年结转'])
  const read = (text: string) => mend([{ text, share: 0.9 }], known).text
  expect(['维修(护费)', '维修(护)费', '维修护费', '上年结转(本级)'].map(read)).toEqual([
    ...['维修(护)费', '维修(护)费', '维修护费', '上年结转(本级)'],
  ])
})

it('knows a header by its word before its pattern: 财政援款 is 财政拨款, though some form has 财政*款', () => {
  const cells = ['财政援款', '科目名称'].map((text, col) => {
    const box = [50 * col, 0, 50 * col + 50, 10]
    const glyphs = [{ text, box, size: 10, source: 'ocr', confidence: col === 0 ? 0.92 : 0.99 }]
    return { row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
  })
  const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0, 50, 100] }], lines: [] }
  const words = toLexicon(['财政拨款', '财政存款', '科目名称'])
  const isHeader = (word: string) => /^财政.款$/.test(word)
  mendWords([sheet as unknown as Sheet], { words, titles: new Map(), isHeader, misread })
  expect(cells[0]).toMatchObject({ text: '财政拨款' })
  expect(cells[0]).not.toHaveProperty('unsure')
})
