/**
 * Labels that are set in the middle of their row over many lines: the first of them begins with 一、 or a code as a row
 * does, and the figures stand lines below it.
 */
import { isNumbered, type Piece, type TextRow } from '../pieces.ts'

/** Lines of one label begin within so many points, … */
const SAME_PLACE = 0.7
/** … and are no further apart than so many times their size, and than those of two labels are by so many points. */
const WITHIN = 1.6
const CLOSER = 0.3
/** With fewer lines, none stands apart from the figures. */
const LINES = 3
/** The figures stand in the middle of the label's lines, give or take this share of their size. */
const CENTRED = 0.3

/** The lines without figures whose every text is of such a label. */
export function centredLines(lines: readonly TextRow[]): Set<TextRow> {
  const own = new Set(lines.flatMap((row, i) => firstsOf(row).flatMap((p) => labelFrom(lines, i, p))))
  return new Set(lines.filter((row) => !isOfFigures(row) && row.pieces.every((p) => own.has(p))))
}

function firstsOf(row: TextRow): Piece[] {
  return isOfFigures(row) ? [] : row.pieces.filter(isNumbered)
}

/** The lines of the label that a text begins, if they stand evenly around one row of figures. */
function labelFrom(lines: readonly TextRow[], at: number, first: Piece): Piece[] {
  const { size } = first.glyphs[0]!
  const texts = [first]
  const figures: TextRow[] = []
  const textOf = (k: number) => lines[k]?.pieces.find((p) => !p.amount && isBelow(p, first))
  let next = at + 1
  for (; next < lines.length; next++) {
    const own = textOf(next)
    const most = texts.length > 1 ? step(texts[0]!, texts[1]!) + CLOSER : WITHIN * size
    if (own && (isNumbered(own) || step(texts.at(-1)!, own) > most)) break
    if (isOfFigures(lines[next]!)) figures.push(lines[next]!)
    if (own) texts.push(own)
  }
  // What begins the next label, above its own figures: those are none of this one's.
  const bottom = texts.at(-1)!.box[3]
  const beside = figures.filter(({ line }) => line.box[1] < bottom)
  const [row, ...others] = beside
  if (!row || others.length > 0 || texts.length < LINES) return []
  const inside = Math.max(...texts.slice(1).map((p, i) => step(texts[i]!, p)))
  const above = nearest(lines.slice(0, at).map((_, k) => textOf(k)))
  const below = textOf(next)
  const isApart = (p: Piece | undefined, from: Piece) => !p || Math.abs(step(from, p)) > inside + CLOSER
  if (!isApart(above, first) || !isApart(below, texts.at(-1)!)) return []
  const boxes = row.pieces.filter((p) => p.amount).map((p) => p.box)
  const middle = (boxes[0]![1] + boxes[0]![3]) / 2
  return Math.abs((first.box[1] + bottom) / 2 - middle) < CENTRED * size ? texts : []
}

function nearest(pieces: readonly (Piece | undefined)[]): Piece | undefined {
  return pieces.findLast((p) => p !== undefined)
}

/** Lines of a label begin below each other, or stand in the middle of their column. */
function isBelow({ box }: Piece, first: Piece): boolean {
  const off = (box[0] + box[2] - first.box[0] - first.box[2]) / 2
  return Math.min(Math.abs(box[0] - first.box[0]), Math.abs(off)) < SAME_PLACE
}

function isOfFigures({ pieces }: TextRow): boolean {
  return pieces.some((p) => p.amount)
}

function step(upper: Piece, lower: Piece): number {
  return lower.box[3] - upper.box[3]
}
