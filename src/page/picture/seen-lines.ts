/** Rulings seen in a picture: long thin dark lines, found though they are faint, grainy or not quite straight. */
import type { Picture } from '../../ocr/reader.ts'
import { transpose } from './image.ts'
import { beyond, inOnePiece, joined } from './joined-lines.ts'
import type { RedMask } from './red.ts'
import { rowMeans } from './row-means.ts'
import { BESIDE, paperBeside, place, type SeenLine } from './seen-line.ts'
import { withoutOverhang, withoutStrokes } from './strokes.ts'
import { besideSeal, followedUnderSeal, type Run } from './under-seal.ts'

/** Averaged along a line over this length (points): about one character, so that a stroke alone does not count. */
const WINDOW = 10
/** What a line looks like. */
interface Ink {
  /** It is this much darker than the paper on both sides, averaged over the window (gray levels of 255) … */
  darker: number
  /** … and where it is really drawn each of its pixels is. */
  drawn: number
}

const CLEAR: Ink = { darker: 26, drawn: 22 }
/** Gray hairlines; grain is as dark, and so are blurred strokes: they must be even all along, with paper on both sides. */
const PALE: Ink = { darker: 9, drawn: 8 }
/** Nothing is darker than what is as light as this. */
const LIGHTEST = 255 - PALE.darker
/** An even line is within these factors of its median darkness along this share of it, has paper beside it along that, … */
const EVEN = { least: 0.4, most: 2.2, share: 0.88, free: 0.9 }
/** … and is not darker than this: else it would have been found as any other. */
const PALEST = 70
/** An upright line of this length (points) is no stroke: text that stands close beside it may darken it. */
const LONG = 100
/** Interruptions up to this long (points) are bridged: dots of a dotted line, characters and grain. */
const GAP = 4
/** Share of a line that must be really drawn: strokes of a row of characters are interrupted more often. */
const SOLID = 0.82
/** Shorter lines (points) are no rulings. */
const SHORTEST = { h: 24, v: 8.5 }
/** All rulings of a level picture; `scale` is pixels a point, `isRed`: where a seal was, if there is one. */
export function seenLines(picture: Picture, scale: number, isRed: RedMask | null = null): SeenLine[] {
  const turned = transpose(picture)
  const isAcross: RedMask | null = isRed && ((x, y) => isRed(y, x))
  const found = inOnePiece([...along(picture, 'h', scale, isRed), ...along(turned, 'v', scale, isAcross)], scale)
  const lines = isRed ? followedUnderSeal(found, isRed, scale) : found
  return withoutStrokes(withoutOverhang(joined(lines, scale), scale), turned, scale, isRed)
}

/** Lines that run along the rows of `picture`. */
function along(picture: Picture, axis: 'h' | 'v', scale: number, isRed: RedMask | null): SeenLine[] {
  const mean = rowMeans(picture, Math.max(5, Math.round(WINDOW * scale) | 1))
  const [clearly, palely] = ridges(picture, mean, scale)
  const find = (ink: Ink, found: readonly Run[]) =>
    gather(found, Math.round(GAP * scale)).flatMap((runs) => {
      const line = measure(picture, runs, axis, ink, scale)
      const parts = line || !isRed ? [line] : besideSeal(runs, isRed).map((r) => measure(picture, r, axis, ink, scale))
      return parts.flatMap((part) => (part && part.to - part.from >= SHORTEST[axis] * scale ? [part] : []))
    })
  const clear = find(CLEAR, clearly)
  const faint = find(PALE, palely)
  const pale = faint.filter(
    (line) =>
      isEven(picture, line, scale) &&
      !clear.some((o) => overlaps(o, line, scale) && o.to - o.from >= line.to - line.from),
  )
  const lines = [...clear.filter((line) => !pale.some((o) => overlaps(o, line, scale))), ...pale]
  // Print close beside a gray ruling makes a part of it uneven: where it goes on from the rest, it is of it.
  return [...lines, ...faint.flatMap((part) => beyond(part, lines, scale) ?? [])]
}

/** Whether two lines run along the same place. */
function overlaps(a: SeenLine, b: SeenLine, scale: number): boolean {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  return from < to && Math.abs(place(a, (from + to) / 2) - place(b, (from + to) / 2)) < BESIDE * scale
}

function isEven(picture: Picture, line: SeenLine, scale: number): boolean {
  const dark = darkness(picture, line.from, line.to, (x) => Math.round(place(line, x) - 0.5))
  const median = dark[dark.length >> 1] ?? 0
  const length = line.to - line.from
  const isLong = line.axis === 'v' && length >= LONG * scale
  const most = isLong ? 255 : EVEN.most * median
  const even = dark.filter((d) => d >= EVEN.least * median && d <= most).length
  const isFree = isLong || line.shut.length <= (1 - EVEN.free) * length
  return median <= PALEST && even >= EVEN.share * dark.length && isFree
}

/** Stretches of rows darker, over a window, than the rows on both sides, and darkest among their neighbours: of clear ink and of pale. */
function ridges({ width, height }: Picture, mean: Uint8Array, scale: number): [clear: Run[], pale: Run[]] {
  const side = Math.max(2, Math.round(BESIDE * scale))
  const [clear, pale]: [Run[], Run[]] = [[], []]
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - side) * width
    const below = Math.min(height - 1, y + side) * width
    const up = Math.max(0, y - 1) * width
    const down = Math.min(height - 1, y + 1) * width
    const row = y * width
    let clearFrom = -1
    let paleFrom = -1
    for (let x = 0; x < width; x++) {
      const here = mean[row + x]!
      // Most of a page is paper.
      const darker = here < LIGHTEST ? Math.min(mean[above + x]!, mean[below + x]!) - here : 0
      const isPale = darker > PALE.darker && here <= mean[up + x]! && here <= mean[down + x]!
      const isClear = isPale && darker > CLEAR.darker
      if (isPale && paleFrom < 0) paleFrom = x
      if (isClear && clearFrom < 0) clearFrom = x
      if (!isPale && paleFrom >= 0) {
        pale.push({ y, from: paleFrom, to: x })
        paleFrom = -1
      }
      if (!isClear && clearFrom >= 0) {
        clear.push({ y, from: clearFrom, to: x })
        clearFrom = -1
      }
    }
    if (paleFrom >= 0) pale.push({ y, from: paleFrom, to: width })
    if (clearFrom >= 0) clear.push({ y, from: clearFrom, to: width })
  }
  return [clear, pale]
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
function measure(picture: Picture, runs: readonly Run[], axis: 'h' | 'v', look: Ink, scale: number): SeenLine | null {
  const from = Math.min(...runs.map((r) => r.from))
  const to = Math.max(...runs.map((r) => r.to))
  if (to - from < SHORTEST[axis] * scale) return null
  const [offset, slope] = fitted(runs)
  const { width, height, data } = picture
  const side = Math.max(2, Math.round(BESIDE * scale))
  const paperLevel = paperBeside(darkness(picture, from, to, (x) => Math.round(offset + slope * x)))
  const drawn: boolean[] = []
  let dark = 0
  let thick = 0
  const shut: number[] = []
  for (let x = from; x < to; x++) {
    const y = Math.round(offset + slope * x)
    if (y < 2 || y > height - 3) {
      drawn.push(false)
      continue
    }
    const at = y * width + x
    const above = data[Math.max(0, y - side) * width + x]!
    const below = data[Math.min(height - 1, y + side) * width + x]!
    const paper = Math.max(above, below)
    const ink = Math.min(data[at - width]!, data[at]!, data[at + width]!)
    drawn.push(paper - ink > look.drawn)
    if (Math.min(above, below) <= paperLevel) shut.push(x)
    if (paper - ink > look.drawn) {
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
  return {
    axis,
    from: x0,
    to: x1,
    at0: offset + slope * x0 + 0.5,
    at1: offset + slope * x1 + 0.5,
    thickness: thick / dark,
    shut,
    bare: drawn.flatMap((is, i) => (is || from + i < x0 || from + i >= x1 ? [] : [from + i])),
  }
}

/** How dark (0 is paper) each place of a line is, in order of darkness. */
function darkness({ width, height, data }: Picture, from: number, to: number, at: (x: number) => number): Uint8Array {
  const out = new Uint8Array(Math.ceil(to - from))
  let n = 0
  for (let x = from; x < to; x++) {
    const y = at(x)
    if (y < 1 || y > height - 2) continue
    const i = y * width + x
    out[n++] = 255 - Math.min(data[i - width]!, data[i]!, data[i + width]!)
  }
  return out.subarray(0, n).sort()
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
/** The least darkness (0–255) that is no paper. */
const FAINTEST = 1

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
    const i = y * width + x
    return 255 - Math.min(data[i - width]!, data[i]!, data[i + width]!)
  }
  const found = Uint8Array.from({ length: to - from }, (_, i) => dark(from + i)).sort()
  // Dots may have more paper between them than ink: paper is none of the line, or it would have no end.
  const least = Math.max(FAINTEST, AS_DARK * found[found.length >> 1]!)
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
