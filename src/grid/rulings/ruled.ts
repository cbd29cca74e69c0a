/** Edges → cells: the grid of a table whose cells are ruled. */
import { largerSize, medianSize } from '../../page/sizes.ts'
import type { Glyph, Page } from '../../page/types.ts'
import { fill } from '../cells/fill.ts'
import { withFramesJoined } from '../pages/two-frames.ts'
import type { Grid, GridCell } from '../types.ts'
import { roomBetweenFrames } from './cell-frames.ts'
import { openCrossed } from './crossed.ts'
import { STRIP, withoutDoubleBorders } from './double-borders.ts'
import { atOwnRulings, connected, coverage, type Edge, toEdges } from './edges.ts'
import { type Parted, partedAtEnds } from './ends.ts'
import { closeGaps } from './gaps.ts'
import { DRAWN, type Lattice, regionsOf, sidesOf } from './lattice.ts'
import { isLastRow, isTableOfOneColumn } from './one-column.ts'
import { withoutOneRows, withoutOpenBody } from './open-body.ts'
import { withOpenFeet, withOpenTops } from './open-ends.ts'
import { openSides } from './open-sides.ts'

/** Lines closer than this share of the text size are one line drawn twice; rows are never that low. */
const SAME_LINE = 0.4
/** Bounds for it in points, for pages with hardly any or with huge text. */
const SAME_LINE_MIN = 1.5
const SAME_LINE_MAX = 4
/** Points of the short side of A4: larger pages are larger in all. */
const USUAL_WIDTH = 595
/** Rulings may reach over the corner of a table by so many points, though no text fits in there. */
const OVERHANG = 3
/**
 * The ruled grids of a page, top to bottom. A box around text alone (one cell) is no table, but the last row of the one
 * column that ends the page `before`, where it is all that is ruled.
 */
export function ruledGrids(page: Page, before: Grid | null = null): Grid[] {
  const tolerance = lineTolerance(page)
  const overhang = Math.max(2 * tolerance, Math.min(OVERHANG, medianSize(page.glyphs)))
  const grids: Grid[] = []
  const joined = withFramesJoined(connected(toEdges(page.rulings, tolerance), tolerance), page.glyphs)
  const groups = joined.length > 1 ? joined.map((own) => atOwnRulings(own, page.rulings, tolerance)) : joined
  const isAlone = groups.length === 1
  const whole = withOpenFeet(withOpenTops(groups, page.glyphs, tolerance), page.glyphs, tolerance)
  const lattices = whole.flatMap((edges) => withoutStumps(edges, overhang) ?? [])
  for (const lattice of withoutOneRows(lattices, page.glyphs)) {
    const isLast = isAlone && before !== null && isLastRow(lattice, before)
    if (lattice.xs.length === 2 && !isLast && !isTableOfOneColumn(lattice, page.glyphs, isAlone)) continue
    const closed = withoutOpenBody(withoutDoubleBorders(lattice, page.glyphs), page.glyphs)
    const grid = toGrid(partedAtEnds(withoutFrame(closed, page.glyphs), page.glyphs, overhang), page)
    if (grid.cells.length > 1 || isLast) grids.push(grid)
  }
  const inner = grids.filter((g) => !isEmptyFrame(g, grids))
  fill(inner, page.glyphs)
  return inner.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** How far apart two rulings of the page may be and still be one line, in points. */
export function lineTolerance(page: Page): number {
  const scale = Math.max(1, Math.min(page.width, page.height) / USUAL_WIDTH)
  const size = medianSize(page.glyphs)
  const most = SAME_LINE_MAX * scale
  // Another table of the page may be set much smaller than the one with frames.
  const apart = roomBetweenFrames(page.rulings, Math.min(most, STRIP * largerSize(page.glyphs)))
  return Math.min(most, Math.max(SAME_LINE_MIN * scale, SAME_LINE * size, apart))
}

function toLattice(edges: readonly Edge[], overhang: number): Lattice | null {
  const h = edges.filter((e) => e.axis === 'h')
  const drawn = edges.filter((e) => e.axis === 'v')
  if (h.length < 2 || drawn.length < 1) return null
  const v = [...drawn, ...openSides(h, drawn, overhang)].sort((a, b) => a.at - b.at)
  const rows = withOpenEnds(h, v, overhang)
  const columns = withOpenEnds(v, h, overhang)
  if (rows.length < 2 || columns.length < 2) return null
  return {
    ys: rows.map((e) => e.at),
    xs: columns.map((e) => e.at),
    h: rows.map((e) => e.edge),
    v: columns.map((e) => e.edge),
  }
}

/** The lattice without the strokes in it that are no side of a cell: ticks, dashes that are drawn, ends of other lines. */
function withoutStumps(edges: readonly Edge[], overhang: number): Lattice | null {
  const lattice = toLattice(edges, overhang)
  if (!lattice) return null
  const { h, v, xs, ys } = lattice
  const isSide = (edge: Edge, across: readonly number[]) =>
    across.some((from, i) => i + 1 < across.length && coverage(edge, from, across[i + 1]!) >= DRAWN)
  const stumps = new Set([...h.filter((e) => e && !isSide(e, xs)), ...v.filter((e) => e && !isSide(e, ys))])
  if (stumps.size === 0) return lattice
  return withoutStumps(
    edges.filter((e) => !stumps.has(e)),
    overhang,
  )
}

/** The lattice without a frame around it that nothing stands in and no ruling crosses. */
function withoutFrame(lattice: Lattice, glyphs: readonly Glyph[]): Lattice {
  const { xs, ys, h, v } = lattice
  const [right, bottom] = [xs.length - 2, ys.length - 2]
  // Within the frame two columns and a row at least are a table.
  if (right < 3 || bottom < 2) return lattice
  const { v: upright, h: level } = sidesOf(lattice)
  const isOpen = (drawn: readonly boolean[]) => !drawn[0] && !drawn.at(-1)
  if (!upright.slice(1, -1).every(isOpen) || !level.slice(1, -1).every(isOpen)) return lattice
  const isWithin = (at: number, edges: readonly number[]) => at > edges[0]! && at < edges.at(-1)!
  const isIn = ({ box }: Glyph, a: readonly number[], b: readonly number[]) =>
    isWithin((box[0] + box[2]) / 2, a) && isWithin((box[1] + box[3]) / 2, b)
  const inner = { xs: xs.slice(1, -1), ys: ys.slice(1, -1), h: h.slice(1, -1), v: v.slice(1, -1) }
  return glyphs.some((g) => isIn(g, xs, ys) && !isIn(g, inner.xs, inner.ys)) ? lattice : inner
}

/** A table may be open at its sides: the ends of the crossing lines close it. */
function withOpenEnds(edges: readonly Edge[], crossing: readonly Edge[], overhang: number) {
  const out: { at: number; edge: Edge | undefined }[] = edges.map((edge) => ({ at: edge.at, edge }))
  const first = second(crossing.map((e) => Math.min(...e.parts.map((p) => p[0]))).sort((a, b) => a - b))
  const last = second(crossing.map((e) => Math.max(...e.parts.map((p) => p[1]))).sort((a, b) => b - a))
  if (first < out[0]!.at - overhang) out.unshift({ at: first, edge: undefined })
  if (last > out.at(-1)!.at + overhang) out.push({ at: last, edge: undefined })
  return out
}

/** How far two lines reach: one alone that reaches further closes nothing. */
function second(reaches: readonly number[]): number {
  return reaches[Math.min(1, reaches.length - 1)]!
}

function toGrid({ lattice, sides }: Parted, { number: page, glyphs, rulings }: Page): Grid {
  const { xs, ys, v } = lattice
  const width = xs.length - 1
  const height = ys.length - 1
  openCrossed(lattice, sides, glyphs)
  closeGaps(lattice, sides, glyphs, rulings)
  const region = regionsOf(sides)
  const cells: GridCell[] = []
  const taken = new Set<number>()
  for (let i = 0; i < region.length; i++) {
    if (taken.has(i)) continue
    cells.push(rectangle(i, width, height, taken, (a, b) => region[a] === region[b], { xs, ys, page }))
  }
  markAreas(cells, (c) => region[c.row * width + c.col]!)
  for (const cell of cells) {
    const [, y0, , y1] = cell.box
    const isOpen = (side: Edge | undefined) => coverage(side, y0, y1) < DRAWN
    const left = cell.col === 0 && isOpen(v[0])
    const right = cell.col + cell.colSpan === width && isOpen(v[width])
    if (left || right) cell.open = left && right ? 'both' : left ? 'left' : 'right'
  }
  return {
    pages: [page],
    box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!],
    xs,
    rows: ys.slice(1).map((y1, r) => ({ page, y0: ys[r]!, y1 })),
    cells,
    ruled: true,
  }
}

/** Where a ruling is left out beside merged cells, what is left is no rectangle: its cells may be parts of one. */
function markAreas(cells: readonly GridCell[], areaOf: (cell: GridCell) => number): void {
  const counts = new Map<number, number>()
  for (const cell of cells) counts.set(areaOf(cell), (counts.get(areaOf(cell)) ?? 0) + 1)
  if (counts.size === cells.length) return
  for (const cell of cells) if (counts.get(areaOf(cell))! > 1) cell.area = areaOf(cell)
}

/** The widest, then tallest rectangle of the region that begins at place `i` and is not yet taken. */
function rectangle(
  i: number,
  width: number,
  height: number,
  taken: Set<number>,
  same: (a: number, b: number) => boolean,
  at: { xs: number[]; ys: number[]; page: number },
): GridCell {
  const row = Math.floor(i / width)
  const col = i % width
  let colSpan = 1
  while (col + colSpan < width && same(i, i + colSpan) && !taken.has(i + colSpan)) colSpan++
  let rowSpan = 1
  const free = (r: number) =>
    Array.from({ length: colSpan }, (_, k) => r * width + col + k).every((p) => same(i, p) && !taken.has(p))
  while (row + rowSpan < height && free(row + rowSpan)) rowSpan++
  for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) taken.add(r * width + c)
  return {
    row,
    col,
    rowSpan,
    colSpan,
    page: at.page,
    box: [at.xs[col]!, at.ys[row]!, at.xs[col + colSpan]!, at.ys[row + rowSpan]!],
    glyphs: [],
    text: '',
  }
}

/** A grid that lies wholly within a cell of another is printed inside it: the outer one is a frame. */
function isEmptyFrame(grid: Grid, all: readonly Grid[]): boolean {
  const within = (inner: Grid) =>
    inner !== grid &&
    grid.cells.some(
      (c) => inner.box[0] > c.box[0] && inner.box[1] > c.box[1] && inner.box[2] < c.box[2] && inner.box[3] < c.box[3],
    )
  return grid.cells.length <= 3 && all.some(within)
}
