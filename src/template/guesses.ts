/** Columns whose names would be guesses keep their headers instead: a wrong name is worse than none. */
import { UNKNOWN } from './define.ts'
import type { Leaf } from './header.ts'
import type { PlacedColumn } from './placed.ts'

/** The column a header names, and how well. */
type Find = (leaf: Leaf, side: string | null) => { id: string; fit: number }

/** Headers over columns that say no more than that these are the form's own figures, or what changed since last year's. */
const FIGURES = '(部门|单位|财政拨款|资金)?(收入|支出|来源|项目|预算|决算|执行|拨款)*(数|金额|安排|情况|合计)?'
const NEUTRAL = new RegExp(
  `^(?!.*项目支出)(本年|当年|全年|年初(?=预算))?度?${FIGURES}([比较](上年)?${FIGURES}(增减)?)?$`,
)

/** 与上年对比 over what changed. */
const COMPARED = /^[与同和较比](上年|去年)(预算|决算|执行)?数?(对比|比较|相比|增减(变化)?)?(情况)?$/

const TOTAL = /^(合计|小计|总计|共计|总额)$/
const YEAR = /^(上年|前年|20\d\d年)/

/** Whether a header says no more than that the form's own figures stand below it, or those of a year. */
export function isNeutral(word: string): boolean {
  return NEUTRAL.test(word.replace(YEAR, '')) || TOTAL.test(word)
}

/** `other:HEADER` for a column that no pattern knows. */
export function otherId(leaf: Leaf): string {
  return `${UNKNOWN}${leaf.words.join('/') || `${leaf.c0 + 1}`}`
}

/** Which of the headers over a column its name comes from, and which not: their places in the path. */
interface Over {
  idle: number[]
  telling: number[]
}

/**
 * A column's own header may be known while one over it is not. It keeps the name where no other column could
 * have it: not where headers over the same word tell columns apart (项目支出 below 一般公共预算, 项目支出 below a
 * fund that nobody knows), and of several for one name not the one below the header that nobody knows. `own` are the
 * words of the table's title that say nothing over its columns.
 */
export function withoutGuesses(placed: readonly PlacedColumn[], find: Find, own: readonly string[]): PlacedColumn[] {
  const values = placed.filter((p) => p.role === 'value' && p.fit > 0)
  const unknown = placed.filter((p) => p.role === 'value' && p.fit === 0)
  const known = new Map<PlacedColumn, Over>()
  const overOf = (p: PlacedColumn) => {
    const over = known.get(p) ?? headersOver(p, find, own)
    known.set(p, over)
    return over
  }
  const strange = new Set(values.flatMap((p) => strangeHeaders(p, values, unknown, overOf)))
  const isGuess = (p: PlacedColumn) =>
    p.role === 'value' &&
    p.fit > 0 &&
    ((strange.size > 0 && overOf(p).idle.some((i) => strange.has(p.leaf.words[i]!))) ||
      isTotalOfStrange(p, placed, overOf) ||
      isPartBesideStrange(p, placed) ||
      (isDenied(p, placed) && overOf(p).telling.length === 0))
  const sure = placed.map((p) => (isGuess(p) ? { ...p, id: otherId(p.leaf), fit: 0 } : p))
  return distinct(sure, (p) => (p.leaf.words.length < 2 ? 0 : overOf(p).idle.length))
}

/** Below 财政拨款支出, which says nothing but where the same word stands below 非财政拨款支出: there it is a part. */
function isDenied({ leaf }: PlacedColumn, placed: readonly PlacedColumn[]): boolean {
  const over = leaf.words.slice(0, -1).map((word) => `非${word}`)
  return placed.some(
    (v) => v.leaf.words.at(-1) === leaf.words.at(-1) && over.some((word) => v.leaf.words.includes(word)),
  )
}

/** 本年预算 beside 上年结转 and a figure that nobody knows, which may be the total of the two. */
function isPartBesideStrange(p: PlacedColumn, placed: readonly PlacedColumn[]): boolean {
  if (!MAIN.test(p.id) || p.id.includes('.') || !OWN_YEAR.test(p.leaf.words.at(-1)!)) return false
  const beside = placed.filter((v) => v !== p && v.role === 'value' && areBeside(p, v))
  return beside.some((v) => v.fit === 0) && beside.some((v) => v.id.includes('carried_over'))
}

const OWN_YEAR = /^(本年|当年)/

/** 合计 below a header that nobody knows (车辆), over parts that nobody knows, beside columns that are known: of those parts alone. */
function isTotalOfStrange(
  p: PlacedColumn,
  placed: readonly PlacedColumn[],
  overOf: (p: PlacedColumn) => Over,
): boolean {
  const { words } = p.leaf
  if (words.length < 2 || !TOTAL.test(words.at(-1)!)) return false
  return overOf(p).idle.some((i) => {
    const others = placed.filter((v) => v !== p && v.role === 'value' && v.side === p.side)
    const below = others.filter((v) => v.leaf.words.includes(words[i]!))
    const beside = others.filter((v) => !below.includes(v) && v.fit > 0)
    return below.length > 0 && below.every((v) => v.fit === 0) && beside.length > 0
  })
}

/**
 * Headers over a column that nobody knows, where that over another column of the same word tells what it is, or is
 * another one that nobody knows: the two divide what stands below them.
 */
function strangeHeaders(
  p: PlacedColumn,
  values: readonly PlacedColumn[],
  unknown: readonly PlacedColumn[],
  overOf: (p: PlacedColumn) => Over,
): string[] {
  const { words } = p.leaf
  if (words.length < 2) return []
  // 商品和服务支出 below a header that nobody knows, beside 工资福利支出 below 基本支出, which says what part it is.
  const parted = overOf(p).idle.filter((i) =>
    values.some(
      (v) =>
        v !== p &&
        v.side === p.side &&
        v.id.includes('.') &&
        v.leaf.words.length === words.length &&
        overOf(v).telling.includes(i) &&
        !words.includes(v.leaf.words[i]!),
    ),
  )
  if (parted.length > 0) return parted.map((i) => words[i]!)
  // 金额 of one unit beside a figure of another that nobody knows is not the total of both.
  const apart = overOf(p).idle.filter(
    (i) =>
      MAIN.test(p.id) &&
      unknown.some((v) => v.block === p.block && v.side === p.side && isOther(v.leaf.words, words, i)),
  )
  if (apart.length > 0) return apart.map((i) => words[i]!)
  const alike = values.filter((v) => v !== p && v.side === p.side && v.leaf.words.at(-1) === words.at(-1))
  if (alike.length === 0) return []
  return overOf(p)
    .idle.filter((i) =>
      alike.some((v) => {
        const { telling, idle } = overOf(v)
        return (
          (telling.includes(i) || (v.id === p.id && v.block === p.block && idle.includes(i))) &&
          !words.includes(v.leaf.words[i]!)
        )
      }),
    )
    .map((i) => words[i]!)
}

/** The one figure of a line. */
const MAIN = /(^|_)(total|amount)(\.|$)/

/** Whether another header that says something of its own stands in the place of this one. */
function isOther(words: readonly string[], own: readonly string[], i: number): boolean {
  const other = words[i]
  return words.length === own.length && i < words.length - 1 && other !== own[i] && !isNeutral(other!)
}

/** Whether a header says nothing of what stands below it. */
function saysNothing(word: string, own: readonly string[]): boolean {
  return COMPARED.test(word) || NEUTRAL.test(own.reduce((text, fund) => text.replace(fund, ''), word))
}

function headersOver({ leaf, side, id, fit }: PlacedColumn, find: Find, own: readonly string[]): Over {
  const over: Over = { idle: [], telling: [] }
  for (const [i, word] of leaf.words.slice(0, -1).entries()) {
    const without = find({ ...leaf, words: leaf.words.toSpliced(i, 1), path: leaf.path.toSpliced(i, 1) }, side)
    if (without.id !== id || without.fit !== fit) over.telling.push(i)
    else if (!saysNothing(word, own)) over.idle.push(i)
  }
  return over
}

/**
 * Within a block a column id stands once: the best fit keeps it, of equal ones that below the fewest headers that
 * say nothing to us, then that below the fewest headers; the others keep their header. Where two are equal in all and
 * stand below headers that say nothing, or the same word below different ones (合计 of 年初预算数 and of 全年预算数), none is
 * sure.
 */
function distinct(placed: readonly PlacedColumn[], idle: (p: PlacedColumn) => number): PlacedColumn[] {
  const keyOf = (p: PlacedColumn) => `${p.block} ${p.side} ${p.id}`
  const best = new Map<string, PlacedColumn>()
  const contested = new Set<string>()
  for (const p of placed) {
    if (p.role !== 'value') continue
    const other = best.get(keyOf(p))
    const ahead =
      other &&
      (Number(isTotalBeside(p, other)) - Number(isTotalBeside(other, p)) ||
        p.fit - other.fit ||
        Number(isPlain(p)) - Number(isPlain(other)) ||
        idle(other) - idle(p) ||
        other.leaf.words.length - p.leaf.words.length)
    if (ahead === 0 && p.fit > 0 && (idle(p) > 0 || isElsewhere(p, other!) || !isPlain(p))) contested.add(keyOf(p))
    if (ahead !== undefined && ahead <= 0) continue
    contested.delete(keyOf(p))
    best.set(keyOf(p), p)
  }
  // 合计 beside 小计 of each class: it stands below nothing and is the total of all.
  for (const key of contested) {
    const [only, ...others] = placed.filter((p) => keyOf(p) === key && p.leaf.words.length === 1 && isPlain(p))
    if (!only || others.length > 0) continue
    best.set(key, only)
    contested.delete(key)
  }
  const seen = new Map<string, number>()
  return placed.map((p) => {
    if (p.role !== 'value' || (best.get(keyOf(p)) === p && !contested.has(keyOf(p)))) return p
    const id = otherId(p.leaf)
    const n = (seen.get(`${p.block} ${id}`) ?? (p.id === id ? 1 : 0)) + 1
    seen.set(`${p.block} ${id}`, n)
    return { ...p, id: n > 1 ? `${id}#${n}` : id, fit: 0 }
  })
}

/** 合计 beside 本年预算 below one header: it is the total of both. */
function isTotalBeside(p: PlacedColumn, other: PlacedColumn): boolean {
  return areBeside(p, other) && TOTAL.test(p.leaf.words.at(-1)!) && !TOTAL.test(other.leaf.words.at(-1)!)
}

/** Whether two columns stand below the same headers. */
function areBeside({ leaf: { words: a } }: PlacedColumn, { leaf: { words: b } }: PlacedColumn): boolean {
  return a.length > 1 && a.length === b.length && a.slice(0, -1).every((word, i) => word === b[i])
}

/** Whether two columns of the same header stand below different ones. */
function isElsewhere(a: PlacedColumn, b: PlacedColumn): boolean {
  const [own, other] = [a.leaf.words, b.leaf.words]
  return own.at(-1) === other.at(-1) && own.length === other.length && own.some((word, i) => word !== other[i])
}

/** Of the year before 预算数 and 执行数 are two figures. */
function isPlain({ leaf }: PlacedColumn): boolean {
  const own = leaf.words.at(-1) ?? ''
  return isNeutral(own) && !YEAR.test(own)
}
