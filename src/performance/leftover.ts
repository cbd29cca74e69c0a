/** Amounts of a form that none of its blocks took: what a form prints is never lost. */
import { isWrittenAmount, readCell } from '../amount.ts'
import type { GridCell } from '../grid/types.ts'
import type { Performance } from '../model.ts'
import { UNKNOWN } from '../template/define.ts'
import { headerWord } from '../template/words.ts'
import type { FormRow } from './layout.ts'
import { toValue, type Value } from './values.ts'

/** Adds each as a line of funds: the label beside it, and the header above it as its column. */
export function keepLeftovers(rows: readonly FormRow[], form: Performance, answers: ReadonlySet<GridCell>): void {
  const taken = new Set(valuesOf(form).map(placeOf))
  const leftIn = (row: FormRow) => row.cells.filter((c) => isWrittenAmount(c.text) && !taken.has(placeOf(toValue(c))))
  const inPairs = rows.some((row) => leftIn(row).length > 1 && leftIn(row).every((c) => isLabel(beside(row, c))))
  for (const row of rows) {
    const cells: Record<string, Value> = {}
    const left = leftIn(row)
    for (const cell of left) {
      const head = headAbove(rows, row, cell, answers)
      const id = `${UNKNOWN}${head ? headerWord(head.text) : `${cell.col + 1}`}`
      // 收入合计 | 500.00 | 其中：财政拨款 | 480.00: each has its own label, and what stands above is no header.
      const paired = isLabel(beside(row, cell)) && (inPairs || !head || head.row < blockTop(row))
      if (paired) form.funds.push({ label: headerWord(beside(row, cell)!.text), cells: { budget: toValue(cell) } })
      else cells[id in cells ? `${id}#${cell.col + 1}` : id] = toValue(cell)
    }
    const unpaired = left.find((c) => Object.values(cells).some((v) => placeOf(v) === placeOf(toValue(c))))
    if (unpaired) form.funds.push({ label: labelOf(row, unpaired), cells })
  }
}

/** The cell to the left of an amount, where it begins in the same row. */
function beside(row: FormRow, cell: GridCell): GridCell | undefined {
  const left = row.across[cell.col - 1]
  return left?.row === row.index ? left : undefined
}

/** Where the block that a label at the left edge names begins; headers above it are another block's. */
function blockTop({ across: [edge] }: FormRow): number {
  return edge && edge.rowSpan > 1 ? edge.row : 0
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
function headAbove(
  rows: readonly FormRow[],
  row: FormRow,
  cell: GridCell,
  answers: ReadonlySet<GridCell>,
): GridCell | null {
  for (let r = row.index - 1; r >= 0; r--) {
    const above = rows[r]!.across[cell.col]
    // What reaches over the label, too, is no header of the amount; nor is what answers a label.
    if (isLabel(above) && above.col > 0 && !answers.has(above)) return above
  }
  return null
}

/** The nearest words to the left, with those before them. */
function labelOf(row: FormRow, cell: GridCell): string {
  const before = [...new Set(row.across.slice(0, cell.col))].filter(isLabel)
  const own = before.filter((c) => c.row === row.index)
  return (own.length > 0 ? own : before).map((c) => headerWord(c.text)).join('/')
}
