/** Names that take a page of their own: a box of one column, which is a list or a text but for the figures on the next page. */
import { isColumnOfNamesAlone } from '../rulings/one-column.ts'
import type { Grid } from '../types.ts'
import { sameRows } from './beside.ts'

/** The grids of a page, of which a column of names is one only where `next` has rows as high; `next` is asked for then alone. */
export function withoutLists(grids: readonly Grid[], next: () => readonly Grid[]): Grid[] {
  const [only, ...others] = grids
  if (!only || others.length > 0 || !isColumnOfNamesAlone(only)) return [...grids]
  return next().some((grid) => sameRows(only, grid)) ? [only] : []
}
