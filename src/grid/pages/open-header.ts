/**
 * Headers that end a page, and whose rows begin the next one: without rulings nothing shows that they head columns until
 * those stand below them.
 */
import { memoisedBy } from '../../memo.ts'
import { type Line, toLines } from '../../page/lines.ts'
import type { Glyph, Page } from '../../page/types.ts'
import { isFurniture, isProse, isTitleWord, type TextRow, toHeadRow, toTextRow } from '../pieces.ts'
import { type Grid, glyphsOf } from '../types.ts'
import { isCaptionAt } from '../unruled/caption-lines.ts'
import { isNear } from '../unruled/spacing.ts'

/** So many texts are the headers of a table. */
const HEADS = 3
/** A header stands above its rows by so much of its size. */
const ABOVE = 0.5

/** What of a page may be a header. */
type Header = Pick<Page, 'glyphs' | 'rulings'>

/** What stands below the last caption of a page, if that may be a header; `lines`: what stands outside of its grids. */
export function headerAtEnd(page: Page, lines: readonly Line[], grids: readonly Grid[]): Header | null {
  const foot = Math.max(0, ...grids.map((g) => g.box[3]))
  const below = lines.filter((l) => l.box[1] > foot)
  const rowAt = memoisedBy((line: Line) => toTextRow(line))
  const isCaption = (i: number) => isCaptionAt(below.slice(Math.max(0, i - 1), i + 1).map(rowAt), Math.min(i, 1))
  // From the foot up, since most pages end with a line that is neither.
  let at = below.length - 1
  while (at >= 0 && isFurniture(rowAt(below[at]!))) at--
  const own: TextRow[] = []
  for (; at >= 0 && !isCaption(at); at--) {
    const row = rowAt(below[at]!)
    if (!mayHead(row)) return null
    own.unshift(row)
  }
  const count = own.flatMap((r) => toHeadRow(r).pieces).length
  if (at < 0 || count < HEADS || own.some((r, i) => i > 0 && !isNear(own[i - 1]!, r))) return null
  const top = below[at]!.box[3]
  const rulings = page.rulings.filter((r) => (r.axis === 'h' ? r.at : r.from) > top)
  return { glyphs: own.flatMap((r) => r.line.glyphs), rulings }
}

function mayHead(row: TextRow): boolean {
  return !row.anchor && !row.pieces.some((p) => p.amount) && !isProse(row) && !isTitleWord(row.line.text)
}

/** The grids of a page with a header right above its first line, if that heads it and is not printed there again; `find` finds the grids of a page. */
export function gridsBelow(header: Header, page: Page, find: (page: Page) => Grid[]): Grid[] | null {
  const lines = toLines(page.glyphs)
  const [first] = lines
  if (!first) return null
  if (isAgain(header, lines)) return gridsOf(first.glyphs, find(page))
  const by = first.box[1] - ABOVE * first.size - Math.max(...header.glyphs.map((g) => g.box[3]))
  const above = movedBy(by, header)
  const glyphs = [...above.glyphs, ...page.glyphs]
  const grids = find({ ...page, glyphs, rulings: [...above.rulings, ...page.rulings] })
  return gridsOf([...above.glyphs, ...first.glyphs], grids)
}

/** Grids of which the first holds all of some characters; null if it does not. */
function gridsOf(glyphs: readonly Glyph[], grids: Grid[]): Grid[] | null {
  const taken = glyphsOf(grids.slice(0, 1))
  return glyphs.every((g) => taken.has(g)) ? grids : null
}

/** Headers that are printed again begin at the places of those before, give or take so many points. */
const SAME_PLACE = 1

/** Whether a page begins with the header that ends the one before. */
function isAgain({ glyphs }: Header, lines: readonly Line[]): boolean {
  return toLines(glyphs).every(({ text, box }, i) => {
    const own = lines[i]
    return own?.text === text && Math.abs(own.box[0] - box[0]) < SAME_PLACE
  })
}

function movedBy(by: number, { glyphs, rulings }: Header): Header {
  return {
    glyphs: glyphs.map((g) => ({ ...g, box: [g.box[0], g.box[1] + by, g.box[2], g.box[3] + by] })),
    rulings: rulings.map((r) =>
      r.axis === 'h' ? { ...r, at: r.at + by } : { ...r, from: r.from + by, to: r.to + by },
    ),
  }
}
