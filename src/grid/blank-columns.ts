/** Columns without a text of their own, which merged amounts reach over or no text fits: they are part of the one beside them. */
import type { Grid, GridCell } from './types.ts'

/** Whole amounts and dashes, too. */
const FIGURE = /^[—–―－-]+$|^[^\p{Script=Han}]*[\d０-９][^\p{Script=Han}]*(百万|亿|万)?元?$/u

/** No text stands in a column narrower than so many points. */
const SLENDER = 4

export function joinBlankColumns(grid: Grid): void {
  for (let col = grid.xs.length - 2; col >= 0; col--) {
    const isSlender = grid.xs[col + 1]! - grid.xs[col]! < SLENDER
    const over = grid.cells.find((c) => c.colSpan === 2 && c.col <= col && col < c.col + 2 && FIGURE.test(c.text))
    if (!over && !isSlender) continue
    const sides = over ? [over.col < col] : isSlender ? [true, false] : []
    const toLeft = sides.find((side) => isBlank(grid, col, side))
    if (toLeft !== undefined) removeColumn(grid, col, toLeft)
  }
}

/** Whether its own cells are blank, and all others reach over the edge to the column at its left or right. */
export function isBlank(grid: Grid, col: number, toLeft: boolean): boolean {
  if (toLeft ? col === 0 : col + 2 >= grid.xs.length) return false
  const cells = grid.cells.filter((c) => c.col <= col && col < c.col + c.colSpan)
  const alone = cells.filter((c) => c.colSpan === 1)
  const reaches = (c: GridCell) => (toLeft ? c.col < col : c.col + c.colSpan > col + 1)
  return alone.length > 0 && cells.every((c) => (alone.includes(c) ? c.text === '' : reaches(c)))
}

/** Gives the room of a column to the one at its left or right. */
export function removeColumn(grid: Grid, col: number, toLeft: boolean): void {
  const [x0, x1] = [grid.xs[col]!, grid.xs[col + 1]!]
  grid.xs = grid.xs.toSpliced(toLeft ? col : col + 1, 1)
  grid.cells = grid.cells.flatMap((cell): GridCell[] => {
    const end = cell.col + cell.colSpan
    if (cell.col === col && cell.colSpan === 1) return []
    if (cell.col <= col && col < end) return [{ ...cell, colSpan: cell.colSpan - 1 }]
    if (toLeft && end === col) return [widened(cell, cell.box[0], x1)]
    if (cell.col <= col) return [cell]
    const moved = { ...cell, col: cell.col - 1 }
    return [!toLeft && cell.col === col + 1 ? widened(moved, x0, cell.box[2]) : moved]
  })
}

function widened(cell: GridCell, x0: number, x1: number): GridCell {
  return { ...cell, box: [x0, cell.box[1], x1, cell.box[3]] }
}
