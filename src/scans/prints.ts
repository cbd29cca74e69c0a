/**
 * Figures that the reader doubts, compared with the digits that it read with certainty in the same document: a voice
 * of its own, since it knows the print and nothing else, and looks past what a seal hides.
 */
import { plain } from '../amount.ts'
import { decode, texts } from '../ocr/print/decode.ts'
import { type KnownLine, learnPrint, type Print } from '../ocr/print/learn.ts'
import { type FigureLine, mayBeFigure } from '../ocr/print/line.ts'
import { CERTAIN, KNOWN } from '../page/picture/figures.ts'
import type { Alternative, Glyph } from '../page/types.ts'

/** Figures believed less than this (0–1) are compared. */
const DOUBTED = 0.9
/** A page with more doubtful figures than this is printed too small to be compared, and would take seconds. */
const TOO_MANY = 50
/** Readings kept of a figure: as many as two hidden digits have. */
const MOST = 40
/** What one of the two does not find possible has this share of its belief (0–1). */
const FLOOR = 1e-3
/** What the two find likeliest together is at most this sure (0–1): it needs proof. */
const COMPARED = 0.75

const MINUS = /^-/
/** Marks before or after a figure are specks. */
const EDGES = /^[.,:;'·]+|[.,:;'·]+$/g
/** Freer of red than this (0–255), ink can be seen. */
const HIDDEN = 128
/** Whether a point was read as one or as a colon is no doubt of the figure. */
const POINT = /(?<=\d)[:;·](?=\d)/g
/** A nought that has lost its point or is not whole is nothing else. */
const NOUGHT = /^[.,:，：\s]*[0Oo][0Oo.,:，：\s]*$/

/** What was drawn of the words of each page. */
export function comparePrints(pages: readonly ReadonlyMap<Glyph, FigureLine>[]): void {
  if (!pages.some((figures) => [...figures].some(isDoubtful))) return
  const print = learnPrint(pages.flatMap(knownOf))
  if (!print) return
  for (const figures of pages) {
    const doubtful = [...figures].filter(isDoubtful)
    if (doubtful.length === 0 || doubtful.length > TOO_MANY || !tells(print, knownOf(figures))) continue
    for (const [word, line] of doubtful) {
      const seen = texts(decode(print, line), MOST)
      combine(
        word,
        seen.filter(({ text }) => explains(text, word.text, line)),
      )
    }
  }
}

function knownOf(figures: ReadonlyMap<Glyph, FigureLine>): KnownLine[] {
  return [...figures].flatMap(([{ text, confidence = 0 }, line]) =>
    confidence >= CERTAIN && KNOWN.test(text) ? [{ ...line, text }] : [],
  )
}

/** Certain figures of a page with which the print is tried, at most, and the share that it must read as they are. */
const TRIED = 16
const TELLS = 0.9

/** Whether the print is that of the page: some have another. */
function tells(print: Print, known: readonly KnownLine[]): boolean {
  const long = known.filter(({ text }) => text.length > 3)
  const step = Math.max(1, long.length / TRIED)
  const tried = long.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step))
  const right = tried.filter((line) => texts(decode(print, line), 1)[0]?.text === line.text.replace(MINUS, ''))
  return tried.length > 0 && right.length >= TELLS * tried.length
}

/** A code has neighbours that tell more than its shape, unless part of it is hidden. */
function isDoubtful([{ text, confidence = 0 }, line]: readonly [Glyph, FigureLine]): boolean {
  if (/^\d+$/.test(text) && !hides(line)) return false
  return confidence < DOUBTED && mayBeFigure(text) && !NOUGHT.test(text)
}

/**
 * Whether a figure has all digits that were read: ink outside it would be left unexplained, in the same way wherever
 * the figure is printed. Where nothing is hidden it has no more either.
 */
function explains(text: string, read: string, line: FigureLine): boolean {
  const more = signsOf(text) - signsOf(read)
  return more === 0 || (more > 0 && hides(line))
}

function hides({ clear }: FigureLine): boolean {
  return clear?.data.some((free) => free < HIDDEN) === true
}

function signsOf(text: string): number {
  return text.match(/[^\s.,:;'·，：。、-]/g)?.length ?? 0
}

/** Each reading is as likely as both voices together find it. */
function combine(word: Glyph, seen: readonly { text: string; share: number }[]): void {
  if (seen.length === 0) return
  const read = new Map<string, Alternative>()
  for (const one of [{ text: word.text, confidence: word.confidence ?? 0 }, ...(word.alternatives ?? [])]) {
    const key = plain(one.text).replace(/\s/g, '').replace(EDGES, '').replace(POINT, '.')
    const same = read.get(key)
    read.set(key, same ? { ...same, confidence: same.confidence + one.confidence } : one)
  }
  const shares = new Map(seen.map(({ text, share }) => [text, share]))
  const signs = new Set([...read.keys()].map((key) => MINUS.exec(key)?.[0] ?? ''))
  const all = [...new Set([...read.keys(), ...[...signs].flatMap((sign) => [...shares.keys()].map((t) => sign + t))])]
    .map((key) => ({
      text: KNOWN.test(key) ? key : (read.get(key)?.text ?? key),
      // A minus is too little ink to have a shape: whether there is one, the reader says alone.
      confidence:
        Math.max(FLOOR, read.get(key)?.confidence ?? 0) * Math.max(FLOOR, shares.get(key.replace(MINUS, '')) ?? 0),
    }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST)
  const total = all.reduce((sum, o) => sum + o.confidence, 0)
  const [best, ...others] = all.map((o) => ({ ...o, confidence: o.confidence / total }))
  if (!best) return
  const together = Math.min(best.confidence, COMPARED)
  const own = best.text === plain(word.text) ? (read.get(best.text)?.confidence ?? 0) : 0
  word.confidence = Math.min(1, Math.max(own, together))
  word.text = best.text
  word.alternatives = others
}
