/** Lines under words are no rulings: they begin and end with the word and meet no other line. */
import type { Glyph, Page, Ruling } from '../page/types.ts'

/** Share of the text's height by which an underline may lie above or below the foot of its word. */
const AT_FOOT = 0.3
/** The same for its ends beside those of the word: programs underline a blank, too. */
const AT_END = 0.5
/** And for gaps between its characters: beyond it stands the word of another cell. */
const WORD_GAP = 1
/** Points between the end of a line and the line that it meets. */
const MEETS = 0.75

/** The page without the lines that underline words in cells, titles and prose. */
export function withoutUnderlines(page: Page): Page {
  const level = page.rulings.filter((r) => r.axis === 'h').sort((a, b) => a.at - b.at)
  const upright = page.rulings.filter((r) => r.axis === 'v')
  const underlines = new Set<Ruling>()
  for (const lines of onOneLevel(level)) {
    // Words may fill their cells; a ruling goes on below blank cells, too.
    const words = lines.filter((line) => !isCrossed(line, upright) && underlinesWord(line, page.glyphs))
    const taken = words.length === lines.length ? words : words.filter((line) => isLoose(line, lines, upright))
    for (const line of taken) underlines.add(line)
  }
  return underlines.size === 0 ? page : { ...page, rulings: page.rulings.filter((r) => !underlines.has(r)) }
}

function onOneLevel(sorted: readonly Ruling[]): Ruling[][] {
  const levels: Ruling[][] = []
  for (const line of sorted) {
    const last = levels.at(-1)
    if (last && line.at - last[0]!.at <= MEETS) last.push(line)
    else levels.push([line])
  }
  return levels
}

/** A word stands in one cell. */
function isCrossed(line: Ruling, upright: readonly Ruling[]): boolean {
  return upright.some(
    (v) => v.at > line.from + MEETS && v.at < line.to - MEETS && v.from < line.at - MEETS && v.to > line.at - MEETS,
  )
}

/** Whether its ends meet neither an upright line nor the next piece of their own line. */
function isLoose(line: Ruling, beside: readonly Ruling[], upright: readonly Ruling[]): boolean {
  const isMet = (x: number) =>
    upright.some((v) => Math.abs(v.at - x) <= MEETS && v.from <= line.at + MEETS && v.to >= line.at - MEETS) ||
    beside.some((h) => h !== line && h.from <= x + MEETS && h.to >= x - MEETS)
  return !isMet(line.from) && !isMet(line.to)
}

function underlinesWord(line: Ruling, glyphs: readonly Glyph[]): boolean {
  const above = glyphs.filter(({ box: [x0, y0, x1, y1], text }) => {
    return x1 > line.from && x0 < line.to && Math.abs(line.at - y1) <= AT_FOOT * (y1 - y0) && text.trim() !== ''
  })
  if (above.length === 0) return false
  const size = Math.max(...above.map((g) => g.size))
  let end = line.from
  for (const [x0, , x1] of above.map((g) => g.box).sort((a, b) => a[0] - b[0])) {
    if (x0 - end > WORD_GAP * size) return false
    end = Math.max(end, x1)
  }
  const from = Math.min(...above.map((g) => g.box[0]))
  return Math.abs(from - line.from) <= AT_END * size && Math.abs(end - line.to) <= AT_END * size
}
