/** Amounts of a form that none of its blocks took: what a form prints is never lost. */
import { isWrittenAmount, readCell } from '../amount.ts'
import type { GridCell } from '../grid/types.ts'
import type { Performance } from '../model.ts'
import { UNKNOWN } from '../template/define.ts'
import { headerWord } from '../template/words.ts'
import type { FormRow } from './layout.ts'
import { toValue, type Value } from './values.ts'

/** Adds each as a line of funds: the label beside it, and the header above it as its column. */
export function keepLeftovers(rows: readonly FormRow[], form: Performance): void {
  const taken = new Set(valuesOf(form).map(placeOf))
  for (const row of rows) {
    const cells: Record<string, Value> = {}
    const left = row.cells.filter((c) => isWrittenAmount(c.text) && !taken.has(placeOf(toValue(c))))
    for (const cell of left) {
      const head = headAbove(rows, row, cell)
      const id = `${UNKNOWN}${head ? headerWord(head.text) : `${cell.col + 1}`}`
      cells[id in cells ? `${id}#${cell.col + 1}` : id] = toValue(cell)
    }
    if (left.length > 0) form.funds.push({ label: labelOf(row, left[0]!), cells })
  }
}

function valuesOf({ funds, indicators, goal, actual, total }: Performance): Value[] {
  const cells = [...funds, ...indicators].flatMap((line) => Object.values(line.cells))
  return [...cells, ...[goal, actual, total].flatMap((v) => v ?? [])]
}

function placeOf({ page, bbox }: Value): string {
  return [page, ...bbox].join(' ')
}

function isLabel(cell: GridCell | undefined): cell is GridCell {
  return cell !== undefined && cell.text.trim() !== '' && readCell(cell.text).mark === 'text'
}

/** The nearest words above, in the same column. */
function headAbove(rows: readonly FormRow[], row: FormRow, cell: GridCell): GridCell | null {
  for (let r = row.index - 1; r >= 0; r--) {
    const above = rows[r]!.across[cell.col]
    // What reaches over the label, too, is no header of the amount.
    if (isLabel(above) && above.col > 0) return above
  }
  return null
}

/** The nearest words to the left, with those before them. */
function labelOf(row: FormRow, cell: GridCell): string {
  const before = [...new Set(row.across.slice(0, cell.col))].filter(isLabel)
  const own = before.filter((c) => c.row === row.index)
  return (own.length > 0 ? own : before).map((c) => headerWord(c.text)).join('/')
}
