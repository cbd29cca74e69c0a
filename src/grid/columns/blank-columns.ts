/** Columns without a text of their own, which merged amounts reach over or no text fits: they are part of the one beside them. */
import { blockText } from '../../page/lines.ts'
import { dataFrom } from '../data.ts'
import type { Grid, GridCell } from '../types.ts'

/** Whole amounts and dashes, too. */
const FIGURE = /^[—–―－-]+$|^[^\p{Script=Han}]*[\d０-９][^\p{Script=Han}]*(百万|亿|万)?元?$/u

/** No text stands in a column narrower than so many points. */
const SLENDER = 4

export function joinBlankColumns(grid: Grid): void {
  joinHalves(grid)
  for (let col = grid.xs.length - 2; col >= 0; col--) {
    const isSlender = grid.xs[col + 1]! - grid.xs[col]! < SLENDER
    const over = grid.cells.find((c) => c.colSpan === 2 && c.col <= col && col < c.col + 2 && FIGURE.test(c.text))
    if (!over && !isSlender) continue
    const sides = over ? [over.col < col] : isSlender ? [true, false] : []
    const toLeft = sides.find((side) => isBlank(grid, col, side))
    if (toLeft !== undefined) removeColumn(grid, col, toLeft)
  }
}

/**
 * Two columns under one header, between which a ruling is drawn in some rows alone: an amount stands over both, and
 * in each of the other rows one of the two is blank.
 */
function joinHalves(grid: Grid): void {
  const data = dataFrom(grid) ?? 0
  for (let col = grid.xs.length - 3; col >= 0; col--) {
    if (!grid.cells.some((c) => c.col === col && c.colSpan === 2 && FIGURE.test(c.text))) continue
    const [left, right] = [col, col + 1].map((at) => grid.cells.filter((c) => c.col === at && c.colSpan === 1))
    if (left!.length === 0 || left!.length !== right!.length) continue
    const pairs = left!.map((cell, i) => [cell, right![i]!] as const)
    const isLevel = pairs.every(([a, b]) => a.row === b.row && a.rowSpan === b.rowSpan)
    if (!isLevel || pairs.some(([a, b]) => a.text !== '' && b.text !== '')) continue
    const heads = pairs.filter(([a]) => a.row < data)
    const isHeadless = (side: 0 | 1) => heads.every((pair) => pair[side].text === '')
    if (isHeadless(0) === isHeadless(1)) continue
    for (const [a, b] of pairs) {
      const glyphs = [...a.glyphs, ...b.glyphs]
      Object.assign(a, { colSpan: 2, box: [a.box[0], a.box[1], b.box[2], b.box[3]], glyphs, text: blockText(glyphs) })
    }
    grid.cells = grid.cells.filter((c) => !right!.includes(c))
    grid.xs = grid.xs.toSpliced(col + 1, 1)
    grid.cells = grid.cells.map((c) => narrowed(c, col))
  }
}

/** A cell of a grid whose column behind `col` is now part of it. */
function narrowed(cell: GridCell, col: number): GridCell {
  if (cell.col > col) return { ...cell, col: cell.col - 1 }
  return cell.col + cell.colSpan > col + 1 ? { ...cell, colSpan: cell.colSpan - 1 } : cell
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
