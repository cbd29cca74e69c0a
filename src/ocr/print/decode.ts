/** Which figure the ink of a line is, by the shapes that the signs of figures have in its document. */
import { memoisedBy } from '../../memo.ts'
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
const WHOLE = /^(d{1,3}(,ddd)+|d+)(\.d+)?$/

/** The kinds of the signs so far; there is one object for each. */
class Pattern {
  readonly text: string
  readonly isWhole: boolean
  readonly #longer = new Map<string, Pattern | null>()

  constructor(text: string) {
    this.text = text
    this.isWhole = WHOLE.test(text)
  }

  /** With one sign more; null where no figure begins so. */
  with(kind: string): Pattern | null {
    let longer = this.#longer.get(kind)
    if (longer === undefined) {
      const text = this.text + kind
      longer = BEGUN.test(text) ? new Pattern(text) : null
      this.#longer.set(kind, longer)
    }
    return longer
  }
}

const NOTHING = new Pattern('')

interface Path {
  pattern: Pattern
  /** Without its last sign, which begins at `at`; null for nothing. */
  before: Path | null
  at: number
  score: number
}

/** The best path of each pattern that ends at one column. */
type Ends = Map<Pattern, Path>

/** Takes a path unless the one known is as good. Most are not taken: none is made of them. */
function offer(ends: Ends, pattern: Pattern, before: Path, at: number, score: number): void {
  const known = ends.get(pattern)
  if (!known) ends.set(pattern, { pattern, before, at, score })
  else if (score > known.score) Object.assign(known, { before, at, score })
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
  const ends: Ends[] = Array.from({ length: width + 1 }, () => new Map())
  const found: Ends = new Map()
  for (let x = 0; x <= width; x++) {
    const here = best(ends[x]!)
    ends[x]!.clear()
    // A figure may begin here, go on or end.
    for (const path of here)
      if (path.pattern.isWhole) {
        const score = path.score + before[width]! - before[x]! - strangeness(path.pattern.text, print)
        offer(found, path.pattern, path.before!, path.at, score)
      }
    const open: Path[] = [{ pattern: NOTHING, before: null, at: x, score: before[x]! }, ...here]
    for (const [kind, { width: own, at }] of costs) {
      if (x + own > width) continue
      for (const path of open) {
        const pattern = path.pattern.with(kind)
        if (!pattern) continue
        const score = path.score - at(x) - SIGN
        for (let d = -JITTER; d <= JITTER; d++) {
          const end = ends[x + own + d]
          if (end) offer(end, pattern, path, x, score - OFF * Math.abs(d))
        }
      }
    }
  }
  const [first, ...rest] = best(found)
  if (!first || first.score < before[width]! + TOLD) return []
  return [first, ...rest.filter((p) => p.score > first.score - WORSE)].slice(0, MOST).map((path) => ({
    score: path.score,
    places: placesOf(path).map((at, i) => {
      const kind = path.pattern.text[i]!
      return kind === 'd' ? costs.get('d')!.choices!(at) : [[kind, 1]]
    }),
  }))
}

function best(ends: Ends): Path[] {
  return [...ends.values()].sort((a, b) => b.score - a.score).slice(0, BEAM)
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
  const cost = (shape: Shape, x: number, most?: number) => costAt(columns, weights, x * ROWS, known.get(shape)!, most)
  const costs = new Map<string, Kind>()
  const digits = [...print.shapes].filter(([sign]) => /\d/.test(sign))
  if (digits.length > 0)
    costs.set('d', {
      width: digits[0]![1].width,
      at: memo((x) =>
        digits.reduce((least, [, shape]) => Math.min(least, cost(shape, x, least)), Number.POSITIVE_INFINITY),
      ),
      choices: (x) => shares(digits.map(([sign, shape]): [Sign, number] => [sign, cost(shape, x)])),
    })
  for (const [sign, shape] of print.shapes)
    if (!/\d/.test(sign)) costs.set(sign, { width: shape.width, at: memo((x) => cost(shape, x)) })
  return { costs, before }
}

/** What is known of a shape, the same wherever it is looked for. */
interface Known {
  mean: Float32Array
  /** What each pixel costs for its variation, as compared with paper. */
  surprise: Float64Array
  /** What the square of a difference is to be multiplied by. */
  precision: Float64Array
  /** What the columns from each one on cost at least. */
  rest: Float64Array
}

const knownOf = memoisedBy(
  ({ shapes, paper }: Print): Map<Shape, Known> =>
    new Map([...shapes.values()].map((shape) => [shape, toKnown(shape, paper)])),
)

function toKnown({ mean, variance, width }: Shape, paper: number): Known {
  const surprise = Float64Array.from(variance, (v) => 0.5 * Math.log(v / paper))
  const rest = new Float64Array(width + 1)
  for (let i = surprise.length - 1; i >= 0; i--) {
    const column = Math.floor(i / ROWS)
    if (i % ROWS === ROWS - 1) rest[column] = rest[column + 1]!
    rest[column]! += TEMPER * Math.min(0, surprise[i]!)
  }
  return { mean, surprise, precision: Float64Array.from(variance, (v) => 1 / (2 * v)), rest }
}

/** What it costs that a shape begins at a pixel; infinitely much where it is dearer than `most`. */
function costAt(
  columns: Float32Array,
  weights: Float32Array,
  from: number,
  { mean, surprise, precision, rest }: Known,
  most = Number.POSITIVE_INFINITY,
): number {
  let sum = 0
  for (let column = 0, i = 0, j = from; i < mean.length; column++) {
    for (const end = i + ROWS; i < end; i++, j++) {
      const d = columns[j]! - mean[i]!
      sum += weights[j]! * (d * d * precision[i]! + surprise[i]!)
    }
    if (sum + rest[column + 1]! > most) return Number.POSITIVE_INFINITY
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
