/** A table of one line whose columns do not fit beside each other: 预算数 over all of them, its line, and below it 决算数 over the same. */
import { isFigure } from '../amount.ts'
import { sliceRows } from '../grid/pages/join.ts'
import { beginnings, type Grid } from '../grid/types.ts'
import type { Column, Row } from '../model.ts'
import { placeColumns, type Wording } from './columns/columns.ts'
import { findHeader, type Header, type HeaderVocabulary } from './columns/header.ts'
import type { PlacedColumn } from './columns/placed.ts'
import type { Years } from './columns/years.ts'
import type { TableTemplate } from './define.ts'

/** Rows under a header of their own. */
export interface Band {
  grid: Grid
  header: Header
  columns: readonly PlacedColumn[]
}

/** Columns that the template must know of a further header, so that it is none of the words in the lines. */
const KNOWN = 2

/** What stands below further headers, the first band as it is; that alone where there is no other. */
export function bandsOf(
  first: Band,
  template: TableTemplate,
  words: Wording,
  years: Years,
  knows: HeaderVocabulary,
): Band[] {
  if (template.rows.by !== 'unit') return [first]
  const bands: Band[] = []
  let { grid, header, columns } = first
  for (let row = header.rows + 1; row < grid.rows.length; row++) {
    if (!isBanner(grid, row) || !hasFigures(grid, header.rows, row)) continue
    const rest = sliceRows(grid, row, grid.rows.length)
    const further = findHeader(rest, knows)
    const placed = placeColumns(further.leaves, template, words, years)
    if (further.rows < KNOWN || !isOtherBand(placed, [...bands.flatMap((b) => b.columns), ...columns])) continue
    bands.push({ grid: sliceRows(grid, 0, row), header, columns })
    grid = rest
    header = further
    columns = placed
    row = further.rows
  }
  return [...bands, { grid, header, columns }]
}

/** One text over all columns. */
function isBanner(grid: Grid, row: number): boolean {
  const printed = (beginnings(grid)[row] ?? []).filter((c) => c.text.trim() !== '')
  return printed.length === 1 && printed[0]!.colSpan >= grid.xs.length - 1
}

function hasFigures({ cells }: Grid, from: number, to: number): boolean {
  return cells.some((c) => c.row >= from && c.row < to && isFigure(c.text))
}

/** Whether the columns are known ones with figures, and none of those above. */
function isOtherBand(placed: readonly PlacedColumn[], above: readonly PlacedColumn[]): boolean {
  const known = placed.filter((c) => c.role === 'value' && c.fit > 0)
  const taken = new Set(above.filter((c) => c.role === 'value').map((c) => c.id))
  return known.length >= KNOWN && known.some((c) => c.leaf.amounts > 0) && known.every((c) => !taken.has(c.id))
}

/** The lines of all bands as one, where each band has one line for the same; null where they are more. */
export function joinBands(
  read: readonly { rows: Row[]; columns: Column[] }[],
): { rows: Row[]; columns: Column[] } | null {
  const [first] = read
  const line = first?.rows[0]
  if (!line || read.some(({ rows }) => rows.length !== 1 || rows[0]!.key !== line.key)) return null
  const cells = Object.assign({}, ...read.map(({ rows }) => rows[0]!.cells))
  return { rows: [{ ...line, cells }], columns: read.flatMap(({ columns }) => columns) }
}
