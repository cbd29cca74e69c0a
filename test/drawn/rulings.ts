/** The lines between cells, in the ways that programs draw them. */
import type { Part } from './bands.ts'
import type { Flow } from './flow.ts'
import type { Look, Rulings } from './look.ts'
import type { Mark, RuleMark } from './pdf.ts'

export interface Rect {
  x0: number
  y0: number
  x1: number
  y1: number
}

interface Side {
  axis: 'h' | 'v'
  at: number
  from: number
  to: number
}

/** Points between the two lines of a doubled ruling. */
const DOUBLE = 1.4
/** … between the outlines of two cells that stand apart, … */
const APART = 1.2
/** … and that a dot takes, and the room behind it. */
const DOT = 1.2

const MARKS: Partial<Record<Rulings['as'], RuleMark['as']>> = { bars: 'bar', images: 'image', masks: 'mask' }

/** `xs`: the edges of the table's columns. */
export function drawRulings(flow: Flow, rulings: Rulings, { header, body, joins }: Part, xs: readonly number[]): void {
  const all = [...header, ...body]
  if (all.length === 0 || rulings.which === 'none') return
  const { color, width } = rulings
  if ((rulings.as === 'outlines' || rulings.as === 'apart') && (rulings.which === 'all' || rulings.which === 'open')) {
    const inset = rulings.as === 'apart' ? APART / 2 : 0
    for (const { x0, y0, x1, y1 } of all) {
      const within = { x0: x0 + inset, y0: y0 + inset, x1: x1 - inset, y1: y1 - inset }
      flow.put({ kind: 'box', ...within, color, outline: width })
    }
    return
  }
  if (rulings.as === 'gaps') {
    const half = width / 2
    const bounds = (of: 'x0' | 'y0' | 'x1' | 'y1', pick: typeof Math.min) => pick(...all.map((r) => r[of]))
    const [x0, y0] = [bounds('x0', Math.min) - half, bounds('y0', Math.min) - half]
    const [x1, y1] = [bounds('x1', Math.max) + half, bounds('y1', Math.max) + half]
    const cells = all.map((r) => ({ x0: r.x0 + half, y0: r.y0 + half, x1: r.x1 - half, y1: r.y1 - half }))
    const white = cells.map((r): Mark => ({ kind: 'box', ...r, color: [1, 1, 1] }))
    // Below everything else that is on the page.
    flow.pages.at(-1)!.marks.unshift({ kind: 'box', x0, y0, x1, y1, color }, ...white)
    return
  }
  const sides = withoutJoin(withGap(wanted(rulings.which, header, body), rulings.gap, header, xs), rulings, joins)
  for (const side of (rulings.as === 'pieces' ? sides : joined(sides)).flatMap((s) => drawnSides(s, rulings)))
    for (const shift of rulings.doubled ? [-DOUBLE / 2, DOUBLE / 2] : [0]) {
      const at = side.at + shift
      const place =
        side.axis === 'h'
          ? { x0: side.from, x1: side.to, y0: at, y1: at }
          : { x0: at, x1: at, y0: side.from, y1: side.to }
      const as = MARKS[rulings.as] ?? 'stroke'
      flow.put({ kind: 'rule', ...place, width, color, as, dash: rulings.dash })
    }
}

/** A frame around a table, apart from it. */
export function drawFrame(flow: Flow, all: readonly Rect[], { frame, rulings: { color, width } }: Look): void {
  if (all.length === 0) return
  const [x0, y0] = [Math.min(...all.map((r) => r.x0)) - frame, Math.min(...all.map((r) => r.y0)) - frame]
  const [x1, y1] = [Math.max(...all.map((r) => r.x1)) + frame, Math.max(...all.map((r) => r.y1)) + frame]
  flow.put({ kind: 'box', x0, y0, x1, y1, color, outline: width })
}

/** A side in the pieces that are drawn of it. */
function drawnSides(side: Side, { as, ends }: Rulings): Side[] {
  const [from, to] = [side.from - ends, side.to + ends]
  if (as !== 'dots') return [{ ...side, from, to }]
  const count = Math.ceil((to - from) / (2 * DOT))
  return Array.from({ length: count }, (_, i) => ({
    ...side,
    from: from + 2 * DOT * i,
    to: Math.min(to, from + 2 * DOT * i + DOT),
  }))
}

/** Leaves out one ruling between two of the columns that begin at `xs`. */
function withGap(sides: Side[], gap: Rulings['gap'], header: readonly Rect[], xs: readonly number[]): Side[] {
  // Without its header nothing shows a page what it lacks.
  if (!gap || header.length === 0) return sides
  const inner = xs.slice(1, -1)
  const at = inner[Math.floor(gap.at * inner.length)]
  const bottom = gap.where === 'everywhere' ? 0 : Math.max(0, ...header.map((r) => r.y1))
  return sides.filter((s) => s.axis === 'h' || at === undefined || !near(s.at, at) || s.from < bottom - 0.01)
}

/** Leaves out the ruling between two rows. */
function withoutJoin(sides: Side[], { rowGap }: Rulings, joins: readonly number[]): Side[] {
  const at = rowGap === null ? undefined : joins[Math.floor(rowGap * joins.length)]
  return at === undefined ? sides : sides.filter((s) => s.axis === 'v' || !near(s.at, at))
}

function wanted(which: Rulings['which'], header: readonly Rect[], body: readonly Rect[]): Side[] {
  const all = [...header, ...body]
  const [left, right] = [Math.min(...all.map((r) => r.x0)), Math.max(...all.map((r) => r.x1))]
  if (which === 'header') {
    const bottom = Math.max(...all.map((r) => r.y1))
    return [...distinct(header.flatMap(sidesOf)), { axis: 'h', at: bottom, from: left, to: right }]
  }
  const sides = distinct(all.flatMap(sidesOf))
  if (which === 'horizontal') return sides.filter((s) => s.axis === 'h')
  if (which === 'open') return sides.filter((s) => s.axis === 'h' || (s.at > left + 1 && s.at < right - 1))
  return sides
}

function sidesOf({ x0, y0, x1, y1 }: Rect): Side[] {
  return [
    { axis: 'h', at: y0, from: x0, to: x1 },
    { axis: 'h', at: y1, from: x0, to: x1 },
    { axis: 'v', at: x0, from: y0, to: y1 },
    { axis: 'v', at: x1, from: y0, to: y1 },
  ]
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.01

function distinct(sides: readonly Side[]): Side[] {
  const seen = new Map(sides.map((s) => [`${s.axis} ${s.at.toFixed(2)} ${s.from.toFixed(2)} ${s.to.toFixed(2)}`, s]))
  return [...seen.values()]
}

/** Sides that go on from each other become one line. */
function joined(sides: readonly Side[]): Side[] {
  const out: Side[] = []
  const sorted = [...sides].sort((a, b) =>
    a.axis === b.axis ? a.at - b.at || a.from - b.from : a.axis < b.axis ? -1 : 1,
  )
  for (const side of sorted) {
    const last = out.at(-1)
    if (last && last.axis === side.axis && near(last.at, side.at) && side.from <= last.to + 0.01)
      last.to = Math.max(last.to, side.to)
    else out.push({ ...side })
  }
  return out
}
