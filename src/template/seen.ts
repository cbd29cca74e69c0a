/** What the reader of a scan saw in a cell, kept beside the cells: it never comes out, the checks choose from it. */
import type { GridCell } from '../grid/types.ts'
import type { Cell } from '../model.ts'
import { blockText } from '../page/lines.ts'
import type { Glyph } from '../page/types.ts'

/** Set where there is print and nothing could be read. */
export const ILLEGIBLE = '\uFFFD'

/** One way to read the whole cell. */
export interface Reading {
  text: string
  /** 0–1: the reader's own belief. */
  share: number
}

export interface Seen {
  /** The first one is what the cell holds, the others likeliest first. */
  readings: readonly Reading[]
  /** Printed unit of the cell. */
  unit: string | null
  /** The words it consists of. */
  glyphs: readonly Glyph[]
  /** What another reader made of the same ink; absent if none was asked. */
  second?: string
  /** Set where it is not sure which line or column the cell belongs to. */
  misplaced?: true
  /** Set where the header of its column was hardly read, and nobody knows what it says. */
  headless?: true
}

/** By the cell it was read into; cells of text pages are not in it. */
export type SeenCells = ReadonlyMap<Cell, Seen>

export function isScanned(cell: Pick<GridCell, 'glyphs'>): boolean {
  return cell.glyphs.some((g) => g.source === 'ocr')
}

/** A piece read with less belief (0–1) than this may be a speck or the rest of a ruling. */
const SPECK = 0.9
/** … but not with so many digits: it is a figure, of another column where a ruling was not seen. */
const FIGURE = /(\d\D*){3}/

/** All readings of a cell that differ from the first in one of its pieces. */
export function see(cell: Pick<GridCell, 'glyphs' | 'text'>, unit: string | null): Seen {
  const own = share(cell.glyphs)
  const others = cell.glyphs.flatMap((glyph): Reading[] => {
    const rest = cell.glyphs.filter((g) => g !== glyph)
    const others = (glyph.alternatives ?? []).map((a) => ({
      text: blockText([...rest, { ...glyph, text: a.text }]),
      share: a.confidence * share(rest),
    }))
    const certainty = glyph.confidence ?? 0
    if (rest.length > 0 && certainty < SPECK && !FIGURE.test(glyph.text))
      others.push({ text: blockText(rest), share: share(rest) * (1 - certainty) })
    return others
  })
  const [only] = cell.glyphs.length === 1 ? cell.glyphs : []
  return {
    readings: [{ text: cell.text, share: own }, ...others.sort((a, b) => b.share - a.share)],
    unit,
    glyphs: cell.glyphs,
    ...(only?.second === undefined ? {} : { second: only.second }),
  }
}

/** A text without a Chinese letter, which no word of the forms bears out, is believed from here on (0–1). */
const READ = 0.9

/** What a seal leaves of a name, or in a cell without one, may be read as a digit. */
export function isHardlyRead(cell: Pick<GridCell, 'glyphs' | 'text'>): boolean {
  return isScanned(cell) && !/\p{Script=Han}/u.test(cell.text) && see(cell, null).readings[0]!.share < READ
}

/** How far all of these words are believed, 0–1. */
export function share(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((product, g) => product * (g.confidence ?? 1), 1)
}
