/** What stands in a cell of a scan beside its word or amount and is neither: dirt, and what is left of a seal. */
import { isWrittenAmount } from '../../amount.ts'
import type { GridCell } from '../../grid/types.ts'
import { blockText } from '../../page/lines.ts'
import type { Glyph } from '../../page/types.ts'

const HAN = /\p{Script=Han}/u
/** Digits, alone or about a point, are part of a figure. */
const DIGITS = /\d[.,]?\d|^\d+$/
/** Less believed than this (0–1) and no Chinese, beside a word of the forms or an amount, is dirt or what is left of a seal. */
const DIRT = 0.8

function isBelieved({ confidence = 1 }: Glyph): boolean {
  return confidence >= DIRT
}

/** Less ink than this (points, both ways) is no word, whatever mark it is taken for. */
const SPECK = 2

function isSpeck({ text, box, confidence = 1 }: Glyph): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  return !/[\p{L}\p{N}]/u.test(text) && confidence < DIRT && width < SPECK && height < SPECK
}

/** What the edge of a seal is taken for, where nothing else stands in the cell. */
const STROKE = /^[-—–－_一|丨]+$/
/** So many words of the forms in the first row of a grid make it the header's. */
const HEADED = 2

/** A stroke hardly read beside 收入 and 支出 at the head of a table is no dash of a line: nothing was read in that cell. */
export function withoutStrokes(cells: readonly GridCell[], isWord: (text: string) => boolean): void {
  const first = cells.filter((c) => c.row === 0 && c.text.trim() !== '')
  const strokes = first.filter((c) => STROKE.test(c.text.trim()) && !c.glyphs.every(isBelieved))
  const words = first.filter((c) => !strokes.includes(c))
  if (words.length < HEADED || !words.every((c) => isWord(c.text))) return
  for (const cell of strokes) {
    keep(cell, [])
    cell.unsure = true
  }
}

/** Marks alone; a bracket, or a dash, which may be 一, is part of a name. */
const MARKS = /^[.,:;'"`·*^~、。，：；…]+$/

export function withoutDirt(cell: GridCell, isWord: (text: string) => boolean): void {
  if (cell.glyphs.every(isSpeck)) {
    keep(cell, [])
    return
  }
  keep(cell, withoutStrayMarks(cell.glyphs))
  const isWhole = (text: string) => isWord(text) || isWrittenAmount(text)
  if (cell.glyphs.length < 2 || isWhole(cell.text)) return
  const words = cell.glyphs.filter((g) => HAN.test(g.text) || DIGITS.test(g.text) || isBelieved(g))
  if (isWhole(blockText(words))) keep(cell, words)
}

/** Letters less high than this share of a name's (0–1), and hardly read, are dirt beside it. */
const LOW = 0.5
const LATIN = /^[A-Za-z]{1,2}$/

/** Marks hardly read that stand apart behind a name are none of it, nor low letters, though nobody knows that name. */
function withoutStrayMarks(all: readonly Glyph[]): Glyph[] {
  const names = all.filter((g) => HAN.test(g.text))
  const size = Math.max(0, ...names.map((g) => g.size))
  const glyphs = all.filter((g) => isBelieved(g) || !LATIN.test(g.text) || g.size >= LOW * size)
  const end = Math.max(...names.map((g) => g.box[2]))
  return glyphs.filter((g) => names.length === 0 || isBelieved(g) || !MARKS.test(g.text) || g.box[0] < end)
}

function keep(cell: GridCell, glyphs: Glyph[]): void {
  if (glyphs.length === cell.glyphs.length) return
  cell.glyphs = glyphs
  cell.text = blockText(glyphs)
}
