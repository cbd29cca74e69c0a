/**
 * Columns on the next page: a table too wide for its paper is printed in strips, as spreadsheets do, all its rows on a
 * page of their own for each. Its names stand on the first strip alone, or on each; the rows are at the same heights.
 */
import { isWrittenAmount } from '../../amount.ts'
import { dataFrom } from '../data.ts'
import { isTitleWord } from '../pieces.ts'
import { type Grid, type GridCell, isOpen, places } from '../types.ts'
import { EXPENDITURE, INCOME, NUMBERED } from '../words.ts'
import { overLeftOut, restsOfHeads } from './strip-heads.ts'

/** Edges of two strips are at one place but for so many points. */
const LEVEL = 1.5

const HAN = /\p{Script=Han}/u

/** Each strip that has been found, and the part whose further columns it holds. */
export type Strips = ReadonlyMap<Grid, Grid>

/** The part that a grid goes on beside; null if it is none's next strip. */
export function besideOf(parts: readonly Grid[], grid: Grid, found: Strips): Grid | null {
  const wholes = parts.filter((p) => !found.has(p)).map((part) => wholeOf(part, found))
  const [first] = wholes
  if (!first || !hasFigures(first.grid, grid)) return null
  const heads = headsOf(grid, 0, first.grid)
  // A page under the headers of the first one goes on below it.
  if (repeats(heads, headsOf(first.grid, 0, grid))) return null
  // Names again above a row of figures, in a row that has none here.
  const isHeadless = (part: Grid) => heads.every((text) => part.cells.some((c) => c.text === text))
  const isNext = (whole: Whole) =>
    (heads.length > 0 && isBeside(whole, grid)) ||
    (isCutAtLeft(grid) && sameRows(whole.grid, grid)) ||
    (isHeadless(whole.part) && isStripOf(whole, grid, first))
  return wholes.find(isNext)?.part ?? null
}

/** A part and its strips. */
interface Whole {
  part: Grid
  strips: Grid[]
  /** The part; with its strips where it has names alone, since they show where figures begin. */
  grid: Grid
}

function wholeOf(part: Grid, found: Strips): Whole {
  const strips = [...found].flatMap(([strip, own]) => (own === part ? [strip] : []))
  return { part, strips, grid: dataFrom(part) === null ? joinBeside([part, ...strips], found)[0]! : part }
}

/** Whether a header is open at the left side, which is drawn beside figures: it begins on the page before. */
function isCutAtLeft(grid: Grid): boolean {
  const from = dataFrom(grid) ?? 0
  const side = grid.cells.filter((c) => c.col === 0)
  return side.some((c) => c.row < from && isOpen(c, 'left')) && side.some((c) => c.row >= from && !isOpen(c, 'left'))
}

/** Without headers a page is the next strip of a part where the first part has one of such columns in that place. */
function isStripOf({ part, strips, grid: own }: Whole, grid: Grid, first: Whole): boolean {
  const like = first.strips[strips.length]
  if (part === first.part || !like || !sameEdges(like, grid) || !sameRows(own, grid)) return false
  return isOtherSide(first.grid, like) || areFurther(own, grid, [], namesAgain(own, grid))
}

/** Whether headers are those of another page again: 金额 alone may be what a further column is headed, too. */
function repeats(heads: readonly string[], own: readonly string[]): boolean {
  return heads.length > 0 && heads.length >= own.length && heads.every((text) => own.includes(text))
}

/** Whether one strip at least has figures, and the further one is blank where it has none: the first may hold names alone. */
function hasFigures(first: Grid, grid: Grid): boolean {
  if (dataFrom(grid) !== null) return true
  const from = dataRow(grid, first)
  return dataFrom(first) !== null && grid.cells.every((c) => c.row < from || c.text === '')
}

/** The first row of a figure or of a numbered name, which the first rows of a page may stand beside nothing with. */
function linesFrom(grid: Grid): number | null {
  const numbered = grid.cells.find((c) => NUMBERED.test(c.text))?.row ?? Number.POSITIVE_INFINITY
  const from = Math.min(dataFrom(grid) ?? Number.POSITIVE_INFINITY, numbered)
  return Number.isFinite(from) ? from : null
}

/** The first row of lines: of a strip that shows none, the row as high as that of another one. */
function dataRow(grid: Grid, other: Grid): number {
  const own = linesFrom(grid)
  const there = linesFrom(other)
  if (own !== null || there === null) return own ?? 0
  const top = other.rows[there]!.y0
  const row = grid.rows.findIndex(({ y0 }) => y0 > top - LEVEL)
  return row < 0 ? grid.rows.length : row
}

function isBeside({ grid: part, strips }: Whole, grid: Grid): boolean {
  if (!sameRows(part, grid)) return false
  const again = namesAgain(part, grid)
  const heads = headsOf(grid, again, part)
  if (!isOtherSide(part, grid) && !areFurther(part, grid, heads, again)) return false
  // A strip that has been found belongs to the first such part; this one is the next part's, or a third strip.
  return !strips.some((p) => sameEdges(p, grid) && headsOf(p, again, part).join() === heads.join())
}

/** Whether a grid has other columns than a part, below `heads`, and no names but the same again, in so many columns. */
function areFurther(part: Grid, grid: Grid, heads: readonly string[], again: number): boolean {
  const isOwn = haveOwnHeads(part, grid)
  const isNamed = namesOf(part, 0, grid).length > 0 || areBelowOneHead(part, grid) || isOwn
  if (!isNamed || namesOf(grid, again, part).length > 0) return false
  const own = headsOf(part, 0, grid)
  if (repeats(heads, own)) return false
  // Columns below one row of headers have names of their own: another unit's table, of the same lines, has those of the first one.
  const isSimple = dataFrom(part) === 1 && dataFrom(grid) === 1 && again > 0
  if (isSimple && heads.some((text) => own.includes(text))) return false
  const [simple, others] = [simpleHeadsOf(grid, again, part), simpleHeadsOf(part, again, grid)]
  return isOwn || simple.filter((text) => others.includes(text)).length < SAME_HEADS
}

/** So many headers of one column each, with nothing above them, stand twice in no table. */
const SAME_HEADS = 2

/** Headers that reach from the top of the header, below what stands over the whole width, to the figures. */
function simpleHeadsOf(grid: Grid, column: number, other: Grid): string[] {
  const from = dataRow(grid, other)
  const isOverAll = (row: number) => grid.cells.some((c) => c.row === row && c.colSpan === grid.xs.length - 1)
  const top = grid.rows.findIndex((_, row) => !isOverAll(row))
  const isSimple = (c: GridCell) => c.col >= column && c.colSpan === 1 && c.row === top && c.row + c.rowSpan === from
  return grid.cells.filter(isSimple).map((c) => c.text.replace(/\s+/g, ''))
}

/** Whether the columns of two strips without names stand below one header, over both, and none of the next row is on both. */
function areBelowOneHead(part: Grid, grid: Grid): boolean {
  const [own, others] = [textsIn(part, 0), textsIn(grid, 0)]
  if (own.length !== 1 || others.length !== 1 || own[0]!.text !== others[0]!.text) return false
  const texts = textsIn(part, 1).map((c) => c.text)
  return dataRow(grid, part) > 1 && !textsIn(grid, 1).some((c) => texts.includes(c.text))
}

/** Whether those of each stand below a header of its own, as columns of two years do. */
function haveOwnHeads(part: Grid, grid: Grid): boolean {
  const [own, others] = [textsIn(part, 0), textsIn(grid, 0)]
  if (own.length !== 1 || others.length !== 1 || own[0]!.text === others[0]!.text) return false
  const isHead = (cell: GridCell, of: Grid) => isOverAll(cell, of) && !isTitleWord(cell.text)
  return dataRow(part, grid) > 1 && isHead(own[0]!, part) && isHead(others[0]!, grid)
}

function textsIn(grid: Grid, row: number): GridCell[] {
  return grid.cells.filter((c) => c.row === row && c.text !== '')
}

function isOverAll(cell: GridCell, grid: Grid): boolean {
  return cell.colSpan === grid.xs.length - 1
}

/** Whether a part has the income of a summary alone, and the next page its expenditure, with names of its own. */
function isOtherSide(part: Grid, grid: Grid): boolean {
  return sideOf(part, grid) === INCOME && sideOf(grid, part) === EXPENDITURE
}

/** The side of a summary that all columns are of, as its headers say; of headers that are cut, as its names do. */
function sideOf(grid: Grid, other: Grid): RegExp | undefined {
  const sideIn = (texts: readonly string[]) => {
    const [side, ...more] = [INCOME, EXPENDITURE].filter((words) => texts.some((text) => words.test(text)))
    return more.length === 0 ? side : undefined
  }
  return sideIn(headsOf(grid, 0, other)) ?? sideIn(namesOf(grid, 0, other).map((c) => c.text))
}

/** What stands above the figures, in columns from one on; 行　次 over the width of its cell is 行次. */
function headsOf(grid: Grid, column: number, other: Grid): string[] {
  const from = dataRow(grid, other)
  const heads = grid.cells.filter((c) => c.row < from && c.col + c.colSpan > column && c.text !== '')
  return heads.map((c) => c.text.replace(/\s+/g, ''))
}

/** The parts without the strips among them, and these put to theirs. */
export function joinBeside(parts: readonly Grid[], strips: Strips): Grid[] {
  const whole = new Map<Grid, Grid>()
  for (const part of parts) {
    const first = strips.get(part)
    const own = first && whole.get(first)
    if (first && own) whole.set(first, beside(own, part, namesAgain(first, part)))
    else whole.set(part, part)
  }
  return [...whole.values()]
}

/** Words in the rows of figures from a column on, but for remarks at the end of these; `other` has as high rows. */
function namesOf(grid: Grid, column: number, other: Grid): GridCell[] {
  // Beside names alone there are none.
  const last = dataFrom(grid) === null ? grid.xs.length : grid.xs.length - 2
  const first = (own: Grid, beside: Grid) => own.rows[dataRow(own, beside)]?.y0 ?? Number.POSITIVE_INFINITY
  const top = Math.min(first(grid, other), first(other, grid)) - LEVEL
  const isName = ({ text }: GridCell) => HAN.test(text) && !isWrittenAmount(text)
  const isBelow = (c: GridCell) => grid.rows[c.row]!.y0 >= top
  return grid.cells.filter((c) => isBelow(c) && c.col >= column && (c.col < last || last === column) && isName(c))
}

/** How many columns of a strip, the first ones, say the same in each row as those of the first strip: its names again. */
function namesAgain(first: Grid, grid: Grid): number {
  const count = grid.rows.length - dataRow(grid, first)
  const [own, again] = [first, grid].map((g) => places(g).slice(-count))
  const width = Math.min(first.xs.length, grid.xs.length) - 1
  let columns = 0
  while (columns < width && areLevel(first.xs[columns]! - first.xs[0]!, grid.xs[columns]! - grid.xs[0]!)) {
    if (!own!.every((row, r) => row[columns]?.text === again![r]![columns]?.text)) break
    columns++
  }
  // Of a table that is printed twice nothing is left.
  return columns === grid.xs.length - 1 ? 0 : columns
}

/** Whether the rows of figures are the same, on two pages; headers may have more rows on one of them. */
function sameRows(a: Grid, b: Grid): boolean {
  if (a === b || a.pages.at(-1) === b.pages[0]) return false
  const [from, others] = [dataRow(a, b), dataRow(b, a)]
  const count = Math.min(a.rows.length - from, b.rows.length - others)
  // A part of a header that is blank, as that of a group over the second strip, may have been left out of one of them.
  const begins = (of: Grid, other: Grid) =>
    other.rows
      .slice(0, -count)
      .concat(other.rows[0]!)
      .some((r) => areLevel(r.y0, of.rows[0]!.y0))
  // So may blank rows at the top of a page without headers.
  if (count < 1 || !(begins(b, a) || begins(a, b) || others === 0)) return false
  const own = [a, b].map(({ rows }) => rows.slice(-count))
  return own[0]!.every(({ y0, y1 }, r) => areLevel(y0, own[1]![r]!.y0) && areLevel(y1, own[1]![r]!.y1))
}

function areLevel(a: number, b: number): boolean {
  return Math.abs(a - b) <= LEVEL
}

/** Whether two strips have the same columns, as those of rows further down do. */
function sameEdges(a: Grid, b: Grid): boolean {
  return a.xs.length === b.xs.length && a.xs.every((x, i) => areLevel(x, b.xs[i]!))
}

/** One grid of two strips, the second without its first columns: cells keep the places where they are printed. */
function beside(left: Grid, right: Grid, without: number): Grid {
  const width = left.xs.length - 1
  const shift = left.xs.at(-1)! - right.xs[without]!
  const ys = edgesOf(left, right)
  const own = inRows(left, ys)
  const others = inRows(right, ys).flatMap((c) => withoutColumns(c, without))
  const first = left.rows[dataRow(left, right)]
  const data = first ? ys.findIndex((y) => areLevel(y, first.y0)) : ys.length - 1
  const at = { width, data, further: right.xs.length - 1 - without }
  const rest = restsOfHeads(own, others, at)
  const begun = new Set(rest.values())
  return {
    ...left,
    pages: [...new Set([...left.pages, ...right.pages])].sort((a, b) => a - b),
    xs: [...left.xs, ...right.xs.slice(without + 1).map((x) => x + shift)],
    rows: ys.slice(1).map((y1, r) => ({ page: left.pages[0]!, y0: ys[r]!, y1 })),
    cells: [
      ...own.filter((c) => !begun.has(c)).map((c) => overLeftOut(c, own, others, at)),
      ...others.map((c) => {
        const head = rest.get(c)
        const text = head && head.text !== c.text ? head.text + c.text : c.text
        return { ...c, text, col: head?.col ?? c.col + width, colSpan: c.colSpan + (head?.colSpan ?? 0) }
      }),
    ],
    ruled: left.ruled && right.ruled,
  }
}

/** The edges of the rows of both. */
function edgesOf(...grids: readonly Grid[]): number[] {
  const ys: number[] = []
  for (const y of grids.flatMap(({ rows }) => [rows[0]!.y0, ...rows.map((r) => r.y1)]))
    if (!ys.some((known) => areLevel(known, y))) ys.push(y)
  return ys.sort((a, b) => a - b)
}

/** The cells of a grid over the rows between such edges. */
function inRows({ cells, rows }: Grid, ys: readonly number[]): GridCell[] {
  const at = (y: number) => ys.findIndex((known) => areLevel(known, y))
  return cells.map((c) => {
    const row = at(rows[c.row]!.y0)
    return { ...c, row, rowSpan: at(rows[c.row + c.rowSpan - 1]!.y1) - row }
  })
}

/** What is left of a cell without the first columns of its grid. */
function withoutColumns(cell: GridCell, count: number): GridCell[] {
  const [col, end] = [Math.max(cell.col, count), cell.col + cell.colSpan]
  return end <= count ? [] : [{ ...cell, col: col - count, colSpan: end - col }]
}
