/** Hand-made truth files, which no golden may contradict. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../model.ts'
import { cellRecords } from '../output/cells.ts'
import { parseCells, score } from '../output/score.ts'
import { stem } from './files.ts'

/** A line for each cell that disagrees; none where there is no truth file for the document. */
export function truthDifferences(document: Document, folder: string, file: string): string[] {
  const path = join(folder, `${stem(file)}.csv`)
  if (!existsSync(path)) return []
  const { misses } = score(parseCells(readFileSync(path, 'utf8')), cellRecords(document))
  return misses.map(
    (m) =>
      `page ${m.page}: ${m.table} / ${m.row} / ${m.column}: ${m.kind}, expected ${m.expected || '(blank)'}, found ${m.found || '(blank)'}`,
  )
}
