/** One line of text as the readers want it, and the way back from their readings to places on the page. */
import type { LineReading, Picture, ReadChar, TraceStep } from '../../ocr/reader.ts'
import type { Alternative, Glyph, Trace } from '../types.ts'
import { type Rect, stretches } from './ink.ts'
import { resample } from './warp.ts'

/** Height of the picture that the recognition network takes (pixels). */
const HEIGHT = 48
/** Paper above and below the text, share of its height. */
const MARGIN = 0.16
/** Paper before and after the text, share of the line's height. */
const ENDS = 0.25
/** A line is taken as at least this high (share of the text height): a dash or 一 is not blown up. */
const LOWEST = 0.62
/** Gaps wider than this (share of the text height) part words … */
const WORD_GAP = 0.9
/** … and are shortened to this, so that the reader sees one line and is not paid for paper. */
const SHORT_GAP = 0.5

/** A piece of the line: from x0 to x1 on the page, drawn from `at` to `to` in the picture (all pixels). */
interface Piece {
  x0: number
  x1: number
  at: number
  to: number
}

export interface LinePicture {
  picture: Picture
  rect: Rect
  pieces: Piece[]
  /** Text height of the page it was cut for, pixels. */
  em: number
  /** Whether nothing stands in the line but a dash, which its shape tells better than a reader of characters. */
  isDash: boolean
  /** Whether it is all that stands in a ruled cell. */
  isCell: boolean
  /** The ruled cell it stands in, if any. */
  cell: Rect | null
}

/** A dash alone: at most this high, this short and this long (shares of the text height), and so many times its height long. */
const DASH = { height: 0.25, shortest: 0.25, longest: 5, slender: 2.5 }

function isDash({ x0, y0, x1, y1 }: Rect, em: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0]
  const low = height <= Math.max(2, DASH.height * em) && width >= DASH.slender * height
  return low && width >= DASH.shortest * em && width <= DASH.longest * em
}

/** Cuts a line out and draws it 48 pixels high. `ink` shows where on the page there is some. */
export function cutLine(page: Picture, ink: Picture, rect: Rect, em: number): LinePicture {
  const height = rect.y1 - rect.y0
  const text = Math.max(height, LOWEST * em)
  const middle = (rect.y0 + rect.y1) / 2
  const half = text * (0.5 + MARGIN)
  const zoom = HEIGHT / (2 * half)
  const size = Math.max(height, em)
  const words = stretches(ink, rect, WORD_GAP * size, em)
  const side = ENDS * text
  const pieces: Piece[] = []
  const parts: Picture[] = []
  let at = 0
  words.forEach((word, i) => {
    const before = i === 0 ? side : (SHORT_GAP * size) / 2
    const after = i === words.length - 1 ? side : (SHORT_GAP * size) / 2
    const [x0, x1] = [word.x0 - before, word.x1 + after]
    const width = Math.max(1, Math.round((x1 - x0) * zoom))
    parts.push(resample(page, [x0, middle - half, x1, middle + half], width, HEIGHT))
    pieces.push({ x0: word.x0, x1: word.x1, at, to: at + width })
    at += width
  })
  return { picture: sideBySide(parts), rect, pieces, em, isDash: isDash(rect, em), isCell: false, cell: null }
}

function sideBySide(parts: readonly Picture[]): Picture {
  const [only] = parts
  if (only && parts.length === 1) return only
  const width = parts.reduce((sum, p) => sum + p.width, 0)
  const data = new Uint8Array(width * HEIGHT)
  let at = 0
  for (const part of parts) {
    for (let y = 0; y < HEIGHT; y++) data.set(part.data.subarray(y * part.width, (y + 1) * part.width), y * width + at)
    at += part.width
  }
  return { width, height: HEIGHT, data }
}

/** A line that is a dash. */
export function toDash({ rect }: LinePicture, scale: number): Glyph {
  const box: Glyph['box'] = [rect.x0 / scale, rect.y0 / scale, rect.x1 / scale, rect.y1 / scale]
  return { text: '—', box, size: box[3] - box[1], source: 'ocr', confidence: 1, alternatives: [] }
}

/** Ink of which nothing could be read is print, and no speck, from this size on (shares of the text height). */
const PRINT = { width: 0.3, height: 0.45 }

function isPrint({ x0, y0, x1, y1 }: Rect, em: number): boolean {
  return x1 - x0 >= PRINT.width * em && y1 - y0 >= PRINT.height * em
}

/** Something stands here, and nobody knows what. */
function illegible(rect: Rect, scale: number): Glyph {
  const box: Glyph['box'] = [rect.x0 / scale, rect.y0 / scale, rect.x1 / scale, rect.y1 / scale]
  return { text: '\uFFFD', box, size: box[3] - box[1], source: 'ocr', confidence: 0, alternatives: [] }
}

/** One glyph a word: what was read, where it stands, and what else it could be. */
export function toGlyphs({ rect, pieces, em, isCell }: LinePicture, reading: LineReading, scale: number): Glyph[] {
  if (reading.text.trim() === '') return isCell && isPrint(rect, em) ? [illegible(rect, scale)] : []
  const words = pieces.map((piece): { piece: Piece; chars: ReadChar[] } => ({ piece, chars: [] }))
  for (const char of reading.chars) {
    const middle = (char.from + char.to) / 2
    const word = words.find((w) => middle < w.piece.to) ?? words.at(-1)!
    word.chars.push(char)
  }
  return words.flatMap(({ piece, chars }) => {
    const text = chars.map((c) => c.text).join('')
    if (text.trim() === '') return []
    const alone = words.length === 1
    const alternatives: Alternative[] = alone ? reading.alternatives.map((a) => ({ ...a })) : []
    return {
      text,
      box: [piece.x0 / scale, rect.y0 / scale, piece.x1 / scale, rect.y1 / scale],
      size: (rect.y1 - rect.y0) / scale,
      source: 'ocr',
      confidence: alone ? reading.confidence : Math.min(...chars.map((c) => c.confidence)),
      alternatives,
      ...(reading.trace ? { trace: within(reading.trace, piece) } : {}),
    }
  })
}

/** What of the reader's trace belongs to a piece of the line. */
function within(trace: readonly TraceStep[], { at, to }: Piece): Trace {
  return trace.flatMap((step) => (step.at >= at && step.at < to ? [step.choices] : []))
}
