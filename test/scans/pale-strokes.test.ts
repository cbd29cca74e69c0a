/** Level strokes are the palest print of a scan, less than a pixel high: 一 must not be paper, and its 、 no speck. */
import { createCanvas } from '@napi-rs/canvas'
import { expect, it } from 'vitest'
import { textLines } from '../../src/page/picture/ink.ts'
import { inOnePiece } from '../../src/page/picture/joined-lines.ts'
import { cutLine } from '../../src/page/picture/line-picture.ts'
import { scanLines } from '../../src/page/picture/scan.ts'
import { withoutSpecks } from '../../src/page/picture/specks.ts'
import { withoutOverhang } from '../../src/page/picture/strokes.ts'
import type { Page } from '../../src/page/types.ts'
import { look } from '../../src/scans/look.ts'

const [WIDTH, HEIGHT, EM] = [120, 40, 20]
const REGION = { x0: 0, y0: 0, x1: WIDTH, y1: HEIGHT }

/** 一、 at the left, two letters as black squares at the right; what of 一 is dark is its end. */
function label() {
  const picture = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT).fill(255) }
  const fill = (value: number, [x0, y0, x1, y1]: readonly [number, number, number, number]) => {
    for (let y = y0; y < y1; y++) picture.data.fill(value, y * WIDTH + x0, y * WIDTH + x1)
  }
  fill(225, [10, 20, 26, 21])
  fill(90, [26, 18, 28, 21])
  fill(80, [33, 25, 37, 29])
  for (const x of [60, 82]) fill(0, [x, 10, x + 18, 30])
  return picture
}

it('keeps 一 at the head of a line, though only its end is as dark as print', () => {
  const picture = label()
  const [line, ...more] = textLines(picture, REGION, EM)
  expect(more).toEqual([])
  expect(line).toMatchObject({ x0: 10, x1: 100 })
  // The paper between words is left out of what is read: 一 is none.
  expect(cutLine(picture, picture, line!, EM).pieces.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [10, 37],
    [60, 100],
  ])
})

it('takes no pale letter that shows through from the back for print', () => {
  const picture = label()
  for (const x of [104, 113]) for (let y = 12; y < 30; y++) picture.data.fill(225, y * WIDTH + x, y * WIDTH + x + 2)
  for (const y of [14, 21, 28]) picture.data.fill(225, y * WIDTH + 104, y * WIDTH + 115)
  expect(textLines(picture, REGION, EM)).toMatchObject([{ x0: 10, x1: 100 }])
})

it('takes what is left of red ink for no stroke', () => {
  const scale = 150 / 72
  const canvas = createCanvas(300 * scale, 200 * scale)
  const context = canvas.getContext('2d')
  context.scale(scale, scale)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 300, 200)
  context.fillStyle = '#111'
  context.font = '9px sans-serif'
  for (let y = 20; y < 180; y += 20) context.fillText('739.30', 100, y)
  context.fillStyle = '#8a2020'
  for (let y = 17; y < 180; y += 20) context.fillRect(88, y, 8, 1)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const page = {
    number: 1,
    width: 300,
    height: 200,
    rotation: 0,
    kind: 'scan',
    glyphs: [],
    rulings: [],
    images: [],
  } as const
  const { scan } = look({ width: canvas.width, height: canvas.height, channels: 4, data }, {
    ...page,
    glyphs: [],
  } as unknown as Page)
  const lines = scanLines(scan, [[80, 10, 200, 190]])
  expect(lines).toHaveLength(8)
  expect(lines.every(({ rect }) => rect.x0 > 98 * scale)).toBe(true)
})

it('takes a mark beside a pale stroke for no speck', () => {
  const picture = label()
  // Without the end that is dark.
  for (let y = 18; y < 21; y++) picture.data.fill(y === 20 ? 225 : 255, y * WIDTH + 26, y * WIDTH + 28)
  const kept = withoutSpecks({ picture, ink: picture }, EM).ink
  expect(kept.data[26 * WIDTH + 35]).toBe(80)
})

it('takes a ruling that print parts for one, so that it is cut at no row', () => {
  const line = (axis: 'h' | 'v', from: number, to: number, at: number) => ({
    ...{ axis, from, to, at0: at, at1: at, thickness: 1, shut: [] },
  })
  const rows = [0, 30, 60, 90].map((y) => line('h', 0, 200, y))
  const [first, second, other] = [line('v', 0, 46, 100), line('v', 44, 90, 100.2), line('v', 44, 90, 102)]
  const uprights = withoutOverhang(inOnePiece([...rows, first, second, other], 2), 2).filter((l) => l.axis === 'v')
  expect(uprights.map(({ from, to }) => [from, to])).toEqual([
    [0, 90],
    [60, 90],
  ])
})
