/** How far a page lies askew. */
import { expect, it } from 'vitest'
import { findSkew } from '../../src/page/picture/skew.ts'

const [WIDTH, HEIGHT] = [1000, 400]

/** A page with two lines across that fall by so many degrees, and nothing else. */
function lines(degrees: number, ink: number) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (const y0 of [100, 130])
    for (let x = 50; x < 950; x++)
      data[Math.round(y0 + (x - 50) * Math.tan((degrees * Math.PI) / 180)) * WIDTH + x] = ink
  return { width: WIDTH, height: HEIGHT, data }
}

it('is told by pale lines, too, where a page has hardly anything else', () => {
  expect(findSkew(lines(2.5, 20))).toBeCloseTo(2.5, 1)
  expect(findSkew(lines(2.5, 150))).toBeCloseTo(2.5, 1)
  expect(findSkew(lines(2.5, 250))).toBe(0)
})
