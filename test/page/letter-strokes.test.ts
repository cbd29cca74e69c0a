/** Letters that are drawn a second time as lines along their outlines: these are no rulings, and borders of small cells are. */
import { expect, it } from 'vitest'
import { withoutLetterStrokes } from '../../src/page/letter-strokes.ts'
import type { DrawnShape } from '../../src/page/operators/drawing.ts'
import type { Box, Glyph } from '../../src/page/types.ts'

const line = (...box: Box): DrawnShape => ({
  ...{ kind: 'segment', box, filled: false, thickness: 0.4, covers: false, invisible: false, order: 0 },
})
const LETTER: Glyph = { text: '口', size: 12, box: [100, 100, 112, 112], source: 'text' }

/** The sides of a square, that far within the box of the letter. */
function square(within: number): DrawnShape[] {
  const [a, b] = [100 + within, 112 - within]
  return [line(a, a, b, a), line(a, b, b, b), line(a, a, a, b), line(b, a, b, b)]
}

it('the outlines of a letter go', () => {
  const ruling = line(40, 120, 400, 120)
  expect(withoutLetterStrokes([...square(2), ...square(4), ruling], [LETTER])).toEqual([ruling])
})

it('the borders of a cell around one letter stay, and so does a dashed line across it', () => {
  const dashes = [line(101, 106, 103, 106), line(105, 106, 107, 106), line(109, 106, 111, 106)]
  for (const shapes of [square(0), square(-1), dashes]) expect(withoutLetterStrokes(shapes, [LETTER])).toEqual(shapes)
})
