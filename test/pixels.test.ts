/** Pictures of more dots than reading needs. */
import { expect, it } from 'vitest'
import { averaged } from '../src/page/picture/pixels.ts'

it('squares of pixels are averaged, each channel by itself, and what is left over is cut', () => {
  const gray = {
    width: 5,
    height: 3,
    channels: 1 as const,
    data: new Uint8Array([0, 100, 8, 8, 9, 200, 100, 8, 8, 9, 1, 1, 1, 1, 1]),
  }
  expect(averaged(gray, 2)).toEqual({ width: 2, height: 1, channels: 1, data: new Uint8Array([100, 8]) })
  const row = [10, 20, 30, 30, 40, 50]
  const colour = { width: 2, height: 2, channels: 3 as const, data: new Uint8Array([...row, ...row]) }
  expect(averaged(colour, 2)).toEqual({ width: 1, height: 1, channels: 3, data: new Uint8Array([20, 30, 40]) })
})
