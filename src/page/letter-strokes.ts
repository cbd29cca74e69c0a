/**
 * Bold letters that a program draws a second time, as lines along their outlines (text that is filled and stroked, printed
 * by cairo): the level and upright ones of these lines are no rulings.
 */
import type { DrawnShape } from './operators/drawing.ts'
import type { Box, Glyph } from './types.ts'

/** Lines of a letter lie within its box by this share of its size; borders of a cell do not. */
const WITHIN = 0.02
/** So many lines beside or below each other in one box are those of a letter: a dashed line across it is one. */
const LINES = 3
/** Letters are looked up by where they stand, in rows of this height (points). */
const ROW = 16

/** The shapes without those that are the outlines of letters. */
export function withoutLetterStrokes(shapes: readonly DrawnShape[], glyphs: readonly Glyph[]): readonly DrawnShape[] {
  const largest = Math.max(0, ...glyphs.map((g) => g.size))
  const small = shapes.filter((s) => s.kind === 'segment' && Math.max(...extentOf(s)) <= largest)
  if (small.length < LINES) return shapes
  const find = lookUp(glyphs)
  const strokes = new Map<Glyph, DrawnShape[]>()
  for (const shape of small) {
    const glyph = find(shape)
    if (!glyph) continue
    const own = strokes.get(glyph)
    if (own) own.push(shape)
    else strokes.set(glyph, [shape])
  }
  const ofLetters = new Set([...strokes.values()].filter((own) => placesOf(own) >= LINES).flat())
  return ofLetters.size === 0 ? shapes : shapes.filter((s) => !ofLetters.has(s))
}

function extentOf({ box: [x0, y0, x1, y1] }: DrawnShape): [width: number, height: number] {
  return [Math.abs(x1 - x0), Math.abs(y1 - y0)]
}

/** Finds the letter in whose box a shape lies. */
function lookUp(glyphs: readonly Glyph[]): (shape: DrawnShape) => Glyph | undefined {
  const rows = new Map<number, Glyph[]>()
  for (const glyph of glyphs)
    for (let row = Math.floor(glyph.box[1] / ROW); row <= Math.floor(glyph.box[3] / ROW); row++) {
      const list = rows.get(row)
      if (list) list.push(glyph)
      else rows.set(row, [glyph])
    }
  return ({ box }) => rows.get(Math.floor((box[1] + box[3]) / 2 / ROW))?.find((g) => isWithin(box, g))
}

function isWithin([ax, ay, bx, by]: Box, { box: [x0, y0, x1, y1], size }: Glyph): boolean {
  const edge = WITHIN * size
  const isIn = (a: number, b: number, from: number, to: number) =>
    Math.min(a, b) > from + edge && Math.max(a, b) < to - edge
  return isIn(ax, bx, x0, x1) && isIn(ay, by, y0, y1)
}

/** At how many places lines stand, level ones and upright ones. */
function placesOf(shapes: readonly DrawnShape[]): number {
  return new Set(
    shapes.map((shape) => {
      const [width, height] = extentOf(shape)
      const [axis, at] = width > height ? ['level', shape.box[1]] : ['upright', shape.box[0]]
      return `${axis} ${Math.round(at)}`
    }),
  ).size
}
