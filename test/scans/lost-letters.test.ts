/** Labels of which a seal has hidden letters without a trace. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import { cellsThatLostLetters } from '../../src/template/scanned/lost-letters.ts'

/** A column of labels, each with the letters that its place has room for (10 points each), and how far it is believed. */
function column(...labels: readonly (readonly [text: string, room: number, belief: number])[]): GridCell[] {
  return labels.map(([text, room, confidence], row) => {
    const box = [0, 20 * row, 10 * room, 20 * row + 10] as const
    const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence }]
    return { ...{ row, col: 0, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text } }
  })
}

const OTHERS = ['一般公共服务', '公务接待费', '因公出国费用', '其他交通费用', '公务用车购置'].map(
  (text) => [text, text.length, 0.99] as const,
)
const lost = (...labels: (readonly [text: string, room: number, belief: number])[]) =>
  cellsThatLostLetters(column(...OTHERS, ...labels)).map((cell) => cell.text)

it('letters that stand wider apart than elsewhere are not all', () => {
  expect(lost(['公务用车运行费', 9, 0.6], ['办公设备购置', 6, 0.6])).toEqual(['公务用车运行费'])
})

it('a word that was read with certainty is set in a wider print', () => {
  expect(lost(['公务用车运行费', 9, 0.99])).toEqual([])
})

it('where other labels are counted it is the number that is missing, but for totals and where it is there', () => {
  const counted = ['十一、节能环保支出', 9, 0.99] as const
  expect(lost(counted, ['农林水支出', 8, 0.6], ['支出合计', 6, 0.6])).toEqual(['支出合计'])
  expect(lost(counted, ['二、财政专户资金', 10, 0.6])).toEqual(['二、财政专户资金'])
})
