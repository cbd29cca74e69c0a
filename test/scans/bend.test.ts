/** Pages photographed from a side or open in a book: their lines are made straight, and flat pages left as they are. */
import { expect, it } from 'vitest'
import type { Picture } from '../../src/ocr/reader.ts'
import { findBend } from '../../src/page/picture/bend.ts'
import { type Shift, shiftColumns, shiftRows } from '../../src/page/picture/warp.ts'

const [WIDTH, HEIGHT] = [800, 1000]

/** A table of 20 rows and 5 columns. */
function ruled(): Picture {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (let y = 100; y <= 900; y += 40) data.fill(0, y * WIDTH + 100, y * WIDTH + 701)
  for (let x = 100; x <= 700; x += 120) for (let y = 100; y <= 900; y++) data[y * WIDTH + x] = 0
  return { width: WIDTH, height: HEIGHT, data }
}

/** How many rows the dark pixels of the first ruling take. */
function rowsOfFirst({ data }: Picture): number {
  const rows = new Set<number>()
  for (let x = 110; x < 690; x++) {
    // Beside the upright lines.
    if ((x - 100) % 120 < 8 || (x - 100) % 120 > 112) continue
    const y = Array.from({ length: 60 }, (_, i) => 70 + i).find((y) => data[y * WIDTH + x]! < 128)
    if (y !== undefined) rows.add(y)
  }
  return rows.size
}

/** Lines 16 pixels lower in the middle of the page than at its sides. */
const BOW: Shift = [-16, 64 / WIDTH, 0, 0, -64 / WIDTH ** 2]

it('a page bent like that of an open book is made flat', () => {
  const bent = shiftColumns(ruled(), [16, -64 / WIDTH, 0, 0, 64 / WIDTH ** 2])
  expect(rowsOfFirst(bent)).toBeGreaterThan(8)
  expect(rowsOfFirst(findBend(bent)!.picture(bent))).toBeLessThanOrEqual(3)
  const other = shiftColumns(ruled(), BOW)
  expect(rowsOfFirst(findBend(other)!.picture(other))).toBeLessThanOrEqual(3)
})

it('a page photographed from below and from a side is made flat, and its places are known', () => {
  const narrow = shiftRows(ruled(), [20, -40 / WIDTH, -40 / HEIGHT, 80 / WIDTH / HEIGHT])
  const seen = shiftColumns(narrow, [20, -40 / WIDTH, -40 / HEIGHT, 80 / WIDTH / HEIGHT])
  const bend = findBend(seen)!
  const flat = bend.picture(seen)
  expect(rowsOfFirst(flat)).toBeLessThanOrEqual(3)
  const dark = flat.data.findIndex((v, i) => v < 60 && i % WIDTH === 400)
  const [x, y] = bend.before([400, Math.floor(dark / WIDTH)])
  expect(seen.data[Math.round(y) * WIDTH + Math.round(x)]).toBeLessThan(160)
})

it('a flat page is left as it is', () => {
  expect(findBend(ruled())).toBeNull()
})

it('black beside the sheet, aslant as it lay under the lid, bends no short table', () => {
  const page = ruled()
  // Of the table the upper part.
  page.data.fill(255, 342 * WIDTH)
  for (let y = 0; y < HEIGHT; y++) page.data.fill(0, y * WIDTH + Math.round(770 - 0.03 * y), (y + 1) * WIDTH)
  expect(findBend(page)).toBeNull()
})

/** Rows of a table of few rulings, and letters in its fourth column. */
const ROWS = [70, 300, 500, 620, 700, 760]
const UPRIGHT = [60, 160, 240, 360, 540]

function withText(): Picture {
  const [width, height] = [600, 850]
  const data = new Uint8Array(width * height).fill(255)
  for (const y of ROWS) data.fill(0, y * width + 60, y * width + 541)
  for (const x of UPRIGHT) for (let y = 70; y <= 760; y++) data[y * width + x] = 0
  for (let line = 0; line < 38; line++)
    for (let letter = 0; letter < 14; letter++)
      for (const stroke of [0, 1]) {
        const x = 368 + 11 * letter + ((5 * line + 3 * letter + 4 * stroke) % 9)
        for (let y = 78 + 17 * line; y < 87 + 17 * line; y++) data[y * width + x] = 0
      }
  return { width, height, data }
}

/** How many columns the dark pixels of an upright ruling take, where it takes most. */
function columnsOfUpright({ width, data }: Picture): number {
  const rows = Array.from({ length: 680 }, (_, i) => 75 + i).filter((y) => ROWS.every((r) => Math.abs(r - y) >= 4))
  const darkIn = (x: number, y: number) =>
    Array.from({ length: 18 }, (_, i) => x - 12 + i).find((k) => data[y * width + k]! < 140)
  return Math.max(...UPRIGHT.map((x) => new Set(rows.map((y) => darkIn(x, y))).size))
}

it('rulings that lean by a few pixels are straightened and not bent', () => {
  const page = withText()
  const leaning = shiftRows(page, [4, 0, -8 / page.height, 0])
  expect(columnsOfUpright(leaning)).toBeGreaterThan(5)
  expect(columnsOfUpright(findBend(leaning)!.picture(leaning))).toBeLessThanOrEqual(3)
})
