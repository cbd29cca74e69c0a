/** Decides from the facts of a page whether its text layer can be trusted. */
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

/**
 * The characters that published budgets and accounts print most. Of 684 pages, each has at least a fifth of its
 * characters out of them; of characters taken at random one in a hundred is.
 */
const FREQUENT = new Set(
  '出支费算预公政务业年单行位本元万的目经事用计项市一收金部资款其和入工保基财理门表管数上指他服共标法要科拨国运关购信会主局般人机合作类中度及设障二府社车级十性分缴',
)
/** A page with a smaller share of them, out of at least so many Han characters, is no text. */
const FREQUENT_SHARE = 0.05
const MANY_HAN = 40
/** Letters of other scripts, or letters and signs alone where Chinese is to be expected, up to this share are text. */
const FOREIGN_SHARE = 0.3

const HAN = /^[\u3400-\u9fff]$/
const LETTER = /^[^\d\s.,，．()（）%—–-]$/
const FOREIGN = /^[\u00c0-\u1fff\ua000-\udfff]$/

/** Letters that no disclosure holds beside Chinese: of other scripts, and Han ones out of the first extension. */
const STRANGE = /^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f\u0500-\u1fff\u2c00-\u2dff\u3400-\u4dbf\ua000-\udfff]$/
/** Of a page with few Han characters (an empty table) so many of them, at least this share of all letters, … */
const MANY_STRANGE = 6
const STRANGE_SHARE = 0.2
/** … beside fewer frequent characters than this share of the Han ones, are numbers of glyphs. */
const FEW_FREQUENT = 0.2

const LATIN = /^[A-Za-z]$/
const VOWEL = /^[aeiouAEIOU]$/
/** Nearly all letters of a page in a Western language are Latin ones, */
const LATIN_SHARE = 0.9
/** and of these so many are vowels (38 % in English); of letters taken at random it is a fifth. */
const VOWELS = { least: 0.3, most: 0.55 }

function isWestern(texts: readonly string[], letters: number): boolean {
  const latin = texts.filter((t) => LATIN.test(t))
  const vowels = latin.filter((t) => VOWEL.test(t)).length / latin.length
  return latin.length > LATIN_SHARE * letters && vowels > VOWELS.least && vowels < VOWELS.most
}

/**
 * Where a font has no ToUnicode, the numbers of its glyphs may be all there is to read: they make characters of any
 * script, which say nothing of what is printed.
 */
function isGarbled(texts: readonly string[]): boolean {
  let [han, frequent, letters, foreign, strange] = [0, 0, 0, 0, 0]
  for (const text of texts) {
    if (STRANGE.test(text)) strange++
    if (HAN.test(text)) {
      han++
      if (FREQUENT.has(text)) frequent++
    } else if (LETTER.test(text)) {
      letters++
      if (FOREIGN.test(text)) foreign++
    }
  }
  const areStrange = strange >= MANY_STRANGE && strange >= STRANGE_SHARE * (han + letters)
  if (areStrange && frequent < FEW_FREQUENT * han) return true
  if (han >= MANY_HAN) return frequent < FREQUENT_SHARE * han || foreign > FOREIGN_SHARE * texts.length
  const isOther = texts.length > FEW_GLYPHS && letters > FOREIGN_SHARE * texts.length && han < FREQUENT_SHARE * letters
  return isOther && !isWestern(texts, letters)
}

export function classify(facts: PageFacts): PageKind {
  const area = facts.width * facts.height
  const cover = Math.max(0, ...facts.images.map((i) => imageCover(i, facts))) / area
  const usable = facts.unknown < GARBAGE && !isGarbled(facts.texts)
  if (facts.shown > FEW_GLYPHS && usable) return 'text'
  if (cover >= SCAN_COVER) return facts.hidden > FEW_GLYPHS ? 'mixed' : 'scan'
  if (facts.shown > 0) return usable ? 'text' : 'scan'
  const pieces = facts.images.reduce((sum, i) => sum + imageCover(i, facts), 0) / area
  return pieces >= SCAN_COVER / 2 ? 'scan' : 'blank'
}

/** A picture over at least this share of a page of text may be a table: charts of published documents cover a quarter. */
const TABLE_COVER = 0.3
/** A picture behind a text has more characters on it than this; a chart has a few that name its parts. */
const ON_PICTURE = 10

/** A large picture on a page of text: what it shows is not read. */
export function pictureOn({ kind, unread, images, glyphs, width, height }: Page): PageImage | null {
  if (kind !== 'text' || unread) return null
  const large = images.filter((i) => imageCover(i, { width, height }) >= TABLE_COVER * width * height)
  const isOn = ({ box }: PageImage, [x0, y0, x1, y1]: Page['glyphs'][number]['box']) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
    return x > box[0] && x < box[2] && y > box[1] && y < box[3]
  }
  return large.find((i) => glyphs.filter((g) => isOn(i, g.box)).length <= ON_PICTURE) ?? null
}

function imageCover(image: PageImage, page: { width: number; height: number }): number {
  const w = Math.min(image.box[2], page.width) - Math.max(image.box[0], 0)
  const h = Math.min(image.box[3], page.height) - Math.max(image.box[1], 0)
  return Math.max(0, w) * Math.max(0, h)
}
