/** How printed words are compared: white space, width, years and brackets do not matter. */
import { MONEY } from '../amount.ts'
import { memoised, memoisedBy } from '../memo.ts'
import type { HeaderPattern } from './define.ts'

/** Characters that squash leaves as they are; most texts hold no others. */
const PLAIN = /^[!#-&(-~\u4e00-\u9fff、。《》]*$/

/** Without white space and quotation marks, in plain width. */
export function squash(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’〝〞＂]/g, '')
}

const LEAD = /^(其中[:：]?|[-—]+)/
const YEAR = /(19|20)\d\d(年度|年(?![末初终]))?|[〇零一二三四五六七八九]{4}年度?/g

/** （单位：万元） */
const IN_BRACKETS = new RegExp(`[(（](单位[:：])?${MONEY}[)）]`, 'g')

/** A header text in the form patterns are compared with. */
export const headerWord = memoised((text: string): string => {
  const bare = squash(text)
    .replace(YEAR, '')
    .replace(LEAD, '')
    .replace(IN_BRACKETS, '')
    .replace(/[:：]$/, '')
    // 科目编码 over 类 款 项, no line between them: the columns below say the same.
    .replace(/(?<=编码|代码)类款项$/, '')
    // 科目编码 over 款 alone, no line between them: the part of the code that the column holds.
    .replace(/^.*[编代]码(?=[类款项]$)/, '')
    // 301工资福利支出 heads a column as 工资福利支出 does.
    .replace(/^[35]\d\d(\d\d)?(?=\p{Script=Han})/u, '')
    // 项目＼金额: what heads the rows, in a corner that a line parts.
    .replace(/[＼\\].*/, '')
    // 部门/单位: a stroke within a header is no step of a path.
    .replace(/\//g, '')
  return bare === '' ? squash(text) : bare
})

/** Of a text in which `*` stands for anything: whether the whole of a squashed text is like it. */
export const wildcard = memoised((pattern: string): ((text: string) => boolean) => {
  const parts = squash(pattern).split('*')
  const [head = '', ...others] = parts
  const tail = others.pop()
  if (tail === undefined) return (text) => text === head
  const least = parts.reduce((sum, part) => sum + part.length, 0)
  return (text) => {
    if (text.length < least || !text.startsWith(head) || !text.endsWith(tail)) return false
    let from = head.length
    for (const part of others) {
      const at = text.indexOf(part, from)
      if (at < 0) return false
      from = at + part.length
    }
    return from <= text.length - tail.length
  }
})

/** A header pattern taken apart once: each is compared with every header of every table. */
interface Compiled {
  /** Inner to outer. */
  parts: ((word: string) => boolean)[]
  weight: number
}

const patterns = new Map<HeaderPattern, Compiled>()

/** *决算数 and the like: any amount of the document's own year, … */
const ANY_AMOUNT = /^\*年?(预算|决算)?(数|金额)$/
/** … so not 上年决算数. */
const OTHER_YEAR = /上年|去年|前年|增减|^20\d\d年/

function compile(pattern: HeaderPattern): Compiled {
  let known = patterns.get(pattern)
  if (!known) {
    const parts = pattern.split('/')
    known = {
      parts: parts.reverse().map((part) => {
        if (part.includes('*')) {
          const isLike = wildcard(part)
          return ANY_AMOUNT.test(part) ? (word) => isLike(word) && !OTHER_YEAR.test(word) : isLike
        }
        const plain = squash(part)
        return (word) => word === plain
      }),
      weight: parts.filter((p) => p !== '*').length * 10 + pattern.replace(/[*/]/g, '').length,
    }
    patterns.set(pattern, known)
  }
  return known
}

/** Characters that a header left out between two parts counts. */
const FARTHER = 2

/**
 * How well a header path (outer to inner, as `headerWord` gives them) fits a pattern: 0 is not at
 * all; each part that names something counts ten, each written character one, so that the more exact pattern wins.
 * Each header left out between two parts counts against it: what stands nearer says more.
 */
export function fitHeader(path: readonly string[], pattern: HeaderPattern): number {
  const { parts, weight } = compile(pattern)
  const own = path.at(-1)
  if (own === undefined || !parts[0]!(own)) return 0
  let at = path.length - 2
  let leftOut = 0
  for (let p = 1; p < parts.length; p++) {
    while (at >= 0 && !parts[p]!(path[at]!)) {
      at--
      leftOut++
    }
    if (at < 0) return 0
    at--
  }
  return weight - FARTHER * leftOut
}

/** A column, by its place among all, and those of its patterns that end alike. */
interface Ending {
  at: number
  id: string
  patterns: HeaderPattern[]
}

/** Columns by the words that their patterns end with, in their order; `open`: those that end with a `*`. */
interface Ends {
  exact: Map<string, Ending[]>
  open: Ending[]
}

const endsOf = memoisedBy((columns: Readonly<Record<string, readonly HeaderPattern[]>>): Ends => {
  const ends: Ends = { exact: new Map(), open: [] }
  const listOf = (end: string) => {
    if (end.includes('*')) return ends.open
    const word = squash(end)
    const list = ends.exact.get(word) ?? []
    ends.exact.set(word, list)
    return list
  }
  for (const [at, [id, patterns]] of Object.entries(columns).entries())
    for (const pattern of patterns) {
      const list = listOf(pattern.slice(pattern.lastIndexOf('/') + 1))
      const last = list.at(-1)
      if (last?.at === at) last.patterns.push(pattern)
      else list.push({ at, id, patterns: [pattern] })
    }
  return ends
})

/** Those columns, in their order, with those patterns that may fit a path that ends with such a word: most end with others. */
export function mayFit(
  columns: Readonly<Record<string, readonly HeaderPattern[]>>,
  own: string,
): readonly Omit<Ending, 'at'>[] {
  const { exact, open } = endsOf(columns)
  const named = exact.get(own)
  if (!named) return open
  const both = named.map((ending) => {
    const other = open.find(({ at }) => at === ending.at)
    return other ? { ...ending, patterns: [...ending.patterns, ...other.patterns] } : ending
  })
  const others = open.filter(({ at }) => named.every((ending) => ending.at !== at))
  return [...both, ...others].sort((a, b) => a.at - b.at)
}

/** The best fit of several patterns. */
export function fitAny(path: readonly string[], patterns: readonly HeaderPattern[]): number {
  let best = 0
  for (const pattern of patterns) best = Math.max(best, fitHeader(path, pattern))
  return best
}

const ENUMERATOR =
  /^(其中[:：]?)?([一二三四五六七八九十百]+[、.．]|[(（][一二三四五六七八九十百]+[)）]、?|\d{1,2}[、.．](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])/

/** The enumerator a label begins with (一、 （一） 1. （1）), and its depth 1–4; null without one. */
export const enumerator = memoised((label: string): { text: string; depth: number } | null => {
  const match = ENUMERATOR.exec(squash(label))
  const text = match?.[2]
  if (!text) return null
  const depth = /^[一二三四五六七八九十百]/.test(text)
    ? 1
    : /^[(（][一二三四五六七八九十百]/.test(text)
      ? 2
      : /^\d/.test(text)
        ? 3
        : 4
  return { text, depth }
})

/** A label without white space, 其中： and its enumerator: what it is compared by. */
export const bareLabel = memoised((label: string): string => {
  const text = squash(label)
  return text.replace(ENUMERATOR, '').replace(/^其中[:：]?/, '') || text
})

const TOTAL =
  /^(合计|总计|共计|合计(数|金额)|总合计|(本年|当年)?(收入|支出)?(合计|总计|总额)|[本全]?(部门|单位)(合计|总计)|全部合计|(金额|资金)(合计|总计))$/

const UNIT_BEHIND = new RegExp(`\\(${MONEY}\\)$`)

/** A label without the colon or the unit of money behind it: 收入总计：, 支出总计（万元）. */
export const bareTotal = memoised((label: string): string =>
  squash(label)
    .replace(/[:：]$/, '')
    .replace(UNIT_BEHIND, ''),
)

/** 合计 and the like: the label of a total over all lines. */
export const isTotalLabel = memoised((label: string): boolean => TOTAL.test(bareTotal(label)))
