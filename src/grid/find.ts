/** All grids of a page, top to bottom: ruled ones, ruled headers with unruled lines below, and unruled tables. */
import { blockText, toLines } from '../page/lines.ts'
import { medianSize } from '../page/sizes.ts'
import type { Page } from '../page/types.ts'
import { nameCorners } from './cells/corners.ts'
import { joinBlankColumns } from './columns/blank-columns.ts'
import { divideLeftOut } from './columns/left-out.ts'
import { completeColumns } from './pages/going-on.ts'
import { sliceRows } from './pages/join.ts'
import { tablesOfFrame } from './pages/stacked.ts'
import { dropHeadersAgain } from './rows/header-again.ts'
import { takeOpenTotals } from './rows/open-rows.ts'
import { divideRows } from './rows/undivided-rows.ts'
import { withDrawnRulings } from './rulings/drawn-rulings.ts'
import { withoutPageLines } from './rulings/page-lines.ts'
import { ruledGrids } from './rulings/ruled.ts'
import { withoutUnderlines } from './rulings/underlines.ts'
import type { Grid, GridCell } from './types.ts'
import { borderlessGrids } from './unruled/borderless.ts'

/** `before` is the last grid of the page before: an unruled table may go on from it. */
export function findGrids(printed: Page, before: Grid | null = null): Grid[] {
  const page = withoutUnderlines(withoutPageLines(withDrawnRulings(printed)))
  const ruled = ruledGrids(page, before).map(withoutPageNumber).flatMap(tablesOfFrame)
  for (const [i, grid] of ruled.entries()) {
    // The first one alone may go on from the page before, others from the one right above.
    const last = i === 0 ? before : pieceAbove(grid, ruled, page)
    dropHeadersAgain(grid, last)
    const rows = grid.rows.length
    divideRows(grid, page.rulings)
    // Where no ruling parts it from the rows, the header is none of its own before.
    if (grid.rows.length > rows && dropHeadersAgain(grid, last)) divideRows(grid, page.rulings)
    nameCorners(grid)
    joinBlankColumns(grid)
    const columns = grid.cells.length
    completeColumns(grid, last)
    // Figures of two columns in one cell show no rows before they are parted.
    if (grid.cells.length > columns) divideRows(grid, page.rulings)
  }
  takeOpenTotals(page, ruled)
  const open = borderlessGrids(page, ruled, before)
  for (const grid of open) divideBelowHeader(grid, ruled)
  return [...ruled, ...open].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** The paper between two pieces of one table is lower than so many rows of its text. */
const PIECES_APART = 1

/** The grid right above that a grid goes on from: nothing stands between them, where no row of text would have room. */
function pieceAbove(grid: Grid, ruled: readonly Grid[], page: Page): Grid | null {
  const above = ruled.findLast((g) => g.box[3] <= grid.box[1] && g.box[0] < grid.box[2] && g.box[2] > grid.box[0])
  return above && grid.box[1] - above.box[3] < PIECES_APART * medianSize(page.glyphs) ? above : null
}

/** 第3页, 第3页共9页 */
const PAGE_NUMBER = /^第\d{1,4}页(共\d{1,4}页)?$/

/** Below a figure of the last row, or in a blank cell of it, where no ruling parts it from the page's number. */
function dropNumber(cell: GridCell, isAlone: boolean): void {
  const lines = toLines(cell.glyphs)
  const isPart = lines.length > 1 || !isAlone
  const below = isPart && PAGE_NUMBER.test(lines.at(-1)!.text.replace(/\s+/g, '')) ? lines.pop() : undefined
  if (below === undefined) return
  cell.glyphs = lines.flatMap((line) => line.glyphs)
  cell.text = blockText(cell.glyphs)
}

/** 第3页 in a row of the frame is none of the table's, though the - 3 - of a footer falls on it; nor is what is left of it. */
function withoutPageNumber(grid: Grid): Grid {
  const last = grid.rows.length - 1
  const printed = grid.cells.filter((c) => c.row + c.rowSpan > last && c.text !== '')
  const [only] = printed
  for (const cell of printed) if (cell.text.includes('页')) dropNumber(cell, printed.length === 1)
  if (!only || printed.length > 1 || last < 1) return grid
  const text = only.text.replace(/[-—–·~\s]+/g, '')
  const isRest = text === '' && only.colSpan === grid.xs.length - 1
  if (!isRest && !PAGE_NUMBER.test(text)) return grid
  const own = sliceRows(grid, 0, last)
  return { ...own, box: [grid.box[0], grid.box[1], grid.box[2], own.rows.at(-1)!.y1] }
}

/** A ruling that a ruled header lacks is lacking below it, too: what stands there shows it. */
function divideBelowHeader(grid: Grid, ruled: readonly Grid[]): void {
  const head = ruled.findLast((g) => g.box[3] <= grid.box[1] + BELOW && g.xs.join() === grid.xs.join())
  if (!head) return
  const count = head.rows.length
  const cells = grid.cells.map((c) => ({ ...c, row: c.row + count }))
  const both = { ...head, rows: [...head.rows, ...grid.rows], cells: [...head.cells, ...cells] }
  divideLeftOut(both)
  if (both.xs.length === head.xs.length) return
  const { rows: _, ...own } = sliceRows(both, 0, count)
  Object.assign(head, own)
  Object.assign(grid, { xs: both.xs, cells: sliceRows(both, count, both.rows.length).cells })
}

/** Lines below a header stand no further up than so many points above its last ruling. */
const BELOW = 2
