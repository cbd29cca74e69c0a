/** Which known words a misread one may be, by how many of its letters differ. */
import { distance } from 'fastest-levenshtein'
import { letters } from '../spelling.ts'

/** Known words by their letters. */
export type Lexicon = ReadonlyMap<string, string>

/** A misread word differs from the known one in at most this share of its letters. */
export const MISREAD = 0.25

/** Whether one text becomes the other by slips of single letters: 功能 is not 经济 misread, and no reader makes up 基本. */
function isSlips(a: string, b: string, [i, j]: readonly [number, number] = [0, 0], slipped = false): boolean {
  let [x, y] = [i, j]
  while (x < a.length && y < b.length && a[x] === b[y]) [x, y] = [x + 1, y + 1]
  if (x === a.length && y === b.length) return true
  if (slipped && x === i) return false
  const ways = [
    ...(x < a.length && y < b.length ? [[1, 1]] : []),
    ...(x < a.length ? [[1, 0]] : []),
    ...(y < b.length ? [[0, 1]] : []),
  ]
  return ways.some(([dx, dy]) => isSlips(a, b, [x + dx!, y + dy!], true))
}

interface Near {
  except?: string
  /** Only those that a reader's slips make of it; else any that is as near. */
  slips?: boolean
}

/** The known words that differ least, within what a reader may misread. */
export function nearestWords(own: string, lexicon: Lexicon, { except, slips = true }: Near = {}): string[] {
  // A letter or digit in a word tells things of one kind apart (A-货物, 项目2): it is never put right.
  if (/[\dA-Za-z]/.test(own)) return []
  const most = Math.max(1, Math.floor(MISREAD * own.length))
  let least = most
  let found: string[] = []
  for (const [key, word] of lexicon) {
    if (key === except || Math.abs(key.length - own.length) > least) continue
    const d = distance(key, own)
    if (d > least || (slips && !isSlips(own, key))) continue
    if (d < least) found = []
    least = d
    found.push(word)
  }
  return found
}

/** From so many misread letters on, a word that one more explains is nearly as likely: 旅游 may be lost or a speck be read. */
const SEVERAL = 2

/** Whether a known word that differs by one letter more than the nearest does would explain a text that differs by several. */
export function hasNext(own: string, only: string, lexicon: Lexicon): boolean {
  const nearest = letters(only)
  const d = distance(nearest, own)
  if (d < SEVERAL) return false
  return [...lexicon.keys()].some(
    (key) => key !== nearest && Math.abs(key.length - own.length) <= d + 1 && distance(key, own) === d + 1,
  )
}

/** What strokes of a pen beside a word are read as: marks that no word of a form ends with, and letters that may be part of one. */
const STRAY = /(?<=\p{Script=Han})(?:(?<mark>[<>√^~|\\/]{1,2})|[VvYyNn])$/u

/** A digit that touches a word is another column's, or shows through from the back: numbers of labels have a mark behind them. */
const LED = /^\d{1,2}(?=\p{Script=Han})/u

/** The known word that a text is but for such a mark at its end (项目支出<), or a digit before it (8教育支出). */
export function withoutStray(own: string, lexicon: Lexicon): { word: string; sure: boolean } | null {
  const stray = STRAY.exec(own)
  const led = stray ? null : LED.exec(own)
  const word = stray ? lexicon.get(own.slice(0, stray.index)) : led ? lexicon.get(own.slice(led[0].length)) : undefined
  return word ? { word, sure: stray?.groups?.mark !== undefined } : null
}
