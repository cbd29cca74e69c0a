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
  const tries: Tried[] = []
  for (const turn of TURNS) {
    const seen = look(quarterTurn(pixels, turn), turned(page, turn))
    tries.push({ turn, words: (await readScan(seen.scan, seen.cells, reader, TRIED)).page.glyphs })
  }
  const turn = turnOf(tries, own)
  if (turn === null) return read
  const upright = look(quarterTurn(pixels, turn), turned(page, turn))
  return readScan(upright.scan, upright.cells, reader)
}

/** The longest lines of a page as they are read in another direction. */
interface Tried {
  turn: (typeof TURNS)[number]
  words: readonly Glyph[]
}

/**
 * The direction in which a page makes most sense; null where that is the one it lies in, of which the reader believes
 * `own`. Letters are read on their side, too, but one by one: where lines run, longer words are read.
 */
export function turnOf(tries: readonly Tried[], own: number): Tried['turn'] | null {
  const convincing = tries.flatMap(({ turn, words }) => {
    const there = belief(words)
    if (there === null || there <= Math.max(CONVINCING, own + BETTER)) return []
    return [{ turn, length: there * words.reduce((sum, { text }) => sum + text.length, 0) }]
  })
  return convincing.sort((a, b) => b.length - a.length)[0]?.turn ?? null
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
