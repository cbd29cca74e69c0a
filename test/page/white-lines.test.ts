/** White lines are rulings where they part a shade, and none beside it; lines that are painted over are none. */
import { expect, it } from 'vitest'
import type { DrawnShape } from '../../src/page/operators/drawing.ts'
import { toRulings } from '../../src/page/rulings.ts'

const A4 = { width: 595, height: 842 }
const SIZE = 8

function shape(box: DrawnShape['box'], order: number, invisible: boolean): DrawnShape {
  return { box, kind: 'rect', filled: true, covers: false, invisible, thickness: 1, order }
}

/** The header of a table, shaded; a white line across it, and one that ends over its corner as lines of blank cells do. */
const SHADE = shape([100, 100, 300, 120], 0, false)
const ACROSS = shape([200, 100, 200.75, 120], 1, true)
const BESIDE = shape([100, 60, 100.75, 100.7], 2, true)

it.each([0.5, 1, 3])('on a page of %d times the usual size', (scale) => {
  const drawn = [SHADE, ACROSS, BESIDE].map((s) => ({ ...s, box: s.box.map((n) => n * scale) as never }))
  const frame = { width: A4.width * scale, height: A4.height * scale }
  const white = toRulings(drawn, frame, SIZE * scale).filter((r) => r.axis === 'v')
  expect(white.map((r) => r.at / scale)).toEqual([expect.closeTo(200.375)])
})

it('lines that an area painted later lies over are none; those at its edge, and those drawn after it, are', () => {
  const line = (y: number, order: number): DrawnShape => ({
    ...{
      box: [100, y, 300, y],
      kind: 'segment',
      filled: false,
      covers: false,
      invisible: false,
      thickness: 0.5,
      order,
    },
  })
  const area = { ...shape([50, 150, 350, 400], 3, true), covers: true }
  const drawn = [line(150, 0), line(200, 1), line(420, 2), area, line(250, 4)]
  expect(toRulings(drawn, A4, SIZE).map((r) => r.at)).toEqual([150, 420, 250])
})
