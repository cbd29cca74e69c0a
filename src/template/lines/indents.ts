/** How far names are set in, where some are set smaller than the others, or all in the middle with blanks before them. */
import type { Draft } from './draft.ts'

/** A name of less than this share of the table's usual size is set smaller. */
const SMALLER = 0.95
/** Names of one level begin at one place, give or take so many letters. */
const SAME_PLACE = 0.15
/** So many names show how they are set, of so many levels at most. */
const FEWEST_NAMES = 6
const MOST_LEVELS = 4

/** The lines with their names as far in as is meant. */
export function withMeantIndents(drafts: readonly Draft[]): Draft[] {
  const columns = [...Map.groupBy(drafts, (d) => d.reach[1]).values()]
  const centred = new Set(columns.filter(areCentredBehindBlanks).flat())
  const moved = drafts.map((d) => (centred.has(d) ? { ...d, indent: 2 * d.aside, beginsAnywhere: false } : d))
  return withSizes(moved)
}

/**
 * Whether names stand in the middle of their column together with the blanks before them: they begin anywhere, and
 * their middles stand at few places. Of names at the left it is the other way round.
 */
function areCentredBehindBlanks(drafts: readonly Draft[]): boolean {
  const middles = byPlace(drafts, (d) => d.aside)
  const begins = (own: readonly Draft[]) => byPlace(own, (d) => d.indent).length
  if (drafts.length < FEWEST_NAMES || middles.length < 2 || middles.length > MOST_LEVELS) return false
  // Names of one level alone may begin at several places by chance.
  const isAnywhere = middles.filter((own) => begins(own) > 1).length > 1
  return begins(drafts) > middles.length + (isAnywhere ? 0 : 1)
}

/** The names at each place, from the left. */
function byPlace(drafts: readonly Draft[], placeOf: (draft: Draft) => number): Draft[][] {
  const groups: Draft[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const draft of [...drafts].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (placeOf(draft) - last >= SAME_PLACE) groups.push([])
    groups.at(-1)!.push(draft)
    last = placeOf(draft)
  }
  return groups
}

/**
 * Blanks before a name shrink with it, an indent of the cell does not: the one is meant by which more of the smaller
 * names begin where others do.
 */
function withSizes(drafts: readonly Draft[]): Draft[] {
  if (drafts.every((d) => d.size >= SMALLER)) return [...drafts]
  const columns = [...Map.groupBy(drafts, (d) => d.reach[1]).values()]
  const meant = new Map(columns.flatMap(meantIndents))
  return drafts.map((draft) => ({ ...draft, indent: meant.get(draft)! }))
}

/** Of the names of one column, letters of the table's usual size. */
function meantIndents(drafts: readonly Draft[]): (readonly [Draft, number])[] {
  const smaller = drafts.filter((d) => d.size < SMALLER)
  const places = drafts.flatMap((d) => (d.size < SMALLER || d.beginsAnywhere ? [] : [d.indent]))
  const margin = Math.min(...places)
  const asPrinted = (d: Draft) => d.indent
  const asBlanks = (d: Draft) => (d.size < SMALLER ? margin + (d.indent - margin) / d.size : d.indent)
  const fits = (indent: (d: Draft) => number) =>
    smaller.filter((d) => places.some((place) => Math.abs(place - indent(d)) < SAME_PLACE)).length
  const indent = fits(asBlanks) > fits(asPrinted) ? asBlanks : asPrinted
  return drafts.map((draft) => [draft, indent(draft)])
}
