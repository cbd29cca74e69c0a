/** What a document itself has of names: those of units and projects, which no form prints. */
import { distance } from 'fastest-levenshtein'
import type { Line } from '../../page/lines.ts'
import type { Sheet } from '../around/sections.ts'
import { see } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel, squash } from '../words.ts'
import { isPaired, LONG } from './mend.ts'
import type { Lexicon } from './nearest.ts'
import { REMARK } from './titles.ts'

const HAN = /\p{Script=Han}/u

/** What ends a sentence, or an item of a list in it, is no part of the name that ends it. */
const STOP = /[。；;，,、]+$/

/** A word read with this belief (0–1) in several places is what stands there. */
const SURE_REPEATED = 0.9

/**
 * What the document itself prints in several places, read with certainty each time: names of units and projects, and
 * headers that a title repeats within it (一般公共预算基本支出 below 部门一般公共预算基本支出表).
 */
export function ownWords(sheets: readonly Sheet[]): Lexicon {
  const counts = new Map<string, number>()
  const words = new Map<string, string>()
  const outside: string[] = []
  const read = (text: string, share: number) => {
    if (share < SURE_REPEATED || !HAN.test(text)) return
    const key = letters(bareLabel(text))
    counts.set(key, (counts.get(key) ?? 0) + 1)
    words.set(key, squash(bareLabel(text)).replace(STOP, ''))
  }
  for (const { grids, lines } of sheets) {
    for (const cell of grids.flatMap((g) => g.cells)) read(cell.text, see(cell, null).readings[0]!.share)
    // 编制部门：杭州市司法局 above the table
    for (const { text, confidence = 1 } of lines.flatMap((l) => l.glyphs)) {
      read(text.replace(/^.*[:：]/, ''), confidence)
      if (confidence >= SURE_REPEATED) outside.push(letters(text))
    }
  }
  const isWithin = (key: string) => key.length >= LONG && outside.some((l) => l.length > key.length && l.includes(key))
  return new Map([...words].filter(([key]) => counts.get(key)! > 1 || isWithin(key)))
}

/** What parts the items of a list in prose: 一、市司法局（本级）；二、…, 包括：…、… */
const BETWEEN = /[、，；。：:,;\s]|(?:\d+|[（(][一二三四五六七八九十]+[）)])[.．]?/

/** A name read with less belief (0–1) in one place does not count among several. */
const COUNTS = 0.2

/** How a name is spelt, how likely it is that it was read wrong every time (0–1), and whether it was read with certainty once. */
interface Told {
  word: string
  doubt: number
  sure: boolean
}

/**
 * Names that the prose or a table has, read with certainty, or in several places that bear each other out: good for a
 * guess, no more. What a line's end leaves of one is none.
 */
export function toldNames(sheets: readonly Sheet[]): Lexicon {
  const told = new Map<string, Told>()
  const tell = (text: string, share: number) => {
    const key = letters(text)
    if (share < COUNTS || !HAN.test(text) || key.length < LONG) return
    const { word = squash(text), doubt = 1, sure = false } = told.get(key) ?? {}
    const isSure = share >= SURE_REPEATED
    told.set(key, { word: isPaired(word) ? word : squash(text), doubt: doubt * (1 - share), sure: sure || isSure })
  }
  for (const cell of sheets.flatMap((s) => s.grids.flatMap((g) => g.cells)))
    tell(cell.text, see(cell, null).readings[0]!.share)
  const inCells = new Set(told.keys())
  for (const { lines } of sheets) for (const part of partsOf(lines)) tell(part, SURE_REPEATED)
  const all = [...told].filter(([, { doubt }]) => 1 - doubt >= SURE_REPEATED - EQUAL)
  const isRest = (key: string) =>
    !inCells.has(key) && all.some(([other]) => other.length > key.length && other.includes(key, 1))
  // A reader loses the same letter again: 西郊监 is 西郊监狱, if that was read, too.
  const hasLost = (key: string) =>
    all.some(([other]) => inCells.has(other) && other.length === key.length + 1 && distance(other, key) === 1)
  return new Map(
    all.flatMap(([key, { word, sure }]) => (isRest(key) || (!sure && hasLost(key)) ? [] : [[key, word] as const])),
  )
}

/** Doubts that differ by no more than this (0–1) differ by how they were added up. */
const EQUAL = 1e-9

/** The parts of prose read with certainty, put together where they go on from one line to the next. */
function partsOf(lines: readonly Line[]): string[] {
  const parts: string[] = []
  for (const { glyphs } of lines) {
    const isRead = glyphs.every(({ confidence = 1 }) => confidence >= SURE_REPEATED)
    const own = isRead ? glyphs.flatMap(({ text }) => text.split(BETWEEN)) : ['']
    const before = parts.at(-1) ?? ''
    if (before !== '' && own[0]) parts.push(before + own[0])
    parts.push(...own)
  }
  // 杭州市统计局（行政单位） is a name with and without what is said of it.
  return parts.flatMap((part) => [part, part.replace(REMARK, '')])
}
