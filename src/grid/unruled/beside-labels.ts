/**
 * Amounts alone in their line, as high as the middle of a label of several lines, or beside one in letters so small that
 * they take but a part of the height: each is a row with that label.
 */
import { middle } from '../../page/lines.ts'
import type { TextRow } from '../pieces.ts'

/** The lines of the label reach so close to the amount, as a share of its size. */
const NEAR = 0.5
/** Small letters stand within the height of the amount, give or take so many points. */
const SLACK = 1
/** So many of them show that labels are wrapped around their amounts. */
const SHOWN = 2

export function besideLabels(rows: readonly TextRow[]): Set<TextRow> {
  const found = rows.filter((_, i) => isBesideLabel(rows, i))
  return new Set(found.length < SHOWN ? [] : found)
}

function isBesideLabel(rows: readonly TextRow[], at: number): boolean {
  const [amount, ...others] = rows[at]!.pieces
  if (!amount?.amount || others.length > 0) return false
  const { box, glyphs } = amount
  const isPart = (row: TextRow | undefined) => {
    const [text, ...more] = row?.pieces ?? []
    if (!text || more.length > 0 || text.amount || !/\p{Script=Han}/u.test(text.text)) return false
    const gap = Math.max(box[1] - text.box[3], text.box[1] - box[3])
    return text.box[2] <= box[0] && gap < NEAR * glyphs[0]!.size
  }
  const [upper, lower] = [rows[at - 1], rows[at + 1]]
  const isSmall = (row: TextRow | undefined) =>
    isPart(row) && row!.line.box[1] > box[1] - SLACK && row!.line.box[3] < box[3] + SLACK
  if (isSmall(upper) || isSmall(lower)) return true
  return isPart(upper) && isPart(lower) && middle(upper!.line) < middle(amount) && middle(amount) < middle(lower!.line)
}
