/** Images where they are painted. Programs draw rulings as images, too: a dot or a few dashes, drawn out. */
import { type DecodedImage, toPixels } from '../picture/decoded.ts'
import { THIN } from '../seen-text.ts'
import type { Box } from '../types.ts'
import { addWithin } from './clip.ts'
import type { Drawing, DrawnImage, DrawnShape, State } from './drawing.ts'
import { applyBox } from './matrix.ts'
import { isOpaque, isPaper, PAPER } from './paths.ts'

/** An image whose edges rise by less than one in so many is level. */
const SLANT = 500

/** An image of a ruling has no more pixels across, one of a text or a strip of a scan has; a mask has no more in all. */
const ACROSS = 2
const OF_MASK = 64
/** On pages larger than usual rulings are thicker (points). */
const THICKEST = 4 * THIN

function mayBeLine([x0, y0, x1, y1]: Box, { width, height, decoded }: Painted): boolean {
  const isSmall = decoded === 'mask' ? width * height <= OF_MASK : Math.min(width, height) <= ACROSS
  return isSmall && Math.min(x1 - x0, y1 - y0) <= THICKEST
}

/** A mask is painted in the colour of the state; `decoded` gives the pixels of an image. */
type Painted = Omit<DrawnImage, 'box' | 'upright'> & { decoded: 'mask' | (() => Promise<DecodedImage | null>) }

export async function addImage(d: Drawing, state: State, painted: Painted): Promise<void> {
  const { decoded, ...image } = painted
  const box = applyBox(state.ctm, 0, 0, 1, 1)
  const line = mayBeLine(box, painted) ? await lineOf(state, decoded) : null
  const rect = { kind: 'rect', box, filled: true, thickness: 0, covers: false, order: image.order } as const
  if (line) addWithin(state.clip, d.shapes, { ...rect, ...line })
  else d.images.push({ ...image, box, upright: isUpright(state) })
}

/** A mask of one dot is an area in one colour. */
export function addDot(d: Drawing, state: State, order: number): void {
  const paint = { covers: isOpaque(state), invisible: isPaper(state.fill) || state.fillAlpha === 0 }
  const box = applyBox(state.ctm, 0, 0, 1, 1)
  addWithin(state.clip, d.shapes, { kind: 'rect', box, filled: true, thickness: 0, ...paint, order })
}

function isUpright({ ctm: [a, b, c, e] }: State): boolean {
  const slant = Math.abs(a) / SLANT
  return a > 0 && e < 0 && Math.abs(b) < slant && Math.abs(c) < slant
}

/** What is as thin as a ruling is one; a white mask parts shades alone, and of an image the pixels say whether it is seen. */
async function lineOf(
  { fill, fillAlpha }: State,
  decoded: Painted['decoded'],
): Promise<Pick<DrawnShape, 'invisible'> | null> {
  if (decoded === 'mask') return { invisible: isPaper(fill) || fillAlpha === 0 }
  return fillAlpha > 0 && isInked(await decoded()) ? { invisible: false } : null
}

/** Whether anything of an image is neither white nor transparent, as what keeps room free is. */
function isInked(image: DecodedImage | null): boolean {
  const pixels = image && toPixels(image)
  if (!pixels) return false
  const { channels, data } = pixels
  for (let i = 0; i < data.length; i += channels) if (data.subarray(i, i + channels).some((v) => v < PAPER)) return true
  return false
}
