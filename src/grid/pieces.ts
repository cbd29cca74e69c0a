/** Lines of text cut into pieces at wide gaps: what stands in a cell where no ruling says so. */
import { isWrittenAmount, readCell } from '../amount.ts'
import { around, blockText, type Line } from '../page/lines.ts'
import type { Box, Glyph } from '../page/types.ts'

/** A gap wider than this share of the text size divides a line into cells. */
const CELL_GAP = 0.9
/** Behind an amount, or a dash in its place, a word of Han characters begins the next cell even at this gap. */
const AMOUNT_GAP = 0.3
/** Where the columns are known, any visible gap at an edge divides. */
const EDGE_GAP = 0.1

export interface Piece {
  box: Box
  glyphs: Glyph[]
  text: string
  /** An amount with decimals or separators, or a printed zero or dash. */
  amount: boolean
}

export interface TextRow {
  line: Line
  pieces: Piece[]
  /** Begins a line of data: an amount, a subject code or an enumerated label stands in it. */
  anchor: boolean
}

/** `edges`: x of the columns, where they are known. */
export function toTextRow(line: Line, edges: readonly number[] = []): TextRow {
  const pieces: Piece[] = []
  let current: Glyph[] = []
  const flush = () => {
    if (current.length > 0) pieces.push(toPiece(current))
    current = []
  }
  for (const glyph of line.glyphs) {
    const last = current.at(-1)
    if (last && isDivided(current, glyph, edges)) flush()
    current.push(glyph)
  }
  flush()
  const anchor = pieces.some((p) => isAnchor(p.text) || (p.amount && pieces.length > 1))
  return { line, pieces, anchor }
}

function isDivided(before: readonly Glyph[], next: Glyph, edges: readonly number[]): boolean {
  const last = before.at(-1)!
  const size = Math.max(next.size, last.size)
  const gap = next.box[0] - last.box[2]
  if (gap > CELL_GAP * size) return true
  if (gap > EDGE_GAP * size && edges.some((x) => x > last.box[2] - 1 && x < next.box[0] + 1)) return true
  if (gap <= AMOUNT_GAP * size || !/^\p{Script=Han}/u.test(next.text)) return false
  const text = blockText(before)
  return isWrittenAmount(text) || /^[-—–―－]+$/.test(text)
}

function toPiece(glyphs: Glyph[]): Piece {
  const text = blockText(glyphs)
  const { amount, mark } = readCell(text)
  const written = amount !== undefined && (amount.places > 0 || /[,，]/.test(text) || mark === 'zero')
  return { box: around(glyphs), glyphs, text, amount: written || mark === 'dash' }
}

function isAnchor(text: string): boolean {
  const word = text.replace(/\s+/g, '')
  return (
    /^\d{3}(\d{2}){0,3}$/.test(word) ||
    /^([一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])\p{Script=Han}/u.test(word)
  )
}

/** A line of running text: one long piece, or a sentence's marks. */
export function isProse({ pieces, line }: TextRow): boolean {
  return /[。；;]/.test(line.text) || (pieces.length === 1 && line.text.length > 34)
}

/** 单位：万元, 部门名称：…: captions have a colon, headers have none. */
export function isCaptionLine({ pieces }: TextRow): boolean {
  return pieces.some((p) => /[:：]/.test(p.text)) && !pieces.some((p) => p.amount)
}

/** A page number or the like: digits alone between dashes. */
export function isFurniture({ line }: TextRow): boolean {
  return /^[-—–\s]*\d{1,4}[-—–\s]*$/.test(line.text) || /^第\s*\d+\s*页/.test(line.text)
}
