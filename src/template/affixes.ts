/** Prefixes and suffixes of column ids: the words in a header path that give them. */
import { memoised } from '../memo.ts'
import type { Affixes, TableTemplate } from './define.ts'
import { wildcard } from './words.ts'
import type { Years } from './years.ts'

interface AffixesFound {
  prefix: string
  suffix: string
  /** The path without the headers that gave them; may be empty. */
  rest: string[]
}

/**
 * Finds the prefixes and suffixes whose pattern one of the headers fits. The printed path is looked
 * at for patterns with a year, since compared words carry none.
 */
export function takeAffixes(
  words: readonly string[],
  printed: readonly string[],
  { prefixes = [], suffixes = [] }: Pick<TableTemplate, 'prefixes' | 'suffixes'>,
  years: Years,
): AffixesFound {
  const used = new Set<number>()
  const take = (groups: readonly Affixes[]) =>
    groups.map((group) => {
      const found = findAffix(words, printed, group, years, used)
      for (const at of found?.at ?? []) used.add(at)
      return found?.affix ?? ''
    })
  const [prefix, suffix] = [take(prefixes).join(''), take(suffixes).join('')]
  return { prefix, suffix, rest: words.filter((_, i) => !used.has(i)) }
}

function findAffix(
  words: readonly string[],
  printed: readonly string[],
  group: Affixes,
  years: Years,
  used: ReadonlySet<number>,
): { affix: string; at: number[] } | null {
  for (const [affix, patterns] of Object.entries(group))
    for (const pattern of patterns) {
      const resolved = resolveYears(pattern, years)
      if (resolved === null) continue
      const at = findWords(resolved === pattern ? words : printed, resolved.split('/'))
      // 2024年决算数 in 2026 is no 决算数 of the year's own, unless its year was told before.
      const ofOther = resolved === pattern && at?.some((i) => OF_A_YEAR.test(words[i]!) && !used.has(i))
      if (at && !ofOther) return { affix, at }
    }
  return null
}

/** A header of another year than the document's and the last (src/template/years.ts). */
const OF_A_YEAR = /^20\d\d年/

/** A header as it stands on the page, but for white space and width. */
const asPrinted = memoised((text) => text.normalize('NFKC').replace(/\s+/g, ''))

/** Where headers stand one below the other that fit the parts of a pattern; null if none do. */
function findWords(texts: readonly string[], parts: readonly string[]): number[] | null {
  const isPart = (text: string | undefined, part: string) => text !== undefined && wildcard(part)(asPrinted(text))
  const first = texts.findIndex((_, i) => parts.every((part, k) => isPart(texts[i + k], part)))
  return first < 0 ? null : parts.map((_, k) => first + k)
}

function resolveYears(pattern: string, { year }: Years): string | null {
  if (!pattern.includes('{')) return pattern
  if (year === null) return null
  return pattern
    .replace('{last}', String(Number(year) - 1))
    .replace('{earlier}', String(Number(year) - 2))
    .replace(/\{year(?:\+(\d))?\}/, (_, later: string | undefined) => String(Number(year) + Number(later ?? 0)))
}
