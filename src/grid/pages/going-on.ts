/** Rulings left out of a table that goes on over a page end: what one of its pages shows holds for the others. */
import { blockText } from '../../page/lines.ts'
import { isBlank, removeColumn } from '../columns/blank-columns.ts'
import { clipped, piecesOf, reachesOver } from '../columns/cell-gaps.ts'
import { divideKnown, divideLeftOut } from '../columns/left-out.ts'
import { dataFrom } from '../data.ts'
import { beginnings, type Grid, type GridCell } from '../types.ts'
import { repeatsHeader, sameColumns } from './join.ts'

/** 行次: a row of data, too. */
const LINE_NUMBER = /^\d{1,3}$/

/** Rulings of one table that some of its pages lack are few. */
const LACKING = 2

/** Two columns: one of them may have its header alone. */
const FEW_EDGES = 3

/** Points that an edge may stand elsewhere on another page. */
const SAME_EDGE = 2

/** Parts the cells of a ruled grid where rulings are left out, and those of the page before that it shows to be two. */
export function completeColumns(grid: Grid, before: Grid | null): void {
  if (before) joinAsBefore(grid, before)
  if (before?.ruled && before.inferred && goesOn(grid, headRows(grid, before)) && isFree(before, grid))
    alignInferred(before, grid)
  const last = before?.ruled && lacksFew(before, grid) ? before : null
  const mayLack = last !== null && (last.xs.length !== grid.xs.length || last.inferred !== undefined)
  const head = mayLack ? headRows(grid, last) : 0
  divideLeftOut(grid, mayLack && goesOn(grid, head) ? last.xs.map((x) => knownOn(grid, last, x)) : [], head)
  rejoinAreas(grid)
  if (!last) return
  mayGoOn.set(grid, last)
  if (!(last.inferred || grid.inferred) || !goesOn(grid, headRows(grid, last))) return
  for (let page: Grid | undefined = last; page; page = mayGoOn.get(page)) if (page.inferred) alignInferred(page, grid)
  if (!grid.inferred) return
  divideBefore(grid, last)
  alignInferred(grid, last)
}

/** Whether no text stands between where a page shows an edge by its texts and where the next one rules it. */
function isFree(before: Grid, grid: Grid): boolean {
  const moved = { ...before }
  alignInferred(moved, grid)
  return before.xs.every((x, i) => {
    const to = moved.xs[i]!
    const [x0, x1] = [Math.min(x, to), Math.max(x, to)]
    const beside = before.cells.filter((c) => c.colSpan === 1 && (c.col === i || c.col + 1 === i))
    return x0 === x1 || !beside.some((c) => c.glyphs.some(({ box }) => box[0] < x1 && box[2] > x0))
  })
}

/** The grid of the page before that a grid may go on from. */
const mayGoOn = new WeakMap<Grid, Grid>()

/** Parts the page before where this one shows an edge, and so on up to the first page of the table. */
function divideBefore(grid: Grid, last: Grid): void {
  const again = headRows(grid, last)
  const count = last.xs.length
  if (!goesOn(grid, again)) return
  for (const x of placedOn(last, grid, grid.inferred ?? []))
    if (last.xs.length < grid.xs.length && !hasEdge(last, x)) divideKnown(last, x, again)
  rejoinAreas(last)
  const first = mayGoOn.get(last)
  if (first && last.xs.length > count) divideBefore(last, first)
}

/** A row alone on its page may have a blank column that is merged with the one beside it in the rows before. */
function joinAsBefore(grid: Grid, before: Grid): void {
  if (!before.ruled || sameColumns(before, grid)) return
  for (let col = grid.xs.length - 2; col > 0; col--) {
    if (!isBlank(grid, col, true)) continue
    const joined = { ...grid }
    removeColumn(joined, col, true)
    if (!sameColumns(before, joined) && !repeatsHeader(before, joined)) continue
    Object.assign(grid, joined)
    return
  }
}

function lacksFew(before: Grid, grid: Grid): boolean {
  const ruled = { ...before, xs: before.xs.filter((x) => !before.inferred?.includes(x)) }
  return [before, ruled].some((b) => sameColumns(b, grid)) && Math.abs(before.xs.length - grid.xs.length) <= LACKING
}

/** The header is printed again, or not at all: a row with one name in one column among blank ones is none. */
function goesOn(grid: Grid, head: number): boolean {
  if (head > 0) return true
  const own = grid.cells.filter((c) => c.row === 0 && c.text !== '')
  if (own.length === 1 && own[0]!.colSpan === 1 && grid.xs.length > FEW_EDGES) return true
  return own.some(
    (c) =>
      LINE_NUMBER.test(c.text.trim()) ||
      piecesOf(c)
        .flat()
        .some((p) => p.amount),
  )
}

/** How many rows at the head of two pages hold the same characters, however they are parted. */
function headRows(grid: Grid, before: Grid): number {
  const [own, other] = [beginnings(grid), beginnings(before)]
  let n = 0
  while (n < own.length && n < other.length && characters(own[n]!) === characters(other[n]!)) n++
  return n
}

function characters(cells: readonly GridCell[]): string {
  return cells
    .flatMap((c) => [...c.text.replace(/\s+/g, '')])
    .sort()
    .join('')
}

function hasEdge({ xs }: Grid, x: number): boolean {
  return xs.some((own) => Math.abs(own - x) <= SAME_EDGE)
}

/** Edges of another page's table as they would stand on a grid: pages beside each other are one sheet's, and may be scaled. */
function placedOn(grid: Grid, other: Grid, xs: readonly number[]): number[] {
  const [from, to] = [other.xs[0]!, grid.xs[0]!]
  const scale = (grid.xs.at(-1)! - to) / (other.xs.at(-1)! - from)
  return xs.map((x) => to + scale * (x - from))
}

/** An edge of the page before on this one; one that texts alone show stands where those of both pages leave room. */
function knownOn(grid: Grid, last: Grid, x: number): number {
  const at = (place: number) => placedOn(grid, last, [place])[0]!
  const own = grid.cells.filter((c) => c.box[0] < at(x) && c.box[2] > at(x))
  const isCut = (place: number) => own.some((c) => reachesOver(c, place))
  if (!last.inferred?.includes(x) || !isCut(at(x))) return at(x)
  const [x0, x1] = roomAt(last, last.xs.indexOf(x))
  const free = clipped(
    at(x0),
    at(x1),
    own.flatMap((c) => piecesOf(c).flat()),
  )
  return isCut(free) ? at(x) : free
}

/** The room between the texts at both sides of an edge. */
function roomAt({ cells, xs }: Grid, edge: number): [number, number] {
  const ends = cells.filter((c) => c.col + c.colSpan === edge).flatMap((c) => c.glyphs.map((g) => g.box[2]))
  const starts = cells.filter((c) => c.col === edge).flatMap((c) => c.glyphs.map((g) => g.box[0]))
  return [Math.max(xs[edge - 1]!, ...ends), Math.min(xs[edge + 1]!, ...starts)]
}

/** Where texts alone show an edge it stands elsewhere on every page: it is put where the other page has it. */
function alignInferred(grid: Grid, other: Grid): void {
  const isNear = (x: number, xs: readonly number[]) => xs.some((y) => Math.abs(x - y) <= SAME_EDGE)
  const drawn = grid.xs.filter((x) => !grid.inferred?.includes(x))
  const there = placedOn(grid, other, other.xs)
  for (const [i, to] of drawn.entries()) {
    const from = drawn[i - 1]
    if (from === undefined) continue
    const own = grid.xs.filter((x) => x > from && x < to)
    const theirs = there.filter((x) => x > from && x < to && !isNear(x, [from, to]))
    if (own.length === 0 || own.length !== theirs.length) continue
    const moved = (x: number) => (own.includes(x) ? theirs[own.indexOf(x)]! : x)
    grid.xs = grid.xs.map(moved)
    grid.inferred = grid.inferred?.map(moved)
  }
}

/** Parts of an area that is no rectangle, one below the other in the header, are one cell. */
function rejoinAreas(grid: Grid): void {
  if (grid.cells.every((c) => c.area === undefined)) return
  const data = dataFrom(grid) ?? grid.rows.length
  for (let again = true; again; ) {
    const pair = grid.cells.flatMap((upper) => {
      const lower = upper.area === undefined ? undefined : grid.cells.find((c) => isBelow(c, upper) && c.row < data)
      return lower ? [[upper, lower] as const] : []
    })[0]
    again = pair !== undefined
    if (!pair) continue
    const [upper, lower] = pair
    const glyphs = [...upper.glyphs, ...lower.glyphs]
    grid.cells = grid.cells.filter((c) => c !== lower)
    Object.assign(upper, {
      rowSpan: upper.rowSpan + lower.rowSpan,
      box: [upper.box[0], upper.box[1], upper.box[2], lower.box[3]],
      glyphs,
      text: blockText(glyphs),
    })
  }
}

function isBelow(lower: GridCell, upper: GridCell): boolean {
  return (
    lower.area === upper.area &&
    lower.row === upper.row + upper.rowSpan &&
    lower.col === upper.col &&
    lower.colSpan === upper.colSpan
  )
}
