/**
 * Tables without (enough) rulings: columns from where the texts stand, rows from the lines that hold
 * amounts, codes or enumerated labels. Serves pages with no rulings, with horizontal ones only, with
 * a ruled header only (its edges are the hint), and pages that go on from another (its edges too).
 */
import { around, blockText, toLines } from '../../page/lines.ts'
import type { Page } from '../../page/types.ts'
import { byColumn, cellAt, fits } from '../columns.ts'
import type { Edge } from '../edges.ts'
import { freeRulings } from '../horizontal.ts'
import { isFurniture, isOrdinalLine, isRestOfAmount, type Piece, type TextRow, toTextRow } from '../pieces.ts'
import { sameHeader } from '../repeated-header.ts'
import { type Grid, type GridCell, glyphsOf } from '../types.ts'
import { alignedRows } from './aligned.ts'
import { dataBands, edgesOf, pairColumns } from './columns.ts'
import { extent, type HeadCell, headLevels, readHeader } from './header.ts'
import { dataRows } from './rows.ts'
import { headAbove, isListed, type Run, tableRuns } from './runs.ts'

/** `hint`: the grid that ends the page before, or one of this page whose rulings stop below its header. */
export function borderlessGrids(page: Page, ruled: readonly Grid[], before: Grid | null): Grid[] {
  const taken = glyphsOf(ruled)
  const rows = toLines(page.glyphs.filter((g) => !taken.has(g)))
    .map((line) => toTextRow(line))
    .filter((r, i, all) => !isFurniture(r) || isRestOfAmount(all, i))
  const rulings = freeRulings(page, ruled)
  const grids: Grid[] = []
  for (const run of tableRuns(rows, { ruled, before, rulings })) {
    const isBelow = ruled.some((g) => g.box[3] <= run.rows[0]!.line.box[1] + 2)
    const hint = isBelow ? headAbove(run.rows, ruled) : before
    const grid = toGrid(run, { page: page.number, rulings, hint })
    if (grid) grids.push(grid)
  }
  return grids
}

interface Place {
  page: number
  rulings: readonly Edge[]
  hint: Grid | null
}

function toGrid({ rows, header }: Run, place: Place): Grid | null {
  const { page, rulings, hint } = place
  const [head, lines] = headAndData(rows, header)
  const data = alignedRows(lines)
  const pieces = rows.flatMap((r) => r.pieces)
  if (header === 0) {
    const divided = hint ? data.map((r) => toTextRow(r.line, hint.xs)) : []
    const own = divided.flatMap((r) => r.pieces)
    if (!hint || !(fits(pieces, hint.xs) || (hint.ruled && isListed(data, own, hint.xs)))) return null
    return assemble([], dataRows(divided, rulings), hint.xs, page)
  }
  const numbers = head.filter(isOrdinalLine)
  const known = hint && !hint.ruled ? sameHeader(head, hint) : null
  if (hint && known) {
    const divided = [...known.below, ...data].map((r) => toTextRow(r.line, hint.xs))
    return assemble(known.levels, dataRows(divided, rulings), hint.xs, page)
  }
  // 栏次 show where columns are, but in the middle, where amounts of the same column need not stand.
  const { leaves, above } = readHeader(
    head.filter((r) => !isOrdinalLine(r)),
    { data: dataBands(data), numbers: dataBands(numbers) },
    rulings,
  )
  // What stands above is no header: the name of the document, over a table that goes on.
  if (leaves.length < 2) return hint ? toGrid({ rows: data, header: 0 }, place) : null
  const columns = pairColumns(dataBands(data), leaves)
  const xs = edgesOf(columns)
  const levels = headLevels(
    above,
    columns.map((c) => c.leaf),
    xs,
  )
  return assemble(
    levels.filter((l) => l.length > 0),
    [...numbers.map((r) => [r]), ...dataRows(data, rulings)],
    xs,
    page,
  )
}

/** 类, 款 and 项 may be as high as the header's last line and the total below it: they are none of the total. */
function headAndData(rows: readonly TextRow[], header: number): [TextRow[], TextRow[]] {
  const [head, data] = [rows.slice(0, header), rows.slice(header)]
  const [first] = data
  const parts = first?.pieces.filter((p) => /^[类款项]$/.test(p.text.trim())) ?? []
  if (!first || parts.length < 2 || parts.length === first.pieces.length) return [head, data]
  const rowOf = (pieces: readonly Piece[]) => {
    const glyphs = pieces.flatMap((p) => p.glyphs)
    return toTextRow({ ...first.line, glyphs, box: around(glyphs), text: blockText(glyphs) })
  }
  const rest = first.pieces.filter((p) => !parts.includes(p))
  return [
    [...head, rowOf(parts)],
    [rowOf(rest), ...data.slice(1)],
  ]
}

function assemble(levels: readonly HeadCell[][], data: readonly TextRow[][], xs: number[], page: number): Grid {
  const grid: Grid = { pages: [page], box: [0, 0, 0, 0], xs, rows: [], cells: [], ruled: false }
  putHeader(grid, levels, page)
  for (const group of data) {
    const { y0, y1 } = extent(group.flatMap((r) => r.line.glyphs))
    const pieces = group.flatMap((r) => r.pieces)
    const own = byColumn(pieces, xs)
    const row = grid.rows.length
    for (let col = 0; col < xs.length - 1; ) {
      const { end, glyphs } = cellAt(own, col, xs)
      grid.cells.push(toCell(grid, { row, rowSpan: 1, col, colSpan: end - col, glyphs, y0, y1 }, page))
      col = end
    }
    grid.rows.push({ page, y0, y1 })
  }
  grid.box = [xs[0]!, grid.rows[0]!.y0, xs.at(-1)!, grid.rows.at(-1)!.y1]
  return grid
}

/** A column's own header reaches up to the header above it, or to the top where there is none. */
function putHeader(grid: Grid, levels: readonly HeadCell[][], page: number): void {
  const count = grid.xs.length - 1
  const heads = levels.map((level) => (col: number) => level.find((c) => c.col <= col && col < c.col + c.colSpan))
  const bottom = levels.length - 1
  const isAboveOwn = (row: number, col: number) =>
    heads[bottom]!(col) !== undefined && heads.slice(row, bottom).every((head) => head(col) === undefined)
  for (const [row, level] of levels.entries()) {
    const [y0, y1] = [Math.min(...level.map((c) => c.y0)), Math.max(...level.map((c) => c.y1))]
    for (let col = 0; col < count; ) {
      const own = heads[row]!(col)
      const { colSpan, glyphs } = own ?? { colSpan: 1, glyphs: [] }
      let top = row
      if (row === bottom) while (top > 0 && own && colSpan === 1 && isAboveOwn(top - 1, col)) top--
      if (own || !isAboveOwn(row, col))
        grid.cells.push(toCell(grid, { row: top, rowSpan: row - top + 1, col, colSpan, glyphs, y0, y1 }, page))
      col += colSpan
    }
    grid.rows.push({ page, y0, y1 })
  }
}

type Placed = HeadCell & Pick<GridCell, 'row' | 'rowSpan'>

function toCell({ xs }: Grid, { row, rowSpan, col, colSpan, glyphs, y0, y1 }: Placed, page: number): GridCell {
  const box = [xs[col]!, y0, xs[col + colSpan]!, y1] as const
  return { row, col, rowSpan, colSpan, page, box, glyphs, text: blockText(glyphs) }
}
