/** Lines in doubt go by what their label most likely says, unless another line goes by that. */
import type { Draft } from '../lines/draft.ts'
import { bareLabel } from '../words.ts'

/** Puts guessed labels back to what was read where a second line has the same. */
export function dropGuesses(drafts: readonly Draft[]): void {
  const guessed = drafts.filter((d) => d.asRead || d.unitAsRead !== undefined)
  if (guessed.length === 0) return
  const nameOf = ({ unitName, side, labels }: Draft) => [unitName, side, ...labels.map(bareLabel)].join(' ')
  const counts = new Map<string, number>()
  for (const draft of drafts) counts.set(nameOf(draft), (counts.get(nameOf(draft)) ?? 0) + 1)
  for (const draft of guessed.filter((d) => counts.get(nameOf(d))! > 1)) {
    if (draft.asRead) draft.labels = draft.asRead
    draft.label = draft.labels.at(-1) ?? draft.label
    draft.unitName = draft.unitAsRead ?? draft.unitName
  }
}
