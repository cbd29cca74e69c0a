/**
 * Which of the words that forms print stands in doubtful ink: each is weighed by all that the reader took every place
 * of it for, not by what the reader made of the whole.
 */
import type { GridCell } from '../../grid/types.ts'
import { memoised, memoisedBy } from '../../memo.ts'
import { middle } from '../../page/lines.ts'
import type { Glyph, Trace } from '../../page/types.ts'
import { letters } from '../spelling.ts'
import type { Lexicon } from './nearest.ts'

/** Shares of the letters that a place of the line may be, '' for none or a mark. */
type Place = ReadonlyMap<string, number>

/** What the reader did not find possible at a place is this likely (0–1), or so much of its doubt in the best one. */
const FLOOR = 1e-4
const OF_DOUBT = 0.1
/** Words shorter than this (letters) are too much alike to be guessed by parts of them. */
const SHORTEST = 4
/** The next word must be this much less likely: 1 to 150 (natural logarithm). */
const MARGIN = 5
/** … or, where the word is no more than a guess, and stays in doubt, this: 1 to 4. */
const GUESS = 1.5
/** A word of the forms may be less likely than what was read by so much for each letter of it (natural logarithm): 3 of 4 letters are read as printed. */
const WORSE = 0.7
/** … a guess by this. */
const GUESS_WORSE = 0.9
/** … and by no more than this: a letter that was read with certainty is no other. */
const WORST = 6.5
/** At least this share of a word's letters (0–1) is somewhere in the ink. */
const FOUND = 0.7

/** The letters of a label's number: 十二, without 一 and with 入 for 八, what came before a colon (其中), or a year. */
const NUMBER = /^([二三四五六七入九十]{1,3}|\d{1,2}|其中|20\d\d年度?)$/
/** Letters of a label's number, at most. */
const LONGEST_NUMBER = 6

export interface Likely {
  word: string
  /** Whether letters before it number the label. */
  numbered: boolean
}

/** A word that the ink may be, and by how much it is less likely than what was read (natural logarithm). */
interface Weighed extends Likely {
  key: string
  cost: number
}

/** The words of the lexicon (by letters) that the ink may be, likeliest first; none where nothing is known of the ink. */
export function weighWords({ glyphs }: Pick<GridCell, 'glyphs'>, lexicon: Lexicon): readonly Weighed[] {
  const traced = glyphs.find((g) => g.trace)?.trace
  if (!traced || glyphs.some((g) => g.source !== 'ocr')) return []
  const known = weighed(traced)
  const ink = glyphs.map(({ text, box }) => `${text} ${box}`).join()
  const before = known.get(lexicon)
  if (before?.ink === ink) return before.found
  const found = weighAll(glyphs, lexicon)
  known.set(lexicon, { ink, found })
  return found
}

/** Each page is understood twice, and asked for each word both times. */
const weighed = memoisedBy((_: Trace) => new WeakMap<Lexicon, { ink: string; found: readonly Weighed[] }>())

function weighAll(glyphs: readonly Glyph[], lexicon: Lexicon): Weighed[] {
  const places = toAllPlaces(glyphs)
  const read = bestOf(places)
  const all = new Set(places.flatMap((p) => [...p.keys()]))
  const starts = startsOf(read).map((start) => ({ ...start, best: bestCost(places, start.place) }))
  const found: Weighed[] = []
  for (const [key, word] of lexicon) {
    if (key.length < SHORTEST || !mayStand(key, read.length, all)) continue
    for (const { place, numbered, best } of starts) {
      const cost = costOf(key, places, place) - best
      if (cost <= 2 * WORSE * key.length) found.push({ word, numbered, key, cost })
    }
  }
  return found.sort((a, b) => a.cost - b.cost)
}

/** The only word that the ink may be; null where none is or two are. */
export function likeliest(cell: Pick<GridCell, 'glyphs'>, lexicon: Lexicon): Likely | null {
  const found = weighWords(cell, lexicon)
  const [best] = found
  if (!best || best.cost > Math.min(WORST, WORSE * best.key.length)) return null
  return leads(found, MARGIN)
}

/** The first of these words, if no second one is nearly as likely. */
function leads(found: readonly Weighed[], margin = GUESS): Likely | null {
  const [best] = found
  const next = best && found.find((f) => f.key !== best.key)
  return best && !(next && next.cost - best.cost < margin) ? { word: best.word, numbered: best.numbered } : null
}

/** What a name in doubt is compared with. */
interface Names {
  /** What forms print. */
  printed: Lexicon
  /** What the document itself has, read with certainty several times. */
  own: Lexicon
  /** What it has once, or never with certainty. */
  told: Lexicon
}

/** What the ink may be, of words that are known; of those only told, where none of the former is nearly as likely. */
export function guessOf(cell: Pick<GridCell, 'glyphs'>, { printed, own, told }: Names): Likely | null {
  const weigh = (of: Lexicon) => weighWords(cell, of).filter(({ cost, key }) => cost <= worstOfGuess(key))
  const [inForms, inDocument, seldom] = [weigh(printed), weigh(own), weigh(told)]
  const least = seldom[0]?.cost ?? Number.POSITIVE_INFINITY
  const isSeldom = [
    { found: inForms, margin: MARGIN },
    { found: inDocument, margin: GUESS },
  ].every(({ found, margin }) => least + margin < (found[0]?.cost ?? Number.POSITIVE_INFINITY))
  return leads(isSeldom ? seldom : [...inDocument, ...inForms].sort((a, b) => a.cost - b.cost))
}

/** A guess may be less likely than what was read by so much for each letter, or have one letter that nobody saw. */
function worstOfGuess(key: string): number {
  return Math.max(GUESS_WORSE * key.length, -Math.log(FLOOR) + WORSE)
}

/** Whether the ink may be this word (its letters): one that was read with certainty has no other letter. */
export function mayBe({ glyphs }: Pick<GridCell, 'glyphs'>, key: string): boolean {
  if (!glyphs.some((g) => g.trace)) return true
  const places = toAllPlaces(glyphs)
  return startsOf(bestOf(places)).some(({ place }) => costOf(key, places, place) - bestCost(places, place) <= WORST)
}

function toAllPlaces(glyphs: readonly Glyph[]): Place[] {
  return inOrder(glyphs).flatMap((g) => [...toPlaces(g.trace ?? asRead(g)), NOTHING])
}

const NOTHING: Place = new Map([['', 1]])

export function inOrder(glyphs: readonly Glyph[]): Glyph[] {
  const isBelow = (a: Glyph, b: Glyph) => Math.abs(middle(a) - middle(b)) > Math.min(a.size, b.size) / 2
  return [...glyphs].sort((a, b) => (isBelow(a, b) ? middle(a) - middle(b) : a.box[0] - b.box[0]))
}

/** A text that was read without doubt. */
function asRead({ text }: Glyph): Trace {
  return [...text].flatMap((c) => [[[c, 1] as const], [['', 1] as const]])
}

/** Marks are as good as nothing, and letters that look the same are one. */
function toPlaces(trace: Trace): Place[] {
  return trace.map((choices) => {
    const place = new Map<string, number>()
    for (const [text, share] of choices) {
      const key = letterOf(text)
      place.set(key, (place.get(key) ?? 0) + share)
    }
    return place
  })
}

const letterOf = memoised(letters)

interface ReadLetter {
  letter: string
  /** Index of the place after it. */
  end: number
}

/** The likeliest letter of each place, repeated ones once. */
function bestOf(places: readonly Place[]): ReadLetter[] {
  const out: ReadLetter[] = []
  let before = ''
  for (const [i, place] of places.entries()) {
    const [letter] = [...place].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (letter !== '' && letter === before) out.at(-1)!.end = i + 1
    else if (letter !== '') out.push({ letter, end: i + 1 })
    before = letter
  }
  return out
}

/** Where the word may begin: at the first place, or after a number. */
function startsOf(read: readonly ReadLetter[]): { place: number; numbered: boolean }[] {
  const starts = [{ place: 0, numbered: false }]
  for (let n = 1; n <= LONGEST_NUMBER && n < read.length; n++) {
    const number = read
      .slice(0, n)
      .map((r) => r.letter)
      .join('')
    if (NUMBER.test(number)) starts.push({ place: read[n - 1]!.end, numbered: true })
  }
  return starts
}

function mayStand(key: string, read: number, all: ReadonlySet<string>): boolean {
  if (key.length > 1.3 * read + 2 || key.length < 0.6 * read - LONGEST_NUMBER) return false
  let found = 0
  for (const letter of key) if (all.has(letter)) found++
  return found >= FOUND * key.length
}

function bestCost(places: readonly Place[], from: number): number {
  let sum = 0
  for (const place of places.slice(from)) sum -= Math.log(Math.max(...place.values()))
  return sum
}

/** How unlikely the word is in these places (natural logarithm), all ways to spread its letters over them together. */
function costOf(word: string, places: readonly Place[], from: number): number {
  const size = 2 * word.length + 1
  let now = new Float64Array(size)
  now[0] = 1
  let log = 0
  for (const place of places.slice(from)) {
    const next = new Float64Array(size)
    const floor = Math.max(FLOOR, OF_DOUBT * (1 - Math.max(...place.values())))
    const none = Math.max(floor, place.get('') ?? 0)
    let sum = 0
    for (let s = 0; s < size; s++) {
      const isLetter = s % 2 === 1
      let share = now[s]! + (s > 0 ? now[s - 1]! : 0)
      // A letter may follow another without a pause, unless it is the same.
      if (isLetter && s > 2 && word[s >> 1] !== word[(s >> 1) - 1]) share += now[s - 2]!
      if (share === 0) continue
      next[s] = share * (isLetter ? Math.max(floor, place.get(word[s >> 1]!) ?? 0) : none)
      sum += next[s]!
    }
    for (let s = 0; s < size; s++) next[s]! /= sum
    log -= Math.log(sum)
    now = next
  }
  return log - Math.log(now[size - 1]! + now[size - 2]! || FLOOR ** word.length)
}

/** What stands before a known word, as it was read: its number with the mark after it, or the year. */
export function numberOf(read: string): string {
  const year = YEAR.exec(read)?.[0]
  if (year !== undefined) return year
  const [, number = '', mark] =
    /^\s*([(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|其中))\s*([)）、.．:：]*)/.exec(read) ?? []
  return number === '' ? '' : number + (mark || '、')
}

/** A year ahead of a header, which no form's words have. */
export const YEAR = /^\s*20\d\d\s*年度?/
