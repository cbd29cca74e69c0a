/** Names that take a page of their own: a box of one column, which is a list or a text but for the figures on the next page. */
import { isColumnOfNamesAlone } from '../rulings/one-column.ts'
import type { Grid } from '../types.ts'
import { sameRows } from './beside.ts'

/** So many pages of the same columns may stand before those with the further ones: all rows are printed first. */
export const PAGES_BETWEEN = 4

/**
 * The grids of a page, of which a column of names is one only where a page behind has rows as high; these are asked
 * for, one after another, then alone.
 */
export function withoutLists(grids: readonly Grid[], behind: readonly (() => readonly Grid[])[]): Grid[] {
  const [only, ...others] = grids
  if (!only || others.length > 0 || !isColumnOfNamesAlone(only)) return [...grids]
  return behind.some((next) => next().some((grid) => sameRows(only, grid))) ? [only] : []
}
