/** Which figure the ink of a line is, by the shapes that the signs of figures have in its document. */
import { memoised, memoisedBy } from '../../memo.ts'
import type { Print, Shape } from './learn.ts'
import { toInk, toLevel } from './level.ts'
import { type FigureLine, ROWS, type Sign } from './line.ts'

/** What may stand at one place of a figure, likeliest first, each with its share (0–1). */
export type Choices = readonly (readonly [text: string, share: number])[]

/** A figure of so many digits and marks. */
export interface Match {
  places: Choices[]
  /** Natural logarithm of its likelihood, as compared with paper; comparable within one line. */
  score: number
}

/** Patterns kept at each column. */
const BEAM = 8
/** Signs stand up to this many pixels off their place, each at this cost. */
const JITTER = 1
const OFF = 0.5
/** Pixels beside each other vary together: so much of what they say counts. */
const TEMPER = 0.1
/** A column of anything but paper outside the figure costs at most this beside a seal: it is what is left of that. */
const STRAY = 6
/** So near (pixels) the seal leaves something. */
const NEAR = 10
/** What it costs to have one sign more. */
const SIGN = 1
/** Patterns this much less likely than the best (natural logarithm) are none. */
const WORSE = 8
const MOST = 4
const LEAST_SHARE = 1e-3
/** Ink that is no figure must be so much less likely (natural logarithm): specks are not, nor is what a seal hides. */
const TOLD = 20
/** Places or groups of thousands that no figure of the document has. */
const STRANGE = 8

const BEGUN = /^(d{0,3}(,ddd)*(,d{0,2})?|d*)((?<=d)\.d{0,4})?$/
const isBegun = memoised((pattern) => BEGUN.test(pattern))
const WHOLE = /^(d{1,3}(,ddd)+|d+)(\.d+)?$/
const isWhole = memoised((pattern) => WHOLE.test(pattern))

interface Path {
  pattern: string
  /** Without its last sign, which begins at `at`; null for nothing. */
  before: Path | null
  at: number
  score: number
}

/** Where each sign begins. */
function placesOf(path: Path): number[] {
  const out: number[] = []
  for (let own: Path = path; own.before; own = own.before) out.unshift(own.at)
  return out
}

/** Likeliest first. */
export function decode(print: Print, line: FigureLine): Match[] {
  const { costs, before } = costsOf(print, line)
  const { width } = line.picture
  const ends: Path[][] = Array.from({ length: width + 1 }, () => [])
  const found: Path[] = []
  for (let x = 0; x <= width; x++) {
    const here = best(ends[x]!)
    ends[x] = []
    // A figure may begin here, go on or end.
    for (const path of here)
      if (isWhole(path.pattern))
        found.push({ ...path, score: path.score + before[width]! - before[x]! - strangeness(path.pattern, print) })
    const open: Path[] = [{ pattern: '', before: null, at: x, score: before[x]! }, ...here]
    for (const [kind, { width: own, at }] of costs) {
      if (x + own > width) continue
      for (const path of open) {
        const pattern = path.pattern + kind
        if (!isBegun(pattern)) continue
        for (let d = -JITTER; d <= JITTER; d++)
          if (x + own + d <= width)
            ends[x + own + d]!.push({
              pattern,
              before: path,
              at: x,
              score: path.score - at(x) - SIGN - OFF * Math.abs(d),
            })
      }
    }
  }
  const [first, ...rest] = best(found)
  if (!first || first.score < before[width]! + TOLD) return []
  return [first, ...rest.filter((p) => p.score > first.score - WORSE)].slice(0, MOST).map((path) => ({
    score: path.score,
    places: placesOf(path).map((at, i) => {
      const kind = path.pattern[i]!
      return kind === 'd' ? costs.get('d')!.choices!(at) : [[kind, 1]]
    }),
  }))
}

function best(paths: readonly Path[]): Path[] {
  const own = new Map<string, Path>()
  for (const path of paths) {
    const same = own.get(path.pattern)
    if (!same || path.score > same.score) own.set(path.pattern, path)
  }
  return [...own.values()].sort((a, b) => b.score - a.score).slice(0, BEAM)
}

function strangeness(pattern: string, { places, grouped }: Print): number {
  const own = pattern.includes('.') ? pattern.length - pattern.indexOf('.') - 1 : 0
  const strange = pattern.includes(',') ? grouped !== true : grouped === true && /^d{4}/.test(pattern)
  return Math.min(STRANGE, -Math.log(places.get(own) ?? 1e-9)) + (strange ? STRANGE : 0)
}

interface Kind {
  width: number
  at: (x: number) => number
  choices?: (x: number) => Choices
}

function costsOf(print: Print, line: FigureLine): { costs: Map<string, Kind>; before: number[] } {
  const { columns, clear, width } = toLevel(toInk(line), print.profile)
  const weights = clear ? clear.map((w) => TEMPER * w) : columns.map(() => TEMPER)
  const hidden =
    clear && Array.from({ length: width }, (_, x) => clear.subarray(x * ROWS, (x + 1) * ROWS).some((v) => v < 0.5))
  const isNearSeal = (x: number) => hidden?.slice(Math.max(0, x - NEAR), x + NEAR + 1).some(Boolean) === true
  const before: number[] = [0]
  for (let x = 0; x < width; x++) {
    let sum = 0
    for (let i = x * ROWS; i < (x + 1) * ROWS; i++) sum += (weights[i]! * columns[i]! ** 2) / (2 * print.paper)
    before.push(before[x]! - (isNearSeal(x) ? Math.min(STRAY, sum) : sum))
  }
  const known = knownOf(print)
  const cost = (shape: Shape, x: number) => {
    const { surprise, precision } = known.get(shape)!
    return costAt(columns, weights, x * ROWS, shape.mean, precision, surprise)
  }
  const costs = new Map<string, Kind>()
  const digits = [...print.shapes].filter(([sign]) => /\d/.test(sign))
  const all = memo((x) => digits.map(([sign, shape]): [Sign, number] => [sign, cost(shape, x)]))
  if (digits.length > 0)
    costs.set('d', {
      width: digits[0]![1].width,
      at: memo((x) => Math.min(...all(x).map(([, c]) => c))),
      choices: (x) => shares(all(x)),
    })
  for (const [sign, shape] of print.shapes)
    if (!/\d/.test(sign)) costs.set(sign, { width: shape.width, at: memo((x) => cost(shape, x)) })
  return { costs, before }
}

/** What each shape costs for its variation, the same wherever it is looked for. */
interface Known {
  /** For each pixel, as compared with paper. */
  surprise: Float64Array
  /** What the square of a difference is to be multiplied by. */
  precision: Float64Array
}

const knownOf = memoisedBy(
  ({ shapes, paper }: Print): Map<Shape, Known> =>
    new Map(
      [...shapes.values()].map((shape) => [
        shape,
        {
          surprise: Float64Array.from(shape.variance, (v) => 0.5 * Math.log(v / paper)),
          precision: Float64Array.from(shape.variance, (v) => 1 / (2 * v)),
        },
      ]),
    ),
)

function costAt(
  columns: Float32Array,
  weights: Float32Array,
  from: number,
  mean: Float32Array,
  precision: Float64Array,
  surprise: Float64Array,
): number {
  let sum = 0
  for (let i = 0, j = from; i < mean.length; i++, j++) {
    const d = columns[j]! - mean[i]!
    sum += weights[j]! * (d * d * precision[i]! + surprise[i]!)
  }
  return sum
}

function memo<T>(make: (x: number) => T): (x: number) => T {
  const known = new Map<number, T>()
  return (x) => {
    const value = known.get(x) ?? make(x)
    known.set(x, value)
    return value
  }
}

function shares(costs: readonly (readonly [Sign, number])[]): Choices {
  const least = Math.min(...costs.map(([, c]) => c))
  const all = costs.map(([sign, c]): [string, number] => [sign, Math.exp(least - c)])
  const total = all.reduce((sum, [, s]) => sum + s, 0)
  return all
    .map(([sign, s]): [string, number] => [sign, s / total])
    .filter(([, s]) => s >= LEAST_SHARE)
    .sort((a, b) => b[1] - a[1])
}

/** The likeliest texts of the matches, with their shares (0–1). */
export function texts(matches: readonly Match[], most: number): { text: string; share: number }[] {
  const [first] = matches
  if (!first) return []
  const weights = matches.map((m) => Math.exp(m.score - first.score))
  const total = weights.reduce((a, b) => a + b, 0)
  return matches
    .flatMap(({ places }, i) => {
      let all = [{ text: '', share: weights[i]! / total }]
      for (const choices of places)
        all = all
          .flatMap(({ text, share }) => choices.map(([c, s]) => ({ text: text + c, share: share * s })))
          .sort((a, b) => b.share - a.share)
          .slice(0, most)
      return all
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
}
