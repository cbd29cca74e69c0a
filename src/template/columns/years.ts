/** Which year's figures a header is over: what is of another year is never taken for the document's own. */
import { fitAny, fitHeader, squash } from '../words.ts'
import type { Leaf } from './header.ts'

/** Years a pattern may speak of: `{year}` and `{last}` stand for the document's year and the one before. */
export interface Years {
  year: string | null
}

const PRINTED = /(20\d\d)年?/g

function yearsIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(PRINTED)].map((m) => m[1]!)
}

/**
 * The leaves with 上年 where the printed header names the year before (2025年预算数 in 2026 is 上年预算数), and with
 * the year itself where it names an earlier one: compared words carry no years.
 */
export function withOtherYears(leaves: readonly Leaf[], { year }: Years): Leaf[] {
  const printed = new Set(leaves.flatMap((l) => l.path.flatMap(yearsIn)))
  const own = year ?? (printed.size > 1 ? [...printed].sort().at(-1)! : null)
  if (own === null) return isOneOfSeveral(leaves) ? leaves.map((leaf) => withYears(leaf, OF_NO_YEAR)) : [...leaves]
  return leaves.map((leaf) => withYears(leaf, own))
}

function withYears(leaf: Leaf, own: string): Leaf {
  return { ...leaf, words: leaf.words.map((word, i) => withYear(word, leaf.path[i] ?? '', own)) }
}

/** No year is the document's own. */
const OF_NO_YEAR = ''

/**
 * Whether a header names a year (2025年 over 合计) and one beside it, over the same words, none: where the document
 * names no year, the one may be any year's, and so may the other.
 */
function isOneOfSeveral(leaves: readonly Leaf[]): boolean {
  const isOfYear = ({ path }: Leaf) => path.some((text) => yearsIn(text).length > 0)
  const dated = leaves.filter((leaf) => leaf.path.length > 1 && isOfYear(leaf))
  return dated.some((a) =>
    leaves.some((b) => !isOfYear(b) && b.words.length === a.words.length && b.words.at(-1) === a.words.at(-1)),
  )
}

function withYear(word: string, printed: string, own: string): string {
  const named = [...new Set(yearsIn(printed))]
  const [only] = named
  // A header that is nothing but the document's own year.
  if (only === own && word === squash(printed) && /^20\d\d年?度?$/.test(word)) return '本年'
  if (named.length !== 1 || only === own || only === undefined || /^上/.test(word)) return word
  const bare = yearsIn(word).length > 0 ? '' : word
  return Number(only) === Number(own) - 1 ? `上年${bare}` : `${only}年${bare}`
}

/** A header over figures of another year, or over what changed; what was carried over is the year's own. */
const OTHER = /^(上年|上一年|去年|前年|20\d\d年)(?!.*[结余])|增减|增长|比上年/

/** A pattern that itself speaks of another year, or of a change; 执行数 beside a budget is the year before's. */
const OF_OTHER = /上年|去年|前年|执行|增减|增长|增幅/

/**
 * The best fit of several patterns with a path. Of another year's path a pattern that would fit without that year's
 * header fits not: 合计 below 上年预算数 is not this year's total.
 */
export function fitOwnYear(words: readonly string[], patterns: readonly string[]): number {
  const other = words.findIndex((w) => OTHER.test(w))
  if (other < 0) return fitAny(words, patterns)
  // No pattern speaks of what lies two years back and more (2024年末余额 in 2026).
  if (/^20\d\d年/.test(words[other]!)) return 0
  const without = words.toSpliced(other, 1)
  // 上年收入合计 is no 收入合计: nor may a `*` stand for the year.
  const bare = words.with(other, words[other]!.replace(/^(上年|上一年|去年|前年)(度|年)?/, ''))
  const fitsWithout = (pattern: string) =>
    fitHeader(without, pattern) > 0 || (bare[other] !== '' && fitHeader(bare, pattern) > 0)
  let best = 0
  for (const pattern of patterns) {
    const fit = fitHeader(words, pattern)
    if (fit > best && (OF_OTHER.test(pattern) || !fitsWithout(pattern))) best = fit
  }
  return best
}
