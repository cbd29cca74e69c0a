/** The area that is painted of what is drawn. */
import type { Box } from '../types.ts'
import type { State } from './drawing.ts'
import { applyBox } from './matrix.ts'

/** What is left of the clipping area within a rectangle [x0, y0, x1, y1] of the present coordinates. */
export function clipped({ ctm, clip }: State, area: ArrayLike<number>): Box {
  const own = applyBox(ctm, area[0]!, area[1]!, area[2]!, area[3]!)
  if (!clip) return own
  return [Math.max(own[0], clip[0]), Math.max(own[1], clip[1]), Math.min(own[2], clip[2]), Math.min(own[3], clip[3])]
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
