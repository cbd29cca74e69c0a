/** What shows pale behind the print of a scan: print of the back, watermarks. */
import { expect, it } from 'vitest'
import { withoutBehind } from '../../src/page/picture/behind.ts'

const [WIDTH, HEIGHT] = [400, 300]
const SCALE = 200 / 72
const [PRINT, BACK] = [20, 205]

type Rect = readonly [x0: number, y0: number, x1: number, y1: number]

function paper() {
  const picture = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT).fill(255) }
  const draw = (value: number, [x0, y0, x1, y1]: Rect) => {
    for (let y = y0; y < y1; y++)
      for (let i = y * WIDTH + x0; i < y * WIDTH + x1; i++)
        picture.data[i] = Math.round((picture.data[i]! * value) / 255)
  }
  /** A row of letters, each of two strokes. */
  const letters = (value: number, x: number, y: number) => {
    for (let k = 0; k < 8; k++) {
      draw(value, [x + 18 * k, y, x + 18 * k + 3, y + 20])
      draw(value, [x + 18 * k + 3, y + 8, x + 18 * k + 12, y + 11])
    }
  }
  return { picture, draw, letters, at: (x: number, y: number) => picture.data[y * WIDTH + x]! }
}

/** Print below a ruling, with letters of the back between it, one of them across a letter of the page. */
function twoSides(level: number) {
  const page = paper()
  page.draw(PRINT, [10, 12, 390, 14])
  for (let y = 20; y < 280; y += 40) {
    page.letters(PRINT, 20, y)
    page.letters(level, 220, y)
  }
  page.draw(level, [20, 20, 60, 40])
  return page
}

const lightest = (data: Uint8Array, [x0, y0, x1, y1]: Rect) => {
  const rows = Array.from({ length: y1 - y0 }, (_, k) => data.subarray((y0 + k) * WIDTH + x0, (y0 + k) * WIDTH + x1))
  return { least: Math.min(...rows.flatMap((r) => [...r])), most: Math.max(...rows.flatMap((r) => [...r])) }
}

it('takes letters of the back out, those between the letters of the page, too', () => {
  const { picture } = twoSides(BACK)
  const { data } = withoutBehind(picture, SCALE)
  expect(lightest(data, [200, 16, WIDTH, HEIGHT]).least).toBe(255)
  // Beside the stroke at 20 to 23 and the one that goes on from it.
  expect(lightest(data, [24, 20, 38, 27]).least).toBeGreaterThanOrEqual(250)
  expect(data[30 * WIDTH + 21]).toBeLessThan(40)
})

it('takes rulings of the back out where the page has its own', () => {
  const { picture, draw } = twoSides(BACK)
  draw(BACK, [180, 14, 182, 290])
  const { data } = withoutBehind(picture, SCALE)
  expect(data[100 * WIDTH + 180]).toBe(255)
  expect(data[12 * WIDTH + 180]).toBeLessThan(40)
})

it('leaves gray rulings to a page that has hardly others', () => {
  const { picture, draw } = twoSides(BACK)
  for (let y = 48; y < 280; y += 40) draw(BACK, [10, y, 390, y + 2])
  const { data } = withoutBehind(picture, SCALE)
  expect([data[48 * WIDTH + 300], data[30 * WIDTH + 221]]).toEqual([BACK, 255])
})

it('leaves print that is pale itself: of a faint cartridge, and gray rulings about black print', () => {
  for (const level of [120, 160]) {
    const { picture } = twoSides(level)
    expect(withoutBehind(picture, SCALE) === picture).toBe(true)
  }
  const stripes = twoSides(BACK)
  for (let y = 20; y < 280; y += 80) stripes.letters(190, 220, y)
  expect(withoutBehind(stripes.picture, SCALE) === stripes.picture).toBe(true)
  const ruled = paper()
  for (let y = 20; y < 280; y += 40) {
    ruled.letters(PRINT, 20, y)
    ruled.draw(BACK, [10, y - 8, 390, y - 6])
  }
  expect(withoutBehind(ruled.picture, SCALE) === ruled.picture).toBe(true)
})
