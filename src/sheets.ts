/** Pages → sheets: what each page holds, or each of several that stand on it. */
import { findGrids } from './grid/find.ts'
import { glyphsOf } from './grid/types.ts'
import { leavesOf } from './page/leaves.ts'
import { toLines } from './page/lines.ts'
import { pageNumbers } from './page/page-numbers.ts'
import type { Page } from './page/types.ts'
import type { Sheet } from './template/sections.ts'

/** The grids of every page, or of each that stands on it, found with a look at how the one before ends. */
export function toSheets(pages: readonly Page[]): Sheet[] {
  const sheets: Sheet[] = []
  const leaves = pages.flatMap(leavesOf)
  const numbers = pageNumbers(leaves)
  for (const { page, box } of leaves) {
    const before = sheets.at(-1)
    const own = { ...page, glyphs: page.glyphs.filter((g) => !numbers.has(g)) }
    const grids = findGrids(own, before && page.number - before.page <= 1 ? (before.grids.at(-1) ?? null) : null)
    const inGrids = glyphsOf(grids)
    const lines = toLines(page.glyphs.filter((g) => !inGrids.has(g)))
    sheets.push({ page: page.number, box, grids, lines })
  }
  return sheets
}
