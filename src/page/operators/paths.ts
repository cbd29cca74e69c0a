/** Paths as painted: straight segments and axis-parallel rectangles. */
import { memoised } from '../../memo.ts'
import type { Box } from '../types.ts'
import { addWithin } from './clip.ts'
import type { Drawing, DrawnShape, Ops, State } from './drawing.ts'
import { apply } from './matrix.ts'

/** A fill lighter than this (0–255, every channel) cannot be told from paper. */
export const PAPER = 250
export const isPaper = memoised((color) => {
  const match = /^#(..)(..)(..)$/.exec(color)
  return match ? match.slice(1).every((c) => Number.parseInt(c, 16) >= PAPER) : false
})

/** Instead of a colour: lines or dots with room between them, perhaps. */
export const PATTERN = 'pattern'

const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4
/** How many numbers follow each. */
const COORDINATES = [2, 2, 6, 4, 0]

/** Splits a path into straight segments and axis-parallel rectangles. Curves break the chain. */
export function addPath(d: Drawing, state: State, args: readonly unknown[], ops: Ops, order: number): void {
  const { filled, stroked, closes, isEvenOdd } = paintedBy(args[0] as number, ops)
  if (!filled && !stroked) return
  const data = (args[1] as ArrayLike<number>[] | null)?.[0]
  if (!data) return
  const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]))
  const base = {
    covers: filled && isOpaque(state),
    invisible: filled ? isPaper(state.fill) || state.fillAlpha === 0 : isPaper(state.stroke) || state.strokeAlpha === 0,
    thickness: state.lineWidth * scale,
    order,
  }
  if (filled && !base.invisible) d.outlines += curvedOutlines(data)
  const add = (shape: Pick<DrawnShape, 'kind' | 'box' | 'filled'>) =>
    addWithin(state.clip, d.shapes, { ...base, ...shape, covers: shape.filled && base.covers })
  const outlines = subpaths(data, closes).map((points) => points.map(([x, y]) => apply(state.ctm, x, y)))
  const frames = filled && outlines.length > 1 ? framesOf(outlines, isEvenOdd) : null
  for (const outline of outlines) {
    const sides = frames?.get(outline)
    for (const box of sides ?? []) add({ kind: 'rect', box, filled: true })
    if (sides && !stroked) continue
    const rect = asRect(outline) ?? (filled ? asBar(outline) : null)
    // The one that another is cut out of covers nothing.
    if (rect) add({ kind: 'rect', box: rect, filled: filled && !sides })
    else if (stroked)
      for (let k = 1; k < outline.length; k++) {
        const [a, b] = [outline[k - 1]!, outline[k]!]
        add({ kind: 'segment', box: [a[0], a[1], b[0], b[1]], filled: false })
      }
  }
}

/** Whether nothing is seen through what is filled. */
export function isOpaque({ fill, fillAlpha, blends, isMasked, surface }: State): boolean {
  const isPlain = fillAlpha === 1 && !blends && !isMasked && fill !== PATTERN
  return isPlain && (surface === 'page' || (surface === 'note' && isPaper(fill)))
}

/** What an operator does with its path. */
function paintedBy(
  paint: number,
  ops: Ops,
): { filled: boolean; stroked: boolean; closes: boolean; isEvenOdd: boolean } {
  const isEvenOdd = paint === ops.eoFill || paint === ops.eoFillStroke || paint === ops.closeEOFillStroke
  const closes = paint === ops.closeStroke || paint === ops.closeFillStroke || paint === ops.closeEOFillStroke
  const both = paint === ops.fillStroke || paint === ops.eoFillStroke || (closes && paint !== ops.closeStroke)
  return {
    filled: both || paint === ops.fill || paint === ops.eoFill,
    stroked: both || closes || paint === ops.stroke,
    closes,
    isEvenOdd,
  }
}

/** The points of one part of a path, on the page. */
type Outline = readonly [number, number][]

/**
 * Browsers paint the border of a cell in one go: a rectangle with another one cut out of it. What is painted is the
 * sides; without this it would be a shade over the whole cell. Outline → the sides, none for the one cut out.
 */
function framesOf(outlines: readonly Outline[], isEvenOdd: boolean): Map<Outline, Box[]> {
  const frames = new Map<Outline, Box[]>()
  for (let i = 1; i < outlines.length; i++) {
    const [first, second] = [outlines[i - 1]!, outlines[i]!]
    if (frames.has(first)) continue
    const [a, b] = [asRect(first), asRect(second)]
    if (!a || !b || !(isEvenOdd || turn(first) !== turn(second))) continue
    if (isWithin(b, a)) frames.set(first, sidesOf(a, b)).set(second, [])
    else if (isWithin(a, b)) frames.set(first, []).set(second, sidesOf(b, a))
  }
  return frames
}

/** Which way round an outline goes: two that go the same way are both filled, unless the rule is even-odd. */
function turn(points: Outline): number {
  const doubled = points.reduce((sum, [x, y], k) => {
    const [nextX, nextY] = points[(k + 1) % points.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.sign(doubled)
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

/** What is left of a rectangle around one that is cut out of it: above, below, and beside it. */
function sidesOf([x0, y0, x1, y1]: Box, [cutX0, cutY0, cutX1, cutY1]: Box): Box[] {
  const sides: Box[] = [
    [x0, y0, x1, cutY0],
    [x0, cutY1, x1, y1],
    [x0, y0, cutX0, y1],
    [cutX1, y0, x1, y1],
  ]
  return sides.filter(([left, top, right, bottom]) => right > left && bottom > top)
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

/** How many outlines a path has, if one of them has a curve: letters have. */
function curvedOutlines(data: ArrayLike<number>): number {
  let [count, isCurved] = [0, false]
  for (let i = 0; i < data.length; ) {
    const op = data[i]!
    if (op === MOVE) count++
    if (op === CURVE || op === QUADRATIC) isCurved = true
    i += 1 + (COORDINATES[op] ?? data.length)
  }
  return isCurved ? count : 0
}

/** A filled outline this thin (points) is a bar whatever its ends look like: borders are often drawn mitred. */
const BAR = 3

function asBar(points: Outline): Box | null {
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return Math.min(box[2] - box[0], box[3] - box[1]) <= BAR ? box : null
}

/** The bounding box of four or five points that form an axis-parallel rectangle, else null. */
function asRect(points: Outline): Box | null {
  if (points.length < 4 || points.length > 6) return null
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
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
