/** A printed line cut in two by the page end is one line. */
import type { Cell } from '../model.ts'
import type { Draft } from './read.ts'
import { isTotalLabel } from './words.ts'

/**
 * Puts the rest of a cut line back to its first part: what stands first on a page without a code and
 * without a label goes on from the last line of the page before, and so does a label alone in a table
 * of codes. Returns the lines of the new page that remain; `last` is changed.
 */
export function mendCut(last: readonly Draft[], next: readonly Draft[], byCode: boolean): Draft[] {
  return next.filter((draft, i) => {
    const before = last.length === next.length ? last[i] : last.at(-1)
    if (!before || !goesOn(before, draft, byCode)) return true
    before.label += draft.label
    if (draft.labels.length > 0)
      before.labels = [...before.labels.slice(0, -1), (before.labels.at(-1) ?? '') + draft.labels.join('')]
    for (const [id, cell] of Object.entries(draft.cells)) before.cells[id] = joined(before.cells[id], cell)
    return false
  })
}

function goesOn(before: Draft, draft: Draft, byCode: boolean): boolean {
  if (draft.codes.length > 0 || draft.unitName !== '' || draft.line !== null) return false
  const printed = Object.entries(draft.cells).filter(([, c]) => c.mark !== 'blank')
  if (draft.label === '') {
    const free = printed.every(([id, c]) => c.mark === 'text' || (before.cells[id]?.mark ?? 'blank') === 'blank')
    return printed.length > 0 && free && (before.label !== '' || before.codes.length > 0 || before.unitName !== '')
  }
  return byCode && printed.length === 0 && before.codes.length > 0 && !isTotalLabel(draft.label)
}

function joined(before: Cell | undefined, rest: Cell): Cell {
  if (!before || before.mark === 'blank') return rest
  if (rest.mark === 'blank') return before
  return { ...before, value: `${before.value ?? ''}${rest.value ?? ''}`, raw: before.raw + rest.raw }
}
