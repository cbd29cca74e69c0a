/** Headers written downwards in several pillars read from the right, letter by letter; nothing else that is drawn so does. */
import { describe, expect, it } from 'vitest'
import { blockText } from '../../src/page/lines.ts'
import { withPillars } from '../../src/page/pillars.ts'
import type { Glyph, Ruling } from '../../src/page/types.ts'

const SIZE = 10

/** Letters drawn one after the other, the middle of each at a place. */
function drawn(letters: string, ...at: [number, number][]): Glyph[] {
  return at.map(([x, y], i) => ({
    text: letters[i]!,
    box: [x - SIZE / 2, y - SIZE / 2, x + SIZE / 2, y + SIZE / 2],
    size: SIZE,
    source: 'text',
  }))
}

const read = (glyphs: readonly Glyph[], ...rulings: Ruling[]) => blockText(withPillars(glyphs, rulings))
const upright = (at: number, from: number, to: number): Ruling => ({ axis: 'v', at, from, to, thickness: 0.5 })

/** 其他收 at the right, 入 beside its middle or its top. */
const pillars = (y: number) => drawn('其他收入', [50, 10], [50, 20], [50, 30], [36, y])

describe('letters below each other, then beside them', () => {
  it.each([10, 20, 30])('two pillars, the second at %d', (y) => {
    expect(read(pillars(y))).toBe('其他收入')
  })

  it('three pillars, and a row so low that each letter is one', () => {
    expect(read(drawn('一般公共预算', [50, 10], [50, 20], [36, 10], [36, 20], [22, 10], [22, 20]))).toBe('一般公共预算')
    expect(read(drawn('预算金额', [50, 10], [37, 10], [24, 10], [11, 10]))).toBe('预算金额')
  })

  it('letters that are turned, as brackets, are among them', () => {
    const [a, b, c, d] = drawn('（合）计', [50, 10], [50, 20], [50, 30], [36, 10]) as [Glyph, Glyph, Glyph, Glyph]
    expect(read([{ ...a, reads: 'down' }, b, { ...c, reads: 'down' }, d])).toBe('（合）计')
  })

  it('stand no further apart than those of a line, in the middle of their place', () => {
    const boxes = withPillars(drawn('预算金额', [50, 10], [50, 20], [36, 10], [36, 20]), []).map((g) => g.box)
    expect(boxes.map(([x0, y0]) => [x0, y0])).toEqual([
      [33, 5],
      [43, 5],
      [33, 15],
      [43, 15],
    ])
  })
})

describe('what stays as it is', () => {
  const same = (glyphs: Glyph[], ...rulings: Ruling[]) => expect(withPillars(glyphs, rulings)).toEqual(glyphs)

  it('one pillar, and lines whose letters are set apart', () => {
    same(drawn('合计', [50, 10], [50, 20]))
    same(drawn('预算金额', [36, 10], [50, 10], [36, 22], [50, 22]))
  })

  it('headers of columns beside each other that are drawn from the right: a ruling parts them, or more room than lines have', () => {
    same(pillars(10), upright(43, 0, 40))
    same(drawn('支出收入', [50, 10], [50, 20], [30, 10], [30, 20]))
  })

  it('a pillar that is longer than the one before, and figures below each other', () => {
    same(drawn('其他收入', [50, 10], [36, 10], [36, 20], [36, 30]))
    same(drawn('1234', [50, 10], [50, 20], [36, 10], [36, 20]))
  })
})
