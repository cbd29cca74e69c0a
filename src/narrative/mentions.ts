/** Figures in running text: amounts, percentages and counts with their units, and words that stand for one. */
import { type Amount, MONEY, parseAmount } from '../amount.ts'
import { memoisedBy } from '../memo.ts'
import type { NarrativeVocabulary } from './define.ts'

export interface Figure {
  type: 'figure'
  from: number
  to: number
  amount: Amount
  /** 万元, %, 辆; null where a figure of a list is printed without one. */
  unit: string | null
  kind: 'amount' | 'percentage' | 'count'
  /** No unit is near: it is an amount only where a quantity is named before it. */
  alone?: boolean
}

/** 持平 and the like: a comparison without a figure. */
export interface Same {
  type: 'same'
  from: number
  to: number
}

/** 决算数小于预算数: which of two figures of one quantity is the larger. */
export interface Order {
  type: 'order'
  from: number
  to: number
  direction: '大于' | '小于' | '等于' | '持平'
  base: string
}

/** 减少的主要原因: a direction without a figure. */
export interface Trend {
  type: 'trend'
  from: number
  to: number
  word: string
}

/** XX万元: a figure that nobody filled in. */
export interface Gap {
  type: 'gap'
  from: number
  to: number
}

export type Mention = Figure | Same | Order | Trend | Gap

const UNITS = `${MONEY}|万(?=[，。；、,()]|$)`
const DIGITS = String.raw`-?(?:\d{1,3}(?:[,\uff0c]\d{3})+(?![\d])|\d+)(?:\.\d+)?`
/** 100万元(含)以上: a limit that belongs to a name, no figure of its own. */
const LIMIT = /^\)?(\(含\)|\(不含\)|含)?(及)?(以上|以下|以内)/

export function findMentions(text: string, vocabulary: NarrativeVocabulary): Mention[] {
  const { figure, same, trend } = patternsOf(vocabulary)
  const mentions = [
    ...figures(text, figure),
    ...gaps(text),
    ...orders(text, vocabulary.ordered),
    ...sames(text, same),
    ...trends(text, trend),
  ]
  const sorted = mentions.sort((a, b) => a.from - b.from || b.to - a.to)
  return sorted.filter((m, i) => !sorted.some((o, j) => j < i && o.to > m.from))
}

interface Patterns {
  figure: RegExp
  same: RegExp
  trend: RegExp
}

const patternsOf = memoisedBy(({ countUnits, same, directions }: NarrativeVocabulary): Patterns => {
  const counts = countUnits.map((u) => u.replace(/[()]/g, '\\$&')).join('|')
  return {
    figure: new RegExp(`(?<![\\d.,A-Za-z第〔\\-]|\\d )(${DIGITS})(?:(${UNITS})|(%)|(${counts}))`, 'g'),
    same: new RegExp(`(?:基本|总体)?(?:${same.join('|')})(?!的|，同|(?:主要)?原因)`, 'g'),
    trend: new RegExp(`(${Object.values(directions).flat().join('|')})(?=的?(?:主要)?原因)`, 'g'),
  }
})

function figures(text: string, pattern: RegExp): Figure[] {
  const out: Figure[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, digits, money, percent, count] = match
    const from = match.index
    const to = from + whole.length
    const rest = text.slice(to)
    if (LIMIT.test(rest) || (count && isCode(text, from, rest)) || isDuration(count, rest) || /^[点月]/.test(rest))
      continue
    if (isRange(text, from, rest)) continue
    const amount = parseAmount(digits!.replace(/，/g, ','))
    if (!amount) continue
    const unit = money === '万' ? '万元' : (money ?? percent ?? count!)
    out.push({ type: 'figure', from, to, amount, unit, kind: money ? 'amount' : percent ? 'percentage' : 'count' })
  }
  return [...out, ...(text.includes('百分之') ? spelled(text) : []), ...bare(text, out)]
}

/** (01项): a code of the classification and not a count. */
function isCode(text: string, from: number, rest: string): boolean {
  return text[from - 1] === '(' && rest[0] === ')'
}

/** 5万元至10万元, 80%—90%: between two figures lies no statement. */
function isRange(text: string, from: number, rest: string): boolean {
  return /^[—~～至-]+\d/.test(rest) || /\d(?:[万亿]?元|%)?[—~～至-]+$/.test(text.slice(0, from))
}

const DIGIT = '零一二三四五六七八九'

/** 百分之五点二. */
function spelled(text: string): Figure[] {
  return [
    ...text.matchAll(/百分之([零〇一二三四五六七八九十百]+)(?:点([零〇一二三四五六七八九]+))?|百分之([\d.]+)/g),
  ].flatMap((match): Figure[] => {
    const [whole, words = '', decimals = '', digits] = match
    const places = [...decimals.replace(/〇/g, '零')].map((d) => DIGIT.indexOf(d)).join('')
    const amount = parseAmount(digits ?? `${integer(words)}${places ? `.${places}` : ''}`)
    const to = match.index + whole.length
    return amount ? [{ type: 'figure', from: match.index, to, amount, unit: '%', kind: 'percentage' }] : []
  })
}

/** 一百零五 → 105, 二十 → 20: numbers below a thousand. */
function integer(words: string): number {
  const digit = (word: string) => Math.max(0, DIGIT.indexOf(word.replace(/[零〇]/g, '')))
  const [hundreds, below = ''] = words.includes('百') ? words.replace(/^百/, '一百').split('百') : ['', words]
  const [tens, ones = ''] = below.includes('十') ? below.split('十') : ['零', below]
  const ten = below.includes('十') ? (tens ? digit(tens) : 1) : 0
  return digit(hundreds || '零') * 100 + ten * 10 + (ones ? digit(ones) : 0)
}

function isDuration(count: string | undefined, rest: string): boolean {
  return count === '个' && /^(月|工作日|自然日|小时|百分点|学期|季度)/.test(rest)
}

/** 占76.23，: the sign was forgotten. */
const SHARE = /占比?(?:为|约)?$/

/** A figure whose unit was forgotten: in a list of amounts, or alone behind a name that must then be known. */
function bare(text: string, known: readonly Figure[]): Figure[] {
  const out: Figure[] = []
  for (const match of text.matchAll(
    /(?<=[\u4e00-\u9fff)])(\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d+|0)(?=[、，；。)](?!\d))/g,
  )) {
    const from = match.index
    const to = from + match[0].length
    // 0 may be of anything: it is an amount where a name says so.
    const listed = match[1] !== '0' && known.some((f) => f.kind === 'amount' && f.from < from && from - f.to < 40)
    const amount = parseAmount(match[0])
    if (!amount) continue
    if (SHARE.test(text.slice(0, from))) out.push({ type: 'figure', from, to, amount, unit: null, kind: 'percentage' })
    else out.push({ type: 'figure', from, to, amount, unit: null, kind: 'amount', ...(listed ? {} : { alone: true }) })
  }
  return out
}

const GAP = new RegExp(`(?<![A-Za-z])(?:[Xx×＊*]{1,4}(?:\\.[Xx×＊*]{1,2})?|[_＿]{2,})(?:${MONEY}|%|个?百分点)`, 'g')

/** What is left of a form that was to be filled in. */
export function gaps(text: string): Gap[] {
  return [...text.matchAll(GAP)].map((m) => ({ type: 'gap', from: m.index, to: m.index + m[0].length }))
}

function orders(text: string, { spent, planned }: NarrativeVocabulary['ordered']): Order[] {
  const out: Order[] = []
  if (!spent.test(text)) return out
  const compared = new RegExp(`${spent.source}(大于|小于|等于|高于|低于)(${planned.source})(?![数\\d])`, 'g')
  for (const match of text.matchAll(compared)) {
    const word = match[1]!
    const direction = word === '高于' ? '大于' : word === '低于' ? '小于' : (word as Order['direction'])
    out.push({ type: 'order', from: match.index, to: match.index + match[0].length, direction, base: match[2]! })
  }
  const same = new RegExp(`${spent.source}与(${planned.source})(?:基本)?(?:持平|一致|相同)`, 'g')
  for (const match of text.matchAll(same))
    out.push({
      type: 'order',
      from: match.index,
      to: match.index + match[0].length,
      direction: '持平',
      base: match[1]!,
    })
  return out
}

function sames(text: string, pattern: RegExp): Same[] {
  return [...text.matchAll(pattern)].map((m) => ({ type: 'same', from: m.index, to: m.index + m[0].length }))
}

function trends(text: string, pattern: RegExp): Trend[] {
  if (!text.includes('原因')) return []
  return [...text.matchAll(pattern)].map((m) => ({
    type: 'trend',
    from: m.index,
    to: m.index + m[0].length,
    word: m[1]!,
  }))
}
