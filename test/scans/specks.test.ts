/** Specks of dirty copies go, and the marks of figures and labels stay. */
import { expect, it } from 'vitest'
import { withoutSpecks } from '../../src/page/picture/specks.ts'

it('ink smaller than a character and far from all others is wiped out', () => {
  const [width, height, em] = [200, 100, 20]
  const data = new Uint8Array(width * height).fill(255)
  const put = (x0: number, y0: number, size: number, high = size) => {
    for (let y = y0; y < y0 + high; y++) data.fill(0, y * width + x0, y * width + x0 + size)
  }
  // Two digits and a point between them, and a speck far off.
  put(20, 40, 8, 16)
  put(32, 53, 3)
  put(38, 40, 8, 16)
  put(150, 45, 4)
  // A short dash alone in its cell.
  put(100, 45, 4, 1)
  const sheet = { picture: { width, height, data }, ink: { width, height, data } }
  const { picture, ink } = withoutSpecks(sheet, em)
  const dark = ({ data: d }: { data: Uint8Array }) => [...d].flatMap((v, i) => (v < 128 ? [i % width] : []))
  expect(Math.max(...dark(picture))).toBe(103)
  expect(dark(picture).filter((x) => x >= 32 && x < 35)).toHaveLength(9)
  expect(dark(ink)).toEqual(dark(picture))
  const clean = { picture, ink }
  expect(withoutSpecks(clean, em).picture).toBe(picture)
})
