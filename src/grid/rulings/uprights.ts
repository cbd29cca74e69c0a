/**
 * Tables with uprights between their columns and no ruling else: cells end where those begin and end, at the table's
 * head and foot, and below a text of the header that heads several columns.
 */
import type { Ruling } from '../../page/types.ts'
import type { Edge } from './edges.ts'
import { distinct } from './joints.ts'

/** Uprights of one table begin (end) at one height, give or take so many points. */
const LEVEL = 2
/** So many uprights that are as long as each other are a table's: its sides, and one between columns at least. */
const UPRIGHTS = 3

/** The sides of cells, top to bottom, that uprights show where no horizontal ruling is drawn. */
export function sidesByUprights(rulings: readonly Ruling[]): Edge[] {
  const tables = tablesOf(rulings.filter((r) => r.axis === 'v'))
  const isClosed = (own: readonly Ruling[]) => rulings.some((r) => r.axis === 'h' && isWithin(r, own))
  return tables.filter((own) => !isClosed(own)).flatMap(sidesOf)
}

/** Uprights beside each other that end at one height, where so many begin at one, too. */
function tablesOf(uprights: readonly Ruling[]): Ruling[][] {
  const byFoot: Ruling[][] = []
  for (const upright of joined(uprights)) {
    const same = byFoot.find(([first]) => Math.abs(first!.to - upright.to) <= LEVEL)
    if (same) same.push(upright)
    else byFoot.push([upright])
  }
  return byFoot.filter((own) => {
    const top = Math.min(...own.map((r) => r.from))
    const whole = own.filter((r) => r.from - top <= LEVEL)
    const places = own.map((r) => r.at)
    const isAt = (x: number) => whole.some((r) => Math.abs(r.at - x) <= LEVEL)
    return whole.length >= UPRIGHTS && isAt(Math.min(...places)) && isAt(Math.max(...places))
  })
}

/** Pieces of one upright, drawn row by row, as one. */
function joined(uprights: readonly Ruling[]): Ruling[] {
  const out: Ruling[] = []
  for (const piece of uprights.toSorted((a, b) => a.from - b.from)) {
    const above = out.find((o) => Math.abs(o.at - piece.at) <= LEVEL && piece.from - o.to <= LEVEL)
    if (above) above.to = Math.max(above.to, piece.to)
    else out.push({ ...piece })
  }
  return out
}

function isWithin({ at, from, to }: Ruling, own: readonly Ruling[]): boolean {
  const [top, foot] = [Math.min(...own.map((r) => r.from)), Math.max(...own.map((r) => r.to))]
  const [left, right] = [Math.min(...own.map((r) => r.at)), Math.max(...own.map((r) => r.at))]
  return at > top - LEVEL && at < foot + LEVEL && from < right && to > left
}

/** The head and the foot of a table, at which all its columns end, and the side of every cell that an upright begins below. */
function sidesOf(own: readonly Ruling[]): Edge[] {
  const top = Math.min(...own.map((r) => r.from))
  const places = distinct(own.map((r) => r.at))
  const level = (at: number, from: number, to: number): Edge => ({ axis: 'h', at, parts: [[from, to]], joints: [] })
  const end = (at: number): Edge => ({ ...level(at, places[0]!, places.at(-1)!), isEnd: true })
  const inner = own.filter((r) => r.from - top > LEVEL)
  const sides = inner.map(({ at, from }) => {
    const higher = own.filter((o) => from - o.from > LEVEL).map((o) => o.at)
    return level(from, Math.max(...higher.filter((x) => x < at)), Math.min(...higher.filter((x) => x > at)))
  })
  return [end(top), ...sides, { ...end(own[0]!.to), joints: places.slice(1, -1) }]
}
