/** Dots between a label and its amount: they lead the eye, and are of neither. */
import { type Line, toLines } from './lines.ts'
import type { Glyph, Page } from './types.ts'

/** So many dots beside each other lead to something; fewer end or shorten a text … */
const LEAST = 4
/** … unless so many texts of the page have leaders: long ones leave room for few. */
const SHOWN = 3
/** Dots are no further apart than so many times their size. */
const APART = 1.5
/** A dot, or several in one character. */
const DOT = /^[.．·・…‥⋯]+$/
/** What they stand behind. */
const WORD = /[\p{Script=Han})）：:]$/u
/** What dots of a table of contents lead to. */
const PAGE_NUMBER = /^[-—(（]?\s*\d{1,3}\s*[-—)）]?$/

/** What only dots of a table lead to, beside 行次 that look like pages. */
const AMOUNT = /[\d０-９][.．][\d０-９]/

/** The page without them; a table of contents keeps its own. */
export function withoutLeaders(page: Page): Page {
  const isDot = (g: Glyph | undefined) => g !== undefined && DOT.test(g.text)
  if (!page.glyphs.some((g, i) => isDot(g) && isDot(page.glyphs[i + 1]))) return page
  const all = toLines(page.glyphs).flatMap((line) => leaders(line))
  const long = all.filter((l) => l.dots.length >= LEAST)
  const leadTo = (what: RegExp) => long.some((l) => what.test(l.behind))
  if (long.length === 0 || (leadTo(PAGE_NUMBER) && !leadTo(AMOUNT))) return page
  const dots = new Set((long.length < SHOWN ? long : all).flatMap((l) => l.dots))
  return { ...page, glyphs: page.glyphs.filter((g) => !dots.has(g)) }
}

/** The dots behind a word, and what its line ends with behind them. */
interface Leader {
  dots: Glyph[]
  behind: string
}

function leaders({ glyphs }: Line): Leader[] {
  const out: Leader[] = []
  for (let i = 1; i < glyphs.length; ) {
    let end = i
    while (end < glyphs.length && DOT.test(glyphs[end]!.text) && isNext(glyphs, end)) end++
    if (end > i && WORD.test(glyphs[i - 1]!.text)) {
      const behind = glyphs.slice(end).map((g) => g.text)
      out.push({ dots: glyphs.slice(i, end), behind: behind.join('').trim() })
    }
    i = Math.max(end, i + 1)
  }
  return out
}

function isNext(glyphs: readonly Glyph[], at: number): boolean {
  const [before, { box, size }] = [glyphs[at - 1]!, glyphs[at]!]
  return box[0] - before.box[2] < APART * size
}
