/** Whether a text of a header is the rest of the one above it, or one of several that it heads. */
import { around } from '../../page/lines.ts'
import type { Piece } from '../pieces.ts'
import type { Block } from './bands.ts'
import { CENTRE, isFlush, isUnder, linesOf, SAME_LEADING, SAME_LINE } from './next-line.ts'

/** A line in the middle of the one above it is no further from there than this share of its size, with such texts at both sides: those may be headers of their own. */
const ASIDE = 0.5
/** A text stands in the middle of others if it is no further from there than this share of its size. */
const MIDDLE = 0.8

/**
 * Whether a text and those beside it on its line stand below the middle of the block, which heads them all: were it the
 * rest of the block, texts of one line would stand beside the block's middle, or beside its first line.
 */
export function isAmid(piece: Piece, block: Block, pieces: readonly Piece[], wrap: number): boolean {
  const { size } = block
  const isBeside = (o: Piece) => o !== piece && Math.abs(o.box[3] - piece.box[3]) < SAME_LINE * size
  const line = pieces.filter(isBeside)
  const left = line.filter((o) => o.box[2] <= piece.box[0]).sort((a, b) => b.box[2] - a.box[2])[0]
  const right = line.filter((o) => o.box[0] >= piece.box[2]).sort((a, b) => a.box[0] - b.box[0])[0]
  if (isHeadOfLine(piece, block, pieces, wrap)) return true
  if (!left || !right || isBelowText(left, pieces, wrap) || isBelowText(right, pieces, wrap)) return false
  if (isFirstLine(block, piece, pieces)) return false
  // A letter alone heads nothing: the line above had no room for it.
  if (piece.glyphs.length === 1 || isNextLine(block, piece, pieces)) return false
  const own = (block.x0 + block.x1) / 2
  // What begins below the block and is not in its middle is its rest only where texts are set from the left.
  const off = Math.abs(middle(piece) - own)
  if (off > CENTRE * size || (off > ASIDE * size && !isFlush(block, piece))) return true
  const isMiddle = (from: number, to: number) => Math.abs((from + to) / 2 - own) < MIDDLE * size
  return isMiddle(left.box[0], right.box[2]) || isMiddle(middle(left), middle(right))
}

/** So many texts beside the block show that it is the first line of one that is wrapped. */
const WRAPPED = 2

/** Whether texts beside the block are as long as it and go on in the line of a piece, as the block does: each fills its cell. */
function isFirstLine(block: Block, piece: Piece, pieces: readonly Piece[]): boolean {
  const { size } = block
  const near = (a: number, b: number) => Math.abs(a - b) < SAME_LINE * size
  const isBeside = (o: Piece) => near(o.box[3], block.y1) && near(o.box[2] - o.box[0], block.x1 - block.x0)
  const goesOn = (o: Piece) => pieces.some((p) => p !== piece && near(p.box[3], piece.box[3]) && isUnder(p, o))
  return pieces.filter((o) => o.box[0] !== block.x0 && isBeside(o) && goesOn(o)).length >= WRAPPED
}

/**
 * Whether the block heads the texts on the line of a piece: some of them have nothing above them and stand below the middle of
 * the header, where others stand that nothing heads, and no text but the block can be what stands above them.
 */
function isHeadOfLine(piece: Piece, block: Block, pieces: readonly Piece[], wrap: number): boolean {
  const [, top, , bottom] = around(pieces)
  const near = (a: number, b: number) => Math.abs(a - b) < SAME_LINE * block.size
  const isLevel = ({ box }: Piece) => near((box[1] + box[3]) / 2, (top + bottom) / 2)
  const line = pieces.filter((o) => near(o.box[3], piece.box[3]))
  const next = line.filter((o) => o.box[0] >= piece.box[2]).sort((a, b) => a.box[0] - b.box[0])[0]
  const isOver = (o: Piece) => o.box[3] <= piece.box[1] + block.size / 4
  const above = pieces.filter((o) => isOver(o) && !isLevel(o))
  if (!next || isLevel(next) || isBelowText(next, pieces, wrap) || !pieces.some(isLevel) || !near(bottom, piece.box[3]))
    return false
  return above.length === 1 && near(above[0]!.box[0], block.x0)
}

/** Whether a text is exactly below the block, as long as its last line, and as far from it as from its own next line: it is wrapped. */
function isNextLine({ glyphs, size }: Block, piece: Piece, pieces: readonly Piece[]): boolean {
  const [x0, , x1, bottom] = around(linesOf({ glyphs }).at(-1)!)
  const gap = piece.box[1] - bottom
  const isSame = Math.abs(piece.box[0] - x0) < SAME_LINE * size && Math.abs(piece.box[2] - x1) < SAME_LINE * size
  const isNext = (o: Piece) => isUnder(o, piece) && Math.abs(o.box[1] - piece.box[3] - gap) < SAME_LEADING
  return isSame && pieces.some(isNext)
}

function isBelowText({ box, glyphs }: Piece, pieces: readonly Piece[], wrap: number): boolean {
  const { size } = glyphs[0]!
  return pieces.some(
    (o) => o.box[3] <= box[1] + size / 4 && box[1] - o.box[3] < wrap * size && o.box[0] < box[2] && box[0] < o.box[2],
  )
}

function middle({ box }: Piece): number {
  return (box[0] + box[2]) / 2
}
