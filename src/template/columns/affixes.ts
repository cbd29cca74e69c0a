/** Prefixes and suffixes of column ids: the words in a header path that give them. */
import { memoised, memoisedBy } from '../../memo.ts'
import type { Affixes, TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { wildcard } from '../words.ts'
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
  { altered }: Pick<FieldLanguage, 'altered'>,
): AffixesFound {
  const used = new Set<number>()
  const texts: Texts = { words: words.map(asPrinted), printed: printed.map(asPrinted), altered }
  const take = (groups: readonly Affixes[], find: typeof firstAffix) =>
    groups.map((group) => {
      const found = find(texts, patternsOf(group)(years.year ?? ''), used)
      for (const at of found?.at ?? []) used.add(at)
      return found?.affix ?? ''
    })
  const [prefix, suffix] = [take(prefixes, nearestAffix).join(''), take(suffixes, firstAffix).join('')]
  return { prefix, suffix, rest: words.filter((_, i) => !used.has(i)) }
}

/** The headers of a path as they are compared, and as they stand on the page. */
interface Texts {
  words: readonly string[]
  printed: readonly string[]
  altered: RegExp
}

interface Found {
  affix: string
  /** The headers that say it. */
  at: number[]
}

/** A pattern of an affix with its years put in. */
interface Pattern {
  affix: string
  /** A year is looked for in what is printed, all else in the compared words, which carry none. */
  of: 'words' | 'printed'
  /** Outer to inner. */
  parts: readonly ((text: string) => boolean)[]
}

/** The patterns of a group for a year, '' if it is not known: taken apart once, since each is compared with every header. */
const patternsOf = memoisedBy((group: Affixes) =>
  memoised((year: string) =>
    Object.entries(group).flatMap(([affix, patterns]) =>
      patterns.flatMap((pattern): Pattern[] => {
        const resolved = resolveYears(pattern, year)
        if (resolved === null) return []
        return [{ affix, of: resolved === pattern ? 'words' : 'printed', parts: resolved.split('/').map(wildcard) }]
      }),
    ),
  ),
)

/** 预算数 below 支出决算 is what was planned: of years and stages the header that stands nearest to the figures says it. */
function nearestAffix(texts: Texts, patterns: readonly Pattern[], used: ReadonlySet<number>): Found | null {
  const found = [...affixesOf(texts, patterns, used)]
  const nearest = Math.max(...found.map(({ at }) => at.at(-1)!))
  return found.find(({ at }) => at.at(-1) === nearest) ?? null
}

function firstAffix(texts: Texts, patterns: readonly Pattern[], used: ReadonlySet<number>): Found | null {
  return affixesOf(texts, patterns, used).next().value ?? null
}

function* affixesOf(
  texts: Texts,
  patterns: readonly Pattern[],
  used: ReadonlySet<number>,
): Generator<Found, undefined> {
  for (const { affix, of, parts } of patterns) {
    const at = findWords(texts[of], parts, texts.altered)
    // 2024年决算数 in 2026 is no 决算数 of the year's own, unless its year was told before.
    const ofOther = of === 'words' && at?.some((i) => OF_A_YEAR.test(texts.words[i]!) && !used.has(i))
    if (at && !ofOther) yield { affix, at }
  }
}

/** A header of another year than the document's and the last (src/template/columns/years.ts). */
const OF_A_YEAR = /^20\d\d年/

/** A header as it stands on the page, but for white space and width. */
const asPrinted = memoised((text) => text.normalize('NFKC').replace(/\s+/g, ''))

/** Where headers stand one below the other that fit the parts of a pattern; null if none do. */
function findWords(texts: readonly string[], parts: Pattern['parts'], altered: RegExp): number[] | null {
  for (let first = 0; first + parts.length <= texts.length; first++) {
    let k = 0
    while (k < parts.length && fits(texts[first + k]!, parts[k]!, altered)) k++
    if (k === parts.length) return parts.map((_, i) => first + i)
  }
  return null
}

const HAN = /\p{Script=Han}/u

/** 2025年预算调整数 is no figure of that year's budget: the pattern must hold the word that makes another one of it. */
function fits(text: string, part: Pattern['parts'][number], altered: RegExp): boolean {
  if (!part(text)) return false
  if (text.search(altered) < 0) return true
  const bare = text.replace(altered, '')
  // 比例（%） alters nothing that stands beside it.
  return !HAN.test(bare) || !part(bare)
}

function resolveYears(pattern: string, year: string): string | null {
  if (!pattern.includes('{')) return pattern
  if (year === '') return null
  return pattern
    .replace('{last}', String(Number(year) - 1))
    .replace('{earlier}', String(Number(year) - 2))
    .replace(/\{year(?:\+(\d))?\}/, (_, later: string | undefined) => String(Number(year) + Number(later ?? 0)))
}
