/**
 * Names that no form prints, of units and projects, in doubt on a scan: of what the reader found possible, that is taken
 * of which most letters stand beside each other in other words, too (监狱, not 监然). The name stays in doubt.
 */
import type { GridCell } from '../../grid/types.ts'
import { blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'
import { inOrder } from './likely.ts'
import type { Spelt } from './mend.ts'

const PAIR = /(?=(\p{Script=Han}{2}))/gu
/** Glyphs believed more than this (0–1) say what they say, and vouch for their pairs. */
const SURE = 0.9
/** A reading with a pair that no word has is so much less likely than one with a pair less (natural logarithm): 1 to 10. */
const UNKNOWN = Math.log(10)

export type Pairs = ReadonlySet<string>

/** The pairs of letters in known words, and in what was read with at least so much belief (0–1). */
export function pairsOf(words: Iterable<string>, glyphs: Iterable<Glyph>, least = SURE): Pairs {
  const out = new Set<string>()
  for (const word of words) for (const pair of pairsIn(word)) out.add(pair)
  for (const { text, confidence = 1 } of glyphs)
    if (confidence >= least) for (const pair of pairsIn(text)) out.add(pair)
  return out
}

/** Spells a cell in doubt by known pairs, where what it holds is still as it was read. */
export function spellByPairs(cell: GridCell, pairs: Pairs, spelt: Spelt): void {
  if (cell.text !== spelt(blockText(cell.glyphs)) && cell.text !== blockText(cell.glyphs)) return
  const read = inOrder(cell.glyphs)
  const own: Glyph[] = []
  for (const [i, glyph] of read.entries()) {
    const around = [own.at(-1)?.text.at(-1) ?? '', read[i + 1]?.text[0] ?? ''] as const
    own.push({ ...glyph, text: likest(glyph, around, pairs) })
  }
  if (own.some((g, i) => g.text !== read[i]!.text)) cell.text = spelt(blockText(own))
}

/** The likeliest reading; `around`: the letters before and after it, in a name of several lines. */
function likest(
  { text, confidence = 1, alternatives = [] }: Glyph,
  around: readonly [string, string],
  pairs: Pairs,
): string {
  if (confidence >= SURE) return text
  // A shorter reading has fewer pairs, known or not.
  const possible = alternatives.filter((a) => a.text.length === text.length)
  const cost = (own: string, share: number) =>
    UNKNOWN * unknownIn(around[0] + own + around[1], pairs) - Math.log(Math.max(share, LEAST))
  let [best, least] = [text, cost(text, confidence)]
  for (const other of [...possible].sort((a, b) => b.confidence - a.confidence)) {
    const own = cost(other.text, other.confidence)
    if (own < least) [best, least] = [other.text, own]
  }
  return best
}

/** How sure the reading of a name is (0–1) where what else the reader found possible has pairs that no word has: 设各 beside 设备. */
export function shareByPairs({ glyphs }: Pick<GridCell, 'glyphs'>, pairs: Pairs): number {
  return glyphs.reduce((share, glyph) => share * shareOf(glyph, pairs), 1)
}

function shareOf({ text, confidence = 1, alternatives = [] }: Glyph, pairs: Pairs): number {
  const own = unknownIn(text, pairs)
  const others = alternatives.filter((a) => a.text !== text)
  const refuted = others.reduce((sum, other) => {
    const more = unknownIn(other.text, pairs) - own
    const isLike = other.text.length === text.length && more > 0
    return sum + (isLike ? other.confidence * (1 - Math.exp(-UNKNOWN * more)) : 0)
  }, 0)
  return confidence / Math.max(confidence, 1 - refuted)
}

/** What the reader found less likely than this (0–1) it did not find possible. */
const LEAST = 1e-6

function unknownIn(text: string, pairs: Pairs): number {
  return pairsIn(text).filter((pair) => !pairs.has(pair)).length
}

function pairsIn(text: string): string[] {
  return [...text.matchAll(PAIR)].map(([, pair]) => pair!)
}
