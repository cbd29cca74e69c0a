/** Strokes of characters below each other are told from a ruling. */
import { expect, it } from 'vitest'
import { joined } from '../../src/page/picture/joined-lines.ts'
import type { SeenLine } from '../../src/page/picture/seen-line.ts'
import { withoutStrokes } from '../../src/page/picture/strokes.ts'

const SCALE = 2
const [LENGTH, ACROSS, AT] = [100, 60, 30]
const line = (axis: 'h' | 'v', at: number, from: number, to: number): SeenLine => ({
  ...{ axis, from, to, at0: at + 0.5, at1: at + 0.5, thickness: 1, shut: [] },
})

/** Three rows between four rulings, an upright line through the first and the last; `beside` is print that touches it. */
function stroked(beside: number) {
  const data = new Uint8Array(LENGTH * ACROSS).fill(255)
  const dark = (x: number, from: number, to: number) => data.fill(0, x * LENGTH + from, x * LENGTH + to)
  dark(AT, 10, 34)
  dark(AT, 58, 82)
  for (const from of [14, 62]) for (const x of [AT - 3, AT + 3]) dark(x, from, from + beside)
  const levels = [10, 34, 58, 82].map((at) => line('h', at, 0, ACROSS))
  const upright = { width: LENGTH, height: ACROSS, data }
  const all = withoutStrokes([...levels, line('v', AT, 10, 82)], upright, SCALE)
  return all.filter((l) => l.axis === 'v').map((l) => [Math.round(l.from), Math.round(l.to)])
}

it('parts a short ruling where a row interrupts it', () => {
  expect(stroked(0)).toEqual([
    [10, 35],
    [59, 82],
  ])
})

it('drops it where print stands close beside all of its parts', () => {
  expect(stroked(4)).toEqual([])
})

it('drops strokes of two rows that stand in line, one of them close at the ruling between', () => {
  const data = new Uint8Array(LENGTH * ACROSS).fill(255)
  const dark = (x: number, from: number, to: number) => data.fill(0, x * LENGTH + from, x * LENGTH + to)
  // 出 has others joined to it; below it one begins well below the ruling.
  dark(AT, 12, 34)
  for (const x of [AT - 3, AT + 3]) dark(x, 18, 21)
  dark(AT, 42, 54)
  const levels = [10, 34, 58].map((at) => line('h', at, 0, ACROSS))
  const upright = { width: LENGTH, height: ACROSS, data }
  expect(withoutStrokes([...levels, line('v', AT, 12, 54)], upright, SCALE)).toEqual(levels)
})

it('tells strokes of texts that begin in one place from a ruling by the print beside them', () => {
  const rows = Array.from({ length: 6 }, (_, i) => line('h', 24 * i + 10, 0, 400))
  const uprights = [line('v', 0, 10, 130), line('v', 400, 10, 130)]
  const stack = (of: number): SeenLine => {
    const upright = line('v', 60, 10, 106)
    return { ...upright, shut: Array.from({ length: 96 * of }, (_, i) => 10 + i) }
  }
  const isKept = (upright: SeenLine) => joined([...rows, ...uprights, upright], SCALE).includes(upright)
  expect([isKept(stack(0)), isKept(stack(0.15)), isKept(stack(0.4))]).toEqual([true, true, false])
})

it('keeps an upright line that is drawn all along, over rows whose figures end close at it', () => {
  const rows = Array.from({ length: 5 }, (_, i) => line('h', 24 * i + 10, 0, 400))
  const sides = [line('v', 0, 10, 106), line('v', 400, 10, 106)]
  /** Print along half of it, and in each row so many places where nothing is drawn. */
  const isKept = (bareInRow: number, from = 10) => {
    const places = Array.from({ length: 106 - from }, (_, i) => from + i)
    const upright = {
      ...line('v', 60, from, 106),
      shut: places.filter((at) => (at - 10) % 24 >= 12),
      bare: places.filter((at) => (at - 10) % 24 >= 6 && (at - 10) % 24 < 6 + bareInRow),
    }
    return joined([...rows, ...sides, upright], SCALE).includes(upright)
  }
  // A stroke of a character leaves paper above and below it; over two rows of a blurred copy it may seem not to.
  expect([isKept(0), isKept(3), isKept(0, 58)]).toEqual([true, false, false])
})

it('cuts off the stroke of a letter that a ruling ends at, in a row hardly higher than its text', () => {
  const [top, bottom, side] = [10, 90, 3]
  const data = new Uint8Array(LENGTH * ACROSS).fill(255)
  const dark = (x: number, from: number, to: number, value = 0) => data.fill(value, x * LENGTH + from, x * LENGTH + to)
  const ruled = (stroke: number, touched = 0) => {
    data.fill(255)
    dark(AT, 30, bottom)
    dark(AT, top, 30, stroke)
    // The rest of 用 on one side, the letter before it on the other.
    for (const at of [13, 17, 21, 25]) dark(AT + side, at, at + 2)
    for (const x of [AT - 2 * side, AT + 2 * side]) dark(x, 12, 28)
    dark(AT - side, 16, 16 + touched)
    const levels = [10, 30, 50, 70, 90].map((at) => line('h', at, 0, ACROSS))
    const upright = { width: LENGTH, height: ACROSS, data }
    const all = withoutStrokes([...levels, line('v', AT, top, bottom)], upright, SCALE)
    return all.filter((l) => l.axis === 'v').map((l) => [Math.round(l.from), Math.round(l.to)])
  }
  expect(ruled(85)).toEqual([[31, bottom]])
  // As dark as the rest it is a ruling at which a figure ends.
  expect(ruled(20)).toEqual([[top, bottom]])
  // … unless the letters on its other side touch it, too.
  expect(ruled(20, 1)).toEqual([[31, bottom]])
})

it('keeps what is drawn across one row in line with a ruling above, though a name begins close at it', () => {
  const rows = [10, 100, 140, 190].map((at) => line('h', at, 0, 400))
  const sides = [line('v', 0, 10, 190), line('v', 400, 10, 190)]
  /** Print along half of it; `bare`: where nothing is drawn. */
  const isKept = (at: number, bare: number[], from = 140) => {
    const shut = Array.from({ length: 25 }, (_, i) => 150 + i)
    const upright = { ...line('v', at, from, 190), shut, bare }
    return joined([...rows, ...sides, line('v', 60, 10, 100), upright], SCALE).includes(upright)
  }
  expect(isKept(61, [])).toBe(true)
  expect([isKept(61, [165]), isKept(61, [], 148), isKept(80, [])]).toEqual([false, false, false])
})

it('keeps an upright line with print beside it that is as high as a sure one over the same rows', () => {
  const rows = [10, 40, 70].map((at) => line('h', at, 0, 400))
  const stands = (sure: SeenLine, bare: number[] = []) => {
    const upright: SeenLine = { ...line('v', 60, 10, 70), shut: Array.from({ length: 40 }, (_, i) => 15 + i), bare }
    return joined([...rows, sure, upright], SCALE).includes(upright)
  }
  expect(stands(line('v', 200, 10, 70))).toBe(true)
  expect(stands(line('v', 200, 10, 40))).toBe(false)
  // Characters leave bare paper between them.
  expect(stands(line('v', 200, 10, 70), [36, 37, 38, 39, 40, 41, 42])).toBe(false)
  // Beside a line across, which is ink itself, a ruling is no darker than that.
  expect(stands(line('v', 200, 10, 70), [38, 42])).toBe(true)
})
