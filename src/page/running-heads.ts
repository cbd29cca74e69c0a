/**
 * The name of the document at the head of its pages: one text, at one place of pages that follow each other, above
 * something else on each. Headers that a table prints again stand above the same.
 */
import { type Line, toLines } from './lines.ts'
import type { Box, Glyph, Page } from './types.ts'

/** It stands within this share of the page's height from its head, … */
const OUTER = 0.15
/** … and is told from what is below it there: lines within this share are looked at. */
const LOOKED_AT = 0.3
/** Its places on two pages differ by no more than so many points. */
const SAME_PLACE = 1
/** So many pages that follow each other show it. */
const PAGES = 3
/** A header of columns, or the unit, has fewer letters. */
const LETTERS = 8

interface Head {
  line: Line
  /** Its place on its leaf, points. */
  x: number
  y: number
  below: string
}

/** The characters of such texts: a table right below has none of them in its header. `leaves` in their order. */
export function runningHeads(leaves: readonly { page: Page; box: Box }[]): Set<Glyph> {
  const heads = leaves.map(({ page, box }) => headOf(page, box))
  const found = new Set<Glyph>()
  for (let from = 0, to = 1; from < heads.length; from = to, to++) {
    while (to < heads.length && isAgain(heads[to - 1]!, heads[to]!)) to++
    const own = heads.slice(from, to).flatMap((head) => head ?? [])
    if (own.length < PAGES || new Set(own.map(({ below }) => below)).size === 1) continue
    for (const { line } of own) for (const glyph of line.glyphs) found.add(glyph)
  }
  return found
}

function isAgain(before: Head | null, head: Head | null): boolean {
  if (!before || !head) return false
  const isNear = (a: number, b: number) => Math.abs(a - b) < SAME_PLACE
  return before.line.text === head.line.text && isNear(before.x, head.x) && isNear(before.y, head.y)
}

/** The first line of a leaf, if it may be such a text: rulings stand beside none. */
function headOf({ glyphs, rulings }: Page, [x0, y0, , y1]: Box): Head | null {
  const isWithin = (share: number) => (g: Glyph) => (g.box[1] + g.box[3]) / 2 < y0 + share * (y1 - y0)
  const [line, below] = toLines(glyphs.filter(isWithin(LOOKED_AT)))
  if (!line || line.text.length < LETTERS || !line.glyphs.every(isWithin(OUTER))) return null
  const [left, top, , foot] = line.box
  const isBeside = rulings.some((r) => r.axis === 'v' && r.from < foot && r.to > top)
  return isBeside ? null : { line, x: left - x0, y: top - y0, below: below?.text ?? '' }
}
