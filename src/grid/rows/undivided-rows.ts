/**
 * Rows between which a ruling is left out: their figures stand one below the other in each cell. Read as one row,
 * two amounts without places would be one of many digits; a header and the row below it would be one, too.
 */
import { isFigure, isWrittenAmount } from '../../amount.ts'
import { around, type Line, middle } from '../../page/lines.ts'
import { withoutMarks } from '../../page/marks.ts'
import type { Box, Ruling } from '../../page/types.ts'
import { toLevelLines, toPiece, toTextRow } from '../pieces.ts'
import type { Grid, GridCell, GridRow } from '../types.ts'
import { areApart, CODED, dealt, isCentred, LEVEL, levelOf } from './deal.ts'
import { areParts } from './decimals.ts'
import { columnsOf, divide, isWithin, type Parts, type Text, withGlyphs } from './divide-rows.ts'
import { belowKnown, belowOrdinals } from './known-rows.ts'
import { belowNumbered } from './numbered-rows.ts'

/** An amount that is wrapped fills the lines before its last one but for so many letters: margins and a digit. */
const FULL = 3
/** Room for a figure is so many times its width. */
const FIGURE = 1.1

/** Divides such rows in place. */
export function divideRows(grid: Grid, rulings: readonly Ruling[]): void {
  if (!grid.cells.some(isHigh)) return
  grid.cells = grid.cells.flatMap((cell) => rowByRow(cell, grid))
  for (let row = grid.rows.length - 1; row >= 0; row--) {
    const cells = grid.cells.filter((c) => c.row + c.rowSpan - 1 === row && c.glyphs.length > 0)
    if (!cells.some(isHigh)) continue
    const texts = cells.map((cell) => ({ cell, lines: linesOf(cell) }))
    const parts =
      belowNumbered(texts) ??
      belowEachOther(texts, grid) ??
      belowOrdinals(texts, grid, row) ??
      belowHeader(texts, grid.rows[row]!) ??
      belowKnown(texts, grid, row) ??
      belowSpan(texts, grid)
    if (parts) divide(grid, row, parts, rulings)
  }
}

/** The lines of a cell; marks of notes are none of their own, but go with the line that they stand at. */
function linesOf({ glyphs }: GridCell): Line[] {
  const texts = withoutMarks(glyphs)
  const lines = toLevelLines(texts)
  if (texts.length === glyphs.length) return lines
  const kept = new Set(texts)
  for (const mark of glyphs.filter((g) => !kept.has(g))) {
    const aside = (line: Line) => Math.abs(middle(line) - middle(mark))
    lines.reduce((a, b) => (aside(b) < aside(a) ? b : a)).glyphs.push(mark)
  }
  return lines
}

function isHigh({ glyphs }: GridCell): boolean {
  let [top, foot] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const glyph of glyphs) {
    const at = middle(glyph)
    if (at < top) top = at
    if (at > foot) foot = at
  }
  return foot - top > LEVEL * (glyphs[0]?.size ?? 0)
}

/** A cell over several rows of which each has a figure, a code or a numbered label of its own in it: no cell is merged. */
function rowByRow(cell: GridCell, grid: Grid): GridCell[] {
  if (cell.rowSpan === 1 || !isHigh(cell)) return [cell]
  const lines = toLevelLines(cell.glyphs)
  const bands = grid.rows.slice(cell.row, cell.row + cell.rowSpan)
  const own = bands.map(({ y0, y1 }) => lines.filter((l) => isWithin(middle(l), y0, y1)))
  if (lines.length !== bands.length || own.some((these) => these.length !== 1)) return [cell]
  const isOwn = (l: Line) => isFigureLine(l) || toPiece(l.glyphs).anchor
  if (!lines.every(isOwn) || (lines.every(isFigureLine) && !areSeveral({ cell, lines }, grid))) return [cell]
  return own.map(([line], n) => {
    const { y0, y1 } = bands[n]!
    return withGlyphs({ ...cell, row: cell.row + n, rowSpan: 1, box: [cell.box[0], y0, cell.box[2], y1] }, line!.glyphs)
  })
}

/** Rows of figures, each cell with one a line. */
function belowEachOther(texts: readonly Text[], grid: Grid): Parts | null {
  const single = texts.filter(({ cell }) => cell.rowSpan === 1)
  const figures = single.filter(({ lines }) => lines.length > 1 && lines.every(isFigureLine))
  if (figures.every(isSigned) && single.some(({ lines }) => lines.length === 1 && isFigureLine(lines[0]!))) return null
  const numbered = single.filter(isOfCodes)
  const isNumbered = numbered.length > 0 && figures.some((t) => !numbered.includes(t))
  const several = figures.filter((t) => isNumbered || (areSeveral(t, grid) && !areParts(t, grid)))
  const count = Math.max(...several.map(({ lines }) => lines.length))
  // Codes may stand higher in their row than its figures.
  const rows = figures.filter(({ lines }) => lines.length === count).map(({ lines }) => lines)
  if (several.length === 0 || figures.some((text) => dealt(text, rows) === null)) return null
  const parts: Parts = new Map(texts.map((text) => [text.cell, text.cell.rowSpan > 1 ? null : dealt(text, rows)]))
  // No figures stand beside one name for all of them, and none of their own.
  const names = single.filter((t) => t.lines.length > 0 && !figures.includes(t))
  if (names.every(({ cell }) => parts.get(cell) === null))
    for (const text of names) parts.set(text.cell, dealt(text, rows, false))
  // Names may stand higher in their rows than the figures do, each as high as those beside it.
  const inRows = single.map(({ cell }) => parts.get(cell) ?? []).filter((own) => own.every((l) => l.length === 1))
  const levels = inRows.flatMap((own) => (own.length === count ? [own.flat()] : []))
  for (const text of single) if (levels.length > 0) parts.set(text.cell, parts.get(text.cell) ?? dealt(text, levels))
  const over = new Set(single.filter(({ cell }) => isOverRows(cell, parts)).map(({ cell }) => cell))
  for (const cell of over) parts.set(cell, null)
  // Each row has a name or a code beside its figures, though names of two levels stand in columns of their own.
  const others = single.filter((t) => !several.includes(t)).map((t) => parts.get(t.cell) ?? [])
  const isNamed =
    single.filter((t) => parts.get(t.cell)?.every((own) => own.length > 0)).length > 1 ||
    rows[0]!.every((_, n) => others.some((own) => (own[n]?.length ?? 0) > 0))
  if (!isNamed) return null
  // What is merged over the rows stands in the middle of them; of another text nobody knows whose it is.
  for (const { cell, lines } of single)
    if (lines.length > 0 && !parts.get(cell) && !over.has(cell) && !isCentred(lines, cell)) cell.astray = true
  return parts
}

/** Codes or numbered labels, one below the other; 188 over 500 over 0.00 is an amount without room. */
function isOfCodes({ cell, lines }: Text): boolean {
  if (lines.every(isFigureLine) && /[.．]/.test(cell.text)) return false
  return lines.filter((l) => toPiece(l.glyphs).anchor || CODED.test(l.text)).length > 1
}

/** A code of the first row alone, left of codes of each row, left of names: it is merged over the rows, at their top. */
function isOverRows(cell: GridCell, parts: Parts): boolean {
  const [first, ...further] = parts.get(cell) ?? []
  if (first?.length !== 1 || !SHORT_CODE.test(cell.text) || further.some((own) => own.length > 0)) return false
  const beside = [...parts.keys()].filter((c) => c.col > cell.col && c.text !== '').sort((a, b) => a.col - b.col)
  const name = beside.findIndex((c) => /\p{Script=Han}/u.test(c.text))
  const codes = beside.slice(0, Math.max(0, name)).map((c) => parts.get(c) ?? [])
  const areCodes = codes.every((own) => own.flat().every((l) => SHORT_CODE.test(l.text)))
  return areCodes && codes.some((own) => own.length > 0 && own.every((lines) => lines.length === 1))
}

/** Of a 类, 款 or 项 in a column of its own. */
const SHORT_CODE = /^\d{2,3}$/

function isFigureLine({ text }: Line): boolean {
  return isFigure(text)
}

/** A whole amount whose thousands are parted. */
const GROUPED = /^[-−△¥￥]?\d{1,3}(,\d{3})+$/

/** Of money, before its amount. */
const SIGN = /^[¥￥]/

/**
 * Whether these are several figures and not one that is wrapped: they are set apart, two have places or signs of money,
 * or a line leaves room for more. So does one of digits alone where another figure of its column is wider by the next digit.
 */
function areSeveral({ cell, lines }: Text, { cells }: Grid): boolean {
  if (lines.length < 2) return false
  if (areApart(lines)) return true
  if ([/[.．]/, SIGN].some((sign) => lines.filter((l) => sign.test(l.text)).length > 1)) return true
  if (lines.every((l) => GROUPED.test(l.text.normalize('NFKC').replace(/\s+/g, '')))) return true
  const room = cell.box[2] - cell.box[0]
  if (lines.slice(0, -1).some((l) => room - widthOf(l.box) > FULL * l.size)) return true
  if (!lines.every((l) => /^[\d０-９]+$/.test(l.text.trim()))) return false
  const others = cells.filter((c) => c.col === cell.col && c.colSpan === cell.colSpan && isWrittenAmount(c.text))
  const widest = Math.max(0, ...others.filter((c) => !isHigh(c)).map((c) => widthOf(around(c.glyphs))))
  return lines.slice(1).some(({ glyphs }, n) => widest - widthOf(lines[n]!.box) > FIGURE * widthOf(glyphs[0]!.box))
}

const widthOf = ([x0, , x1]: Box) => x1 - x0

/** Whether this may be an amount that had no room behind its sign: office programs break a text behind a hyphen. */
function isSigned({ cell, lines }: Text): boolean {
  const [sign, amount, ...further] = lines
  if (!sign || !amount || further.length > 0 || !/^[-－−–]$/.test(sign.text.trim())) return false
  return (
    isWrittenAmount(amount.text) && cell.box[2] - cell.box[0] - (amount.box[2] - amount.box[0]) < FULL * amount.size
  )
}

/** The last row of a header and the first one of figures. */
function belowHeader(texts: readonly Text[], { y0 }: GridRow): Parts | null {
  // Where a cell is merged over rows further down, its own amount stands among them.
  const headed = texts.filter(({ lines }) => lines.length > 1 && isHeaded(lines) && middle(lines.at(-1)!) > y0)
  const [first] = headed
  if (headed.length < 2) return null
  const level = first!.lines.at(-1)!
  if (headed.some(({ lines }) => levelOf(lines.at(-1)!, [level]) < 0)) return null
  const foot = Math.max(...headed.flatMap(({ lines }) => lines.slice(0, -1).map((l) => l.box[3])))
  const isBelow = (line: Line) => middle(line) > Math.min(foot, level.box[3])
  const own = (lines: Line[]) => {
    // 类 over 208, where headers beside it stand higher.
    if (isCoded(lines) && levelOf(lines.at(-1)!, [level]) === 0) return [lines.slice(0, -1), lines.slice(-1)]
    // The lines of one header over a blank cell.
    const isOver = !isHeaded(lines) && lines.every((l) => middle(l) < level.box[1]) && lines.some((l) => !isBelow(l))
    return isOver ? [lines, []] : [lines.filter((l) => !isBelow(l)), lines.filter(isBelow)]
  }
  return new Map(texts.map(({ cell, lines }) => [cell, own(lines)]))
}

/** Words, and a code below them. */
function isCoded(lines: readonly Line[]): boolean {
  const [code, ...words] = [...lines].reverse()
  return (
    words.length > 0 && /^\d{2,7}$/.test(code!.text.trim()) && words.every((l) => /^\p{Script=Han}+$/u.test(l.text))
  )
}

/** Words, and a figure below them. */
function isHeaded(lines: readonly Line[]): boolean {
  const words = lines.slice(0, -1)
  return isWrittenAmount(lines.at(-1)!.text) && words.every((l) => /\p{Script=Han}/u.test(l.text) && !isFigureLine(l))
}

/** Two rows of a header: one text over several columns, and below it those that divide them. */
function belowSpan(texts: readonly Text[], { xs }: Grid): Parts | null {
  const heads = new Map(texts.map((text) => [text.cell, headLines(text, xs)]))
  if (![...heads.values()].some((n) => n > 0)) return null
  return new Map(
    texts.map(({ cell, lines }) => {
      const count = heads.get(cell)!
      return [cell, count > 0 ? [lines.slice(0, count), lines.slice(count)] : null]
    }),
  )
}

/** How many lines of a cell head those below them, 0 if none does: each is one text, and below are several. */
function headLines({ cell, lines }: Text, xs: readonly number[]): number {
  if (cell.rowSpan > 1 || cell.colSpan < 2 || lines.length < 2 || /[\d０-９]/.test(cell.text)) return 0
  const count = lines.findIndex((l) => toTextRow(l).pieces.length > 1)
  return count > 0 && columnsOf(cell, lines.slice(count), xs) !== null ? count : 0
}
