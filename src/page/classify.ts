/** Decides from the facts of a page whether its text layer can be trusted. */
import type { PageImage, PageKind } from './types.ts'

export interface PageFacts {
  width: number
  height: number
  /** Glyphs that are painted. */
  shown: number
  /** Glyphs that are not painted (render mode 3, covered). */
  hidden: number
  /** Share of the glyphs without a known character, 0–1. */
  unknown: number
  images: readonly PageImage[]
}

/** An image over at least this share of the page is a scan if there is hardly any text beside it. */
const SCAN_COVER = 0.5
/** A page number and a stamp's text beside a scan; a real page of text has more glyphs. */
const FEW_GLYPHS = 30
/** A page whose glyphs are unknown to this share has a text layer that cannot be used. */
const GARBAGE = 0.3

export function classify(facts: PageFacts): PageKind {
  const area = facts.width * facts.height
  const cover = Math.max(0, ...facts.images.map((i) => imageCover(i, facts))) / area
  if (facts.shown > FEW_GLYPHS && facts.unknown < GARBAGE) return 'text'
  if (cover >= SCAN_COVER) return facts.hidden > FEW_GLYPHS ? 'mixed' : 'scan'
  if (facts.shown > 0) return facts.unknown < GARBAGE ? 'text' : 'scan'
  const pieces = facts.images.reduce((sum, i) => sum + imageCover(i, facts), 0) / area
  return pieces >= SCAN_COVER / 2 ? 'scan' : 'blank'
}

function imageCover(image: PageImage, page: { width: number; height: number }): number {
  const w = Math.min(image.box[2], page.width) - Math.max(image.box[0], 0)
  const h = Math.min(image.box[3], page.height) - Math.max(image.box[1], 0)
  return Math.max(0, w) * Math.max(0, h)
}
