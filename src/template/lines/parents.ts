/** Which line a line stands below: by its number, its indent, its column, or its own words. */
import type { FieldLanguage } from '../language.ts'
import { bareLabel, enumerator, squash } from '../words.ts'
import type { Draft } from './draft.ts'

type Words = FieldLanguage['lines']

/** An indent counts as deeper if it is by at least this much, letters. */
const DEEPER = 0.4

/** Lines that close a table or a side, or carry it over, stand below nothing, however they are indented. */
function isFree({ label, side }: Draft, { closing, carried }: Words): boolean {
  return closing.test(squash(label)) || (side !== null && carried.test(squash(label)))
}

const DIGITS = '〇一二三四五六七八九十'

/** 3 of 三、 （三） 3. and 12 of 十二、. */
export function countOf(text: string): number | null {
  const digits = /\d+/.exec(text)?.[0]
  if (digits) return Number(digits)
  const word = /[一二三四五六七八九十]+/.exec(text)?.[0]
  if (!word) return null
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word]
  const ten = word.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!)) : 0
  return 10 * ten + (ones ? DIGITS.indexOf(ones) : 0)
}

interface Above {
  depth: number
  indent: number
  /** How far in the words behind 其中： begin. */
  named: number | null
  index: number
  label: string
  /** A label without enumerator below which the count began anew. */
  group: boolean
  /** The number of its enumerator. */
  count: number | null
  reach: [number, number]
  /** How many lines counted like itself stand below it, where the count began anew. */
  within?: number
}

/**
 * The line each line stands below, by enumerators (一、 over （一） over 1.), by a label without one
 * after which the count begins anew, or by indentation; a label or fund that stands for the second time is a
 * part of the balance above it. Null for lines of the top level.
 */
export function parentsOf(drafts: readonly Draft[], words: Words): (number | null)[] {
  const stacks = new Map<string, Above[]>()
  const seen = new Set<string>()
  const balances = new Map<string, number>()
  const belowCounted = withinOf(drafts, words)
  const flat = flatColumns(drafts)
  return drafts.map((draft, index) => {
    // Lists of one side beside each other (by purpose, by function) do not stand below one another.
    const list = `${draft.side} ${draft.block}`
    const stack = stacks.get(list) ?? []
    stacks.set(list, stack)
    const mark = enumerator(draft.label)
    const depth = mark?.depth ?? 0
    const top = stack.at(-1)
    const restarts = mark !== null && /^[(（]?(一|1|①)/.test(mark.text)
    const goesOn = stack.some((above) => above.depth === depth)
    // 一、本年支出 over 一、一般公共服务支出: the count begins anew within its first line.
    if (restarts && top?.depth === depth && top.count === 1) top.within = 0
    if (restarts && !goesOn && top && top.depth === 0 && !words.closing.test(squash(top.label))) top.group = true
    const within = belowCounted[index]!
    const isPart = (above: Above) =>
      isAbove(above, depth, draft, words) || (depth === 0 && isPartOf(above, draft, words))
    while (stack.length > 0 && !isPart(stack.at(-1)!) && !(within && stack.at(-1)!.depth > 0)) stack.pop()
    const name = `${draft.side}:${bareLabel(draft.label)}`
    // 政府性基金 below 政府性基金预算财政拨款 names the same fund in other words.
    const thing = depth === 0 ? thingOf(draft, words) : null
    const isAgain = seen.has(name) || (thing !== null && seen.has(thing))
    const parent = stack.at(-1)?.index ?? (isAgain ? (balances.get(`${draft.side}`) ?? null) : null)
    seen.add(name).add(thingOf(draft, words) ?? name)
    // 一般公共预算拨款结转 is one fund's: the next one's is no part of it.
    if (words.balance.test(squash(draft.label)) && thingOf(draft, words) === null) balances.set(`${draft.side}`, index)
    const over = stack.at(-1)
    if (over?.within !== undefined && over.depth === depth) over.within++
    stack.push({
      depth,
      count: mark ? countOf(mark.text) : null,
      indent: flat.has(draft.reach[1]) ? Number.POSITIVE_INFINITY : draft.indent,
      named: namedAt(draft, words),
      reach: draft.reach,
      index,
      label: draft.label,
      group: false,
    })
    return parent
  })
}

/** What a line and others of its side name in one word or another. */
function thingOf({ label, side }: Draft, { alike }: Words): string | null {
  const at = alike.findIndex((thing) => thing.test(bareLabel(label)))
  return at < 0 ? null : `${side}#${at}`
}

/** As what share of a column's names at least are set in the middle or at the right where all are: totals are elsewhere, too. */
const NOT_AT_LEFT = 0.8

/** Columns of labels that are not set at the left, and so begin anywhere: no line stands below another there. */
function flatColumns(drafts: readonly Draft[]): Set<number> {
  const columns = Map.groupBy(drafts, (d) => d.reach[1])
  const isFlat = (own: readonly Draft[]) => {
    const shown = own.filter((d) => !d.fills)
    return shown.length > 0 && shown.filter((d) => d.beginsAnywhere).length >= NOT_AT_LEFT * shown.length
  }
  return new Set([...columns].flatMap(([column, own]) => (isFlat(own) ? [column] : [])))
}

/** How a line without an enumerator stands to those of its side that have one. */
interface Standing {
  /** Place of the nearest counted line above it. */
  before: number
  /** Whether it stands between two that go on counting (一、A  B  C  二、D), or below a balance: its parts are named by their funds. */
  within: boolean
  /** Whether no counted line follows before the total. */
  last: boolean
}

function standingOf(drafts: readonly Draft[], index: number, words: Words): Standing | null {
  const draft = drafts[index]!
  const { side, block, label } = draft
  if (isFree(draft, words) || squash(label) === '') return null
  const isBeside = (d: Draft) => d.side === side && d.block === block
  const counted = (d: Draft) => isBeside(d) && enumerator(d.label) !== null
  const before = drafts.slice(0, index).findLastIndex(counted)
  const after = drafts.slice(index + 1).find((d) => counted(d) || (isBeside(d) && words.closing.test(squash(d.label))))
  if (before < 0 || !after) return null
  const above = drafts[before]!
  const next = enumerator(after.label)
  const mark = enumerator(above.label)!
  // 3.丙  丁  1.甲: what begins to count anew goes on with nothing.
  const goesOn = next !== null && mark.depth === next.depth && (countOf(next.text) ?? 0) >= (countOf(mark.text) ?? 0)
  // 一、本年支出  甲  乙  结转下年  支出总计: what is all of the year has the lines below it, though no 二、 follows.
  const isOver = words.carried.test(squash(above.label)) || words.whole.test(bareLabel(above.label))
  const within = next ? goesOn : isOver
  return { before, within, last: next === null }
}

/** Whether each line stands below the counted one above it: as its standing says, or as lines below earlier ones do. */
function withinOf(drafts: readonly Draft[], words: Words): boolean[] {
  const standings = drafts.map((d, i) => (enumerator(d.label) === null ? standingOf(drafts, i, words) : null))
  return standings.map((own, i) => {
    if (!own || own.within || !own.last) return own?.within ?? false
    return standings.slice(0, own.before).some((s, k) => s?.within && drafts[k]!.side === drafts[i]!.side)
  })
}

/** What a line's own words say of the line above it. */
function isPartOf(above: Above, { label }: Draft, { parts }: Words): boolean {
  const own = squash(label)
  return parts.find(({ line }) => line.test(own))?.of.test(squash(above.label)) ?? false
}

/** By enumerators, or by columns: a unit in the first one, what it buys in the next; indents count within one column. */
function isAbove(above: Above, depth: number, draft: Draft, words: Words): boolean {
  if (above.within !== undefined && above.depth === depth)
    return !isFree(draft, words) && countOf(enumerator(draft.label)!.text) === above.within + 1
  if (depth > 0) return above.depth > 0 ? above.depth < depth : above.group
  if (isFree(draft, words)) return false
  const [first] = draft.reach
  // A record whose first columns are blank goes on with what the one above it has there, and stands beside it.
  const isBeside = first === above.reach[0] || (first > above.reach[0] && first <= above.reach[1])
  if (isBeside && above.named !== null && Math.abs(draft.indent - above.named) < FLUSH) return false
  return isBeside ? draft.indent > above.indent + DEEPER : first > above.reach[1]
}

/** Letters by which lines of one list may begin apart: it is filled up with blanks. */
const FLUSH = 0.7

/** 其中：经费拨款 over 　　　非税收入拨款: what is flush with the words behind 其中： goes on with its list. */
function namedAt({ label, indent }: Draft, { part }: Words): number | null {
  const lead = part.exec(squash(label))?.[0]
  return lead === undefined ? null : indent + lead.length
}
