/** The figures of a page drawn in one size, to be compared with its print: where digits stand is told by those around. */
import { ABOVE, DIGIT, type FigureLine, mayBeFigure, ROWS } from '../../ocr/print/line.ts'
import type { Picture } from '../../ocr/reader.ts'
import type { Glyph } from '../types.ts'
import type { Rect } from './ink.ts'
import { resample } from './warp.ts'

/** A word of a scan and where its ink stands, pixels. */
export interface Inked {
  word: Glyph
  rect: Rect
  /** The cell in which it stands alone. */
  cell: Rect | null
}

/** A page, and how far it is free of red ink: 0 hidden to 255 clear. */
export interface Sheet {
  picture: Picture
  clear: Picture | null
}

/** Read with at least this belief (0–1), digits stand where the ink is. */
export const CERTAIN = 0.9
export const KNOWN = /^-?\d[\d,]*(\.\d+)?$/
/** So many certain figures around a place tell how high digits are there. */
const AROUND = 9
const FEWEST = 3

/** Draws each word that may be a figure as one; empty where the page has too few certain ones. */
export function drawFigures(sheet: Sheet, words: readonly Inked[]): Map<Glyph, FigureLine> {
  const certain = words.filter(({ word }) => (word.confidence ?? 0) >= CERTAIN && /^\d[\d.]{2,}$/.test(word.text))
  if (certain.length < FEWEST) return new Map()
  const drawn = words.filter(({ word }) => mayBeFigure(word.text))
  return new Map(drawn.map((one) => [one.word, draw(sheet, one, lineOf(one, certain))]))
}

interface DigitLine {
  top: number
  height: number
}

/** Where digits of the word stand: on the line of certain ones beside it, else where its own ink begins. */
function lineOf({ word, rect }: Inked, certain: readonly Inked[]): DigitLine {
  const own = (rect.y0 + rect.y1) / 2
  const far = ({ rect: r }: Inked) => Math.abs((r.y0 + r.y1) / 2 - own)
  const near = [...certain].sort((a, b) => far(a) - far(b)).slice(0, AROUND)
  const height = median(near.map(({ rect: r }) => r.y1 - r.y0))
  const beside = near.filter((o) => o.word !== word && far(o) < 0.5 * height)
  const isOwn = (word.confidence ?? 0) >= CERTAIN
  return { top: !isOwn && beside.length > 0 ? median(beside.map(({ rect: r }) => r.y0)) : rect.y0, height }
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[all.length >> 1]!
}

/** Paper before and after the ink, heights of a digit … */
const SIDE = 0.7
/** … or more where a seal may hide the rest of the figure. */
const HIDDEN = 5

function draw({ picture, clear }: Sheet, { word, rect, cell }: Inked, { top, height }: DigitLine): FigureLine {
  const scale = DIGIT / height
  const wide = clear && (word.confidence ?? 0) < CERTAIN && cell ? cell : null
  const left = wide ? Math.max(wide.x0, rect.x0 - HIDDEN * height) : rect.x0 - SIDE * height
  const right = wide ? Math.min(wide.x1, rect.x1 + HIDDEN * height) : rect.x1 + SIDE * height
  const width = Math.max(1, Math.round((right - left) * scale))
  const box = [left, top - ABOVE / scale, right, top + (ROWS - ABOVE) / scale] as const
  return { picture: resample(picture, box, width, ROWS), clear: clear && resample(clear, box, width, ROWS) }
}
