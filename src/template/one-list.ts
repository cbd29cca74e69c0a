/** Summaries in one list: 一、收入总计 over what comes in, 二、支出总计 over what goes out. */
import { UNKNOWN } from './define.ts'
import type { Draft, ReadContext } from './draft.ts'
import { headerSense } from './neutral.ts'
import { MAIN } from './placed.ts'
import { bareLabel, enumerator } from './words.ts'

/** A numbered line that names a side; the lines below it, numbered within it, are of that side. */
export interface Heading {
  side: string
  depth: number
}

/** Whether the labels of all sides stand in one column. */
export function isOneList({ template, columns }: ReadContext): boolean {
  const labels = columns.filter((c) => c.role === 'label')
  return template.rows.by === 'side' && labels.length === 1
}

/** Puts the line on the side of the heading above it, or says that it is one itself. */
export function placeBelow(draft: Draft, above: Heading | null, context: ReadContext): Heading | null {
  const { rows } = context.template
  const { isNeutral } = headerSense(context.language)
  const depth = enumerator(draft.label)?.depth ?? 0
  if (rows.by !== 'side' || depth === 0) return above
  if (above && depth > above.depth) {
    moveTo(draft, above.side, Object.keys(rows.sides[above.side]?.columns ?? {})[0])
    return above
  }
  const bare = bareLabel(draft.label)
  const named = Object.keys(rows.sides).filter((side) => bare.includes(side))
  const [only] = named
  const side = named.length === 1 && only !== undefined && (only === draft.side || isNeutral(bare)) ? only : null
  if (side === null) return null
  moveTo(draft, side, Object.keys(rows.sides[side]?.columns ?? {})[0])
  return { side, depth }
}

function moveTo(draft: Draft, side: string, main: string | undefined): void {
  if (draft.side === side || main === undefined) return
  draft.side = side
  draft.cells = Object.fromEntries(
    Object.entries(draft.cells).map(([id, cell]) => [
      id.startsWith(UNKNOWN) ? id : id.replace(MAIN, `$1${main}`),
      cell,
    ]),
  )
}
