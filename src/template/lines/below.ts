/** Lists that go on below the one line of a table in its own frame: 相关统计数, 项目 | 统计数. */
import { isWrittenAmount, readCell } from '../../amount.ts'
import type { Grid, GridCell, Places } from '../../grid/types.ts'
import type { Cell, Column } from '../../model.ts'
import { UNKNOWN } from '../define.ts'
import { headerWord } from '../words.ts'
import { freeId, isOthersLabel, toCell } from './cells.ts'
import type { ReadContext } from './draft.ts'
import { itemOf } from './turned.ts'
import { unitOf } from './unit-of.ts'

/** The row from which on labels stand where the columns of amounts are; the number of rows where there is none. */
export function belowFrom(grid: Grid, at: Places, context: ReadContext, isHeader: (row: number) => boolean): number {
  const places = context.columns.filter((c) => c.role === 'value' && c.fit > 0).map((c) => c.leaf.c0)
  for (let r = context.header.rows; r < grid.rows.length; r++) {
    if (isHeader(r)) continue
    const printed = places.map((c) => at[r]?.[c]).filter((cell) => cell?.row === r && isLabel(cell.text))
    const wide = new Set(printed).size < printed.length
    if (wide || printed.some((cell) => cell && itemOf([cell.text], context.template, context.language).id !== null))
      return r
  }
  return grid.rows.length
}

function isLabel(text: string): boolean {
  return (
    /\p{Script=Han}/u.test(text) && readCell(text).mark === 'text' && !/^[\d.,]+\p{Script=Han}{0,2}$/u.test(text.trim())
  )
}

/** Each label with the figure beside it, as a column of the table's one line. */
export function readBelow(
  grid: Grid,
  at: Places,
  from: number,
  context: ReadContext,
): { cells: Record<string, Cell>; columns: Column[] } {
  const cells: Record<string, Cell> = {}
  const columns: Column[] = []
  for (let r = from; r < grid.rows.length; r++)
    for (const { label, cell } of pairsOf((at[r] ?? []).filter((c) => c?.row === r))) {
      const { id: item } = itemOf([label.text], context.template, context.language)
      const id = freeId(item ?? `${UNKNOWN}${headerWord(label.text)}`, cells)
      const column = context.columns[0]!
      const unit = unitOf({ ...column, leaf: { ...column.leaf, path: [], words: [] } }, label.text, context)
      cells[id] = toCell(cell, unit, context)
      if (isOthersLabel(cells[id], { role: 'value' })) cells[id].status = 'suspect'
      columns.push({ id, header: [label.text.trim()], unit: unit === context.unit ? null : unit })
    }
  return { cells, columns }
}

function pairsOf(line: readonly (GridCell | undefined)[]): { label: GridCell; cell: GridCell }[] {
  const pairs: { label: GridCell; cell: GridCell }[] = []
  let label: GridCell | null = null
  for (const cell of new Set(line)) {
    if (!cell) continue
    if (isLabel(cell.text)) label = cell
    else if (label) {
      pairs.push({ label, cell })
      label = null
    } else if (isWrittenAmount(cell.text)) pairs.push({ label: cell, cell })
  }
  return pairs
}
