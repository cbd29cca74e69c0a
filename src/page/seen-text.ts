/** From the text that is drawn to the text that is seen: nothing covered, white on white, doubled, or behind the text. */
import { around } from './lines.ts'
import type { Drawing, DrawnGlyph, DrawnShape } from './operators/drawing.ts'
import { FAINT, holdsMiddle, withoutPalePrint } from './pale-print.ts'
import { medianSize } from './sizes.ts'
import type { Box } from './types.ts'

/** A filled rectangle up to this thick (points) is a ruling; the thickest frame lines seen are 2.25. */
export const THIN = 3
/** A glyph drawn again within this share of its size of the same place is fake bold, not a second character. */
const SAME_PLACE = 0.2
/** … or within so many points: text that is shrunk into its cell is made bold by the same hair … */
const HAIR = 0.4
/** … if that is less than this share of its size: of a row next to nothing high the next digit is as near. */
const HAIR_MOST = 0.3
/** … and as large, within this share of its size. */
const SAME_SIZE = 0.05
/** Text this near to paper (share of black) cannot be seen on it. */
const NO_INK = 0.02
/** What is at least this share as high as its letters is a shade and no ruling. */
export const SHADE = 0.8
/** Faint text that is larger than so many times the usual is a watermark … */
const FAINT_SIZE = 1.4
/** … and any text this many times as large that other text is written over. */
const WATERMARK_SIZE = 2
/** … over more than this share of its width, or in two lines: a caption may touch a title. */
const ASIDE = 0.4

export function seenText(glyphs: readonly DrawnGlyph[], { shapes, images }: Drawing): DrawnGlyph[] {
  const painted = glyphs.filter((g) => !g.hidden)
  const inked = painted.some((g) => g.ink < NO_INK) ? painted.filter((g) => isSeen(g, shapes, images)) : painted
  return once(withoutWatermarks(withoutPalePrint(uncovered(inked, shapes))))
}

/** White text can be read where something dark lies under it. */
function isSeen(glyph: DrawnGlyph, shapes: readonly DrawnShape[], images: Drawing['images']): boolean {
  if (glyph.ink >= NO_INK) return true
  const under = (o: { box: Box; order: number }) => o.order < glyph.order && holdsMiddle(o.box, glyph.box)
  // Letters of three points stand on shades no higher than a thick ruling.
  const isShade = ({ box }: DrawnShape) => Math.abs(box[3] - box[1]) > SHADE * (glyph.box[3] - glyph.box[1])
  const below = shapes.filter((s) => s.filled && under(s) && (isArea(s) || isShade(s))).at(-1)
  return images.some(under) || (below !== undefined && !below.invisible)
}

export function isArea({ kind, box }: DrawnShape): boolean {
  return kind === 'rect' && Math.min(Math.abs(box[2] - box[0]), Math.abs(box[3] - box[1])) > THIN
}

function withoutWatermarks(glyphs: DrawnGlyph[]): DrawnGlyph[] {
  const usual = medianSize(glyphs)
  const large = glyphs.filter((g) => g.size > FAINT_SIZE * usual)
  if (large.length === 0) return glyphs
  const runs: DrawnGlyph[][] = []
  for (const g of large) {
    const run = runs.at(-1)
    if (run && isSameText(run.at(-1)!, g)) run.push(g)
    else runs.push([g])
  }
  const marks = new Set(runs.filter((run) => isWatermark(run, glyphs, usual)).flat())
  return marks.size === 0 ? glyphs : glyphs.filter((g) => !marks.has(g))
}

/** Letters of one text that are drawn one by one are no further apart than so many times their size. */
const NEXT_LETTER = 2

/** Drawn in one run, or letter by letter on one line. */
function isSameText(last: DrawnGlyph, next: DrawnGlyph): boolean {
  if (last.run === next.run) return true
  const isLevel = last.size === next.size && last.box[1] === next.box[1]
  return isLevel && Math.abs(next.box[0] - last.box[2]) < NEXT_LETTER * next.size
}

function isWatermark(run: readonly DrawnGlyph[], all: readonly DrawnGlyph[], usual: number): boolean {
  // White letters that are seen stand on something dark.
  if (run.every((g) => g.ink >= NO_INK && g.ink < FAINT)) return true
  if (run.some((g) => g.size < WATERMARK_SIZE * usual)) return false
  const area = around(run)
  // Of a seal's letters, which lie over a title as well, one at most stands upright.
  const isOver = (g: DrawnGlyph) => g.angle % 90 === 0 && g.size < FAINT_SIZE * usual && holdsMiddle(area, g.box)
  const over = all.filter(isOver)
  return over.length > 1 && !isAside(around(over), area, usual)
}

/** Whether a text over another one is a line that touches its end: 公开07表 over the last letters of a title. */
function isAside(text: Box, area: Box, usual: number): boolean {
  return text[3] - text[1] < FAINT_SIZE * usual && text[2] - text[0] < ASIDE * (area[2] - area[0])
}

/** Without the glyphs that a rectangle painted later lies over. */
function uncovered(glyphs: DrawnGlyph[], shapes: readonly DrawnShape[]): DrawnGlyph[] {
  const covers = shapes.filter((s) => s.covers && isArea(s))
  if (covers.length === 0) return glyphs
  return glyphs.filter((g) => {
    const cx = (g.box[0] + g.box[2]) / 2
    const cy = (g.box[1] + g.box[3]) / 2
    return !covers.some((s) => s.order > g.order && cx > s.box[0] && cx < s.box[2] && cy > s.box[1] && cy < s.box[3])
  })
}

/** Rows of this height (points) part the characters that may be one drawn twice. */
const ROW = 4

/** Fake bold draws a character two or more times, a hair apart. */
function once(glyphs: DrawnGlyph[]): DrawnGlyph[] {
  /** Those kept so far, by row and first letter. */
  const kept = new Map<number, DrawnGlyph[]>()
  const keyOf = (row: number, text: string) => row * 0x10000 + text.charCodeAt(0)
  const isSeen = (g: DrawnGlyph, near: number, row: number) => {
    for (const { text, box, size, angle } of kept.get(keyOf(row, g.text)) ?? [])
      if (
        text === g.text &&
        // The 2 of a seal over that of an amount is turned, or larger.
        angle === g.angle &&
        Math.abs(size - g.size) < SAME_SIZE * g.size &&
        Math.abs(box[0] - g.box[0]) < near &&
        Math.abs(box[1] - g.box[1]) < near &&
        Math.abs(box[3] - g.box[3]) < 2 * near
      )
        return true
    return false
  }
  return glyphs.filter((g) => {
    const near = Math.max(Math.min(HAIR, HAIR_MOST * g.size), SAME_PLACE * g.size)
    const last = Math.floor((g.box[1] + near) / ROW)
    for (let row = Math.floor((g.box[1] - near) / ROW); row <= last; row++) if (isSeen(g, near, row)) return false
    const key = keyOf(Math.floor(g.box[1] / ROW), g.text)
    const row = kept.get(key)
    if (row) row.push(g)
    else kept.set(key, [g])
    return true
  })
}
