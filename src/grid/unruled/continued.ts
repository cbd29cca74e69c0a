/** What stands at the head of a page whose table goes on from the page before: none of it is a header, or a title. */
import type { Box } from '../../page/types.ts'
import { columnOf, isWithin } from '../columns/column-of.ts'
import { sameHeader } from '../pages/repeated-header.ts'
import type { Piece, TextRow } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { isBetween } from '../rulings/horizontal.ts'
import type { Grid } from '../types.ts'
import { alignedRows } from './aligned.ts'
import { isCaptionLine } from './caption-lines.ts'
import { goesOnFrom } from './goes-on.ts'
import { mayBeHeader } from './head-lines.ts'
import { isTitleLike } from './titles.ts'

/** What may stand above a table that goes on from the page before: no title, and no unit. */
export function isPageHeader(row: TextRow): boolean {
  return row.pieces.length === 1 && !isTitleLike(row, []) && !isCaptionLine(row)
}

/** Texts beside each other without a figure, each in a column of the page before: the rest of a row that its end cut. */
export function isRestOfRow(row: TextRow, { xs, ruled }: Grid): boolean {
  const { pieces, anchor } = row
  if (ruled || anchor || pieces.length < 2 || isCaptionLine(row) || isTitleLike(row, [])) return false
  return pieces.every((p) => !p.amount && isWithin(p, xs))
}

/** Whether everything on a page, from its first line on, stands in the columns of the page before: none of it is a header. */
export function isContinued(run: readonly TextRow[], before: Grid | null): boolean {
  if (!before || before.ruled || sameHeader(mayBeHeader(run), before)) return false
  const rows = alignedRows(run)
  // No column has two figures in one row.
  const areApart = ({ pieces }: TextRow) => {
    const columns = pieces.filter((p) => p.amount).map((p) => columnOf(before.xs, p))
    return new Set(columns).size === columns.length
  }
  if (!rows.every(areApart)) return false
  const pieces = rows.flatMap((r) => r.pieces)
  const within = ({ box, glyphs }: Piece) =>
    !before.xs.some((x) => x > box[0] + glyphs[0]!.size && x < box[2] - glyphs[0]!.size)
  return pieces.every(within) && goesOnFrom(run, before)
}

/** Whether a text alone at the head of a page that goes on is the name of the document: it stands in line with no text below it. */
export function isRunningHead(
  rows: readonly TextRow[],
  { start, end }: { start: number; end: number },
  before: Grid | null,
): boolean {
  const [{ line, pieces }, run] = [rows[start]!, rows.slice(start + 1, end + 1)]
  if (start > 0 || pieces.length > 1 || pieces[0]!.anchor || !isContinued(run, before)) return false
  // It may be the first text of the header, printed again.
  if (before && sameHeader(mayBeHeader(rows.slice(start)), before)) return false
  const middle = (b: Box) => (b[0] + b[2]) / 2
  const isNear = (a: number, b: number) => Math.abs(a - b) < line.size
  const isInLine = ({ box }: Piece) => isNear(box[0], line.box[0]) || isNear(middle(box), middle(line.box))
  return !run.some((r) => r.pieces.some(isInLine))
}

/** Whether a text alone at the head of a page, between rulings, ends a row of the page before: it is no title. */
export function isRestOfPage(
  rows: readonly TextRow[],
  { start, end }: { start: number; end: number },
  before: Grid | null,
  rulings: readonly Edge[],
): boolean {
  const [{ line, pieces }, next] = [rows[start]!, rows[start + 1]]
  if (start > 0 || pieces.length > 1 || !next || isTitleLike(rows[start]!, [next])) return false
  const top: Box = [line.box[0], 0, line.box[2], 0]
  const isEnclosed = isBetween(rulings, top, line.box) && isBetween(rulings, line.box, next.line.box)
  return isEnclosed && isContinued(rows.slice(start, end + 1), before)
}
