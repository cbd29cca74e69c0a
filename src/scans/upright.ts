/** Which way up a scanned page lies: told by what can be read of it. */
import { perCharacter, type Reader } from '../ocr/reader.ts'
import { type Pixels, quarterTurn } from '../page/picture/image.ts'
import { type ReadScan, readScan } from '../page/picture/scan.ts'
import type { Glyph, Page } from '../page/types.ts'
import { look } from './look.ts'

/** Mean belief in a character (0–1) below which a page may lie another way; pages that are merely bad are read better than this. */
const DOUBTFUL = 0.88
/** Fewer words than this tell nothing. */
const FEW = 3
/** Lines that are read to try a direction: the longest. */
const TRIED = 12
/** Another direction must be believed by so much more, and as much as print that is read is. */
const BETTER = 0.05
const CONVINCING = 0.95

const TURNS = [180, 90, 270] as const

/** Reads a page the way it lies, and, if that makes no sense, the way that makes most. */
export async function readUpright(pixels: Pixels, page: Page, reader: Reader): Promise<ReadScan> {
  const { scan, cells } = look(pixels, page)
  const read = await readScan(scan, cells, reader)
  const own = belief(read.page.glyphs)
  if (own === null || own >= DOUBTFUL) return read
  let best: { turn: (typeof TURNS)[number]; belief: number } | null = null
  for (const turn of TURNS) {
    const seen = look(quarterTurn(pixels, turn), turned(page, turn))
    const tried = await readScan(seen.scan, seen.cells, reader, TRIED)
    const there = belief(tried.page.glyphs)
    const least = best?.belief ?? Math.max(CONVINCING, own + BETTER)
    if (there !== null && there > least) best = { turn, belief: there }
  }
  if (!best) return read
  const upright = look(quarterTurn(pixels, best.turn), turned(page, best.turn))
  return readScan(upright.scan, upright.cells, reader)
}

/** Mean belief in the words, each by its length; null if there are too few to say. */
function belief(words: readonly Glyph[]): number | null {
  let [sum, length] = [0, 0]
  for (const { text, confidence } of words) {
    // A dash has been seen and not read, and a single character may be half of one that lies on its side.
    if (text.length < 2 || confidence === undefined) continue
    sum += perCharacter(text, confidence) * text.length
    length += text.length
  }
  if (words.length < FEW) return null
  return length === 0 ? 0 : sum / length
}

function turned(page: Page, turn: (typeof TURNS)[number]): Page {
  const rotation = ((page.rotation + turn) % 360) as Page['rotation']
  return turn === 180 ? { ...page, rotation } : { ...page, rotation, width: page.height, height: page.width }
}
