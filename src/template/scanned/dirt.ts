/** What stands in a cell of a scan beside its word or amount and is neither: dirt, and what is left of a seal. */
import { isWrittenAmount } from '../../amount.ts'
import type { GridCell } from '../../grid/types.ts'
import { blockText } from '../../page/lines.ts'

const HAN = /\p{Script=Han}/u
/** Digits, alone or about a point, are part of a figure. */
const DIGITS = /\d[.,]?\d|^\d+$/
/** Less believed than this (0–1) and no Chinese, beside a word of the forms or an amount, is dirt or what is left of a seal. */
const DIRT = 0.8

/** Less ink than this (points, both ways) is no word, whatever mark it is taken for. */
const SPECK = 2

function isSpeck({ text, box, confidence = 1 }: GridCell['glyphs'][number]): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  return !/[\p{L}\p{N}]/u.test(text) && confidence < DIRT && width < SPECK && height < SPECK
}

export function withoutDirt(cell: GridCell, isWord: (text: string) => boolean): void {
  if (cell.glyphs.every(isSpeck)) {
    cell.glyphs = []
    cell.text = ''
    return
  }
  const isWhole = (text: string) => isWord(text) || isWrittenAmount(text)
  if (cell.glyphs.length < 2 || isWhole(cell.text)) return
  const kept = cell.glyphs.filter((g) => HAN.test(g.text) || DIGITS.test(g.text) || (g.confidence ?? 1) >= DIRT)
  if (kept.length === cell.glyphs.length || !isWhole(blockText(kept))) return
  cell.glyphs = kept
  cell.text = blockText(kept)
}
