/** Tables printed turned: the items that are columns elsewhere stand in the rows (三公 as a list). */
import type { Grid, Places } from '../grid/types.ts'
import type { Cell, Column, Row } from '../model.ts'
import { takeAffix } from './columns.ts'
import type { Columns } from './define.ts'
import { type ReadContext, toCell } from './read.ts'
import { bareLabel, fitAny, headerWord } from './words.ts'

/** Rows whose label must be a column of the template before a table counts as turned. */
const ITEMS = 2

/** The column id a row's label names, or null. */
function itemOf(label: string, columns: Columns): string | null {
  const word = headerWord(bareLabel(label))
  let best: string | null = null
  let fit = 0
  for (const [id, patterns] of Object.entries(columns)) {
    const f = fitAny([word], patterns)
    if (f > fit) [best, fit] = [id, f]
  }
  return best
}

function labelOf(at: Places, row: number, context: ReadContext): string {
  const texts: string[] = []
  for (const c of context.columns) {
    if (c.role !== 'label' && c.role !== 'code' && c.role !== 'unit') continue
    const cell = at[row]?.[c.leaf.c0]
    if (cell?.text.trim() && !texts.includes(cell.text)) texts.push(cell.text)
  }
  return texts.at(-1) ?? ''
}

export function isTurned(grid: Grid, at: Places, context: ReadContext): boolean {
  const { header, columns, template } = context
  if (columns.some((c) => c.role === 'value' && c.fit > 0 && !isTotalOnly(c.id))) return false
  const items = new Set<string>()
  for (let r = header.rows; r < grid.rows.length; r++) {
    const id = itemOf(labelOf(at, r, context), template.columns)
    if (id) items.add(id)
  }
  return items.size >= ITEMS
}

/** 合计 heads a column in turned tables, too. */
function isTotalOnly(id: string): boolean {
  return id === 'total' || id.endsWith('_total')
}

export function readTurned(grid: Grid, at: Places, context: ReadContext): { rows: Row[]; columns: Column[] } {
  const { template, header, unit, years } = context
  const cells: Record<string, Cell> = {}
  const columns: Column[] = []
  for (let r = header.rows; r < grid.rows.length; r++) {
    const label = labelOf(at, r, context)
    const item = itemOf(label, template.columns) ?? `other:${headerWord(label)}`
    if (label === '') continue
    for (const c of context.columns) {
      if (c.role !== 'value') continue
      const cell = at[r]?.[c.leaf.c0]
      if (!cell || cell.row !== r) continue
      const prefix = takeAffix(c.leaf.words, c.leaf.path, template.prefixes, years)
      const suffix = takeAffix(c.leaf.words, c.leaf.words, template.suffixes, years)
      const id = `${prefix.affix}${item}${suffix.affix}`
      if (id in cells) continue
      cells[id] = toCell(cell, unit, context.certain)
      columns.push({ id, header: [...c.leaf.path, label.trim()], unit: null })
    }
  }
  const key = template.rows.by === 'unit' ? template.rows.key : ''
  return { rows: [{ key, code: null, label: key, side: null, line: null, parent: null, cells }], columns }
}
