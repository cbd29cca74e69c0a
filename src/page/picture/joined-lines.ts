/** Which of the lines seen in a picture are rulings, told by how they join each other. */
import { MEETS, place, type SeenLine } from './seen-line.ts'

/** Shorter lines (points) are strokes of characters or dashes, unless they join others (see `joined`). */
const LONG = { h: 100, v: 45 }
/** A ruling has paper on both sides along this share of it; a stroke of a character has others joined to it. */
const FREE = 0.9
/** A line with free sides is a ruling from this length on (points): box-like characters (目, 日) have upright strokes, too … */
const LONGER = { h: 24, v: 18 }
/** … but strokes of texts that begin in one place stand in line below each other, up to this length (points), with so little paper beside them … */
const STACK = { length: 100, free: 0.8 }
/** … but not if it is long and next to nothing of it (share) is bare from one line across to another, over so many rows: characters do not touch the rulings above and below them, though in two low rows of a blurred copy they seem to … */
const WHOLE = { bare: 0.02, rows: 2 }
/** … or this one, if it has paper beside it all along and runs from one long line to the only other: the table has one row … */
const ROW = { length: 12, free: 0.97 }
/** … or if it stands within this (points) of the line of another; it may have print close beside it if it is bare nowhere and its ends are at long lines. */
const ALIGNED = 1.2

/** Pieces whose ends lie on each other no further apart than this (points) across are one line. */
const SAME = 0.5
/** … and with no more than this (points) between them: so much of a ruling print hides that stands on it. */
const APART = 1.5

/**
 * Lines whose ends lie on each other, as one: print close beside a ruling parts it, and each part goes on as far as it is
 * drawn. As two of them each would end at the last line across, and a row between two of these would be without a ruling.
 */
export function inOnePiece(lines: readonly SeenLine[], scale: number): SeenLine[] {
  const out: SeenLine[] = []
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const before = out.findIndex((o) => goesOn(o, line, scale))
    if (before < 0) out.push(line)
    else if (line.to > out[before]!.to) out[before] = together(out[before]!, line)
  }
  return out
}

function goesOn(line: SeenLine, next: SeenLine, scale: number): boolean {
  if (line.axis !== next.axis || next.from > line.to + APART * scale) return false
  return [next.from, Math.min(line.to, next.to)].every((at) => isSame(line, next, at, scale))
}

function isSame(a: SeenLine, b: SeenLine, at: number, scale: number): boolean {
  return Math.abs(place(a, at) - place(b, at)) <= SAME * scale
}

/** What a shorter line has before or behind one of these lines that runs in its place where that ends; null if it has nothing. */
export function beyond(part: SeenLine, lines: readonly SeenLine[], scale: number): SeenLine | null {
  for (const line of lines) {
    if (part.to - part.from >= line.to - line.from) continue
    const meets = (at: number) => part.from < at && at < part.to && isSame(line, part, at, scale)
    if (meets(line.from)) return between(part, part.from, line.from)
    if (meets(line.to)) return between(part, line.to, part.to)
  }
  return null
}

function between(line: SeenLine, from: number, to: number): SeenLine {
  const within = (places: readonly number[]) => places.filter((at) => at >= from && at < to)
  const bare = line.bare && within(line.bare)
  return { ...line, from, to, at0: place(line, from), at1: place(line, to), shut: within(line.shut), bare }
}

function together(line: SeenLine, next: SeenLine): SeenLine {
  const [length, more] = [line.to - line.from, next.to - line.to]
  const thickness = (line.thickness * length + next.thickness * more) / (length + more)
  const shut = [...new Set([...line.shut, ...next.shut])]
  const bare = line.bare && next.bare && [...new Set([...line.bare, ...next.bare])]
  return { ...line, to: next.to, at1: next.at1, thickness, shut, bare }
}

/** Long lines, and short ones whose both ends meet a line across. */
export function joined(lines: readonly SeenLine[], scale: number): SeenLine[] {
  const near = MEETS * scale
  const long = lines.filter((line) => line.to - line.from >= LONG[line.axis] * scale)
  const free = new Map(lines.map((line) => [line, freeShare(line, long, near)]))
  const whole = new Set(long.filter((line) => isWhole(line, long, near)))
  const acrossRow = (line: SeenLine) =>
    line.axis === 'v' &&
    line.to - line.from >= ROW.length * scale &&
    free.get(line)! >= ROW.free &&
    [line.from, line.to].every((end) => long.some((o) => o.axis === 'h' && meets(line, end, o, near))) &&
    long.filter((o) => o.axis === 'h' && isBeside(o, line, near)).length === 2
  const goesOn = (line: SeenLine) =>
    isDrawnAcross(line, long, scale) && (isAligned(line, free, scale) || isAsHigh(line, { free, long }, scale))
  let kept = lines.filter((line) => acrossRow(line) || whole.has(line) || goesOn(line) || !isStroke(line, free, scale))
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
function isStroke(line: SeenLine, free: ReadonlyMap<SeenLine, number>, scale: number): boolean {
  if (isSure(line, free, scale)) return false
  return isShut(line, free) || !isAligned(line, free, scale)
}

function isShut(line: SeenLine, free: ReadonlyMap<SeenLine, number>): boolean {
  return line.axis === 'v' && free.get(line)! < STACK.free
}

function isSure(line: SeenLine, free: ReadonlyMap<SeenLine, number>, scale: number): boolean {
  const length = (line.to - line.from) / scale
  if (length < STACK.length && isShut(line, free)) return false
  return length >= LONG[line.axis] || (length >= LONGER[line.axis] && free.get(line)! >= FREE)
}

/** Whether a line that is sure of itself runs in its place before or behind it. */
function isAligned(line: SeenLine, free: ReadonlyMap<SeenLine, number>, scale: number): boolean {
  const at = (l: SeenLine) => (l.at0 + l.at1) / 2
  return [...free.keys()].some(
    (o) =>
      o !== line && o.axis === line.axis && isSure(o, free, scale) && Math.abs(at(o) - at(line)) <= ALIGNED * scale,
  )
}

/** Whether it runs over several rows, from where one that is sure of itself begins to where that ends. */
function isAsHigh(
  line: SeenLine,
  { free, long }: { free: ReadonlyMap<SeenLine, number>; long: readonly SeenLine[] },
  scale: number,
): boolean {
  const near = MEETS * scale
  const over = long
    .filter((o) => o.axis === 'h' && crosses(line, o, near))
    .map((o) => place(o, (line.at0 + line.at1) / 2))
  const isWithin = (at: number) => at > line.from + near && at < line.to - near
  const isSameHeight = (o: SeenLine) => Math.abs(o.from - line.from) <= near && Math.abs(o.to - line.to) <= near
  return (
    over.some(isWithin) &&
    [...free.keys()].some((o) => o !== line && o.axis === 'v' && isSure(o, free, scale) && isSameHeight(o))
  )
}

/** Whether an upright line that is as high as a row runs from one long line across to another, bare nowhere between: characters do not. */
function isDrawnAcross(line: SeenLine, long: readonly SeenLine[], scale: number): boolean {
  if (line.axis !== 'v' || !line.bare || line.to - line.from < ROW.length * scale) return false
  const near = MEETS * scale
  const across = long.filter((o) => o.axis === 'h')
  const ends = [line.from, line.to]
  const isBare = bareBetween(line, across, near).some((x) => ends.every((end) => Math.abs(x - end) > near))
  return !isBare && ends.every((end) => across.some((o) => meets(line, end, o, near)))
}

/** Whether a long upright line is drawn all along, from one long line across to another, and over others: it parts columns, whatever stands close beside it. */
function isWhole(line: SeenLine, long: readonly SeenLine[], near: number): boolean {
  if (line.axis !== 'v' || !line.bare) return false
  const across = long.filter((o) => o.axis === 'h')
  const met = across.filter((o) => crosses(line, o, near)).map((o) => place(o, (line.at0 + line.at1) / 2))
  const over = met.filter((at) => at > line.from - near && at < line.to + near)
  const ends = [line.from, line.to].every((end) => across.some((o) => meets(line, end, o, near)))
  const bare = bareBetween(line, across, near)
  return ends && over.length > WHOLE.rows && bare.length <= WHOLE.bare * (line.to - line.from)
}

/** Where nothing is drawn of a line, but for where others cross it: beside these there is their ink, and no paper that it would be darker than. */
function bareBetween(line: SeenLine, across: readonly SeenLine[], near: number): number[] {
  const middle = (line.at0 + line.at1) / 2
  const over = across.filter((o) => crosses(line, o, near)).map((o) => place(o, middle))
  return (line.bare ?? []).filter((x) => !over.some((at) => Math.abs(at - x) <= near / 2))
}

/** Share of a line with paper on both sides, but for where long lines cross it: that says nothing of characters. */
function freeShare(line: SeenLine, long: readonly SeenLine[], near: number): number {
  const crossings = long.filter((o) => o.axis !== line.axis && crosses(line, o, near))
  const at = crossings.map((o) => place(o, (line.at0 + line.at1) / 2))
  const isCrossed = (x: number) => at.some((a) => Math.abs(a - x) <= near / 2)
  let crossed = 0
  for (let x = Math.ceil(line.from); x < line.to; x++) if (isCrossed(x)) crossed++
  const shut = line.shut.filter((x) => !isCrossed(x)).length
  return 1 - shut / Math.max(1, line.to - line.from - crossed)
}

/** Whether a level line stands over or under an upright one, however far. */
function isBeside(level: SeenLine, upright: SeenLine, near: number): boolean {
  return level.from - near <= upright.at0 && upright.at0 <= level.to + near
}

function crosses(line: SeenLine, other: SeenLine, near: number): boolean {
  const at = (line.at0 + line.at1) / 2
  return at >= other.from - near && at <= other.to + near
}

/** Whether the end of a line at `along` touches the other line, which runs across. */
function meets(line: SeenLine, along: number, other: SeenLine, near: number): boolean {
  const at = place(line, along)
  return at >= other.from - near && at <= other.to + near && Math.abs(place(other, at) - along) <= near
}
