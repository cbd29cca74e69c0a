/** In which order the tables and texts of a sheet are read: down the page, and down each of tables that stand side by side. */
import type { Grid } from '../../grid/types.ts'
import { type Line, toLines } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'

type Item = Line | Grid

/** The lines and tables of a sheet; of tables side by side the left one comes first, with the texts over it. */
export function inReadingOrder({ lines, grids }: { lines: readonly Line[]; grids: readonly Grid[] }): Item[] {
  const rest = [...lines].sort(byTop)
  const out: Item[] = []
  for (const level of levels(grids)) {
    const foot = Math.max(...level.map((g) => g.box[3]))
    const cut = rest.findIndex((line) => line.box[1] >= foot)
    const own = rest.splice(0, cut < 0 ? rest.length : cut)
    const gutter = gutterOf(level)
    out.push(...(gutter === null ? [...own, ...level].sort(byTop) : sideBySide(own, level, gutter)))
  }
  return [...out, ...rest]
}

const byTop = (a: Item, b: Item) => a.box[1] - b.box[1]

/** Tables one of which begins above the foot of another stand on one level. */
function levels(grids: readonly Grid[]): Grid[][] {
  const out: Grid[][] = []
  for (const grid of [...grids].sort(byTop)) {
    const level = out.at(-1)
    if (level?.some((g) => g.box[3] > grid.box[1])) level.push(grid)
    else out.push([grid])
  }
  return out
}

/** The blank strip between tables side by side, from left to right; of several the first. */
type Gutter = readonly [left: number, right: number]

function gutterOf(grids: readonly Grid[]): Gutter | null {
  const [first, ...others] = [...grids].sort((a, b) => a.box[0] - b.box[0])
  let right = first!.box[2]
  for (const { box } of others) {
    if (box[0] > right) return [right, box[0]]
    right = Math.max(right, box[2])
  }
  return null
}

function sideBySide(lines: readonly Line[], grids: readonly Grid[], gutter: Gutter): Item[] {
  const isLeft = ({ box }: { box: Box }) => box[0] + box[2] < gutter[0] + gutter[1]
  const [left, right] = [isLeft, (item: { box: Box }) => !isLeft(item)].map((isOwn) => ({
    lines: lines.flatMap((line) => partedAt(line, gutter)).filter(isOwn),
    grids: grids.filter(isOwn),
  }))
  return [...[...left!.lines, ...left!.grids].sort(byTop), ...inReadingOrder(right!)]
}

/** Titles of two tables are at least so many letters apart, and so many times as far as the letters of each. */
const APART = 2
const FURTHER = 3

/** Texts of one line over two tables: each over its own. A title over both stays whole, however its letters are set. */
function partedAt(line: Line, [left, right]: Gutter): Line[] {
  const { glyphs, size } = line
  const at = glyphs.findIndex((g) => g.box[0] + g.box[2] > left + right)
  if (at <= 0) return [line]
  const gaps = glyphs.slice(1).map((g, i) => g.box[0] - glyphs[i]!.box[2])
  const gap = gaps[at - 1]!
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!
  if (gap < APART * size || gap < FURTHER * usual) return [line]
  return [glyphs.slice(0, at), glyphs.slice(at)].flatMap(toLines)
}
