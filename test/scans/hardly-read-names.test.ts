/** Names of scans that were hardly read, and what would have to bear them out. */
import { expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import type { GridCell } from '../../src/grid/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import type { TableTemplate } from '../../src/template/define.ts'
import type { Draft, ReadContext } from '../../src/template/lines/draft.ts'
import { namesGoingOn } from '../../src/template/lines/going-on.ts'
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

it('a known word is in doubt where letters may be lost, or where another reading speaks for another word', () => {
  const isSure = (known: string[], ...read: [string, number][]) =>
    mend(
      read.map(([text, share]) => ({ text, share })),
      toLexicon(known),
    ).sure
  const culture = ['文化旅游体育与传媒', '文化旅游体育与传媒支出']
  expect(isSure(culture, ['文化旅游体育与传媒', 0.57], ['文化旅游体育与传媒支出', 0.14])).toBe(false)
  expect(isSure(culture, ['文化旅游体育与传媒', 0.57], ['文化旅游体育与传摸', 0.14])).toBe(true)
  expect(isSure(['货物'], ['货物', 0.94], ['货物A', 0.04])).toBe(false)
  expect(isSure(['货物'], ['货物', 0.94], ['货务', 0.04])).toBe(true)
  expect(isSure(['专项业务经费'], ['专项工务经费', 0.55], ['专项工作经费', 0.15])).toBe(false)
  expect(isSure(['专项业务经费'], ['专项工务经费', 0.55], ['专项业务经费', 0.15])).toBe(true)
  // 一般行政管理事务, of which 民政管理事务 is the nearest once 一 is left out.
  expect(isSure(['民政管理事务'], ['一太政管理事务', 0.29])).toBe(false)
  expect(isSure(['民政管理事务'], ['太政管理事务', 0.29])).toBe(true)
  expect(isSure(['工程'], ['二工程', 0.58], ['二、工程B', 0.22])).toBe(false)
})

/** Whether the first cell of a row, believed this much (0–1), is in doubt where headers end with 比例. */
function isUnsure(confidence: number, ...texts: string[]): boolean {
  const cells = texts.map((text, col): GridCell => {
    const box = [50 * col, 0, 50 * col + 50, 10] as const
    const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence: col === 0 ? confidence : 0.99 }]
    return { row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
  })
  const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0, 50, 100] }], lines: [] }
  const isHeader = (text: string) => /比例$/.test(text)
  mendWords([sheet as unknown as Sheet], { words: new Map(), titles: new Map(), isHeader, misread })
  return cells[0]!.unsure === true
}

it('a name beside an aim is no header, of which a pattern would vouch for the other letters', () => {
  expect(isUnsure(0.8, '某某费果及时提交审议比例', '100', '%')).toBe(true)
  expect(isUnsure(0.8, '某某费果及时提交审议比例', '2026', '备注')).toBe(false)
})

it('lines of a new page are as much in doubt as the merged name that goes on over its head', () => {
  const below = (unsure: boolean) => {
    const merged = { text: '某某项目', row: 0, rowSpan: 2, unsure } as unknown as GridCell
    const columns = [0, 1].map((c0) => ({ role: 'label', leaf: { c0 } }))
    const line = (row: number, labels: string[], labelAt: number[]) =>
      ({ row, labels, labelAt, label: labels.at(-1), unitName: '' }) as unknown as Draft
    const names = namesGoingOn([[merged], [merged], []], { columns } as unknown as ReadContext)
    const above = [line(0, ['某某项目', '甲'], [0, 1]), line(1, ['某某项目', '乙'], [0, 1])]
    const next = line(2, ['丙'], [1])
    names.begin(above)
    names.complete([next])
    return [next.labels.join('/'), next.unsure ?? false]
  }
  expect([below(true), below(false)]).toEqual([
    ['某某项目/丙', true],
    ['某某项目/丙', false],
  ])
})

it('a letter alone beside amounts is what is left of a name', () => {
  expect(isUnsure(0.9999, '合', '100.00')).toBe(true)
  expect(isUnsure(0.9999, '合共', '100.00')).toBe(false)
  expect(isUnsure(0.9999, '款', '项')).toBe(false)
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
