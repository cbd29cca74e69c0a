/** Walks the pages: which grids belong together, and which texts stand around them. */
import { dropRows, joinGrids, sameColumns, sliceRows } from '../grid/join.ts'
import type { Grid, GridCell } from '../grid/types.ts'
import type { Line } from '../page/lines.ts'
import { type Caption, findEntity, findMoneyUnit, findNumber, isNote, toCaption } from './captions.ts'
import { squash } from './words.ts'

/** What a page holds once its grids are found: the grids and the lines outside them. */
export interface Sheet {
  page: number
  width: number
  height: number
  grids: Grid[]
  lines: Line[]
}

/** One table as printed: all its pieces, joined, with the texts above and below. */
export interface Section {
  /** Lines above, top to bottom; the last ones stand nearest. */
  captions: Caption[]
  title: Caption | null
  grid: Grid
  parts: Grid[]
  /** Lines that follow the table up to the next one's title. */
  after: Caption[]
}

/** Says how surely a text is the title of a table we know (0–1) and whether it looks like any title. */
export interface TitleJudge {
  known(text: string): boolean
  /** Id of the table whose title the text is most surely; null if it is none we know. */
  meant(text: string): string | null
  likely(text: string): boolean
}

/** A title stands at most this many lines above its table: number, unit, entity and year come between. */
const TITLE_WITHIN = 7

export function toSections(sheets: readonly Sheet[], judge: TitleJudge): Section[] {
  const sections: Section[] = []
  let pending: Caption[] = []
  for (const sheet of sheets) {
    for (const item of inOrder(sheet)) {
      if ('text' in item) {
        pending.push(item)
        continue
      }
      for (const piece of splitAtTitles(item, judge)) {
        pending.push(...piece.captions)
        pending = place(sections, piece.grid, pending, sheet, judge)
      }
    }
  }
  const last = sections.at(-1)
  if (last) last.after.push(...pending)
  return sections.map((s) => ({ ...s, grid: joinGrids(s.parts) }))
}

/** Puts a grid into the section it continues, or opens a new one; returns the lines still waiting (none). */
function place(sections: Section[], grid: Grid, pending: Caption[], sheet: Sheet, judge: TitleJudge): Caption[] {
  const current = sections.at(-1)
  const at = titleIndex(pending, judge)
  const title = at === null ? null : pending[at]!
  if (current && continues(current, grid, title, pending, sheet)) {
    current.parts.push(grid)
    return []
  }
  const from = at ?? Math.max(0, pending.length - TITLE_WITHIN)
  // Lines that stand above the title on its own page still belong to it (number, unit): at most three.
  const head = at === null ? from : Math.max(0, at - 3)
  if (current) current.after.push(...pending.slice(0, at ?? pending.length))
  sections.push({ captions: pending.slice(head), title, grid, parts: [grid], after: [] })
  return []
}

function continues(
  current: Section,
  grid: Grid,
  title: Caption | null,
  pending: readonly Caption[],
  sheet: Sheet,
): boolean {
  const last = current.parts.at(-1)!
  const lastPage = last.pages.at(-1)!
  if (title && !(current.title && squash(title.text) === squash(current.title.text) && title.page !== lastPage))
    return false
  if (!sameColumns(last, grid)) return false
  if (lastPage === sheet.page)
    return pending.every((c) => c.page === sheet.page && !isNote(c.text)) && pending.length === 0
  // A note below the table closes it.
  return lastPage === sheet.page - 1 && !pending.some((c) => c.page === lastPage && isNote(c.text))
}

function inOrder(sheet: Sheet): (Caption | Grid)[] {
  const items: { y: number; item: Caption | Grid }[] = [
    ...sheet.lines.map((l) => ({ y: l.box[1], item: toCaption(l, sheet.page) })),
    ...sheet.grids.map((g) => ({ y: g.box[1], item: g })),
  ]
  return items.sort((a, b) => a.y - b.y).map((i) => i.item)
}

/** The title among the lines above a grid: the nearest known one, else the nearest that looks like one. */
function titleIndex(lines: Caption[], judge: TitleJudge): number | null {
  const near = Math.max(0, lines.length - TITLE_WITHIN)
  // A heading of the narrative may be worded like a title; one that says 表 goes before.
  const asTable = (text: string) => text.includes('表') && judge.known(text)
  for (const test of [asTable, judge.known, judge.likely])
    for (let i = lines.length - 1; i >= near; i--) {
      const line = lines[i]!
      const above = lines[i - 1]
      if (above && sameSetting(above, line) && !test(above.text) && isOneTitle(above.text, line.text, test, judge)) {
        lines.splice(i - 1, 2, { ...above, text: above.text + line.text })
        return i - 1
      }
      if (test(line.text)) return i
    }
  return null
}

/** Lines of one title stand no further apart than so many times their size, from top to top. */
const TITLE_LEADING = 2.5

function sameSetting(above: Caption, line: Caption): boolean {
  return (
    above.page === line.page &&
    Math.abs(above.size - line.size) < 0.5 &&
    line.y - above.y < TITLE_LEADING * line.size
  )
}

/**
 * Whether two lines are one long title: the second alone is none, or it is another table's
 * (一般公共预算财政拨款 over 支出决算表 is not 支出决算表).
 */
function isOneTitle(above: string, line: string, test: (text: string) => boolean, judge: TitleJudge): boolean {
  if (!test(above + line)) return false
  if (!test(line)) return true
  const both = judge.meant(above + line)
  return both !== null && both !== judge.meant(line)
}

interface Piece {
  captions: Caption[]
  grid: Grid
}

/** Titles, units and entities printed inside the frame come out as captions; a title further down begins a new table. */
function splitAtTitles(grid: Grid, judge: TitleJudge): Piece[] {
  const starts = [0]
  for (let r = 1; r < grid.rows.length; r++) {
    const only = onlyCell(grid, r)
    // Group labels (二、机关运行经费) are worded like titles; only a title says that it is a 表.
    if (only && spansMost(only, grid) && only.text.includes('表') && judge.known(only.text)) starts.push(r)
  }
  return starts.flatMap((start, i) => {
    const piece = starts.length === 1 ? grid : sliceRows(grid, start, starts[i + 1] ?? grid.rows.length)
    const captions: Caption[] = []
    let r = 0
    while (r < piece.rows.length - 1) {
      const cells = piece.cells.filter((c) => c.row === r && c.text.trim() !== '')
      const below = onlyCell(piece, r + 1)
      const halves = cells.length === 1 && below && isTitleInHalves(cells[0]!, below, piece, judge)
      const captionRow =
        cells.length > 0 && cells.every((c) => c.rowSpan === 1) && cells.every((c) => isCaption(c, piece, judge))
      if (halves) {
        const [first] = cells
        const { page, glyphs, box, text } = first!
        captions.push({ text: text + below.text, page, size: glyphs[0]?.size ?? 10, y: box[1] })
        r += 2
        continue
      }
      if (!captionRow) break
      for (const c of cells) captions.push({ text: c.text, page: c.page, size: c.glyphs[0]?.size ?? 10, y: c.box[1] })
      r++
    }
    const body = dropRows(piece, r)
    return body.rows.length > 0 ? [{ captions, grid: body }] : []
  })
}

function isCaption(cell: GridCell, grid: Grid, judge: TitleJudge): boolean {
  if (findMoneyUnit(cell.text) !== null || findEntity(cell.text) !== null) return /单位|部门/.test(squash(cell.text))
  return spansMost(cell, grid) && cell.text.includes('表') && (isNumber(cell.text) || judge.known(cell.text))
}

/** Nothing but 公开01表. */
function isNumber(text: string): boolean {
  const word = squash(text)
  return word !== '' && findNumber(word) === word.normalize('NFKC')
}

/** A title printed in two rows of the frame. */
function isTitleInHalves(first: GridCell, second: GridCell, grid: Grid, judge: TitleJudge): boolean {
  const known = (text: string) => text.includes('表') && judge.known(text)
  return (
    spansMost(first, grid) &&
    spansMost(second, grid) &&
    !known(first.text) &&
    isOneTitle(first.text, second.text, known, judge)
  )
}

function onlyCell(grid: Grid, row: number): GridCell | null {
  const cells = grid.cells.filter((c) => c.row === row && c.text.trim() !== '')
  return cells.length === 1 ? cells[0]! : null
}

/** A title row's cell covers at least this share of the columns. */
const MOST = 0.7

function spansMost(cell: GridCell, grid: Grid): boolean {
  return cell.colSpan >= MOST * (grid.xs.length - 1)
}
