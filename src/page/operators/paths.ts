/** Paths as painted: straight segments and axis-parallel rectangles. */
import { memoised } from '../../memo.ts'
import type { Drawing, Ops, State } from './drawing.ts'
import { apply } from './matrix.ts'

/** A fill lighter than this (0–255, every channel) cannot be told from paper. */
export const PAPER = 250
export const isPaper = memoised((color) => {
  const match = /^#(..)(..)(..)$/.exec(color)
  return match ? match.slice(1).every((c) => Number.parseInt(c, 16) >= PAPER) : false
})

const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4

/** Splits a path into straight segments and axis-parallel rectangles. Curves break the chain. */
export function addPath(d: Drawing, state: State, args: readonly unknown[], ops: Ops, order: number): void {
  const paint = args[0] as number
  const filled = paint === ops.fill || paint === ops.eoFill || paint === ops.fillStroke || paint === ops.eoFillStroke
  const both =
    paint === ops.fillStroke ||
    paint === ops.eoFillStroke ||
    paint === ops.closeFillStroke ||
    paint === ops.closeEOFillStroke
  const stroked = both || paint === ops.stroke || paint === ops.closeStroke
  if (!filled && !stroked && !both) return
  const data = (args[1] as ArrayLike<number>[] | null)?.[0]
  if (!data) return
  const white = isPaper(state.fill)
  const base = {
    covers: (filled || both) && white && state.fillAlpha === 1,
    invisible: filled || both ? white || state.fillAlpha === 0 : isPaper(state.stroke) || state.strokeAlpha === 0,
    order,
  }
  const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]))
  const thickness = state.lineWidth * scale
  const closes = paint === ops.closeStroke || paint === ops.closeFillStroke || paint === ops.closeEOFillStroke
  for (const points of subpaths(data, closes)) {
    const mapped = points.map(([px, py]) => apply(state.ctm, px, py))
    const rect = asRect(mapped) ?? (filled || both ? asBar(mapped) : null)
    if (rect) d.shapes.push({ kind: 'rect', box: rect, filled: filled || both, thickness, ...base })
    else if (stroked)
      for (let k = 1; k < mapped.length; k++) {
        const [a, b] = [mapped[k - 1]!, mapped[k]!]
        d.shapes.push({ kind: 'segment', box: [a[0], a[1], b[0], b[1]], filled: false, thickness, ...base })
      }
  }
}

function subpaths(data: ArrayLike<number>, closes: boolean): [number, number][][] {
  const out: [number, number][][] = []
  let current: [number, number][] = []
  const flush = () => {
    if (current.length > 1) out.push(current)
    current = []
  }
  for (let i = 0; i < data.length; ) {
    const op = data[i++]
    if (op === MOVE) {
      flush()
      current = [[data[i]!, data[i + 1]!]]
      i += 2
    } else if (op === LINE) {
      current.push([data[i]!, data[i + 1]!])
      i += 2
    } else if (op === CURVE || op === QUADRATIC) {
      flush()
      i += op === CURVE ? 6 : 4
      current = [[data[i - 2]!, data[i - 1]!]]
    } else if (op === CLOSE) {
      if (current[0] && current.length > 1) current.push([...current[0]])
    } else break
  }
  if (closes && current[0] && current.length > 2) current.push([...current[0]])
  flush()
  return out
}

/** A filled outline this thin (points) is a bar whatever its ends look like: borders are often drawn mitred. */
const BAR = 3

function asBar(points: [number, number][]): [number, number, number, number] | null {
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const box: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return Math.min(box[2] - box[0], box[3] - box[1]) <= BAR ? box : null
}

/** The bounding box of four or five points that form an axis-parallel rectangle, else null. */
function asRect(points: [number, number][]): [number, number, number, number] | null {
  if (points.length < 4 || points.length > 6) return null
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const box: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const near = (a: number, b: number) => Math.abs(a - b) < 0.05
  const corners = points.every(
    ([px, py]) => (near(px, box[0]) || near(px, box[2])) && (near(py, box[1]) || near(py, box[3])),
  )
  const sides = points.every((p, k) => {
    const q = points[(k + 1) % points.length]!
    return near(p[0], q[0]) || near(p[1], q[1])
  })
  return corners && sides ? box : null
}
