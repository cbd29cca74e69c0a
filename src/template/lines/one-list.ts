/** Summaries in one list: 一、收入总计 over what comes in, 二、支出总计 over what goes out. */
import { headerSense } from '../columns/neutral.ts'
import { MAIN } from '../columns/placed.ts'
import { type Side, UNKNOWN } from '../define.ts'
import { bareLabel, enumerator, squash } from '../words.ts'
import type { Draft, ReadContext } from './draft.ts'

/** A numbered line that names a side, or its header; the lines below it, numbered within it, are of that side. */
export interface Heading {
  side: string
  depth: number
}

/** Whether the labels of all sides stand in one column. */
export function isOneList({ template, columns }: ReadContext): boolean {
  const labels = columns.filter((c) => c.role === 'label')
  return template.rows.by === 'side' && labels.length === 1
}

/** Of a list without numbered headings: the side of the last line that names its own. */
const UNNUMBERED = Infinity

/** 支出 alone, without a figure: the header of a side that stands below the lines of another one. */
function headOf({ label, cells }: Draft, sides: Record<string, Side>): string | undefined {
  const word = squash(label)
  if (Object.values(cells).some((c) => c.mark !== 'blank')) return undefined
  return Object.keys(sides).find((side) => side === word || sides[side]!.head.includes(word))
}

/** Puts the line on the side of the heading above it, or says that it is one itself. */
export function placeBelow(draft: Draft, above: Heading | null, context: ReadContext): Heading | null {
  const { template, language } = context
  if (template.rows.by !== 'side') return null
  const sides = template.rows.sides
  const { isNeutral } = headerSense(language)
  const head = headOf(draft, sides)
  if (head !== undefined) {
    moveTo(draft, head, sides)
    return { side: head, depth: 0 }
  }
  const depth = enumerator(draft.label)?.depth ?? 0
  const bare = bareLabel(draft.label)
  const named = Object.keys(sides).filter((side) => bare.includes(side))
  if (depth === 0) return placeUnnumbered(draft, named, above, context)
  if (above && depth > above.depth) {
    moveTo(draft, above.side, sides)
    return above
  }
  const [only] = named
  const side = named.length === 1 && only !== undefined && (only === draft.side || isNeutral(bare)) ? only : null
  if (side === null) return null
  moveTo(draft, side, sides)
  return { side, depth }
}

/**
 * A line without a number goes on below the numbered heading above it unless its name is of another side (收入合计 below
 * 二、支出); without such a heading it says its side at its end (基本支出, 本年支出合计), or goes on from the line above.
 */
function placeUnnumbered(draft: Draft, named: string[], above: Heading | null, context: ReadContext): Heading | null {
  const { template, language } = context
  const sides = template.rows.by === 'side' ? template.rows.sides : {}
  const isBelow = above !== null && above.depth !== UNNUMBERED && (named.length === 0 || named.includes(above.side))
  const name = bareLabel(draft.label).replace(language.totalEnd, '')
  const [own, other] = isBelow ? [above.side] : named.filter((side) => name.endsWith(side))
  const side = other === undefined ? (own ?? (named.length === 0 ? above?.side : undefined)) : undefined
  if (side === undefined) return above
  moveTo(draft, side, sides)
  return above !== null && above.depth !== UNNUMBERED ? above : { side, depth: UNNUMBERED }
}

function moveTo(draft: Draft, side: string, sides: Record<string, Side>): void {
  const main = Object.keys(sides[side]?.columns ?? {})[0]
  if (draft.side === side || main === undefined) return
  draft.side = side
  draft.cells = Object.fromEntries(
    Object.entries(draft.cells).map(([id, cell]) => [
      id.startsWith(UNKNOWN) ? id : id.replace(MAIN, `$1${main}`),
      cell,
    ]),
  )
}
