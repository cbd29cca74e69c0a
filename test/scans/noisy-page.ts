/** A text page as a poor OCR reader would see it: the same places, words in one piece, seeded misreadings with alternatives. */
import { findGrids } from '../../src/grid/find.ts'
import { around, toLines } from '../../src/page/lines.ts'
import type { Alternative, Glyph, Page } from '../../src/page/types.ts'

export interface Noise {
  /** Share of the amounts and codes that are misread, 0–1. */
  figures: number
  /** Share of the labels that are misread. */
  labels: number
  /** Of the misread, the share of which the reader is sure all the same and does not know the truth. */
  blind: number
  /** Share of what is read right where another reading is thought possible, too; 0.08 if absent. */
  doubts?: number
  /** Two digits that this printer's face makes look alike, and the share of figures with one that suffer from it. */
  habit?: { pair: string; share: number }
}

/** A reader that is never in doubt and never wrong. */
export const CLEAR: Noise = { figures: 0, labels: 0, blind: 0, doubts: 0 }

export type Next = () => number

/** What the reader says of one word. */
interface Said {
  text: string
  confidence: number
  alternatives: Alternative[]
}

export function noisyPage(page: Page, noise: Noise, next: Next): Page {
  const cells = findGrids(page).flatMap((g) => g.cells.map((c) => c.glyphs))
  const inside = new Set(cells.flat())
  const outside = page.glyphs.filter((g) => !inside.has(g))
  const words = [...cells, outside].flatMap((glyphs) => toLines(glyphs).flatMap((line) => wordsOf(line.glyphs)))
  return { ...page, kind: 'scan', glyphs: words.map((word) => toGlyph(word, noise, next)) }
}

/** A gap wider than this share of the text's size parts two words, as the reader of scans has it. */
const WORD_GAP = 0.9

function wordsOf(line: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = []
  for (const glyph of line) {
    const last = words.at(-1)?.at(-1)
    if (glyph.text.trim() === '') continue
    if (last && glyph.box[0] - last.box[2] < WORD_GAP * glyph.size) words.at(-1)!.push(glyph)
    else words.push([glyph])
  }
  return words
}

function toGlyph(word: readonly Glyph[], noise: Noise, next: Next): Glyph {
  const box = around(word)
  const text = word.map((g) => g.text).join('')
  return { ...read(text, noise, next), box, size: box[3] - box[1], source: 'ocr' }
}

/** Digits that blur into each other. */
const ALIKE: Record<string, string> = {
  ...{ 0: '689', 1: '74', 2: '37', 3: '859', 4: '19', 5: '368', 6: '805', 7: '12', 8: '3069', 9: '8034' },
}
const LETTERS: Record<string, string> = { 0: 'O', 1: 'l', 2: 'Z', 5: 'S', 8: 'B' }
const HAN = '人入大太未末土士已己日曰千干支文收牧政改财则预顷算真出业务劳费贵其基本木'

const pick = <T>(list: readonly T[] | string, next: Next) => list[Math.floor(next() * list.length)] as T
const between = (low: number, high: number, next: Next) => low + (high - low) * next()

export function read(text: string, noise: Noise, next: Next): Said {
  const figure = /^[-\d.,]+$/.test(text) && /\d/.test(text)
  const habit = noise.habit && figure && next() < noise.habit.share ? confuse(text, noise.habit.pair, next) : null
  const wrong = habit ?? (next() < (figure ? noise.figures : noise.labels) ? misread(text, figure, next) : null)
  if (wrong === null || wrong === text) return right(text, figure, noise.doubts ?? 0.08, next)
  const other = figure ? misread(text, figure, next) : null
  const rest = other === null || other === wrong || other === text ? [] : [{ text: other, confidence: 0.004 }]
  if (next() < noise.blind) return { text: wrong, confidence: between(0.97, 0.9999, next), alternatives: rest }
  const confidence = between(0.45, 0.97, next)
  const truth = { text, confidence: (1 - confidence) * between(0.3, 0.99, next) }
  return { text: wrong, confidence, alternatives: [truth, ...rest].sort((a, b) => b.confidence - a.confidence) }
}

/** Mostly sure; now and then another reading is thought possible. */
function right(text: string, figure: boolean, doubts: number, next: Next): Said {
  const other = next() < doubts ? misread(text, figure, next) : text
  if (other === text) return { text, confidence: between(0.992, 1, next), alternatives: [] }
  const confidence = between(0.55, 0.995, next)
  return { text, confidence, alternatives: [{ text: other, confidence: (1 - confidence) * 0.9 }] }
}

function misread(text: string, figure: boolean, next: Next): string {
  const at = Math.floor(next() * text.length)
  const c = text[at]!
  const put = (s: string) => text.slice(0, at) + s + text.slice(at + 1)
  if (!figure) return next() < 0.7 ? put(pick(HAN, next)) : text.length > 3 ? put('') : text
  const kind = next()
  if (kind < 0.6) return ALIKE[c] ? put(pick(ALIKE[c]!, next)) : text.replace('.', '')
  if (kind < 0.7) return text.replace('.', next() < 0.5 ? '' : ',')
  if (kind < 0.75) return text.replace(',', next() < 0.5 ? '' : '.')
  if (kind < 0.83) return text.length > 3 ? (next() < 0.5 ? text.slice(1) : text.slice(0, -1)) : text
  if (kind < 0.9) return text.replace(/(\d)\1/, '$1')
  if (kind < 0.93) return text.startsWith('-') ? text.slice(1) : text
  return LETTERS[c] ? put(LETTERS[c]!) : text
}

function confuse(text: string, pair: string, next: Next): string | null {
  const places = [...text].flatMap((c, i) => (pair.includes(c) ? [i] : []))
  if (places.length === 0) return null
  const at = pick(places, next)
  return text.slice(0, at) + pair.replace(text[at]!, '') + text.slice(at + 1)
}
