/** Pictures in black and white that show gray as dots. */
import { expect, it } from 'vitest'
import { withoutDither } from '../../src/page/picture/dither.ts'

const [WIDTH, HEIGHT] = [120, 120]

/** Paper with a dot every so many pixels, and a stroke 3 pixels wide in the middle. */
function page(every: number) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (let i = 0; every > 0 && i < data.length; i += every) data[i] = 0
  for (let y = 20; y < 100; y++) data.fill(0, y * WIDTH + 60, y * WIDTH + 63)
  return { width: WIDTH, height: HEIGHT, data }
}

it('averages dots to gray that is lighter than any print', () => {
  const { data } = withoutDither(page(17))
  const paper = Array.from({ length: 60 }, (_, y) => data[(30 + y) * WIDTH + 30]!)
  expect(Math.min(...paper)).toBeGreaterThan(200)
  expect(data[60 * WIDTH + 61]!).toBeLessThan(120)
})

it('leaves a copy in black and white with a few specks as it is, and a gray one', () => {
  const clean = page(3001)
  expect(withoutDither(clean)).toBe(clean)
  const gray = { ...page(17), data: page(17).data.map((v) => (v === 255 ? 200 : v)) }
  expect(withoutDither(gray)).toBe(gray)
})
