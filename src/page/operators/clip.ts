/** The area that is painted of what is drawn. */
import type { Box } from '../types.ts'
import type { DrawnShape, State } from './drawing.ts'
import { applyBox } from './matrix.ts'

/** What is left of the clipping area within a rectangle [x0, y0, x1, y1] of the present coordinates. */
export function clipped({ ctm, clip }: State, area: ArrayLike<number>): Box {
  const own = applyBox(ctm, area[0]!, area[1]!, area[2]!, area[3]!)
  if (!clip) return own
  return [Math.max(own[0], clip[0]), Math.max(own[1], clip[1]), Math.min(own[2], clip[2]), Math.min(own[3], clip[3])]
}

/** Points that a line may lie outside of the clipping area, beside half its thickness: programs round either. */
const ROUNDED = 0.5
/** Points by which the ends of a line may lie beside each other: of a steeper one no ruling comes. */
const LEVEL = 0.1

/** What is painted of a shape, added to others: rulings and shades end where the clipping area does. */
export function addWithin(clip: Box | null, shapes: DrawnShape[], shape: DrawnShape): void {
  const { box, kind, thickness } = shape
  const reach = ROUNDED + (kind === 'segment' ? thickness / 2 : 0)
  if (clip === null || isWithin(box, clip, reach)) shapes.push(shape)
  else if (!isOutside(box, clip, reach)) shapes.push(isSlanted(shape) ? shape : { ...shape, box: cut(box, clip) })
}

function isWithin([x0, y0, x1, y1]: Box, area: Box, reach: number): boolean {
  const isAt = (x: number, y: number) =>
    x >= area[0] - reach && x <= area[2] + reach && y >= area[1] - reach && y <= area[3] + reach
  return isAt(x0, y0) && isAt(x1, y1)
}

function isOutside([x0, y0, x1, y1]: Box, area: Box, reach: number): boolean {
  const misses = (a: number, b: number, from: number, to: number) =>
    Math.max(a, b) < from - reach || Math.min(a, b) > to + reach
  return misses(x0, x1, area[0], area[2]) || misses(y0, y1, area[1], area[3])
}

function isSlanted({ kind, box: [x0, y0, x1, y1] }: DrawnShape): boolean {
  return kind === 'segment' && Math.abs(x1 - x0) > LEVEL && Math.abs(y1 - y0) > LEVEL
}

function cut([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): Box {
  const x = (v: number) => Math.min(Math.max(v, left), right)
  const y = (v: number) => Math.min(Math.max(v, top), bottom)
  return [x(x0), y(y0), x(x1), y(y1)]
}

/** A character of which less than this share of its height or width is painted cannot be read: its row is hidden. */
const READABLE = 0.3

/** Whether enough of a character lies within the clipping area to be read. */
export function isShown(area: Box, box: Box): boolean {
  if (box[0] >= area[0] && box[1] >= area[1] && box[2] <= area[2] && box[3] <= area[3]) return true
  const isSo = (from: 0 | 1, to: 2 | 3) => {
    const middle = (box[from] + box[to]) / 2
    const shown = Math.min(area[to], box[to]) - Math.max(area[from], box[from])
    return middle >= area[from] && middle <= area[to] && shown >= READABLE * (box[to] - box[from])
  }
  return isSo(0, 2) && isSo(1, 3)
}
