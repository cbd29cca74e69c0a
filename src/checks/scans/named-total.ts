/**
 * A total of a scan whose label was hardly read, as under a seal. Where the first or the last line of a table that has
 * no total is in every column what the others come to, it is the total. It stays in doubt: its name is a guess.
 */
import type { Row, Table } from '../../model.ts'
import type { SeenCells } from '../../template/seen.ts'
import { isTotalLabel } from '../../template/words.ts'
import { toPlace, ZERO } from '../identities/terms.ts'

/** Levels of lines below a total, at most: departments, their units, 类, 款 and 项. The lines hold it as many times over. */
const LEVELS = 5
/** Fewer lines below a total could as well be a line and its one part. */
const LINES = 2

/** What is made of the letters of a total, and of what hides them, has no more letters than so many. */
const LETTERS = 4

const TOTAL = '合计'

/** Gives such lines the name of a total. */
export function nameTotals(tables: readonly Table[], seen: SeenCells): void {
  for (const table of tables) {
    const { state, rows } = table
    if (state !== 'data' || rows.length <= LINES || rows.some((r) => r.side !== null || isTotalLabel(r.key))) continue
    const total = [rows[0]!, rows.at(-1)!].find((row) => isHardlyNamed(row, rows, seen) && isTotalOf(table, row))
    if (total) Object.assign(total, { key: TOTAL, label: TOTAL })
  }
}

function isHardlyNamed({ key, label, code, cells }: Row, rows: readonly Row[], seen: SeenCells): boolean {
  const inks = Object.values(cells).flatMap((cell) => seen.get(cell) ?? [])
  const isParent = rows.some((r) => r.parent === key)
  return label.length <= LETTERS && code === null && !isParent && inks.length > 0 && inks.every((ink) => ink.misplaced)
}

/** Whether the other lines come to the same multiple of it in every column that it has a figure in. */
function isTotalOf(table: Table, total: Row): boolean {
  const valueIn = (row: Row, column: string) => {
    const cell = row.cells[column]
    return (cell && toPlace(table, row.key, column, cell)?.value) ?? ZERO
  }
  const others = table.rows.filter((row) => row !== total)
  const columns = Object.keys(total.cells).filter((column) => !valueIn(total, column).isZero())
  const sums = columns.map((column) => others.reduce((sum, row) => sum.plus(valueIn(row, column)), ZERO))
  const isTimes = (n: number) => columns.every((column, i) => sums[i]!.eq(valueIn(total, column).times(n)))
  return columns.length > 0 && Array.from({ length: LEVELS }, (_, i) => i + 1).some(isTimes)
}
