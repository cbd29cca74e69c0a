/** The lines of a cell dealt out to the rows of which it is made: by the figures beside them, by codes, by the gaps between them. */
import { around, type Line, middle } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'
import { isWithin, type Text } from './divide-rows.ts'

/** Middles of texts in one row differ by no more than this share of their size; those of two lines by more. */
export const LEVEL = 0.6
/** A wrapped label stands no further from its figures than so many letters. */
const ASIDE = 0.8
/** Gaps between lines that differ by less than so many letters are alike. */
const EVEN = 0.15
/** Lines of one text are set no further apart than so many letters. */
const LEADING = 0.8
/** A text in the middle of its cell stands no further from it than so many letters. */
const CENTRED = 0.3
/** Lines have more ways than this to stand beside their rows only where rows are hardly higher than lines: none of the ways is sure. */
const MOST_WAYS = 1_000
/** A list has no more lines than this that are as close as those of a paragraph. */
const LISTED = 15

/** 50102-社会保障缴费 and [30108]某支出: a code with its name. */
export const CODED = /^\s*[[【〔(（]?\d{3,7}[\]】〕)）]?\s*[-—－–]?\s*(?!年)\p{Script=Han}/u

/** Whether a name begins with its code: 2010801- over 行政运行, too. */
function beginsWithCode([first, next]: readonly Line[]): boolean {
  const text = first?.text ?? ''
  return CODED.test(/[-—－–]\s*$/.test(text) ? text + (next?.text ?? '') : text)
}

/** Names that begin with their codes, as many as there are rows: each code begins one. */
function dealtByCodes(lines: readonly Line[], count: number): Line[][] | null {
  const starts = lines.flatMap((_, i) => (beginsWithCode(lines.slice(i, i + 2)) ? [i] : []))
  return starts.length === count && starts[0] === 0
    ? starts.map((from, n) => lines.slice(from, starts[n + 1] ?? lines.length))
    : null
}

/** Whether every row has a name that begins with its code: none of them may be another row's. */
export function areCoded(own: readonly (readonly Line[])[]): boolean {
  return own.every(beginsWithCode)
}

export function levelOf(line: Line, levels: readonly Line[]): number {
  return levels.findIndex((l) => Math.abs(middle(l) - middle(line)) < LEVEL * Math.min(l.size, line.size))
}

/** The lines of a cell, dealt out to rows that are known by the levels of some cells; null for one text over all of them. */
export function dealt({ cell, lines }: Text, rows: readonly (readonly Line[])[], mayBeOne = true): Line[][] | null {
  const [first] = rows as [readonly Line[]]
  const coded = dealtByCodes(lines, first.length)
  if (coded) return coded
  for (const levels of rows) {
    const at = lines.map((line) => levelOf(line, levels))
    if (at.some((n) => n < 0)) continue
    // Lines that are set closer than the rows are one text over all of them, unless each is an amount with places.
    return mayBeOne && !lines.every((l) => /[.．]/.test(l.text)) && isCloser(lines, at, levels)
      ? null
      : levels.map((_, n) => lines.filter((_, i) => at[i] === n))
  }
  const fit = rows.flatMap((levels) => besides(lines, levels))
  const between = dealtBetween(lines, first)
  if (fit.length === 0)
    return (
      between ??
      ofOneRow(lines, rows) ??
      besideSome(lines, rows) ??
      (isCentred(lines, cell) ? null : withinOne(lines, first))
    )
  // Rows are set further apart than the lines of one, if there is a difference.
  const widest = Math.max(...fit.map(({ gap }) => gap)) - EVEN
  if (between && gapOf(between) > widest + 2 * EVEN) return between
  const best = fit.filter(({ gap }) => gap >= widest).sort((a, b) => a.aside - b.aside)[0]?.own ?? null
  return best && isParagraph(lines, best) ? null : best
}

/** Many lines, none of them set further apart than the others: a paragraph beside a list, and none of its rows'. */
function isParagraph(lines: readonly Line[], own: readonly Line[][]): boolean {
  return lines.length > own.length && lines.length > LISTED && gapOf(own) <= widestIn(own) + EVEN
}

/** The widest gap between lines of one row, in letters. */
function widestIn(own: readonly (readonly Line[])[]): number {
  return Math.max(...own.flatMap((lines) => lines.slice(1).map((l, n) => gapOf([[lines[n]!], [l]]))))
}

/**
 * Names in the middle of rows whose figures stand at their foot, or at their head: those of each row stand above its
 * figure and below the last one's (or below its own and above the next), further apart than the lines of one.
 */
function dealtBetween(lines: readonly Line[], levels: readonly Line[]): Line[][] | null {
  const atFoot = levels.map(({ box }, n) =>
    lines.filter((l) => middle(l) < box[3] && middle(l) > (levels[n - 1]?.box[3] ?? Number.NEGATIVE_INFINITY)),
  )
  const atHead = levels.map(({ box }, n) =>
    lines.filter((l) => middle(l) > box[1] && middle(l) < (levels[n + 1]?.box[1] ?? Number.POSITIVE_INFINITY)),
  )
  const isWhole = (own: Line[][]) => own.flat().length === lines.length && own.every((part) => part.length > 0)
  const isApart = (own: Line[][]) =>
    gapOf(own) > Math.max(widestIn(own), own.length < lines.length ? 0 : LEADING) + EVEN
  return [atFoot, atHead].find((own) => isWhole(own) && isApart(own)) ?? null
}

/** The names of rows stand beside their figures, with their middles, first or last lines, but for so many letters. */
const BESIDE = 0.45

/** Whether all wrapped names have their figures at the same place, the middle of them, the first line or the last one: cells of one table are set alike. */
export function areSetAlike(names: readonly (readonly Line[][])[], rows: readonly (readonly Line[])[]): boolean {
  const isAt = (boxOf: (lines: readonly Line[]) => Box, lines: readonly Line[], n: number) =>
    rows.some((levels) => offBy(boxOf(lines), levels[n]!) < BESIDE)
  return PLACES.some((boxOf) =>
    names.every((own) => own.every((lines, n) => lines.length < 2 || isAt(boxOf, lines, n))),
  )
}

/** Whether the names of rows may have been dealt out otherwise: they stand aside of the figures, and no further apart than lines. */
export function mayBeOtherwise(own: readonly Line[][], rows: readonly (readonly Line[])[]): boolean {
  if (own.every((lines) => lines.length < 2) || own.some((lines) => lines.length === 0)) return false
  const aside = Math.min(...rows.map((levels) => asideOf(own, levels)))
  return aside > BESIDE && gapOf(own) <= widestIn(own) + EVEN
}

/** The least gap between the rows of a division, in letters. */
function gapOf(own: readonly Line[][]): number {
  return Math.min(...own.slice(1).map(([below], n) => (below!.box[1] - own[n]!.at(-1)!.box[3]) / below!.size))
}

/** Whether lines are set further apart than those of one text. */
export function areApart(lines: readonly Line[]): boolean {
  return lines.length > 1 && gapOf(lines.map((l) => [l])) > LEADING
}

function isCloser(lines: readonly Line[], at: readonly number[], levels: readonly Line[]): boolean {
  const [first, last] = [lines[0]!, lines.at(-1)!]
  if (areApart(lines)) return false
  const own = middle(last) - middle(first)
  const rows = middle(levels[at.at(-1)!]!) - middle(levels[at[0]!]!)
  return rows - own > EVEN * first.size
}

/** A wrapped text in the middle of the figures of one row, nothing beside the others: it is not that of several. */
function ofOneRow(lines: readonly Line[], rows: readonly (readonly Line[])[]): Line[][] | null {
  const at = { box: around(lines) }
  const isBeside = (level: Line) => Math.abs(middle(at) - middle(level)) < EVEN * level.size
  const own = rows.map((levels) => levels.findIndex(isBeside)).find((n) => n >= 0)
  return own === undefined ? null : rows[0]!.map((_, n) => (n === own ? [...lines] : []))
}

/** Whether a text stands in the middle of its cell, as one that is merged over all of its rows does. */
export function isCentred(lines: readonly Line[], cell: { box: Box }): boolean {
  const [first] = lines
  return first !== undefined && Math.abs(middle({ box: around(lines) }) - middle(cell)) < CENTRED * first.size
}

/**
 * A text that is one row's alone: beside its figure, and no other; or, where the figures stand at the foot of their
 * rows, between it and that of the row above. The same where they stand at the head; null where both may be.
 */
function withinOne(lines: readonly Line[], levels: readonly Line[]): Line[][] | null {
  const [, y0, , y1] = around(lines)
  const alone = (own: number) => levels.map((_, n) => (n === own ? [...lines] : []))
  const room = EVEN * (lines[0]?.size ?? 0)
  const beside = levels.flatMap((level, n) => (level.box[1] < y1 && level.box[3] > y0 ? [n] : []))
  const [only] = beside
  if (beside.length === 1 && isWithin(middle(levels[only!]!), y0, y1)) return alone(only!)
  const atFoot = levels.findIndex(
    ({ box }, n) => y0 > (levels[n - 1]?.box[3] ?? Number.NEGATIVE_INFINITY) - room && y1 < box[3] + room,
  )
  const atHead = levels.findLastIndex(
    ({ box }, n) => y1 < (levels[n + 1]?.box[1] ?? Number.POSITIVE_INFINITY) + room && y0 > box[1] - room,
  )
  const own = atFoot < 0 ? atHead : atHead < 0 || atHead === atFoot ? atFoot : -1
  return own < 0 ? null : alone(own)
}

/** Where a wrapped label has its figures beside it: at its middle, its first or its last line. */
const PLACES: readonly ((lines: readonly Line[]) => Box)[] = [
  (lines) => around(lines),
  (lines) => lines[0]!.box,
  (lines) => lines.at(-1)!.box,
]

/** Lines dealt out to rows, in their order, one at least to each. */
interface Way {
  own: Line[][]
  gap: number
  aside: number
}

/**
 * The ways in which the lines of rows stand beside their figures, all of them alike, no further aside than so many
 * letters; none where they are too many. `mayLack`: whether rows may have none.
 */
function besides(lines: readonly Line[], levels: readonly Line[], most = ASIDE, mayLack = false): Way[] {
  return PLACES.flatMap((boxOf) => {
    const found: Way[] = []
    /** From which line and row on there is no way. */
    const dead = new Set<string>()
    const deal = (from: number, own: Line[][], aside: number): void => {
      const place = `${from} ${own.length}`
      if (found.length > MOST_WAYS || dead.has(place)) return
      const before = found.length
      const level = levels[own.length]
      if (!level) {
        if (from === lines.length) found.push({ own, gap: gapOf(own.filter((part) => part.length > 0)), aside })
        return
      }
      if (mayLack) deal(from, [...own, []], aside)
      const further = mayLack ? 0 : levels.length - 1 - own.length
      for (let to = from + 1; to <= lines.length - further; to++) {
        const part = lines.slice(from, to)
        const off = offBy(boxOf(part), level)
        if (off < most) deal(to, [...own, part], Math.max(aside, off))
        else if (part[0]!.box[1] > level.box[3] + most * level.size) break
      }
      if (found.length === before) dead.add(place)
    }
    deal(0, [], 0)
    return found.length > MOST_WAYS ? [] : found
  })
}

/** Names of some of the rows: those of each stand beside its figures, further from each other than the lines of one. */
function besideSome(lines: readonly Line[], rows: readonly (readonly Line[])[]): Line[][] | null {
  const areApartFrom = ({ own, gap }: Way) => widestIn(own) <= LEADING && gap > widestIn(own) + EVEN
  const ways = rows.flatMap((levels) => besides(lines, levels, CENTRED, true)).filter(areApartFrom)
  return ways.sort((a, b) => a.aside - b.aside)[0]?.own ?? null
}

function offBy(box: Box, level: Line): number {
  return Math.abs(middle({ box }) - middle(level)) / level.size
}

/** How far wrapped labels stand aside of their figures at most, in letters: with their middles, first or last lines. */
function asideOf(own: readonly Line[][], levels: readonly Line[]): number {
  return Math.min(...PLACES.map((boxOf) => Math.max(...own.map((lines, n) => offBy(boxOf(lines), levels[n]!)))))
}
