/** What the characters of a cell mean: an amount, a dash, a text. */
import { expect, it } from 'vitest'
import { isWrittenAmount, readCell } from '../src/amount.ts'

it.each([
  ['１２．５', '12.5'],
  ['1 234.50', '1234.50'],
  ['￥ 1，234．50', '1234.50'],
  ['△3.00', '-3.00'],
  ['－3.00', '-3.00'],
  ['（3.00）', '-3.00'],
])('%s is an amount', (raw, value) => {
  expect(readCell(raw)).toMatchObject({ mark: 'amount', value })
})

it.each(['①', '⑴', '⒈', '½', '123.45²', '12.5③', '1,23.4', '12..5', '1.234,56'])(
  '%s is no amount: digits of marks and list numbers are no digits of one',
  (raw) => {
    expect(readCell(raw)).toMatchObject({ mark: 'text', value: raw })
  },
)

it('a figure with the mark of a note is not written as an amount', () => {
  expect(['123.45', '123.45²', '12.5③'].map(isWrittenAmount)).toEqual([true, false, false])
})

it('an amount is written as one by any separator of its thousands', () => {
  expect(["10'923'200", '10’923’200', '10,923,200', '10923200', "'"].map(isWrittenAmount)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
