/** All grids of a page, top to bottom: ruled ones, ruled headers with unruled lines below, and unruled tables. */
import { isWrittenAmount } from '../amount.ts'
import type { Page } from '../page/types.ts'
import { borderlessGrids } from './borderless.ts'
import { withDrawnRulings } from './drawn-rulings.ts'
import { sameColumns } from './join.ts'
import { divideLeftOut } from './left-out.ts'
import { ruledGrids } from './ruled.ts'
import type { Grid } from './types.ts'

/** `before` is the last grid of the page before: an unruled table may go on from it. */
export function findGrids(printed: Page, before: Grid | null = null): Grid[] {
  const page = withDrawnRulings(printed)
  const ruled = ruledGrids(page)
  for (const grid of ruled) divideLeftOut(grid, edgesBefore(grid, before))
  return [...ruled, ...borderlessGrids(page, ruled, before)].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

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
