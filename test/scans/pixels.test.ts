/** Pictures of more dots than reading needs, and of fewer than print has. */
import { expect, it } from 'vitest'
import { toPixels } from '../../src/page/picture/decoded.ts'
import { evenPrint, withoutGrain } from '../../src/page/picture/image.ts'
import { INK } from '../../src/page/picture/ink.ts'
import { averaged } from '../../src/page/picture/pixels.ts'

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

it('ink that lets the paper through is as dark as it shows: black all over, and clear where there is none', () => {
  const data = new Uint8Array([...[0, 0, 0, 255], ...[0, 0, 0, 0], ...[0, 0, 0, 51], ...[200, 100, 0, 255]])
  const seen = toPixels({ width: 4, height: 1, kind: 3, data })
  expect([...seen!.data]).toEqual([0, 0, 0, 255, 255, 255, 204, 204, 204, 200, 100, 0])
})

it('the single dots of a copy in black and white make nothing else darker', () => {
  const [width, height] = [200, 200]
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 2; y < height; y += 5) for (let x = 2; x < width; x += 5) data[y * width + x] = 0
  const dots = withoutGrain({ width, height, data })
  expect(evenPrint(dots)).toBe(dots)
  // Faint strokes are made darker, as before.
  const faint = new Uint8Array(width * height).fill(255)
  for (let y = 2; y < height; y += 10) faint.fill(150, y * width + 10, y * width + 190)
  const strokes = withoutGrain({ width, height, data: faint })
  expect(Math.min(...evenPrint(strokes).data)).toBeLessThan(Math.min(...strokes.data))
})

it('the black around a copied page does not hide how pale its print is', () => {
  const [width, height] = [400, 200]
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 40; y < height; y += 20) data.fill(150, y * width + 60, y * width + 390)
  for (let i = 0; i < data.length; i++) if (i < 30 * width || i % width < 50) data[i] = 25 + ((7 * i) % 5)
  const page = withoutGrain({ width, height, data })
  const at = (picture: typeof page) => picture.data[100 * width + 200]!
  expect(at(page)).toBeGreaterThan(190)
  expect(at(evenPrint(page))).toBeLessThan(100)
})

it('print that is pale in one stripe of the page is made as dark as the rest', () => {
  const [width, height] = [640, 200]
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 6; y < height; y += 10)
    for (let x = 10; x < 630; x++) data[y * width + x] = x >= 320 && x < 384 ? 165 : 40
  const page = withoutGrain({ width, height, data })
  const even = evenPrint(page)
  expect(page.data[106 * width + 350]).toBeGreaterThan(200)
  expect(even.data[106 * width + 350]).toBeLessThan(INK)
  expect(even.data[106 * width + 100]).toBeLessThanOrEqual(page.data[106 * width + 100]!)
})
