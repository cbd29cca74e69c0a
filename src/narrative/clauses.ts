/** Sentences and clauses: where one subject's words end and the next one's begin. */
import type { Mention } from './mentions.ts'

export interface Clause {
  from: number
  to: number
  mentions: Mention[]
  /** Brackets with figures in them that are open here. */
  depth: number
  /** The first of a sentence (after 。), of a part of one (after ；), or neither. */
  starts: 'sentence' | 'part' | null
  /** Where the enumeration begins that it closes (上缴上级支出、经营支出共…): at itself, if there is none. */
  head: number
  /** What closes it: a comma, a colon, … or nothing at the end. */
  end: string
}

/** 一、 numbers what follows and enumerates nothing. */
const NUMBER = /^[一二三四五六七八九十\d]+$/
const STOPS = /[，。；：:、！？,]/

export function toClauses(text: string, mentions: readonly Mention[], unbroken: readonly string[]): Clause[] {
  const inside = quietPlaces(text, mentions, unbroken)
  const clauses: Clause[] = []
  let from = 0
  let depth = 0
  let starts: Clause['starts'] = 'sentence'
  const close = (to: number, end: string) => {
    // 6、机关运行经费：100万元: the sentence begins behind its number.
    const isNumber = starts !== null && end === '、' && NUMBER.test(text.slice(from, to).trim())
    if (to > from && !isNumber) {
      const own = mentions.filter((m) => m.from >= from && m.to <= to)
      const last = clauses.at(-1)
      const goesOn = last?.end === '、' && last.mentions.length === 0 && !NUMBER.test(text.slice(last.from, last.to))
      const head = goesOn && last.depth === depth ? last.head : from
      clauses.push({ from, to, mentions: own, depth, starts, head, end })
    }
    starts = /[。！？]/.test(end) ? 'sentence' : end === '；' ? 'part' : to > from && !isNumber ? null : starts
    from = to + end.length
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    const within = mentions.some((m) => m.from <= i && i < m.to)
    if (within || inside.has(i)) continue
    if (STOPS.test(letter)) close(i, letter)
    else if (letter === '(' || letter === ')') {
      close(i, letter)
      depth = Math.max(0, depth + (letter === '(' ? 1 : -1))
    }
  }
  close(text.length, '')
  return clauses
}

/** Places that divide nothing: brackets without a figure in them, and enumerations that are one phrase. */
function quietPlaces(text: string, mentions: readonly Mention[], unbroken: readonly string[]): ReadonlySet<number> {
  const quiet = new Set<number>()
  const open: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open.push(i)
    if (text[i] !== ')') continue
    const from = open.pop()
    if (from === undefined) {
      quiet.add(i)
      continue
    }
    if (mentions.some((m) => m.from > from && m.to <= i)) continue
    for (let j = from; j <= i; j++) quiet.add(j)
  }
  for (const i of open) quiet.add(i)
  for (const phrase of unbroken)
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      for (let j = at; j < at + phrase.length; j++) quiet.add(j)
  return quiet
}

/** The part of a sentence a place stands in: from the 。 or ； before it to the one after. */
export function sentenceAt(text: string, place: number): [number, number] {
  let from = place
  while (from > 0 && !/[。；！？]/.test(text[from - 1]!)) from--
  let to = place
  while (to < text.length && !/[。；！？]/.test(text[to]!)) to++
  return [from, Math.min(text.length, to + 1)]
}
