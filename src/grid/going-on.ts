/** Rulings left out of a table that goes on over a page end: what one of its pages shows holds for the others. */
import { isWrittenAmount } from '../amount.ts'
import { blockText } from '../page/lines.ts'
import { dataFrom, sameColumns } from './join.ts'
import { divideKnown, divideLeftOut } from './left-out.ts'
import { beginnings, type Grid, type GridCell } from './types.ts'

/** 行次: a row of data, too. */
const LINE_NUMBER = /^\d{1,3}$/

/** Rulings of one table that some of its pages lack are few. */
const LACKING = 2

/** Points that an edge may stand elsewhere on another page. */
const SAME_EDGE = 2

/** Parts the cells of a ruled grid where rulings are left out, and those of the page before that it shows to be two. */
export function completeColumns(grid: Grid, before: Grid | null): void {
  const last = before?.ruled && lacksFew(before, grid) ? before : null
  const mayLack = last !== null && (last.xs.length !== grid.xs.length || last.inferred !== undefined)
  const head = mayLack ? headRows(grid, last) : 0
  divideLeftOut(grid, mayLack && goesOn(grid, head) ? last.xs : [], head)
  rejoinAreas(grid)
  if (!last || !grid.inferred) return
  const again = headRows(grid, last)
  if (!goesOn(grid, again)) return
  for (const x of grid.inferred) if (last.xs.length < grid.xs.length && !hasEdge(last, x)) divideKnown(last, x, again)
  rejoinAreas(last)
  alignInferred(grid, last)
}

function lacksFew(before: Grid, grid: Grid): boolean {
  const ruled = { ...before, xs: before.xs.filter((x) => !before.inferred?.includes(x)) }
  return [before, ruled].some((b) => sameColumns(b, grid)) && Math.abs(before.xs.length - grid.xs.length) <= LACKING
}

/** The header is printed again, or not at all. */
function goesOn(grid: Grid, head: number): boolean {
  if (head > 0) return true
  const own = grid.cells.filter((c) => c.row === 0 && c.text !== '')
  return own.some(({ text }) => isWrittenAmount(text) || LINE_NUMBER.test(text.trim()))
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

/** Where texts alone show an edge it stands elsewhere on every page: it is put where the page before has it. */
function alignInferred(grid: Grid, before: Grid): void {
  const between = ({ xs, inferred = [] }: Grid, from: number, to: number) =>
    xs.filter((x) => inferred.includes(x) && x > from && x < to)
  const drawn = grid.xs.filter((x) => !grid.inferred?.includes(x))
  for (const [i, to] of drawn.entries()) {
    const from = drawn[i - 1]
    if (from === undefined) continue
    const [own, other] = [between(grid, from, to), between(before, from, to)]
    if (own.length === 0 || own.length !== other.length) continue
    const moved = (x: number) => (own.includes(x) ? other[own.indexOf(x)]! : x)
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
