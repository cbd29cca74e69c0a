/**
 * A name that is merged over rows stands on one of their pages alone: on the next one its cell goes on, blank. All lines
 * of the pages before have a name in its column then.
 */
import type { GridCell, Places } from '../../grid/types.ts'
import { isTotalLabel, squash } from '../words.ts'
import type { Draft, ReadContext } from './draft.ts'

/** `begin` is told the lines above each page; `complete` gives the lines of a page the names that go on over its head. */
export interface NamesGoingOn {
  begin: (above: readonly Draft[]) => void
  complete: (line: readonly Draft[]) => void
}

/** What stood last in a column of names, counted as `labelAt` does. */
interface Name {
  place: number
  text: string
  isUnit: boolean
  /** Whether it was hardly read: then nobody knows which group the lines of the page are of either. */
  unsure: boolean
}

export function namesGoingOn(at: Places, { columns }: ReadContext): NamesGoingOn {
  const named = columns.filter((c) => c.role === 'label' || c.role === 'unit')
  let open: Name[] = []
  const cellOf = ({ row }: Draft, place: number): GridCell | undefined => at[row]?.[named[place]!.leaf.c0]
  const nameIn = (draft: Draft, place: number): string | undefined =>
    named[place]!.role === 'unit' ? draft.unitName : draft.labels[draft.labelAt.indexOf(place)]
  const isWhole = (draft: Draft) => draft.labels.length === draft.labelAt.length && !isTotalLabel(draft.label)
  return {
    begin: (above) => {
      const lines = above.filter((d) => !isTotalLabel(d.label))
      // The last column of names tells the lines apart.
      open = named.slice(0, -1).flatMap(({ role }, place) => {
        const isMerged = lines.some((d) => (cellOf(d, place)?.rowSpan ?? 1) > 1)
        const isAlways = lines.every((d) => isWhole(d) && (nameIn(d, place) ?? '') !== '')
        const last = lines.at(-1)
        if (!last || !isMerged || !isAlways) return []
        const unsure = cellOf(last, place)?.unsure ?? false
        return [{ place, text: nameIn(last, place)!, isUnit: role === 'unit', unsure }]
      })
    },
    complete: (line) => {
      const [first] = line
      if (!first) return
      const printed = open.findIndex(({ place }) => squash(cellOf(first, place)?.text ?? '') !== '')
      // What stands within another group is one of its own.
      if (printed >= 0) open = open.slice(0, printed)
      for (const draft of line.filter(isWhole)) for (const name of open.toReversed()) give(draft, name)
    },
  }
}

function give(draft: Draft, { place, text, isUnit, unsure }: Name): void {
  const isOpen = isUnit ? draft.unitName === '' : draft.labels.length > 0 && !draft.labelAt.includes(place)
  if (unsure && isOpen) draft.unsure = true
  if (isUnit) draft.unitName ||= text
  else if (isOpen) {
    draft.labels = [text, ...draft.labels]
    draft.labelAt = [place, ...draft.labelAt]
  }
}
