/** Decides from the facts of a page whether its text layer can be trusted. */
import { isGarbled } from './garbled.ts'
import type { Page, PageImage, PageKind } from './types.ts'

export interface PageFacts {
  width: number
  height: number
  /** Glyphs that are painted. */
  shown: number
  /** Glyphs that are not painted (render mode 3, covered). */
  hidden: number
  /** Share of the glyphs without a known character, 0–1. */
  unknown: number
  /** Filled shapes with curves, and pictures. */
  outlines: number
  /** What the glyphs that are painted say. */
  texts: readonly string[]
  images: readonly PageImage[]
}

/** An image over at least this share of the page is a scan if there is hardly any text beside it. */
const SCAN_COVER = 0.5
/** A page number and a stamp's text beside a scan; a real page of text has more glyphs. */
const FEW_GLYPHS = 30
/** A page whose glyphs are unknown to this share has a text layer that cannot be used. */
const GARBAGE = 0.1
/** A letter is made of one to six outlines. So many, and hardly any text beside them, are text that was made into shapes. */
const MANY_OUTLINES = 100

export function classify(facts: PageFacts): PageKind {
  const area = facts.width * facts.height
  const cover = Math.max(0, ...facts.images.map((i) => imageCover(i, facts))) / area
  const usable = facts.unknown < GARBAGE && !isGarbled(facts.texts)
  if (facts.shown > FEW_GLYPHS && usable) return 'text'
  if (cover >= SCAN_COVER) return facts.hidden > FEW_GLYPHS ? 'mixed' : 'scan'
  if (facts.outlines >= MANY_OUTLINES) return 'scan'
  if (facts.shown > 0) return usable ? 'text' : 'scan'
  const pieces = facts.images.reduce((sum, i) => sum + imageCover(i, facts), 0) / area
  return pieces >= SCAN_COVER / 2 ? 'scan' : 'blank'
}

/** A picture over at least this share of a page of text may be a table: charts of published documents cover a quarter. */
const TABLE_COVER = 0.3
/** A picture behind a text has more characters on it than this; a chart has a few that name its parts. */
const ON_PICTURE = 10

/** A picture smaller than this share of the page is a sign or a stamp. */
const SIGN_COVER = 0.02

/** A large picture on a page of text, or one of a table: what it shows is not read. */
export function pictureOn(page: Page): PageImage | null {
  const { width, height } = page
  const isLarge = (i: PageImage) => imageCover(i, { width, height }) >= TABLE_COVER * width * height
  return picturesAmongText(page).find((i) => i.isTable || isLarge(i)) ?? null
}

/** The pictures on a page of text that have hardly any text upon them. */
export function picturesAmongText({ kind, unread, images, glyphs, width, height }: Page): PageImage[] {
  if (kind !== 'text' || unread) return []
  const isOn = ({ box }: PageImage, [x0, y0, x1, y1]: Page['glyphs'][number]['box']) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
    return x > box[0] && x < box[2] && y > box[1] && y < box[3]
  }
  const seen = images.filter((i) => imageCover(i, { width, height }) >= SIGN_COVER * width * height)
  return seen.filter((i) => glyphs.filter((g) => isOn(i, g.box)).length <= ON_PICTURE)
}

function imageCover(image: PageImage, page: { width: number; height: number }): number {
  const w = Math.min(image.box[2], page.width) - Math.max(image.box[0], 0)
  const h = Math.min(image.box[3], page.height) - Math.max(image.box[1], 0)
  return Math.max(0, w) * Math.max(0, h)
}
