/** Lines under words are no rulings: they begin and end with the word and meet no other line. */
import type { Glyph, Page, Ruling } from '../page/types.ts'

/** Share of the text's height by which an underline may lie above or below the foot of its word. */
const AT_FOOT = 0.3
/** The same for its ends beside those of the word: programs underline a blank, too. */
const AT_END = 0.5
/** Points between the end of a line and the line that it meets. */
const MEETS = 0.75

/** The page without the lines that underline words in cells, titles and prose. */
export function withoutUnderlines(page: Page): Page {
  const loose = looseLines(page.rulings)
  if (loose.length === 0) return page
  const underlines = new Set(loose.filter((line) => underlinesWord(line, page.glyphs)))
  return underlines.size === 0 ? page : { ...page, rulings: page.rulings.filter((r) => !underlines.has(r)) }
}

/** Level lines whose ends meet neither an upright one nor the next piece of their own line. */
function looseLines(rulings: readonly Ruling[]): Ruling[] {
  const upright = rulings.filter((r) => r.axis === 'v')
  const level = rulings.filter((r) => r.axis === 'h')
  const isMet = (x: number, line: Ruling) =>
    upright.some((v) => Math.abs(v.at - x) <= MEETS && v.from <= line.at + MEETS && v.to >= line.at - MEETS) ||
    level.some((h) => h !== line && Math.abs(h.at - line.at) <= MEETS && h.from <= x + MEETS && h.to >= x - MEETS)
  return level.filter((line) => !isMet(line.from, line) && !isMet(line.to, line))
}

function underlinesWord(line: Ruling, glyphs: readonly Glyph[]): boolean {
  let [from, to, size] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (const { box, size: own, text } of glyphs) {
    const [x0, y0, x1, y1] = box
    if (x1 <= line.from || x0 >= line.to || Math.abs(line.at - y1) > AT_FOOT * (y1 - y0) || text.trim() === '') continue
    from = Math.min(from, x0)
    to = Math.max(to, x1)
    size = Math.max(size, own)
  }
  return Math.abs(from - line.from) <= AT_END * size && Math.abs(to - line.to) <= AT_END * size
}
