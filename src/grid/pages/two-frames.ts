/**
 * Two frames beside each other that are one table: 收入 in the one, 支出 in the other, both as high, row by row, with
 * nothing but paper between them and one title over both.
 */
import { around, toLines } from '../../page/lines.ts'
import { medianSize } from '../../page/sizes.ts'
import type { Box, Glyph } from '../../page/types.ts'
import { isTitleWord, toTextRow } from '../pieces.ts'
import { type Edge, union } from '../rulings/edges.ts'

/** The paper between them is no wider than so many letters. */
const APART = 5
/** A title of the second frame alone would stand no further above it than so many letters. */
const ABOVE = 8

/** The groups of edges, those of two such frames as one: both sides of the paper between them are one edge. */
export function withFramesJoined(groups: readonly Edge[][], glyphs: readonly Glyph[]): Edge[][] {
  const out = [...groups]
  for (const [ends, alike] of Map.groupBy(groups, topAndFoot)) {
    if (ends === '') continue
    let [left, ...others] = alike.sort((a, b) => boxOf(a)[0] - boxOf(b)[0]) as [Edge[], ...Edge[][]]
    for (const right of others) {
      if (!areOne(left, right, glyphs)) {
        left = right
        continue
      }
      const both = joined(left, right)
      out[out.indexOf(left)] = both
      out.splice(out.indexOf(right), 1)
      left = both
    }
  }
  return out
}

function boxOf(edges: readonly Edge[]): Box {
  return around(
    edges.map(({ axis, at, parts }) => {
      const [from, to] = [parts[0]![0], parts.at(-1)![1]]
      return { box: axis === 'h' ? [from, at, to, at] : [at, from, at, to] }
    }),
  )
}

/** A frame of a table has so many rulings in each direction; one around a single cell has two. */
const RULINGS = 3

/** The heights of a frame's rulings, top to bottom. */
function heights(edges: readonly Edge[]): number[] {
  return edges.flatMap((e) => (e.axis === 'h' ? [e.at] : [])).sort((a, b) => a - b)
}

/** Where a frame begins and ends; empty if it is none of a table. */
function topAndFoot(edges: readonly Edge[]): string {
  const level = heights(edges)
  return Math.min(level.length, edges.length - level.length) < RULINGS ? '' : [level[0], level.at(-1)].join()
}

/** Whether rows meet: all rulings of both are as high, or those of one, where the paper between has no room for a letter. */
function areRowsOfBoth(left: readonly Edge[], right: readonly Edge[], isNarrow: boolean): boolean {
  const [few, many] = [heights(left), heights(right)].sort((a, b) => a.length - b.length) as [number[], number[]]
  return few.every((y) => many.includes(y)) && (isNarrow || few.length === many.length)
}

function areOne(left: readonly Edge[], right: readonly Edge[], glyphs: readonly Glyph[]): boolean {
  const [a, b] = [boxOf(left), boxOf(right)]
  const size = medianSize(glyphs)
  const apart = b[0] - a[2]
  if (apart <= 0 || apart > APART * size || !areRowsOfBoth(left, right, apart < size)) return false
  const isIn = ({ box }: Glyph, [x0, y0, x1, y1]: Box) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    return x > x0 && x < x1 && y > y0 && y < y1
  }
  if (glyphs.some((g) => isIn(g, [a[2], a[1], b[0], a[3]]))) return false
  const above = toLines(glyphs.filter((g) => isIn(g, [0, b[1] - ABOVE * size, Number.POSITIVE_INFINITY, b[1]])))
  const ofSecond = above.flatMap((line) => toTextRow(line).pieces).filter((p) => p.box[0] > a[2])
  return !ofSecond.some((p) => isTitleWord(p.text))
}

/** A line ends at a frame that it reaches within so many points. */
const REACH = 3

function joined(left: readonly Edge[], right: readonly Edge[]): Edge[] {
  const [x0, x1] = [boxOf(left)[2], boxOf(right)[0]]
  const x = (x0 + x1) / 2
  const place = (at: number) => (at > x0 - REACH && at < x1 + REACH ? x : at)
  const out: Edge[] = []
  for (const edge of [...left, ...right]) {
    const level = edge.axis === 'h'
    const parts = edge.parts.map(([from, to]): [number, number] => (level ? [place(from), place(to)] : [from, to]))
    const at = level ? edge.at : place(edge.at)
    const same = out.find((e) => e.axis === edge.axis && e.at === at)
    if (same)
      same.parts = union(
        [...same.parts, ...parts].map(([from, to]) => ({ from, to })),
        0,
      )
    else out.push({ ...edge, at, parts })
  }
  return out.sort((a, b) => a.at - b.at)
}
