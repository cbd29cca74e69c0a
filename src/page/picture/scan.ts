/** A picture of a page → Page: straightened and cleaned, its rulings seen, then its lines of text read. */
import { type FigureLine, isShort } from '../../ocr/print/line.ts'
import { type LineReading, type Picture, perCharacter, type Reader, together } from '../../ocr/reader.ts'
import type { Box, Glyph, Page, Ruling } from '../types.ts'
import { type Held, held, movedRect } from './across.ts'
import { withoutBehind } from './behind.ts'
import { findBend } from './bend.ts'
import { looseLines } from './blobs.ts'
import { withoutBridges } from './bridges.ts'
import { withoutDither } from './dither.ts'
import { withoutLines } from './erase.ts'
import { drawFigures, type Inked } from './figures.ts'
import { evenLight, evenPrint, type Pixels, withoutGrain } from './image.ts'
import { INK, type Rect, textHeight, textLines } from './ink.ts'
import { cutLine, type LinePicture, toDash, toGlyphs } from './line-picture.ts'
import { type RedMask, SQUARE, toGray } from './red.ts'
import type { SeenLine } from './seen-line.ts'
import { seenLines } from './seen-lines.ts'
import { findSkew } from './skew.ts'
import { withoutSpecks } from './specks.ts'
import { rulingsOf } from './streaks.ts'
import { beforeTurn, turnSlightly } from './warp.ts'

/** A page that has been looked at but not read: `page` has rulings and no glyphs. */
export interface Scan {
  page: Page
  /** Upright, straight, without red ink and rulings: what is read. */
  picture: Picture
  /** How far it is free of red ink, 0 hidden to 255 clear; null where there is none. */
  clear: Picture | null
  /** The same without grain and with print of one darkness: where there is ink. */
  ink: Picture
  /** Pixels a point. */
  scale: number
  /** Degrees clockwise by which the page lay askew. */
  skew: number
  /** Whether there was red ink, which was taken out and may have taken some of the print along. */
  isUnderSeal: (rect: Rect) => boolean
}

/** What was read under a seal is at most this sure (0–1): it needs proof. */
const UNDER_SEAL = 0.75

/** A smaller skew (degrees) moves no line by a pixel over a page. */
const LEVEL = 0.03

/** Straightens and cleans the picture of a whole page and finds its rulings. */
export function openScan(pixels: Pixels, page: Page): Scan {
  const scale = pixels.width / page.width
  const { picture: gray, red, clear } = toGray(pixels, scale)
  const even = evenLight(withoutDither(gray))
  const skew = findSkew(even)
  const isLevel = Math.abs(skew) < LEVEL
  const turned = withoutBehind(isLevel ? even : turnSlightly(even, -skew), scale)
  const bend = findBend(turned)
  const level = bend ? bend.picture(turned) : turned
  const before = (at: [number, number]) => beforeTurn(even, -skew, bend ? bend.before(at) : at)
  const isRed: RedMask | null = red && ((x, y) => red(...before([x, y])))
  const lines = seenLines(level, scale, isRed)
  const picture = withoutLines(level, lines, scale)
  const straightened = (mask: Picture) => {
    const own = isLevel ? mask : turnSlightly(mask, -skew)
    return bend ? bend.picture(own) : own
  }
  const rulings = withoutBridges(rulingsOf(lines, level, scale), scale).map((line) => toRuling(line, scale))
  const stains = isRed ? { stains: stainsOf(level, isRed, scale) } : {}
  return {
    page: { ...page, glyphs: [], rulings, images: [], ...stains },
    picture,
    clear: clear && straightened(clear),
    ink: withoutPaleRed(evenPrint(withoutGrain(picture)), isRed),
    scale,
    skew,
    isUnderSeal: isRed ? within(isRed) : NEVER,
  }
}

/** Made out here: a function made where the page is straightened would keep all pictures of it while it is read. */
const NEVER = () => false
const within = (isRed: RedMask) => (rect: Rect) => touches(rect, ([x, y]) => isRed(x, y))

/** Ink without what is pale at a seal: that is left of it, and no print. */
function withoutPaleRed(ink: Picture, isRed: RedMask | null): Picture {
  if (!isRed) return ink
  const { width, height } = ink
  const data = Uint8Array.from(ink.data)
  for (let y = 0; y < height; y += SQUARE)
    for (let x = 0; x < width; x += SQUARE) {
      const around = { x0: x - SQUARE, y0: y - SQUARE, x1: x + SQUARE, y1: y + SQUARE }
      if (!touches(around, ([at, row]) => isRed(at, row))) continue
      for (let row = y; row < Math.min(height, y + SQUARE); row++)
        for (let i = row * width + x; i < row * width + Math.min(width, x + SQUARE); i++)
          if (data[i]! >= INK) data[i] = 255
    }
  return { width, height, data }
}

/** Whether one of the places in the rectangle, each in a square of its own, is such. */
function touches({ x0, y0, x1, y1 }: Rect, is: (at: [number, number]) => boolean): boolean {
  for (let y = y0; y < y1 + SQUARE; y += SQUARE)
    for (let x = x0; x < x1 + SQUARE; x += SQUARE) if (is([Math.min(x, x1), Math.min(y, y1)])) return true
  return false
}

/** The red squares of a picture, those beside each other as one box (points). */
function stainsOf({ width, height }: Picture, isRed: RedMask, scale: number): Box[] {
  const out: Box[] = []
  for (let y = 0; y < height; y += SQUARE) {
    let from: number | null = null
    for (let x = 0; x < width + SQUARE; x += SQUARE) {
      const on = x < width && isRed(x, y)
      if (on) from ??= x
      if (on || from === null) continue
      out.push([from / scale, y / scale, x / scale, (y + SQUARE) / scale])
      from = null
    }
  }
  return out
}

function toRuling(line: SeenLine, scale: number): Ruling {
  return {
    axis: line.axis,
    at: (line.at0 + line.at1) / 2 / scale,
    from: line.from / scale,
    to: line.to / scale,
    thickness: line.thickness / scale,
  }
}

/** The lines of text of a scan: those within `cells` (boxes in points), then those outside. */
export function scanLines(scan: Scan, cells: readonly Box[]): LinePicture[] {
  const { scale } = scan
  const regions = cells.map((box) => toRect(box, scale, scan.ink))
  const em = textHeight(scan.ink, regions, scale)
  const { picture, ink } = withoutSpecks(scan, em)
  const inside = regions.flatMap((box) => {
    const { region, at, ...own } = held(picture, ink, box, em)
    const lines = textLines(own.ink, region, em).filter((line) => !isStrip(line, em))
    return lines.map((line) =>
      movedBy(at, { ...cutLine(own.picture, own.ink, line, em), isCell: lines.length === 1, cell: box }),
    )
  })
  const outside = looseLines(ink, regions, em, scale)
  return [...inside, ...outside.map((line) => cutLine(picture, ink, line, em))]
}

/** The line as it stands on the page, of which a part was looked at. */
function movedBy(at: Held['at'], line: LinePicture): LinePicture {
  const pieces = line.pieces.map((piece) => ({ ...piece, x0: piece.x0 + at.x, x1: piece.x1 + at.x }))
  return { ...line, rect: movedRect(line.rect, at), pieces }
}

/** What is left of a ruling within a cell: lower than any character (share of the text height) and longer than a dash. */
const STRIP = { height: 0.25, length: 5 }

function isStrip({ x0, y0, x1, y1 }: Rect, em: number): boolean {
  return y1 - y0 < STRIP.height * em && x1 - x0 > STRIP.length * em
}

/** A page that was read, and the pictures of its words that stand alone on their line, but for long texts: they are kept until the end. */
export interface ReadScan {
  page: Page
  pictures: Map<Glyph, Picture>
  /** The same, drawn as figures. */
  figures: Map<Glyph, FigureLine>
}

/** Reads a scan. `cells` are the boxes of its ruled cells in points; text outside them is read, too. `most`: only the widest lines. */
export async function readScan(
  scan: Scan,
  cells: readonly Box[],
  reader: Reader,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadScan> {
  const all = scanLines(scan, cells)
  const width = ({ rect }: LinePicture) => rect.x1 - rect.x0
  const lines = all.length > most ? all.sort((a, b) => width(b) - width(a)).slice(0, most) : all
  const words = lines.filter((l) => !l.isDash)
  const read = await readTwice(scan, words, reader)
  const pictures = new Map<Glyph, Picture>()
  const alone: Inked[] = []
  const glyphs = words.flatMap((line, i) => {
    const own = toGlyphs(line, read[i]!, scan.scale)
    if (scan.isUnderSeal(line.rect))
      for (const word of own) word.confidence = Math.min(word.confidence ?? 0, UNDER_SEAL)
    if (own.length === 1 && isShort(own[0]!.text)) {
      pictures.set(own[0] as Glyph, line.picture)
      alone.push({ word: own[0] as Glyph, rect: line.rect, cell: line.cell })
    }
    return own
  })
  const dashes = lines
    .filter((l) => l.isDash)
    .map((line) => {
      const dash = toDash(line, scan.scale)
      return scan.isUnderSeal(line.rect) ? { ...dash, confidence: UNDER_SEAL } : dash
    })
  return { page: { ...scan.page, glyphs: [...glyphs, ...dashes] }, pictures, figures: drawFigures(scan, alone) }
}

/** A reading less sure than this (0–1) is made again, from a picture without grain. */
const DOUBTFUL = 0.9

/**
 * … unless it is a word of which each letter is as sure as this (0–1): a long one is less sure as a whole, and a second
 * picture of it is read the same. A figure stands and falls with each of its digits.
 */
const SURE_LETTER = 0.95
const WORD = /^\D*\p{Script=Han}\D*$/u

function isDoubtful({ text, confidence }: LineReading): boolean {
  return confidence < DOUBTFUL && !(WORD.test(text) && perCharacter(text, confidence) >= SURE_LETTER)
}

async function readTwice(scan: Scan, lines: readonly LinePicture[], reader: Reader): Promise<LineReading[]> {
  const read = await reader.read(lines.map((l) => l.picture))
  const doubtful = lines.flatMap((line, i) => (isDoubtful(read[i]!) ? [{ line, i }] : []))
  if (doubtful.length === 0) return read
  const smooth = withoutGrain(scan.picture)
  const again = await reader.read(doubtful.map(({ line }) => cutLine(smooth, scan.ink, line.rect, line.em).picture))
  for (const [k, { i }] of doubtful.entries()) read[i] = together(read[i]!, again[k]!)
  return read
}

function toRect([x0, y0, x1, y1]: Box, scale: number, { width, height }: Picture): Rect {
  return {
    x0: Math.max(0, Math.round(x0 * scale)),
    y0: Math.max(0, Math.round(y0 * scale)),
    x1: Math.min(width, Math.round(x1 * scale)),
    y1: Math.min(height, Math.round(y1 * scale)),
  }
}
