/** On a scan a glyph is a word: what is counted in characters is no place in a run of them. */
import { expect, it } from 'vitest'
import type { Glyph } from '../../src/page/types.ts'
import { lines, rowsOf } from '../drawn/ruled.ts'

const word = (text: string, x0: number, x1: number): Glyph => ({
  text,
  size: 9,
  box: [x0, 105, x1, 115],
  source: 'ocr',
})
const rulings = [...lines('h', 0, 200, 100, 120), ...lines('v', 100, 120, 0, 100, 200)]

it('an amount and a name that were read as one word, or as words that part within the amount, stay so', () => {
  expect(rowsOf(rulings, [word('12.34万元合计', 10, 80)])).toEqual(['12.34万元合计|'])
  expect(rowsOf(rulings, [word('12', 10, 20), word('.34合计', 20, 60)])).toEqual(['12.34合计|'])
})

it('a code whose last digits were read with the name is not cut off within the name', () => {
  const run = [word('2', 10, 15), word('01一', 15, 35), word('般公', 35, 90), word('共支出', 90, 190)]
  expect(rowsOf(rulings, run)).toEqual(['201一般公共支出|'])
})
