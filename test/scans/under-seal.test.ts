/** Rulings that a seal interrupts are followed under it; digits under it become none. */
import { expect, it } from 'vitest'
import type { SeenLine } from '../../src/page/picture/seen-line.ts'
import { followedUnderSeal } from '../../src/page/picture/under-seal.ts'

/** Two pixels a point, about the 150 dpi of a scan. */
const SCALE = 2
const line = (axis: 'h' | 'v', at: number, from: number, to: number): SeenLine => ({
  ...{ axis, from, to, at0: at, at1: at, thickness: 1, shut: [] },
})
/** A seal of 42 mm around (500, 300). */
const isRed = (x: number, y: number) => Math.abs(Math.hypot(x - 500, y - 300) - 115) < 8

const spans = (lines: readonly SeenLine[]) => lines.map((l) => `${l.axis}${l.at0} ${l.from}-${l.to}`)

it('joins the parts of a ruling on both sides of a seal', () => {
  const lines = [line('v', 500, 0, 182), line('v', 500, 418, 800), line('v', 900, 0, 182), line('v', 900, 418, 800)]
  expect(spans(followedUnderSeal(lines, isRed, SCALE))).toEqual(['v500 0-800', 'v900 0-182', 'v900 418-800'])
})

it('follows a ruling to the next line across', () => {
  const lines = [line('h', 250, 0, 1000), line('v', 500, 0, 182)]
  expect(spans(followedUnderSeal(lines, isRed, SCALE))).toEqual(['h250 0-1000', 'v500 0-250'])
})

it('makes no ruling of a digit', () => {
  const lines = [line('h', 150, 0, 1000), line('h', 250, 0, 1000), line('v', 500, 196, 216)]
  expect(spans(followedUnderSeal(lines, isRed, SCALE))).toEqual(['h150 0-1000', 'h250 0-1000', 'v500 196-216'])
})
