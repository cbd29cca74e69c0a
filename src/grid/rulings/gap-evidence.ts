/** What stands at the sides of a gap in a ruling: the texts of two cells, or that of one merged cell. */
import { around, blockText, type Line, middle, toLines } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { cornerText } from '../cells/corners.ts'
import { toHeadRow, toLevelLines, toPiece, toTextRow } from '../pieces.ts'
import { range } from './lattice.ts'
import { boxOf, glyphsIn, isFilled, type Region } from './regions.ts'
import {
  ALIGNED,
  areFigure,
  BY_CHANCE,
  CENTRED,
  isAligned,
  isCentre,
  isCentred,
  isColumn,
  isLevel,
  isMiddle,
  type Table,
} from './set-texts.ts'

/** Letters of one text are no further apart than this share of their size. */
const ONE_TEXT = 0.5
/** Rows are this many sizes of their letters apart at least; lines of one cell are nearer. */
const ROWS_APART = 1.7
/** … or this many, where the upper text leaves room for so many letters: a wrapped line is full but for a word. */
const LINES_APART = 1.45
const ROOM = 3
/** Headers may be set as wide as this; a wrapped one has no room for a letter and its margins, and 余、 is not parted. */
const HEAD_APART = 2.2
const LETTER = 1.7

/** No blank cell is merged over more rows than headers have. */
const HEAD_ROWS = 4

/** A gap: what is one without it, and the cells that stand before and behind it if it is closed. */
export interface Evidence {
  edge: number
  from: number
  to: number
  merged: Region
  before: readonly Region[]
  after: readonly Region[]
}

/** Whether cells beside each other are two. */
export function showsColumns({ edge, from, to, merged, before, after }: Evidence, table: Table): boolean {
  const x = table.xs[edge]!
  const [left, right] = [before, after].map((side) => side.flatMap((r) => glyphsIn(table.texts, r))) as [
    Glyph[],
    Glyph[],
  ]
  if (reachOver(left, right, x)) return false
  // Paper beside tables that touch is no cell.
  if (left.length + right.length === 0 && (!isFilled(merged) || merged.rowEnd - merged.row > HEAD_ROWS)) return false
  if (!isFilled(merged))
    return [...before, ...after].every((r) =>
      r.colEnd - r.col === 1 ? !isOverEdge(r, edge, table) : isMiddle(r, table),
    )
  const isLike = (r: Region) => [from - 1, to].some((row) => isColumn(r, table.sides.v, row))
  const areColumns = [...before, ...after].every(isLike)
  if (left.length === 0 && right.length === 0) return areColumns
  // 编制单位：… 单位：元 is no header of two columns, but 预算数（单位：万元） is one in the middle of its own.
  const areHeads = areColumns && [...before, ...after].every((r) => isMiddle(r, table))
  if (/(?<!其中)[:：]/.test(blockText([...left, ...right])) && !areHeads) return false
  if (left.length > 0 && right.length > 0) {
    // A header of several columns has no like in its neighbours, and 支　　出 over the width of its cell is one text.
    // The sign of money may stand at the left of the cell of its figure.
    if (/^[¥￥]$/.test(blockText(left).trim()) || isInYear(left, right)) return false
    if (areFigure(left) || areFigure(right)) return areColumns
    if (isSpread([...left, ...right])) return false
    return [...before, ...after].every((r) => isMiddle(r, table) || (isLike(r) && isAligned(r, table)))
  }
  const [own] = (left.length > 0 ? before : after) as [Region]
  // A header over two columns may stand at the side of its cell, and a label begins at its left.
  if (!areColumns || (left.length > 0 && !areFigure(left))) return false
  return isBelowFigures(from, table) && isAligned(own, table, isMiddle(merged, table) ? BY_CHANCE : 1)
}

/** Whether 2025 年执行数 is parted: no header is the number of a year, and the next one begins with 年初 or 年末 alone. */
function isInYear(left: readonly Glyph[], right: readonly Glyph[]): boolean {
  return /(19|20)\d\d$/.test(blockText(left).trim()) && /^年(?![初末])/.test(blockText(right).trim())
}

/** Whether a text is set in the middle of the columns on both sides of an edge, and not in that of its own. */
function isOverEdge(region: Region, edge: number, table: Table): boolean {
  if (isMiddle(region, table)) return false
  const { v } = table.sides
  let [col, colEnd] = [edge - 1, edge + 1]
  while (col > 0 && !v[col]![region.row]) col--
  while (colEnd + 1 < v.length && !v[colEnd]![region.row]) colEnd++
  const row = { ...region, rowEnd: region.row + 1 }
  const own = glyphsIn(table.texts, row)
  return own.length > 0 && isCentred(around(own), [table.xs[col]!, table.xs[colEnd]!], own[0]!.size)
}

/** Whether letters stand one by one. */
function isSpread(glyphs: readonly Glyph[]): boolean {
  // 类 款 项 are headers of columns.
  if (/^[类款项\s]+$/.test(blockText(glyphs))) return false
  const words = toLevelLines(glyphs).flatMap((line) => toHeadRow(toTextRow(line)).pieces)
  return words.every((p) => p.glyphs.length === 1)
}

/** Whether a row of figures stands above, and no title of a table between. */
function isBelowFigures(row: number, table: Table): boolean {
  const figures = table.texts.findLastIndex((places, r) => r < row && places.some(areFigure))
  const title = table.ys.findLastIndex((_, r) => r < row && isTitle(r, table))
  return figures > title
}

/** Whether a row is one cell, as wide as the lattice or as a narrower table in the middle below another. */
function isTitle(row: number, { texts, sides: { v } }: Table): boolean {
  const inner = range(v.length, (edge) => edge).filter((edge) => edge > 0 && edge + 1 < v.length && v[edge]![row])
  if (inner.length === 0) return true
  const [left, right] = inner as [number, number]
  return inner.length === 2 && texts[row]!.every((glyphs, col) => glyphs.length === 0 || (col >= left && col < right))
}

/** Whether cells below each other are two. */
export function showsRows({ edge, from, to, merged, before, after }: Evidence, table: Table): boolean {
  const y = table.ys[edge]!
  const [upper, lower] = [before, after].map((side) => side.flatMap((r) => glyphsIn(table.texts, r))) as [
    Glyph[],
    Glyph[],
  ]
  if ([...upper, ...lower].some((g) => Math.abs((g.box[1] + g.box[3]) / 2 - y) < CENTRED * g.size)) return false
  if (!isFilled(merged)) {
    if (upper.length + lower.length === 0) return false
    const isOne =
      (upper.length > 0 && lower.length > 0 && !areTwo(upper, lower, merged, table)) || isText(edge, from, to, table)
    return !isOne && [...before, ...after].every((r) => r.rowEnd - r.row === 1 || isCentre(r, table))
  }
  // The two texts of a corner that a slanted line parts are of one cell.
  if (
    !isBelowFigures(merged.rowEnd, table) &&
    cornerText({ glyphs: glyphsIn(table.texts, merged), box: boxOf(merged, table) })
  )
    return false
  const beside = [from - 1, to]
  if (isLinePerRow(merged, table)) return true
  if (
    ![...before, ...after].every((r) =>
      beside.some((col) => isColumn({ col: r.row, colEnd: r.rowEnd }, table.sides.h, col)),
    )
  )
    return false
  if (upper.length === 0 && lower.length === 0) return true
  const cells = [...before, ...after].filter((r) => glyphsIn(table.texts, r).length > 0)
  if (!cells.every((r) => isLevel(r, table))) return false
  // A text is set at the top of a merged cell or in its middle; at its foot in headers, of which none is blank, and beside
  // lines that would have no code.
  if (upper.length === 0)
    return (
      !isCentre(merged, table) &&
      !isAtFoot(lower, edge, from, table) &&
      table.texts.slice(0, edge + 1).some((row) => row.some(areFigure))
    )
  if (lower.length === 0) {
    const isHere = !CODE.test(blockText(upper)) || hasOtherCode(edge, from, table) || isBlank(edge, to, table)
    return areFigure(upper) && isHere && !isCentre(merged, table)
  }
  return areTwo(upper, lower, merged, table)
}

/**
 * Whether each row of a region has a text of its own, in its middle, further from the next than lines of one are:
 * beside a header over two rows nothing else is as high as its lower row.
 */
function isLinePerRow({ row, rowEnd, col, colEnd }: Region, table: Table): boolean {
  const rows = range(rowEnd - row, (i): Region => ({ row: row + i, rowEnd: row + i + 1, col, colEnd, count: 1 }))
  const filled = rows.filter((r) => glyphsIn(table.texts, r).length > 0)
  const isOwn = (r: Region) => {
    const lines = toLevelLines(glyphsIn(table.texts, r))
    // 收 and 入 are written downwards.
    return lines.length === 1 && lines[0]!.glyphs.length > 1 && isCentre(r, table)
  }
  const isApart = (r: Region, i: number) => {
    const last = filled[i - 1]
    return !last || areTwo(glyphsIn(table.texts, last), glyphsIn(table.texts, r), { ...r, row: last.row }, table)
  }
  return filled.length > 1 && filled.every(isOwn) && filled.every(isApart)
}

/** Whether lines of one text stand above and below an edge, in one of the columns from one to another. */
function isText(edge: number, from: number, to: number, table: Table): boolean {
  for (let col = from; col < to; col++) {
    const [upper, lower] = [table.texts[edge - 1]![col]!, table.texts[edge]![col]!]
    const own = { row: edge - 1, rowEnd: edge + 1, col, colEnd: col + 1, count: 2 }
    if (upper.length > 0 && lower.length > 0 && !areTwo(upper, lower, own, table)) return true
  }
  return false
}

/** Of one level: it may be merged over rows, at their top. */
const CODE = /^\d{1,3}$/

const TOTAL = /[合总小]\s*计/

/** Whether a code below an edge is that of the line above, too, which has a name and no code of its own. */
function isAtFoot(lower: readonly Glyph[], edge: number, from: number, { texts }: Table): boolean {
  const above = texts[edge - 1]!.map(blockText)
  const name = above.findIndex((text) => /\p{Script=Han}/u.test(text))
  // 序号 counts lines.
  const isNoCode = (text: string, col: number) =>
    text === '' || Number(blockText(texts[edge]![col]!)) === Number(text) + 1
  const isNamed = name > from && !TOTAL.test(above[name]!) && above.slice(0, name).every(isNoCode)
  return isNamed && CODE.test(blockText(lower))
}

/** Whether a code further left is another one below the edge: no code of the level below goes on there. */
function hasOtherCode(edge: number, before: number, { texts, sides }: Table): boolean {
  return texts[edge]!.slice(0, before).some((lower, col) => {
    const [own, other] = [texts[edge - 1]![col]!, lower].map(blockText)
    return sides.h[edge]![col] && CODE.test(other!) && own !== other
  })
}

/** A row without a code and a name beside those of another row: so many places are blank. */
const CODE_AND_NAME = 2

function isBlank(row: number, from: number, { texts }: Table): boolean {
  return texts[row]!.slice(from, from + CODE_AND_NAME).every((glyphs) => glyphs.length === 0)
}

/** Whether the second text is no further line of the first: it is set further below, or would have had room beside it. */
function areTwo(upper: Glyph[], lower: Glyph[], { row, rowEnd, col, colEnd }: Region, table: Table): boolean {
  const isOwn = (own: Glyph[]) => areFigure(own) || toPiece(own).anchor
  if ([upper, lower].every(isOwn) || areFigure(upper) !== areFigure(lower)) return true
  const [last, first] = [toLines(upper).at(-1)!, toLines(lower)[0]!]
  // The letters of a scan are measured by their ink, and 因公出 has less of it than 国(境)费: the larger ones tell.
  const size = Math.max(first.size, last.size)
  const apart = (middle(first) - middle(last)) / size
  const room = table.xs[colEnd]! - table.xs[col]! - (last.box[2] - last.box[0])
  const areFigures = table.texts.slice(row, rowEnd).every((places) => places.some(areFigure))
  if (areFigures) return apart > ROWS_APART || (apart > LINES_APART && room > ROOM * size)
  const least = LETTER + (/^.[、，）)]/u.test(first.text) ? 1 : 0)
  return apart > (room < least * size ? HEAD_APART : ROWS_APART)
}

/** Whether a text lies over the edge, or goes on behind it. */
function reachOver(left: readonly Glyph[], right: readonly Glyph[], x: number): boolean {
  const all = [...left, ...right]
  if (all.some((g) => g.box[0] < x - ALIGNED && g.box[2] > x + ALIGNED)) return true
  if (left.length === 0 || right.length === 0) return false
  return toLevelLines(all).some(({ glyphs }: Line) => {
    const at = glyphs.findIndex((g) => (g.box[0] + g.box[2]) / 2 > x)
    if (at < 1) return false
    const [a, b] = [glyphs[at - 1]!, glyphs[at]!]
    return b.box[0] - a.box[2] < ONE_TEXT * Math.min(a.size, b.size)
  })
}
