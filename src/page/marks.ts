/** Marks of notes: small raised ① or 1 beside a text. 1,234.56 with a note is no 1,234.561. */
import { medianSize } from './sizes.ts'
import type { Glyph } from './types.ts'

/** A mark is smaller than this share of the text beside it, and its foot stands this share of that size higher. */
const SMALLER = 0.8
const RAISED = 0.2
/** Behind its text it stands no further than this share of the text's size. */
const BEHIND = 0.5
/** No mark has more digits. */
const LONGEST = 2

const MARK = /^[\d①-⑳*＊()（）[\]〔〕［］]$/
const BRACKET = /^[()（）[\]〔〕［］]$/
/** ① is a mark at any size, though it be raised by this share of its text's size alone. */
const CIRCLED_RAISED = 0.1

function isCircled({ text }: Glyph): boolean {
  const code = text.charCodeAt(0)
  return code >= 0x2460 && code <= 0x2473
}

/** The characters of a cell without the marks. */
export function withoutMarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  let size = 0
  let least = Number.POSITIVE_INFINITY
  for (const g of glyphs) {
    const own = isCircled(g) ? 0 : g.size
    // ① may be larger than a name that is shrunk into its cell.
    if (own > size) size = own
    if (own < least) least = own
  }
  if (least >= SMALLER * size) return glyphs
  const texts = glyphs.filter((g) => g.size >= SMALLER * size && !isCircled(g))
  const marks = new Set(glyphs.filter((g) => !texts.includes(g) && texts.some((o) => isRaised(g, o))))
  return marks.size === 0 || [...marks].filter((g) => !BRACKET.test(g.text)).length > LONGEST
    ? glyphs
    : glyphs.filter((g) => !marks.has(g))
}

function isRaised(mark: Glyph, { box, size }: Glyph): boolean {
  const raised = box[3] - mark.box[3]
  if (!MARK.test(mark.text) || raised >= size) return false
  return isCircled(mark) ? raised > CIRCLED_RAISED * size : mark.size < SMALLER * size && raised > RAISED * size
}

/** Marks and the character that each stands behind: they belong to its cell, though they may reach over its edge. */
export function marksBehind(glyphs: readonly Glyph[]): Map<Glyph, Glyph> {
  const marks = new Map<Glyph, Glyph>()
  const usual = medianSize(glyphs)
  for (const mark of glyphs) {
    if ((mark.size >= SMALLER * usual && !isCircled(mark)) || !MARK.test(mark.text)) continue
    const gapTo = (o: Glyph) => Math.abs(mark.box[0] - o.box[2])
    const text = glyphs.find((o) => !isCircled(o) && isRaised(mark, o) && gapTo(o) < BEHIND * o.size)
    if (text) marks.set(mark, text)
  }
  return marks
}
