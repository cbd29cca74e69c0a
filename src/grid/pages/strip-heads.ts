/** Headers over the columns of two strips of a table: printed on one of them, cut between them, or left out on one. */
import { type GridCell, isOpen } from '../types.ts'

/** Columns of the first strip and of the second, and the first row of figures. */
export interface Joint {
  width: number
  further: number
  data: number
}

/**
 * A header over columns of both strips is printed on one of them, or cut: what it begins with on the first, by what it is
 * of. So is the name of a total that is merged over columns of both.
 */
export function restsOfHeads(
  left: readonly GridCell[],
  right: readonly GridCell[],
  at: Joint,
): Map<GridCell, GridCell> {
  const rest = new Map<GridCell, GridCell>()
  for (const cell of left) {
    if (cell.col + cell.colSpan < at.width) continue
    const head = right.find((c) => c.col === 0 && c.row === cell.row && c.rowSpan === cell.rowSpan)
    if (!head) continue
    const goesOn = cell.row < at.data ? isRest(cell, head, left, right, at) : isMerged(cell, head, left, at)
    if (goesOn) rest.set(head, cell)
  }
  for (const head of right) {
    const before = partLeftOut(head, left, right, at)
    if (before) rest.set(head, before)
  }
  return rest
}

function isRest(
  cell: GridCell,
  head: GridCell,
  own: readonly GridCell[],
  others: readonly GridCell[],
  { data, further }: Joint,
): boolean {
  if (head.text !== '') return cell.text === '' || cell.text === head.text || isCut(cell, head)
  const isOverAll = cell.col === 0 && head.colSpan === further
  const goesOn = cell.text === '' || isOverAll || (beginsGroup(own, cell.col, data) && !beginsGroup(others, 0, data))
  return isOpen(cell, 'right') && goesOn
}

/** Whether a name is merged with what is blank on the second strip: no ruling parts them, as one does in other lines. */
function isMerged(cell: GridCell, further: GridCell, own: readonly GridCell[], { data, width }: Joint): boolean {
  const isParted = own.some((c) => c.row >= data && c.col + c.colSpan === width && !isOpen(c, 'right'))
  return isParted && isOpen(cell, 'right') && isOpen(further, 'left') && cell.text !== '' && further.text === ''
}

/**
 * The header of a group over columns above which nothing is drawn of its row, since it goes on over the edge of the
 * strip: a text on the second strip is of the last columns of the first where these begin with 小计, as groups do, and
 * one at the end of the first strip is, where its own columns begin so, of those of the second up to the next 小计.
 */
function partLeftOut(
  head: GridCell,
  own: readonly GridCell[],
  others: readonly GridCell[],
  at: Joint,
): GridCell | null {
  const col = Math.max(0, ...inRowsOf(head, own).map((c) => c.col + c.colSpan))
  if (head.col > 0 || head.text === '' || head.row >= at.data || col >= at.width) return null
  // So is a text over all columns of the second, whatever these begin with: it is of no group.
  const isOverAll = isOpen(head, 'left') && head.colSpan === at.further
  if (!isOverAll && (!beginsGroup(own, col, at.data) || beginsGroup(others, 0, at.data))) return null
  return { ...head, col, colSpan: at.width - col, glyphs: [], text: '' }
}

export function overLeftOut(
  head: GridCell,
  own: readonly GridCell[],
  others: readonly GridCell[],
  at: Joint,
): GridCell {
  const isGroup = isOpen(head, 'right') && head.row < at.data && head.col + head.colSpan === at.width
  // What stands over all columns of the first strip is of no group: it goes on to the end. So does what stands over names alone.
  const isOverAll = head.col === 0 || own.every((c) => c.page !== head.page || c.col === head.col)
  if (!isGroup || !(isOverAll || beginsGroup(own, head.col, at.data))) return head
  const groups = isOverAll ? [] : others.filter((c) => beginsGroup(others, c.col, at.data))
  const ends = groups.concat(inRowsOf(head, others))
  return { ...head, colSpan: head.colSpan + Math.min(at.further, ...ends.map((c) => c.col)) }
}

function inRowsOf(head: GridCell, cells: readonly GridCell[]): GridCell[] {
  return cells.filter((c) => c.row < head.row + head.rowSpan && c.row + c.rowSpan > head.row)
}

/** Whether the lowest header of a column says that others beside it add up to it. */
function beginsGroup(cells: readonly GridCell[], col: number, data: number): boolean {
  const head = cells.find((c) => c.col === col && c.row < data && c.row + c.rowSpan === data)
  return head !== undefined && /^[小合]计$/.test(head.text.replace(/\s+/g, ''))
}

/** A text that is cut ends no further from the edge than this share of its size. */
const AT_EDGE = 0.3

/** Whether a text runs up to the edge of the first strip, which is open beside it, and its rest begins at that of the second. */
function isCut(left: GridCell, right: GridCell): boolean {
  const sides = [isOpen(left, 'right'), isOpen(right, 'left')]
  // What is open on both pages is one cell.
  if (!sides.includes(false)) return true
  if (!sides.includes(true)) return false
  const size = left.glyphs[0]?.size ?? 0
  const end = Math.max(...left.glyphs.map((g) => g.box[2]))
  const begin = Math.min(...right.glyphs.map((g) => g.box[0]))
  return end > left.box[2] - AT_EDGE * size && begin < right.box[0] + AT_EDGE * size
}

/** A text that the edge of a page cuts: the letters that it cuts are printed on both pages. */
export function wholeOfCut(left: string, right: string): string {
  let both = Math.min(left.length, right.length)
  while (!left.endsWith(right.slice(0, both))) both--
  return left + right.slice(both)
}
