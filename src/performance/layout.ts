/** The grid of a form, row by row, with what covers each place and which words are labels. */
import { beginnings, type Grid, type GridCell, places } from '../grid/types.ts'
import { memoised, memoisedBy } from '../memo.ts'
import { fitHeader, headerWord, squash } from '../template/words.ts'
import type { PerformanceVocabulary } from './define.ts'

export interface FormRow {
  index: number
  page: number
  /** Cells that begin in this row, left to right. */
  cells: GridCell[]
  /** What covers each column. */
  across: readonly (GridCell | undefined)[]
}

export function toRows(grid: Grid): FormRow[] {
  const covering = places(grid)
  const beginning = beginnings(grid)
  return grid.rows.map((row, index) => ({
    index,
    page: row.page,
    cells: beginning[index]!.sort((a, b) => a.col - b.col),
    across: covering[index]!,
  }))
}

export function textOf(cell: GridCell | undefined): string {
  return cell ? squash(cell.text) : ''
}

/** How well a cell's text is one of the words; 0 is not at all. */
export function fits(cell: GridCell | undefined, words: readonly string[]): number {
  const text = textOf(cell)
  if (text === '') return 0
  return fitsOf(words)(text)
}

/** A form asks of each of its cells again and again which of the same few words it is. */
const fitsOf = memoisedBy((words: readonly string[]) => memoised((text) => fitOf(text, words)))

function fitOf(text: string, words: readonly string[]): number {
  const bare = headerWord(text.replace(/[(（](\d+分?|单位[:：]?万?元|[A-Z]\d?(?:[/÷][A-Z]\d?)?)[)）]$/, ''))
  return Math.max(0, ...words.map((w) => Math.max(fitHeader([headerWord(text)], w), fitHeader([bare], w))))
}

/** The column id whose words fit a header best, null if none does. */
export function bestColumn(cell: GridCell | undefined, columns: Record<string, readonly string[]>): string | null {
  let best: { id: string; fit: number } | null = null
  for (const [id, words] of Object.entries(columns)) {
    const fit = fits(cell, words)
    if (fit > (best?.fit ?? 0)) best = { id, fit }
  }
  return best?.id ?? null
}

/** The cell to the right of another one in its row. */
export function rightOf(row: FormRow, cell: GridCell): GridCell | undefined {
  return row.across[cell.col + cell.colSpan]
}

/** A label at the left edge that stands beside several rows names the block and heads no column. */
export function isBlockLabel(cell: GridCell, row: FormRow): boolean {
  return cell.col === 0 && (cell.rowSpan > 1 || row.cells.length > 2)
}

/** Where headers stand in two rows, also those of the row above that reach down into this one and end here. */
export function headsEndingIn(row: FormRow, words: PerformanceVocabulary): GridCell[] {
  const above = new Set(row.across.filter((c) => c && c.row < row.index && c.row + c.rowSpan === row.index + 1))
  return [...indicatorHeads(row, words), ...[...above].flatMap((c) => c ?? [])]
}

/** Cells of a row that may head columns of indicators. */
export function indicatorHeads(row: FormRow, { indicators }: PerformanceVocabulary): GridCell[] {
  return row.cells.filter((c) => !(isBlockLabel(c, row) && fits(c, indicators.block) > 0))
}

/** Two levels of indicators, or one level beside its target and something else of an indicator. */
export function isIndicatorHeader(row: FormRow, words: PerformanceVocabulary): boolean {
  const heads = indicatorHeads(row, words)
  const levels = heads.filter((c) => words.indicators.levels.some((l) => fits(c, l) > 0))
  if (levels.length !== 1) return levels.length >= 2
  const others = heads.flatMap((c) => bestColumn(c, words.indicators.columns) ?? [])
  return others.length >= 2 && others.some((id) => id.endsWith('target'))
}
