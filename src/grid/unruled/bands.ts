/** Stretches of a line in which texts stand. */
import type { Glyph } from '../../page/types.ts'

export interface Band {
  x0: number
  x1: number
}

/** A stretch of data, and of what kind all that stands in it is. */
export interface DataBand extends Band {
  kind: 'code' | 'amount' | 'text'
  /** Those that it was joined of, if it was. */
  parts?: readonly DataBand[]
}

export interface Block {
  x0: number
  x1: number
  y0: number
  y1: number
  size: number
  glyphs: Glyph[]
}

export interface UnruledColumn extends Band {
  leaf: Block | undefined
  /** How many columns, from this one on, that is over, if more than one. */
  span?: number
  /** Where its data stand, if it has any. */
  data?: DataBand
  /** The edges of its cells, where their borders show them. */
  cell?: Band
}

/** For each column its own header, if it has one. */
export type Heads = readonly (Block | undefined)[]

export function overlaps(a: Band, b: Band): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1
}
