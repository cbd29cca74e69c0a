/** Amounts too wide for their cells: what stands right before or behind their digits is a part of them. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf } from './drawn/ruled.ts'

const rulings = [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 200, 300)]
const header = row(120, ['项目', 50], ['预算数', 150], ['备注', 250])
/** Digits are 4.5 points wide: the middle of the first one, or of the last, stands just beyond the ruling. */
const beyond = (text: string, side: 'left' | 'right') => {
  const half = (4.5 * text.length) / 2
  return side === 'left' ? 95.7 + half : 204.3 - half
}

it.each(['￥1635390700.00', '-1635390700.00', '△1635390700.00'])('a sign before %s', (amount) => {
  const found = rowsOf(rulings, header, row(160, ['收入', 30], [amount, beyond(amount, 'left')]))
  expect(found[1]).toBe(`收入|${amount}|`)
})

it('the bracket behind a negative amount', () => {
  const amount = '(1635390700.00)'
  const found = rowsOf(rulings, header, row(160, ['收入', 30], [amount, beyond(amount, 'right')]))
  expect(found[1]).toBe(`收入|${amount}|`)
})
