/**
 * Which column of a form the rest of a header names that a seal hides in part. 票级支出 has a letter of 上缴上级支出 that no
 * other column has; 支出, which most have, says nothing.
 */
import { distance } from 'fastest-levenshtein'
import { letters, near } from '../../template/spelling.ts'

/** So much of a header's letters (0–1) must stand where the form has them: with fewer it is any header of its length. */
const READ = 0.5
/** So much the letters must tell (natural logarithm): one that two columns of a dozen have tells 1.8, one that all have nothing. */
const TELLING = 1.5
/** No second column may have so much of what tells the first (0–1). */
const BEHIND = 0.7

/** The column whose letters the header (outer to inner) has, if there is one and no second comes near. */
export function columnByLetters(
  header: readonly string[],
  columns: ReadonlyMap<string, readonly string[]>,
): string | null {
  const read = letters(header.at(-1) ?? '')
  const worth = worthOf([...columns.values()].map((patterns) => patterns.map(lastOf).join('')))
  const tellingOf = (word: string) => placesOf(word, read).map((part) => telling(fixedOf(word), part, worth))
  const [best, next] = [...columns]
    .map(([id, patterns]) => {
      const words = patterns.filter((pattern) => isBelowSame(header, pattern)).map(lastOf)
      return { id, telling: Math.max(0, ...words.flatMap(tellingOf)) }
    })
    .sort((a, b) => b.telling - a.telling)
  if (!best || best.telling < TELLING || (next && next.telling > BEHIND * best.telling)) return null
  return best.id
}

function lastOf(pattern: string): string {
  return pattern.slice(pattern.lastIndexOf('/') + 1)
}

/** Below other headers the same words are another column: all that stand over it must be the pattern's. */
function isBelowSame(header: readonly string[], pattern: string): boolean {
  const own = pattern.split('/').map((part) => part.replaceAll('*', ''))
  return own.length === header.length && own.slice(0, -1).every((part, i) => near(part, header[i]!))
}

/** The letters that a pattern fixes; beside a `*` anything may stand. */
function fixedOf(word: string): string {
  return letters(word.replaceAll('*', ''))
}

/** The parts of the header that may be the word: all of it, or with a `*` any part as long as what that leaves fixed. */
function placesOf(word: string, read: string): string[] {
  const fixed = fixedOf(word)
  const ends = word.includes('*') ? Math.max(1, read.length - fixed.length + 1) : 1
  const parts = Array.from({ length: ends }, (_, i) => (word.includes('*') ? read.slice(i, i + fixed.length) : read))
  return parts.filter((part) => distance(fixed, part) <= (1 - READ) * Math.max(fixed.length, part.length))
}

/** What each letter tells of the column that it is seen in: nothing if all have it. */
function worthOf(words: readonly string[]): (letter: string) => number {
  const all = words.map((word) => new Set(letters(word)))
  return (letter) => Math.log(all.length / Math.max(1, all.filter((own) => own.has(letter)).length))
}

/** The worth of the letters that both have, in their order. */
function telling(word: string, read: string, worth: (letter: string) => number): number {
  let before = new Array<number>(read.length + 1).fill(0)
  for (const letter of word) {
    const now = [0]
    for (const [i, other] of [...read].entries()) {
      const both = letter === other ? before[i]! + worth(letter) : 0
      now.push(Math.max(before[i + 1]!, now[i]!, both))
    }
    before = now
  }
  return before.at(-1)!
}
