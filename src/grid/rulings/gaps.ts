/**
 * Pieces of rulings that are left out: a single border of a cell, as spreadsheets lack them. The line goes on at one
 * end of the gap at least, and what stands at its sides shows two cells: a merged cell has one text, in its middle.
 */
import type { Glyph, Ruling } from '../../page/types.ts'
import { coverage, type Edge } from './edges.ts'
import { isFramed } from './frames.ts'
import { type Evidence, showsColumns, showsRows } from './gap-evidence.ts'
import { DRAWN, type Lattice, range, type Sides } from './lattice.ts'
import { areSame, glyphsIn, isFilled, type Place, type Region, regionAt, regionsAt, textsOf } from './regions.ts'
import type { Table } from './set-texts.ts'

/** A stretch of an edge that is not drawn, between two crossing lines. */
export interface Gap {
  axis: 'v' | 'h'
  edge: number
  from: number
  to: number
}

/** Closes such gaps in `sides`. */
export function closeGaps(lattice: Lattice, sides: Sides, glyphs: readonly Glyph[], rulings: readonly Ruling[]): void {
  // Where no text has been read yet, none shows two cells: a merged header of a scan was cut before it was read.
  if (glyphs.length === 0) return
  const openGaps = () => gapsOf(sides).filter((gap) => goesOn(gap, sides) && isLeftOut(gap, lattice))
  let gaps = openGaps()
  if (gaps.length === 0) return
  const texts = textsOf(lattice, glyphs)
  while (gaps.length > 0 && gaps.filter((gap) => isClosed(gap, { ...lattice, sides, texts }, rulings)).length > 0)
    gaps = openGaps()
}

function gapsOf({ v, h }: Sides): Gap[] {
  return [...stretches('v', v, h), ...stretches('h', h, v)]
}

/** Stretches that are not drawn; where lines cross the edge at both its sides, another one begins. */
function stretches(axis: 'v' | 'h', along: readonly boolean[][], across: readonly boolean[][]): Gap[] {
  const out: Gap[] = []
  for (const [edge, drawn] of along.entries()) {
    let open: Gap | null = null
    for (const [i, isDrawn] of drawn.entries()) {
      const crosses = across[i]![edge - 1] && across[i]![edge]
      if (isDrawn) open = null
      else if (open && !crosses) open.to = i + 1
      else {
        open = { axis, edge, from: i, to: i + 1 }
        out.push(open)
      }
    }
  }
  return out
}

/** Whether the edge is drawn at one end of the gap at least: at the other it may end at a line across. */
function goesOn({ axis, edge, from, to }: Gap, sides: Sides): boolean {
  const drawn = sides[axis][edge]!
  return drawn[from - 1] === true || drawn[to] === true
}

/** A line that ends within the gap shows that one across it is left out: two rows of a header, not two columns. */
const LEFT_OUT = 0.1

/** Whether hardly anything (less than this share) of the gap is drawn. */
function isLeftOut({ axis, edge, from, to }: Gap, lattice: Lattice): boolean {
  const along = axis === 'v' ? lattice.ys : lattice.xs
  return coverage(lattice[axis][edge], along[from]!, along[to]!) < LEFT_OUT
}

/** Closes a gap if what stands at its sides shows two cells. */
function isClosed(gap: Gap, table: Table & Lattice, rulings: readonly Ruling[]): boolean {
  const { axis, edge, from, to } = gap
  const drawn = table.sides[axis][edge]!
  const places = (side: number) =>
    range(to - from, (i): Place => (axis === 'v' ? [from + i, edge - side] : [edge - side, from + i]))
  const merged = regionAt(places(0)[0]!, table.sides)
  if (!merged || (isFilled(merged) && isFramed(merged, table, rulings))) return false
  if (axis === 'v' && isCutAtSide(merged, table)) return false
  drawn.fill(true, from, to)
  const before = regionsAt(places(1), table.sides)
  const after = regionsAt(places(0), table.sides)
  const shows = axis === 'v' ? showsColumns : showsRows
  const isCut = before && after && !before.some((a) => after.some((b) => areSame(a, b)))
  const isShown = isCut && shows({ ...gap, merged, before, after } satisfies Evidence, table)
  if (!isShown) drawn.fill(false, from, to)
  return isShown === true
}

/** Whether a blank cell ends at a side of the table that is drawn beside other rows only: it is part of one on another page. */
function isCutAtSide(cell: Region, { v, ys, texts }: Table & Lattice): boolean {
  if (glyphsIn(texts, cell).length > 0) return false
  const isDrawn = (side: Edge | undefined, from: number, to: number) => coverage(side, ys[from]!, ys[to]!) >= DRAWN
  const sides = [...(cell.col === 0 ? [v[0]] : []), ...(cell.colEnd === v.length - 1 ? [v.at(-1)] : [])]
  const rows = range(ys.length - 1, (r) => r)
  return sides.some((side) => !isDrawn(side, cell.row, cell.rowEnd) && rows.some((r) => isDrawn(side, r, r + 1)))
}
