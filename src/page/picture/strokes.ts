/** Strokes of characters that stand in line with a ruling, or with each other, are told from the ruling. */
import type { Picture } from '../../ocr/reader.ts'
import type { RedMask } from './red.ts'
import { BESIDE, MEETS, paperBeside, place, type SeenLine } from './seen-line.ts'

/** Between a character and the rulings above and below it there is paper: looked for over this length (points; pixels). */
const GAP = { points: 0.8, pixels: 3 }
/** A stretch is no ruling if somewhere it is lighter than this share of the line's darkness … */
const BROKEN = 0.3
/** … or lighter than this, where other strokes join it: it has paper on both sides along less than this share. */
const THIN = { dark: 0.5, free: 0.97 }
/** … or, where the line mostly has paper on both sides, if it has it along less than this share, and print on either side along this: a character fills the row. */
const AMONG_OTHERS = { free: 0.8, sides: 0.1 }
/**
 * … or, in a row hardly higher than its text, if letters stand on both sides along this share, no further away than this
 * (points), and it has less paper and is paler than the line, or has far less and print at both its sides somewhere: 用 in
 * the middle of 公务用车.
 */
const WITHIN_WORD = { free: 0.85, dark: 0.76, sides: 0.6, near: 3.5, touched: 0.6 }
/** A longer line (points) with gaps in every stretch is a ruling badly printed. */
const LONGEST = 100

/** Ends that stand out less than this (points) over the last line across are strokes of a character that go on. */
const OVERHANG = 14

/** A character that stands on a line's end lengthens it: what stands out a little over the last line across is cut. */
export function withoutOverhang(lines: readonly SeenLine[], scale: number): SeenLine[] {
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

/** The lines without the stretches, from one line across to the next, at their ends that are strokes; `upright` is the picture transposed. */
export function withoutStrokes(
  lines: readonly SeenLine[],
  upright: Picture,
  scale: number,
  isRed: RedMask | null = null,
): SeenLine[] {
  return lines.flatMap((line) => {
    if (line.axis === 'h' || isAtEdge(line, upright, scale)) return [line]
    const crossings = withEnds(line, crossingsOf(line, lines, scale), scale)
    const dark = typicalDark(upright, line)
    const stretches = crossings.slice(1).map((to, i) => ({ from: crossings[i]!.at, to: to.at }))
    const looks = crossings.slice(1).map((to, i) => look({ upright, isRed }, line, [crossings[i]!, to], dark, scale))
    const usual = looks.map((l) => l.free).sort((a, b) => a - b)[looks.length >> 1] ?? 0
    const strokes = asBeside(looks.map((l) => (l.isShort ? null : isStroke(l, usual))))
    const first = strokes.indexOf(false)
    if (first < 0) return stretches.length === 0 || line.to - line.from > LONGEST * scale ? [line] : []
    const last = strokes.lastIndexOf(false)
    const part = (i: number, j: number): SeenLine => {
      const from = i > 0 ? stretches[i]!.from : line.from
      const to = j < strokes.length - 1 ? stretches[j]!.to : line.to
      return { ...line, from, to, at0: place(line, from), at1: place(line, to) }
    }
    if (!strokes.includes(true) || line.to - line.from > LONGEST * scale) return [part(first, last)]
    // A short line of which a part is a character is several, or the strokes of characters in several rows.
    return unbroken(strokes)
      .filter(([i, j]) => looks.slice(i, j + 1).some((l) => l.free >= THIN.free))
      .map(([i, j]) => part(i, j))
  })
}

/** First and last of the stretches that follow each other and are no strokes. */
function unbroken(strokes: readonly boolean[]): [number, number][] {
  const out: [number, number][] = []
  strokes.forEach((isStroke, i) => {
    const before = out.at(-1)
    if (isStroke) return
    if (before && before[1] === i - 1) before[1] = i
    else out.push([i, i])
  })
  return out
}

interface Crossing {
  at: number
  thickness: number
}

/** Where lines across meet the line, in order. */
function crossingsOf(line: SeenLine, lines: readonly SeenLine[], scale: number): Crossing[] {
  const near = MEETS * scale
  const x = (line.at0 + line.at1) / 2
  return lines
    .filter((o) => o.axis !== line.axis && o.from - near <= x && x <= o.to + near)
    .map((o) => ({ at: place(o, x), thickness: o.thickness }))
    .filter(({ at }) => at >= line.from - near && at <= line.to + near)
    .sort((a, b) => a.at - b.at)
}

/** No character stands nearer to the edge of the paper than this (points), and the edge may have cut a ruling off there. */
const EDGE = 6

function isAtEdge({ at0, at1 }: SeenLine, { height }: Picture, scale: number): boolean {
  return Math.min(at0, at1) < EDGE * scale || Math.max(at0, at1) > height - EDGE * scale
}

/** What stands out over the last line across by more than this (points) may be a character in line with the ruling. */
const STANDS_OUT = 4

/** The crossings with the ends of the line that stand out over them. */
function withEnds({ from, to }: SeenLine, crossings: readonly Crossing[], scale: number): Crossing[] {
  const [first, last] = [crossings[0], crossings.at(-1)]
  if (!first || !last || first === last) return [...crossings]
  const before = first.at - from > STANDS_OUT * scale ? [{ at: from, thickness: 0 }] : []
  const after = to - last.at > STANDS_OUT * scale ? [{ at: to, thickness: 0 }] : []
  return [...before, ...crossings, ...after]
}

/** How dark the line is in the row `y` of the page: 0 is paper. */
function darkAt({ width, data }: Picture, line: SeenLine, y: number): number {
  const x = Math.round(place(line, y) - 0.5)
  return 255 - Math.min(data[(x - 1) * width + y]!, data[x * width + y]!, data[(x + 1) * width + y]!)
}

function typicalDark(upright: Picture, line: SeenLine): number {
  const all: number[] = []
  for (let y = Math.ceil(line.from); y < line.to; y++) all.push(darkAt(upright, line, y))
  return all.sort((a, b) => a - b)[all.length >> 1] ?? 0
}

/** How a stretch of a line looks. */
interface Look {
  /** Darkness where it is lightest, as a share of the line's. */
  lightest: number
  /** Share along which there is paper on both sides. */
  free: number
  /** Share along which there is print on that side where there is less of it: a figure may end on a ruling, on one side. */
  among: number
  /** Share along which there is print close by on that side where there is less of it. */
  within: number
  /** Between two lines across that nearly meet nothing is seen. */
  isShort?: true
}

/** Where nothing is seen, it is at the ends as in the next stretch, and no stroke within the line. */
function asBeside(strokes: readonly (boolean | null)[]): boolean[] {
  const seen = strokes.filter((s) => s !== null)
  const [first, last] = [strokes.findIndex((s) => s !== null), strokes.findLastIndex((s) => s !== null)]
  return strokes.map((s, i) => s ?? (i < first ? seen[0]! : i > last && last >= 0 ? seen.at(-1)! : false))
}

/** `usual` is how free the stretches of the line mostly are. */
function isStroke({ lightest, free, among, within }: Look, usual: number): boolean {
  if (lightest < BROKEN || (lightest < THIN.dark && free < THIN.free)) return true
  if (usual < THIN.free) return false
  if (free < AMONG_OTHERS.free && among >= AMONG_OTHERS.sides) return true
  if (within < WITHIN_WORD.sides) return false
  return (free < WITHIN_WORD.free && lightest < WITHIN_WORD.dark) || (free < WITHIN_WORD.touched && among > 0)
}

/** What is taken out of a picture with red ink says nothing of a line. */
interface Sight {
  /** Transposed. */
  upright: Picture
  isRed: RedMask | null
}

function look(
  { upright, isRed }: Sight,
  line: SeenLine,
  [above, below]: readonly [Crossing, Crossing],
  dark: number,
  scale: number,
): Look {
  const from = Math.ceil(above.at + above.thickness / 2 + 0.5)
  const to = Math.floor(below.at - below.thickness / 2 - 0.5)
  const window = Math.max(GAP.pixels, Math.round(GAP.points * scale))
  if (to - from < window) return { lightest: 1, free: 1, among: 0, within: 0, isShort: true }
  const side = Math.max(2, Math.round(BESIDE * scale))
  const { width, height, data } = upright
  const paper = paperBeside([dark])
  let [free, lightest, sum, hidden] = [0, Number.POSITIVE_INFINITY, 0, from - window]
  const [shut, close]: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ]
  const near = Math.round(WITHIN_WORD.near * scale)
  for (let y = from; y < to; y++) {
    const x = Math.round(place(line, y) - 0.5)
    const isPrint = (away: number) => data[Math.max(0, Math.min(height - 1, x + away)) * width + y]! <= paper
    const isHidden = isRed?.(x, y) ?? false
    if (isHidden) hidden = y
    if (isHidden || !(isPrint(-side) || isPrint(side))) free++
    for (const [i, way] of [-1, 1].entries()) {
      if (isPrint(way * side)) shut[i]!++
      for (let away = side; away <= near; away++)
        if (isPrint(way * away)) {
          close[i]!++
          break
        }
    }
    sum += darkAt(upright, line, y)
    if (y - from >= window) sum -= darkAt(upright, line, y - window)
    if (y - from >= window - 1 && y - hidden >= window) lightest = Math.min(lightest, sum / window)
  }
  const share = (sides: readonly number[]) => Math.min(...sides) / (to - from)
  return { lightest: lightest / Math.max(1, dark), free: free / (to - from), among: share(shut), within: share(close) }
}
