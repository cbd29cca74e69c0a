/** Captions that are printed inside a table's frame: titles, numbers, units and entities as rows of the grid. */
import { dropRows, sliceRows } from '../../grid/pages/join.ts'
import { type Grid, type GridCell, isOpen } from '../../grid/types.ts'
import { toLines } from '../../page/lines.ts'
import type { FieldLanguage } from '../language.ts'
import { share } from '../seen.ts'
import { squash } from '../words.ts'
import { type Caption, closesBracket, findEntity, findMoneyUnit, findNumber, isNote } from './captions.ts'

/** Says how surely a text is the title of a table we know (0–1) and whether it looks like any title. */
export interface TitleJudge {
  known(text: string): boolean
  /** Whether it is one that says so itself. */
  table(text: string): boolean
  /** Id of the table whose title the text is most surely; null if it is none we know. */
  meant(text: string): string | null
  likely(text: string): boolean
}

interface Piece {
  captions: Caption[]
  /** What stands below the captions; null where they have a frame of their own and the table has none. */
  grid: Grid | null
}

/** The grid in pieces, one a table: a title further down begins a new one. Captions at the head of a piece come off. */
export function splitAtTitles(grid: Grid, judge: TitleJudge): Piece[] {
  const starts = startsOfTables(grid, judge)
  return starts.flatMap((start, i) => {
    const piece = starts.length === 1 ? grid : sliceRows(grid, start, starts[i + 1] ?? grid.rows.length)
    return withoutCaptions(piece, judge) ?? []
  })
}

/** The captions at the head of a table, and what stands below them; null if nothing does. */
function withoutCaptions(table: Grid, judge: TitleJudge): Piece | null {
  const last = table.rows.length - 1
  const captions: Caption[] = []
  let r = 0
  while (r < last) {
    // A row between two captions may be left blank, or be hidden.
    const blank = Number(r > 0 && isBlank(table, r))
    const found = captionsAt(table, r + blank, judge)
    if (!found) break
    captions.push(...found.captions)
    r += blank + found.rows
  }
  const rest = r === last && captions.some((c) => judge.table(c.text)) ? captionsAt(table, r, judge) : null
  if (rest) return { captions: [...captions, ...rest.captions], grid: null }
  // A line drawn below the captions (an underlined unit that runs over the frame's edge) parts off a row without a text.
  while (r < last && isBlank(table, r) && !goesOnAside(table, r)) r++
  const body = dropRows(table, r)
  return body.rows.length > 0 ? { captions, grid: body } : null
}

/** Rows that begin a table: the first, and every title with the captions that stand above it. */
function startsOfTables(grid: Grid, judge: TitleJudge): number[] {
  const starts = [0]
  for (let r = 1; r < grid.rows.length; r++) {
    const only = onlyCell(grid, r)
    const halves = only && isTitleInHalves(only, onlyCell(grid, r + 1), grid, judge)
    const begins = only ? halves || isTitle(only, grid, judge) : isTitleBesideUnit(cellsIn(grid, r), grid, judge)
    if (!begins) continue
    let start = r
    while (start > starts.at(-1)! && captionsAt(grid, start - 1, judge)) start--
    if (start > starts.at(-1)!) starts.push(start)
    if (halves) r++
  }
  return starts
}

/** Whether a cell of a row is open at a side where those of others are ruled: a header over columns of the page before or behind. */
function goesOnAside({ cells, xs }: Grid, row: number): boolean {
  const isAt = (c: GridCell, side: 'left' | 'right') =>
    (side === 'left' ? c.col : xs.length - 1 - c.col - c.colSpan) === 0
  const sides = (['left', 'right'] as const).map((side) => {
    const own = cells.filter((c) => isAt(c, side))
    return own.some((c) => c.row === row && isOpen(c, side)) && own.some((c) => !isOpen(c, side))
  })
  // A line under words alone has no upright at either side.
  const isParted = cells.filter((c) => c.row <= row && row < c.row + c.rowSpan).length > 1
  return sides.includes(true) && (isParted || sides.includes(false))
}

function isBlank({ cells }: Grid, row: number): boolean {
  return cells.every((c) => c.row > row || c.row + c.rowSpan <= row || c.text.trim() === '')
}

/** The captions of a row, or of two that are one title; null where the row is none. */
function captionsAt(grid: Grid, row: number, judge: TitleJudge): { captions: Caption[]; rows: number } | null {
  const cells = cellsIn(grid, row)
  const [first] = cells
  if (!first) return null
  const below = onlyCell(grid, row + 1)
  if (cells.length === 1 && below && isTitleInHalves(first, below, grid, judge))
    return { captions: [{ ...toCaption(first), text: first.text + below.text }], rows: 2 }
  if (cells.length === 1 && below && isBrokenTitle(first, below, grid, judge))
    return { captions: [{ ...toCaption(first), text: first.text + below.text }], rows: 2 }
  const lines = cells.length === 1 ? captionLines(first, grid, judge) : null
  if (lines) return { captions: lines, rows: first.rowSpan }
  // Where cells beside a title are ruled and blank, it stands in the first of them.
  const isAlone = cells.length === 1 && judge.table(first.text)
  const all = cells.every((c) => c.rowSpan === 1 && (isAlone || isCaption(c, grid, judge)))
  return all || isTitleBesideUnit(cells, grid, judge) ? { captions: cells.map(toCaption), rows: 1 } : null
}

/** Number, title, entity and unit below each other in one cell of the frame, a line each; null if one of its lines is none. */
function captionLines(cell: GridCell, grid: Grid, judge: TitleJudge): Caption[] | null {
  const lines = spansMost(cell, grid) ? toLines(cell.glyphs) : []
  const parts = lines.map(({ text, glyphs, box }) => ({ ...cell, text, glyphs, box }))
  const areCaptions = parts.length > 1 && parts.every((part) => isCaption(part, grid, judge))
  return areCaptions && parts.some((part) => isTitle(part, grid, judge)) ? parts.map(toCaption) : null
}

function toCaption({ text, page, glyphs, box }: GridCell): Caption {
  return {
    text,
    page,
    size: glyphs[0]?.size ?? 10,
    y: box[1],
    isParted: false,
    isRead: glyphs.some((g) => g.source === 'ocr'),
    belief: share(glyphs),
  }
}

function isCaption(cell: GridCell, grid: Grid, judge: TitleJudge): boolean {
  if (findMoneyUnit(cell.text) !== null || findEntity(cell.text) !== null) return /单位|部门/.test(squash(cell.text))
  return isTitle(cell, grid, judge) || isNumber(cell.text)
}

/** Group labels (二、机关运行经费) are worded like titles; only a title says that it is a 表. */
function isTitle(cell: GridCell, grid: Grid, judge: TitleJudge): boolean {
  return spansMost(cell, grid) && judge.table(cell.text)
}

/** A title and 单位：万元 beside it: rulings of the table that begins below go on up to the one above, and part the two. */
function isTitleBesideUnit(cells: readonly GridCell[], grid: Grid, judge: TitleJudge): boolean {
  const [title, unit, ...more] = cells
  if (!title || !unit || more.length > 0) return false
  const isUnit = findMoneyUnit(unit.text) !== null && /单位/.test(squash(unit.text))
  const isWide = title.colSpan + unit.colSpan >= MOST * (grid.xs.length - 1)
  return isUnit && isWide && title.colSpan > 1 && title.rowSpan === 1 && unit.rowSpan === 1 && judge.table(title.text)
}

/** A title printed in two rows of the frame, the first of which is none: its entity, its year, or half of it. */
function isTitleInHalves(first: GridCell, second: GridCell | null, grid: Grid, judge: TitleJudge): boolean {
  return (
    second !== null &&
    spansMost(first, grid) &&
    spansMost(second, grid) &&
    !isNumber(first.text) &&
    !judge.table(first.text) &&
    judge.table(first.text + second.text)
  )
}

/** 收入决算表（单位 over ：万元）, or 支出决算表 over （按功能分类）. */
function isBrokenTitle(first: GridCell, second: GridCell, grid: Grid, judge: TitleJudge): boolean {
  const isInBrackets = /^[(（][^()（）]+[)）]$/.test(second.text.trim()) && findMoneyUnit(second.text) === null
  const goesOn = isInBrackets || closesBracket(first.text, second.text)
  return isTitle(first, grid, judge) && spansMost(second, grid) && goesOn
}

/** Nothing but 公开01表. */
function isNumber(text: string): boolean {
  const word = squash(text)
  return word !== '' && findNumber(word) === word.normalize('NFKC')
}

/** The grid without sentences over its header and the notes and signatures that close it within its frame (注：本表反映…), and these. */
export function withoutNotes(
  grid: Grid,
  { signature }: Pick<FieldLanguage, 'signature'>,
): { grid: Grid; notes: string[] } {
  const above = sentencesAbove(grid)
  const below = withoutLastNotes(dropRows(grid, above.length), signature)
  return { grid: below.grid, notes: [...above, ...below.notes] }
}

function withoutLastNotes(grid: Grid, signature: RegExp): { grid: Grid; notes: string[] } {
  const isSignature = (text: string) => signature.test(squash(text).replace(/[()]/g, ''))
  const notes: string[] = []
  let end = grid.rows.length
  for (let r = end - 1; r > 0; r--) {
    // Rows may be left blank below it.
    if (isBlank(grid, r)) {
      notes.unshift('')
      continue
    }
    const cell = onlyCell(grid, r)
    const closes = cell !== null && (isNote(cell.text) || isSignature(cell.text))
    if (!cell || cell.rowSpan > 1 || !(closes || spansMost(cell, grid))) break
    notes.unshift(cell.text.trim())
    // What stands below a note goes on from it.
    if (closes) end = r
  }
  return end === grid.rows.length
    ? { grid, notes: [] }
    : { grid: sliceRows(grid, 0, end), notes: notes.slice(end - grid.rows.length).filter((note) => note !== '') }
}

/** Rows over a table's header that are one sentence each, as wide as the table: what is said of it, and no header. */
function sentencesAbove(grid: Grid): string[] {
  const said: string[] = []
  for (let r = 0; r < grid.rows.length - 1; r++) {
    const cell = onlyCell(grid, r)
    if (!cell || cell.rowSpan > 1 || cell.colSpan < grid.xs.length - 1) break
    if (!isNote(cell.text) && !SENTENCE.test(cell.text)) break
    said.push(cell.text.trim())
  }
  return said
}

const SENTENCE = /[，。；]/

function cellsIn(grid: Grid, row: number): GridCell[] {
  return grid.cells.filter((c) => c.row === row && c.text.trim() !== '')
}

function onlyCell(grid: Grid, row: number): GridCell | null {
  const cells = cellsIn(grid, row)
  return cells.length === 1 ? cells[0]! : null
}

/** A title row's cell covers at least this share of the columns. */
const MOST = 0.7

function spansMost(cell: GridCell, grid: Grid): boolean {
  return cell.colSpan >= MOST * (grid.xs.length - 1)
}
