/** What was read of a drawn document, held against its truth. */
import { extract } from '../../src/index.ts'
import { cellRecords } from '../../src/output/cells.ts'
import { type Miss, type ScoredCell, score } from '../../src/output/score.ts'
import type { DrawnDocument } from './plan.ts'

export interface Verdict {
  /** Cells printed, and read right. */
  cells: number
  right: number
  misses: Miss[]
  /** Misses that no mark warns of: a wrong or invented amount that is said to be proved or read. */
  silent: Miss[]
  /** Identities that hold on paper and are said not to. */
  violated: string[]
}

export async function judge({ bytes, truth }: DrawnDocument): Promise<Verdict> {
  const document = await extract(bytes, { file: 'drawn.pdf' })
  const found = cellRecords(document).map((r): ScoredCell => ({ ...r, column: columnOf(r.column, r.column_label) }))
  const result = score(
    truth.map((t) => ({ ...t, page: String(t.page) })),
    found,
  )
  const marked = new Set(
    found
      .filter((c) => c.status === 'suspect' || c.status === 'unreadable')
      .map((c) => `${c.table} ${c.row} ${c.column}`),
  )
  return {
    cells: result.truth,
    right: result.right,
    misses: result.misses,
    silent: result.misses.filter((m) => !marked.has(`${m.table} ${m.row} ${m.column}`)),
    violated: document.checks.filter((c) => c.result === 'violated' && c.strength !== 'usual').map((c) => c.id),
  }
}

/** Figures of columns that the generator added stand under their header, whatever id a template gives it. */
function columnOf(id: string, header: string): string {
  const added = ['上年决算数', '本年比上年增减额', '其中：专项调剂数'].find((h) => header.split('/').at(-1) === h)
  return added && !id.startsWith('previous_') ? `header:${added}` : id
}

/** Every cell is right, nothing is invented, and no identity is broken. Where no rulings show it, a marked cell may be wrong. */
export function isRight(verdict: Verdict | Error): boolean {
  return !(verdict instanceof Error) && verdict.misses.length === 0 && verdict.violated.length === 0
}
