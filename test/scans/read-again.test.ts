/** Which lines of a scan are read a second time: what a figure says rests on each of its digits, a word on all of it. */
import { expect, it } from 'vitest'
import type { LineReading, Reader } from '../../src/ocr/reader.ts'
import { readScan, type Scan } from '../../src/page/picture/scan.ts'
import type { Box, Page } from '../../src/page/types.ts'

const SCALE = 2
const [WIDTH, HEIGHT] = [200, 200]
/** Each in a row of its own, as they are read the first time. */
const READ: readonly (readonly [text: string, confidence: number])[] = [
  ['行政事业单位养老支出', 0.8],
  ['行政事业单位养老支出', 0.3],
  ['123,456.78', 0.8],
  ['2080505行政事业单位', 0.8],
  ['行政运行', 0.95],
]

it('reads words again that are doubted letter by letter, and all figures that are doubted', async () => {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  const cells = READ.map((_, n): Box => [5, 5 + 16 * n, 95, 20 + 16 * n])
  for (const [x0, y0, x1, y1] of cells)
    for (let y = (y0 + 3) * SCALE; y < (y1 - 3) * SCALE; y++)
      for (let x = (x0 + 5) * SCALE; x < (x1 - 5) * SCALE; x++) if (x % 8 < 4) data[y * WIDTH + x] = 0
  const picture = { width: WIDTH, height: HEIGHT, data }
  const page = { width: WIDTH / SCALE, height: HEIGHT / SCALE, glyphs: [], rulings: [], images: [] } as unknown as Page
  const scan: Scan = { page, picture, clear: null, ink: picture, scale: SCALE, skew: 0, isUnderSeal: () => false }
  const calls: number[] = []
  const reader: Reader = {
    name: 'paddle',
    read: async (lines) => {
      calls.push(lines.length)
      return lines.map((_, n): LineReading => {
        const [text, confidence] = READ[n]!
        return { text, confidence, chars: [], alternatives: [] }
      })
    },
    close: async () => {},
  }
  await readScan(scan, cells, reader)
  expect(calls).toEqual([5, 3])
})
