/** The words by which a performance form is read, as data: `extractors/performance.ts` holds them. */
import type { HeaderPattern } from '../template/define.ts'

type Words = readonly HeaderPattern[]

export interface PerformanceVocabulary {
  /** Label of the line that names the project; it begins a form. */
  project: Words
  /** Label of the line that begins a form of all that a department or unit spends. */
  whole: Words
  department: Words
  unit: Words
  funds: {
    /** Labels of the block at its left edge. */
    block: Words
    /** Column id → headers. Of several that fit, the one with the most written characters is meant. */
    columns: Record<string, Words>
    /** Labels of amounts that stand beside them, outside of a block. */
    pairs: Words
    /** The line that sums the others. */
    total: Words
    /** Words in the labels of lines that sum others, and of the line below a source that sums it. */
    sums: readonly string[]
    subtotal: string
    /** What labels of the year's own money begin with, beside those of all the years of a project. */
    ofTheYear: readonly string[]
  }
  goal: Words
  /** Headers over what all the years of a project are to reach, beside the goal of the year. */
  period: Words
  actual: Words
  indicators: {
    /** Label of the block at its left edge. */
    block: Words
    /** Headers of the levels, first to third (or fourth). */
    levels: readonly Words[]
    columns: Record<string, Words>
  }
  /** The line that closes the indicators, … */
  total: Words
  /** … and labels of what the form came to that stand among the names. */
  ownScore: Words
  grades: readonly string[]
}
