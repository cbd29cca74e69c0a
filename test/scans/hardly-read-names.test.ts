/** Names of scans that were hardly read, and what would have to bear them out. */
import { expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import type { GridCell } from '../../src/grid/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import type { TableTemplate } from '../../src/template/define.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { parentsBySums } from '../../src/template/lines/parents-by-sums.ts'
import { mend } from '../../src/template/scanned/mend.ts'
import { mendWords, toLexicon } from '../../src/template/scanned/words.ts'

it('a short word may be what is left of a longer one', () => {
  const known = toLexicon(['经费', '公务接待', '公务接待费'])
  expect(mend([{ text: '经费', share: 0.3 }], known).sure).toBe(false)
  expect(mend([{ text: '经费', share: 0.6 }], known).sure).toBe(true)
  const readings = [
    { text: '公务接', share: 0.44 },
    { text: '公务接待费', share: 0.26 },
  ]
  expect([mend(readings, known).sure, mend(readings.slice(0, 1), known).sure]).toEqual([false, true])
})

it('a name beside an aim is no header, of which a pattern would vouch for the other letters', () => {
  const isUnsure = (...texts: string[]) => {
    const cells = texts.map((text, col): GridCell => {
      const box = [50 * col, 0, 50 * col + 50, 10] as const
      const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence: col === 0 ? 0.8 : 0.99 }]
      return { row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
    })
    const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0, 50, 100] }], lines: [] }
    const isHeader = (text: string) => /比例$/.test(text)
    mendWords([sheet as unknown as Sheet], { words: new Map(), titles: new Map(), isHeader, misread })
    return cells[0]!.unsure === true
  }
  expect(isUnsure('某某费果及时提交审议比例', '100', '%')).toBe(true)
  expect(isUnsure('某某费果及时提交审议比例', '2026', '备注')).toBe(false)
})

it('groups of a list are as sure as the sums that bear them out', () => {
  const template = { rows: { by: 'record' }, identities: [{ list: 'total' }] } as unknown as TableTemplate
  const areSure = (...amounts: string[]) => {
    const drafts = amounts.map((value, i) => {
      const labels = [['合计', '货物', '甲局', '服务', '甲局'][i]!]
      return { labels, unitName: '', reach: [0, 0], cells: { total: { mark: 'amount', value } } } as unknown as Draft
    })
    return parentsBySums(drafts, [null, null, 1, null, 3], template).sure
  }
  expect(areSure('300', '100', '100', '200', '200')).toBe(true)
  // In no way, and in more than one.
  expect(areSure('900', '100', '100', '200', '200')).toBe(false)
  expect(areSure('200', '100', '100', '100', '100')).toBe(true)
  expect(areSure('300', '100', '100', '100', '100')).toBe(false)
})
