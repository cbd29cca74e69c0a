/**
 * Tables with uprights between their columns and no ruling else: cells end where those begin and end, at the table's
 * head and foot, and below a text of the header that heads several columns.
 */
import type { Glyph, Ruling } from '../../page/types.ts'
import { type Edge, toEdges, union } from './edges.ts'
import { distinct } from './joints.ts'
import { rowsOfFigures } from './open-body.ts'

/** So many uprights that are as long as each other are a table's: its sides, and one between columns at least. */
const UPRIGHTS = 3

/** An upright that ends above the others, at a cell over several columns, is one of them if it is as long as this share of theirs. */
const LONG = 0.5

/** Points: how far apart two lines may be that are one, and how large letters are; pieces of a table stand closer than that. */
interface Sizes {
  tolerance: number
  letter: number
}

/** The sides of cells, top to bottom, that uprights show where no cells are ruled and figures stand between them. */
export function sidesByUprights(
  rulings: readonly Ruling[],
  glyphs: readonly Glyph[],
  { tolerance, letter }: Sizes,
): Edge[] {
  const edges = toEdges(
    rulings.filter((r) => r.axis === 'v'),
    tolerance,
  )
  return tablesOf(joined(edges, Math.max(tolerance, letter)), tolerance).flatMap((own) => {
    const sides = sidesOf(own, tolerance)
    const [head, foot] = [sides[0]!, sides.at(-1)!]
    return rowsOfFigures(glyphs, head.parts[0]!, [head.at, foot.at]) > 0 ? sides : []
  })
}

interface Upright {
  at: number
  from: number
  to: number
}

/** Pieces of one upright, drawn row by row, or between pieces of a table, as one. */
function joined(edges: readonly Edge[], apart: number): Upright[] {
  return edges.flatMap(({ at, parts }) =>
    union(
      parts.map(([from, to]) => ({ from, to })),
      apart,
    ).map(([from, to]) => ({ at, from, to })),
  )
}

/** Uprights beside each other that end at one height, where so many begin at one, too. */
function tablesOf(uprights: readonly Upright[], tolerance: number): Upright[][] {
  const byFoot: Upright[][] = []
  for (const upright of uprights) {
    const same = byFoot.find(([first]) => Math.abs(first!.to - upright.to) <= tolerance)
    if (same) same.push(upright)
    else byFoot.push([upright])
  }
  return byFoot.flatMap((own) => {
    const top = Math.min(...own.map((r) => r.from))
    const foot = own[0]!.to
    const whole = own.filter((r) => r.from - top <= tolerance)
    const places = own.map((r) => r.at)
    const [left, right] = [Math.min(...places), Math.max(...places)]
    const isAt = (x: number) => whole.some((r) => Math.abs(r.at - x) <= tolerance)
    if (whole.length < UPRIGHTS || !isAt(left) || !isAt(right)) return []
    const isInside = (r: Upright) => r.at > left && r.at < right && r.from > top - tolerance && r.to < foot - tolerance
    return [[...own, ...uprights.filter((r) => isInside(r) && r.to - r.from > LONG * (foot - top))]]
  })
}

/** The head and the foot of a table, at which all its columns end, and the side of every cell that an upright begins below. */
function sidesOf(own: readonly Upright[], tolerance: number): Edge[] {
  const top = Math.min(...own.map((r) => r.from))
  const foot = Math.max(...own.map((r) => r.to))
  const places = distinct(own.map((r) => r.at))
  const level = (at: number, from: number, to: number): Edge => ({ axis: 'h', at, parts: [[from, to]], joints: [] })
  const end = (at: number): Edge => ({ ...level(at, places[0]!, places.at(-1)!), isEnd: true })
  const inner = own.filter((r) => r.from - top > tolerance)
  const sides = inner.map(({ at, from }) => {
    const higher = own.filter((o) => from - o.from > tolerance).map((o) => o.at)
    return level(from, Math.max(...higher.filter((x) => x < at)), Math.min(...higher.filter((x) => x > at)))
  })
  return [end(top), ...sides, { ...end(foot), joints: places.slice(1, -1) }]
}
