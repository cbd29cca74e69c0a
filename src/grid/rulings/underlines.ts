/**
 * Lines under words are no rulings: they begin and end with the word and meet no other line, but for the edge of their
 * cell where the word runs over it.
 */
import { medianSize } from '../../page/sizes.ts'
import type { Glyph, Page, Ruling } from '../../page/types.ts'

/** Blanks before a name, in sizes of its text. */
const INDENTED = 6
/** Share of the text's height by which an underline may lie above or below the foot of its word. */
const AT_FOOT = 0.3
/** The same for its ends beside those of the word: programs underline a blank, too. */
const AT_END = 0.5
/** For those of a line that meets the edge of a cell, which rulings do. */
const AT_END_TIGHT = 0.15
/** And for gaps between its characters, a full-width blank at most: beyond it stands the word of another cell. */
const WORD_GAP = 1.1
/** Points across the edge of a cell, which may be drawn as several lines. */
const ONE_EDGE = 3
/** Points between the end of a line and the line that it meets … */
const MEETS_MOST = 0.75
/** … and sizes of the text, where a page is printed small: a word of 2 points is as near to the edge of its cell. */
const MEETS = 0.1

/** The page without the lines that underline words in cells, titles and prose. */
export function withoutUnderlines(page: Page): Page {
  const level = page.rulings.filter((r) => r.axis === 'h').sort((a, b) => a.at - b.at)
  const upright = page.rulings.filter((r) => r.axis === 'v')
  const meets = Math.min(MEETS_MOST, MEETS * medianSize(page.glyphs))
  const levels = onOneLevel(level, meets).map((lines) => ({
    lines,
    candidates: lines.flatMap((line) => freedom(line, lines, upright, meets) ?? []),
  }))
  if (levels.every(({ candidates }) => candidates.length === 0)) return page
  const feet = feetOf(page.glyphs)
  const underlines = new Set(levels.flatMap(({ lines, candidates }) => underlinesOf(lines, candidates, feet)))
  return underlines.size === 0 ? page : { ...page, rulings: page.rulings.filter((r) => !underlines.has(r)) }
}

/** Those of one level. Blanks before a word are underlined with it, where nothing but underlines is on its level. */
function underlinesOf(lines: readonly Ruling[], candidates: readonly Candidate[], feet: Feet): Ruling[] {
  const tight = candidates.flatMap(({ line, atEnd }) => (underlinesWord(line, feet, atEnd, atEnd) ? [line] : []))
  const rest = candidates.filter(({ line }) => !tight.includes(line))
  if (rest.length === 0 || tight.length + rest.length < lines.length) return tight
  const isIndented = ({ line, atEnd, isFree }: Candidate) =>
    isFree && hasWords(line, feet) && underlinesWord(line, feet, INDENTED, atEnd)
  return rest.every(isIndented) ? [...lines] : tight
}

function onOneLevel(sorted: readonly Ruling[], meets: number): Ruling[][] {
  const levels: Ruling[][] = []
  for (const line of sorted) {
    const last = levels.at(-1)
    if (last && line.at - last[0]!.at <= meets) last.push(line)
    else levels.push([line])
  }
  return levels
}

interface Candidate {
  line: Ruling
  /** How near the ends of a word must be to those of the line, in sizes of its text. */
  atEnd: number
  /** Whether neither end meets an upright line. */
  isFree: boolean
}

/**
 * A line that meets neither an upright one nor the next piece of its own line; or one that begins or ends within a cell
 * and meets (or crosses) the edge of that cell. Null for others: words may fill their cells, and rulings words.
 */
function freedom(line: Ruling, beside: readonly Ruling[], upright: readonly Ruling[], meets: number): Candidate | null {
  const { at, from, to } = line
  if (beside.some((h) => h !== line && h.from <= to + meets && h.to >= from - meets)) return null
  const crossing = upright.filter((v) => v.from <= at + meets && v.to >= at - meets)
  const met = crossing.filter((v) => v.at >= from - meets && v.at <= to + meets)
  if (met.length === 0) return { line, atEnd: AT_END, isFree: true }
  const free = [from, to].filter((end) => met.every((v) => Math.abs(v.at - end) > meets))
  const [first, last] = [Math.min(...met.map((v) => v.at)), Math.max(...met.map((v) => v.at))]
  return last - first <= ONE_EDGE && free.length > 0 ? { line, atEnd: AT_END_TIGHT, isFree: free.length === 2 } : null
}

/** Characters by where they stand on their line: pages have thousands of them, and hundreds of rulings. */
interface Feet {
  sorted: Glyph[]
  /** Points that a line may lie beside the foot of the tallest. */
  reach: number
}

function feetOf(glyphs: readonly Glyph[]): Feet {
  const sorted = glyphs.filter((g) => g.text.trim() !== '' && !g.reads).sort((a, b) => a.box[3] - b.box[3])
  return { sorted, reach: AT_FOOT * sorted.reduce((most, { box }) => Math.max(most, box[3] - box[1]), 0) }
}

/** Whether words stand on it: amounts stand at the right of cells that are ruled each by itself. */
function hasWords(line: Ruling, feet: Feet): boolean {
  return standingAt(line, feet).some((g) => /\p{Script=Han}/u.test(g.text))
}

/** `before` and `behind`: by how much the line may reach over the word, in sizes of the text. */
function underlinesWord(line: Ruling, feet: Feet, before: number, behind: number): boolean {
  const above = standingAt(line, feet)
  if (above.length === 0) return false
  const size = Math.max(...above.map((g) => g.size))
  const from = Math.min(...above.map((g) => g.box[0]))
  let end = from
  for (const [x0, , x1] of above.map((g) => g.box).sort((a, b) => a[0] - b[0])) {
    if (x0 - end > WORD_GAP * size) return false
    end = Math.max(end, x1)
  }
  const left = from - line.from
  return left <= before * size && left >= -behind * size && Math.abs(end - line.to) <= behind * size
}

/** The characters whose feet are at a line. */
function standingAt(line: Ruling, { sorted, reach }: Feet): Glyph[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const half = (low + high) >> 1
    if (sorted[half]!.box[3] < line.at - reach) low = half + 1
    else high = half
  }
  const found: Glyph[] = []
  for (let i = low; i < sorted.length && sorted[i]!.box[3] <= line.at + reach; i++) {
    const [x0, y0, x1, y1] = sorted[i]!.box
    if (x1 > line.from && x0 < line.to && Math.abs(line.at - y1) <= AT_FOOT * (y1 - y0)) found.push(sorted[i]!)
  }
  return found
}
