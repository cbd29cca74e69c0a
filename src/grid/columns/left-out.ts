/**
 * Columns between which a ruling is left out: figures of two columns, or a label and a figure, stand in one
 * cell. The ruling is drawn further up (in the header), or the header's texts are parted at the same place.
 */
import { isFigure, isWrittenAmount, MONEY } from '../../amount.ts'
import { around } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { withoutThousands } from '../cells/thousands.ts'
import { dataFrom } from '../data.ts'
import { areOrdinals } from '../pieces.ts'
import type { Grid, GridCell } from '../types.ts'
import { DIGITS, NUMERAL } from '../words.ts'
import {
  ALIKE,
  areParted,
  areSetAlike,
  clipped,
  edgeByMiddle,
  edgeByMiddles,
  type Gap,
  headGap,
  headPiecesOf,
  isMiddle,
  isSpread,
  partsOf,
  piecesAt,
  piecesFor,
  piecesOf,
  reaches,
  reachesOver,
  SLACK,
} from './cell-gaps.ts'
import { gapsOf } from './figure-gaps.ts'
import { headsOf, inTwo } from './heads.ts'
import { withoutSigns } from './signs.ts'

/** An amount without places. */
const WHOLE = new RegExp(`^[¥￥]?[\\d０-９]{4,}(${MONEY})?$`)
/** … that is no year. */
const LARGE = new RegExp(`^[¥￥]?[\\d０-９]{5,}(${MONEY})?$`)
/** 行次 and 十二、农林水支出 are no headers. */
const LISTED = new RegExp(`^(\\d{1,3}$|${NUMERAL}+、)`)
/** A subject code, or one of the 行次. */
const NUMBER = /^\d{3}(\d\d){0,2}$|^\d{1,2}$/

/** `known`: edges that the columns have on the page before. */
export function divideLeftOut(grid: Grid, known: readonly number[] = [], headRows = 0): void {
  for (const x of known) if (!grid.xs.some((own) => Math.abs(own - x) <= SLACK)) divideKnown(grid, x, headRows)
  for (let rest = withoutSigns(withoutThousands(grid.cells.flatMap(gapsOf)), grid); rest.length > 0; ) {
    const at = edgeIn(rest, grid, known)
    const here = rest.filter((g) => g.x0 - (g.cut ?? 0) < at && at < g.x1)
    rest = here.length > 0 ? rest.filter((g) => !here.includes(g)) : rest.slice(1)
    const first = here.length > 0 ? firstParted(grid, at, here, known) : null
    if (first) divide(grid, at, first.row, first.header)
  }
  if (grid.cells.some((c) => isWide(c) || c.colSpan === 2)) for (const x of grid.xs.slice(1, -1)) divideBelow(grid, x)
  const data = belowHeader(grid)
  for (const gap of grid.cells.filter((c) => c.row < data).flatMap((c) => headGap(c, grid))) {
    const below = grid.cells.filter((c) => c.row > gap.cell.row && spans(c, (gap.x0 + gap.x1) / 2))
    const at = clipped(gap.x0, gap.x1, below.flatMap(piecesOf).flat())
    if (!below.some((c) => reachesOver(c, at, piecesFor(c, at)))) divide(grid, at, gap.cell.row, gap.cell)
  }
  grid.cells = grid.cells.flatMap((c) => (c.row < data && c.colSpan > 1 ? headsOf(c, grid.xs) : [c]))
}

/** The first row below the header: where all amounts are 0, codes or the numbers of columns show it. */
function belowHeader(grid: Grid): number {
  const data = dataFrom(grid) ?? grid.cells.find((c) => c.row > 0 && DIGITS.test(c.text))?.row
  return data ?? (isHeaderAlone(grid) ? grid.rows.length : 0)
}

/** So many words beside each other are a header. */
const HEADS = 3

/** Whether a page ends within the header: every cell holds words, none of them numbered as labels are. */
function isHeaderAlone({ cells, xs }: Grid): boolean {
  const own = cells.filter((c) => c.colSpan < xs.length - 1)
  return own.length >= HEADS && own.every((c) => /^\p{Script=Han}/u.test(c.text) && !/[\d:：、]/.test(c.text))
}

/** A text in the second of two columns: nothing stands in the first. */
function isRightOf({ glyphs }: GridCell, x: number): boolean {
  return glyphs.every((g) => g.box[0] > x - SLACK)
}

function isWide({ colSpan, text }: GridCell): boolean {
  return colSpan > 1 && (isWrittenAmount(text) || WHOLE.test(text))
}

/** An edge of the header that no row below it has: figures stand on one side of it or the other. */
function divideBelow(grid: Grid, x: number): void {
  const ends = (side: 0 | 2) => lowest(grid.cells.filter((c) => c.text !== '' && Math.abs(c.box[side] - x) <= SLACK))
  const [left, right] = [ends(2), ends(0)]
  const drawn = Math.max(left, right)
  if (drawn === 0 || drawn === grid.rows.length) return
  const all = grid.cells.filter((c) => c.row >= drawn && c.text !== '' && spans(c, x))
  // 栏次 over both, the numbers of the columns beside it, says nothing.
  const numbered = belowOrdinals(grid)
  const own = all.filter((c) => c.row >= numbered || !isBesideNumbers(c, grid, all))
  const whole = grid.cells.find((c) => LARGE.test(c.text))?.row ?? grid.rows.length
  const data = Math.min(dataFrom(grid) ?? drawn, whole, numbered)
  // A header below the ruling heads one column.
  if (own.some((c) => c.row < data && !LISTED.test(c.text.trim()))) return
  // A total that is merged and texts below it are no column of figures.
  // Labels may be merged in the lines of totals.
  const isAside = (c: GridCell) => drawn <= data && own.length > 1 && isRightOf(c, x)
  // A code, or one of the 行次, alone on its page stands in the middle of its own column.
  const isNumber = (c: GridCell) => c.colSpan === 2 && NUMBER.test(c.text) && isMiddleOfHalf(c, x)
  // 栏次 in the middle of both says nothing against it.
  const merged = own.some(isNumber) ? own.filter((c) => !DIGITS.test(c.text.trim()) && isMiddle(c)).length : 0
  const wide = own.filter((c) => isWide(c) || isAside(c) || isNumber(c)).length
  // Names of two columns begin at one place in each, in one row or another; a total may stand in the middle of both.
  const alike = own.filter((c) => areSetAlike(c, x))
  const areTwo =
    alike.length > own.length / 2 && own.every((c) => alike.includes(c) || isMiddle(c) || !reachesOver(c, x))
  // Where one side has no header names alone show that it is a column.
  const isMost = left > 0 && right > 0 && (wide > (own.length - merged) / 2 || areParted(own, { x0: x, x1: x }))
  if (areTwo || areBeside(own, x) || (isMost && !own.some((c) => reachesOver(c, x)))) divide(grid, x, drawn)
}

/** So many texts on each side of an edge show two columns of names. */
const NAMES = 2

/** Whether each text stands on one side of an edge of the header or the other, as far behind where its column begins. */
function areBeside(own: readonly GridCell[], x: number): boolean {
  const [left, right] = [own.filter((c) => !isRightOf(c, x)), own.filter((c) => isRightOf(c, x))]
  if (left.length < NAMES || right.length < NAMES || own.some((c) => reachesOver(c, x))) return false
  const asides = own.map((c) => around(c.glyphs)[0] - (right.includes(c) ? x : c.box[0]))
  return Math.max(...asides) - Math.min(...asides) < ALIKE
}

/** The row below the numbers of the columns, where figures without places may begin; behind the last without such numbers. */
function belowOrdinals({ cells, rows }: Grid): number {
  const isOrdinals = (row: number) => areOrdinals(cells.flatMap((c) => (c.row === row && c.text !== '' ? c.text : [])))
  const row = rows.findIndex((_, r) => isOrdinals(r))
  return row < 0 ? rows.length : row + 1
}

/** Whether the rest of a cell's row are numbers of columns, but for what reaches over the same edge. */
function isBesideNumbers(cell: GridCell, { cells }: Grid, over: readonly GridCell[]): boolean {
  if (/\d/.test(cell.text.normalize('NFKC')) || LISTED.test(cell.text.trim())) return false
  // Columns without numbers may have 栏次 once more.
  const isOther = (c: GridCell) => c.text !== '' && c.text !== cell.text && !over.includes(c)
  const others = cells.filter((c) => c.row === cell.row && isOther(c))
  return others.length > 0 && others.every((c) => LISTED.test(c.text.trim()))
}

/** An edge that the page before has: most of what stands here is parted by it, or are figures at its side. */
export function divideKnown(grid: Grid, x: number, headRows: number): void {
  const own = grid.cells.filter((c) => c.text !== '' && spans(c, x))
  const isBoth = (c: GridCell, pieced = piecesOf) =>
    !pieced(c).some((line) => line.some((p) => reaches(p, x))) && partsOf(c, x, pieced).every((p) => p.length > 0)
  const data = Math.max(headRows, dataFrom(grid) ?? 0)
  // 行次 without an amount beside it are no header.
  const heads = own.filter((c) => c.row < data && !DIGITS.test(c.text.trim()))
  const isParted = (c: GridCell) => isBoth(c, headPiecesOf) || isMiddleOfHalf(c, x)
  const header = heads.findLast((c) => /\p{Script=Han}/u.test(c.text) && isParted(c))
  if (heads.length > 0 && !header) return
  // A header over both columns stands in their middle.
  const over = own.filter((c) => c !== header && !(c.row < data && isMiddle(c)) && reachesOver(c, x))
  const parted = own.filter((c) => c === header || isBoth(c) || (isFigure(c.text) && !over.includes(c)))
  // Captions above the header are not parted.
  const from = own.find((c) => isParted(c) && !isCaption(c))?.row ?? 0
  if (parted.length > over.length) divide(grid, x, header ? from : 0, header)
}

/** The edge drawn elsewhere that most gaps hold, or the middle of what all from the first one on leave free. */
function edgeIn(gaps: readonly Gap[], grid: Grid, known: readonly number[]): number {
  const [first] = gaps
  const holds = (g: Gap, x: number) => g.x0 - (g.cut ?? 0) < x && x < g.x1
  const holding = (x: number) => gaps.filter((g) => holds(g, x)).length
  const drawn = [...grid.xs, ...known].filter((x) => holds(first!, x))
  if (drawn.length > 0) return drawn.reduce((best, x) => (holding(x) >= holding(best) ? x : best))
  let [x0, x1] = [first!.x0, first!.x1]
  for (const gap of gaps) if (gap.x0 < x1 && gap.x1 > x0) [x0, x1] = [Math.max(x0, gap.x0), Math.min(x1, gap.x1)]
  // Captions, and the header of more columns than these, which stands in the middle of all, say nothing.
  const { box, row } = first!.cell
  // Where all figures stand in one cell with their names, no cell shows where they begin.
  const data = belowHeader(grid) || row
  const isOver = (c: GridCell) =>
    (c.box[0] < box[0] - SLACK || c.box[2] > box[2] + SLACK || (c.row < data && isMiddle(c))) &&
    (isCaption(c) || piecesOf(c).flat().length === 1)
  const own = grid.cells.filter((c) => c.text !== '' && !isOver(c) && spans(c, (x0 + x1) / 2))
  const free = clipped(x0, x1, own.flatMap((c) => (c.row < data ? headPiecesOf(c) : piecesOf(c))).flat())
  // Headers stand each in the middle of their columns.
  for (const head of own.filter((c) => c.row < data && spans(c, free))) {
    const [a, b, ...others] = headPiecesOf(head).flat()
    if (!a || others.length > 0) continue
    const at = b ? edgeByMiddles(head, a, b) : edgeByMiddle(head)
    if (at !== null && at > x0 && at < x1) return at
  }
  return free
}

function spans({ box }: GridCell, x: number): boolean {
  return box[0] < x - SLACK && box[2] > x + SLACK
}

/**
 * The first row that the edge at `x` parts, if it is one: below a ruling further up, or with the header whose texts
 * it parts. Texts that reach over it must be rare.
 */
function firstParted(
  grid: Grid,
  x: number,
  here: readonly Gap[],
  known: readonly number[],
): { row: number; header?: GridCell } | null {
  const top = Math.min(...here.map((g) => g.cell.row))
  const bottom = Math.max(...here.map((g) => g.cell.row))
  const printed = grid.cells.filter((c) => c.text.trim() !== '')
  const isOver = (c: GridCell) => spans(c, x) && reachesOver(c, x, piecesAt(x))
  const over = printed.filter((c) => c.row >= top && c.row <= bottom && isOver(c)).length
  if (over >= here.length) return null
  const above = printed.filter((c) => c.row < top)
  // A header that is blank has its ruling all the same.
  const endsAt = (side: 0 | 2) => grid.cells.filter((c) => c.row < top && Math.abs(c.box[side] - x) <= SLACK)
  const drawn = Math.min(lowest(endsAt(0)), lowest(endsAt(2)))
  if (drawn > 0) return { row: drawn }
  const isParted = (c: GridCell) =>
    !isSpread(c) && !reachesOver(c, x, headPiecesOf) && partsOf(c, x, headPiecesOf).every((p) => p.length > 0)
  const parted = above.filter((c) => spans(c, x) && isParted(c))
  const header = parted.find((c) => !isCaption(c))
  // 合计 over two rows beside 基本支出 over 小计: all are one area, and what heads the columns on one side is in their middle.
  const isHalf = (c: GridCell) => isMiddleOfHalf(c, x) && (!header || c.area === header.area)
  const half = above.find((c) => spans(c, x) && (isHalf(c) || areSpreadHalves(c, x)))
  if (header) return { row: Math.min(half?.row ?? header.row, header.row), header }
  if (half) return { row: half.row }
  return known.some((k) => Math.abs(k - x) <= SLACK) ? { row: top } : null
}

/** Whether a header stands in the middle of what the edge makes of its cell, and not in that of the whole. */
function isMiddleOfHalf({ box, glyphs }: GridCell, x: number): boolean {
  const own = around(glyphs)
  const [middle, slack] = [(own[0] + own[2]) / 2, glyphs[0]!.size / 4]
  const isAt = (from: number, to: number) => Math.abs(middle - (from + to) / 2) < slack
  const half = own[2] < x + SLACK ? isAt(box[0], x) : own[0] > x - SLACK && isAt(x, box[2])
  return half && !isAt(box[0], box[2])
}

/** Letters of two headers are set further from each other than those of one by so many times. */
const HALVES_APART = 1.2

/** 收　入 and 支　出 in one cell: each stands in the middle of its half, and its letters closer than the two. */
function areSpreadHalves({ box, glyphs }: GridCell, x: number): boolean {
  const letters = glyphs.filter((g) => g.text.trim() !== '').sort((a, b) => a.box[0] - b.box[0])
  const count = letters.filter((g) => (g.box[0] + g.box[2]) / 2 < x).length
  const halves = [letters.slice(0, count), letters.slice(count)] as const
  if (halves.some((own) => own.length < 2)) return false
  const gaps = letters.slice(1).map((g, i) => g.box[0] - letters[i]!.box[2])
  const between = gaps[count - 1]!
  if (gaps.some((gap, i) => i !== count - 1 && between < HALVES_APART * gap)) return false
  const isAt = (own: readonly Glyph[], from: number, to: number) =>
    Math.abs(own[0]!.box[0] + own.at(-1)!.box[2] - from - to) < own[0]!.size
  return isAt(halves[0], box[0], x) && isAt(halves[1], x, box[2])
}

/** 编制单位：… 单位：元 is no header of two columns, 其中：… is one. */
function isCaption({ text }: GridCell): boolean {
  return /(?<!其中)[:：]/.test(text)
}

/** The row below the lowest of some cells; 0 without any. */
function lowest(cells: readonly GridCell[]): number {
  return Math.max(0, ...cells.map((c) => c.row + c.rowSpan))
}

/** Words in the middle of more columns than two: a total is merged over them, though they stand on one side of the edge. */
function isOverMore(cell: GridCell): boolean {
  return cell.colSpan > 2 && isMiddle(cell) && /^\p{Script=Han}+$/u.test(cell.text)
}

/** Puts an edge at `x` into the grid and, from a row on, parts the cells that no text of theirs holds together. */
function divide(grid: Grid, x: number, from: number, header?: GridCell): void {
  let col = grid.xs.findIndex((e) => Math.abs(e - x) <= SLACK)
  if (col < 0) {
    col = grid.xs.findIndex((e) => e > x)
    grid.xs = grid.xs.toSpliced(col, 0, x)
    grid.inferred = [...(grid.inferred ?? []), x]
    for (const cell of grid.cells)
      if (cell.col >= col) cell.col++
      else if (cell.col + cell.colSpan >= col) cell.colSpan++
  }
  grid.cells = grid.cells.flatMap((cell) => {
    const end = cell.col + cell.colSpan
    if (cell.row < from || cell.col >= col || end <= col || isOverMore(cell)) return [cell]
    const pieced = cell === header ? headPiecesOf : piecesFor(cell, x)
    if (cell !== header && reachesOver(cell, x, pieced)) return [cell]
    return inTwo(cell, col, grid.xs, pieced)
  })
}
