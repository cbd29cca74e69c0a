/** A total of which a scan left half: 个计 below 上年结转结余 is its 小计 or 合计, which are one column there. */
import type { Fit } from './best-column.ts'
import type { Leaf } from './header.ts'

const TOTALS = ['小计', '合计']
/** One letter of such a word, with or without another in the place of the other. */
const HALF = /^(?:[小合总]\p{Script=Han}?|\p{Script=Han}?计)$/u

/** What a header names that nobody knows as it was read: the same column for each total that it may be the rest of. */
export function orTotal(own: Fit, leaf: Leaf, leaves: readonly Leaf[], fitOf: (leaf: Leaf) => Fit): Fit {
  const [word = ''] = leaf.words.slice(-1)
  if (own.fit > 0 || !leaf.unsure || !HALF.test(word)) return own
  const over = leaf.words.slice(0, -1)
  const isBeside = (other: Leaf) => other.words.slice(0, -1).join('/') === over.join('/')
  if (leaves.some((other) => isBeside(other) && TOTALS.includes(other.words.at(-1) ?? ''))) return own
  const found = TOTALS.map((total) =>
    fitOf({ ...leaf, words: [...over, total], path: [...leaf.path.slice(0, -1), total] }),
  ).filter(({ fit }) => fit > 0)
  return new Set(found.map(({ id }) => id)).size === 1 ? found[0]! : own
}
