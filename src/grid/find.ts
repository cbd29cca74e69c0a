/** All grids of a page, top to bottom: ruled ones, ruled headers with unruled lines below, and unruled tables. */
import { isWrittenAmount } from '../amount.ts'
import type { Page } from '../page/types.ts'
import { joinBlankColumns } from './blank-columns.ts'
import { borderlessGrids } from './borderless.ts'
import { nameCorners } from './corners.ts'
import { withDrawnRulings } from './drawn-rulings.ts'
import { sameColumns, sliceRows } from './join.ts'
import { divideLeftOut } from './left-out.ts'
import { takeOpenTotals } from './open-rows.ts'
import { ruledGrids } from './ruled.ts'
import { tablesOfFrame } from './stacked.ts'
import type { Grid } from './types.ts'

/** `before` is the last grid of the page before: an unruled table may go on from it. */
export function findGrids(printed: Page, before: Grid | null = null): Grid[] {
  const page = withDrawnRulings(printed)
  const ruled = ruledGrids(page).flatMap(tablesOfFrame)
  for (const grid of ruled) {
    nameCorners(grid)
    joinBlankColumns(grid)
    divideLeftOut(grid, edgesBefore(grid, before))
  }
  takeOpenTotals(page, ruled)
  const open = borderlessGrids(page, ruled, before)
  for (const grid of open) divideBelowHeader(grid, ruled)
  return [...ruled, ...open].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
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

/** 行次: a row of data, too. */
const LINE_NUMBER = /^\d{1,3}$/

/** Rulings of one table that some of its pages lack are few. */
const LACKING = 2

/** The edges on the page before of a table that goes on with one or two fewer, its header printed again or not at all. */
function edgesBefore(grid: Grid, before: Grid | null): readonly number[] {
  if (!before?.ruled || !sameColumns(before, grid)) return []
  const fewer = before.xs.length - grid.xs.length
  if (fewer < 1 || fewer > LACKING) return []
  const head = ({ cells }: Grid) => cells.filter((c) => c.row === 0 && c.text !== '').map((c) => squash(c.text))
  const own = head(grid)
  const isAgain = own.join('') === head(before).join('')
  return isAgain || own.some((text) => isWrittenAmount(text) || LINE_NUMBER.test(text)) ? before.xs : []
}

function squash(text: string): string {
  return text.replace(/\s+/g, '')
}
