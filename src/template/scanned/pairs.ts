/**
 * Names that no form prints, of units and projects, in doubt on a scan: of what the reader found possible, that is taken
 * of which most letters stand beside each other in other words, too (监狱, not 监然). The name stays in doubt.
 */
import type { GridCell } from '../../grid/types.ts'
import { blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'

const PAIR = /(?=(\p{Script=Han}{2}))/gu
/** Glyphs believed more than this (0–1) say what they say, and vouch for their pairs. */
const SURE = 0.9
/** A reading is worth a look from this share of the reader's belief in the best one (0–1). */
const POSSIBLE = 0.1

export type Pairs = ReadonlySet<string>

/** The pairs of letters in known words, and in what was read with certainty. */
export function pairsOf(words: Iterable<string>, glyphs: Iterable<Glyph>): Pairs {
  const out = new Set<string>()
  for (const word of words) for (const pair of pairsIn(word)) out.add(pair)
  for (const { text, confidence = 1 } of glyphs) if (confidence >= SURE) for (const pair of pairsIn(text)) out.add(pair)
  return out
}

/** Spells a cell in doubt by known pairs, where what it holds is still as it was read. */
export function spellByPairs(cell: GridCell, pairs: Pairs): void {
  if (cell.text !== blockText(cell.glyphs)) return
  const spelt = cell.glyphs.map((glyph) => ({ ...glyph, text: likest(glyph, pairs) }))
  if (spelt.some((g, i) => g.text !== cell.glyphs[i]!.text)) cell.text = blockText(spelt)
}

function likest({ text, confidence = 1, alternatives = [] }: Glyph, pairs: Pairs): string {
  if (confidence >= SURE) return text
  // A shorter reading has fewer pairs, known or not.
  const possible = alternatives.filter((a) => a.text.length === text.length && a.confidence >= POSSIBLE * confidence)
  let [best, least] = [text, unknownIn(text, pairs)]
  for (const other of [...possible].sort((a, b) => b.confidence - a.confidence)) {
    const unknown = unknownIn(other.text, pairs)
    if (unknown < least) [best, least] = [other.text, unknown]
  }
  return best
}

function unknownIn(text: string, pairs: Pairs): number {
  return pairsIn(text).filter((pair) => !pairs.has(pair)).length
}

function pairsIn(text: string): string[] {
  return [...text.matchAll(PAIR)].map(([, pair]) => pair!)
}
