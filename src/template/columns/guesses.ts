/** Columns whose names would be guesses keep their headers instead: a wrong name is worse than none. */
import type { TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { distinct } from './distinct.ts'
import type { Leaf } from './header.ts'
import { isSubtotalOfPart } from './lost-over.ts'
import { type HeaderSense, headerSense } from './neutral.ts'
import { areBeside, MAIN, OWN, otherId, type PlacedColumn } from './placed.ts'

/** The column a header names, and how well. */
type Find = (leaf: Leaf, side: string | null) => { id: string; fit: number }

/** Which of the headers over a column its name comes from, and which not: their places in the path. */
interface Over {
  idle: number[]
  telling: number[]
}

/** The columns among which a name is weighed. */
interface Among {
  find: Find
  /** Of the template. */
  standsFor: Readonly<Record<string, string>>
  titles: readonly string[]
  placed: readonly PlacedColumn[]
  /** Of those with values the ones that a pattern knows, and the others. */
  known: readonly PlacedColumn[]
  unknown: readonly PlacedColumn[]
  over: (p: PlacedColumn) => Over
  sense: HeaderSense
  /** Whether the whole table is of what is left over. */
  isOfLeftOver: boolean
  /** Headers that nobody knows and that divide what stands below them. */
  strange: ReadonlySet<string>
}

/** Why the name of a column, found by its own header, would be a guess. */
const REASONS: readonly ((p: PlacedColumn, among: Among) => boolean)[] = [
  isNameless,
  isBelowStrange,
  isTotalOfStrange,
  isPartBesideStrange,
  isDenied,
  isPartOfKnown,
  isBelowLeftOver,
  isBelowMoney,
]

/** How it shows that the header in a place of a column's path, which nobody knows, divides what stands below. */
const DIVIDING: readonly ((p: PlacedColumn, place: number, among: Among) => boolean)[] = [
  isWhereOthersArePart,
  isBesideUnknown,
  isWhereAlikeDiffer,
  isOverTheSame,
]

/** A column with nothing of its own below a header, beside others that have, and not as what is among it: it may be any part. */
function isNameless(p: PlacedColumn, { placed, sense }: Among): boolean {
  const { words } = p.leaf
  const isBelow = ({ leaf }: PlacedColumn) =>
    leaf.words.length > words.length &&
    words.every((word, i) => word === leaf.words[i]) &&
    !sense.isPart(leaf.path.at(-1)!)
  return words.length > 0 && placed.some((q) => q.block === p.block && q.side === p.side && isBelow(q))
}

/**
 * A column's own header may be known while one over it is not. It keeps the name where no other column could
 * have it: not where headers over the same word tell columns apart (项目支出 below 一般公共预算, 项目支出 below a
 * fund that nobody knows), and of several for one name not the one below the header that nobody knows.
 */
export function withoutGuesses(
  placed: readonly PlacedColumn[],
  find: Find,
  language: FieldLanguage,
  template: TableTemplate,
): PlacedColumn[] {
  const among = amongst(placed, find, language, template)
  const isGuess = (p: PlacedColumn) =>
    p.role === 'value' &&
    p.fit > 0 &&
    (REASONS.some((is) => is(p, among)) || isSubtotalOfPart(p, placed, template, language))
  const sure = placed.map((p) => (isGuess(p) ? { ...p, id: otherId(p.leaf), fit: 0 } : withUnknownOver(p, among)))
  return distinct(sure, among.sense, (p) => (p.leaf.words.length < 2 ? 0 : among.over(p).idle.length))
}

/** A column keeps its name below a header that nobody knows, where it could be no other's; but that header is told of. */
function withUnknownOver(p: PlacedColumn, { placed, find, over, sense }: Among): PlacedColumn {
  const { words, path } = p.leaf
  if (p.role !== 'value' || p.fit === 0 || words.length < 2) return p
  const isUnknown = (place: number) => {
    const [word, printed] = [words[place]!, path[place]!]
    const alone = find({ ...p.leaf, words: [word], path: [printed] }, p.side)
    const isPart = placed.some((v) => v.role === 'value' && v.block === p.block && !v.leaf.words.includes(word))
    // 单位资金 over 事业收入: money within money.
    const isSource = sense.isMoney(word) && sense.isMoney(words.at(-1)!)
    return alone.fit === 0 && isPart && !isSource && !sense.isNeutral(word)
  }
  const place = over(p).idle.find(isUnknown)
  return place === undefined ? p : { ...p, below: path[place]! }
}

function amongst(
  placed: readonly PlacedColumn[],
  find: Find,
  language: FieldLanguage,
  { titles, standsFor = {} }: TableTemplate,
): Among {
  const sense = headerSense(language)
  // The funds that every title of the table names: over its columns they tell nothing.
  const own = language.funds.filter((fund) => titles.every((title) => title.includes(fund)))
  const found = new Map<PlacedColumn, Over>()
  const over = (p: PlacedColumn) => {
    const known = found.get(p) ?? headersOver(p, find, (word) => sense.saysNothing(word, own))
    found.set(p, known)
    return known
  }
  const known = placed.filter((p) => p.role === 'value' && p.fit > 0)
  const unknown = placed.filter((p) => p.role === 'value' && p.fit === 0)
  const strange = new Set<string>()
  const isOfLeftOver = titles.every(sense.isLeftOver)
  const among = { isOfLeftOver, find, standsFor, titles, placed, known, unknown, over, sense, strange }
  for (const p of known) for (const header of dividingHeaders(p, among)) strange.add(header)
  return among
}

/** Headers over a column that nobody knows and that divide what stands below them. */
function dividingHeaders(p: PlacedColumn, among: Among): string[] {
  if (p.leaf.words.length < 2) return []
  for (const divides of DIVIDING) {
    const places = among.over(p).idle.filter((place) => divides(p, place, among))
    if (places.length > 0) return places.map((place) => p.leaf.words[place]!)
  }
  return []
}

/** 商品和服务支出 below a header that nobody knows, beside 工资福利支出 below 基本支出, which says what part it is. */
function isWhereOthersArePart(p: PlacedColumn, place: number, { known, over }: Among): boolean {
  const { words } = p.leaf
  return known.some(
    (v) =>
      v !== p &&
      v.side === p.side &&
      v.id.includes('.') &&
      v.leaf.words.length === words.length &&
      over(v).telling.includes(place) &&
      !words.includes(v.leaf.words[place]!),
  )
}

/** 金额 of one unit beside a figure of another that nobody knows is not the total of both. */
function isBesideUnknown(p: PlacedColumn, place: number, { unknown, sense }: Among): boolean {
  return (
    MAIN.test(p.id) &&
    unknown.some((v) => v.block === p.block && v.side === p.side && isOther(v.leaf.words, p.leaf.words, place, sense))
  )
}

/** The header over another column of the same word tells what it is, or is another one that nobody knows. */
function isWhereAlikeDiffer(p: PlacedColumn, place: number, { known, unknown, over, sense }: Among): boolean {
  const { words } = p.leaf
  const isAlike = (v: PlacedColumn) => v.side === p.side && v.leaf.words.at(-1) === words.at(-1)
  const isApart = ({ leaf }: PlacedColumn) =>
    isOther(leaf.words, words, place, sense) ||
    (leaf.words.length === words.length && OF_A_YEAR.test(leaf.words[place]!))
  if (unknown.some((v) => isAlike(v) && isApart(v))) return true
  return known.some((v) => {
    if (v === p || v.side !== p.side || v.leaf.words.at(-1) !== words.at(-1)) return false
    const { telling, idle } = over(v)
    const isNamesake = v.id === p.id && v.block === p.block && idle.includes(place)
    return (telling.includes(place) || isNamesake) && !words.includes(v.leaf.words[place]!)
  })
}

/** 局机关 and 信息中心, each over 数量 and 金额: what stands below one is not what stands below the other, whatever has a name. */
function isOverTheSame(p: PlacedColumn, place: number, { placed, sense }: Among): boolean {
  if (!MAIN.test(p.id)) return false
  const own = p.leaf.words[place]!
  const at = (v: PlacedColumn) =>
    v.leaf.words.length === p.leaf.words.length && v.block === p.block && v.side === p.side && !KEYS.has(v.role)
  const mine = placed.filter((v) => at(v) && v.leaf.words[place] === own && v !== p)
  return placed.some(
    (v) =>
      at(v) &&
      isOther(v.leaf.words, p.leaf.words, place, sense) &&
      mine.some((m) => m.leaf.words.at(-1) === v.leaf.words.at(-1)),
  )
}

/** 本年 below 一般公共预算财政拨款 is that fund's money: no total where the header over it is a column of its own. */
function isPartOfKnown(p: PlacedColumn, { over, find, sense }: Among): boolean {
  const { words, path } = p.leaf
  if (!MAIN.test(p.id) || !sense.isOwnYear(words.at(-1)!)) return false
  return over(p).idle.some((place) => {
    const alone = find({ ...p.leaf, words: [words[place]!], path: [path[place]!] }, p.side)
    return alone.fit > 0 && !MAIN.test(alone.id)
  })
}

function isBelowStrange(p: PlacedColumn, { strange, over }: Among): boolean {
  return strange.size > 0 && over(p).idle.some((place) => strange.has(p.leaf.words[place]!))
}

/**
 * 合计 below a header that nobody knows (车辆), over its parts, beside columns that are known: of those parts alone; so is
 * 金额 beside a rate below one (同期对比情况).
 */
function isTotalOfStrange(p: PlacedColumn, { placed, over, standsFor, sense }: Among): boolean {
  const { words } = p.leaf
  if (words.length < 2 || !(sense.isTotal(words.at(-1)!) || sense.isFigure(words.at(-1)!))) return false
  return over(p).idle.some((place) => {
    const others = placed.filter((v) => v !== p && v.role === 'value' && v.side === p.side)
    const [below, apart] = split(others, (v) => v.leaf.words.includes(words[place]!))
    const beside = apart.filter((v) => v.fit > 0)
    // 金额 of one among other figures is that one's.
    if (sense.isFigure(words.at(-1)!) && apart.some((v) => v.block === p.block)) return true
    // What has the same name, or stands for it, and stands beside them is the form's own.
    const isOwn = (v: PlacedColumn) =>
      v.block === p.block &&
      (v.id.replace(OWN, '') === p.id || standsFor[v.id] === p.id) &&
      !v.leaf.words.includes(words[place]!)
    return below.length > 0 && below.every((v) => v.fit === 0) ? beside.length > 0 : beside.some(isOwn)
  })
}

function split<T>(list: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter((item) => !is(item))]
}

/** 本年预算 beside 上年结转 and a figure that nobody knows, which may be the total of the two. */
function isPartBesideStrange(p: PlacedColumn, { placed, sense }: Among): boolean {
  if (!MAIN.test(p.id) || p.id.includes('.') || !sense.isOwnYear(p.leaf.words.at(-1)!)) return false
  const beside = placed.filter((v) => v !== p && v.role === 'value' && areBeside(p, v))
  return beside.some((v) => v.fit === 0) && beside.some((v) => v.id.includes('carried_over'))
}

/** Below 财政拨款支出, which says nothing but where the same word stands below 非财政拨款支出: there it is a part. */
function isDenied(p: PlacedColumn, { placed, over }: Among): boolean {
  const { words } = p.leaf
  const denied = words.slice(0, -1).map((word) => `非${word}`)
  const isBesideDenied = placed.some(
    (v) => v.leaf.words.at(-1) === words.at(-1) && denied.some((word) => v.leaf.words.includes(word)),
  )
  return isBesideDenied && over(p).telling.length === 0
}

/** 财政拨款 below 上年结转: what is left of it, and not the year's own, whatever its name is elsewhere. */
function isBelowLeftOver(p: PlacedColumn, { over, sense, isOfLeftOver }: Among): boolean {
  const { words } = p.leaf
  if (isOfLeftOver || LEFT_OVER.test(p.id) || !words.some(sense.isLeftOver)) return false
  return over(p).idle.some((place) => sense.isLeftOver(words[place]!))
}

/** 项目支出 below 债券资金支出 is what that money pays for and no more, unless the whole form is of it. */
function isBelowMoney(p: PlacedColumn, { placed, over, sense, titles }: Among): boolean {
  const { words } = p.leaf
  if (!sense.isPurpose(words.at(-1)!)) return false
  return over(p).idle.some((place) => {
    const money = words[place]!
    if (!sense.isMoney(money) || titles.some((title) => sense.isOf(money, title))) return false
    return placed.some((v) => v.role === 'value' && v.side === p.side && !v.leaf.words.includes(money))
  })
}

/** Ids of what is left, before the year or behind it. */
const LEFT_OVER = /carried|balance|left|surplus/

/** What names a line. */
const KEYS: ReadonlySet<string> = new Set(['code', 'label', 'unit', 'unit-code', 'line', 'order'])

/** A header of a year of which nobody knows how it stands to the document's. */
const OF_A_YEAR = /^20\d\d年/

/** Whether another header that says something of its own stands in the place of this one. */
function isOther(words: readonly string[], own: readonly string[], i: number, sense: HeaderSense): boolean {
  const other = words[i]
  return words.length === own.length && i < words.length - 1 && other !== own[i] && !sense.isNeutral(other!)
}

function headersOver({ leaf, side, id, fit }: PlacedColumn, find: Find, saysNothing: (word: string) => boolean): Over {
  const over: Over = { idle: [], telling: [] }
  for (const [i, word] of leaf.words.slice(0, -1).entries()) {
    const without = find({ ...leaf, words: leaf.words.toSpliced(i, 1), path: leaf.path.toSpliced(i, 1) }, side)
    // Without a header that is no part of the pattern it fits better: nothing is left out then.
    if (without.id !== id || without.fit < fit) over.telling.push(i)
    else if (!saysNothing(word)) over.idle.push(i)
  }
  return over
}
