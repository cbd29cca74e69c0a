/** What the reader of rows is given, and the lines it makes before they have their keys. */
import type { Cell } from '../../model.ts'
import type { Header } from '../columns/header.ts'
import type { PlacedColumn } from '../columns/placed.ts'
import type { Years } from '../columns/years.ts'
import type { TableTemplate } from '../define.ts'
import type { FieldLanguage, Subjects } from '../language.ts'
import type { Reading, Seen } from '../seen.ts'

export interface ReadContext {
  template: TableTemplate
  columns: readonly PlacedColumn[]
  header: Header
  unit: string | null
  /** Whether the grid is ruled. */
  certain: boolean
  years: Years
  /** Filled while reading: what the reader saw in each cell of a scan. */
  seen: Map<Cell, Seen>
  subjects: Subjects
  language: FieldLanguage
  /** Filled while reading: cells of which nothing on the page shows for certain which line they are. */
  astray: Set<Cell>
  /** Set where a header was read badly on which the places of all others depend: that of a side. */
  unsureHeader: boolean
  /** The usual size of the table's text, points. */
  letter: number
}

/** A code with the name printed beside it, and what a reader of scans saw of the code. */
export interface CodedLabel {
  readings: readonly Reading[]
  label: string
}

/** What the cells of one printed line say of which line it is. */
export interface Naming {
  /** All codes of the line, in the order of their columns. */
  codes: string[]
  /** How many columns of codes before the first code are blank. */
  lead: number
  /** Whether a column between the parts of a code is blank. */
  isParted: boolean
  /** What the reader of a scan saw where the code stands. */
  codeReadings: readonly Reading[]
  /** On a scan, the codes printed in the labels' own cells, each by itself. */
  coded: readonly CodedLabel[]
  /** Texts of several label columns, outer to inner (group and item). */
  labels: string[]
  /** These as they were read, where one of them is a guess. */
  asRead?: string[]
  /** In which of the columns of labels and units, counted from 0, each of them stands. */
  labelAt: number[]
  /** Those of them whose text leaves no room behind its last line. */
  filled: number[]
  /** The first and the last of the columns of labels and units, counted from 0, that have a text. */
  reach: [number, number]
  line: string | null
  unitName: string
  /** This as it was read, where it is a guess. */
  unitAsRead?: string
  /** Code of the unit, printed beside its name; empty where none is. */
  unitCode: string
  /** 年度 of the line, where the form has a column for it. */
  year: string
  /** Where the label's first character begins, in letters from the left of its cell: deeper lines are indented. */
  indent: number
  /** Its size, as a share of the table's usual one. */
  size: number
  /** Whether it is set in the middle or at the right of its cell, so that how far in it begins says nothing. */
  beginsAnywhere: boolean
  /** Whether it leaves no room in its cell, and so does not show where it is set. */
  fills: boolean
  /** How far the middle of its first line stands right of that of its cell, letters: half the blanks before it, if it is set there. */
  aside: number
}

/** One printed line of one block, before it has its final key. */
export interface Draft extends Naming {
  /** The subject code; the first one where a line crosses several classifications. */
  code: string | null
  label: string
  side: string | null
  /** The block of columns it stands in. */
  block: number
  cells: Record<string, Cell>
  row: number
  /** Set where it is not sure which line of the form this is. */
  unsure?: true
}

/** The cells of a line of which nothing on the page shows for certain which line it is: they stay in doubt. */
export function markAstray(cells: Readonly<Record<string, Cell>>, { astray }: ReadContext): void {
  for (const cell of Object.values(cells)) if (cell.mark !== 'blank') astray.add(cell)
}

/** The cells of a line of which it is not sure where they belong: of a scan, they stay in doubt. */
export function markMisplaced({ cells }: Pick<Draft, 'cells'>, { seen }: ReadContext): void {
  for (const cell of Object.values(cells)) {
    const ink = seen.get(cell)
    if (ink) seen.set(cell, { ...ink, misplaced: true })
  }
}

/** A cell of a scan below a header that says nothing to us and was hardly read. */
export function markHeadless(cell: Cell, { seen }: ReadContext): void {
  const ink = seen.get(cell)
  if (ink) seen.set(cell, { ...ink, misplaced: true, headless: true })
}
