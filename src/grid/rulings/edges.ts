/** Rulings as drawn → the few straight edges a person sees. */
import type { Ruling } from '../../page/types.ts'

/** A straight edge; `parts` are the stretches of it that are drawn, sorted, not touching each other. */
export interface Edge {
  axis: 'h' | 'v'
  at: number
  parts: [number, number][]
  /** Of a horizontal one: where pieces of it that are drawn cell by cell meet. */
  joints?: readonly number[]
  /** The head or the foot of a table: nothing on the other side of it is of that. */
  isEnd?: boolean
}

/**
 * Joins rulings that lie on one line: pieces of a line, doubled lines, and the two sides of
 * neighbouring rectangles. `tolerance` in points is how far apart they may be.
 */
export function toEdges(rulings: readonly Ruling[], tolerance: number): Edge[] {
  return [...along('h', rulings, tolerance), ...along('v', rulings, tolerance)]
}

function along(axis: 'h' | 'v', rulings: readonly Ruling[], tolerance: number): Edge[] {
  const sorted = rulings.filter((r) => r.axis === axis).sort((a, b) => a.at - b.at)
  const groups: Ruling[][] = []
  for (const ruling of sorted) {
    const group = groups.at(-1)
    if (group && ruling.at - group[0]!.at <= tolerance) group.push(ruling)
    else groups.push([ruling])
  }
  return groups.map((group) => ({ axis, at: centre(group), parts: union(group, tolerance) }))
}

/** The middle, weighted by length, so that a short stray piece does not move a long line. */
function centre(group: readonly Ruling[]): number {
  let sum = 0
  let weight = 0
  for (const r of group) {
    sum += r.at * (r.to - r.from)
    weight += r.to - r.from
  }
  return sum / weight
}

/** Stretches that touch within a tolerance are one; sorted. */
export function union(group: readonly Pick<Ruling, 'from' | 'to'>[], tolerance: number): [number, number][] {
  const parts: [number, number][] = []
  for (const { from, to } of [...group].sort((a, b) => a.from - b.from)) {
    const last = parts.at(-1)
    if (last && from <= last[1] + tolerance) last[1] = Math.max(last[1], to)
    else parts.push([from, to])
  }
  return parts
}

/** Share of [from, to] that the edge's parts cover, 0–1. */
export function coverage(edge: Edge | undefined, from: number, to: number): number {
  if (!edge || to <= from) return 0
  let covered = 0
  for (const [a, b] of edge.parts) covered += Math.max(0, Math.min(b, to) - Math.max(a, from))
  return covered / (to - from)
}

/** Edges split into groups that touch each other: each group is one table's. */
export function connected(edges: readonly Edge[], tolerance: number): Edge[][] {
  const pieces = edges.flatMap((e) => e.parts.map((part): Edge => ({ axis: e.axis, at: e.at, parts: [part] })))
  const group = pieces.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (group[root] !== root) root = group[root]!
    group[i] = root
    return root
  }
  const hs = pieces.flatMap((p, i) => (p.axis === 'h' ? [i] : []))
  const vs = pieces.flatMap((p, i) => (p.axis === 'v' ? [i] : []))
  for (const h of hs) for (const v of vs) if (touches(pieces[h]!, pieces[v]!, tolerance)) group[find(h)] = find(v)
  const byRoot = new Map<number, Edge[]>()
  pieces.forEach((piece, i) => {
    const root = find(i)
    const list = byRoot.get(root)
    if (list) list.push(piece)
    else byRoot.set(root, [piece])
  })
  return [...byRoot.values()].map(rejoin)
}

/**
 * The edges of one table where its own rulings lie: those of another table on the page, a little aside, were taken for
 * the same lines.
 */
export function atOwnRulings(edges: readonly Edge[], rulings: readonly Ruling[], tolerance: number): Edge[] {
  return edges.map((edge) => {
    const isOwn = (r: Ruling) =>
      r.axis === edge.axis &&
      Math.abs(r.at - edge.at) <= tolerance &&
      edge.parts.some(([from, to]) => r.from >= from && r.to <= to)
    const own = rulings.filter(isOwn)
    return own.length > 0 ? { ...edge, at: centre(own) } : edge
  })
}

function touches(h: Edge, v: Edge, tolerance: number): boolean {
  const [h0, h1] = h.parts[0]!
  const [v0, v1] = v.parts[0]!
  return v.at >= h0 - tolerance && v.at <= h1 + tolerance && h.at >= v0 - tolerance && h.at <= v1 + tolerance
}

/** Pieces of one line become one edge again. */
function rejoin(pieces: readonly Edge[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const piece of pieces) {
    const key = `${piece.axis}${piece.at}`
    const edge = edges.get(key)
    if (edge) edge.parts.push(...piece.parts)
    else edges.set(key, { ...piece, parts: [...piece.parts] })
  }
  for (const edge of edges.values()) edge.parts.sort((a, b) => a[0] - b[0])
  return [...edges.values()].sort((a, b) => a.at - b.at)
}
