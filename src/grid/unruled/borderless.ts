/**
 * Tables without (enough) rulings: columns from where the texts stand, rows from the lines that hold
 * amounts, codes or enumerated labels. Serves pages with no rulings, with horizontal ones only, with
 * a ruled header only (its edges are the hint), and pages that go on from another (its edges too).
 */
import { around, blockText, toLines } from '../../page/lines.ts'
import type { Page } from '../../page/types.ts'
import { isWithin } from '../columns/column-of.ts'
import { sameHeader } from '../pages/repeated-header.ts'
import {
  isFurniture,
  isLoneCode,
  isOrdinalLine,
  isRestOfAmount,
  type Piece,
  type TextRow,
  toHeadRow,
  toTextRow,
} from '../pieces.ts'
import { freeRulings } from '../rulings/horizontal.ts'
import { type Grid, glyphsOf } from '../types.ts'
import { LEVELS } from '../words.ts'
import { withoutHeaderAgain } from './again.ts'
import { alignedRows } from './aligned.ts'
import { assemble } from './assemble.ts'
import { isCaptionLine } from './caption-lines.ts'
import { placesOfTexts } from './cell-texts.ts'
import { restsOfCodes } from './code-rests.ts'
import { goesOnFrom, isListed } from './goes-on.ts'
import { layRows } from './lay.ts'
import { begun, goingOn } from './parts.ts'
import type { OnPage } from './rows.ts'
import { headAbove, type Run, tableRuns } from './runs.ts'

/** `hint`: the grid that ends the page before, or one of this page whose rulings stop below its header. */
export function borderlessGrids(page: Page, ruled: readonly Grid[], before: Grid | null): Grid[] {
  const taken = glyphsOf(ruled)
  const all = toLines(page.glyphs.filter((g) => !taken.has(g))).map((line) => toTextRow(line))
  const rests = restsOfCodes(all)
  const rows = all.filter((r, i) => !isFurniture(r) || isRestOfAmount(all, i) || isLoneCode(all, i) || rests.has(r))
  const onPage = {
    page: page.number,
    height: page.height,
    rulings: freeRulings(page, ruled),
    texts: placesOfTexts(before),
  }
  const { rulings } = onPage
  const grids: Grid[] = []
  for (const run of tableRuns(withoutHeaderAgain(rows, { ruled, rulings }), { ruled, before, rulings })) {
    const isBelow = ruled.some((g) => g.box[3] <= run.rows[0]!.line.box[1] + 2)
    const hint = isBelow ? headAbove(run.rows, ruled) : before
    const grid = toGrid(run, { ...onPage, hint })
    if (grid) grids.push(grid)
  }
  const isAgain = before !== null && grids.length === 0
  const again = isAgain ? (headerAgain(rows, before, onPage) ?? restOfText(rows, before, onPage)) : null
  return again ? [again] : grids
}

/**
 * A page on which nothing shows that it is a table but the header of the one before, printed again: below it stand no
 * rows, and the table may go on behind it; or the rest of a row; or names with numbers that may be anything (1980). All
 * of it stands in the columns.
 */
function headerAgain(rows: readonly TextRow[], before: Grid, place: OnPage & { page: number }): Grid | null {
  const again = rows.length > 0 && !before.ruled ? sameHeader(rows, before) : null
  const data = again?.below.filter((r) => !isOrdinalLine(r)) ?? []
  const isData = (r: TextRow) => !isCaptionLine(r) && r.pieces.every((p) => isWithin(p, before.xs))
  if (!again || !data.every(isData)) return null
  return goingOn({ ...place, head: rows.filter((r) => !data.includes(r)), data }, again.levels, before)
}

/** A page on which nothing stands but the rest of a row: of its running text, and of what is beside that. */
function restOfText(rows: readonly TextRow[], { xs }: Grid, { page, texts }: OnPage & { page: number }): Grid | null {
  const at = xs.findLastIndex((x) => x < Math.min(...texts))
  const isText = (p: Piece) => isWithin(p, [xs[at]!, xs[at + 1]!])
  const isRest = ({ pieces }: TextRow) =>
    pieces.some(isText) && pieces.every((p) => (p === pieces[0] || isText(p)) && isWithin(p, xs))
  if (texts.length === 0 || at < 1 || rows.length === 0 || !rows.every(isRest)) return null
  return assemble([], { rows: [[...rows]], spans: [] }, [...xs], page)
}

interface Place extends OnPage {
  page: number
  hint: Grid | null
}

function toGrid({ rows, header }: Run, place: Place): Grid | null {
  const { hint, ...part } = place
  const [head, lines] = headAndData(rows, header)
  // Below a header that is ruled, 类, 款 and 项 in a line of their own part its first column.
  const isParts = hint?.ruled && head.length > 0 && head.every((r) => r.pieces.every(isSubjectPart))
  if (isParts) return goingOnAt(withParts(hint.xs, head), rows, place)
  // Numbers of columns alone are no header: they stand below the one that is ruled.
  const isCount = hint?.ruled && head.length > 0 && head.every(isOrdinalLine)
  if (header === 0 || isCount) return hint && goingOnAt(hint.xs, rows, place)
  const data = alignedRows(lines)
  const known = hint && !hint.ruled ? sameHeader(head, hint) : null
  if (hint && known) {
    // The numbers of the columns are a row of their own, and share in the lines of none.
    const below = known.below.filter((r) => !isOrdinalLine(r))
    const own = head.filter((r) => !below.includes(r))
    return goingOn({ ...part, head: own, data: [...below, ...data] }, known.levels, hint)
  }
  // What stands above is no header: the name of the document, over a table that goes on.
  return begun({ ...part, head, data }) ?? (hint ? toGrid({ rows: data, header: 0 }, place) : null)
}

/** Lines in the columns of another grid, if they are what it goes on with. */
function goingOnAt(xs: number[], rows: readonly TextRow[], { hint, ...part }: Place): Grid | null {
  const data = alignedRows(rows)
  const divided = alignedRows(data.map((r) => toTextRow(r.line, xs)))
  const own = divided.flatMap((r) => r.pieces)
  if (!hint || !(goesOnFrom(data, { ...hint, xs }) || (hint.ruled && isListed(data, own, xs)))) return null
  return assemble([], layRows(divided, xs, part), xs, part.page)
}

/** 类, 款 or 项; in narrow columns they stand so close that they are one piece. */
function isSubjectPart({ text }: Piece): boolean {
  return LEVELS.test(text.replace(/\s+/g, ''))
}

/** The edges of columns with those between 类, 款 and 项. */
function withParts(xs: readonly number[], head: readonly TextRow[]): number[] {
  const boxes = head.flatMap((r) => toHeadRow(r).pieces.map((p) => p.box)).sort((a, b) => a[0] - b[0])
  const between = boxes.slice(1).map((box, i) => (boxes[i]![2] + box[0]) / 2)
  const own = between.filter(
    (x) => xs.findLastIndex((edge) => edge < x) === xs.findLastIndex((edge) => edge < boxes[0]![0]),
  )
  return [...xs, ...own].sort((a, b) => a - b)
}

/** 类, 款 and 项 may be as high as the header's last line and the total below it: they are none of the total. */
function headAndData(rows: readonly TextRow[], header: number): [TextRow[], TextRow[]] {
  const [head, data] = [rows.slice(0, header), rows.slice(header)]
  const [first] = data
  const parts = first?.pieces.filter(isSubjectPart) ?? []
  const letters = parts.flatMap((p) => p.glyphs).filter((g) => g.text.trim() !== '')
  if (!first || letters.length < 2 || parts.length === first.pieces.length) return [head, data]
  const rowOf = (pieces: readonly Piece[]) => {
    const glyphs = pieces.flatMap((p) => p.glyphs)
    return toTextRow({ ...first.line, glyphs, box: around(glyphs), text: blockText(glyphs) })
  }
  const rest = first.pieces.filter((p) => !parts.includes(p))
  return [
    [...head, rowOf(parts)],
    [rowOf(rest), ...data.slice(1)],
  ]
}
