/** A column with the meaning it was given. */
import { type Role, type TableTemplate, UNKNOWN } from '../define.ts'
import type { Leaf } from './header.ts'

export interface PlacedColumn {
  leaf: Leaf
  role: Role | 'value'
  /** Column id for values and texts, '' for the rest. */
  id: string
  /** Index of the block (of side-by-side lines) the column stands in. */
  block: number
  side: string | null
  /** How well the header fits; 0 for a column that no pattern knows. */
  fit: number
  /** A header over a known column that no pattern knows, and that does not stand over all columns beside it. */
  below?: string
}

/** The one figure of a line in the id of its column: amount, previous_amount, total.carried_over. */
export const MAIN = /(^|_)(?:amount|total)(?=$|\.)/

/** `other:HEADER` for a column that no pattern knows. */
export function otherId(leaf: Leaf): string {
  return `${UNKNOWN}${(leaf.named ?? leaf.words).join('/') || `${leaf.c0 + 1}`}`
}

/** Columns without a prefix that stand beside those with one, and the ids they have there (`TableTemplate.beside`). */
export function besides(ids: readonly string[], { beside = {}, columns }: TableTemplate): Map<string, string> {
  const bare = ids.filter((id) => id.replace(/\..*/, '') in columns)
  return new Map(
    Object.entries(beside).flatMap(([prefix, own]) =>
      bare.flatMap((id): [string, string][] =>
        ids.includes(`${prefix}${id}`) && !ids.includes(`${own}${id}`) ? [[id, `${own}${id}`]] : [],
      ),
    ),
  )
}

/** Whether two columns stand below the same headers. */
export function areBeside({ leaf: { words: a } }: PlacedColumn, { leaf: { words: b } }: PlacedColumn): boolean {
  return a.length > 1 && a.length === b.length && a.slice(0, -1).every((word, i) => word === b[i])
}

/** The year's own money is meant without it, too … */
export const OWN = '.current'
/** … where none of the year before stands beside it. */
export const CARRIED_OVER = '.carried_over'

/** Ids of columns of what became more or less: their figures may have a sign. */
export const SIGNED = /(^|[._])(change|difference)/
