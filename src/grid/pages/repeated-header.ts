/** The header of an unruled table that a further page prints again. */
import type { Glyph } from '../../page/types.ts'
import { areOrdinals, type TextRow } from '../pieces.ts'
import type { Grid } from '../types.ts'
import type { HeadCell } from '../unruled/spread.ts'
import { LEVEL } from '../words.ts'

interface Repeated {
  levels: HeadCell[][]
  /** Lines that stand below it and above the first code or amount. */
  below: TextRow[]
}

/** Places of one header on two pages differ by no more than so many points. */
const SAME_PLACE = 1

/**
 * The header of the page before, where it is printed again: its columns are those of that page, whatever this
 * page's figures are as wide as. 栏次 are printed again as rows.
 */
export function sameHeader(head: readonly TextRow[], hint: Grid): Repeated | null {
  const glyphs = head.flatMap((r) => r.line.glyphs)
  const first = hint.cells.find((c) => c.glyphs.length > 0)?.glyphs[0]
  if (!first) return null
  // Other lines may stand above it: the name of the document on every page.
  for (const glyph of glyphs) {
    const found = isAgain(glyph, first, null) ? levelsAgain(glyphs, hint, first.box[1] - glyph.box[1]) : null
    if (!found) continue
    // What is left below it begins the data.
    const below = head.filter((r) => r.line.glyphs.every((g) => found.left.has(g)))
    if (below.reduce((n, r) => n + r.line.glyphs.length, 0) === found.left.size) return { levels: found.levels, below }
  }
  return null
}

function levelsAgain(
  glyphs: readonly Glyph[],
  hint: Grid,
  shift: number,
): { levels: HeadCell[][]; left: Set<Glyph> } | null {
  const left = new Set(glyphs.filter((g) => g.box[3] + shift > hint.rows[0]!.y0))
  const levels: HeadCell[][] = []
  for (const [i, row] of hint.rows.entries()) {
    if (left.size === 0) break
    if (areOrdinals(hint.cells.flatMap((c) => (c.row === i && c.text !== '' ? [c.text] : [])))) break
    const level: HeadCell[] = []
    for (const c of hint.cells) {
      if (c.row + c.rowSpan - 1 !== i || c.glyphs.length === 0) continue
      const own = c.glyphs.flatMap((g) => [...left].find((o) => isAgain(o, g, shift)) ?? [])
      // 类, 款 and 项 on the line of the total stand on the first page alone.
      if (own.length === 0 && LEVEL.test(c.text.trim())) continue
      if (own.length < c.glyphs.length) return levels.length > 0 && level.length === 0 ? { levels, left } : null
      for (const g of own) left.delete(g)
      level.push({ col: c.col, colSpan: c.colSpan, glyphs: own, y0: row.y0 - shift, y1: row.y1 - shift })
    }
    levels.push(level)
  }
  return { levels, left }
}

/** The same character at the same place of the line, `shift` points further down; null: at any height. */
function isAgain(glyph: Glyph, before: Glyph, shift: number | null): boolean {
  return (
    glyph.text === before.text &&
    Math.abs(glyph.box[0] - before.box[0]) < SAME_PLACE &&
    (shift === null || Math.abs(glyph.box[1] + shift - before.box[1]) < SAME_PLACE)
  )
}
