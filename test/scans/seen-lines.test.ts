/** What is seen of a scan before it is read: its rulings, and what is left when they are taken out. */
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { withoutLines } from '../../src/page/picture/erase.ts'
import { beyond, inOnePiece } from '../../src/page/picture/joined-lines.ts'
import type { SeenLine } from '../../src/page/picture/seen-line.ts'
import { seenLines } from '../../src/page/picture/seen-lines.ts'
import type { Page } from '../../src/page/types.ts'
import { look } from '../../src/scans/look.ts'

const [WIDTH, HEIGHT] = [300, 200]
/** Pixels a point, as at 150 dpi. */
const SCALE = 150 / 72
const ROWS = 6
const COLUMNS = 4
const LEFT = 20
const TOP = 20
const ROW = 18
const COLUMN = 60

/** A table of 4 columns and 6 rows, its its rulings of the colour asked, with the grain of a scanner. */
function drawn(ruling: string, rows = ROWS) {
  const canvas = createCanvas(Math.round(WIDTH * SCALE), Math.round(HEIGHT * SCALE))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(SCALE, SCALE)
  context.strokeStyle = ruling
  context.lineWidth = 0.5
  const [right, bottom] = [LEFT + COLUMNS * COLUMN, TOP + rows * ROW]
  context.beginPath()
  for (let r = 0; r <= rows; r++) {
    context.moveTo(LEFT, TOP + r * ROW)
    context.lineTo(right, TOP + r * ROW)
  }
  for (let c = 0; c <= COLUMNS; c++) {
    context.moveTo(LEFT + c * COLUMN, TOP)
    context.lineTo(LEFT + c * COLUMN, bottom)
  }
  context.stroke()
  context.fillStyle = '#222'
  context.font = '9px sans-serif'
  context.textAlign = 'right'
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < COLUMNS; c++) context.fillText('739.30', LEFT + (c + 1) * COLUMN - 4, TOP + r * ROW + 12)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const next = random(7)
  for (let i = 0; i < data.length; i += 4) data.fill(data[i]! + 24 * (next() + next() - 1), i, i + 3)
  const page: Page = {
    ...{ number: 1, width: WIDTH, height: HEIGHT, rotation: 0, kind: 'scan' },
    ...{ glyphs: [], rulings: [], images: [] },
  }
  return look({ width: canvas.width, height: canvas.height, channels: 4, data }, page)
}

describe('the rulings of a scan', () => {
  it.each(['#000', '#c4c4c4'])('are all seen, of colour %s', (ruling) => {
    expect(drawn(ruling).cells).toHaveLength(ROWS * COLUMNS)
  })

  it('are seen where a page holds one row of a table', () => {
    expect(drawn('#000', 1).cells).toHaveLength(COLUMNS)
  })

  it('leave nothing in the next cell of a figure that ends on one of them', () => {
    // Rows of a black ruling in the middle; every fourth row there is print up to it from the left, every eighth on both sides.
    const [width, height, x] = [41, 64, 20]
    const data = new Uint8Array(width * height).fill(255)
    for (let y = 0; y < height; y++)
      for (let k = 0; k < width; k++)
        if (Math.abs(k - x) <= 1 || (y % 4 === 0 && k < x) || y % 8 === 0) data[y * width + k] = 30
    const line = { axis: 'v', from: 0, to: height, at0: x + 0.5, at1: x + 0.5, thickness: 3, shut: [] } as const
    const out = withoutLines({ width, height, data }, [line], 150 / 72)
    const row = (y: number) => [...out.data.subarray(y * width + x, y * width + width)]
    expect(row(4)).toEqual(Array(width - x).fill(255))
    expect(row(1)).toEqual(Array(width - x).fill(255))
    expect(row(8)).toEqual(Array(width - x).fill(30))
  })
})

it('comes to an end where dots lie in a row', () => {
  // Dots, two dashes, and more paper than ink between these: the line seen along them had no end.
  const [width, height, row] = [160, 60, 30]
  const data = new Uint8Array(width * height).fill(255)
  const inked = [...Array.from({ length: 20 }, (_, i) => 20 + 3 * i), 80, 81, 82, 91, 92, 93]
  for (const x of inked) data[row * width + x] = 0
  for (const line of seenLines({ width, height, data }, 5 / 3)) expect(line.to).toBeLessThanOrEqual(width)
})

describe('pieces of one ruling', () => {
  const upright = (from: number, to: number, at = 50): SeenLine => ({
    ...{ axis: 'v', from, to, at0: at, at1: at, thickness: 1, shut: [] },
  })

  it('are one where print that stands on it hides a little between them, and not over a wider gap', () => {
    expect(inOnePiece([upright(0, 300), upright(302, 400)], SCALE)).toMatchObject([{ from: 0, to: 400 }])
    expect(inOnePiece([upright(0, 300), upright(306, 400)], SCALE)).toHaveLength(2)
  })

  it('go on where print beside a gray one made the rest uneven, in its place', () => {
    const line = upright(100, 400)
    expect(beyond(upright(20, 220), [line], SCALE)).toMatchObject({ from: 20, to: 100 })
    expect(beyond(upright(350, 420), [line], SCALE)).toMatchObject({ from: 400, to: 420 })
    expect(beyond(upright(20, 220, 53), [line], SCALE)).toBeNull()
    expect(beyond(upright(150, 220), [line], SCALE)).toBeNull()
  })
})
