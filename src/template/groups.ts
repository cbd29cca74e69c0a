/** Lines of codes below lines that name units: 某某中学, and the codes of its spending once more. */
import type { Draft } from './draft.ts'
import { isTotalLabel, squash } from './words.ts'

/**
 * A table without a column of units may name them in lines of their own, over the codes of each. That is what they are
 * where codes come again below the next one, and never below the same: their lines go by them then.
 */
export function nameUnits(drafts: Draft[]): void {
  if (drafts.some((d) => d.unitName !== '' || d.block > 0)) return
  const heads = headsOf(drafts)
  const own = new Map<Draft, Set<string>>()
  const seen = new Set<string>()
  let again = false
  for (const [i, draft] of drafts.entries()) {
    const head = heads[i]
    if (draft.codes.length === 0) continue
    // A code above the first of them, or twice below one: the lines without a code are something else.
    const codes = head && (own.get(head) ?? new Set<string>())
    const code = draft.codes.join('/')
    if (!head || !codes || codes.has(code)) return
    own.set(head, codes.add(code))
    again ||= seen.has(code)
    seen.add(code)
  }
  if (!again || own.size < 2) return
  for (const [i, draft] of drafts.entries()) if (draft.codes.length > 0) draft.unitName = squash(heads[i]!.label)
}

/** For each line the nearest line above it that has a label and no code, and is no total. */
function headsOf(drafts: readonly Draft[]): (Draft | null)[] {
  let head: Draft | null = null
  return drafts.map((draft) => {
    if (draft.codes.length === 0 && squash(draft.label) !== '' && !isTotalLabel(draft.label)) head = draft
    return head
  })
}
