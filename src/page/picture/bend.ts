/**
 * Pages that are not flat: photographed from a side, or open in a book. Lines of text and rulings are bent or lie like
 * the ribs of a fan; how, is found as the skew is: as that under which the edges of the ink gather in the fewest rows.
 */
import type { Picture } from '../../ocr/reader.ts'
import { transpose } from './image.ts'
import { type Shift, shiftAt, shiftColumns, shiftRows } from './warp.ts'

/** How far (pixels) lines lie off at the edge of the page, for each shape: u along them and v across, -1 to 1 over the page. */
type Bend = readonly [slope: number, fan: number, bow: number, bowOfFan: number, twist: number]
const FLAT: Bend = [0, 0, 0, 0, 0]

/** Steps in which the shapes are tried, pixels; rows as high as a step are counted together. */
const STEPS = [8, 5, 3, 2, 1]
/** A page that lies a few pixels off flat: coarse steps find another shape for it, which bends what is straight. */
const NEARLY = [2, 1]
/** Rounds of one step, at most: each leaves less to find. */
const ROUNDS = 6
/** Edges looked at, at most: more tell nothing else. */
const MOST = 30_000
/** Fewer edges than this tell nothing. */
const FEWEST = 2_000
/** Darker than this (0–255, even light) is ink. */
const INK = 128
/** A page is bent if its edges gather so much more (factor) with the bend taken out … */
const GATHERED = 1.25
/** … and that moves some of it by this much (pixels): lines are still followed over less. */
const MOVED = 2

/** How the places of a flat picture come from those of a bent one. */
export interface Flattening {
  picture(bent: Picture): Picture
  before(at: readonly [number, number]): [number, number]
}

/** What makes the picture flat; null if it is. */
export function findBend(picture: Picture): Flattening | null {
  const level = shapeOf(picture)
  const straight = level ? shiftColumns(picture, level) : picture
  const upright = transposed(shapeOf(transpose(straight)))
  if (!level && !upright) return null
  return {
    picture: (bent) => {
      const half = level ? shiftColumns(bent, level) : bent
      return upright ? shiftRows(half, upright) : half
    },
    before: ([x, y]) => {
      const from = upright ? x + shiftAt(upright, 'x', [x, y]) : x
      return [from, level ? y + shiftAt(level, 'y', [from, y]) : y]
    },
  }
}

/** The shift of columns that makes the lines along the rows level. */
function shapeOf(picture: Picture): Shift | null {
  const edges = upperEdges(picture)
  if (edges.length < FEWEST || isFlat(edges, picture)) return null
  const all = placed(edges, picture)
  const tried = (bend: Bend, step: number) => gathering(all, bend, step, picture)
  const bends = [refined(roughly(edges, picture), STEPS, tried), refined(FLAT, NEARLY, tried)]
  const best = bends.reduce((a, b) => (tried(b, 1) > tried(a, 1) ? b : a))
  const moved = best.reduce((sum, n) => sum + Math.abs(n), 0)
  if (moved < MOVED || tried(best, 1) < GATHERED * tried(FLAT, 1)) return null
  return toShift(best, picture)
}

/** The best shape that is found from this one in steps that grow smaller. */
function refined(from: Bend, steps: readonly number[], tried: (bend: Bend, step: number) => number): Bend {
  let best = from
  for (const step of steps) {
    let highest = tried(best, step)
    for (let round = 0; round < ROUNDS; round++) {
      const before = best
      for (let k = 0; k < best.length; k++)
        for (const by of [-step, step]) {
          const bend = best.map((n, i) => (i === k ? n + by : n)) as unknown as Bend
          const score = tried(bend, step)
          if (score > highest) [highest, best] = [score, bend]
        }
      if (best === before) break
    }
  }
  return best
}

/** Shapes that hide each other are looked for together, in such steps and so far to either side (shares of the height), by some of the edges. */
const COARSE = { step: 0.0025, slopes: 8, fans: 16, bows: 12, edges: 2_500 }

/** About how the page is bent: the best of all slopes and fans, then of all bows and fans with that slope. */
function roughly(edges: Int32Array, picture: Picture): Bend {
  const some = placed(thinned(edges, COARSE.edges), picture)
  const step = Math.max(1, COARSE.step * picture.height)
  let [best, highest] = [FLAT, gathering(some, FLAT, step, picture)]
  const each = (most: number, bendOf: (n: number, fan: number) => Bend) => {
    for (let n = -most; n <= most; n++)
      for (let fan = -COARSE.fans; fan <= COARSE.fans; fan++) {
        const bend = bendOf(n * step, fan * step)
        const score = gathering(some, bend, step, picture)
        if (score > highest) [highest, best] = [score, bend]
      }
  }
  each(COARSE.slopes, (slope, fan) => [slope, fan, 0, 0, 0])
  const [slope] = best
  each(COARSE.bows, (bow, fan) => [slope, fan, bow, 0, 0])
  if (slope !== 0) each(COARSE.bows, (bow, fan) => [0, fan, bow, 0, 0])
  return best
}

/**
 * Ink with paper above: where in the picture, at most `MOST`. The black around a copied sheet is none: its edge lies as
 * the sheet lay under the lid, and is longer than all rulings of a short table.
 */
function upperEdges(picture: Picture): Int32Array {
  const { width, data } = picture
  const black = blackBelow(picture)
  const found: number[] = []
  for (let row = width; row < data.length; row += width)
    for (let x = 0, i = row; x < width; x++, i++)
      if (data[i]! < INK && data[i - width]! >= INK && i < black[x]!) found.push(i)
  return thinned(Int32Array.from(found), MOST)
}

/** From where on (place in the picture) each column is black to its foot, but for grains of this many pixels. */
const GRAIN = 2

function blackBelow({ width, data }: Picture): Int32Array {
  return Int32Array.from({ length: width }, (_, x) => {
    let from = data.length
    let pale = 0
    for (let i = data.length - width + x; i >= 0 && pale <= GRAIN; i -= width) {
      if (data[i]! >= INK) pale++
      else [from, pale] = [i, 0]
    }
    return from
  })
}

function thinned(edges: Int32Array, most: number): Int32Array {
  const every = Math.ceil(edges.length / most)
  return every <= 1 ? edges : edges.filter((_, n) => n % every === 0)
}

/** A page is looked at in so many strips; where the edges of neighbours fit best at the same height, it is flat. */
const STRIPS = 6
/** … in each of so many bands: what lies like a fan is level in the middle. */
const BANDS = 3
/** Neighbours are tried at heights that differ by so much (pixels), at most. */
const REACH = 16
/** Neighbours fit better at another height if so many times as many edges meet. */
const BETTER = 1.3

function isFlat(edges: Int32Array, { width, height }: Picture): boolean {
  const strips = Array.from({ length: STRIPS }, () => new Uint16Array(height + 2))
  // An edge counts in the rows beside its own, too.
  for (const i of edges) {
    const strip = strips[Math.floor((STRIPS * (i % width)) / width)]!
    const y = Math.floor(i / width)
    for (let row = y; row < y + 3; row++) strip[row]!++
  }
  const high = Math.floor((height - 2 * REACH) / BANDS)
  return Array.from({ length: BANDS }, (_, i) => REACH + i * high).every(
    (from) => movedBetween(strips, from, from + high) < MOVED,
  )
}

/** How far neighbours stand off each other within some rows, all together. */
function movedBetween(strips: readonly Uint16Array[], from: number, to: number): number {
  let moved = 0
  for (let k = 1; k < strips.length; k++) {
    const [own, other] = [strips[k - 1]!, strips[k]!]
    const meeting = (by: number) => {
      let sum = 0
      for (let y = from; y < to; y++) sum += own[y]! * other[y + by]!
      return sum
    }
    let [best, most] = [0, BETTER * meeting(0)]
    for (let by = -REACH; by <= REACH; by++) {
      const count = meeting(by)
      if (count > most) [best, most] = [by, count]
    }
    moved += Math.abs(best)
  }
  return moved
}

/** Where edges are: u and v as a bend has them, y in pixels. Thousands of bends are tried on the same ones. */
interface Edges {
  us: Float64Array
  vs: Float64Array
  ys: Float64Array
}

function placed(edges: Int32Array, { width, height }: Picture): Edges {
  const ys = Float64Array.from(edges, (i) => Math.floor(i / width))
  return {
    us: Float64Array.from(edges, (i, n) => (2 * (i - ys[n]! * width)) / width - 1),
    vs: ys.map((y) => (2 * y) / height - 1),
    ys,
  }
}

/** How much the edges gather in rows of that height once the bend is taken out. */
function gathering({ us, vs, ys }: Edges, bend: Bend, high: number, { height }: Picture): number {
  const [slope, fan, bow, bowOfFan, twist] = bend
  const offset = Math.ceil(bend.reduce((sum, n) => sum + Math.abs(n), 0)) + 1
  const rows = new Uint32Array(Math.ceil((height + 2 * offset) / high) + 1)
  // Most of what is tried has neither of the last two.
  const isPlain = bowOfFan === 0 && twist === 0
  for (let i = 0; i < us.length; i++) {
    const u = us[i]!
    const v = vs[i]!
    const own = isPlain ? bow : bow + bowOfFan * v + u * twist
    rows[((ys[i]! - u * (slope + fan * v + u * own) + offset) / high) | 0]!++
  }
  let sum = 0
  for (let k = 0; k < rows.length; k++) sum += rows[k]! * rows[k]!
  return sum
}

/** The same in pixels: u is 2x / width - 1, v is 2y / height - 1. */
function toShift([slope, fan, bow, bowOfFan, twist]: Bend, { width, height }: Picture): Shift {
  const [p, q] = [2 / width, 2 / height]
  return [
    fan + bow - slope - bowOfFan - twist,
    p * (slope - fan - 2 * bow + 2 * bowOfFan + 3 * twist),
    q * (bowOfFan - fan),
    p * q * (fan - 2 * bowOfFan),
    p * p * (bow - bowOfFan - 3 * twist),
    p * p * q * bowOfFan,
    p * p * p * twist,
  ]
}

/** A shift of the columns of a transposed picture as one of the rows of the picture. */
function transposed(shift: Shift | null): Shift | null {
  if (!shift) return null
  const [a, b, c, d, ...bent] = shift
  return [a, c, b, d, ...bent]
}
