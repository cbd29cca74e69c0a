/** Whether two lines are of two rows, whatever stands between them: each has what a row has once. */
import { areLastDigits, isNumbered, type Piece, type TextRow } from '../pieces.ts'
import type { Texts } from './cell-texts.ts'

/** Whether two lines have a code, an enumerated label, a total's or an amount at the same place each, or figures of a list. */
export function clash(a: TextRow, b: TextRow, texts: Texts): boolean {
  const isStart = (p: Piece) => p.amount || p.anchor || /[合总小]\s*计$/.test(p.text)
  const starts = (r: TextRow) => r.pieces.filter((p) => isStart(p) && !texts.has(p))
  if (starts(a).some((p) => starts(b).some((q) => meet(p, q) && !areLastDigits(q, p)))) return true
  if (a.pieces.some((p) => b.pieces.some((q) => meet(p, q) && isNext(p, q)))) return true
  if (isListed(a, b)) return true
  // 一、 is never the rest of a text.
  return b.pieces.some(
    (q) => isNumbered(q) && !texts.has(q) && a.pieces.some((p) => !p.amount && meet(p, q) && !isNumeral(p)),
  )
}

/** Texts of one column share more of the narrower one's width than this; amounts may run over the end of a label beside them. */
const SHARED = 0.2

function meet({ box: a }: Piece, { box: b }: Piece): boolean {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > SHARED * Math.min(a[2] - a[0], b[2] - b[0])
}

/** 二十 above 一、: the number of a label that its cell is too narrow for. */
function isNumeral({ text }: Piece): boolean {
  return /^[二三四五六七八九]?十$/.test(text.trim())
}

/** Texts of a list that begin below each other in so many columns are of two rows, if figures are among them, … */
const COLUMNS = 4
/** … give or take so many points. */
const SAME_PLACE = 0.7

/** ≥ 90 below ＝ 100: two lines of a list whose figures have no places. */
function isListed(a: TextRow, b: TextRow): boolean {
  const below = (p: Piece) => b.pieces.find((q) => Math.abs(q.box[0] - p.box[0]) < SAME_PLACE)
  const pairs = a.pieces.flatMap((p) => (below(p) ? [[p, below(p)!]] : []))
  return pairs.length >= COLUMNS && pairs.some((pair) => pair.every((p) => /^\d+(\.\d+)?$/.test(p.text)))
}

/** 29 below 28: rows are numbered. */
function isNext(upper: Piece, lower: Piece): boolean {
  return [upper, lower].every((p) => /^\d{1,3}$/.test(p.text)) && Number(lower.text) === Number(upper.text) + 1
}
