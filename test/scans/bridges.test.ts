/** Two tables below each other, and a ruling that seems to run on from one to the other under a seal. */
import { expect, it } from 'vitest'
import { withoutBridges } from '../../src/page/picture/bridges.ts'
import type { SeenLine } from '../../src/page/picture/seen-line.ts'

const line = (axis: 'h' | 'v', at: number, from: number, to: number): SeenLine => ({
  ...{ axis, from, to, at0: at, at1: at, thickness: 1, shut: [] },
})
const upright = (x: number, ...spans: [number, number][]) => spans.map(([from, to]) => line('v', x, from, to))
const levels = [100, 150, 210, 260].map((y) => line('h', y, 50, 550))

/** The spans of the uprights at 400. */
function spans(...lines: SeenLine[]): number[][] {
  return withoutBridges([...levels, ...lines], 1).flatMap(({ axis, at0, from, to }) =>
    axis === 'v' && at0 === 400 ? [[from, to]] : [],
  )
}

const both: [number, number][] = [
  [100, 150],
  [210, 260],
]

it('it is the ruling of both tables, and of nothing between them', () => {
  expect(spans(...[50, 200, 550].flatMap((x) => upright(x, ...both)), ...upright(400, [100, 260]))).toEqual(both)
})

it('beside another that runs on, or an edge that does, it parts the cells of a row', () => {
  const edges = [50, 550].flatMap((x) => upright(x, ...both))
  expect(spans(...edges, ...upright(200, [100, 260]), ...upright(400, [100, 260]))).toEqual([[100, 260]])
  expect(spans(...upright(50, [100, 260]), ...upright(550, ...both), ...upright(400, [100, 260]))).toEqual([[100, 260]])
})

it('a table with open sides has no edges that would end', () => {
  expect(spans(...upright(200, ...both), ...upright(400, [100, 260]))).toEqual([[100, 260]])
})
