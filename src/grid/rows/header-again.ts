/**
 * A header that a ruled table prints again among its rows: the same texts at the same places, as far from each other as
 * in the header, and none of the rows.
 */
import { isWrittenAmount } from '../../amount.ts'
import { blockText, type Line } from '../../page/lines.ts'
import { toLevelLines } from '../pieces.ts'
import type { Grid, GridCell } from '../types.ts'

/** Texts of two headers are set alike, give or take so many points: browsers set them on whole ones. */
const SAME_PLACE = 1
/** So many texts are a header, be it printed again once. */
const HEADS = 3

interface CellLine {
  cell: GridCell
  line: Line
}

/** The header of a grid, or of the one that it may go on from. */
const headers = new WeakMap<Grid, CellLine[]>()

/** Takes such headers out of a grid, and the rows that they leave blank; whether there are some. `before`: what it may go on from. */
export function dropHeadersAgain(grid: Grid, before: Grid | null): boolean {
  const lines = linesOf(grid.cells)
  const figures = lines.filter(({ line }) => isWrittenAmount(line.text))
  const data = Math.min(grid.rows.length, ...figures.map(({ cell }) => cell.row))
  const head = headerOf(grid, data) ?? (before && isAsWide(before, grid) ? headers.get(before) : undefined)
  const [first] = head ?? []
  if (!head || !first) return false
  headers.set(grid, head)
  // What stands above all figures is the header itself, be it in a frame of its own.
  const top = Math.min(...figures.map(({ line }) => line.box[3]))
  const below = lines.filter(({ line }) => line.box[1] >= top)
  const copies = below
    .filter((own) => isSame(first.line, own.line))
    .flatMap((own) => copyOf(head, below, own.line.box[1] - first.line.box[1]) ?? [])
    .filter((copy) => !isOfAnotherPart(copy, head, grid))
  const taken = new Set(copies.flatMap((copy) => copy.flatMap(({ line }) => line.glyphs)))
  if (taken.size === 0) return false
  grid.again = [...(grid.again ?? []), ...taken]
  for (const cell of new Set(copies.flatMap((copy) => copy.map((c) => c.cell)))) {
    cell.glyphs = cell.glyphs.filter((g) => !taken.has(g))
    cell.text = blockText(cell.glyphs)
  }
  // From the last one up: those above keep their places.
  for (const copy of copies.toReversed()) dropBlankRows(grid, copy)
  return true
}

function headerOf(grid: Grid, data: number): CellLine[] | null {
  const isHead = (c: GridCell) => c.colSpan < grid.xs.length - 1 && c.text !== ''
  const head = linesOf(grid.cells.filter((c) => c.row + c.rowSpan <= data && isHead(c)))
  return head.length >= HEADS && head.every(({ line }) => /\p{Script=Han}/u.test(line.text)) ? head : null
}

function isAsWide({ xs }: Grid, other: Grid): boolean {
  return [0, -1].every((at) => Math.abs(xs.at(at)! - other.xs.at(at)!) < SAME_PLACE)
}

function linesOf(cells: readonly GridCell[]): CellLine[] {
  return cells.flatMap((cell) => toLevelLines(cell.glyphs).map((line) => ({ cell, line })))
}

function isSame(a: Line, b: Line): boolean {
  return a.text === b.text && Math.abs(a.box[0] - b.box[0]) < SAME_PLACE
}

/** The lines of the header so many points further down; null unless all of them stand there. */
function copyOf(head: readonly CellLine[], below: readonly CellLine[], by: number): CellLine[][] | null {
  const copy = head.flatMap(
    ({ line }) =>
      below.find((o) => isSame(line, o.line) && Math.abs(o.line.box[1] - line.box[1] - by) < SAME_PLACE) ?? [],
  )
  return copy.length === head.length ? [copy] : null
}

/** 决算数 over the same heads as 预算数: the text over the whole width says of what they are now. */
function isOfAnotherPart(copy: readonly CellLine[], head: readonly CellLine[], { cells, xs }: Grid): boolean {
  const partOf = (lines: readonly CellLine[]) => {
    // Nothing is known of what stands above that of the page before.
    if (!lines.every(({ cell }) => cells.includes(cell))) return ''
    const top = Math.min(...lines.map(({ cell }) => cell.row))
    return cells.find((c) => c.row + c.rowSpan === top && c.colSpan === xs.length - 1)?.text ?? ''
  }
  const [own, first] = [partOf(copy), partOf(head)]
  return own !== '' && first !== '' && own !== first
}

function dropBlankRows(grid: Grid, copy: readonly CellLine[]): void {
  const from = Math.min(...copy.map(({ cell }) => cell.row))
  const end = Math.max(...copy.map(({ cell }) => cell.row + cell.rowSpan))
  const own = grid.cells.filter((c) => c.row < end && c.row + c.rowSpan > from)
  if (!own.every((c) => c.text === '' && c.row >= from && c.row + c.rowSpan <= end)) return
  grid.rows.splice(from, end - from)
  grid.cells = grid.cells.flatMap((c) => {
    if (own.includes(c)) return []
    return c.row >= end ? [{ ...c, row: c.row - end + from }] : [c]
  })
}
