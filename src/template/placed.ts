/** A column with the meaning it was given. */
import type { Role } from './define.ts'
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
}
