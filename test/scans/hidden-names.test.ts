/** Names of scans of which a seal may hide a part. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import type { Page } from '../../src/page/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import { doubtHiddenNames } from '../../src/template/scanned/hidden-names.ts'
import { toLexicon } from '../../src/template/scanned/words.ts'

const SIZE = 10
const NAMES = ['部门集中采购', '集中采购', '集中采购目录']

/** Which of the names are in doubt, where red ink lies over that much of the second one's line (points). */
function doubted(from: number, to: number, names = NAMES): string[] {
  const cells = names.map((text, row): GridCell => {
    const y = 20 * row
    const left = 60 - (SIZE * text.length) / 2
    const box = [left, y + 5, 120 - left, y + 5 + SIZE] as const
    const glyphs = [{ text, box, size: SIZE, source: 'ocr' as const, confidence: 0.9 }]
    return { row, col: 0, rowSpan: 1, colSpan: 1, page: 1, box: [0, y, 120, y + 20], glyphs, text }
  })
  const page = { number: 1, stains: [[from, 20, to, 40]] } as unknown as Page
  doubtHiddenNames([{ grids: [{ cells }] } as unknown as Sheet], [page], toLexicon(['上年结转', '部门集中采购']))
  return cells.filter((c) => c.unsure).map((c) => c.text)
}

it('a name beside red ink is in doubt where another one of its column ends or begins with it', () => {
  expect(doubted(10, 40)).toEqual(['集中采购'])
  expect(doubted(80, 110)).toEqual(['集中采购'])
})

it('a short one is where one that forms print ends or begins with it', () => {
  expect(doubted(10, 50, ['政府采购', '结转'])).toEqual(['结转'])
  expect(doubted(70, 110, ['政府采购', '结转'])).toEqual([])
})

it('it is not, where no ink is beside it, and where no other name is longer there', () => {
  expect(doubted(200, 240)).toEqual([])
  expect(doubted(80, 110, ['部门集中采购', '集中采购'])).toEqual([])
  expect(doubted(10, 40, ['政府采购', '集中采购'])).toEqual([])
})
