/** Names of units in doubt on a scan: spelled by letters that stand beside each other in other words, too. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import type { Glyph } from '../../src/page/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import type { HeaderVocabulary } from '../../src/template/columns/header.ts'
import { toldNames } from '../../src/template/scanned/own-names.ts'
import { pairsOf, spellByPairs } from '../../src/template/scanned/pairs.ts'
import { holdsLines } from '../../src/template/scanned/splits.ts'
import { mendWords } from '../../src/template/scanned/words.ts'

const glyph = (text: string, confidence: number, ...others: [text: string, confidence: number][]): Glyph => ({
  ...{ text, confidence, box: [0, 0, 10 * text.length, 10], size: 10, source: 'ocr' },
  alternatives: others.map(([text, confidence]) => ({ text, confidence })),
})

function spelled(own: Glyph, text = own.text): string {
  const pairs = pairsOf(['监狱业务', '信息中心'], [glyph('杭州市司法局', 0.98), glyph('监然', 0.5)])
  const cell = { text, glyphs: [own], unsure: true } as unknown as GridCell
  spellByPairs(cell, pairs, (own) => own)
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

it('a project of which forms fix the last word alone is in doubt where the reader is, and a header is not', () => {
  const doubted = (beside: string, name = '农村产权交易建项目') => {
    const cells = [name, beside].map((text, col) => ({
      ...{ row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box: [100 * col, 0, 100 * col + 100, 20], text },
      glyphs: [glyph(text, col === 0 ? 0.95 : 0.99)],
    })) as unknown as GridCell[]
    const sheet = { grids: [{ cells, xs: [0, 100, 200] }], lines: [] } as unknown as Sheet
    const misread = { words: [], beforeTitle: [], titleEnd: [/$^/, ''] as const }
    const isHeader = ((text) => text.endsWith('项目')) as HeaderVocabulary
    mendWords([sheet], { words: new Map(), titles: new Map(), isHeader, misread })
    return cells[0]!.unsure === true
  }
  expect([doubted('630.00'), doubted('金额')]).toEqual([true, false])
  expect([doubted('630.00', '三基项目'), doubted('金额', '三基项目')]).toEqual([true, false])
})

it('a name of a line is read where what else the reader thought of has pairs of letters that no word has', () => {
  const isDoubted = (confidence: number, ...others: [text: string, confidence: number][]) => {
    const cells = [glyph('机房设备电费', confidence, ...others), glyph('630.00', 0.99)].map((own, col) => ({
      ...{ row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box: [100 * col, 0, 100 * col + 100, 20] },
      ...{ text: own.text, glyphs: [own] },
    })) as unknown as GridCell[]
    const sheet = { grids: [{ cells, xs: [0, 100, 200] }], lines: [] } as unknown as Sheet
    const misread = { words: [], beforeTitle: [], titleEnd: [/$^/, ''] as const }
    const words = new Map(['设备购置', '设施建设'].map((word) => [word, word]))
    mendWords([sheet], { words, titles: new Map(), isHeader: (() => false) as HeaderVocabulary, misread })
    return cells[0]!.unsure === true
  }
  expect(isDoubted(0.95, ['机房设各电费', 0.05])).toBe(false)
  // 设施 is a word; of the rest nobody knows what it is; and what is hardly read may be anything.
  expect(isDoubted(0.95, ['机房设施电费', 0.05])).toBe(true)
  expect(isDoubted(0.95, ['机房设各电费', 0.03])).toBe(true)
  expect(isDoubted(0.7, ['机房没各电费', 0.3])).toBe(true)
})

it('two labels below each other in one cell have lost the ruling between them, and the lines of one label have not', () => {
  const words = ['使用非财政拨款结余', '年初结转和结余', '一般公共预算财政拨款收入', '拨款收入', '总计', '合计']
  const holds = (...texts: string[]) => {
    const glyphs = texts.map((text, i) => ({ ...glyph(text, 0.99), box: [0, 15 * i, 90, 15 * i + 10] as const }))
    return holdsLines({ text: texts.join(''), glyphs } as unknown as GridCell, (text) => words.includes(text))
  }
  expect(holds('使用非财政拨款结余', '年初结转和结余')).toBe(true)
  expect(holds('一般公共预算财政', '拨款收入')).toBe(false)
  expect(holds('总计', '合计')).toBe(false)
})

it('what two pairs more bear out may be less likely by itself, and the lines of a name are spelled together', () => {
  const pairs = pairsOf(['信息中心', '天气预报'], [])
  const spelled = (...glyphs: Glyph[]) => {
    const below = glyphs.map((g, i) => ({ ...g, box: [0, 12 * i, 10, 12 * i + 10] as const }))
    const cell = { text: glyphs.map((g) => g.text).join(''), glyphs: below, unsure: true } as unknown as GridCell
    spellByPairs(cell, pairs, (own) => own)
    return cell.text
  }
  expect(spelled(glyph('信惠中心', 0.8, ['信息中心', 0.03]))).toBe('信息中心')
  expect(spelled(glyph('天气障', 0.5, ['天气预', 0.2]), glyph('报', 0.99))).toBe('天气预报')
})

it('names that several places have are told, be none of them certain, and those that the prose divides over lines', () => {
  const cell = (text: string, share: number) => ({ text, glyphs: [glyph(text, share)] }) as unknown as GridCell
  const told = (cells: GridCell[], ...lines: string[]) => [
    ...toldNames([
      { grids: [{ cells }], lines: lines.map((text) => ({ text, glyphs: [glyph(text, 0.99)] })) } as unknown as Sheet,
    ]).values(),
  ]
  expect(told([cell('杭州市西郊监狱', 0.6)])).toEqual([])
  expect(told([0.6, 0.6, 0.5].map((share) => cell('杭州市西郊监狱', share)))).toEqual(['杭州市西郊监狱'])
  // One letter is lost again and again.
  const lost = [0.7, 0.7, 0.4].map((share) => cell('杭州市西郊监', share))
  expect(told([...lost, cell('杭州市西郊监狱', 0.95)])).toEqual(['杭州市西郊监狱'])
  expect(told([], '包括：杭州市防雷减灾管', '理办公室、其他')).toContain('杭州市防雷减灾管理办公室')
})
