/** Headers that touch each other: the figures below show where each of them begins or ends. */
import type { Glyph } from '../../page/types.ts'
import { type Piece, toPiece } from '../pieces.ts'
import { type Band, overlaps } from './bands.ts'

/** A letter begins or ends where the figures of a column do, give or take so many points: every tenth or so does by chance, … */
const SAME_PLACE = 0.3
/** … so that so many have to, where the text itself does not begin or end there. */
const SHOWN = 3
/** A header has no fewer letters. */
const LETTERS = 2

/**
 * A text that no other stands below, over several columns: if one of its letters ends where each column but the last
 * does (or begins where each but the first does), it is the headers of all of them, whose cells end there.
 */
export function headsApart(piece: Piece, pieces: readonly Piece[], bands: readonly Band[]): Piece[] {
  return repeated(piece).flatMap((p) => apart(p, pieces, bands))
}

/** 预算数比执行数预算数比执行数（扣除…）: no header says its beginning twice. */
function repeated(piece: Piece): Piece[] {
  const { glyphs } = piece
  const isAgain = (at: number) => glyphs.slice(0, at).every((g, i) => g.text === glyphs[at + i]!.text)
  for (let at = glyphs.length >> 1; at >= LETTERS; at--)
    if (isAgain(at)) return [toPiece(glyphs.slice(0, at)), ...repeated(toPiece(glyphs.slice(at)))]
  return [piece]
}

function apart(piece: Piece, pieces: readonly Piece[], bands: readonly Band[]): Piece[] {
  const { box, glyphs } = piece
  // Columns beside it may end where it begins.
  const place = { x0: box[0] + SAME_PLACE, x1: box[2] - SAME_PLACE }
  const own = bands.filter((b) => overlaps(b, place)).toSorted((a, b) => a.x0 - b.x0)
  const isBelow = (o: Piece) =>
    o.box[1] > box[1] + glyphs[0]!.size / 2 && overlaps({ x0: o.box[0], x1: o.box[2] }, place)
  if (own.length < 2 || pieces.some(isBelow)) return [piece]
  const begins = own.map((b) => glyphs.findIndex((g) => isAt(g.box[0], b.x0)))
  const ends = own.map((b) => glyphs.findIndex((g) => isAt(g.box[2], b.x1)) + 1)
  const cuts = cutsAt(glyphs, ends.slice(0, -1), ends.at(-1) === glyphs.length)
  return cuts ?? cutsAt(glyphs, begins.slice(1), begins[0] === 0) ?? [piece]
}

/** The parts between some letters, if enough columns show them; `isFlush`: the first or last shows where the text does. */
function cutsAt(glyphs: readonly Glyph[], cuts: readonly number[], isFlush: boolean): Piece[] | null {
  if (!isFlush && cuts.length < SHOWN) return null
  const parts = [0, ...cuts].map((from, i) => glyphs.slice(from, cuts[i]))
  const isWhole = cuts.every((at, i) => at > (cuts[i - 1] ?? 0)) && parts.every((part) => part.length >= LETTERS)
  return isWhole ? parts.map(toPiece) : null
}

function isAt(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME_PLACE
}
