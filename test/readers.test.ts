/** The readers of scans: what they make of printed figures, and that it does not depend on what was read before. */
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Picture, Reader } from '../src/ocr/reader.ts'
import { openSecond } from '../src/scans/engines.ts'

/** Figures and codes as disclosures print them: every digit, points, separators, a minus. */
const FIGURES = ['126.63', '2080501', '1,234,567.89', '-45.07', '30.36', '0.00', '978,102.54']

/** A line as it is cut out of a page: 48 pixels high, text dark on light. */
function picture(text: string): Picture {
  const canvas = createCanvas(40 + 24 * text.length, 48)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#333'
  context.font = '34px sans-serif'
  context.fillText(text, 14, 36)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const gray = Uint8Array.from({ length: canvas.width * canvas.height }, (_, i) => data[4 * i]!)
  return { width: canvas.width, height: canvas.height, data: gray }
}

describe('the second reader', () => {
  const pictures = FIGURES.map(picture)
  let reader: Reader
  beforeAll(async () => {
    reader = await openSecond()
  })
  afterAll(() => reader.close())

  it('reads figures with their points, separators and signs', async () => {
    const read = await reader.read(pictures, 'amount')
    expect(read.map((r) => r.text)).toEqual(FIGURES)
  })

  it('reads the same whatever it has read before', async () => {
    const before = await reader.read(pictures, 'amount')
    const fresh = await openSecond()
    const [alone] = await fresh.read(pictures.slice(-1), 'amount')
    await fresh.close()
    expect(before.at(-1)).toEqual(alone)
  })
})
