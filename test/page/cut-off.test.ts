/** Texts that their cell or the paper cuts off: names are whole in the file, amounts cannot be read. */
import { expect, it } from 'vitest'
import { withCutOff } from '../../src/page/cut-off.ts'
import type { DrawnGlyph } from '../../src/page/operators/drawing.ts'

/** A text whose characters stand one behind the other; those between brackets are clipped. */
function drawn(words: string, run: number, hidden = false): DrawnGlyph[] {
  const out: DrawnGlyph[] = []
  let clipped = false
  let x = 0
  for (const text of words) {
    if (text === '[' || text === ']') clipped = text === '['
    else {
      const box: DrawnGlyph['box'] = [x, 0, x + 9, 9]
      out.push({ text, box, size: 9, angle: 0, hidden: clipped || hidden, clipped, ink: 1, run, order: run })
      x += 9
    }
  }
  return out
}

const read = (...texts: DrawnGlyph[][]) =>
  withCutOff(texts.flat(), (g) => g.clipped)
    .filter((g) => !g.hidden)
    .map((g) => g.text)
    .join('')

it.each([
  ['[政]府性基金预[算]', '政府性基金预算'],
  ['2050[201]', '2050201'],
  ['[本表无数据]', ''],
  ['总[表]', '总'],
  ['收支总表', '收支总表'],
])('the name %s', (words, whole) => {
  expect(read(drawn(words, 1))).toBe(whole)
})

it.each(['2008[6518.70]', '20,086,518.[70]', '[2]0086518.70', '￥1[4]', '１２３４５[６７８．００]'])(
  'the amount %s is none that can be read',
  (words) => {
    expect(read(drawn(words, 1))).toMatch(/^(##)+$/)
  },
)

it('a name keeps what is cut off of it, and no amount behind it', () => {
  expect(read(drawn('教育支[出12.50]', 1))).toBe('教育支出')
})

it('what is not painted at all is no rest of what stands before it', () => {
  const behind = drawn('99', 1, true).map((g): DrawnGlyph => ({ ...g, box: [g.box[0] + 18, 0, g.box[2] + 18, 9] }))
  expect(read([...drawn('支出', 1), ...behind])).toBe('支出')
})

it('an amount whose second line is lost is none; a whole one above a hidden row is', () => {
  const below = (words: string) => drawn(words, 2).map((g): DrawnGlyph => ({ ...g, box: [g.box[0], 12, g.box[2], 21] }))
  expect(read(drawn('￥２９３０', 1), below('[６９９２．９５]'))).toMatch(/^(##)+$/)
  expect(read(drawn('2930.50', 1), below('[6992.95]'))).toBe('2930.50')
  expect(read(drawn('17', 1), below('[151.68]'))).toBe('17')
})
