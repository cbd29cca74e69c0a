/** Full-width brackets fill half of their boxes: programs that set them close let the blank half lie over what is beside them. */
import type { Glyph } from '../../page/types.ts'

const OPENING = /^[（【〔《“「『]$/
const CLOSING = /^[）】〕》”」』，、。；：]$/
/** Fonts draw no more than this share of the width of such a character, at its inner side. */
const FILLED = 0.5
/** A narrower character, as a share of its size, has no blank half. */
const FULL_WIDTH = 0.9

/** Where what is printed of a character begins. */
export function startOf({ text, box, size }: Glyph): number {
  const width = box[2] - box[0]
  return OPENING.test(text) && width > FULL_WIDTH * size ? box[0] + FILLED * width : box[0]
}

/** Where what is printed of a character ends. */
export function endOf({ text, box, size }: Glyph): number {
  const width = box[2] - box[0]
  return CLOSING.test(text) && width > FULL_WIDTH * size ? box[2] - FILLED * width : box[2]
}
