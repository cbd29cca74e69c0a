/** Lines of data as rows, with the cells that reach over several of them. */
import type { TextRow } from '../pieces.ts'
import { partlyRuled } from './partly-ruled.ts'
import { dataRows, type OnPage } from './rows.ts'
import { type Laid, spanning } from './spanning.ts'

export function layRows(lines: readonly TextRow[], xs: readonly number[], page: OnPage): Laid {
  return partlyRuled(lines, xs, page) ?? spanning(lines, xs, page) ?? { rows: dataRows(lines, page), spans: [] }
}
