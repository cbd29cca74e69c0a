/** The names by which prose may call a quantity, found in every way of writing them. */
import { memoised, memoisedBy, once } from '../memo.ts'
import { squash, wildcard } from '../template/words.ts'
import type { LooseNames, NarrativeVocabulary, Quantity } from './define.ts'
import type { Lines, Whereabouts } from './lines.ts'
import type { Grammar } from './phrase.ts'

export interface Dictionary {
  exact: ReadonlyMap<string, Quantity[]>
  /** Quantities by what is left of a name without the words that it may be written without. */
  loose(kind: Whereabouts['kind'], text: string): Quantity[]
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
  const { exact, wild, money } = namesOf(quantities)
  const loose = looseNamesOf(money)(vocabulary.loose)
  return { exact, wild, loose, opening: openingsOf(vocabulary), vocabulary, grammar, lines }
}

const openingsOf = memoisedBy((vocabulary: NarrativeVocabulary): Dictionary['opening'] => {
  const opens = (kind: Whereabouts['kind']) =>
    byName(vocabulary.quantities.flatMap((q) => (q.opening?.[kind] ?? []).map((word) => ({ word, quantity: q }))))
  return { accounts: opens('accounts'), budget: opens('budget') }
})

/** Thousands of names, the same for every document. */
const namesOf = memoisedBy(
  (quantities: readonly Quantity[]): Pick<Dictionary, 'exact' | 'wild'> & { money: Named[] } => {
    const named = quantities.flatMap((quantity) => quantity.words.map((word) => ({ word, quantity })))
    const wild = named.flatMap(({ word, quantity }) =>
      word.includes('*') ? [{ isLike: wildcard(word), quantity }] : [],
    )
    const fixed = named.filter(({ word }) => !word.includes('*'))
    // 单位资金 is no 预算单位: what is counted has the name it has.
    const money = fixed.filter(({ quantity }) => !quantity.units || quantity.units.includes('%'))
    return {
      exact: byName(fixed, squash),
      wild: memoised((text) => wild.filter((w) => w.isLike(text)).map((w) => w.quantity)),
      money,
    }
  },
)

interface Named {
  word: string
  quantity: Quantity
}

/** 收入、支出决算总计 and 收支总计 are one name: what a document is about need not be said in every name. */
const looseNamesOf = memoisedBy((money: readonly Named[]) =>
  memoisedBy((words: LooseNames): Dictionary['loose'] => {
    const nameFor = (kind: Whereabouts['kind']) =>
      memoised((name: string) =>
        squash(name)
          .replace(words.both.written, words.both.as)
          .replace(words.about[kind], '')
          .replaceAll(words.ofYear, '')
          .replaceAll(words.joined, ''),
      )
    // 当年财政拨款 is a part of 财政拨款, which also has what was carried over.
    const named = money.filter(({ word }) => !word.startsWith(words.ofYear))
    const ofKind = (kind: Whereabouts['kind']) => {
      const name = nameFor(kind)
      const found = once(() => byName(named, name))
      return (text: string) => found().get(name(text)) ?? []
    }
    const kinds = { accounts: ofKind('accounts'), budget: ofKind('budget') }
    return (kind, text) => kinds[kind](text)
  }),
)

function byName(named: readonly Named[], key: (word: string) => string = (word) => word): Map<string, Quantity[]> {
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
