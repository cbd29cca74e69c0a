/** Glyphs to lines of text, in reading order. */
import type { Box, Glyph } from './types.ts'

export interface Line {
  /** Characters left to right; one space where the gap is wider than a letter's. */
  text: string
  box: Box
  /** Largest font size of the line, points. */
  size: number
  glyphs: Glyph[]
}

/** Two glyphs share a line if their middles are no further apart than this share of the smaller size. */
const SAME_LINE = 0.5
/** A gap wider than this share of the size is a space. */
const SPACE = 0.45

export function toLines(glyphs: readonly Glyph[]): Line[] {
  const rows: { middle: number; glyphs: Glyph[] }[] = []
  const byMiddle = [...glyphs].sort((a, b) => middle(a) - middle(b))
  for (const glyph of byMiddle) {
    const last = rows.at(-1)
    const first = last?.glyphs.at(-1)
    if (last && first && middle(glyph) - last.middle <= SAME_LINE * Math.min(glyph.size, first.size)) {
      last.glyphs.push(glyph)
      last.middle += (middle(glyph) - last.middle) / last.glyphs.length
    } else rows.push({ middle: middle(glyph), glyphs: [glyph] })
  }
  return rows.map((row) => toLine(row.glyphs))
}

function toLine(glyphs: Glyph[]): Line {
  const sorted = [...glyphs].sort((a, b) => a.box[0] - b.box[0])
  return { text: spell(sorted), box: around(sorted), size: Math.max(...sorted.map((g) => g.size)), glyphs: sorted }
}

/** Characters of glyphs that stand on one line, left to right, with spaces where there are gaps. */
function spell(sorted: readonly Glyph[]): string {
  let text = ''
  let end = Number.POSITIVE_INFINITY
  for (const glyph of sorted) {
    if (glyph.box[0] - end > SPACE * glyph.size) text += ' '
    text += glyph.text
    end = glyph.box[2]
  }
  return text
}

/** The text of a block such as a cell: its lines one after the other, without a break. */
export function blockText(glyphs: readonly Glyph[]): string {
  if (glyphs.length === 0) return ''
  return toLines(glyphs)
    .map((l) => l.text)
    .join('')
}

export function around(items: readonly { box: Box }[]): Box {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const { box } of items) {
    x0 = Math.min(x0, box[0])
    y0 = Math.min(y0, box[1])
    x1 = Math.max(x1, box[2])
    y1 = Math.max(y1, box[3])
  }
  return [x0, y0, x1, y1]
}

export function middle(glyph: { box: Box }): number {
  return (glyph.box[1] + glyph.box[3]) / 2
}

/** The size most of the glyphs have, points; 10 for a page without any. */
export function medianSize(glyphs: readonly { size: number }[]): number {
  if (glyphs.length === 0) return 10
  const sizes = glyphs.map((g) => g.size).sort((a, b) => a - b)
  return sizes[sizes.length >> 1]!
}
