/** Puts each character into the cell it belongs to. */
import { blockText } from '../../page/lines.ts'
import { marksBehind } from '../../page/marks.ts'
import type { Glyph } from '../../page/types.ts'
import { type Grid, type GridCell, type Places, places } from '../types.ts'
import { NUMBERED } from '../words.ts'
import { endOf, startOf } from './brackets.ts'
import { divided, glyphsOf, SIGN } from './divided.ts'
import { numbers } from './numbers.ts'
import { takeLinesOver } from './over-rows.ts'
import { partRunUps } from './run-ups.ts'
import { joinThousands } from './thousands.ts'
import { inTheirMiddles } from './two-texts.ts'

/** Characters no further apart than this share of their size were written as one run. */
const ONE_RUN = 0.2
/** Characters drawn one after the other lie over each other by no more than this share of their size. */
const TIGHT = 0.15
/** A run's characters stand on one baseline within this share of their size. */
const ONE_BASELINE = 0.25
/** A ruling that cuts this much of a character's width off shows that the text runs over the edge. */
const CUT = 0.2
/** Characters that lie over each other by more than this share of their size are two texts, one run over by the other. */
const OVERLAP = 0.35
/** Han characters no further apart at a ruling than elsewhere, but for this share of their size, are one word that runs over the edge. */
const NO_GAP = 0.05

const HAN = /\p{Script=Han}/u
/** What makes words and numbers. */
const WORD = /[\p{Script=Han}\d０-９]$/u
const DIGIT = /^[\d０-９]$/
/** What stands right before the digits of an amount and right behind them, of which it is a part. */
const LEADING = /^[¥￥+\-−－–△▲(（]$/
const TRAILING = /^[)）%％]$/
/** What stands between its digits. */
const SEPARATOR = /^[,，.．]$/

/** What no text ends with, and what none begins with. */
const OPENING = /[(（[【〔《“]$/
const CLOSING = /^[)）\]】〕》”、，；：]/

/** 办公厅（室）及: a text goes on behind the bracket within it. */
const CLOSED = /[)）\]】〕》”]$/

/** An amount with its places. */
const WHOLE = /[\d０-９][.．][\d０-９]{2}$/

export function fill(grids: readonly Grid[], glyphs: readonly Glyph[]): void {
  const marks = marksBehind(glyphs)
  const texts = marks.size === 0 ? glyphs : glyphs.filter((g) => !marks.has(g))
  for (const grid of grids) {
    const at = places(grid)
    const others = grids.filter((g) => g !== grid)
    const drawn = strands(texts.filter((g) => isBeside(grid, g, others))).flatMap(numbers)
    const { strands: whole, joined } = joinThousands(drawn, (glyph) => cellOf(grid, at, glyph))
    const over: Part[] = []
    const single = whole.filter((s) => !joined.has(s))
    const own = runs(single, (text) => mostOf(text, grid, at))
    for (const run of own.flatMap(divided))
      for (const part of split(run, grid, at)) {
        part.cell?.glyphs.push(...part.glyphs)
        if (part.isOver) over.push(part)
      }
    for (const run of joined) mostOf(run, grid, at)?.glyphs.push(...run)
    takeLinesOver(grid.cells)
    for (const cell of grid.cells) {
      if (marks.size > 0)
        cell.glyphs.push(...[...marks].flatMap(([mark, text]) => (cell.glyphs.includes(text) ? [mark] : [])))
      cell.text = blockText(cell.glyphs)
    }
    partRunUps(over, grid, at)
  }
}

/** In the rows of the grid, or beside them: a text may run over the outer edge, too. */
function isBeside(grid: Grid, { box }: Glyph, others: readonly Grid[]): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  if (y < grid.box[1] || y >= grid.box[3]) return false
  if (x >= grid.box[0] && x < grid.box[2]) return true
  return !others.some((o) => x >= o.box[0] && x < o.box[2] && y >= o.box[1] && y < o.box[3])
}

function cellOf(grid: Grid, at: Places, glyph: Glyph): GridCell | undefined {
  const x = (glyph.box[0] + glyph.box[2]) / 2
  const y = (glyph.box[1] + glyph.box[3]) / 2
  const row = grid.rows.findIndex((r) => y >= r.y0 && y < r.y1)
  const col = band(grid.xs, x)
  return row < 0 || col < 0 ? undefined : at[row]?.[col]
}

/** Index of the band between edges that holds `x`, or -1. */
function band(edges: readonly number[], x: number): number {
  let low = 0
  let high = edges.length - 1
  if (x < edges[0]! || x >= edges[high]!) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (x < edges[middle]!) high = middle
    else low = middle
  }
  return low
}

/** The cell that most characters of a text stand in. */
function mostOf(run: readonly Glyph[], grid: Grid, at: Places): GridCell | undefined {
  const cells = run.map((g) => cellOf(grid, at, g))
  const count = (cell: GridCell | undefined) => cells.filter((c) => c === cell).length
  return cells.reduce((best, cell) => (count(cell) > count(best) ? cell : best))
}

type Home = (text: readonly Glyph[]) => GridCell | undefined

/** Characters that follow each other closely on one baseline: first as they were drawn, then as they stand. `home`: the cell that most of a text stands in. */
function runs(drawn: readonly Glyph[][], home: Home): Glyph[][] {
  const lines = new Map<number, Glyph[][]>()
  const out: Glyph[][] = []
  for (const strand of [...drawn].sort((a, b) => a[0]!.box[0] - b[0]!.box[0])) {
    const [first] = strand
    const key = Math.round(first!.box[3] / 4)
    const near = [key - 1, key, key + 1].flatMap((k) => lines.get(k) ?? [])
    const open = near.find(
      (run) => isOneText(run.at(-1)!, first!) && !(isOver(run, strand) && home(run) !== home(strand)),
    )
    if (open) open.push(...strand)
    else {
      out.push(strand)
      const list = lines.get(key)
      if (list) list.push(strand)
      else lines.set(key, [strand])
    }
  }
  return out
}

/** What was drawn in one go, in the order of drawing. */
function strands(glyphs: readonly Glyph[]): Glyph[][] {
  const out: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = out.at(-1)
    // A sign of money behind a digit is of the next amount.
    const begins = last && SIGN.test(glyph.text) && DIGIT.test(last.at(-1)!.text)
    if (last && !begins && follows(last.at(-1)!, glyph, TIGHT)) last.push(glyph)
    else out.push([glyph])
  }
  return out
}

/** A figure that was not drawn with the text before it is another text, however close it stands. */
function isOneText(last: Glyph, next: Glyph): boolean {
  return !DIGIT.test(last.text) && !DIGIT.test(next.text) && follows(last, next, OVERLAP)
}

/** Whether a text begins before the other one ends: headers that run over both edges of their cells do. */
function isOver(text: readonly Glyph[], next: readonly Glyph[]): boolean {
  const [last, first] = [text.at(-1)!, next[0]!]
  return last.box[2] - first.box[0] > NO_GAP * first.size
}

function follows(last: Glyph, next: Glyph, overlap: number): boolean {
  const size = Math.min(last.size, next.size)
  const gap = next.box[0] - last.box[2]
  return gap < ONE_RUN * size && gap > -overlap * size && Math.abs(next.box[3] - last.box[3]) < ONE_BASELINE * size
}

interface Part {
  /** Null beside the grid. */
  cell: GridCell | null
  glyphs: Glyph[]
  /** Whether it is one text that runs over an edge. */
  isOver?: true
}

/** A run that crosses a ruling is cut there, unless it is one text that runs over the edge of its cell. */
function split(run: readonly Glyph[], grid: Grid, at: Places): Part[] {
  const code = codeInMiddle(run, grid, at)
  if (code) return [code, ...split(run.slice(code.glyphs.length), grid, at)]
  const parts: Part[] = []
  for (const glyph of run) {
    const cell = cellOf(grid, at, glyph) ?? null
    const last = parts.at(-1)
    if (last?.cell === cell) last.glyphs.push(glyph)
    else parts.push({ cell, glyphs: [glyph] })
  }
  const two = parts.length > 1 ? inTheirMiddles(run, (glyph) => cellOf(grid, at, glyph)) : null
  if (two) return two
  const spacing = Math.max(0, usualGap(parts))
  for (let i = 1; i < parts.length; ) {
    const [left, right] = [parts[i - 1]!, parts[i]!]
    if (!runsOver(left, right, spacing)) {
      i++
      continue
    }
    const cell = isSetIn(left, right) || left.glyphs.length >= right.glyphs.length ? left.cell : right.cell
    parts.splice(i - 1, 2, { cell, glyphs: [...left.glyphs, ...right.glyphs], isOver: true })
  }
  return parts
}

/** A code before a name, but not 2026年. */
const CODE_AND_NAME = /^(\d\d|\d{3}(\d\d){0,2})(?![年月日])\p{Script=Han}{2}/u
/** A code stands in the middle of its cell if it is no further from it than this share of its size. */
const MIDDLE = 0.3

/** A code in the middle of its cell is no part of the name that runs over the edge up to it. */
function codeInMiddle(run: readonly Glyph[], grid: Grid, at: Places): Part | null {
  if (!DIGIT.test(run[0]!.text) || !HAN.test(run.at(-1)!.text)) return null
  const code = CODE_AND_NAME.exec(run.map((g) => g.text).join(''))?.[1]
  const glyphs = run.slice(0, glyphsOf(run, code?.length ?? 0))
  const cell = glyphs.length === 0 ? undefined : cellOf(grid, at, run[0]!)
  if (!cell || cellOf(grid, at, run.at(-1)!) === cell) return null
  const [first, last] = [glyphs[0]!, glyphs.at(-1)!]
  const aside = (first.box[0] + last.box[2] - cell.box[0] - cell.box[2]) / 2
  return Math.abs(aside) < MIDDLE * first.size ? { cell, glyphs } : null
}

/** A text at the side of its cell is no further from it than so many letters. */
const AT_SIDE = 1

/** Whether a text begins at the left of its cell and runs over its right edge, and does not end at the right of the next cell. */
function isSetIn(left: Part, right: Part): boolean {
  if (!left.cell || !right.cell) return false
  const [first, last] = [left.glyphs[0]!, right.glyphs.at(-1)!]
  const slack = AT_SIDE * first.size
  return first.box[0] - left.cell.box[0] < slack && right.cell.box[2] - last.box[2] > slack
}

/** How far letters that no ruling parts mostly stand from each other, points. */
function usualGap(parts: readonly Part[]): number {
  const gaps = parts.flatMap(({ glyphs }) => glyphs.slice(1).map((g, i) => g.box[0] - glyphs[i]!.box[2]))
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
}

/** `spacing`: of the letters of both, points. */
function runsOver(left: Part, right: Part, spacing: number): boolean {
  const a = left.glyphs.at(-1)!
  const b = right.glyphs[0]!
  const edge = right.cell?.box[0] ?? left.cell?.box[2] ?? b.box[0]
  const size = Math.min(a.size, b.size)
  if (b.box[0] - a.box[2] > spacing + NO_GAP * size) return false
  if (a.cutOff || b.cutOff) return false
  const cut = Math.max(endOf(a) - edge, edge - startOf(b))
  // 12.00 | 302, set without room at their ruling: neither is cut, and an amount ends with its places.
  const [before, behind] = [left, right].map(({ glyphs }) => glyphs.map((g) => g.text).join('')) as [string, string]
  if (cut <= CUT * size && DIGIT.test(b.text) && WHOLE.test(before)) return false
  // 0 | 四、教育支出
  if (cut <= CUT * size && /^[\d０-９]+$/.test(before) && NUMBERED.test(behind)) return false
  const isAmount =
    ((LEADING.test(a.text) || SEPARATOR.test(a.text)) && DIGIT.test(b.text)) ||
    (DIGIT.test(a.text) && (TRAILING.test(b.text) || SEPARATOR.test(b.text)))
  const isWord = (WORD.test(a.text) || OPENING.test(a.text)) && (WORD.test(b.text) || CLOSING.test(b.text))
  const isOnward = CLOSED.test(a.text) && HAN.test(b.text)
  return cut > CUT * size || isAmount || isWord || isOnward
}
