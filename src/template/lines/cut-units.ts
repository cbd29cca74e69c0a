/** Names of units that the page end cuts, in a column of their own. */
import { closesBracket, isNote } from '../around/captions.ts'
import { isTotalLabel, squash } from '../words.ts'
import type { Draft } from './draft.ts'

/** A name without a figure, in a list of units of which every line has one: that of the last one goes on, as （某市某中心） does. */
export function isRestOfUnit(draft: Draft, above: readonly Draft[]): boolean {
  const isBlank = (d: Draft) => Object.values(d.cells).every((c) => c.mark === 'blank')
  if (draft.unitName === '' || isTotal(draft.unitName) || isNote(draft.unitName)) return false
  if (draft.label !== '' || draft.codes.length > 0 || !isBlank(draft)) return false
  const before = above.at(-1)
  if (before && closesBracket(before.unitName, draft.unitName)) return true
  return above.every((d) => d.unitName !== '' && d.label === '' && !isBlank(d))
}

/** Names of units have more letters than so many. */
const REST_OF_NAME = 2

/**
 * The name of a unit over many rows that goes on in the first of a new page: 级, or its last letters again. Gives the
 * whole name.
 */
export function wholeUnitName(before: string, rest: string): string | null {
  if (before === '' || rest === '' || before === rest || isTotal(rest)) return null
  if (before.endsWith(rest)) return before
  return rest.length <= REST_OF_NAME ? before + rest : null
}

/** 合计 and 小计, in the column of units as elsewhere, are no rest of a name. */
function isTotal(text: string): boolean {
  return isTotalLabel(text) || squash(text) === '小计'
}
