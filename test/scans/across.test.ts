/** Print that runs over a ruling, and what a cell is read from. */
import { expect, it } from 'vitest'
import { held } from '../../src/page/picture/across.ts'
import type { Rect } from '../../src/page/picture/ink.ts'
import { scanLines } from '../../src/page/picture/scan.ts'

const [WIDTH, HEIGHT] = [2000, 3000]
const EM = 20
const CELL: Rect = { x0: 500, y0: 1000, x1: 700, y1: 1030 }

/** A white page with bars of ink. */
function page(...bars: Rect[]) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (const { x0, y0, x1, y1 } of bars) for (let y = y0; y < y1; y++) data.fill(0, y * WIDTH + x0, y * WIDTH + x1)
  return { width: WIDTH, height: HEIGHT, data }
}

const own: Rect = { x0: 550, y0: 1015, x1: 560, y1: 1034 }
const foreign: Rect = { x0: 600, y0: 985, x1: 610, y1: 1004 }

it('is copied for the part alone that a cell is read from, a page of 600 dpi having too many cells', () => {
  const picture = page(own, foreign)
  const part = held(picture, picture, CELL, EM)
  expect(part.picture.data.length).toBeLessThan(picture.data.length / 100)
  const darkAt = (x: number, y: number) => part.picture.data[(y - part.at.y) * part.picture.width + x - part.at.x] === 0
  expect([darkAt(555, 1020), darkAt(555, 1033), darkAt(605, 1002)]).toEqual([true, true, false])
})

it('keeps its place on the page', () => {
  const picture = page(own, foreign)
  const scan = { picture, clear: null, ink: picture, scale: 1, skew: 0, isUnderSeal: () => false }
  const [line] = scanLines({ ...scan, page: null as never }, [[CELL.x0, CELL.y0, CELL.x1, CELL.y1]])
  expect(line!.rect).toEqual(own)
  expect([line!.pieces[0]!.x0, line!.pieces[0]!.x1]).toEqual([own.x0, own.x1])
})
