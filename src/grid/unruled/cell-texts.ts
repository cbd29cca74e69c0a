/**
 * Running text in a column of a table (目标, 依据, 说明): it looks as prose does, and stands beside figures. Prose
 * begins at the left margin of its page, a column's text behind its figures.
 */
import { around } from '../../page/lines.ts'
import { isProse, type Piece, type TextRow } from '../pieces.ts'
import type { Grid, GridCell } from '../types.ts'

/** Lines of one column's text begin within so many points, … */
const SAME_PLACE = 0.7
/** … but for those that are indented, by no more letters than this. */
const INDENT = 2.5
/** So many lines that begin together are a column's text (one where the page before has such texts there), … */
const LINES = 2
/** … beside so many rows with figures (or one). */
const ROWS = 2
/** A column's text begins so many letters behind the texts at the left of its table: paragraphs are indented by two. */
const ASIDE = 4
/** Lines of running text have so many letters. */
const LONG = 8
/** No name has more letters than this: a sentence may be longer than its page. */
const NAME = 40
/** What ends a sentence. */
const STOP = /[。；;]/
/** A row beside a column's text has so many texts behind it, where none of them need be figures. */
const TEXTS = 3

/** Running text of columns: it begins no row. */
export type Texts = ReadonlySet<Piece>

interface Column {
  x0: number
  x1: number
  y0: number
  y1: number
  /** Where the middle of its lines is, if they are set there. */
  middle?: number
}

/** Where the texts of such columns begin on the page before. */
export function placesOfTexts(before: Grid | null): number[] {
  if (!before || before.ruled) return []
  const isSentence = ({ col, colSpan, text }: GridCell) =>
    col > 0 && colSpan === 1 && text.length >= LONG && (STOP.test(text) || text.length > NAME)
  return before.cells.filter(isSentence).map(({ glyphs }) => around(glyphs)[0])
}

/** The pieces that are such texts; none of them begins a row, and no line with one is prose. `known`: where they begin on the page before. */
export function cellTexts(rows: readonly TextRow[], known: readonly number[] = []): Set<Piece> {
  const columns = textColumns(rows, known)
  if (columns.length === 0) return new Set()
  const isOwn = (p: Piece) => columns.some((c) => isIn(p, c) || endsIn(p, c))
  return new Set(rows.flatMap((row) => row.pieces.filter(isOwn)))
}

function textColumns(rows: readonly TextRow[], known: readonly number[]): Column[] {
  const texts = rows.flatMap((row) => row.pieces.filter((p) => isText(p)).map((piece) => ({ piece, row })))
  // The last line of a sentence may be short.
  const ends = rows.filter(isProse).flatMap((row) => row.pieces.filter((p) => !p.amount))
  const columns: Column[] = []
  const seen = new Set<Piece>()
  for (const { piece } of texts) {
    if (seen.has(piece)) continue
    const same = texts.filter((t) => Math.abs(t.piece.box[0] - piece.box[0]) < SAME_PLACE)
    for (const t of same) seen.add(t.piece)
    const isSentence = ends.some((p) => Math.abs(p.box[0] - piece.box[0]) < SAME_PLACE)
    const isKnown = known.some((x) => Math.abs(x - piece.box[0]) < SAME_PLACE)
    if (same.length < (isKnown ? 1 : LINES) || !isSentence) continue
    const column = {
      x0: piece.box[0],
      x1: Math.max(...same.map((t) => t.piece.box[2])),
      y0: Math.min(...same.map((t) => t.piece.box[1])),
      y1: Math.max(...same.map((t) => t.piece.box[3])),
    }
    if (standsBehind(column, rows, piece.glyphs[0]!.size, isKnown ? 1 : ROWS)) columns.push(column)
  }
  return [...columns, ...amidColumns(rows), ...centredColumns(rows, known)]
}

/** Columns of short lines with a sentence's end in one of them, beside rows that have other texts behind it. */
function amidColumns(rows: readonly TextRow[]): Column[] {
  const texts = rows.flatMap((row) => row.pieces.filter((p) => !p.amount && /\p{Script=Han}/u.test(p.text)))
  const ends = texts.filter((p) => STOP.test(p.text))
  const places = ends
    .map((p) => p.box[0])
    .filter((x, i, all) => !all.slice(0, i).some((o) => Math.abs(o - x) < SAME_PLACE))
  return places.flatMap((x) => {
    const same = texts.filter((p) => Math.abs(p.box[0] - x) < SAME_PLACE)
    const [, y0, , y1] = around(same)
    const x1 = Math.max(...same.map((p) => p.box[2]))
    const beside = rows.filter(({ line }) => line.box[3] > y0 && line.box[1] < y1)
    // Notes begin where the first column does.
    const left = Math.min(...beside.map(({ line }) => line.box[0]))
    const isRow = ({ pieces }: TextRow) => pieces.filter((p) => p.box[0] >= x1).length >= TEXTS
    const isText = same.length > LINES && x > left + ASIDE * same[0]!.glyphs[0]!.size
    return isText && beside.filter(isRow).length >= ROWS ? [{ x0: x, x1, y0, y1 }] : []
  })
}

/** Lines of one cell are as far apart as the nearest of their column, or by a pixel further, points. */
const PIXEL = 0.8

/** So many lines, none of them long, are no paragraph, be there one row beside them or more. */
const MANY = 6

/** Columns behind all figures of lines around one middle, a sentence's end in one of them: those below the first sentence, and its own. */
function centredColumns(rows: readonly TextRow[], known: readonly number[]): Column[] {
  const texts = rows.flatMap((row) => row.pieces.filter((p) => !p.amount && /\p{Script=Han}/u.test(p.text)))
  const isSame = (p: Piece, middle: number) => Math.abs(middleOf(p) - middle) < SAME_PLACE
  const ends = texts.filter((p) => STOP.test(p.text))
  const middles = ends.map(middleOf).filter((x, i, all) => !all.slice(0, i).some((o) => Math.abs(o - x) < SAME_PLACE))
  return middles.flatMap((middle) => {
    const same = texts.filter((p) => isSame(p, middle)).sort((a, b) => a.box[1] - b.box[1])
    const steps = same.slice(1).map((p, i) => p.box[3] - same[i]!.box[3])
    const most = Math.min(...steps) + PIXEL
    const end = same.findIndex((p) => ends.includes(p))
    const own = same.slice(steps.slice(0, end).findLastIndex((step) => step > most) + 1)
    const [x0, y0, x1, y1] = around(own)
    const column = { x0, x1, y0, y1, middle }
    const isKnown = known.some((x) => Math.abs(x - x0) < SAME_PLACE)
    const { size } = own[0]!.glyphs[0]!
    const isNarrow = own.length >= MANY && x1 - x0 < LONG * size
    return own.length > LINES && standsBehind(column, rows, size, isKnown || isNarrow ? 1 : ROWS) ? [column] : []
  })
}

function middleOf({ box }: Piece): number {
  return (box[0] + box[2]) / 2
}

function isText({ amount, text }: Piece): boolean {
  return !amount && text.length >= LONG && /\p{Script=Han}/u.test(text)
}

/** Whether figures of rows beside a text stand at its left, and none where it does. */
function standsBehind(column: Column, rows: readonly TextRow[], size: number, least: number): boolean {
  const beside = rows.filter(({ line, pieces }) => {
    const y = (line.box[1] + line.box[3]) / 2
    return y > column.y0 - size && y < column.y1 + size && pieces.length > 1 && pieces.some((p) => p.amount)
  })
  const figures = beside.map((r) => r.pieces.filter((p) => p.amount))
  const left = Math.min(...beside.flatMap((r) => r.pieces.map((p) => p.box[0])))
  if (column.x0 < left + ASIDE * size) return false
  if (figures.flat().some(({ box }) => box[0] < column.x1 - 1 && box[2] > column.x0 + 1)) return false
  return figures.filter((own) => own.some((p) => p.box[2] < column.x0 + 1)).length >= least
}

/** A text that begins where the column's do, or is indented; its first lines may reach further than the others. */
function isIn(piece: Piece, { x0, x1, y0, middle }: Column): boolean {
  const { box, glyphs } = piece
  if (middle !== undefined) return box[1] >= y0 && Math.abs(middleOf(piece) - middle) < SAME_PLACE
  const indent = INDENT * glyphs[0]!.size
  return box[0] > x0 - SAME_PLACE && box[0] < x0 + indent && box[2] < x1 + indent
}

/** 0.00组织…: the text behind a figure that touches it. */
function endsIn({ glyphs }: Piece, { x0 }: Column): boolean {
  return glyphs.some((g, i) => i > 0 && Math.abs(g.box[0] - x0) < SAME_PLACE && /\d/.test(glyphs[i - 1]!.text))
}
