/** Blanks between the thousands of amounts. */
import { expect, it } from 'vitest'
import { row, rowsOf, ruling } from '../drawn/ruled.ts'

it('wide blanks between the thousands of amounts in a cell part no columns', () => {
  const rulings = [
    ...[100, 120, 140, 160, 180].map((y) => ruling('h', y, 0, 400)),
    ...[0, 200, 400].map((x) => ruling('v', x, 100, 180)),
  ]
  const [letter, blank] = [4.5, 9]
  const groups = (y: number, name: string, parts: readonly string[]) => {
    let end = 390
    const places = parts.toReversed().map((part): [string, number] => {
      const x = end - (part.length * letter) / 2
      end -= part.length * letter + blank
      return [part, x]
    })
    return row(y, [name, 60], ...places.toReversed())
  }
  const found = rowsOf(
    rulings,
    row(110, ['科目名称', 100], ['金额', 300]),
    groups(130, '教育', ['55', '440', '429.25']),
    groups(150, '科技', ['2', '700', '588.98']),
    groups(170, '住房', ['14', '570', '465']),
  )
  expect(found).toEqual(['科目名称|金额', '教育|55 440 429.25', '科技|2 700 588.98', '住房|14 570 465'])
})
