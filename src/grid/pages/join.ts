/** Joins the pieces of a table that goes on over page ends into one grid. */
import { distance } from 'fastest-levenshtein'
import { isFigure, isWrittenAmount } from '../../amount.ts'
import { medianSize } from '../../page/sizes.ts'
import { CORNER } from '../cells/corners.ts'
import { joinBlankColumns } from '../columns/blank-columns.ts'
import { dataFrom, headerEnd } from '../data.ts'
import { type Grid, type GridCell, type GridRow, places } from '../types.ts'
import { mendCutHeader } from './cut-header.ts'
import { mendCutRows } from './cut-row.ts'

/** Edges of two pages' pieces match if they differ by no more than this share of the table's width. */
const SAME_EDGE = 0.012

/** A table of other columns than the page before has is as wide as it within this share; pages that are scaled keep the columns. */
const AS_WIDE = 0.05

/** Edges of one column, which say nothing of others. */
const ONE_COLUMN = 2

/** So many rows at the end of a table, of a note or a total, may be one cell each; more are another table's. */
const OVER_ALL = 2

/** Column edges as shares of the width, 0–1. */
function shares(grid: Grid): number[] {
  const [x0] = [grid.xs[0]!]
  const width = widthOf(grid)
  return grid.xs.map((x) => (x - x0) / width)
}

function widthOf({ xs }: Grid): number {
  return xs.at(-1)! - xs[0]!
}

/**
 * Whether `next` can be the continuation of `last`: the edges of the one with fewer columns are
 * all edges of the other (a last row alone may have merged cells), and they stand at the same
 * place of the page or, where pages are turned or scaled, at the same share of the width.
 */
export function sameColumns(last: Grid, next: Grid): boolean {
  const [a, b] = [shares(last), shares(next)]
  const scale = widthOf(next) / widthOf(last)
  const isScaled = a.length === b.length && a.length > ONE_COLUMN && areScaled(last, next, scale)
  if (Math.abs(scale - 1) > AS_WIDE && !isScaled) return false
  if (b.length === ONE_COLUMN && a.length > ONE_COLUMN && next.rows.length > OVER_ALL) return false
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.every((x) => many.some((y) => Math.abs(x - y) <= SAME_EDGE))
}

/** Whether letters differ in size as the widths do, or may: without rulings columns are only as wide as what stands in them. */
function areScaled(last: Grid, next: Grid, scale: number): boolean {
  const [own, other] = [last, next].map((grid) => grid.cells.flatMap((c) => c.glyphs))
  if (!last.ruled || !next.ruled || own!.length === 0 || other!.length === 0) return true
  return Math.abs(medianSize(other!) / medianSize(own!) / scale - 1) <= SAME_SCALE
}

/** Sizes of letters are rounded. */
const SAME_SCALE = 0.15

/** Where the edges differ, as in tables made by hand page by page, so many rows of the header printed again show the same columns. */
const HEADER_AGAIN = 2

/** Whether `next` can go on from the table that begins with `first` and ends with `last`. */
export function hasSameColumns(first: Grid, last: Grid, next: Grid): boolean {
  return sameColumns(last, next) ? !hasOtherHeader(first, last, next) : repeatsHeader(first, next)
}

export function repeatsHeader(first: Grid, next: Grid): boolean {
  if (!first.ruled || !next.ruled || first.xs.length !== next.xs.length) return false
  return repeatedRows(first, next) >= Math.min(HEADER_AGAIN, headerEnd(first) ?? first.rows.length)
}

/** For each part its column edges, as shares of the width that the first has. */
function sharesOf(parts: readonly Grid[]): number[][] {
  const out: number[][] = []
  for (const [i, part] of parts.entries()) {
    const [first, before] = [parts[0]!, parts[i - 1]]
    if (!before || sameColumns(first, part)) out.push(shares(part))
    else if (repeatsHeader(first, part)) out.push(shares(first))
    // Below a header printed again with other widths.
    else out.push(sameColumns(before, part) && before.xs.length === part.xs.length ? out[i - 1]! : shares(part))
  }
  return out
}

/** So many headers of its own, and none that the table has, show that a page goes on with other columns. */
const OTHER_HEADS = 2

/**
 * Whether `next` stands below other headers: a program that parts a wide table between pages prints its further
 * columns on the next one, and as many of them may be as wide.
 */
function hasOtherHeader(first: Grid, last: Grid, next: Grid): boolean {
  const data = dataFrom(next)
  if (data === 0 || data === null) return false
  const place = (grid: Grid, c: GridCell) => {
    const [x0, width] = [grid.xs[0]!, grid.xs.at(-1)! - grid.xs[0]!]
    return [(c.box[0] - x0) / width, (c.box[2] - x0) / width] as const
  }
  const figures = last.cells.filter((c) => isWrittenAmount(c.text)).map((c) => place(last, c))
  const isOverFigures = (c: GridCell) => {
    const [x0, x1] = place(next, c)
    return figures.some(([f0, f1]) => f0 < (x0 + x1) / 2 && (x0 + x1) / 2 < f1)
  }
  const isHead = ({ text }: GridCell) => /\p{Script=Han}/u.test(text) && !isFigure(text)
  const headsOf = (grid: Grid, end: number) => grid.cells.filter((c) => c.row < end && isHead(c))
  const own = headsOf(next, data).filter(isOverFigures)
  // A header that a page end cuts stands on two pages.
  const above = [first, last].flatMap((grid) => headsOf(grid, dataFrom(grid) ?? grid.rows.length))
  const known = new Set(above.map((c) => c.text.replace(/\s+/g, '')))
  return own.length >= OTHER_HEADS && !own.some((c) => known.has(c.text.replace(/\s+/g, '')))
}

/** One grid of several pieces; header rows that a piece repeats are dropped. Pieces are not changed. */
export function joinGrids(parts: readonly Grid[]): Grid {
  const first = parts[0]!
  if (parts.length === 1) return first
  const own = sharesOf(parts)
  const edges = unionEdges(own)
  const width = first.xs.at(-1)! - first.xs[0]!
  const rows: GridRow[] = []
  const cells: GridCell[] = []
  let leaf = 0
  for (const [i, part] of parts.entries()) {
    const skip = part === first ? 0 : repeatedRows(first, part)
    const column = own[i]!.map((x) => nearest(edges, x))
    completeHeader(cells, part, skip, column)
    for (const cell of part.cells) {
      if (cell.row + cell.rowSpan <= skip) continue
      const row = Math.max(cell.row, skip)
      const col = column[cell.col]!
      cells.push({
        ...cell,
        row: rows.length + row - skip,
        rowSpan: cell.row + cell.rowSpan - row,
        col,
        colSpan: column[cell.col + cell.colSpan]! - col,
      })
    }
    // Where the header is printed again another page begins, though it be further down on the same sheet.
    if (i > 0 && (skip > 0 || isElsewhere(parts[i - 1]!, part))) leaf++
    rows.push(...part.rows.slice(skip).map((row) => ({ ...row, leaf })))
  }
  const joined = {
    pages: [...new Set(parts.flatMap((p) => p.pages))].sort((a, b) => a - b),
    box: first.box,
    xs: edges.map((x) => first.xs[0]! + x * width),
    rows,
    cells,
    ruled: parts.every((p) => p.ruled),
  }
  joinBlankColumns(joined)
  mendCutHeader(joined, first.rows.length, dataFrom(joined))
  mendCutRows(joined)
  return joined
}

/** A word that the header of the first page lacks, from a page that prints it. */
function completeHeader(cells: readonly GridCell[], part: Grid, rows: number, column: readonly number[]): void {
  for (const again of part.cells) {
    if (again.row + again.rowSpan > rows || again.text === '') continue
    const own = cells.find((c) => c.row === again.row && c.col === column[again.col])
    if (own?.text === '') own.text = again.text
  }
}

/** Whether a part stands on another page than the one before it, or on another page of the same sheet: above it, or beside it. */
function isElsewhere(before: Grid, part: Grid): boolean {
  if (part.pages[0] !== before.pages.at(-1)) return true
  return part.rows[0]!.y0 < before.rows.at(-1)!.y0 || part.xs.at(-1)! <= before.xs[0]!
}

function unionEdges(parts: readonly number[][]): number[] {
  const edges: number[] = []
  for (const part of parts) for (const x of part) if (!edges.some((e) => Math.abs(e - x) <= SAME_EDGE)) edges.push(x)
  return edges.sort((a, b) => a - b)
}

function nearest(edges: readonly number[], x: number): number {
  let best = 0
  for (let i = 1; i < edges.length; i++) if (Math.abs(edges[i]! - x) < Math.abs(edges[best]! - x)) best = i
  return best
}

/** How many rows at the head of `part` repeat those at the head of `first`. */
function repeatedRows(first: Grid, part: Grid): number {
  const [a, b] = [rowTexts(first), rowTexts(part)]
  const [all, again] = [wholeTexts(first), wholeTexts(part)]
  const data = dataFrom(first) ?? 0
  // A header set wide may be cut on one of two pages alone: it is the same letter for letter.
  const isSame = (n: number) => n < data && all[n] !== '' && all[n] === again[n]
  let n = 0
  while (n < a.length && n < b.length && (isSame(n) || isRepeated(a[n]!, b[n]!, n < data))) n++
  return n
}

/** All that is printed in each row, a cell once. */
function wholeTexts(grid: Grid): string[] {
  return places(grid).map((row) => [...new Set(row)].map(headText).join(''))
}

/** What is printed in a cell; of a corner what heads the rows, for a page with narrower columns has no room for a slant. */
function headText(cell: GridCell | undefined): string {
  return (cell?.text.split(CORNER)[0] ?? '').replace(/\s+/g, '')
}

/** So many headers in their places show a row of headers, though another one is lost (a picture over it, a font). */
const HEADS_AGAIN = 2

/** Text for text; a header that one of two pages lacks, or a scan spoils, makes no line of data of the others. */
function isRepeated(own: readonly Text[], again: readonly Text[], isHeader: boolean): boolean {
  if (again.every(({ text }) => text === '') || own.length !== again.length) return false
  const isSame = ({ text }: Text, i: number) => text === again[i]!.text
  if (own.every(isSame)) return true
  const isOther = (head: Text, i: number) => head.text !== '' && again[i]!.text !== '' && !isSame(head, i)
  if (own.some((head, i) => isOther(head, i) && !(isHeader && isMisread(head, again[i]!)))) return false
  const same = own.filter((head, i) => head.text !== '' && isSame(head, i))
  return isHeader && new Set(same.map(({ text }) => text)).size >= HEADS_AGAIN
}

/** Whether two texts, one of them of a scan, may be the same header: most letters are, or all but one. A year tells two apart. */
function isMisread(own: Text, again: Text): boolean {
  if (!own.isRead && !again.isRead) return false
  const figures = ({ text }: Text) => text.replace(/\D+/g, '')
  const most = Math.max(1, Math.ceil(own.text.length / 2) - 1)
  return figures(own) === figures(again) && distance(own.text, again.text) <= most
}

/** What stands in a place, and whether a reader of scans says so. */
interface Text {
  text: string
  isRead: boolean
}

function rowTexts(grid: Grid): Text[][] {
  return places(grid).map((row) =>
    row.map((c) => ({
      text: headText(c),
      isRead: c?.glyphs.some((g) => g.confidence !== undefined) ?? false,
    })),
  )
}

/** The grid without some rows at its head, and its cells moved up. */
export function dropRows(grid: Grid, count: number): Grid {
  if (count === 0) return grid
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const end = cell.row + cell.rowSpan - count
    if (end <= 0) return []
    const row = Math.max(0, cell.row - count)
    return [{ ...cell, row, rowSpan: end - row }]
  })
  return { ...grid, rows: grid.rows.slice(count), cells }
}

/** Rows `from` (inclusive) to `to` (exclusive) as a grid of their own. */
export function sliceRows(grid: Grid, from: number, to: number): Grid {
  const head = dropRows(grid, from)
  const count = to - from
  return {
    ...head,
    rows: head.rows.slice(0, count),
    cells: head.cells.flatMap((c) => (c.row >= count ? [] : [{ ...c, rowSpan: Math.min(c.rowSpan, count - c.row) }])),
  }
}
