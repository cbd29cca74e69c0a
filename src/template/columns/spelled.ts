/** Headers that say the same in other words are compared in the spelling of the templates (`spellings` of the vocabulary). */
import { memoised, memoisedBy } from '../../memo.ts'
import type { Columns, HeaderPattern, TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import type { Leaf } from './header.ts'

type Kind = TableTemplate['kind']

/** A header word, and the same below another header, as templates spell it. */
interface Speller {
  alone: (word: string) => string
  below: (word: string) => string
}

const spellers = memoisedBy((language: FieldLanguage): Record<Kind, Speller> => {
  const { spellings, ofYear } = language
  const speller = (kind: Kind): Speller => {
    const rules = kind === 'any' ? spellings.any : [...spellings.any, ...spellings[kind]]
    const once = (word: string) => {
      const year = ofYear.exec(word)?.[0] ?? ''
      const rest = word.slice(year.length)
      const whole = rules.find(([other]) => other.test(word))
      if (whole) return word.replace(...whole)
      const rule = rules.find(([other]) => other.test(rest))
      return rule ? `${year}${rest.replace(...rule)}` : word
    }
    // What one rule leaves another may know (使用上年结转数), each of them once at most.
    const alone = memoised((word: string) => {
      let spelled = word
      for (const _ of rules) {
        const next = once(spelled)
        if (next === spelled) break
        spelled = next
      }
      return spelled
    })
    const below = memoised((word: string) => alone(word).replace(...spellings.below))
    return { alone, below }
  }
  return { budget: speller('budget'), 'final-accounts': speller('final-accounts'), any: speller('any') }
})

/** The leaves with their words as the templates of a kind spell them; `named` keeps what was printed where that is another. */
export function withSpelling(leaves: readonly Leaf[], kind: Kind, language: FieldLanguage): Leaf[] {
  return leaves.map((leaf) => {
    const words = spelledPath(leaf.words, kind, language)
    return words.every((word, i) => word === leaf.words[i]) ? leaf : { ...leaf, words, named: leaf.words }
  })
}

/** A path of header words, outer to inner, as the templates of a kind spell it. */
export function spelledPath(words: readonly string[], kind: Kind, language: FieldLanguage): string[] {
  const { alone, below } = spellers(language)[kind]
  return words.map((word, i) => (i === 0 ? alone(word) : below(word)))
}

/** Whether a word is a known header once it is spelled as the templates of some kind do. */
export function isSpelled(word: string, language: FieldLanguage, knows: (word: string) => boolean): boolean {
  return Object.values(spellers(language)).some(({ alone }) => knows(alone(word)))
}

/** A pattern as headers are compared with it: a part without `*` is a header word. */
export function spelledPattern(pattern: HeaderPattern, kind: Kind, language: FieldLanguage): HeaderPattern {
  const parts = pattern.split('/')
  const spelled = spelledPath(parts, kind, language)
  return parts.map((part, i) => (part.includes('*') ? part : spelled[i])).join('/')
}

/** A user's template, whose patterns may be spelled as their form prints them. */
export function spelledTemplate(template: TableTemplate, language: FieldLanguage): TableTemplate {
  const { columns, labels, texts, prefixes, suffixes, rows, kind } = template
  const list = (patterns: readonly HeaderPattern[]) => patterns.map((p) => spelledPattern(p, kind, language))
  const all = <T extends Columns>(own: T): Columns =>
    Object.fromEntries(Object.entries(own).map(([id, patterns]) => [id, list(patterns)]))
  return {
    ...template,
    columns: all(columns),
    ...(labels && { labels: all(labels) }),
    ...(texts && { texts: all(texts) }),
    ...(prefixes && { prefixes: prefixes.map(all) }),
    ...(suffixes && { suffixes: suffixes.map(all) }),
    ...(rows.by === 'side' && {
      rows: {
        ...rows,
        sides: Object.fromEntries(
          Object.entries(rows.sides).map(([name, side]) => [
            name,
            { ...side, head: list(side.head), columns: all(side.columns) },
          ]),
        ),
      },
    }),
    ...(rows.by === 'unit' && { rows: { ...rows, values: list(rows.values) } }),
  }
}
