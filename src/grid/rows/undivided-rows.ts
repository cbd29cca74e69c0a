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
import { NUMBERED } from '../words.ts'
import { areApart, CODED, dealt, LEVEL, levelOf } from './deal.ts'
import { areParts } from './decimals.ts'
import { columnsOf, divide, isWithin, type Parts, type Text, withGlyphs } from './divide-rows.ts'
import { doubtNames } from './doubted-names.ts'
import { belowKnown, belowOrdinals } from './known-rows.ts'
import { belowNumbered } from './numbered-rows.ts'
import { withoutSpecks } from './specks.ts'

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
    const texts = withoutSpecks(cells.map((cell) => ({ cell, lines: linesOf(cell) })))
    const rows = belowNumbered(texts) ?? belowEachOther(texts, grid) ?? belowOrdinals(texts, grid, row)
    const head = rows ? null : belowHeader(texts, grid.rows[row]!)
    const parts = rows ?? head ?? belowKnown(texts, grid, row) ?? belowSpan(texts, grid)
    if (parts) divide(grid, row, parts, rulings)
    // What a header is taken off may be several rows: they are next.
    if (head) row += 2
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
  const numbered = single.filter((text) => isOfCodes(text) && !isOfAmounts(text, single, grid))
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
  doubtNames(single, { parts, over, rows, grid })
  return parts
}

/** Codes or numbered labels, one below the other; 188 over 500 over 0.00 is an amount without room. */
function isOfCodes({ cell, lines }: Text): boolean {
  if (lines.every(isFigureLine) && /[.．]/.test(cell.text)) return false
  return lines.filter((l) => toPiece(l.glyphs).anchor || CODED.test(l.text)).length > 1
}

/** 70540 over 547 is an amount that is wrapped where its column has amounts with places, or stands behind the names. */
function isOfAmounts({ cell, lines }: Text, beside: readonly Text[], { cells }: Grid): boolean {
  if (!lines.every(isFigureLine)) return false
  const isName = (t: Text) => t.cell.col < cell.col && /\p{Script=Han}/u.test(t.cell.text)
  return beside.some(isName) || cells.some((c) => c.col === cell.col && isWrittenAmount(c.text))
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

/** A header, or the last row of it, and the figures below: one row, or all of them where no ruling is drawn between rows. */
function belowHeader(texts: readonly Text[], { y0 }: GridRow): Parts | null {
  const headed = texts.flatMap(({ lines }) => {
    const head = headOf(lines)
    // Where a cell is merged over rows further down, its own amount stands among them.
    return head && middle(head.figure) > y0 ? [head] : []
  })
  if (headed.length < 2) return null
  const level = headed.map(({ figure }) => figure).reduce((top, line) => (middle(line) < middle(top) ? line : top))
  const first = headed.filter(({ figure }) => levelOf(figure, [level]) === 0)
  // Of several rows the first may have blanks, but not its name: 一、 below 项目.
  const isOfOneRow = headed.every(({ isAlone }) => isAlone)
  const named = texts.filter(({ lines }) =>
    lines.some((l, n) => n > 0 && levelOf(l, [level]) === 0 && isFirstLabel(lines, n)),
  )
  if (isOfOneRow ? first.length < headed.length : first.length + named.length < 2) return null
  const words = headed.flatMap((head) => head.words).filter((l) => l.box[3] <= level.box[1])
  const foot = Math.max(...[...words, ...first.flatMap((head) => head.words)].map((l) => l.box[3]))
  const isBelow = (line: Line) => middle(line) > Math.min(foot, level.box[3])
  const own = (lines: Line[]) => {
    // 类 over 208, where headers beside it stand higher.
    if (isCoded(lines) && levelOf(lines.at(-1)!, [level]) === 0) return [lines.slice(0, -1), lines.slice(-1)]
    // The lines of one header over a blank cell.
    const isOver = !headOf(lines) && lines.every((l) => middle(l) < level.box[1]) && lines.some((l) => !isBelow(l))
    if (isOver) return [lines, []]
    const count = lines.filter((l, n) => !isBelow(l) || (!isOfOneRow && isLastOfHead(l, lines[n + 1], level))).length
    return [lines.slice(0, count), lines.slice(count)]
  }
  return new Map(texts.map(({ cell, lines }) => [cell, own(lines)]))
}

/** Whether the labels of a column begin in this line: numbered, below words that are not, or further from them than from each other. */
function isFirstLabel(lines: readonly Line[], n: number): boolean {
  if (NUMBERED.test(lines[n]!.text)) return !lines.slice(0, n).some((l) => NUMBERED.test(l.text))
  const pitches = lines.slice(1).map((l, i) => middle(l) - middle(lines[i]!))
  const further = pitches.slice(n)
  return further.length > 0 && pitches[n - 1]! > SET_OFF * Math.max(...further)
}

/** A header stands so many times further above the first row than the rows stand from each other. */
const SET_OFF = 1.3

/** 科目名称 in the second row of a header, whose other names stand in the middle of both: no part of the text below. */
function isLastOfHead(line: Line, next: Line | undefined, level: Line): boolean {
  return line.box[3] <= level.box[1] && next !== undefined && areApart([line, next])
}

/** Words, and a code below them. */
function isCoded(lines: readonly Line[]): boolean {
  const [code, ...words] = [...lines].reverse()
  return (
    words.length > 0 && /^\d{2,7}$/.test(code!.text.trim()) && words.every((l) => /^\p{Script=Han}+$/u.test(l.text))
  )
}

/** An amount without places, and no year, or the number of a column: one alone below words may be a code. */
const WHOLE = /^[\d０-９]{5,}$/
const ORDINAL = /^\d{1,2}$/
/** No code has so many digits. */
const LONG = /^[\d０-９]{8,}$/

interface Head {
  words: Line[]
  /** The first figure below them, and whether it is the only one. */
  figure: Line
  isAlone: boolean
}

/** Words, and figures below them. */
function headOf(lines: readonly Line[]): Head | null {
  const count = lines.findIndex((l) => isFigureLine(l))
  if (count < 1) return null
  const [words, figures] = [lines.slice(0, count), lines.slice(count)]
  const [first, second] = figures
  const isWhole = second ? figures.some((l) => WHOLE.test(l.text.trim())) : LONG.test(first!.text.trim())
  const isAmount = isWrittenAmount(first!.text) || isWhole || (second !== undefined && ORDINAL.test(first!.text.trim()))
  const areFigures = isAmount && figures.every(isFigureLine)
  if (!areFigures || !words.every((l) => /\p{Script=Han}/u.test(l.text))) return null
  return { words, figure: first!, isAlone: !second }
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
