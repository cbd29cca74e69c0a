/**
 * Rulings inside a header, where none stand between the columns: the one right below a text is the lower side of its
 * cell, and is as wide as the columns that the text heads, wherever in its cell it is set.
 */
import type { Edge } from '../rulings/edges.ts'
import type { Band, Block, UnruledColumn } from './bands.ts'

/** The columns from one to another (inclusive) that lie below a ruling. */
export interface Under {
  from: number
  to: number
}

function middleOf({ x0, x1 }: Band): number {
  return (x0 + x1) / 2
}

function heightOf({ y0, y1 }: Pick<Block, 'y0' | 'y1'>): number {
  return (y0 + y1) / 2
}

/** The first ruling below a text: how high it is, and the stretch of it that the text stands over. */
function rulingBelow(block: Block, rulings: readonly Edge[]): (Band & { at: number }) | null {
  const x = middleOf(block)
  const stretches = rulings.flatMap(({ at, parts }) =>
    at > heightOf(block) ? parts.filter(([x0, x1]) => x0 < x && x < x1).map(([x0, x1]) => ({ x0, x1, at })) : [],
  )
  return stretches.length === 0 ? null : stretches.reduce((a, b) => (b.at < a.at ? b : a))
}

/** Whether a ruling parts a text from two others and more, which it heads: they do not all stand at one side of it. */
export function isHeadByRuling(block: Block, blocks: readonly Block[], rulings: readonly Edge[]): boolean {
  const ruling = rulingBelow(block, rulings)
  if (!ruling) return false
  const isUnder = (o: Block) => heightOf(o) > ruling.at && ruling.x0 < middleOf(o) && middleOf(o) < ruling.x1
  const under = blocks.filter(isUnder)
  const x = middleOf(block)
  return under.length > 1 && under.some((o) => o.x0 < x) && under.some((o) => o.x1 > x)
}

/** For each text of a level the columns below the ruling under it, if their own headers all stand below that. */
export function columnsByRuling(
  level: readonly Block[],
  columns: readonly UnruledColumn[],
  rulings: readonly Edge[],
): Map<Block, Under> {
  const found = new Map<Block, Under>()
  for (const block of level) {
    const ruling = rulingBelow(block, rulings)
    const isUnder = (c: UnruledColumn) =>
      ruling !== null && ruling.x0 < middleOf(c.leaf ?? c) && middleOf(c.leaf ?? c) < ruling.x1
    const [from, to] = [columns.findIndex(isUnder), columns.findLastIndex(isUnder)]
    const leaves = columns.slice(from, to + 1).flatMap((c) => c.leaf ?? [])
    if (ruling && from >= 0 && leaves.every((leaf) => heightOf(leaf) > ruling.at)) found.set(block, { from, to })
  }
  return found
}
