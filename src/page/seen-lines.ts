/** Rulings seen in a picture: long thin dark lines, found though they are faint, grainy or not quite straight. */
import type { Picture } from '../ocr/reader.ts'
import { transpose } from './image.ts'
import { INK } from './ink.ts'

/** A line as seen, pixels: it runs from (from, at0) to (to, at1), or with the axes swapped if vertical. */
export interface SeenLine {
  axis: 'h' | 'v'
  from: number
  to: number
  at0: number
  at1: number
  thickness: number
  /** Share of it with paper on both sides, 0–1. */
  free: number
}

/** Averaged along a line over this length (points): about one character, so that a stroke alone does not count. */
const WINDOW = 10
/** The paper beside a line is looked at this far from its middle (points); frame lines are up to 2.25 thick. */
const BESIDE = 1.7
/** A line is this much darker than the paper on both sides, averaged over the window (gray levels of 255). */
const DARKER = 26
/** Where a line is really drawn each of its pixels is this much darker than the paper. */
const DRAWN = 22
/** Interruptions up to this long (points) are bridged: dots of a dotted line, characters and grain. */
const GAP = 4
/** Share of a line that must be really drawn: strokes of a row of characters are interrupted more often. */
const SOLID = 0.82
/** Shorter lines (points) are strokes of characters or dashes, unless they join others (see `joined`). */
const LONG = { h: 100, v: 45 }
const SHORTEST = { h: 24, v: 8.5 }
/** Ends that stand out less than this (points) over the last line across are strokes of a character that go on. */
const OVERHANG = 14
/** A ruling has paper on both sides along this share of it; a stroke of a character has others joined to it. */
const FREE = 0.9
/** A line with free sides is a ruling from this length on (points): box-like characters (目, 日) have upright strokes, too … */
const LONGER = { h: 24, v: 18 }
/** … or if it stands within this (points) of the line of another. */
const ALIGNED = 1.2
/** How close (points) the ends of a short line must come to a line across. */
const MEETS = 2.5

/** All rulings of a level picture; `scale` is pixels a point. */
export function seenLines(picture: Picture, scale: number): SeenLine[] {
  const level = along(picture, 'h', scale)
  const upright = along(transpose(picture), 'v', scale)
  return withoutOverhang(joined([...level, ...upright], scale), scale)
}

/** Lines that run along the rows of `picture`. */
function along(picture: Picture, axis: 'h' | 'v', scale: number): SeenLine[] {
  const groups = gather(ridges(picture, scale), Math.round(GAP * scale))
  const out: SeenLine[] = []
  for (const runs of groups) {
    const line = measure(picture, runs, axis, scale)
    if (line && line.to - line.from >= SHORTEST[axis] * scale) out.push(line)
  }
  return out
}

/** A stretch of one row on which a line may run. */
interface Run {
  y: number
  from: number
  to: number
}

/** Stretches of rows darker, over a window, than the rows on both sides, and darkest among their neighbours. */
function ridges(picture: Picture, scale: number): Run[] {
  const { width, height } = picture
  const side = Math.max(2, Math.round(BESIDE * scale))
  const mean = rowMeans(picture, Math.max(5, Math.round(WINDOW * scale) | 1))
  const out: Run[] = []
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - side) * width
    const below = Math.min(height - 1, y + side) * width
    const up = Math.max(0, y - 1) * width
    const down = Math.min(height - 1, y + 1) * width
    const row = y * width
    let start = -1
    for (let x = 0; x <= width; x++) {
      const here = x < width ? mean[row + x]! : 255
      const on =
        x < width &&
        Math.min(mean[above + x]!, mean[below + x]!) - here > DARKER &&
        here <= mean[up + x]! &&
        here <= mean[down + x]!
      if (on && start < 0) start = x
      if (!on && start >= 0) {
        out.push({ y, from: start, to: x })
        start = -1
      }
    }
  }
  return out
}

/** Each pixel's mean along its row, over `window` pixels. */
function rowMeans({ width, height, data }: Picture, window: number): Uint8Array {
  const out = new Uint8Array(data.length)
  const half = window >> 1
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    let n = 0
    for (let x = -half; x < width; x++) {
      if (x + half < width) {
        sum += data[row + x + half]!
        n++
      }
      if (x - half - 1 >= 0) {
        sum -= data[row + x - half - 1]!
        n--
      }
      if (x >= 0) out[row + x] = sum / n
    }
  }
  return out
}

/** Runs that continue each other: on the same or the next row, no further apart than `gap` pixels. */
function gather(runs: readonly Run[], gap: number): Run[][] {
  const parent = runs.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]!
    parent[i] = root
    return root
  }
  const rows = new Map<number, number[]>()
  runs.forEach((run, i) => {
    const list = rows.get(run.y)
    if (list) list.push(i)
    else rows.set(run.y, [i])
  })
  runs.forEach((run, i) => {
    for (let y = run.y; y <= run.y + 1; y++)
      for (const j of rows.get(y) ?? []) {
        const other = runs[j]!
        if (j !== i && other.from <= run.to + gap && run.from <= other.to + gap) parent[find(i)] = find(j)
      }
  })
  const groups = new Map<number, Run[]>()
  runs.forEach((run, i) => {
    const list = groups.get(find(i))
    if (list) list.push(run)
    else groups.set(find(i), [run])
  })
  return [...groups.values()]
}

/** Fits a line to a group of runs and looks how much of it is really drawn; null if it is no line. */
function measure(picture: Picture, runs: readonly Run[], axis: 'h' | 'v', scale: number): SeenLine | null {
  const from = Math.min(...runs.map((r) => r.from))
  const to = Math.max(...runs.map((r) => r.to))
  if (to - from < SHORTEST[axis] * scale) return null
  const [offset, slope] = fitted(runs)
  const { width, height, data } = picture
  const side = Math.max(2, Math.round(BESIDE * scale))
  const drawn: boolean[] = []
  let dark = 0
  let thick = 0
  let free = 0
  for (let x = from; x < to; x++) {
    const y = Math.round(offset + slope * x)
    if (y < 2 || y > height - 3) {
      drawn.push(false)
      continue
    }
    const at = y * width + x
    const paper = Math.max(data[Math.max(0, y - side) * width + x]!, data[Math.min(height - 1, y + side) * width + x]!)
    const ink = Math.min(data[at - width]!, data[at]!, data[at + width]!)
    drawn.push(paper - ink > DRAWN)
    const sides = [y - side, y + side].map((k) => data[Math.min(height - 1, Math.max(0, k)) * width + x]!)
    if (Math.min(...sides) > INK) free++
    if (paper - ink > DRAWN) {
      dark++
      for (let k = -side + 1; k < side; k++) {
        const yk = y + k
        if (yk >= 0 && yk < height) thick += Math.max(0, paper - data[yk * width + x]!) / Math.max(60, paper - ink)
      }
    }
  }
  const ends = trimmed(drawn)
  if (!ends || dark / (ends[1] - ends[0]) < SOLID) return null
  const [x0, x1] = [from + ends[0], from + ends[1]]
  const line = {
    axis,
    from: x0,
    to: x1,
    at0: offset + slope * x0 + 0.5,
    at1: offset + slope * x1 + 0.5,
    thickness: thick / dark,
  }
  return { ...line, free: free / (to - from) }
}

/** Least squares through the middles of the runs, weighted by their length: y = offset + slope · x. */
function fitted(runs: readonly Run[]): [offset: number, slope: number] {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0]
  for (const { y, from, to } of runs) {
    const w = to - from
    const x = (from + to) / 2
    n += w
    sx += w * x
    sy += w * y
    // A run has a length: its own spread keeps one run from any slope.
    sxx += w * (x * x + (w * w) / 12)
    sxy += w * x * y
  }
  const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
  return [(sy - slope * sx) / n, slope]
}

/** First and last place from which the line goes on: three drawn pixels of four. */
function trimmed(drawn: readonly boolean[]): [number, number] | null {
  const begins = (i: number, step: 1 | -1) => drawn[i] && [1, 2, 3].filter((k) => drawn[i + k * step]).length >= 2
  let a = 0
  let b = drawn.length - 1
  while (a < b && !begins(a, 1)) a++
  while (b > a && !begins(b, -1)) b--
  return b - a > 3 ? [a, b + 1] : null
}

/** Long lines, and short ones whose both ends meet a line across. */
function joined(lines: readonly SeenLine[], scale: number): SeenLine[] {
  const near = MEETS * scale
  let kept = lines.filter((line) => !isStroke(line, lines, scale))
  for (;;) {
    const held = kept.filter((line) => {
      if (line.to - line.from >= LONG[line.axis] * scale) return true
      const across = kept.filter((o) => o.axis !== line.axis)
      return [line.from, line.to].every((end) => across.some((o) => meets(line, end, o, near)))
    })
    if (held.length === kept.length) return kept
    kept = held
  }
}

/**
 * Whether a line may be part of characters: an upright one of one as high as its row, a level one of several in
 * a row. Strokes stand in line with strokes; only a line that is sure of itself vouches for another.
 */
function isStroke(line: SeenLine, lines: readonly SeenLine[], scale: number): boolean {
  const at = (l: SeenLine) => (l.at0 + l.at1) / 2
  const isSure = (l: SeenLine) => {
    const length = (l.to - l.from) / scale
    return length >= LONG[l.axis] || (length >= LONGER[l.axis] && l.free >= FREE)
  }
  if (isSure(line)) return false
  return !lines.some((o) => o.axis === line.axis && isSure(o) && Math.abs(at(o) - at(line)) <= ALIGNED * scale)
}

/** Whether the end of a line at `along` touches the other line, which runs across. */
function meets(line: SeenLine, along: number, other: SeenLine, near: number): boolean {
  const at = place(line, along)
  return at >= other.from - near && at <= other.to + near && Math.abs(place(other, at) - along) <= near
}

/** Where across its axis a line stands at a place along it. */
export function place(line: SeenLine, along: number): number {
  return line.at0 + ((along - line.from) / (line.to - line.from)) * (line.at1 - line.at0)
}

/** A character that stands on a line's end lengthens it: what stands out a little over the last line across is cut. */
function withoutOverhang(lines: readonly SeenLine[], scale: number): SeenLine[] {
  const near = MEETS * scale
  return lines.map((line) => {
    const crossings = lines
      .filter((o) => o.axis !== line.axis && o.from - near <= place(line, o.at0) && place(line, o.at0) <= o.to + near)
      .map((o) => place(o, (line.at0 + line.at1) / 2))
      .filter((at) => at >= line.from - near && at <= line.to + near)
    if (crossings.length < 2) return line
    const [first, last] = [Math.min(...crossings), Math.max(...crossings)]
    const from = first - line.from < OVERHANG * scale ? Math.max(line.from, first) : line.from
    const to = line.to - last < OVERHANG * scale ? Math.min(line.to, last) : line.to
    return { ...line, from, to, at0: place(line, from), at1: place(line, to) }
  })
}
