/** Words of scanned cells that only what stands beside them can put right. */
import { expect, it } from 'vitest'
import type { GridCell } from '../src/grid/types.ts'
import { mendWords, toLexicon } from '../src/template/scanned-words.ts'
import type { Sheet } from '../src/template/sections.ts'

const WIDTH = 50

function headerRow(...texts: string[]): GridCell[] {
  return texts.map((text, col) => {
    const box = [col * WIDTH, 0, (col + 1) * WIDTH, 10] as const
    const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence: 0.99 }]
    return { row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
  })
}

function mended(...texts: string[]): GridCell[] {
  const cells = headerRow(...texts)
  const sheet = { page: 1, width: 500, height: 500, grids: [{ cells }], lines: [] } as unknown as Sheet
  mendWords([sheet], { words: toLexicon(['科目代码', '科目名称']), titles: new Map(), isHeader: () => false })
  return cells
}

it('takes a header that lost a letter for that of the block beside it', () => {
  const [, , cut] = mended('科目代码', '科目名称', '科目代', '科目名称')
  expect(cut).toMatchObject({ text: '科目代码' })
  expect(cut!.unsure).toBeUndefined()
})

it('leaves it in doubt where something else stands beside it', () => {
  const [, , cut] = mended('科目代码', '科目名称', '科目代', '经济分类')
  expect(cut).toMatchObject({ text: '科目代', unsure: true })
})
