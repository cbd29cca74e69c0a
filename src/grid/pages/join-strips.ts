/** Strips of a table put beside each other: one grid of their columns. */
import type { Grid, GridCell } from '../types.ts'
import { areLevel, dataRow, namesAgain, type Strips } from './levels.ts'
import { overLeftOut, restsOfHeads, wholeOfCut } from './strip-heads.ts'

/** The parts without the strips among them, and these put to theirs. */
export function joinBeside(parts: readonly Grid[], strips: Strips): Grid[] {
  const whole = new Map<Grid, Grid>()
  for (const part of parts) {
    const first = strips.get(part)
    const own = first && whole.get(first)
    if (first && own) whole.set(first, beside(own, part, namesAgain(first, part)))
    else whole.set(part, part)
  }
  const [upper, ...others] = whole.values()
  if (!upper || !parts.some((part) => strips.has(part))) return [...parts]
  return [upper, ...others.map((g) => asWide(g, upper))]
}

/** Rows further down are blank in the last strips where these have no such page; merged cells may leave out edges of theirs. */
function asWide(grid: Grid, upper: Grid): Grid {
  const count = grid.xs.length - 1
  const last = upper.xs.findIndex((x) => areLevel(x, grid.xs[count]!))
  const added = upper.xs.slice(last + 1)
  const isOf = grid.xs.every((x) => upper.xs.some((edge) => areLevel(x, edge)))
  if (added.length === 0 || !isOf || !areLevel(grid.xs[0]!, upper.xs[0]!)) return grid
  const blanks = grid.rows.flatMap(({ page, y0, y1 }, row) =>
    added.map((x, i): GridCell => {
      const box: GridCell['box'] = [upper.xs[last + i]!, y0, x, y1]
      return { row, col: count + i, rowSpan: 1, colSpan: 1, page, box, glyphs: [], text: '' }
    }),
  )
  return { ...grid, xs: [...grid.xs, ...added], cells: [...grid.cells, ...blanks] }
}

/** One grid of two strips, the second without its first columns: cells keep the places where they are printed. */
function beside(left: Grid, right: Grid, without: number): Grid {
  const width = left.xs.length - 1
  const shift = left.xs.at(-1)! - right.xs[without]!
  const ys = edgesOf(left, right)
  const own = inRows(left, ys)
  const others = inRows(right, ys).flatMap((c) => withoutColumns(c, without))
  // The first line may have a figure on one strip, and neither code nor number on the other.
  const first = [left.rows[dataRow(left, right)], right.rows[dataRow(right, left)]].flatMap((r) => (r ? [r.y0] : []))
  const data = first.length > 0 ? ys.findIndex((y) => areLevel(y, Math.min(...first))) : ys.length - 1
  const at = { width, data, further: right.xs.length - 1 - without }
  const rest = restsOfHeads(own, others, at)
  const begun = new Set(rest.values())
  return {
    ...left,
    pages: [...new Set([...left.pages, ...right.pages])].sort((a, b) => a - b),
    xs: [...left.xs, ...right.xs.slice(without + 1).map((x) => x + shift)],
    rows: ys.slice(1).map((y1, r) => ({ page: left.pages[0]!, y0: ys[r]!, y1 })),
    cells: [
      ...own.filter((c) => !begun.has(c)).map((c) => overLeftOut(c, own, others, at)),
      ...others.map((c) => {
        const head = rest.get(c)
        return {
          ...c,
          text: head ? wholeOfCut(head.text, c.text) : c.text,
          col: head?.col ?? c.col + width,
          colSpan: c.colSpan + (head?.colSpan ?? 0),
        }
      }),
    ],
    ruled: left.ruled && right.ruled,
  }
}

/** The edges of the rows of both. */
function edgesOf(...grids: readonly Grid[]): number[] {
  const ys: number[] = []
  for (const y of grids.flatMap(({ rows }) => [rows[0]!.y0, ...rows.map((r) => r.y1)]))
    if (!ys.some((known) => areLevel(known, y))) ys.push(y)
  return ys.sort((a, b) => a - b)
}

/** The cells of a grid over the rows between such edges. */
function inRows({ cells, rows }: Grid, ys: readonly number[]): GridCell[] {
  const at = (y: number) => ys.findIndex((known) => areLevel(known, y))
  return cells.map((c) => {
    const row = at(rows[c.row]!.y0)
    return { ...c, row, rowSpan: at(rows[c.row + c.rowSpan - 1]!.y1) - row }
  })
}

/** What is left of a cell without the first columns of its grid. */
function withoutColumns(cell: GridCell, count: number): GridCell[] {
  const [col, end] = [Math.max(cell.col, count), cell.col + cell.colSpan]
  return end <= count ? [] : [{ ...cell, col: col - count, colSpan: end - col }]
}
