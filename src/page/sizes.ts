/** The usual size of a page's text. */
import { memoisedBy } from '../memo.ts'

/** The size most of the glyphs have, points; 10 for a page without any. Asked of a page's glyphs again and again. */
export const medianSize = memoisedBy((glyphs: readonly { size: number }[]): number => quantile(glyphs, 1 / 2))

/** The size that a quarter of the glyphs have, or a larger one, points. */
export const largerSize = memoisedBy((glyphs: readonly { size: number }[]): number => quantile(glyphs, 3 / 4))

function quantile(glyphs: readonly { size: number }[], share: number): number {
  if (glyphs.length === 0) return 10
  const first = glyphs[0]!.size
  if (glyphs.every((g) => g.size === first)) return first
  const sizes = glyphs.map((g) => g.size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length * share)]!
}
