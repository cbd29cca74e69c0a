/** Pages → sheets: what each page holds, or each of several that stand on it. */
import { findGrids } from './grid/find.ts'
import { PAGES_BETWEEN, withoutLists } from './grid/pages/names-alone.ts'
import { gridsBelow, headerAtEnd } from './grid/pages/open-header.ts'
import { glyphsOf } from './grid/types.ts'
import { once } from './memo.ts'
import { browserLines } from './page/browser-lines.ts'
import { withoutLeaders } from './page/leaders.ts'
import { leavesOf } from './page/leaves.ts'
import { toLines } from './page/lines.ts'
import { marksBehind } from './page/marks.ts'
import { pageNumbers } from './page/page-numbers.ts'
import { runningHeads } from './page/running-heads.ts'
import type { Glyph, Page } from './page/types.ts'
import type { Sheet } from './template/around/sections.ts'

/** A frame around a page has so many upright edges. */
const FRAME = 2

/** The grids of every page, or of each that stands on it, found with a look at how the one before ends. */
export function toSheets(pages: readonly Page[]): Sheet[] {
  const sheets: Sheet[] = []
  const leaves = leavesOf(pages.map(withoutLeaders))
  const edges = new Set([...pageNumbers(leaves), ...browserLines(leaves), ...runningHeads(leaves)])
  let before: Sheet | null = null
  /** The page that it is of. */
  let above: Page | null = null
  /** The last page that was looked at: backs of sheets that are printed on one side hold nothing. */
  let looked = 0
  const inside = ({ page }: (typeof leaves)[number]): Page => ({
    ...page,
    glyphs: page.glyphs.filter((g) => !edges.has(g)),
  })
  /** The grids of each page by itself: several pages before it may ask for them. */
  const alone = leaves.map((leaf) => once(() => findGrids(inside(leaf))))
  for (const [i, leaf] of leaves.entries()) {
    const { page, box } = leaf
    const own = inside(leaf)
    const follows: boolean = before !== null && page.number - looked <= 1
    const open = follows && before && above ? headerAtEnd(above, before.lines, before.grids) : null
    const below = open && gridsBelow(open, own, findGrids)
    if (below && before) before.lines = before.lines.filter((l) => !l.glyphs.some((g) => open.glyphs.includes(g)))
    const found = below ?? findGrids(own, follows ? (before?.grids.at(-1) ?? null) : null)
    const grids = withoutLists(found, alone.slice(i + 1, i + 2 + PAGES_BETWEEN))
    const inGrids = glyphsOf(grids)
    // What marks a note is no text of its own, wherever the text stands that it is behind.
    const marks = grids.some((g) => !g.ruled) ? marksBehind(page.glyphs) : new Map<Glyph, Glyph>()
    const isTaken = (g: Glyph) => inGrids.has(g) || inGrids.has(marks.get(g)!)
    const lines = toLines(page.glyphs.filter((g) => !isTaken(g)))
    // Rows that are all blank are a table's, be nothing printed on the page.
    const isBlank = own.glyphs.length === 0 && grids.every((g) => g.xs.length <= FRAME)
    const sheet: Sheet = { page: page.number, box, grids, lines, isBlank, follows }
    sheets.push(sheet)
    // Behind a page that was left out nothing goes on, be there blank ones between.
    if (!isBlank || !follows) [before, above] = [sheet, own]
    looked = page.number
  }
  return sheets
}
