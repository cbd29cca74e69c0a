/** Rulings that a seal interrupts: red ink is taken out, and some of the black ink under it goes along. */
import type { RedMask } from './red.ts'
import { BESIDE, MEETS, place, type SeenLine } from './seen-line.ts'

/** A ruling is followed under a seal this far (points): the largest seals, of 42 mm, are as wide. */
const REACH = 125
/** Only lines of this length (points) are followed: shorter ones may be digits. */
const OWN = 20
/** Red ink this close (points) to the end of a ruling interrupts it. */
const CLOSE = 6
/** A line that is red on more than this share of its length is a stroke of the seal, or of what was printed under it … */
const COVERED = 0.5
/** … unless it is longer than this (points): no stroke is. */
const STROKE = 60

/** Each ruling that ends at a seal goes on under it, to its other part or to the next line across. */
export function followedUnderSeal(lines: readonly SeenLine[], isRed: RedMask, scale: number): SeenLine[] {
  const plain = lines.filter((line) => line.to - line.from >= STROKE * scale || redShare(line, isRed) <= COVERED)
  const whole = (['h', 'v'] as const).flatMap((axis) =>
    merged(
      plain.filter((l) => l.axis === axis),
      isRed,
      scale,
    ),
  )
  return whole.map((line) => reached(line, whole, isRed, scale))
}

function isRedAt(line: SeenLine, along: number, isRed: RedMask): boolean {
  const at = place(line, along)
  return line.axis === 'h' ? isRed(along, at) : isRed(at, along)
}

function redShare(line: SeenLine, isRed: RedMask): number {
  let red = 0
  for (let x = line.from; x < line.to; x++) if (isRedAt(line, x, isRed)) red++
  return red / Math.max(1, line.to - line.from)
}

/** Whether there is red ink at the end of a line, or just beyond it. */
function endsAtSeal(line: SeenLine, end: 'from' | 'to', isRed: RedMask, scale: number): boolean {
  if (line.to - line.from < OWN * scale) return false
  const step = end === 'from' ? -1 : 1
  for (let k = -1; k <= CLOSE * scale; k++) if (isRedAt(line, line[end] + k * step, isRed)) return true
  return false
}

/** Parts of one line on both sides of a seal as one. */
function merged(lines: readonly SeenLine[], isRed: RedMask, scale: number): SeenLine[] {
  const out: SeenLine[] = []
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const i = out.findIndex((o) => goesOn(o, line, isRed, scale))
    const before = out[i]
    if (!before) out.push(line)
    else
      out[i] = {
        ...before,
        to: line.to,
        at1: line.at1,
        thickness: Math.max(before.thickness, line.thickness),
        shut: [...before.shut, ...line.shut],
      }
  }
  return out
}

function goesOn(before: SeenLine, after: SeenLine, isRed: RedMask, scale: number): boolean {
  const gap = after.from - before.to
  const middle = (before.to + after.from) / 2
  return (
    gap > 0 &&
    gap <= REACH * scale &&
    Math.abs(place(before, middle) - place(after, middle)) < BESIDE * scale &&
    endsAtSeal(before, 'to', isRed, scale) &&
    endsAtSeal(after, 'from', isRed, scale)
  )
}

/** The line, longer at the ends that a seal hides. */
function reached(line: SeenLine, all: readonly SeenLine[], isRed: RedMask, scale: number): SeenLine {
  const crossings = all.filter((o) => {
    const at = (line.at0 + line.at1) / 2
    return o.axis !== line.axis && at >= o.from - MEETS * scale && at <= o.to + MEETS * scale
  })
  const end = (which: 'from' | 'to') => {
    const step = which === 'from' ? -1 : 1
    const away = crossings.map((o) => (place(o, line.at0) - line[which]) * step)
    if (away.some((d) => Math.abs(d) <= MEETS * scale) || !endsAtSeal(line, which, isRed, scale)) return line[which]
    const next = Math.min(...away.filter((d) => d > 0))
    return next <= REACH * scale ? line[which] + next * step : line[which]
  }
  const [from, to] = [end('from'), end('to')]
  return { ...line, from, to, at0: place(line, from), at1: place(line, to) }
}

/** A stretch of one row of the picture on which a line may run. */
export interface Run {
  y: number
  from: number
  to: number
}

/** What a group of runs leaves on either side of red ink: within it a line is not drawn for sure. */
export function besideSeal(runs: readonly Run[], isRed: RedMask): Run[][] {
  const red = runs.flatMap(({ y, from, to }) => {
    const places: number[] = []
    for (let x = from; x < to; x++) if (isRed(x, y)) places.push(x)
    return places
  })
  if (red.length === 0) return []
  const [first, last] = [Math.min(...red), Math.max(...red)]
  const cut = (from: number, to: number) =>
    runs
      .filter((r) => r.from < to && r.to > from)
      .map((r) => ({ ...r, from: Math.max(r.from, from), to: Math.min(r.to, to) }))
  return [cut(Number.NEGATIVE_INFINITY, first), cut(last + 1, Number.POSITIVE_INFINITY)].filter((r) => r.length > 0)
}
