/** Ink of any colour that was put over the print is taken out; print of a colour stays. */
import { describe, expect, it } from 'vitest'
import { toGray } from '../../src/page/picture/red.ts'

const [WIDTH, HEIGHT, SCALE] = [420, 200, 2]
type Color = readonly [number, number, number]
const BLACK: Color = [20, 20, 20]

/** White paper, drawn on as ink does: what is under it shows through. */
function paper() {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(255)
  const ink = (x: number, y: number, color: Color) => {
    const i = 3 * (Math.round(y) * WIDTH + Math.round(x))
    for (const [c, v] of color.entries()) data[i + c] = (data[i + c]! * v) / 255
  }
  const box = (x0: number, y0: number, x1: number, y1: number, color: Color) => {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) ink(x, y, color)
  }
  /** The ring of a seal, 40 points wide. */
  const ring = (x: number, y: number, color: Color) => {
    for (let dy = -40; dy <= 40; dy++)
      for (let dx = -40; dx <= 40; dx++) if (Math.abs(Math.hypot(dx, dy) - 37) < 3) ink(x + dx, y + dy, color)
  }
  const read = () => {
    const { picture, red } = toGray({ width: WIDTH, height: HEIGHT, channels: 3, data }, SCALE)
    return { at: (x: number, y: number) => picture.data[y * WIDTH + x]!, red }
  }
  return { box, ring, read }
}

/** A page of black figures around the middle: what is printed on it is black. */
const printed = () => {
  const page = paper()
  for (let y = 4; y < 200; y += 28) for (const x of [4, 240, 310]) figure(page, x, y, BLACK)
  return page
}

/** Six digits, as black or coloured boxes that are 4 points wide and 7 high. */
const figure = ({ box }: ReturnType<typeof paper>, x: number, y: number, color: Color) => {
  for (let k = 0; k < 6; k++) box(x + 10 * k, y, x + 10 * k + 8, y + 14, color)
}

const INKS: readonly [string, Color][] = [
  ['blue', [42, 63, 184]],
  ['violet', [122, 47, 176]],
  ['green', [30, 138, 76]],
]

describe('a stamp over a figure', () => {
  it.each(INKS)('that is %s goes, the figure stays, and is in doubt where the ring is', (_, color) => {
    const page = printed()
    figure(page, 100, 90, BLACK)
    page.ring(130, 97, color)
    const { at, red } = page.read()
    expect(at(130, 97 - 37)).toBeGreaterThan(240)
    expect(at(104, 97)).toBeLessThan(80)
    expect(red?.(130, 97 - 37)).toBe(true)
    expect(red?.(20, 40)).toBe(false)
  })

  it('that is purple goes as a whole, though some of it is seen red', () => {
    const page = printed()
    page.ring(130, 97, [168, 40, 110])
    page.box(124, 57, 127, 60, [216, 35, 42])
    const { at } = page.read()
    expect(at(130, 97 - 37)).toBeGreaterThan(240)
  })

  it('goes where a black ruling cuts it', () => {
    const page = printed()
    page.ring(130, 97, INKS[0]![1])
    page.box(0, 96, WIDTH, 98, BLACK)
    const { at } = page.read()
    expect(at(130, 97 + 37)).toBeGreaterThan(240)
    expect(at(130, 97)).toBeLessThan(80)
  })
})

describe('print of a colour', () => {
  it('stays: figures, rulings and a heading', () => {
    const page = paper()
    const [, blue] = INKS[0]!
    figure(page, 100, 90, blue)
    for (const y of [60, 80, 110]) page.box(20, y, 400, y + 2, blue)
    for (const x of [20, 90, 398]) page.box(x, 60, x + 2, 112, blue)
    for (const x of [100, 142]) page.box(x, 10, x + 36, 46, blue)
    const { at, red } = page.read()
    expect(red).toBe(null)
    for (const [x, y] of [
      [104, 97],
      [150, 81],
      [91, 100],
      [120, 30],
    ] as const)
      expect(at(x, y)).toBeLessThan(120)
  })

  it('of a highlighter goes, hides nothing, and leaves the figure', () => {
    const page = printed()
    figure(page, 100, 90, BLACK)
    page.box(60, 84, 220, 110, [255, 242, 58])
    const { at, red } = page.read()
    expect(red).toBe(null)
    expect(at(80, 86)).toBe(255)
    expect(at(104, 97)).toBeLessThan(80)
  })

  it('of a highlighter leaves no line at its edge, where a stored picture has half of its colour', () => {
    const page = printed()
    page.box(60, 84, 220, 110, [150, 240, 150])
    // As light as the stripe and half as green.
    for (const y of [83, 109])
      page.box(60, y, 220, y + 1, y === 83 ? [178, 222, 178] : [1.19 * 255, 0.93 * 255, 1.19 * 255])
    const { at } = page.read()
    for (const y of [83, 84, 96, 109]) expect(at(140, y)).toBeGreaterThan(235)
    expect(at(140, 110)).toBe(255)
  })
})
