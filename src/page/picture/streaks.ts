/** Lines that begin at the edge of the paper, outside every table: dust on the glass of a scanner, and folds. */
import type { Picture } from '../../ocr/reader.ts'
import { MEETS, place, type SeenLine } from './seen-line.ts'

/** A line ends at the edge of the paper if it comes as near to it as this (points): there turned scans are white, and others dark. */
const EDGE = 8
/** A streak stands out over the first and the last ruling that it crosses by more than this (points); no ruling does. */
const STANDS_OUT = 14
/**
 * A fold is not quite straight, and seen in part: one that stands out by more than this (points) is none either, wherever
 * it ends. It is more than a row, which a table without a ruling above it may begin with.
 */
const FAR_OUT = 60

/** The lines that are rulings, without what a fold that runs along one makes of it beyond the table. */
export function rulingsOf(lines: readonly SeenLine[], picture: Picture, scale: number): SeenLine[] {
  const streaks = streaksOf(lines, picture, scale)
  const rulings = lines.filter((line) => !streaks.has(line))
  const within = new Map<SeenLine, SeenLine>()
  for (const [axis, end] of [
    ['h', picture.width],
    ['v', picture.height],
  ] as const) {
    const own = rulings.filter((line) => line.axis === axis)
    const across = rulings.filter((line) => line.axis !== axis)
    const cut = own.flatMap((line) => {
      const short = withinTable(line, across, end, scale)
      return short ? [[line, short] as const] : []
    })
    if (2 * cut.length <= own.length) for (const [line, short] of cut) within.set(line, short)
  }
  return rulings.map((line) => within.get(line) ?? line)
}

/** A line that goes on from the last ruling across to the edge of the paper, up to that ruling; null for any other. */
function withinTable(line: SeenLine, across: readonly SeenLine[], end: number, scale: number): SeenLine | null {
  const at = (line.at0 + line.at1) / 2
  const places = crossed(line, across, scale).map((o) => place(o, at))
  const [first, last] = [Math.min(...places), Math.max(...places)]
  if (places.length < 2) return null
  const from = line.from <= EDGE * scale && first - line.from > STANDS_OUT * scale ? first : line.from
  const to = line.to >= end - EDGE * scale && line.to - last > STANDS_OUT * scale ? last : line.to
  if (from === line.from && to === line.to) return null
  return { ...line, from, to, at0: place(line, from), at1: place(line, to) }
}

/** The lines across that a line meets. */
function crossed(line: SeenLine, across: readonly SeenLine[], scale: number): SeenLine[] {
  const at = (line.at0 + line.at1) / 2
  const near = MEETS * scale
  return across.filter((o) => o.from - near <= at && at <= o.to + near)
}

/**
 * The lines that are no rulings. Where more of the lines run like that than do not, the paper was cut within a table,
 * and they are its rulings.
 */
function streaksOf(lines: readonly SeenLine[], { width, height }: Picture, scale: number): Set<SeenLine> {
  const out = new Set<SeenLine>()
  for (const axis of ['h', 'v'] as const) {
    const own = lines.filter((line) => line.axis === axis)
    const across = lines.filter((line) => line.axis !== axis)
    const end = axis === 'h' ? width : height
    const streaks = own.filter((line) => isStreak(line, across, end, scale))
    const rulings = own.filter((line) => !streaks.includes(line))
    const found = streaks.filter((line) => !endsAsRulings(line, rulings, across, scale))
    if (2 * found.length <= own.length) for (const line of found) out.add(line)
  }
  return out
}

/**
 * Whether both ends of a line are at one across, or where a ruling beside it ends, too: so far the table reaches, where a row
 * that a page end cuts has no ruling below it, or cells of many rows have none across.
 */
function endsAsRulings(
  line: SeenLine,
  rulings: readonly SeenLine[],
  across: readonly SeenLine[],
  scale: number,
): boolean {
  const at = (line.at0 + line.at1) / 2
  const places = [...crossed(line, across, scale).map((o) => place(o, at)), ...rulings.flatMap((o) => [o.from, o.to])]
  return [line.from, line.to].every((end) => places.some((p) => Math.abs(p - end) <= MEETS * scale))
}

/**
 * Whether one of its ends is at the edge of the paper, far beyond the rulings across, and the other there, too, or meets
 * none of them; or whether it stands out by so much that no ruling does.
 */
function isStreak(line: SeenLine, across: readonly SeenLine[], end: number, scale: number): boolean {
  const at = (line.at0 + line.at1) / 2
  const near = MEETS * scale
  const places = crossed(line, across, scale).map((o) => place(o, at))
  const ends = [
    { far: line.from > EDGE * scale, over: Math.min(...places) - line.from },
    { far: line.to < end - EDGE * scale, over: line.to - Math.max(...places) },
  ]
  if (places.length > 1 && ends.some(({ over }) => over > FAR_OUT * scale)) return true
  const isOutside = ends.map(({ far, over }) => !far && over > STANDS_OUT * scale)
  const isFree = [line.from, line.to].map((place) => places.every((p) => Math.abs(p - place) > near))
  return isOutside.includes(true) && isOutside.every((outside, i) => outside || (ends[i]!.far && isFree[i]))
}
