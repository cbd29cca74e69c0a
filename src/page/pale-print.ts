/**
 * Pale text that lies over the text of a page: a watermark that is no larger than the print and runs level, set over all
 * of the page again and again. Its letters would stand within names and amounts.
 */
import type { DrawnGlyph } from './operators/drawing.ts'
import type { Box } from './types.ts'

/** Text fainter than this (0 paper, 1 black) is pale. */
export const FAINT = 0.35
/** So many letters of one look over other text, and this share of them all, are no text that runs over its edge. */
const OVER = { least: 4, share: 0.05 }
/** A text of so many letters that is written so many times, in several rows and columns, is one on a page of few others, too, … */
const AGAIN = { letters: 4, times: 3 }
/** … if it is most of what has its look. */
const MOST = 0.6
/** Places further apart than so many points are two. */
const APART = 10
/** Darker text is looked up by rows of this height (points). */
const ROW = 8

/** The glyphs without those of such a watermark. */
export function withoutPalePrint(glyphs: DrawnGlyph[]): DrawnGlyph[] {
  if (!glyphs.some(isPale)) return glyphs
  const isOverDark = lookUp(glyphs.filter((g) => !isPale(g) && g.angle % 90 === 0))
  const marks = new Set<DrawnGlyph>()
  for (const alike of looksOf(glyphs.filter(isPale)).values()) {
    const over = alike.filter(isOverDark).length
    const isOver = over >= OVER.least && over >= OVER.share * alike.length
    if (isOver || isTiled(alike)) for (const glyph of alike) marks.add(glyph)
  }
  return marks.size === 0 ? glyphs : glyphs.filter((g) => !marks.has(g))
}

function isPale({ ink }: DrawnGlyph): boolean {
  return ink < FAINT
}

/** Letters of one colour and size. */
function looksOf(glyphs: readonly DrawnGlyph[]): Map<string, DrawnGlyph[]> {
  return Map.groupBy(glyphs, ({ ink, size }) => `${ink.toFixed(2)} ${size.toFixed(1)}`)
}

/** Whether letters of one look are mostly one text, written again and again over the page. */
function isTiled(alike: readonly DrawnGlyph[]): boolean {
  const runs = [...Map.groupBy(alike, ({ run }) => run).values()]
  const textOf = (run: readonly DrawnGlyph[]) => run.map((g) => g.text).join('')
  const copies = [...Map.groupBy(runs, textOf)].filter(
    ([text, own]) => text.length >= AGAIN.letters && /\p{Script=Han}/u.test(text) && own.length >= AGAIN.times,
  )
  const places = (side: 0 | 1) =>
    new Set(copies.flatMap(([, own]) => own.map(([g]) => Math.round(g!.box[side] / APART))))
  const count = copies.reduce((sum, [text, own]) => sum + text.length * own.length, 0)
  return places(0).size > 1 && places(1).size > 1 && count >= MOST * alike.length
}

/** Says whether a letter lies over another one, or another over it. */
function lookUp(dark: readonly DrawnGlyph[]): (glyph: DrawnGlyph) => boolean {
  const rowOf = ({ box }: DrawnGlyph) => Math.floor((box[1] + box[3]) / 2 / ROW)
  const rows = Map.groupBy(dark, rowOf)
  return (glyph) => {
    const row = rowOf(glyph)
    const near = [row - 1, row, row + 1].flatMap((r) => rows.get(r) ?? [])
    return near.some(({ box }) => holdsMiddle(box, glyph.box) || holdsMiddle(glyph.box, box))
  }
}

/** Whether the middle of a box lies within an area. */
export function holdsMiddle(area: Box, box: Box): boolean {
  const x = (box[0] + box[2]) / 2
  const y = (box[1] + box[3]) / 2
  return x > area[0] && x < area[2] && y > area[1] && y < area[3]
}
