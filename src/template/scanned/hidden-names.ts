/**
 * Names of which a seal may hide a part: 集中采购 behind red ink, where another line of the column has 部门集中采购. No
 * sum shows which of them a line is.
 */
import type { GridCell } from '../../grid/types.ts'
import { once } from '../../memo.ts'
import { around } from '../../page/lines.ts'
import { EDGE, isStained, stainsByPage } from '../../page/stains.ts'
import type { Box, Page } from '../../page/types.ts'
import type { Sheet } from '../around/sections.ts'
import { isScanned } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel, squash } from '../words.ts'
import type { Lexicon } from './nearest.ts'

const HAN = /\p{Script=Han}/u

/** Marks such cells `unsure`: with them their lines are in doubt. */
export function doubtHiddenNames(sheets: readonly Sheet[], pages: readonly Page[], words: Lexicon): void {
  const stains = stainsByPage(pages)
  if (stains.size === 0) return
  for (const { grids } of sheets)
    for (const { cells } of grids) {
      const names = cells.filter((c) => HAN.test(c.text))
      const known = once(() => [...words.keys()])
      for (const cell of names.filter(isScanned))
        if (mayBePart(cell, stains.get(cell.page) ?? [], names, known)) cell.unsure = true
    }
}

/** Names of so many letters are what many that forms print begin or end with: 结转 of 上年结转. Of longer ones too many would be. */
const SHORT = 2

/**
 * Whether there is red ink over the first or the last half of a name's cell, and one of its column, or that forms print,
 * has more letters there.
 */
function mayBePart(cell: GridCell, stains: readonly Box[], names: readonly GridCell[], known: () => string[]): boolean {
  const [x0, , x1] = cell.box
  const [from, top, to, bottom] = around(cell.glyphs)
  // What the reader took a hidden letter for lies within the text, though no part of the name.
  const middle = (from + to) / 2
  const isHidden = (left: number, right: number) => isStained(stains, [left + EDGE, top, right - EDGE, bottom])
  const own = squash(cell.text)
  const longer = names.flatMap((c) => (c.col === cell.col && c.text.length > cell.text.length ? [squash(c.text)] : []))
  const word = letters(bareLabel(own))
  const isPart = (is: (name: string, own: string) => boolean) =>
    longer.some((name) => is(name, own)) ||
    (word.length <= SHORT && known().some((name) => name.length > word.length && is(name, word)))
  return (
    (isHidden(x0, middle) && isPart((name, own) => name.endsWith(own))) ||
    (isHidden(middle, x1) && isPart((name, own) => name.startsWith(own)))
  )
}
