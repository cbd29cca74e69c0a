/** What shows that a grid is the head of another table, though its columns are those of the table before. */
import { dataFrom } from '../../grid/data.ts'
import { repeatsHeader } from '../../grid/pages/join.ts'
import { beginnings, type Grid, type GridCell } from '../../grid/types.ts'
import { isTotalLabel, squash } from '../words.ts'
import { type Caption, findMoneyUnit, findNumber } from './captions.ts'
import { type Headed, isOther, ownerOf } from './owners.ts'

/** Whether the lines over a grid begin with another number (公开09表) than the nearest one above the table does. */
export function hasOtherNumber(table: Headed & { parts: readonly Grid[] }, lines: readonly Caption[]): boolean {
  const isOn = ({ page }: Caption) => table.parts.some(({ pages }) => pages.includes(page))
  const own = table.captions
    .filter(isOn)
    .map(leadingNumber)
    .findLast((number) => number !== null)
  return own !== undefined && lines.map(leadingNumber).some((number) => number !== null && number !== own)
}

/** The number of a table that a line begins with; of a scan its digits may be misread. */
function leadingNumber({ text, isRead }: Caption): string | null {
  const number = isRead ? null : findNumber(text)
  return number !== null && squash(text).startsWith(number) ? number : null
}

/**
 * Whether a grid has its header and lines over it, though pages that went on before it had none: a header that is
 * printed again is so on each page.
 */
export function isHeadAfterNone(parts: readonly Grid[], grid: Grid, lines: readonly Caption[]): boolean {
  const [first, ...others] = parts
  // A table may stand in two frames on its first page, the second without a header.
  const further = others.filter((part) => part.pages[0] !== first?.pages[0])
  if (!first || further.length === 0 || further.some((part) => repeatsHeader(first, part))) return false
  return isCaptioned(lines) && repeatsHeader(first, grid)
}

/** Whether the unit, the number or the owner of a table stands over it. */
export function isCaptioned(lines: readonly Caption[]): boolean {
  const isOver = ({ text }: Caption) => findMoneyUnit(text) !== null || findNumber(text) !== null
  return lines.some(isOver) || ownerOf(lines) !== null
}

/**
 * Whether a grid that has lines over it is none of a table, though its title is printed elsewhere: the columns of both
 * are headed alike (项目, 预算数) below other words (财政拨款收入, where the table has 本年收入), or the grid has
 * codes below other headers, and the table figures without any code. What is read of a scan may be misread.
 */
export function isOfOtherHead(parts: readonly Grid[], grid: Grid, lines: readonly Caption[]): boolean {
  const [first] = parts
  if (!first || !isCaptioned(lines) || lines.some((l) => l.isRead) || repeatsHeader(first, grid)) return false
  const isUncoded = parts.some((part) => dataFrom(part) !== null) && !parts.some((part) => codesIn(part) > 0)
  return isHeadedOtherwise(first, grid) || (isUncoded && codesIn(grid) >= SOME_CODES)
}

function isHeadedOtherwise(first: Grid, grid: Grid): boolean {
  const [own, others] = [first, grid].map((g) => beginnings(g).slice(0, dataFrom(g) ?? 0))
  const textsOf = (row: readonly GridCell[] = []) => row.map((c) => squash(c.text)).filter((text) => text !== '')
  const isSame = (back: number) => textsOf(own!.at(back)).join() === textsOf(others!.at(back)).join()
  const [group, other] = [textsOf(own!.at(-2)), textsOf(others!.at(-2))]
  return (
    others!.length > 1 && isSame(-1) && group.length > 0 && other.length > 0 && !other.some((t) => group.includes(t))
  )
}

function codesIn({ cells }: Grid): number {
  return cells.filter((c) => CODE.test(c.text)).length
}

/** Fewer numbers of as many digits may be amounts. */
const SOME_CODES = 3

const CODE = /^\d{3,7}$/

/** Whether a grid has codes and names alone, that begin as those of the table do: what they are of is on the pages behind. */
export function hasSameNames(first: Grid, grid: Grid): boolean {
  const from = grid.cells.find((c) => CODE.test(c.text))?.row
  if (dataFrom(grid) !== null || from === undefined) return false
  const isAgain = (c: GridCell) =>
    first.cells.some((own) => own.row === c.row && own.col === c.col && own.text === c.text)
  const begun = grid.cells.filter((c) => c.row < from + SAME_LINES)
  return begun.every(isAgain)
}

/** A page may begin with the 类 and the 款 of the lines before it. */
const SAME_LINES = 3

/** Whether the lines over a grid name another unit than those over the table that it might go on with. */
export function isOfAnother({ title, captions }: Headed, lines: readonly Caption[]): boolean {
  const own = ownerOf(title ? captions.slice(captions.indexOf(title)) : captions)
  const other = ownerOf(lines)
  return own !== null && other !== null && isOther(own, other)
}

/**
 * Whether a table whose title is printed again, or that stands below a unit or number alone, is another one, though no
 * name tells: a table has one total, and where it stands at the head of both, with other figures, there are two.
 */
export function hasOtherTotal(first: Grid, grid: Grid): boolean {
  const [own, other] = [firstTotal(first), firstTotal(grid)]
  return own !== null && other !== null && own !== other
}

/** The figures of the first line that has some, if it is that of a total. */
function firstTotal({ cells, rows }: Grid): string | null {
  for (let r = 0; r < rows.length; r++) {
    const texts = cells.filter((c) => c.row === r).map((c) => squash(c.text))
    const figures = texts.filter((text) => MONEY_LIKE.test(text))
    if (figures.length > 0) return texts.some(isTotalLabel) ? figures.join(' ') : null
  }
  return null
}

/** No number of a column (1, 2 …): an amount with places, or one with a separator. */
const MONEY_LIKE = /^[-−△]?[\d,，]+[.,]\d+$/
