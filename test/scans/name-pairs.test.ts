/** Names of units in doubt on a scan: spelled by letters that stand beside each other in other words, too. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import type { Glyph } from '../../src/page/types.ts'
import { pairsOf, spellByPairs } from '../../src/template/scanned/pairs.ts'

const glyph = (text: string, confidence: number, ...others: [text: string, confidence: number][]): Glyph => ({
  ...{ text, confidence, box: [0, 0, 10 * text.length, 10], size: 10, source: 'ocr' },
  alternatives: others.map(([text, confidence]) => ({ text, confidence })),
})

function spelled(own: Glyph, text = own.text): string {
  const pairs = pairsOf(['监狱业务', '信息中心'], [glyph('杭州市司法局', 0.98), glyph('监然', 0.5)])
  const cell = { text, glyphs: [own], unsure: true } as unknown as GridCell
  spellByPairs(cell, pairs)
  return cell.text
}

it('what the reader found possible, too, is taken where its letters stand together elsewhere', () => {
  expect(spelled(glyph('监然', 0.56, ['监狱', 0.22]))).toBe('监狱')
  expect(spelled(glyph('杭州鄂', 0.14, ['抗州鄂', 0.08], ['杭州市', 0.07]))).toBe('杭州市')
})

it('it is not where it is hardly possible, shorter, or what was read is sure or known, or has been put right', () => {
  expect(spelled(glyph('监然', 0.56, ['监狱', 0.02]))).toBe('监然')
  expect(spelled(glyph('甲监然', 0.56, ['监狱', 0.22]))).toBe('甲监然')
  expect(spelled(glyph('监然', 0.95, ['监狱', 0.22]))).toBe('监然')
  expect(spelled(glyph('信息', 0.5, ['信总', 0.3]))).toBe('信息')
  expect(spelled(glyph('监然', 0.56, ['监狱', 0.22]), '其他')).toBe('其他')
})
