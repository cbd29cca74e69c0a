/** Tables in one frame that are open at their sides: one narrower than the next ends where its horizontal rulings do. */
import { coverage, type Edge, toEdges } from './edges.ts'

/** So many horizontal rulings that begin at one place are those of a table. */
const ROWS = 2

/** The sides, drawn nowhere, of those tables that do not reach to the sides of the frame. `slack`: points. */
export function openSides(h: readonly Edge[], v: readonly Edge[], slack: number): Edge[] {
  const begins = h.map((e) => Math.min(...e.parts.map((p) => p[0])))
  const ends = h.map((e) => Math.max(...e.parts.map((p) => p[1])))
  // Seen from the right, an end is a beginning.
  const mirrored = ends.map((x) => -x)
  const sides = [
    ...sidesAt(begins, h, slack),
    ...sidesAt(mirrored, h, slack).map((side): Edge => ({ ...side, at: -side.at })),
  ].filter((side) => !v.some((e) => Math.abs(e.at - side.at) <= slack && isDrawn(e, side)))
  return toEdges(
    sides.flatMap(({ axis, at, parts }) => parts.map(([from, to]) => ({ axis, at, from, to, thickness: 0 }))),
    slack,
  )
}

function isDrawn(edge: Edge, { parts }: Edge): boolean {
  return coverage(edge, ...parts[0]!) > 0
}

function sidesAt(begins: readonly number[], h: readonly Edge[], slack: number): Edge[] {
  const first = Math.min(...begins)
  const out: Edge[] = []
  for (let i = 0; i < begins.length; i++) {
    const x = begins[i]!
    if (x <= first + slack || (i > 0 && begins[i - 1]! > x - slack)) continue
    let end = i
    while (end + 1 < begins.length && begins[end + 1]! > x - slack) end++
    const rows = begins.slice(i, end + 1).filter((b) => Math.abs(b - x) <= slack).length
    if (rows < ROWS) continue
    // The last row ends at a ruling of the table below.
    out.push({ axis: 'v', at: x, parts: [[h[Math.max(0, i - 1)]!.at, h[Math.min(h.length - 1, end + 1)]!.at]] })
  }
  return out
}
