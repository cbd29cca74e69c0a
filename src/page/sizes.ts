/** The usual size of a page's text. */
import { memoisedBy } from '../memo.ts'

/** The size most of the glyphs have, points; 10 for a page without any. Asked of a page's glyphs again and again. */
export const medianSize = memoisedBy((glyphs: readonly { size: number }[]): number => {
  if (glyphs.length === 0) return 10
  const first = glyphs[0]!.size
  if (glyphs.every((g) => g.size === first)) return first
  const sizes = glyphs.map((g) => g.size).sort((a, b) => a - b)
  return sizes[sizes.length >> 1]!
})
