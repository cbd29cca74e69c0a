/**
 * Columns on the next page: a table too wide for its paper is printed in strips, as spreadsheets do, all its rows on a
 * page of their own for each. Its names stand on the first strip alone, or on each; the rows are at the same heights.
 */
import { isFigure, isWrittenAmount } from '../../amount.ts'
import { dataFrom } from '../data.ts'
import { isTitleWord } from '../pieces.ts'
import { isColumnOfNamesAlone } from '../rulings/one-column.ts'
import { type Grid, type GridCell, isOpen } from '../types.ts'
import { EXPENDITURE, INCOME, IS_TOTAL } from '../words.ts'
import { joinBeside } from './join-strips.ts'
import { areLevel, dataRow, LEVEL, namesAgain, type Strips, sameEdges } from './levels.ts'

const HAN = /\p{Script=Han}/u

/** The part that a grid goes on beside; null if it is none's next strip. */
export function besideOf(parts: readonly Grid[], grid: Grid, found: Strips): Grid | null {
  const wholes = parts.filter((p) => !found.has(p)).map((part) => wholeOf(part, found))
  const [first] = wholes
  if (!first) return null
  if (areNamesBeside(first.grid, grid)) return first.part
  const areFigured = hasFigures(first.grid, grid)
  const heads = headsOf(grid, 0, first.grid)
  // A page under the headers of the first one goes on below it.
  if (repeats(heads, headsOf(first.grid, 0, grid))) return null
  // Names again above a row of figures, in a row that has none here.
  const isHeadless = (part: Grid) => heads.every((text) => part.cells.some((c) => c.text === text))
  const isFurther = (whole: Whole) =>
    (heads.length > 0 && isBeside(whole, grid)) || (isCutAtLeft(grid) && sameRows(whole.grid, grid))
  const isNext = (whole: Whole) =>
    (areFigured && isFurther(whole)) || (isHeadless(whole.part) && isStripOf(whole, grid, first))
  return wholes.find(isNext)?.part ?? null
}

/** A part and its strips. */
interface Whole {
  part: Grid
  strips: Grid[]
  /** The part; where it has no figures, with its strips from the last names alone on, since they show where figures begin. */
  grid: Grid
}

function wholeOf(part: Grid, found: Strips): Whole {
  const strips = [...found].flatMap(([strip, own]) => (own === part ? [strip] : []))
  const all = [part, ...strips]
  const [names, ...others] = all.slice(Math.max(0, all.findLastIndex(isColumnOfNamesAlone)))
  if (dataFrom(names!) !== null) return { part, strips, grid: part }
  const grid = joinBeside([names!, ...others], new Map(others.map((strip) => [strip, names!])))[0]!
  return { part, strips, grid }
}

/** Whether names alone stand beside codes or other names alone, or are those of the other side of a summary. */
function areNamesBeside(part: Grid, grid: Grid): boolean {
  if (dataFrom(grid) !== null || !sameRows(part, grid)) return false
  if (!isColumnOfNamesAlone(grid)) return hasNamesAlone(part, grid) && namesOf(grid, 0, part).length > 0
  return dataFrom(part) === null ? !isBelow(part, grid) : isOtherSide(part, grid)
}

/** Whether a header is open at the left side, which is drawn beside figures: it begins on the page before. */
function isCutAtLeft(grid: Grid): boolean {
  const from = dataFrom(grid) ?? 0
  const side = grid.cells.filter((c) => c.col === 0)
  return side.some((c) => c.row < from && isOpen(c, 'left')) && side.some((c) => c.row >= from && !isOpen(c, 'left'))
}

/** Without headers a page is the next strip of a part where the first part has one of such columns in that place. */
function isStripOf({ part, strips, grid: own }: Whole, grid: Grid, first: Whole): boolean {
  const like = first.strips[strips.length]
  if (part === first.part || !like || !sameEdges(like, grid) || !sameRows(own, grid)) return false
  const isOther = isOtherSide(first.grid, like) || areFurther(own, grid, [], namesAgain(own, grid))
  const areNames = dataFrom(like) === null && dataFrom(grid) === null
  return isOther || areNames || dataFrom(own) === null
}

/** Whether a part has codes or names alone, in all its lines but few: its figures are on the pages behind, be names there, too. */
function hasNamesAlone(part: Grid, grid: Grid): boolean {
  const rows = new Set(part.cells.flatMap((c) => (c.row >= dataRow(part, grid) && c.text !== '' ? [c.row] : [])))
  return dataFrom(part) === null && rows.size >= SOME_LINES && !isBelow(part, grid)
}

/** Whether as many rows stand below the same headers: cells over several rows may be headed as those beside them are. */
function isBelow(part: Grid, grid: Grid): boolean {
  // Where neither has a code, nothing shows where the lines begin.
  const heads = (own: Grid, other: Grid) =>
    dataRow(own, other) > 0 ? headsOf(own, 0, other) : textsIn(own, 0).map((c) => c.text)
  return part.rows.length === grid.rows.length && repeats(heads(grid, part), heads(part, grid))
}

/** Lines of words in as few rows, as high as those of the next page, may be the head of another table. */
const SOME_LINES = 3

/** Whether headers are those of another page again: 金额 alone may be what a further column is headed, too. */
function repeats(heads: readonly string[], own: readonly string[]): boolean {
  const count = (texts: readonly string[], text: string) => texts.filter((other) => other === text).length
  const areAll = heads.every((text) => count(heads, text) <= count(own, text))
  return heads.length > 0 && heads.length >= own.length && areAll
}

/** Whether one strip at least has figures, and the further one is blank where it has none: the first may hold names alone. */
function hasFigures(first: Grid, grid: Grid): boolean {
  if (dataFrom(grid) !== null) return true
  const from = dataRow(grid, first)
  return dataFrom(first) !== null && grid.cells.every((c) => c.row < from || c.text === '')
}

function isBeside(whole: Whole, grid: Grid): boolean {
  const { grid: part, strips } = whole
  if (!sameRows(part, grid)) return false
  if (hasNamesAlone(part, grid) || partsLines(whole, grid)) return true
  const again = namesAgain(part, grid)
  const heads = headsOf(grid, again, part)
  if (!isOtherSide(part, grid) && !areFurther(part, grid, heads, again)) return false
  // A strip that has been found belongs to the first such part; this one is the next part's, or a third strip.
  return !strips.some((p) => sameEdges(p, grid) && headsOf(p, again, part).join() === heads.join())
}

/**
 * Whether a page end parts names from their figures, or codes from their names: such a column ends the last strip, and
 * the other one begins the grid. There are no figures before, or both headers stand beside each other once more in the
 * table, over another block.
 */
function partsLines(whole: Whole, grid: Grid): boolean {
  const before = whole.strips.at(-1) ?? whole.grid
  const end = headAt(before, before.xs.length - 2, grid)
  if (!end) return false
  const [last, first] = [textsBelow(before, end.col, grid), textsBelow(grid, 0, before)]
  if (last.length === 0 || first.length === 0) return false
  const areNames = (texts: readonly string[]) => texts.every((text) => HAN.test(text))
  if (areNames(last)) return first.every(isFigure) && isOfBlocks(whole, grid, end)
  const areCodes = last.every((text) => CODE.test(text) || IS_TOTAL.test(text))
  return areCodes && areNames(first) && (dataFrom(whole.grid) === null || isOfBlocks(whole, grid, end))
}

/** Whether the header at the end of the last strip and the first one of a grid stand beside each other elsewhere. */
function isOfBlocks({ grid: part, strips }: Whole, grid: Grid, end: GridCell): boolean {
  const next = headAt(grid, 0, part)
  const isPair = (own: Grid) =>
    own.xs.some((_, column) => {
      const [left, right] = [headAt(own, column, grid), headAt(own, column + 1, grid)]
      return left !== right && left?.text === end.text && right?.text === next?.text
    })
  return end.text !== '' && [part, ...strips, grid].some(isPair)
}

/** A part of a subject's code, or all of it. */
const CODE = /^\d{2,7}$/

/** What stands in the rows of lines of a column, but for what is merged with columns before it. */
function textsBelow(grid: Grid, column: number, other: Grid): string[] {
  const from = dataRow(grid, other)
  return grid.cells.flatMap((c) => (c.row >= from && c.col === column && c.text !== '' ? [c.text.trim()] : []))
}

/** The lowest header of a column. */
function headAt(grid: Grid, column: number, other: Grid): GridCell | undefined {
  const from = dataRow(grid, other)
  return grid.cells.find((c) => c.row + c.rowSpan === from && c.col <= column && column < c.col + c.colSpan)
}

/** Behind names that are printed again stands the sum of all columns, as behind the names of the part: a table of its own, of the same lines. */
function hasOwnSum(part: Grid, grid: Grid, again: number): boolean {
  const beginsWithSum = (own: Grid, other: Grid) => {
    const column = Math.min(...own.cells.flatMap((c) => (isWrittenAmount(c.text) ? [c.col] : [])))
    return SUM.test(headAt(own, column, other)?.text ?? '')
  }
  return again > 0 && beginsWithSum(part, grid) && beginsWithSum(grid, part)
}

/** 合计, 本年支出合计; 小计 is the sum of a group. */
const SUM = /[合总]\s*计$/

/** Whether a grid has other columns than a part, below `heads`, and no names but the same again, in so many columns. */
function areFurther(part: Grid, grid: Grid, heads: readonly string[], again: number): boolean {
  const isOwn = haveOwnHeads(part, grid)
  const isNamed = namesOf(part, 0, grid).length > 0 || areBelowOneHead(part, grid) || isOwn || areOneLine(part, grid)
  if (!isNamed || namesOf(grid, again, part).length > 0) return false
  const own = headsOf(part, 0, grid)
  if (repeats(heads, own) || (hasOwnSum(part, grid, again) && !isOwn)) return false
  // Columns below one row of headers have names of their own: another unit's table, of the same lines, has those of the first one.
  const isSimple = dataFrom(part) === 1 && dataFrom(grid) === 1 && again > 0
  if (isSimple && heads.some((text) => own.includes(text))) return false
  const [simple, others] = [simpleHeadsOf(grid, again, part), simpleHeadsOf(part, again, grid)]
  return isOwn || simple.filter((text) => others.includes(text)).length < SAME_HEADS
}

/** Whether both have one line, below other headers that begin as high: a table of one line, as 三公 is, may have no names. */
function areOneLine(part: Grid, grid: Grid): boolean {
  const isLine = (own: Grid, other: Grid) => dataRow(own, other) === own.rows.length - 1
  const shareSome = (textsOf: (own: Grid) => GridCell[]) =>
    textsOf(grid).some(({ text }) => textsOf(part).some((c) => c.text === text))
  const lowest = (own: Grid) => own.cells.filter((c) => c.row + c.rowSpan === own.rows.length - 1)
  // 预算数 and 决算数 stand below every item.
  const isSame = shareSome(lowest) && (part.rows.length <= 2 || shareSome((own) => textsIn(own, 0)))
  return isLine(part, grid) && isLine(grid, part) && areLevel(part.rows[0]!.y0, grid.rows[0]!.y0) && !isSame
}

/** So many headers of one column each, with nothing above them, stand twice in no table. */
const SAME_HEADS = 2

/** Headers that reach from the top of the header, below what stands over the whole width, to the figures. */
function simpleHeadsOf(grid: Grid, column: number, other: Grid): string[] {
  const from = dataRow(grid, other)
  const top = grid.rows.findIndex((_, row) => !grid.cells.some((c) => c.row === row && isOverAll(c, grid)))
  const isSimple = (c: GridCell) => c.col >= column && c.colSpan === 1 && c.row === top && c.row + c.rowSpan === from
  return grid.cells.filter(isSimple).map((c) => c.text.replace(/\s+/g, ''))
}

/** Whether the columns of two strips without names stand below one header, over both, and none of the next row is on both. */
function areBelowOneHead(part: Grid, grid: Grid): boolean {
  const [own, others] = [textsIn(part, 0), textsIn(grid, 0)]
  if (own.length !== 1 || others.length !== 1 || own[0]!.text !== others[0]!.text) return false
  const texts = textsIn(part, 1).map((c) => c.text)
  return dataRow(grid, part) > 1 && !textsIn(grid, 1).some((c) => texts.includes(c.text))
}

/** Whether those of each stand below a header of its own, as columns of two years do. */
function haveOwnHeads(part: Grid, grid: Grid): boolean {
  const [own, others] = [textsIn(part, 0), textsIn(grid, 0)]
  if (own.length !== 1 || others.length !== 1 || own[0]!.text === others[0]!.text) return false
  const isHead = (cell: GridCell, of: Grid) => isOverAll(cell, of) && !isTitleWord(cell.text)
  return dataRow(part, grid) > 1 && isHead(own[0]!, part) && isHead(others[0]!, grid)
}

function textsIn(grid: Grid, row: number): GridCell[] {
  return grid.cells.filter((c) => c.row === row && c.text !== '')
}

function isOverAll(cell: GridCell, grid: Grid): boolean {
  return cell.colSpan === grid.xs.length - 1
}

/** Whether a part has the income of a summary alone, and the next page its expenditure, with names of its own: two tables may go by one list. */
function isOtherSide(part: Grid, grid: Grid): boolean {
  if (sideOf(part, grid) !== INCOME || sideOf(grid, part) !== EXPENDITURE) return false
  const own = namesOf(part, 0, grid).map((c) => c.text)
  const others = namesOf(grid, 0, part)
  return others.filter((c) => own.includes(c.text)).length <= others.length / 2
}

/** The side of a summary that all columns are of, as its headers say; of headers that name neither, since one is cut, as its names do. */
function sideOf(grid: Grid, other: Grid): RegExp | undefined {
  const sidesIn = (texts: readonly string[]) =>
    [INCOME, EXPENDITURE].filter((words) => texts.some((text) => words.test(text)))
  const heads = sidesIn(headsOf(grid, 0, other))
  const [side, ...more] = heads.length > 0 ? heads : sidesIn(namesOf(grid, 0, other).map((c) => c.text))
  return more.length === 0 ? side : undefined
}

/** What stands above the figures, in columns from one on; 行　次 over the width of its cell is 行次. */
function headsOf(grid: Grid, column: number, other: Grid): string[] {
  const from = dataRow(grid, other)
  const heads = grid.cells.filter((c) => c.row < from && c.col + c.colSpan > column && c.text !== '')
  return heads.map((c) => c.text.replace(/\s+/g, ''))
}

/** Words in the rows of figures from a column on, but for remarks at the end of these; `other` has as high rows. */
function namesOf(grid: Grid, column: number, other: Grid): GridCell[] {
  // Beside names alone there are none.
  const last = dataFrom(grid) === null ? grid.xs.length : grid.xs.length - 2
  const first = (own: Grid, beside: Grid) => own.rows[dataRow(own, beside)]?.y0 ?? Number.POSITIVE_INFINITY
  const top = Math.min(first(grid, other), first(other, grid)) - LEVEL
  const isName = ({ text }: GridCell) => HAN.test(text) && !isWrittenAmount(text)
  const isBelow = (c: GridCell) => grid.rows[c.row]!.y0 >= top
  return grid.cells.filter((c) => isBelow(c) && c.col >= column && (c.col < last || last === column) && isName(c))
}

/** Whether the rows of figures are the same, on two pages; headers may have more rows on one of them. */
export function sameRows(a: Grid, b: Grid): boolean {
  if (a === b || a.pages.at(-1) === b.pages[0]) return false
  const [from, others] = [dataRow(a, b), dataRow(b, a)]
  const count = Math.min(a.rows.length - from, b.rows.length - others)
  // A part of a header that is blank, as that of a group over the second strip, may have been left out of one of them.
  const begins = (of: Grid, other: Grid) =>
    other.rows
      .slice(0, -count)
      .concat(other.rows[0]!)
      .some((r) => areLevel(r.y0, of.rows[0]!.y0))
  // So may blank rows at the top of a page without headers.
  if (count < 1 || !(begins(b, a) || begins(a, b) || others === 0)) return false
  if (reachesOver(a, b)) return true
  const own = [a, b].map(({ rows }) => rows.slice(-count))
  return own[0]!.every(({ y0, y1 }, r) => areLevel(y0, own[1]![r]!.y0) && areLevel(y1, own[1]![r]!.y1))
}

/** Whether the cells of names alone reach over rows of the other strip, from the first to the last. */
function reachesOver(names: Grid, { rows }: Grid): boolean {
  if (names.rows.length >= rows.length || names.rows.length < SOME_LINES || dataFrom(names) !== null) return false
  const ends = (own: Grid['rows']) => [own[0]!.y0, own.at(-1)!.y1] as const
  const [[top, foot], [from, to]] = [ends(names.rows), ends(rows)]
  return areLevel(top, from) && areLevel(foot, to) && names.rows.every(({ y1 }) => rows.some((r) => areLevel(r.y1, y1)))
}
