/** All grids of a page, top to bottom: ruled ones, ruled headers with unruled lines below, and unruled tables. */
import type { Page } from '../page/types.ts'
import { borderlessGrids } from './borderless.ts'
import { ruledGrids } from './ruled.ts'
import type { Grid } from './types.ts'

/** `before` is the last grid of the page before: an unruled table may go on from it. */
export function findGrids(page: Page, before: Grid | null = null): Grid[] {
  const ruled = ruledGrids(page)
  return [...ruled, ...borderlessGrids(page, ruled, before)].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}
