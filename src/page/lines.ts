/** Glyphs to lines of text, in reading order. */
import { withoutMarks } from './marks.ts'
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
  return toRows(glyphs).map((row) => {
    const sorted = byLeft(row)
    return { text: lineText(sorted), box: around(sorted), size: largest(sorted), glyphs: sorted }
  })
}

/** Glyphs that share a line, line by line. */
function toRows(glyphs: readonly Glyph[]): Glyph[][] {
  const first = glyphs[0]
  if (!first) return []
  const level = middle(first)
  // One line of a cell or of prose, as most are asked for.
  if (glyphs.every((g) => middle(g) === level)) return [[...glyphs]]
  const rows: Glyph[][] = []
  let row: Glyph[] = []
  let mean = Number.NEGATIVE_INFINITY
  let size = 0
  for (const glyph of [...glyphs].sort((a, b) => middle(a) - middle(b))) {
    const at = middle(glyph)
    if (at - mean <= SAME_LINE * Math.min(glyph.size, size)) {
      row.push(glyph)
      mean += (at - mean) / row.length
    } else {
      row = [glyph]
      rows.push(row)
      mean = at
    }
    size = glyph.size
  }
  return rows
}

/** Sorts in place where it has to: characters are mostly drawn left to right. */
function byLeft(row: Glyph[]): Glyph[] {
  for (let i = 1; i < row.length; i++)
    if (row[i]!.box[0] < row[i - 1]!.box[0]) return row.sort((a, b) => a.box[0] - b.box[0])
  return row
}

function largest(glyphs: readonly Glyph[]): number {
  let size = 0
  for (const glyph of glyphs) if (glyph.size > size) size = glyph.size
  return size
}

/** Characters of glyphs that stand on one line, left to right, with spaces where there are gaps. */
export function lineText(sorted: readonly Glyph[]): string {
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
  if (glyphs[0]?.reads !== undefined) return turnedText(glyphs)
  let text = ''
  for (const row of toRows(withoutMarks(glyphs))) text += lineText(byLeft(row))
  return text
}

/** Lines of a turned text stand beside each other: the first one at the left where it reads upwards, else at the right. */
function turnedText(glyphs: readonly Glyph[]): string {
  const side = glyphs[0]!.reads === 'up' ? 1 : -1
  const beside = glyphs.map((g) => {
    const [x0, y0, x1, y1] = g.box
    return { ...g, box: [y0, side * (side > 0 ? x0 : x1), y1, side * (side > 0 ? x1 : x0)] as Box }
  })
  let text = ''
  for (const row of toRows(beside)) text += lineText(byLeft(row))
  return text
}

export function around(items: readonly { box: Box }[]): Box {
  let x0 = Number.POSITIVE_INFINITY
  let y0 = Number.POSITIVE_INFINITY
  let x1 = Number.NEGATIVE_INFINITY
  let y1 = Number.NEGATIVE_INFINITY
  for (const { box } of items) {
    if (box[0] < x0) x0 = box[0]
    if (box[1] < y0) y0 = box[1]
    if (box[2] > x1) x1 = box[2]
    if (box[3] > y1) y1 = box[3]
  }
  return [x0, y0, x1, y1]
}

export function middle(glyph: { box: Box }): number {
  return (glyph.box[1] + glyph.box[3]) / 2
}
