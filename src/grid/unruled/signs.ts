/**
 * Signs that stand apart from their amounts, as programs set the minus of an account: at the left of its cell, or a blank
 * before the figure. They are no column of their own.
 */
import type { Piece, TextRow } from '../pieces.ts'
import { type Band, overlaps, type UnruledColumn } from './bands.ts'

/** A minus, or what is printed for one. */
const SIGN = /^[-－−–‐—△▲]$/
/** Signs that move with their amounts are as far before each of them, give or take so many points, … */
const SAME_GAP = 0.7
/** … and at places further apart than this: dashes for nothing stand below each other. */
const MOVED = 1.5

interface Signed {
  sign: Piece
  amount: Piece
}

/** Every sign with an amount behind it. */
function signedOf(rows: readonly TextRow[]): Signed[] {
  return rows.flatMap(({ pieces }) =>
    pieces.flatMap((sign, i) => {
      const amount = pieces[i + 1]
      return SIGN.test(sign.text) && amount?.amount && /\d/.test(amount.text) ? [{ sign, amount }] : []
    }),
  )
}

/** The signs that move with the amounts behind them. */
export function movingSigns(rows: readonly TextRow[]): Set<Piece> {
  const all = signedOf(rows)
  const moves = ({ sign, amount }: Signed) => {
    const alike = all.filter((o) => Math.abs(o.amount.box[2] - amount.box[2]) < SAME_GAP)
    const gap = (o: Signed) => o.amount.box[0] - o.sign.box[2]
    const places = alike.map((o) => o.sign.box[0])
    const isFixed = alike.every((o) => Math.abs(gap(o) - (amount.box[0] - sign.box[2])) < SAME_GAP)
    return isFixed && Math.max(...places) - Math.min(...places) > MOVED
  }
  return new Set(all.filter(moves).map((s) => s.sign))
}

/** Columns of signs, each before an amount of the next column, where one header stands over both: they are one column. */
export function withSigns(columns: readonly UnruledColumn[], rows: readonly TextRow[]): UnruledColumn[] {
  const signed = signedOf(rows)
  const out: UnruledColumn[] = []
  for (const column of columns) {
    const last = out.at(-1)
    if (last && areSigns(last, column, rows, signed)) out[out.length - 1] = joined(last, column)
    else out.push(column)
  }
  return out
}

function areSigns(
  left: UnruledColumn,
  right: UnruledColumn,
  rows: readonly TextRow[],
  signed: readonly Signed[],
): boolean {
  const [signs, amounts] = [left.data, right.data]
  if (!signs || !amounts || (left.leaf && right.leaf)) return false
  const isIn = ({ box }: Piece, band: Band) => overlaps({ x0: box[0], x1: box[2] }, band)
  const own = rows.flatMap((r) => r.pieces.filter((p) => isIn(p, signs)))
  return own.every((p) => signed.some((s) => s.sign === p && isIn(s.amount, amounts)))
}

function joined(left: UnruledColumn, right: UnruledColumn): UnruledColumn {
  const place = { x0: Math.min(left.x0, right.x0), x1: Math.max(left.x1, right.x1) }
  return { ...place, leaf: left.leaf ?? right.leaf, data: { x0: left.data!.x0, x1: right.data!.x1, kind: 'amount' } }
}
