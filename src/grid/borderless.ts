/**
 * Tables without (enough) rulings: columns from where the texts stand, rows from the lines that hold
 * amounts, codes or enumerated labels. Serves pages with no rulings, with horizontal ones only, with
 * a ruled header only (its edges are the hint), and pages that go on from another (its edges too).
 */
import { isWrittenAmount } from '../amount.ts'
import { around, blockText, toLines } from '../page/lines.ts'
import type { Glyph, Page } from '../page/types.ts'
import { isCaptionLine, isFurniture, isProse, isRestOfAmount, type Piece, type TextRow, toTextRow } from './pieces.ts'
import { sameHeader } from './repeated-header.ts'
import type { Grid, GridCell } from './types.ts'
import { dataBands, edgesOf, pairColumns } from './unruled-columns.ts'
import { extent, type HeadCell, headLevels, readHeader } from './unruled-header.ts'
import { dataRows, isRow } from './unruled-rows.ts'

/** Lines further apart than this many text heights do not belong to one table. */
const FAR = 5
/** An unruled table has at least this many lines of data, or … */
const LINES = 3
/** … this many amounts in one line below a header, … */
const AMOUNTS = 3
/** … or more than one, below a line of so many headers. */
const HEADS = 3
/** Lines closer than this share of the text size are lines of one cell: rows have space above and below. */
const WITHIN_CELL = 0.35
/** Header lines above the first line of data, at most. */
const HEADER_LINES = 9
/** `hint`: the grid that ends the page before, or one of this page whose rulings stop below its header. */
export function borderlessGrids(page: Page, ruled: readonly Grid[], before: Grid | null): Grid[] {
  const taken = new Set(ruled.flatMap((g) => g.cells.flatMap((c) => c.glyphs)))
  const rows = toLines(page.glyphs.filter((g) => !taken.has(g)))
    .map((line) => toTextRow(line))
    .filter((r, i, all) => !isFurniture(r) || isRestOfAmount(r, above(all, i)))
  const grids: Grid[] = []
  for (const run of tableRuns(rows, ruled, before)) {
    const isBelow = ruled.some((g) => g.box[3] <= run.rows[0]!.line.box[1] + 2)
    const hint = isBelow ? headAbove(run.rows, ruled) : before
    const grid = toGrid(run, page.number, hint)
    if (grid) grids.push(grid)
  }
  return grids
}

/** The line above and the one above that: those of a cell may stand around its row's own. */
function above(rows: readonly TextRow[], at: number): TextRow[] {
  return rows.slice(Math.max(0, at - 2), at)
}

interface Run {
  rows: TextRow[]
  /** How many of them, from the top, are header. */
  header: number
}

/** Stretches of lines that are tables: lines of data with those between them, and the header above. */
function tableRuns(rows: readonly TextRow[], ruled: readonly Grid[], before: Grid | null): Run[] {
  const runs: Run[] = []
  const together = (a: TextRow, b: TextRow) => near(a, b) && !isProse(a) && !isProse(b) && !divided(a, b, ruled)
  for (let i = 0; i < rows.length; ) {
    if (!rows[i]!.anchor || isProse(rows[i]!)) {
      i++
      continue
    }
    let end = i
    const goes = (k: number) => together(rows[k - 1]!, rows[k]!) || isTotalRow(rows[k]!)
    for (let k = i + 1; k < rows.length && goes(k) && !isCaptionLine(rows[k]!); k++)
      if (isRow(rows[k]!) || isRestOfAmount(rows[k]!, above(rows, k))) end = k
    let start = i
    while (
      start > 0 &&
      i - start < HEADER_LINES &&
      together(rows[start - 1]!, rows[start]!) &&
      !isCaptionLine(rows[start - 1]!)
    )
      start--
    // A title above the header is one piece in larger type, or the first of the run.
    while (start < i && isTitleLike(rows[start]!, rows.slice(start + 1, i))) start++
    const run = rows.slice(start, end + 1)
    const first = runs.length === 0 && rows.slice(0, start).every(isPageHeader) ? before : null
    const header = isContinued(run, first) ? 0 : headerLines(run, i - start)
    const data = run.slice(header)
    if (isTable(run, header) || goesOn(data, first) || standsUnder(data, headAbove(run, ruled)))
      runs.push({ rows: run, header })
    i = end + 1
  }
  return runs
}

/** What may stand above a table that goes on from the page before: no title, and no unit. */
function isPageHeader(row: TextRow): boolean {
  return row.pieces.length === 1 && !isTitleLike(row, []) && !isCaptionLine(row)
}

/** Whether everything on a page, from its first line on, stands in the columns of the page before: none of it is a header. */
function isContinued(run: readonly TextRow[], before: Grid | null): boolean {
  if (!before || before.ruled || sameHeader(run.slice(0, HEADER_LINES), before)) return false
  const pieces = run.flatMap((r) => r.pieces)
  const within = ({ box, glyphs }: Piece) =>
    !before.xs.some((x) => x > box[0] + glyphs[0]!.size && x < box[2] - glyphs[0]!.size)
  return pieces.every(within) && fits(pieces, before.xs)
}

/** The first line of a wrapped label stands above its code and amounts, and is no header. */
function headerLines(run: readonly TextRow[], lines: number): number {
  let count = lines
  const close = (upper: TextRow, lower: TextRow) =>
    lower.line.box[1] - upper.line.box[3] < WITHIN_CELL * lower.line.size && upper.pieces.length === 1
  while (count > 0 && close(run[count - 1]!, run[count]!)) count--
  return count
}

/** The ruled header that a run stands directly under. */
function headAbove(run: readonly TextRow[], ruled: readonly Grid[]): Grid | null {
  const { box, size } = run[0]!.line
  const above = ruled.filter((g) => g.box[3] <= box[1] + 2).at(-1)
  return above && box[1] - above.box[3] < FAR * size ? above : null
}

/** Few lines below a ruled header without any data are its data. */
function standsUnder(data: readonly TextRow[], above: Grid | null): boolean {
  if (!above || above.cells.some((c) => isWrittenAmount(c.text))) return false
  const pieces = data.flatMap((r) => toTextRow(r.line, above.xs).pieces)
  return fits(pieces, above.xs) || isListed(data, pieces, above.xs)
}

/** Lines of a form without a figure: each begins with a code or its number in the count, and stands in its column. */
function isListed(data: readonly TextRow[], pieces: readonly Piece[], xs: readonly number[]): boolean {
  return data.every((r) => r.anchor) && pieces.every((p) => isWithin(p, xs))
}

function near(a: TextRow, b: TextRow): boolean {
  return b.line.box[1] - a.line.box[3] < FAR * Math.min(a.line.size, b.line.size)
}

/** A total closes a table, also below lines that the form leaves empty. */
function isTotalRow({ pieces }: TextRow): boolean {
  return pieces.length > 1 && /[合总小]\s*计$/.test(pieces[0]!.text.trim()) && pieces.some((p) => p.amount)
}

function divided(a: TextRow, b: TextRow, grids: readonly Grid[]): boolean {
  return grids.some((g) => g.box[1] < b.line.box[1] && g.box[3] > a.line.box[3])
}

function isTitleLike(row: TextRow, below: readonly TextRow[]): boolean {
  if (row.pieces.length !== 1) return false
  const usual = below[0]?.line.size ?? row.line.size
  return row.line.size > 1.15 * usual || /表[)）]?$|公开\s*\d+\s*表|^表\s*\d+/.test(row.line.text.trim())
}

function isTable(run: readonly TextRow[], header: number): boolean {
  const data = run.slice(header)
  const amounts = data.map((r) => r.pieces.filter((p) => p.amount).length)
  if (!amounts.some((n) => n > 0)) return false
  const lines = data.filter((r) => r.pieces.length > 1).length
  const heads = Math.max(0, ...run.slice(0, header).map((r) => r.pieces.length))
  if (lines >= LINES || (heads > 1 && Math.max(...amounts) >= AMOUNTS)) return true
  return heads >= HEADS && amounts.some((n) => n > 1)
}

/** Few lines at the head of a page (the total alone) are the end of an unruled table on the page before. */
function goesOn(data: readonly TextRow[], before: Grid | null): boolean {
  if (!before || before.ruled) return false
  return fits(
    data.flatMap((r) => r.pieces),
    before.xs,
  )
}

function toGrid({ rows, header }: Run, page: number, hint: Grid | null): Grid | null {
  const [head, data] = headAndData(rows, header)
  const pieces = rows.flatMap((r) => r.pieces)
  if (header === 0) {
    const divided = hint ? data.map((r) => toTextRow(r.line, hint.xs)) : []
    const own = divided.flatMap((r) => r.pieces)
    if (!hint || !(fits(pieces, hint.xs) || (hint.ruled && isListed(data, own, hint.xs)))) return null
    return assemble([], dataRows(divided), hint.xs, page)
  }
  const numbers = head.filter(isOrdinalLine)
  const known = hint && !hint.ruled ? sameHeader(head, hint) : null
  if (hint && known) {
    const divided = [...known.below, ...data].map((r) => toTextRow(r.line, hint.xs))
    return assemble(known.levels, dataRows(divided), hint.xs, page)
  }
  // 栏次 show where columns are, but in the middle, where amounts of the same column need not stand.
  const { leaves, above } = readHeader(
    head.filter((r) => !isOrdinalLine(r)),
    [...dataBands(data), ...dataBands(numbers)],
  )
  // What stands above is no header: the name of the document, over a table that goes on.
  if (leaves.length < 2) return hint ? toGrid({ rows: data, header: 0 }, page, hint) : null
  const columns = pairColumns(dataBands(data), leaves)
  const xs = edgesOf(columns)
  const levels = headLevels(
    above,
    columns.map((c) => c.leaf),
    xs,
  )
  return assemble(
    levels.filter((l) => l.length > 0),
    [...numbers.map((r) => [r]), ...dataRows(data)],
    xs,
    page,
  )
}

/** 栏次: the numbers of the columns. */
function isOrdinalLine({ pieces }: TextRow): boolean {
  return (
    pieces.length > 1 &&
    pieces.every((p) => /^(\d{1,2}|栏次|\*+|[甲乙丙]|\d{1,2}[=＝][-+\d]+)$/.test(p.text.replace(/\s+/g, '')))
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

/** Whether every piece stands within one column of the hint. */
function fits(pieces: readonly Piece[], xs: readonly number[]): boolean {
  return pieces.some((p) => p.amount) && pieces.every((p) => !p.amount || isWithin(p, xs))
}

/** Whether a piece stands within one of the columns, but for a little. */
function isWithin({ box, glyphs }: Piece, xs: readonly number[]): boolean {
  const slack = glyphs[0]!.size * 0.6
  return xs.some((x, i) => i + 1 < xs.length && box[0] >= x - slack && box[2] <= xs[i + 1]! + slack)
}

function assemble(levels: readonly HeadCell[][], data: readonly TextRow[][], xs: number[], page: number): Grid {
  const count = xs.length - 1
  const grid: Grid = { pages: [page], box: [0, 0, 0, 0], xs, rows: [], cells: [], ruled: false }
  const put = (col: number, colSpan: number, glyphs: Glyph[], y0: number, y1: number) => {
    const cell: GridCell = {
      row: grid.rows.length,
      col,
      rowSpan: 1,
      colSpan,
      page,
      box: [xs[col]!, y0, xs[col + colSpan]!, y1],
      glyphs,
      text: blockText(glyphs),
    }
    grid.cells.push(cell)
  }
  for (const level of levels) {
    const [y0, y1] = [Math.min(...level.map((c) => c.y0)), Math.max(...level.map((c) => c.y1))]
    for (let col = 0; col < count; ) {
      const own = level.find((c) => c.col === col)
      put(col, own?.colSpan ?? 1, own?.glyphs ?? [], y0, y1)
      col += own?.colSpan ?? 1
    }
    grid.rows.push({ page, y0, y1 })
  }
  for (const group of data) {
    const { y0, y1 } = extent(group.flatMap((r) => r.line.glyphs))
    const pieces = group.flatMap((r) => r.pieces)
    const cols = pieces.map((p) => columnOf(xs, p))
    for (let col = 0; col < count; col++)
      put(
        col,
        1,
        pieces.flatMap((p, i) => (cols[i] === col ? p.glyphs : [])),
        y0,
        y1,
      )
    grid.rows.push({ page, y0, y1 })
  }
  grid.box = [xs[0]!, grid.rows[0]!.y0, xs.at(-1)!, grid.rows.at(-1)!.y1]
  return grid
}

/** The column a piece stands in: the one it overlaps most. */
function columnOf(xs: readonly number[], piece: Piece): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i + 1 < xs.length; i++) {
    const shared = Math.min(xs[i + 1]!, piece.box[2]) - Math.max(xs[i]!, piece.box[0])
    if (shared > most) [best, most] = [i, shared]
  }
  return best
}
