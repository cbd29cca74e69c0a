/** 21 570 560.95: the groups of one amount between which blanks are printed, where a ruling parts them. */
import type { Glyph } from '../../page/types.ts'
import type { Gap } from '../columns/cell-gaps.ts'

/** A blank between thousands is so wide, as shares of the text size. */
const NARROWEST = 0.1
const WIDEST = 1.3
/** Blanks of one page are alike within this share of the text size. */
const ALIKE = 0.03
/** So many blanks within cells show that the page parts thousands by them. */
const SHOWN = 2
/** The groups of an amount stand on one baseline within this share of their size. */
const LEVEL = 0.25

const DIGIT = /^[\d０-９]$/
const HEAD = /^[-−△(（¥￥]{0,2}[\d０-９]{1,3}$/
const GROUP = /^[\d０-９]{3}([.．][\d０-９]+[)）]?)?$/

interface Blank {
  /** Index of the strand behind it. */
  at: number
  /** As a share of the text size. */
  width: number
  crosses: boolean
}

/**
 * Strands in the order of drawing, those of one amount joined, and which of them were: they belong to one cell.
 * Only a page that prints the same blank within cells, too, has it between thousands.
 */
export function joinThousands<C>(
  drawn: readonly Glyph[][],
  cellOf: (glyph: Glyph) => C,
): { strands: Glyph[][]; joined: Set<Glyph[]> } {
  const blanksOf = (of: readonly Glyph[][]) => of.flatMap((next, at) => blankBefore(of, next, at, cellOf))
  const within = blanksOf(drawn).filter((b) => !b.crosses)
  const isShown = (width: number) => within.filter((b) => Math.abs(b.width - width) < ALIKE).length >= SHOWN
  const strands = drawn.flatMap((strand, i) => withoutHead(strand, drawn[i + 1], isShown))
  const blanks = blanksOf(strands)
  const crossed = blanks.filter((b) => b.crosses && isShown(b.width))
  const joined = new Set<Glyph[]>()
  if (crossed.length === 0) return { strands, joined }
  const shown = new Set(blanks.filter((b) => isShown(b.width)).map((b) => b.at))
  const out: Glyph[][] = []
  for (const [i, strand] of strands.entries()) {
    const last = out.at(-1)
    if (!last || !shown.has(i)) {
      out.push(strand)
      continue
    }
    const whole = [...last, ...strand]
    out[out.length - 1] = whole
    joined.delete(last)
    joined.add(whole)
  }
  return { strands: out, joined }
}

/**
 * Room within cells, but for that between thousands: amounts of three groups whose blanks are alike show it, however
 * wide a blank is. Figures of three columns would not all be as far apart.
 */
export function withoutThousands(gaps: readonly Gap[]): Gap[] {
  const alike = (blank: number) => gaps.filter((g) => g.blank !== undefined && Math.abs(g.blank - blank) < ALIKE)
  const isShown = (blank: number) => {
    const cells = alike(blank).map((g) => g.cell)
    return new Set(cells.filter((c, i) => cells.indexOf(c) < i)).size >= SHOWN
  }
  return gaps.filter((g) => g.blank === undefined || !isShown(g.blank))
}

/** What ends before the first digits of an amount: a name, or another amount with its places. */
const BEFORE_HEAD = /(?:\p{Script=Han}|[.．][\d０-９]{2})([\d０-９]{1,3})$/u

/** What runs over its edge up to the first digits of an amount, behind which a blank between thousands stands. */
function withoutHead(strand: Glyph[], next: Glyph[] | undefined, isShown: (width: number) => boolean): Glyph[][] {
  if (!next || strand.length < 2 || !DIGIT.test(strand.at(-1)!.text) || !DIGIT.test(next[0]!.text)) return [strand]
  const digits = BEFORE_HEAD.exec(textOf(strand))?.[1]
  if (digits === undefined) return [strand]
  const head = strand.slice(-digits.length)
  const [blank] = blankBefore([head, next], next, 1, () => null)
  return blank && isShown(blank.width) ? [strand.slice(0, -digits.length), head] : [strand]
}

function blankBefore<C>(
  strands: readonly Glyph[][],
  next: readonly Glyph[],
  at: number,
  cellOf: (glyph: Glyph) => C,
): Blank[] {
  const [last, first] = [strands[at - 1]?.at(-1), next[0]!]
  if (!last || !DIGIT.test(last.text) || !DIGIT.test(first.text)) return []
  const size = Math.min(last.size, first.size)
  const width = (first.box[0] - last.box[2]) / size
  if (width < NARROWEST || width > WIDEST || Math.abs(last.box[3] - first.box[3]) > LEVEL * size) return []
  const before = textOf(strands[at - 1]!)
  if (!GROUP.test(textOf(next)) || !(HEAD.test(before) || (GROUP.test(before) && !/[.．]/.test(before)))) return []
  const cell = cellOf(first)
  return [{ at, width, crosses: [...strands[at - 1]!, ...next].some((g) => cellOf(g) !== cell) }]
}

function textOf(strand: readonly Glyph[]): string {
  return strand.map((g) => g.text).join('')
}
