/** How the signs of figures look in one document, learnt from those that were read with certainty. */
import { type Ink, levelled, type Profile, toInk } from './level.ts'
import { type FigureLine, ROWS, type Sign } from './line.ts'

export interface Shape {
  /** Columns it takes. */
  width: number
  /** Column by column: mean blackness, and how much it varies. */
  mean: Float32Array
  variance: Float32Array
  /** Times it was seen. */
  count: number
}

export interface Print {
  shapes: ReadonlyMap<Sign, Shape>
  /** Blackness of the rows of a figure. */
  profile: Profile
  /** Variance of paper. */
  paper: number
  /** Share of the figures that have so many places behind the point (0–1). */
  places: ReadonlyMap<number, number>
  /** Whether marks part thousands; null where no figure has so many. */
  grouped: boolean | null
}

function isGrouped(lines: readonly KnownLine[]): boolean | null {
  if (lines.some((l) => l.text.includes(','))) return true
  // Codes have no points.
  return lines.some((l) => /^-?\d{4,}\./.test(l.text)) ? false : null
}

/** A figure whose text is known. */
export interface KnownLine extends FigureLine {
  text: string
}

/** Shorter lines are mostly numbers of rows, set in a print of their own. */
const SHORTEST = 3
/** A sign must have been seen so often to be known by its shape. */
const LEAST = 3
/** So much more (variance of blackness) may a comma differ from a point. */
const COMMA = 0.02
/** Digits are as wide as each other in all print that forms use. */
const isDigit = (sign: string) => /\d/.test(sign)
const PASSES = 3
/** Signs are looked for so far (pixels) from where they should stand. */
const JITTER = 2
/** Blackness varies at least this much (variance): less was only not seen. */
const LEAST_VARIANCE = 0.004

interface Known {
  columns: Float32Array
  signs: Sign[]
  /** First and one past the last column with ink. */
  from: number
  to: number
}

/** Null where too little was read with certainty. */
export function learnPrint(lines: readonly KnownLine[]): Print | null {
  const { lines: level, profile } = levelled(lines.map(toInk))
  const known = lines.flatMap(({ text }, i): Known[] => {
    const ends = inked(level[i]!)
    return ends && text.length >= SHORTEST ? [{ columns: level[i]!.columns, signs: [...text] as Sign[], ...ends }] : []
  })
  if (known.length < LEAST) return null
  const widths = findWidths(known)
  let shapes = new Map<Sign, Shape>()
  for (let pass = 0; pass < PASSES; pass++) shapes = shapesOf(known, widths, shapes)
  addUnseen(shapes)
  const point = shapes.get('.')
  // A comma is a point that hangs lower.
  if (point && !shapes.has(',')) shapes.set(',', { ...point, variance: point.variance.map((v) => v + COMMA), count: 0 })
  const counts = new Map<number, number>()
  for (const { text } of lines) {
    const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0
    counts.set(places, (counts.get(places) ?? 0) + 1 / lines.length)
  }
  return {
    shapes,
    profile,
    paper: paperVariance(known),
    places: counts,
    grouped: isGrouped(lines),
  }
}

/** The mean of each sign, where lines have it by the shapes so far. */
function shapesOf(known: readonly Known[], widths: Widths, before: ReadonlyMap<Sign, Shape>): Map<Sign, Shape> {
  const sums = new Map<Sign, Sum>()
  for (const line of known)
    for (const [i, at] of placesOf(line, widths, before).entries()) {
      const sign = line.signs[i]!
      add(sums, line, sign, at, Math.round(widthOf(sign, widths)))
    }
  const often = [...sums].filter(([, s]) => s.count >= LEAST)
  return new Map(often.map(([sign, s]) => [sign, toShape(s, Math.round(widthOf(sign, widths)))]))
}

const INK = 0.25

function inked({ columns, width }: Ink): { from: number; to: number } | null {
  const dark = (x: number) => columns.subarray(x * ROWS, (x + 1) * ROWS).some((v) => v > INK)
  let [from, to] = [0, width]
  while (from < width && !dark(from)) from++
  while (to > from && !dark(to - 1)) to--
  return to > from ? { from, to } : null
}

/** Columns that a digit and a mark take. */
interface Widths {
  digit: number
  mark: number
}

const widthOf = (sign: Sign, { digit, mark }: Widths) => (isDigit(sign) ? digit : mark)

/** Widths that are tried: of a digit (pixels, 24 high), and of a mark as a share of that. */
const TRIED = {
  digit: Array.from({ length: 14 }, (_, i) => 8 + i),
  mark: [0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 1],
}
/** The narrow and the wide marks that fonts have, and steps between two widths. */
const MARKS = [0.5, 1]
const STEPS = [-0.5, -0.25, 0, 0.25, 0.5]
/** So many lines tell which widths are right. */
const TELLING = 50

/** The widths with which lines are most like each other. */
function findWidths(known: readonly Known[]): Widths {
  const marked = known.filter((k) => k.signs.some((s) => !isDigit(s)))
  const telling = [...marked, ...known.filter((k) => !marked.includes(k))].slice(0, TELLING)
  const best = (all: readonly Widths[]) => {
    const rated = all.map((widths) => ({ widths, unlike: unlikeness(telling, widths) }))
    return rated.reduce((a, b) => (b.unlike < a.unlike ? b : a)).widths
  }
  const first = best(TRIED.digit.flatMap((digit) => MARKS.map((share) => ({ digit, mark: share * digit }))))
  const { digit, mark } = best(TRIED.mark.map((share) => ({ digit: first.digit, mark: share * first.digit })))
  return best(STEPS.map((step) => ({ digit: digit + step, mark })))
}

/** How much of the lines' ink differs from the mean of its signs. */
function unlikeness(known: readonly Known[], widths: Widths): number {
  const shapes = shapesOf(known, widths, new Map())
  let sum = 0
  for (const line of known) {
    const rest = line.columns.slice()
    for (const [i, at] of placesOf(line, widths, shapes).entries()) {
      const mean = shapes.get(line.signs[i]!)?.mean
      if (!mean) continue
      const within = Math.min(mean.length, rest.length - at * ROWS)
      for (let k = 0; k < within; k++) rest[at * ROWS + k]! -= mean[k]!
    }
    for (let i = 0; i < rest.length; i++) sum += rest[i]! * rest[i]!
  }
  return sum
}

/** Where each sign of a known line begins. */
function placesOf(line: Known, widths: Widths, shapes: ReadonlyMap<Sign, Shape>): number[] {
  const all = line.signs.reduce((sum, s) => sum + widthOf(s, widths), 0)
  let at = (line.from + line.to - all) / 2
  return line.signs.map((sign) => {
    const shape = shapes.get(sign)
    const place = Math.max(0, Math.round(at))
    at += widthOf(sign, widths)
    if (!shape) return place
    let [best, least] = [place, Number.POSITIVE_INFINITY]
    for (let d = -Math.min(JITTER, place); d <= JITTER; d++) {
      const cost = distanceAt(line.columns, place + d, shape)
      if (cost < least) [least, best] = [cost, place + d]
    }
    return best
  })
}

function distanceAt(columns: Float32Array, at: number, { mean, variance }: Shape): number {
  const from = at * ROWS
  const within = Math.max(0, Math.min(mean.length, columns.length - from))
  let sum = 0
  for (let i = 0; i < within; i++) {
    const d = columns[from + i]! - mean[i]!
    sum += (d * d) / variance[i]!
  }
  // There is paper beyond the end of the line.
  for (let i = within; i < mean.length; i++) sum += (mean[i]! * mean[i]!) / variance[i]!
  return sum
}

interface Sum {
  count: number
  sum: Float32Array
  squares: Float32Array
}

function add(sums: Map<Sign, Sum>, line: Known, sign: Sign, at: number, width: number): void {
  const size = width * ROWS
  const own = sums.get(sign) ?? { count: 0, sum: new Float32Array(size), squares: new Float32Array(size) }
  sums.set(sign, own)
  own.count++
  for (let i = 0; i < size; i++) {
    const v = line.columns[at * ROWS + i] ?? 0
    own.sum[i]! += v
    own.squares[i]! += v * v
  }
}

function toShape({ count, sum, squares }: Sum, width: number): Shape {
  const mean = sum.map((s) => s / count)
  const variance = squares.map((s, i) => Math.max(LEAST_VARIANCE, s / count - mean[i]! ** 2))
  return { width, mean, variance, count }
}

const DIGITS: readonly Sign[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** A digit that was hardly seen may look like any. */
function addUnseen(shapes: Map<Sign, Shape>): void {
  const seen = DIGITS.flatMap((d) => shapes.get(d) ?? [])
  const [first] = seen
  if (!first) return
  const mean = first.mean.map((_, i) => seen.reduce((sum, s) => sum + s.mean[i]!, 0) / seen.length)
  const variance = mean.map(
    (m, i) => seen.reduce((sum, s) => sum + s.variance[i]! + (s.mean[i]! - m) ** 2, 0) / seen.length,
  )
  for (const digit of DIGITS)
    if (!shapes.has(digit)) shapes.set(digit, { width: first.width, mean, variance, count: 0 })
}

function paperVariance(known: readonly Known[]): number {
  let [sum, n] = [0, 0]
  for (const { columns, from } of known)
    for (let i = 0; i < Math.max(0, from - 2) * ROWS; i++) {
      sum += columns[i]! ** 2
      n++
    }
  return Math.max(LEAST_VARIANCE, n === 0 ? 0 : sum / n)
}
