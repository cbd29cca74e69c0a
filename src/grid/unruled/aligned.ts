/** Texts of two columns that stand so close that no wide gap parts them: other rows show where the next column begins. */
import { isWrittenAmount } from '../../amount.ts'
import { blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { type Piece, type TextRow, toPiece, wordAt } from '../pieces.ts'
import { isThousands } from '../spaced-digits.ts'
import { IS_TOTAL } from '../words.ts'

/** Texts of one column begin (or figures end) at one place, give or take so many points. */
const SAME_PLACE = 0.7
/** So many rows show where a column begins. */
const ROWS = 3
/** Between letters of one text the gap is no wider than this share of their size. */
const VISIBLE = 0.2
/** A total's label has no more letters. */
const LETTERS = 6
/** 12.30万元 is one text. */
const UNIT = /^[百千万亿元%％]/

const FIGURE = /^[-−－]?[\d０-９,，]+([.．][\d０-９]+)?$/
const RATE = /^[-−－]?[\d０-９]+([.．][\d０-９]+)?[%％]$/

/** Rows with their pieces cut where other rows' pieces begin at the same place, and letters of a total joined. */
export function alignedRows(lines: readonly TextRow[]): TextRow[] {
  const rows = lines.map((row) => ({
    ...row,
    pieces: withTotals(row.pieces.flatMap(twoAmounts).flatMap(amountAndRate)),
  }))
  const starts = rows.map((r) => r.pieces.slice(1).map((p) => p.box[0]))
  const amounts = rows.map((r) => r.pieces.filter((p) => p.amount))
  const ends = amounts.map((row) => row.map((p) => p.box[2]))
  const wholes = rows.map((r) => r.pieces.filter((p) => WHOLE_NUMBER.test(p.text)))
  const begins = rows.map((r) => r.pieces.map((p) => p.box[0]))
  const behindNumbers = rows.map((r) => r.pieces.slice(1).flatMap((p, i) => (isCount(r.pieces[i]!) ? [p.box[0]] : [])))
  const shown = (places: readonly number[][], x: number, own: number) =>
    places.filter((xs, i) => i !== own && xs.some((s) => Math.abs(s - x) < SAME_PLACE)).length
  // Where an amount may end, fewer rows need to show that a text begins behind it.
  const isEdge = ({ end, start, isMark, isDash, isGroup }: Cut, own: number) => {
    // 32 196 712.75 over 118 808.00: groups of thousands begin where shorter amounts do, but no number stands beside
    // those, and no amount ends before them.
    const isBegin = shown(starts, start, own) >= ROWS
    if (isGroup) return shown(behindNumbers, start, own) >= ROWS || (isBegin && shown(ends, end, own) >= ROWS)
    // -60.86% over 30.12%: what stands behind a minus begins where figures without one do.
    if (isBegin && !isDash) return true
    if (isMark) return shown(ends, end, own) >= ROWS
    const count = shown(begins, start, own)
    return count > 0 && count + shown(ends, end, own) >= ROWS
  }
  return rows.map((row, i) => {
    const pieces = row.pieces
      .flatMap((p) => labelAndAmounts(p, (amount, isWhole) => isFlush(amount, isWhole ? wholes : amounts, i)))
      .flatMap((p) => cut(p, (at) => isEdge(at, i)))
    return pieces.length === row.pieces.length ? row : { ...row, pieces }
  })
}

/** Whether an amount ends, or begins, where one of another row does. */
function isFlush({ box }: Piece, amounts: readonly (readonly Piece[])[], own: number): boolean {
  const isSame = (p: Piece) => Math.abs(p.box[0] - box[0]) < SAME_PLACE || Math.abs(p.box[2] - box[2]) < SAME_PLACE
  return amounts.some((row, i) => i !== own && row.some(isSame))
}

/** Amounts of several columns that touch: two decimals end each, or its last group of three digits, or ¥ begins it; 0 stands for none. */
const DECIMALS = String.raw`[-−]?[\d,'’]+\.\d{2}`
const SIGNED = String.raw`¥[-−]?\d[\d,'’]*(?:\.\d+)?`
const WHOLE = String.raw`(?:[-−]?[1-9]\d{0,2}(?:[,'’]\d{3})+|0)`
const AMOUNTS = [DECIMALS, WHOLE, SIGNED].map((one) => ({
  each: new RegExp(one, 'g'),
  only: new RegExp(`^(${one}){2,}$`),
  behindLabel: new RegExp(`(?<=[\\p{Script=Han})])(${one})+$`, 'u'),
}))

/** 社会保障支出362034: an amount without places or separators, where another one ends or begins as it does. */
const WHOLE_NUMBER = /^\d{4,}$/
const WHOLE_BEHIND_LABEL = /(?<=[\p{Script=Han})])\d{4,}$/u

/** 12.3045.60, 175,281,83712,803,407, 88,282,5110: amounts of two columns. */
function twoAmounts(piece: Piece): Piece[] {
  const text = textOf(piece)
  const { each } = AMOUNTS.find(({ only }) => only.test(text)) ?? {}
  if (!each) return [piece]
  return [...text.matchAll(each)].map(({ index, 0: amount }) => part(piece, index, index + amount.length))
}

/** 自然资源支出175,281,837: the label, where an amount flush with others shows that one stands there; two with places show it themselves. */
function labelAndAmounts(piece: Piece, isShown: (amount: Piece, isWhole: boolean) => boolean): Piece[] {
  const text = textOf(piece)
  const whole = WHOLE_BEHIND_LABEL.exec(text)
  const number = whole && part(piece, whole.index, text.length)
  if (number && isShown(number, true)) return [part(piece, 0, whole.index), number]
  if (piece.amount || !/\d$/.test(text)) return [piece]
  for (const { behindLabel } of AMOUNTS) {
    const at = behindLabel.exec(text)?.index
    if (at === undefined) continue
    const amounts = twoAmounts(part(piece, at, text.length))
    const areTwo = amounts.length > 1 && amounts.every((p) => /[.．]/.test(p.text))
    if (areTwo || amounts.some((p) => isShown(p, false))) return [part(piece, 0, at), ...amounts]
  }
  return [piece]
}

/** A piece's characters, one for each glyph; none if some are of several. */
function textOf({ glyphs }: Piece): string {
  const text = glyphs.map((g) => g.text.normalize('NFKC')).join('')
  return text.length === glyphs.length ? text : ''
}

function part({ glyphs }: Piece, from: number, to: number): Piece {
  return toPiece(glyphs.slice(from, to))
}

/** 153943-21.29%, 0.00 57.13%: no cell holds an amount and a rate. */
function amountAndRate(piece: Piece): Piece[] {
  const { glyphs } = piece
  if (!/[%％]$/.test(piece.text)) return [piece]
  const at = glyphs.findIndex((glyph, i) => {
    if (i === 0) return false
    const [amount, rate] = [blockText(glyphs.slice(0, i)), blockText(glyphs.slice(i))]
    const gap = glyph.box[0] - glyphs[i - 1]!.box[2]
    const isApart = /^[-−－]/.test(rate) || (gap > VISIBLE * glyph.size && !isThousands(amount, rate))
    return isApart && FIGURE.test(amount) && RATE.test(rate)
  })
  return at < 0 ? [piece] : [toPiece(glyphs.slice(0, at)), toPiece(glyphs.slice(at))]
}

function withTotals(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    let end = i + 1
    let parts = [pieces[i]!]
    for (let k = i + 2; k <= pieces.length && k - i <= LETTERS; k++) {
      const some = pieces.slice(i, k)
      if (IS_TOTAL.test(some.map((p) => p.text.replace(/\s+/g, '')).join(''))) [end, parts] = [k, some]
    }
    out.push(parts.length === 1 ? pieces[i]! : toPiece(parts.flatMap((p) => p.glyphs)))
    i = end
  }
  return out
}

/** One of the 行次; a code has three digits and more. */
function isCount({ text }: Piece): boolean {
  return /^\d{1,2}$/.test(text.trim())
}

/** A place where a text may be two: where the first ends and the second begins. */
interface Cut {
  end: number
  start: number
  isMark: boolean
  /** Whether the first is a dash, which may be the minus of the second. */
  isDash: boolean
  /** Whether the two may be groups of one amount's digits. */
  isGroup: boolean
}

function cut(piece: Piece, isEdge: (at: Cut) => boolean): Piece[] {
  const { glyphs } = piece
  const parts: Glyph[][] = [[]]
  for (const [i, glyph] of glyphs.entries()) {
    const last = glyphs[i - 1]
    const before = parts.at(-1)!
    if (last && mayEnd(before, glyph)) {
      const isGroup = isThousands(blockText(before), blockText(wordAt(glyphs, i)))
      const isDash = DASH.test(blockText(before))
      const at = { end: last.box[2], start: glyph.box[0], isMark: isMark(before, glyph), isDash, isGroup }
      if (isEdge(at)) parts.push([])
    }
    parts.at(-1)!.push(glyph)
  }
  return parts.length === 1 ? [piece] : parts.map(toPiece)
}

const DASH = /^[-—–−]+$/

/** 无123.45, —123.45: a mark in the place of an amount, and the amount behind it, which may run over its edge. */
function isMark(before: readonly Glyph[], next: Glyph): boolean {
  return /^(无|[-—–]+)$/.test(blockText(before)) && /^[\d０-９]$/.test(next.text)
}

/** Whether a text may end before a glyph: at a gap that is seen, or with the last digit of an amount. */
function mayEnd(before: readonly Glyph[], next: Glyph): boolean {
  // An amount's unit is of it, though noughts without one begin where it does.
  if (UNIT.test(next.text) && isWrittenAmount(blockText(before))) return false
  const gap = next.box[0] - before.at(-1)!.box[2]
  if (gap > VISIBLE * next.size || isMark(before, next)) return true
  // A code behind a name that fills its column.
  if (/^\d$/.test(next.text) && /\p{Script=Han}$/u.test(before.at(-1)!.text)) return true
  return /\p{Script=Han}/u.test(next.text) && FIGURE.test(blockText(before))
}
