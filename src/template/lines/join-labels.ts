/** The names of a line and of the rest of it, which a page end cuts, put together. */
import type { Draft } from './draft.ts'
import { codesInLabels } from './printed-codes.ts'

/** Each rest of a label goes to the one in its column; what has none there, to the last. A code may be all that was printed before. */
export function joinLabels(before: Draft, rest: Draft): void {
  joinTexts(before, rest)
  const named = before.labels.map((label) => codesInLabels([label]))
  const found = named.flatMap(({ codes }) => codes)
  // 2010806- beside 50404-设: a code without a letter behind it was none before. Each name has its own.
  const known = [...before.codes]
  if (found.length === 0 || (known.length > 0 && known.length + found.length !== named.length)) return
  before.codes = known.length === 0 ? found : named.map(({ codes }) => codes[0] ?? known.shift()!)
  before.code = before.codes[0]!
  before.labels = named.flatMap(({ labels }) => labels)
  before.label = before.labels.at(-1)!
}

function joinTexts(before: Draft, { label, labels, labelAt }: Draft): void {
  const own = labels.map((_, i) => before.labelAt.indexOf(labelAt[i] ?? -1))
  if (before.labels.length !== before.labelAt.length || own.some((k) => k < 0)) {
    before.label += label
    if (labels.length > 0)
      before.labels = [...before.labels.slice(0, -1), (before.labels.at(-1) ?? '') + labels.join('')]
    return
  }
  const rests = before.labels.map((_, k) => labels.filter((_, i) => own[i] === k).join(''))
  before.labels = before.labels.map((whole, k) => whole + rests[k]!)
  before.label += rests.at(-1) ?? ''
}
