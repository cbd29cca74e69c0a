/** Where a stretch of prose stands. */
import { expect, it } from 'vitest'
import { type Paragraph, placeOf } from '../../src/narrative/prose.ts'
import type { Box } from '../../src/page/types.ts'

function paragraph(text: string, boxes: readonly Box[]): Paragraph {
  return { text, places: boxes.map((box) => ({ page: 3, box })), size: 10 }
}

it('is the part on the line where it begins', () => {
  const boxes: Box[] = [
    [10, 0, 20, 10],
    [20, 0, 30, 10],
    [0, 20, 10, 30],
  ]
  expect(placeOf(paragraph('三公费', boxes), 0, 3)).toEqual({ page: 3, bbox: [10, 0, 30, 10] })
})

it('is a place on the page even where letters have no height, as in damaged files', () => {
  const flat: Box[] = [
    [10, 5, 20, 5],
    [20, 5, 30, 5],
  ]
  expect(placeOf(paragraph('三公', flat), 0, 2).bbox.every(Number.isFinite)).toBe(true)
})
