/**
 * Pages of one unruled table that print its header again show its columns together: the first may hold too few lines
 * to tell them, and is divided again once a further page shows more.
 */
import { blockText } from '../../page/lines.ts'
import { isOrdinalLine, type TextRow, toTextRow } from '../pieces.ts'
import type { Grid } from '../types.ts'
import { alignedRows } from './aligned.ts'
import { assemble } from './assemble.ts'
import { type Block, type DataBand, overlaps, type UnruledColumn } from './bands.ts'
import { cellTexts } from './cell-texts.ts'
import { dividedCodes, withJoinedCodes } from './code-parts.ts'
import { edgesOf, isForeign, pairColumns, pairCost } from './columns.ts'
import { drawnColumns } from './drawn-cells.ts'
import { headLevels, readHeader } from './header.ts'
import { layRows } from './lay.ts'
import { lineStep } from './leading.ts'
import type { OnPage } from './rows.ts'
import { withSigns } from './signs.ts'
import type { Laid } from './spanning.ts'
import type { HeadCell } from './spread.ts'
import { dataBands, union, withAlternating } from './stretches.ts'

/** Share of its size that a text may reach out of its column. */
const SLACK = 0.6

/** What stands on one page. */
interface Part extends OnPage {
  page: number
  head: readonly TextRow[]
  data: readonly TextRow[]
}

interface Columns {
  columns: readonly UnruledColumn[]
  xs: number[]
  /** The texts that head several columns. */
  above: readonly Block[]
  /** Whether borders of cells show where they are. */
  areDrawn?: boolean
}

/** What a grid was made of, with the data of all pages of its table so far. */
interface Made {
  part: Part
  columns: Columns
  bands: readonly DataBand[]
  /** The grid of the page before, below the same header. */
  before: Grid | null
}

const made = new WeakMap<Grid, Made>()

/** Give or take so many points, columns of two pages are the same. */
const SAME_PLACE = 2

/** Whether borders of cells, on a page and the one before, show other columns there than here. */
export function areOtherColumns(before: Grid, joints: readonly number[]): boolean {
  const areDrawn = made.get(before)?.columns.areDrawn ?? false
  return areDrawn && joints.some((x) => !before.xs.some((edge) => Math.abs(edge - x) <= SAME_PLACE))
}

/** The first page of a table; null if its header heads no columns. */
export function begun(part: Part): Grid | null {
  const bands = dataBands(part.data)
  const columns = readColumns(part, bands)
  if (!columns) return null
  const grid = fill(part, columns, columns.areDrawn ? dividedAt(part.data, columns.xs) : part.data)
  made.set(grid, { part, columns, bands, before: null })
  return grid
}

/** A page that prints the header of the one before again, whose `levels` these are: it has the same columns. */
export function goingOn(part: Part, levels: readonly HeadCell[][], hint: Grid): Grid {
  const last = made.get(hint)
  const divided = dividedAt(part.data, hint.xs)
  // Texts of two columns that nearly touch are parted by the edges that the page before shows.
  const parted = dataBands(divided)
  const own = last && misfits(last.columns, parted) ? dataBands(part.data) : parted
  if (last && misfits(last.columns, own)) {
    const grid = dividedAgain(part, union(last.bands, own), hint)
    if (grid) return grid
  }
  const grid = assemble(levels, behind(numbersOf(part), layRows(divided, hint.xs, part)), hint.xs, part.page)
  if (last) {
    const bands = union(last.bands, own)
    made.set(grid, {
      part,
      columns: last.columns,
      bands: misfits(last.columns, bands) ? last.bands : bands,
      before: hint,
    })
  }
  return grid
}

/** Divides a page and those before it at the columns that the data of all of them show; null if they show none. */
function dividedAgain(part: Part, bands: readonly DataBand[], hint: Grid): Grid | null {
  const columns = readColumns(part, bands)
  if (!columns || misfits(columns, bands)) return null
  for (let grid: Grid | null = hint; grid; ) {
    const last = made.get(grid)
    const again = last ? readColumns(last.part, bands) : null
    if (!last || !again) break
    Object.assign(grid, fill(last.part, again, dividedAt(last.part.data, again.xs)))
    made.set(grid, { ...last, columns: again, bands })
    grid = last.before
  }
  const grid = fill(part, columns, dividedAt(part.data, columns.xs))
  made.set(grid, { part, columns, bands, before: hint })
  return grid
}

/** The columns that a header and data show; amounts that end at several places are of one column if the header says so. */
function readColumns(part: Part, data: readonly DataBand[]): Columns | null {
  const drawn = drawnColumns(part)
  if (drawn) return { ...drawn, areDrawn: true }
  const joined = [withAlternating, withJoinedCodes].map((join) => join(data, part.data))
  const ways = [data, ...joined.filter((bands) => bands.length < data.length)].flatMap((b) => pairedWith(part, b) ?? [])
  return ways.toSorted((a, b) => a.cost - b.cost)[0] ?? null
}

function pairedWith(
  { head, data: rows, rulings }: Part,
  data: readonly DataBand[],
): (Columns & { cost: number }) | null {
  // 栏次 show where columns are, but in the middle, where amounts of the same column need not stand.
  const numbers = dataBands(head.filter(isOrdinalLine))
  const header = head.filter((r) => !isOrdinalLine(r))
  const { leaves, above } = readHeader(header, { data, numbers, rulings, step: lineStep(rows, cellTexts(rows)) })
  if (leaves.length < 2) return null
  const columns = dividedCodes(withSigns(pairColumns(data, leaves), rows))
  return { columns, xs: edgesOf(columns), above, cost: pairCost(data, leaves) }
}

function fill(part: Part, { columns, xs, above }: Columns, rows: readonly TextRow[]): Grid {
  const levels = headLevels(above, columns, xs, part.rulings).filter((l) => l.length > 0)
  return assemble(levels, behind(numbersOf(part), layRows(rows, xs, part)), xs, part.page)
}

/** The lines of 栏次, each a row. */
function numbersOf({ head }: Part): TextRow[][] {
  return head.filter(isOrdinalLine).map((r) => [r])
}

/** Rows with others above them. */
function behind(above: readonly TextRow[][], { rows, spans }: Laid): Laid {
  const moved = spans.map((s) => ({ ...s, from: s.from + above.length, to: s.to + above.length }))
  return { rows: [...above, ...rows], spans: moved }
}

function dividedAt(rows: readonly TextRow[], xs: readonly number[]): TextRow[] {
  return alignedRows(rows.map((r) => toTextRow(r.line, xs)))
}

/** Whether data stand over an edge of the columns, or below a header that cannot be theirs. */
function misfits({ columns, xs }: Columns, bands: readonly DataBand[]): boolean {
  return bands.some((band) => {
    const at = columns.findIndex((_, i) => overlaps(band, { x0: xs[i]!, x1: xs[i + 1]! }))
    const leaf = columns[at]?.leaf
    const slack = SLACK * (leaf?.size ?? 0)
    const inner = columns.findIndex((_, i) => band.x0 >= xs[i]! - slack && band.x1 <= xs[i + 1]! + slack)
    const header = columns[inner]?.leaf
    return inner < 0 || (header !== undefined && isForeign(blockText(header.glyphs).replace(/\s+/g, ''), band))
  })
}
