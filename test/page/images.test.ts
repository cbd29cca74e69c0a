/** Images as thin as rulings: which of them are. */
import { expect, it } from 'vitest'
import type { Drawing, State } from '../../src/page/operators/drawing.ts'
import { addImage } from '../../src/page/operators/images.ts'

/** 100 points wide, half a point high. */
const state = { ctm: [100, 0, 0, -0.5, 50, 50], fill: '#000000', fillAlpha: 1, clip: null } as unknown as State
const RGBA = 3

async function painted(width: number, height: number, pixel: readonly number[] | 'mask' | null) {
  const drawing = { shapes: [], images: [] } as unknown as Drawing
  const data = Uint8Array.from(
    { length: 4 * width * height },
    (_, i) => (pixel as readonly number[] | null)?.[i % 4] ?? 0,
  )
  const image = async () => (pixel === null ? null : { width, height, kind: RGBA, data })
  await addImage(drawing, state, { name: '', width, height, order: 0, decoded: pixel === 'mask' ? 'mask' : image })
  return { rulings: drawing.shapes.length, images: drawing.images.length }
}

it('a dot and dashes that are drawn out are rulings', async () => {
  const ruling = { rulings: 1, images: 0 }
  expect(await painted(1, 1, [0, 0, 0, 255])).toEqual(ruling)
  expect(await painted(400, 2, [90, 90, 90, 255])).toEqual(ruling)
  expect(await painted(8, 1, 'mask')).toEqual(ruling)
})

it('what keeps room free, strips of a scan, and what cannot be decoded are none', async () => {
  const image = { rulings: 0, images: 1 }
  expect(await painted(1, 1, [255, 255, 255, 255])).toEqual(image)
  expect(await painted(1, 1, [0, 0, 0, 0])).toEqual(image)
  expect(await painted(800, 8, [0, 0, 0, 255])).toEqual(image)
  expect(await painted(800, 4, 'mask')).toEqual(image)
  expect(await painted(1, 1, null)).toEqual(image)
})
