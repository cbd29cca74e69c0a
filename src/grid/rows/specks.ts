/** Dirt on scans: what is far lower than the print of its row, and beside no figure of another cell, makes no line of its own. */
import { isFigure } from '../../amount.ts'
import { type Line, middle } from '../../page/lines.ts'
import { medianSize } from '../../page/sizes.ts'
import type { Text } from './divide-rows.ts'

/** Lower than this share of the row's print (0–1) is no letter and no digit; a dash is, and figures stand beside it. */
const LOW = 0.5

const PRINT = /[\p{L}\p{N}]/u

/** The same lines; specks go with the line of their cell that is nearest. */
export function withoutSpecks(texts: readonly Text[]): readonly Text[] {
  if (!texts.some(({ lines }) => lines.some(isRead))) return texts
  const print = texts.flatMap(({ lines }) => lines).filter(({ text }) => PRINT.test(text))
  const size = medianSize(print)
  const isLow = (line: Line) => isRead(line) && line.size < LOW * size
  return texts.map(({ cell, lines }) => {
    const low = lines.filter(isLow)
    if (low.length === 0 || low.length === lines.length) return { cell, lines }
    const others = texts.filter((other) => other.cell !== cell).flatMap((other) => other.lines)
    const isBeside = (line: Line) => (other: Line) => Math.abs(middle(other) - middle(line)) < LOW * size
    const specks = low.filter((line) => !others.filter(isBeside(line)).some(({ text }) => isFigure(text)))
    return { cell, lines: specks.length === 0 ? lines : withSpecks(lines, specks) }
  })
}

function isRead({ glyphs }: Line): boolean {
  return glyphs.every((g) => g.source === 'ocr')
}

function withSpecks(lines: readonly Line[], specks: readonly Line[]): Line[] {
  const kept = lines.filter((l) => !specks.includes(l)).map((line) => ({ ...line, glyphs: [...line.glyphs] }))
  for (const speck of specks) {
    const aside = (line: Line) => Math.abs(middle(line) - middle(speck))
    kept.reduce((a, b) => (aside(b) < aside(a) ? b : a)).glyphs.push(...speck.glyphs)
  }
  return kept
}
