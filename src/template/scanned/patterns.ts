/** Long words of scanned pages of which the forms fix only a part (其他*): any letters may stand in the rest. */
import type { HeaderVocabulary } from '../columns/header.ts'
import type { Reading } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel, headerWord } from '../words.ts'

/** A reader who believes this much (0–1) in such a word is right, if it has this share of all readings that fit. */
const SURE_OF_LONG_PATTERN = 0.4
const OF_FITTING = 0.75

/**
 * Whether a long word stands there that a pattern knows. The pattern rules out the readings that do not fit it and no
 * others: 其他* says nothing of whether 其他通用股备 or 其他通用股客 does. Readings with letters less are no words.
 * Of one among several words of a line no other reading is kept: all that is not believed of it may be another one.
 */
export function isSureOfPattern(readings: readonly Reading[], isHeader: HeaderVocabulary): boolean {
  const read = readings.map(({ text, share }) => ({ text, share, key: letters(bareLabel(text)) }))
  const own = read[0]!.key
  const fitting = read.filter((r) => r.key.length >= own.length && isHeader(headerWord(r.text)))
  const sumOf = (some: readonly { share: number }[]) => some.reduce((sum, r) => sum + r.share, 0)
  const belief = sumOf(fitting.filter((r) => r.key === own))
  // A name of which no reading fits a pattern is no word that one knows.
  if (belief === 0) return false
  if (readings.length === 1) return belief >= OF_FITTING
  return read[0]!.share >= SURE_OF_LONG_PATTERN && belief >= OF_FITTING * sumOf(fitting)
}
