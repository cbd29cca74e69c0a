/** The names by which prose may call a quantity, found in every way of writing them. */
import { memoised, memoisedBy, once } from '../memo.ts'
import { squash, wildcard } from '../template/words.ts'
import type { NarrativeVocabulary, Quantity } from './define.ts'
import type { Lines, Whereabouts } from './lines.ts'
import type { Grammar } from './phrase.ts'

export interface Dictionary {
  exact: ReadonlyMap<string, Quantity[]>
  /** The same by what is left of the words without 决算 (or 预算 in budgets). */
  plain: Record<Whereabouts['kind'], () => ReadonlyMap<string, Quantity[]>>
  /** Words that name a quantity only where a sentence begins with them. */
  opening: Record<Whereabouts['kind'], ReadonlyMap<string, Quantity[]>>
  /** Quantities with a name of which only a part is fixed. */
  wild(text: string): Quantity[]
  vocabulary: NarrativeVocabulary
  grammar: Grammar
  lines: Lines
}

export function toDictionary(
  vocabulary: NarrativeVocabulary,
  quantities: readonly Quantity[],
  grammar: Grammar,
  lines: Lines,
): Dictionary {
  return { ...namesOf(quantities), opening: openingsOf(vocabulary), vocabulary, grammar, lines }
}

const openingsOf = memoisedBy((vocabulary: NarrativeVocabulary): Dictionary['opening'] => {
  const opens = (kind: Whereabouts['kind']) =>
    byName(vocabulary.quantities.flatMap((q) => (q.opening?.[kind] ?? []).map((word) => ({ word, quantity: q }))))
  return { accounts: opens('accounts'), budget: opens('budget') }
})

/** Thousands of names, the same for every document. */
const namesOf = memoisedBy((quantities: readonly Quantity[]): Pick<Dictionary, 'exact' | 'plain' | 'wild'> => {
  const named = quantities.flatMap((quantity) => quantity.words.map((word) => ({ word, quantity })))
  const wild = named.flatMap(({ word, quantity }) => (word.includes('*') ? [{ isLike: wildcard(word), quantity }] : []))
  const fixed = named.filter(({ word }) => !word.includes('*'))
  // 单位资金 is no 预算单位: what is counted has the name it has.
  const money = fixed.filter(({ quantity }) => !quantity.units || quantity.units.includes('%'))
  return {
    exact: byName(fixed, squash),
    plain: { accounts: once(() => byName(money, PLAIN.accounts)), budget: once(() => byName(money, PLAIN.budget)) },
    wild: memoised((text) => wild.filter((w) => w.isLike(text)).map((w) => w.quantity)),
  }
})

function byName(
  named: readonly { word: string; quantity: Quantity }[],
  key: (word: string) => string = (word) => word,
): Map<string, Quantity[]> {
  const map = new Map<string, Quantity[]>()
  for (const { word, quantity } of named) {
    const name = key(word)
    // What is nothing but words about the document is no name.
    if (name === '') continue
    const same = map.get(name)
    if (same) same.push(quantity)
    else map.set(name, [quantity])
  }
  return map
}

/** 收入、支出决算总计 and 收支总计 are one name: what a document is about need not be said in every name. */
export const PLAIN = {
  accounts: memoised((words) => withoutAbout(words, /决算数?/g)),
  budget: memoised((words) => withoutAbout(words, /(?<!公共|基金|经营)预算数?/g)),
}

function withoutAbout(words: string, about: RegExp): string {
  return squash(words)
    .replace(/收入[、和及]?支出|收[、和及]支/g, '收支')
    .replace(about, '')
    .replace(/当年/g, '')
    .replace(/的/g, '')
}
