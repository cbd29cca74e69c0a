/** Rulings seen in a picture: long thin dark lines, found though they are faint, grainy or not quite straight. */
import type { Picture } from '../ocr/reader.ts'
import { transpose } from './image.ts'
import { INK } from './ink.ts'
import { BESIDE, MEETS, place, type SeenLine } from './seen-line.ts'
import { withoutOverhang, withoutStrokes } from './strokes.ts'

/** Averaged along a line over this length (points): about one character, so that a stroke alone does not count. */
const WINDOW = 10
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
/** A ruling has paper on both sides along this share of it; a stroke of a character has others joined to it. */
const FREE = 0.9
/** A line with free sides is a ruling from this length on (points): box-like characters (目, 日) have upright strokes, too … */
const LONGER = { h: 24, v: 18 }
/** … or if it stands within this (points) of the line of another. */
const ALIGNED = 1.2

/** All rulings of a level picture; `scale` is pixels a point. */
export function seenLines(picture: Picture, scale: number): SeenLine[] {
  const level = along(picture, 'h', scale)
  const turned = transpose(picture)
  const upright = along(turned, 'v', scale)
  return withoutStrokes(withoutOverhang(joined([...level, ...upright], scale), scale), turned, scale)
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
  const [x0, x1] = extended(picture, (x) => Math.round(offset + slope * x), [from + ends[0], from + ends[1]], scale)
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

/** A line goes on beside text that comes close to it while this share of it is drawn … */
const GOES_ON = 0.92
/** … this dark, as a share of what it is where it was found. */
const AS_DARK = 0.5

/** The ends of a line, as far as it goes on where there is no paper beside it. */
function extended(
  { width, height, data }: Picture,
  at: (x: number) => number,
  [from, to]: readonly [number, number],
  scale: number,
): [number, number] {
  const dark = (x: number) => {
    const y = at(x)
    if (x < 0 || x >= width || y < 1 || y > height - 2) return 0
    return 255 - Math.min(data[(y - 1) * width + x]!, data[y * width + x]!, data[(y + 1) * width + x]!)
  }
  const found = Array.from({ length: to - from }, (_, i) => dark(from + i)).sort((a, b) => a - b)
  const least = AS_DARK * found[found.length >> 1]!
  const window = Math.round(WINDOW * scale)
  const reach = (start: number, step: 1 | -1) => {
    let [end, gaps] = [start, 0]
    for (let n = 1; ; n++) {
      const x = start + n * step
      const isDrawn = dark(x) >= least
      if (!isDrawn) gaps++
      if (n > window && dark(x - window * step) < least) gaps--
      if (gaps > (1 - GOES_ON) * window) return end
      if (isDrawn) end = x
    }
  }
  return [reach(from, -1), reach(to - 1, 1) + 1]
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
