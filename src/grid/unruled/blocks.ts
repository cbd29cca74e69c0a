/** The texts of an unruled header: letters set apart joined to words, lines of wrapped texts to blocks. */
import { around, blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { type Piece, toPiece } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { isParted } from '../rulings/horizontal.ts'
import { HEADS_ROWS, IS_SUM, LEVEL, sideOf } from '../words.ts'
import { type Band, type Block, overlaps } from './bands.ts'
import { isAmid } from './heads-line.ts'
import { CENTRE, isFlush, isNextBelow, isUnder, linesOf, SAME_LEADING, SAME_LINE, sameLine, WRAP } from './next-line.ts'

/** Where they are set wide, lines of one wrapped header are closer than this share of the text size. */
const WIDE_WRAP = 1.3
/** So many distances show how far apart lines are: headers of groups may be a little further. */
const LEADINGS = 3
/** Where this share of all distances is the same, a text further above another by so much of its size heads it. */
const MOST = 0.6
const FURTHER = 0.2
/** Letters of one word may be set apart by so many times their size … */
const SPELLED = 8
/** … and as far as their cell is wide, if it is a word that heads half a table, or one of which no letter heads anything. */
const isWide = (text: string) => sideOf(text) !== null || HEADS_ROWS.test(text) || IS_SUM.test(text)
/** A line of a wrapped text may be so many letters shorter than the next: some lines are parted by hand. */
const SHORT = 3
/** … and at the right of its cell, where none is, by so many. */
const AT_RIGHT = 0.5

/** As what share of their size lines of a header are apart, at most. */
export function usualWrap(pieces: readonly Piece[]): number {
  const [most, all] = leadings(pieces, -WRAP, WRAP)
  if (most.length < Math.max(LEADINGS, MOST * all)) return WRAP
  return Math.min(WRAP, FURTHER + Math.max(...most.map(({ gap, size }) => gap / size)))
}

/** The same where the lines of one cell are no further apart than so many points. */
export function wrapWithin(step: number, pieces: readonly Piece[]): number {
  const heights = pieces.map(({ box, glyphs }) => (step - box[3] + box[1]) / glyphs[0]!.size)
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? WRAP
}

/** The same of a header that is set wide. */
export function wideWrap(pieces: readonly Piece[]): number {
  const [most] = leadings(pieces, WRAP, WIDE_WRAP)
  if (most.length < LEADINGS) return WIDE_WRAP
  return Math.max(...most.map(({ gap, size }) => (gap + SAME_LEADING) / size))
}

/** The distances between texts below each other, within some shares of their size, of which there are most; and how many there are of all. */
function leadings(pieces: readonly Piece[], from: number, to: number): [{ gap: number; size: number }[], number] {
  const gaps = pieces.flatMap((p) => {
    const size = p.glyphs[0]!.size
    const below = pieces.filter((o) => o.box[1] > p.box[1] + size / 2 && isUnder(o, p))
    const gap = Math.min(...below.map((o) => o.box[1] - p.box[3]))
    return gap > from * size && gap < to * size ? [{ gap, size }] : []
  })
  const alike = gaps.map(({ gap }) => gaps.filter((o) => Math.abs(o.gap - gap) < SAME_LEADING))
  return [alike.reduce((a, b) => (b.length > a.length ? b : a), []), gaps.length]
}

/** How lines of one header are told. */
export interface Wrapping {
  /** The share of their size that they are apart, at most. */
  wrap: number
  /** Whether a ruling stands below every text that heads several columns: what no ruling parts is one text. */
  areRuled: boolean
}

/** `bands`: the places where data stand. */
export function headBlocks(
  pieces: readonly Piece[],
  bands: readonly Band[],
  rulings: readonly Edge[],
  wrapping: Wrapping,
): Block[] {
  return toBlocks(spelled(pieces, bands), rulings, wrapping)
}

/**
 * 项 目, 收 入: letters set apart are one word, unless each heads a column of its own (类, 款, 项) or ends a wrapped text.
 * Letters of 收入, 支出, 项目 and 合计 with nothing between them are so however wide their cell is.
 */
function spelled(pieces: readonly Piece[], bands: readonly Band[]): Piece[] {
  const bandsOver = ({ box: [x0, , x1] }: Piece) => bands.filter((o) => overlaps(o, { x0, x1 }))
  const isLetter = (p: Piece) => p.glyphs.length === 1 && !isLastLine(p, pieces) && !isOfPillar(p, pieces)
  const isBetween = (p: Piece, a: Piece, b: Piece) => sameLine(p, b) && p.box[0] > a.box[0] && p.box[0] < b.box[0]
  const isOne = (a: Piece, b: Piece) => {
    if (!isLetter(a) || !isLetter(b) || LEVEL.test(b.text) || !sameLine(a, b) || a.box[2] > b.box[0]) return false
    if (isWide(a.text + b.text)) return !isPart(a, pieces) && !pieces.some((p) => isBetween(p, a, b))
    if (b.box[0] - a.box[2] > SPELLED * b.glyphs[0]!.size) return false
    const [first, second] = [bandsOver(a), bandsOver(b)]
    return first.every((o) => second.includes(o)) || second.every((o) => first.includes(o))
  }
  const out: Piece[] = []
  for (const piece of [...pieces].sort((a, b) => a.box[0] - b.box[0])) {
    const at = out.findIndex((o) => isOne(o, piece))
    if (at < 0) out.push(piece)
    else out[at] = toPiece([...out[at]!.glyphs, ...piece.glyphs])
  }
  return out
}

/** Whether a letter stands close below a text: the rest of it. */
function isLastLine({ box, glyphs }: Piece, pieces: readonly Piece[]): boolean {
  const isAbove = (o: Piece) =>
    o.glyphs.length > 1 &&
    o.box[3] <= box[1] + glyphs[0]!.size / 2 &&
    box[1] - o.box[3] < WRAP * glyphs[0]!.size &&
    overlaps({ x0: o.box[0], x1: o.box[2] }, { x0: box[0], x1: box[2] })
  return pieces.some(isAbove)
}

/** So many letters below each other, each alone, are a text in a column that has room for one, … */
const PILLAR = 3
/** … give or take so many points. */
const SAME_PLACE = 0.5

function isOfPillar(letter: Piece, pieces: readonly Piece[]): boolean {
  const size = letter.glyphs[0]!.size
  const own = pieces.filter((o) => o.glyphs.length === 1 && Math.abs(o.box[0] - letter.box[0]) < SAME_PLACE)
  const isNear = (o: Piece) => Math.abs(o.box[1] - letter.box[1]) < PILLAR * (1 + WRAP) * size
  const sorted = own.filter(isNear).toSorted((a, b) => a.box[1] - b.box[1])
  const gaps = sorted.slice(1).map((o, i) => o.box[1] - sorted[i]!.box[3] < WRAP * size)
  const at = sorted.indexOf(letter)
  const above = at - (gaps.slice(0, at).lastIndexOf(false) + 1)
  const below = gaps.slice(at).indexOf(false)
  return above + 1 + (below < 0 ? gaps.length - at : below) >= PILLAR
}

/** Pieces that lie close below each other and over each other's middle are one wrapped text, unless a ruling parts them. */
function toBlocks(pieces: readonly Piece[], rulings: readonly Edge[], { wrap, areRuled }: Wrapping): Block[] {
  const blocks: Block[] = []
  for (const piece of [...pieces].sort((a, b) => a.box[1] - b.box[1])) {
    const size = piece.glyphs[0]!.size
    const middle = (piece.box[0] + piece.box[2]) / 2
    const block = blocks.find(
      (b) =>
        piece.box[1] - b.y1 < (isLastLetter(piece) ? Math.max(wrap, WIDE_WRAP) : wrap) * size &&
        piece.box[1] > b.y0 &&
        !isPart(piece, pieces) &&
        !isRepeated(piece, pieces) &&
        !isSide(b, pieces) &&
        isAlone(piece, b, pieces) &&
        (areRuled || !isAmid(piece, b, pieces, Math.max(wrap, WRAP))) &&
        isFull(b, piece) &&
        !isOfNarrower(b, piece, pieces) &&
        !isParted(rulings, around(b.glyphs), piece.box) &&
        (Math.abs((b.x0 + b.x1) / 2 - middle) < CENTRE * size || isFlush(b, piece)),
    )
    if (block && isOtherText(block, piece)) blocks.push(restOf(block, piece))
    else if (block) {
      Object.assign(block, {
        x0: Math.min(block.x0, piece.box[0]),
        x1: Math.max(block.x1, piece.box[2]),
        y1: piece.box[3],
      })
      block.glyphs.push(...piece.glyphs)
    } else
      blocks.push({
        x0: piece.box[0],
        x1: piece.box[2],
        y0: piece.box[1],
        y1: piece.box[3],
        size,
        glyphs: [...piece.glyphs],
      })
  }
  return blocks
}

/** 出 below 日常公用支, however far apart lines are: no header has one letter but 类, 款 and 项. */
function isLastLetter({ text, glyphs }: Piece): boolean {
  return glyphs.length === 1 && !LEVEL.test(text)
}

/** 款 beside 类 or 项 heads a column; alone it may be the end of 财政拨款. */
function isPart(piece: Piece, pieces: readonly Piece[]): boolean {
  const isOther = (o: Piece) => LEVEL.test(o.text) && o.text !== piece.text && sameLine(o, piece)
  return LEVEL.test(piece.text) && pieces.some(isOther)
}

/** Rests of wrapped texts may be alike; words that are a header of their own have so many letters. */
const OWN = 3

/**
 * 预算数 | 决算数 | 预算数 | 决算数: words that stand beside the same others again, below other texts, head a column each,
 * whatever is above them.
 */
function isRepeated(piece: Piece, pieces: readonly Piece[]): boolean {
  const line = pieces.filter((o) => sameLine(o, piece)).sort((a, b) => a.box[0] - b.box[0])
  const nextTo = (p: Piece, by: 1 | -1) => line[line.indexOf(p) + by]?.text
  const above = (p: Piece) => {
    const over = pieces.filter((o) => o.box[3] < p.box[3] - o.glyphs[0]!.size / 2 && isUnder(p, o))
    return over.sort((a, b) => b.box[3] - a.box[3])[0]?.text
  }
  const isSame = (a: string | undefined, b: string | undefined) => a !== undefined && a === b && a !== piece.text
  const isAgain = (o: Piece) =>
    o !== piece &&
    o.text === piece.text &&
    above(o) !== above(piece) &&
    ([1, -1] as const).some((by) => isSame(nextTo(o, by), nextTo(piece, by)))
  return piece.glyphs.length >= OWN && line.some(isAgain)
}

/** 收入 beside 支出: each heads the columns of its side, whatever stands close below it. */
function isSide({ glyphs, y1 }: Block, pieces: readonly Piece[]): boolean {
  const own = sideOf(blockText(glyphs))
  const isOther = ({ text }: Piece) => ![own, null].includes(sideOf(text))
  const isBeside = (o: Piece) => isOther(o) && Math.abs(o.box[3] - y1) < o.glyphs[0]!.size / 2
  return own !== null && pieces.some(isBeside)
}

/** Whether nothing else of its line stands below the block: what does heads the columns of its own. */
function isAlone(piece: Piece, { x0, x1, size }: Block, pieces: readonly Piece[]): boolean {
  const isOver = (o: Piece) => o.box[0] < x1 + size / 4 && o.box[2] > x0 - size / 4
  // The rest of the text beside the block, at the right of its cell, may stand as close as that.
  const isOfOther = (o: Piece) => pieces.some((p) => (p.box[0] >= x1 || p.box[2] <= x0) && isNextBelow(o, p))
  return !pieces.some((o) => o !== piece && sameLine(o, piece) && isOver(o) && !isOfOther(o))
}

/** Lines of a wrapped text but for the last are as long as each other, give or take so many letters. */
const RAGGED = 2

/** Whether the lines of a block are one text and the last of them begins another: were it not the last, it would be longer. */
function isOtherText(block: Block, { text }: Piece): boolean {
  const own = linesOf(block)
  const lines = own.map((line) => around(line))
  // A letter alone is what the line above it has no room for.
  if (lines.length < 2 || own.at(-1)!.length === 1 || /^[(（]/.test(text)) return false
  const lengths = lines.map(([x0, , x1]) => x1 - x0)
  return Math.max(...lengths.slice(0, -1)) - lengths.at(-1)! > RAGGED * block.size
}

/** Takes the last line out of a block: it begins the text that a piece goes on. */
function restOf(block: Block, piece: Piece): Block {
  const last = linesOf(block).at(-1)!
  const own = block.glyphs.filter((g) => !last.includes(g))
  Object.assign(block, { glyphs: own, ...extentOf(own) })
  const glyphs = [...last, ...piece.glyphs]
  return { glyphs, size: block.size, ...extentOf(glyphs) }
}

function extentOf(glyphs: readonly Glyph[]): Omit<Block, 'glyphs' | 'size'> {
  const [x0, y0, x1, y1] = around(glyphs)
  return { x0, y0, x1, y1 }
}

/** Whether the last line of a block is about as long as what stands below it: a text is wrapped where its cell ends. */
function isFull({ glyphs, size }: Block, { box, text }: Piece): boolean {
  // What stands in brackets is of the text above it.
  if (/^[(（]/.test(text)) return true
  const bottom = Math.max(...glyphs.map((g) => g.box[3]))
  const last = glyphs.filter((g) => g.box[3] > bottom - size / 2)
  const [x0, , x1] = around(last.length === 1 ? glyphs : last)
  const isAtRight = Math.abs(x1 - box[2]) < SAME_LINE * size && Math.abs(x0 - box[0]) > AT_RIGHT * size
  return box[2] - box[0] < x1 - x0 + (isAtRight ? AT_RIGHT : SHORT) * size
}

/**
 * Whether a text and its next line are as wide as each other, and the one line of the block is wider by a letter or more:
 * in a cell that wide they would have gone on.
 */
function isOfNarrower({ glyphs, x0, x1, size }: Block, piece: Piece, pieces: readonly Piece[]): boolean {
  const width = ({ box }: Piece) => box[2] - box[0]
  if (linesOf({ glyphs }).length > 1 || x1 - x0 - width(piece) < (1 - SAME_LINE) * size) return false
  const isNext = (o: Piece) =>
    o.box[1] > piece.box[1] + size / 2 && o.box[1] - piece.box[3] < WRAP * size && isUnder(o, piece)
  const next = pieces.find(isNext)
  return next !== undefined && Math.abs(width(next) - width(piece)) < SAME_LINE * size
}
