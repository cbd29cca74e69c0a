/** Page numbers, wherever they stand: texts at one place of successive pages that count on by one. */
import { around } from './lines.ts'
import type { Box, Glyph, Page } from './types.ts'

/** So many pages in a row show that a number counts them, … */
export const PAGES = 3
/** … so many if marks stand around it, and 第1页 共2页 is nothing else. */
const PAGES_MARKED = 2
/** A digit that falls on the same one of an amount is taken for the amount's. */
const TOLD = /^第\d{0,4}页共\d{0,4}页$/
const MARKED = /^\d+\/\d+$|^[-—–·~]+\d+[-—–·~]+$/
/** Page numbers stand within this share of the page's height from its head or foot. */
const OUTER = 0.15
/** The places of two pages' numbers differ by no more than this many points, … */
const SAME_LINE = 4
/** … and than this share of the page's width: numbers stand in the middle of upright and of lying pages. */
const SAME_MIDDLE = 0.012
/** Figures may stand this share of their size lower than the letters beside them. */
const LEVEL = 0.2
/** Characters of one text are no further apart than so many times their size. */
const GAP = 1.2

/** No page number has more characters, white space included. */
const LONGEST = 30

const DIGIT = /^[\d０-９]$/
const NUMBER = /^(?:第(\d{0,4})页.{0,8}|(\d{1,4})\/\d{1,4}|[-—–·~]*(\d{1,4})[-—–·~]*)$/

/** What may be the number of a page, by its place. */
export interface Numbering {
  number: number
  /** Middle of the text: its share of the width, and points from the head, or below 0 from the foot. */
  x: number
  y: number
  glyphs: Glyph[]
  /** So many pages in a row have to count on. */
  least: number
}

interface Candidate extends Numbering {
  /** Which of the pages it stands on. */
  at: number
}

/** A page, or one of several that stand on it: `box` in points. */
interface Numbered {
  page: Page
  box: Box
}

/**
 * The characters of page numbers: where a table reaches down to them they stand in its cells, and are none of its.
 * `leaves` in the order in which they are counted.
 */
export function pageNumbers(leaves: readonly Numbered[]): Set<Glyph> {
  const candidates = leaves.flatMap((leaf, at): Candidate[] => numberings(leaf).map((n) => ({ ...n, at })))
  const found = new Set<Glyph>()
  const follows = (a: Candidate, b: Candidate) =>
    b.at === a.at + 1 &&
    b.number === a.number + 1 &&
    Math.abs(a.y - b.y) < SAME_LINE &&
    Math.abs(a.x - b.x) < SAME_MIDDLE
  for (const first of candidates) {
    const chain = [first]
    for (let next: Candidate | undefined = first; next; ) {
      const last: Candidate = next
      next = candidates.find((c) => follows(last, c))
      if (next) chain.push(next)
    }
    if (chain.length < first.least || chain.some((c) => isCode(c, leaves[c.at]!.page))) continue
    for (const c of chain) for (const glyph of c.glyphs) found.add(glyph)
  }
  return found
}

/** 301, 302 and 303 in the last rows of three pages are codes: others of as many digits stand above, texts beside them. */
function isCode({ glyphs, least }: Candidate, { glyphs: all, width }: Page): boolean {
  if (least < PAGES || !glyphs.every((g) => DIGIT.test(g.text))) return false
  const own = around(glyphs)
  const others = all.filter((g) => !glyphs.includes(g))
  if (!others.some(({ box }) => box[1] < own[3] && box[3] > own[1])) return false
  const isAlike = (run: readonly Glyph[]) => {
    const [x0, , x1] = around(run)
    return run.length === glyphs.length && Math.abs(x0 + x1 - own[0] - own[2]) / 2 < SAME_MIDDLE * width
  }
  return runs(others.filter((g) => DIGIT.test(g.text))).some(isAlike)
}

/** Texts at the head and foot of a page that may be its number. */
export function numberings({ page, box: [x0, y0, x1, y1] }: Numbered): Numbering[] {
  const outer = page.glyphs.filter((g) => {
    const y = ((g.box[1] + g.box[3]) / 2 - y0) / (y1 - y0)
    return y < OUTER || y > 1 - OUTER
  })
  // What nothing else stands beside on its page counts nothing but that.
  const count = page.glyphs.length
  return runs(outer).flatMap((glyphs): Numbering[] => {
    if (glyphs.length > LONGEST || !glyphs.some(isDigitOrPage)) return []
    const written = glyphs.map((g) => g.text).join('')
    const text = written.normalize('NFKC').replace(/\s/g, '')
    const match = NUMBER.exec(text)
    if (!match) return []
    const box = around(glyphs)
    const number = Number(match[1] ?? match[2] ?? match[3])
    const middle = (box[1] + box[3]) / 2 - y0
    const y = middle < (y1 - y0) / 2 ? middle : middle - (y1 - y0)
    const least = glyphs.length === count ? 1 : leastOf(text)
    return [{ number, x: ((box[0] + box[2]) / 2 - x0) / (x1 - x0), y, glyphs, least }]
  })
}

/** What every number of a page holds: most texts at its head and foot are none, and need no closer look. */
function isDigitOrPage({ text }: Glyph): boolean {
  return /[\d０-９①-⑳页]/.test(text)
}

function leastOf(text: string): number {
  if (TOLD.test(text)) return 1
  return MARKED.test(text) ? PAGES_MARKED : PAGES
}

/** Characters drawn one after the other on one line: what was written together, whatever else stands there. */
function runs(glyphs: readonly Glyph[]): Glyph[][] {
  const out: Glyph[][] = []
  for (const glyph of glyphs) {
    const run = out.at(-1)
    const last = run?.at(-1)
    const gap = last ? glyph.box[0] - last.box[2] : 0
    if (
      run &&
      last &&
      Math.abs(glyph.box[3] - last.box[3]) < Math.max(1, LEVEL * glyph.size) &&
      gap < GAP * glyph.size &&
      gap > -glyph.size
    )
      run.push(glyph)
    else out.push([glyph])
  }
  return out
}
